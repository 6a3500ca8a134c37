package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grassrootskpi.evaluate.Formula.Leaf;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionOrder;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.Lag;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.RegionGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** What the rollups of one query have gathered, as the formulas ask for it. Thread-safe. */
public final class Evaluation {
    private final Query query;
    private final boolean acceptsAll;
    private final Layout layout;
    private final ImmutableList<Rollup> rollups;
    private final ImmutableList<SlotColumns> results;
    private final ImmutableList<ImmutableList<String>> combinations;
    private final int[][] combinationOfRollup;
    private final boolean[][] open;
    private final boolean isAnyOpen;
    private final long[][] expectedRegions;
    private final Map<RankKey, ImmutableList<Cell>> ranks = new ConcurrentHashMap<>();

    private final Map<WindowKey, int[]> windows = new ConcurrentHashMap<>();
    private final Map<EarlierKey, Integer> earlier = new ConcurrentHashMap<>();
    private final IdentityHashMap<Leaf, SlotSums> sums = new IdentityHashMap<>();

    private final Map<Integer, Paired> paired = new HashMap<>();

    private record WindowKey(PeriodGroups periods, Window window, int period) {}

    private record EarlierKey(int period, BasePeriod comparison) {}

    private record RankKey(Formula.Rank formula, int period, int combination) {}

    /** A rollup of pairs, and for each combination of the query its number in the result. */
    record Paired(Rollup rollup, SlotColumns result, ImmutableIntArray combinations) {
        int combination(int combination) {
            return combination < combinations.length() ? combinations.get(combination) : -1;
        }
    }

    /** An evaluation that reads pairs where the results show that it needs them. */
    public Evaluation(
            Recipe recipe, List<RollupResult> results, Function<ImmutableList<Rollup>, List<RollupResult>> further) {
        this(recipe.query(), recipe.layout(), recipe.rollups(), results);
        ImmutableList<Integer> needed = recipe.formulas().stream()
                .flatMap(List::stream)
                .flatMap(Formula::pairs)
                .filter(pair -> pair.isNeeded(this))
                .flatMap(pair -> pair.rollups().stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
        if (!needed.isEmpty()) {
            ImmutableList<Rollup> ofPairs =
                    needed.stream().map(recipe.pairs()::get).collect(ImmutableList.toImmutableList());
            List<RollupResult> found = further.apply(ofPairs);
            for (int i = 0; i < needed.size(); i++) {
                SlotColumns result = SlotColumns.from(found.get(i));
                paired.put(
                        needed.get(i),
                        new Paired(ofPairs.get(i), result, ImmutableIntArray.copyOf(positions(ofPairs.get(i)))));
            }
        }
        if (combinations().size() == 1) {
            recipe.formulas()
                    .forEach(column ->
                            column.forEach(formula -> formula.leaves().forEach(leaf -> {
                                SlotSums together = SlotSums.of(leaf, rollups, this.results, expectedRegions);
                                if (together != null) {
                                    sums.put(leaf, together);
                                }
                            })));
        }
    }

    private Evaluation(Query query, Layout layout, ImmutableList<Rollup> rollups, List<RollupResult> results) {
        this.query = query;
        this.acceptsAll = query.missing().accepts(0, 1);
        this.layout = layout;
        this.rollups = rollups;
        this.results = results.stream().map(SlotColumns::from).collect(ImmutableList.toImmutableList());
        this.combinations = union(rollups);
        this.combinationOfRollup = new int[rollups.size()][];
        this.open = new boolean[rollups.size()][];
        this.isAnyOpen =
                rollups.stream().anyMatch(rollup -> !rollup.combinations().isSingle());
        this.expectedRegions = new long[rollups.size()][];
        Map<RegionLevel, IdentityHashMap<RegionGroups, long[]>> known = new EnumMap<>(RegionLevel.class);
        for (int i = 0; i < rollups.size(); i++) {
            combinationOfRollup[i] = positions(rollups.get(i));
            CombinationGroups groups = rollups.get(i).combinations();
            open[i] = groups.isSingle() ? new boolean[0] : open(groups);
            RegionLevel level = rollups.get(i).source().level();
            expectedRegions[i] = known.computeIfAbsent(level, l -> new IdentityHashMap<>())
                    .computeIfAbsent(rollups.get(i).regions(), regions -> regions.count(layout.positions(level)));
        }
    }

    private static ImmutableList<ImmutableList<String>> union(List<Rollup> rollups) {
        TreeSet<ImmutableList<String>> all = new TreeSet<>((a, b) -> {
            for (int i = 0; i < a.size(); i++) {
                int order = a.get(i).compareTo(b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
        rollups.forEach(rollup -> all.addAll(rollup.combinations().groups()));
        return ImmutableList.copyOf(all);
    }

    private boolean[] open(CombinationGroups groups) {
        boolean[] isOpen = new boolean[combinations.size()];
        for (int c = 0; c < isOpen.length; c++) {
            isOpen[c] = !groups.isSingle(combinations.get(c));
        }
        return isOpen;
    }

    private int[] positions(Rollup rollup) {
        ImmutableList<ImmutableList<String>> ofRollup = rollup.combinations().groups();
        Map<ImmutableList<String>, Integer> known = new HashMap<>();
        for (int i = 0; i < ofRollup.size(); i++) {
            known.put(ofRollup.get(i), i);
        }
        return combinations.stream()
                .mapToInt(combination -> known.getOrDefault(combination, -1))
                .toArray();
    }

    /** The combinations of the extra dimensions' values that occur, in order; one empty one where there are none. */
    ImmutableList<ImmutableList<String>> combinations() {
        return combinations.isEmpty() && query.groupBy().stream().noneMatch(Dimension::isExtra)
                ? ImmutableList.of(ImmutableList.of())
                : combinations;
    }

    MissingPolicy policy() {
        return query.missing();
    }

    Rollup rollup(int number) {
        return rollups.get(number);
    }

    SlotColumns result(int number) {
        return results.get(number);
    }

    /** Whether any rollup of an aggregate is open in a group. */
    boolean isOpen(Leaf leaf, int combination) {
        return isAnyOpen && leaf.rollups().stream().anyMatch(rollup -> isOpen(rollup, combination));
    }

    /** What a rollup of pairs has gathered. */
    Paired paired(int number) {
        return Objects.requireNonNull(paired.get(number), "read without its pairs");
    }

    /** Whether some of the pairs were read, so that sums alone do not answer. */
    boolean isPaired(Stream<Pair> pairs) {
        return pairs.anyMatch(pair -> pair.rollups().stream().anyMatch(paired::containsKey));
    }

    /** Whether the periods of slots are those of the groups. */
    boolean hasSlotsOfGroups(PeriodGroups periods) {
        return periods.groups()
                .flatMap(slots -> layout.periods().map(groups -> groups.frequency() == slots.frequency()))
                .orElse(false);
    }

    /** Whether two stocks are of like moments: what one period is in its group, the other is in the group compared with. */
    boolean isLikeMoment(Cell now, Cell before, BasePeriod comparison) {
        if (now.asOf().isEmpty() || before.asOf().isEmpty()) {
            return true;
        }
        Lag lag = new Lag(comparison, layout.periods().orElseThrow().frequency(), true);
        return lag.counterpart(now.asOf().get())
                .filter(moment -> moment.lastDay().equals(before.asOf().get().lastDay()))
                .isPresent();
    }

    /**
     * Whether a series of the aggregate has a break between two groups: after the base, or in it where it has several periods, up to
     * the end of the later one.
     */
    boolean hasBreak(Leaf leaf, Compared.Groups groups, Cell now, Cell before) {
        for (int number : leaf.rollups()) {
            int known = combination(number, groups.combination());
            int region = slot(leaf.scope(), groups.region());
            if (results.get(number).hasBreaks() && known >= 0 && region >= 0) {
                PeriodGroups periods = rollups.get(number).periods();
                int[] slots = slotsBetween(leaf, periods, groups, now, before);
                int first = (known * rollups.get(number).regions().size() + region) * periods.size();
                for (int slot = Math.max(0, slots[0]); slot <= Math.min(slots[1], periods.size() - 1); slot++) {
                    if (results.get(number).hasBreak(first + slot)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private int[] slotsBetween(Leaf leaf, PeriodGroups periods, Compared.Groups groups, Cell now, Cell before) {
        if (leaf.lastOnly() && now.asOf().isPresent() && before.asOf().isPresent()) {
            Frequency own = periods.rows().frequency();
            int from = TimePeriod.containing(before.asOf().get().lastDay(), own).toCode();
            int to = TimePeriod.containing(now.asOf().get().lastDay(), own).toCode();
            int first = periods.rows().from().toCode();
            return new int[] {from - first + 1, to - first};
        }
        int[] base = slots(periods, leaf.window(), groups.base());
        int[] own = slots(periods, leaf.window(), groups.period());
        boolean single = base[0] == base[1] && base[0] >= 0 && base[0] < periods.size() && periods.count(base[0]) == 1;
        return new int[] {single ? base[0] + 1 : base[0], own[1]};
    }

    /** Whether a rollup puts members of extra dimensions together in a group, so that nobody knows how many rows to expect. */
    boolean isOpen(int rollup, int combination) {
        boolean[] ofRollup = open[rollup];
        return combination < ofRollup.length && ofRollup[combination];
    }

    int combination(int rollup, int combination) {
        int[] positions = combinationOfRollup[rollup];
        return combination < positions.length ? positions[combination] : -1;
    }

    long expectedRegions(int rollup, int slot) {
        return expectedRegions[rollup][slot];
    }

    int slot(int scope, int region) {
        return scope == 0 ? region : layout.scopes().get(scope).slots().get(region);
    }

    /** The first and the last slot of the window that ends with a group's period; some may lie outside of the rollup. */
    int[] slots(PeriodGroups periods, Window window, int period) {
        if (period == 0) {
            return new int[] {0, periods.size() - 1};
        }
        int own = window.kind() == Window.Kind.PERIOD ? periods.slotOfGroup(period) : -1;
        if (own >= 0) {
            return new int[] {own, own};
        }
        return windows.computeIfAbsent(new WindowKey(periods, window, period), key -> {
            TimePeriod last = TimePeriod.ofCode(period);
            return periods.slotsOf(window.first(last), last);
        });
    }

    /** The slots of an aggregate put together, or null where each rollup has to be asked. */
    @Nullable SlotSums sums(Leaf leaf) {
        return sums.get(leaf);
    }

    /** The position in {@link #sums} of an aggregate that is one slot and nothing else, or -1 for all others. */
    private int slot(@Nullable SlotSums slotSums, Leaf leaf, int region, int period) {
        if (slotSums == null || leaf.window().kind() != Window.Kind.PERIOD) {
            return -1;
        }
        int regionSlot = slot(leaf.scope(), region);
        int own = period == 0 && slotSums.periods().size() == 1
                ? 0
                : slotSums.periods().slotOfGroup(period);
        return own < 0 || regionSlot < 0 ? -1 : slotSums.position(regionSlot, own);
    }

    /** The same where no policy asks how complete the slot is. */
    private int position(Leaf leaf, @Nullable SlotSums slotSums, int region, int period) {
        return acceptsAll ? slot(slotSums, leaf, region, period) : -1;
    }

    /** The slots whose values are those of an aggregate as it is; null where it has to be worked out as a decimal. */
    @Nullable SlotSums numbers(Leaf leaf) {
        boolean asItIs = acceptsAll
                && leaf.window().kind() == Window.Kind.PERIOD
                && leaf.scope() == 0
                && leaf.function() != Formula.Function.MEAN;
        return asItIs ? sums.get(leaf) : null;
    }

    /** The nearest double to an aggregate, NaN where it has no value; empty where it has to be worked out as a decimal. */
    OptionalDouble number(Leaf leaf, int region, int period) {
        SlotSums own = sums.get(leaf);
        int position = leaf.function() == Formula.Function.MEAN ? -1 : position(leaf, own, region, period);
        return own == null || position < 0 ? OptionalDouble.empty() : OptionalDouble.of(own.number(position));
    }

    /** The nearest double to a quotient of two sums, as {@link #number} gives it. */
    OptionalDouble quotient(Formula above, Formula below, int region, int period) {
        if (!(above instanceof Leaf numerator) || !(below instanceof Leaf denominator)) {
            return OptionalDouble.empty();
        }
        SlotSums upper = sums.get(numerator);
        SlotSums lower = sums.get(denominator);
        int at = position(numerator, upper, region, period);
        int by = position(denominator, lower, region, period);
        return upper == null || lower == null || at < 0 || by < 0
                ? OptionalDouble.empty()
                : upper.dividedBy(at, lower, by);
    }

    /** The nearest double to the relative change of a sum, as {@link #number} gives it. */
    OptionalDouble growth(Formula of, int region, int base, int period) {
        if (!(of instanceof Leaf leaf)) {
            return OptionalDouble.empty();
        }
        SlotSums own = sums.get(leaf);
        int before = position(leaf, own, region, base);
        int now = position(leaf, own, region, period);
        return own == null || before < 0 || now < 0 ? OptionalDouble.empty() : own.growth(before, now);
    }

    long present(Leaf leaf, int region, int period, int combination) {
        SlotSums slotSums = sums.get(leaf);
        int position = slot(slotSums, leaf, region, period);
        if (slotSums != null && position >= 0) {
            return slotSums.count(position);
        }
        return new Accumulation(this, leaf, region, period, combination).count();
    }

    boolean hasRow(Leaf leaf, int region, int period, int combination) {
        return new Accumulation(this, leaf, region, period, combination).hasRow();
    }

    /** The code of the period that another is compared with, or -1 if the calendar has none. */
    int earlier(int period, BasePeriod comparison) {
        return earlier.computeIfAbsent(new EarlierKey(period, comparison), Evaluation::earlier);
    }

    private static int earlier(EarlierKey key) {
        return earlierThan(key.period(), key.comparison());
    }

    private static int earlierThan(int period, BasePeriod comparison) {
        TimePeriod now = TimePeriod.ofCode(period);
        if (comparison == BasePeriod.YEAR_EARLIER) {
            return now.yearEarlier().map(TimePeriod::toCode).orElse(-1);
        }
        TimePeriod before = now.earlier(1);
        return before.equals(now) ? -1 : before.toCode();
    }

    /** The code of the year to date before another of the same year, or -1 for January's. */
    static int earlierInYear(int period) {
        return TimePeriod.ofCode(period).numberInYear() == 1 ? -1 : period - 1;
    }

    ImmutableList<Cell> ranks(Formula.Rank formula, int period, int combination) {
        // Not computeIfAbsent: the ranks of changes in rank ask for ranks themselves.
        RankKey key = new RankKey(formula, period, combination);
        ImmutableList<Cell> known = ranks.get(key);
        if (known == null) {
            known = rank(key);
            ranks.putIfAbsent(key, known);
        }
        return known;
    }

    private ImmutableList<Cell> rank(RankKey key) {
        Formula.Rank formula = key.formula();
        int size = layout.regions().size();
        int[] peers = peers(formula.level(), size);
        List<Cell> cells = new ArrayList<>(size);
        for (int region = 0; region < size; region++) {
            cells.add(formula.of().at(this, region, key.period(), key.combination()));
            if (layout.region(region).isEmpty()) {
                peers[region] = Ranking.NOWHERE;
            }
        }
        return new Ranking(cells, peers, formula.ascending()).places();
    }

    /** For each region of the groups the number of the region within which it is ranked. */
    private int[] peers(Optional<RegionLevel> level, int size) {
        int[] peers = new int[size];
        if (level.isPresent()) {
            RegionOrder order = layout.regions().order();
            int[] ancestors = order.ancestors(level.get());
            for (int region = 0; region < size; region++) {
                peers[region] = layout.region(region)
                        .map(r -> ancestors[order.index(r.code())])
                        .filter(ancestor -> ancestor >= 0)
                        .orElse(Ranking.ALONE);
            }
        }
        return peers;
    }
}
