package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.grassrootskpi.model.RegionLevel;
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

/** The results of a query's roll-ups, seen through the grid of its groups. Thread-safe. */
final class RollupResults {
    private final Query query;
    private final boolean acceptsAll;
    private final ResultGrid grid;
    private final ImmutableList<Rollup> rollups;
    private final ImmutableList<SlotColumns> columns;
    private final ImmutableList<String> dimensions;
    private final ImmutableList<ImmutableList<String>> combinations;
    private final int[][] combinationOfRollup;
    private final boolean[][] open;
    private final boolean isAnyOpen;
    private final long[][] expectedRegions;
    private final Map<WindowKey, int[]> windows = new ConcurrentHashMap<>();
    private final Map<List<ImmutableList<Integer>>, boolean[]> parts = new ConcurrentHashMap<>();

    private record WindowKey(PeriodGroups periods, Window window, int period) {}

    RollupResults(Query query, ResultGrid grid, ImmutableList<Rollup> rollups, List<RollupResult> results) {
        this.query = query;
        this.acceptsAll = query.missing().accepts(0, 1);
        this.grid = grid;
        this.rollups = rollups;
        this.columns = results.stream().map(SlotColumns::from).collect(ImmutableList.toImmutableList());
        List<CombinationGroups> ofRollups = combinations(rollups);
        this.dimensions = ofRollups.stream()
                .map(CombinationGroups::dimensions)
                .max(Comparator.comparing(ImmutableList::size))
                .orElse(ImmutableList.of());
        this.combinations = union(ofRollups);
        this.combinationOfRollup = new int[rollups.size()][];
        this.open = new boolean[rollups.size()][];
        this.isAnyOpen = ofRollups.stream().anyMatch(groups -> !groups.isSingle());
        this.expectedRegions = new long[rollups.size()][];
        Map<RegionLevel, IdentityHashMap<RegionGroups, long[]>> known = new HashMap<>();
        Rollup last = null;
        for (int i = 0; i < rollups.size(); i++) {
            // Roll-ups of neighbours share what they have in common: there may be thousands of them.
            Rollup rollup = rollups.get(i);
            boolean hasCombinationsOfLast =
                    last != null && rollup.combinations().equals(last.combinations());
            combinationOfRollup[i] = hasCombinationsOfLast ? combinationOfRollup[i - 1] : positions(rollup);
            open[i] = hasCombinationsOfLast ? open[i - 1] : open(rollup);
            RegionLevel level = rollup.source().level();
            boolean hasRegionsOfLast = last != null
                    && rollup.regions().equals(last.regions())
                    && level.equals(last.source().level());
            expectedRegions[i] = hasRegionsOfLast
                    ? expectedRegions[i - 1]
                    : known.computeIfAbsent(level, l -> new IdentityHashMap<>())
                            .computeIfAbsent(
                                    rollup.regions(), regions -> grid.levels().expected(regions, level));
            last = rollup;
        }
    }

    /** Returns the combinations of the roll-ups, those once that neighbours share. */
    private static List<CombinationGroups> combinations(List<Rollup> rollups) {
        List<CombinationGroups> all = new ArrayList<>();
        CombinationGroups last = null;
        for (Rollup rollup : rollups) {
            if (last == null || !rollup.combinations().equals(last)) {
                last = rollup.combinations();
                all.add(last);
            }
        }
        return all;
    }

    private ImmutableList<ImmutableList<String>> union(List<CombinationGroups> ofRollups) {
        TreeSet<ImmutableList<String>> all = new TreeSet<>((a, b) -> {
            for (int i = 0; i < a.size(); i++) {
                int order = a.get(i).compareTo(b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
        ofRollups.stream()
                .filter(groups -> dimensions.equals(groups.dimensions()))
                .forEach(groups -> all.addAll(groups.groups()));
        return ImmutableList.copyOf(all);
    }

    /** Returns what a group of the result is called in a roll-up, which may leave out dimensions of the query. */
    private ImmutableList<String> in(Rollup rollup, ImmutableList<String> combination) {
        ImmutableList<String> ofRollup = rollup.combinations().dimensions();
        return ofRollup.equals(dimensions)
                ? combination
                : ofRollup.stream()
                        .map(dimension -> combination.get(dimensions.indexOf(dimension)))
                        .collect(ImmutableList.toImmutableList());
    }

    private boolean[] open(Rollup rollup) {
        if (rollup.combinations().isSingle()) {
            return new boolean[0];
        }
        boolean[] isOpen = new boolean[combinations.size()];
        for (int c = 0; c < isOpen.length; c++) {
            isOpen[c] = !rollup.combinations().isSingle(in(rollup, combinations.get(c)));
        }
        return isOpen;
    }

    /** For each combination of the query its number among the groups of a roll-up, or -1. */
    int[] positions(Rollup rollup) {
        ImmutableList<ImmutableList<String>> ofRollup = rollup.combinations().groups();
        Map<ImmutableList<String>, Integer> known = new HashMap<>();
        for (int i = 0; i < ofRollup.size(); i++) {
            known.put(ofRollup.get(i), i);
        }
        return combinations.stream()
                .mapToInt(combination -> known.getOrDefault(in(rollup, combination), -1))
                .toArray();
    }

    /** The combinations of the extra dimensions' values that occur, in order; one empty one where there are none. */
    ImmutableList<ImmutableList<String>> combinations() {
        return combinations.isEmpty() && query.groupBy().stream().noneMatch(Dimension::isExtra)
                ? ImmutableList.of(ImmutableList.of())
                : combinations;
    }

    /** Returns the extra dimensions that the result is grouped by, in the order of the members of a combination. */
    ImmutableList<String> dimensions() {
        return dimensions;
    }

    /**
     * Returns whether the rows of an aggregate that belong to a combination are among those that another one, the whole, reads for it;
     * else the whole was observed for itself.
     */
    boolean isPart(AggregateFormula part, AggregateFormula whole, int combination) {
        boolean[] isPart = parts.computeIfAbsent(List.of(part.rollups(), whole.rollups()), key -> {
            boolean[] ofCombinations = new boolean[combinations.size()];
            for (int c = 0; c < ofCombinations.length; c++) {
                ofCombinations[c] = true;
                for (int i = 0; i < part.rollups().size(); i++) {
                    ofCombinations[c] &=
                            isPart(part.rollups().get(i), whole.rollups().get(i), c);
                }
            }
            return ofCombinations;
        });
        return combination >= isPart.length || isPart[combination];
    }

    private boolean isPart(int part, int whole, int combination) {
        int own = combination(part, combination);
        CombinationGroups read = rollups.get(whole).combinations();
        return rollups.get(part).combinations().groupByCombination().entrySet().stream()
                .filter(entry -> entry.getValue() == own)
                .allMatch(entry -> read.groupOf(entry.getKey()) >= 0);
    }

    MissingPolicy policy() {
        return query.missing();
    }

    Rollup rollup(int number) {
        return rollups.get(number);
    }

    SlotColumns columns(int number) {
        return columns.get(number);
    }

    /** Returns whether no policy depends on how complete a group is. */
    boolean acceptsAll() {
        return acceptsAll;
    }

    /** Returns whether the expected number of any roll-up of an aggregate is unknown in a group. */
    boolean isOpen(AggregateFormula aggregate, int combination) {
        return isAnyOpen && aggregate.rollups().stream().anyMatch(rollup -> isOpen(rollup, combination));
    }

    /** Returns whether the periods of slots are those of the groups. */
    boolean hasSlotsOfGroups(PeriodGroups periods) {
        return periods.groups()
                .flatMap(slots -> grid.periods().map(groups -> groups.frequency() == slots.frequency()))
                .orElse(false);
    }

    /** Returns whether the period of each group is a slot. */
    boolean hasSlotOfEachGroup(PeriodGroups periods) {
        return hasSlotsOfGroups(periods)
                && grid.periods().stream()
                        .allMatch(groups -> periods.slotOfGroup(groups.from().toCode()) >= 0
                                && periods.slotOfGroup(groups.to().toCode()) >= 0);
    }

    /** Returns whether two stocks are of like moments: each period has the same position in its group. */
    boolean isLikeMoment(Cell now, Cell before, BasePeriod comparison) {
        if (now.asOf().isEmpty() || before.asOf().isEmpty()) {
            return true;
        }
        Lag lag = new Lag(comparison, grid.periods().orElseThrow().frequency(), true);
        return lag.counterpart(now.asOf().get())
                .filter(moment -> moment.lastDay().equals(before.asOf().get().lastDay()))
                .isPresent();
    }

    /**
     * Returns whether a series of the aggregate has a break between two groups: after the base, or in it if it has several periods,
     * up to the end of the later one.
     */
    boolean hasBreak(AggregateFormula aggregate, Compared.Groups groups, Cell now, Cell before) {
        for (int number : aggregate.rollups()) {
            int known = combination(number, groups.combination());
            int region = slot(aggregate.regionAxis(), groups.region());
            if (columns.get(number).hasBreaks() && known >= 0 && region >= 0) {
                PeriodGroups periods = rollups.get(number).periods();
                int[] slots = slotsBetween(aggregate, periods, groups, now, before);
                int first = (known * rollups.get(number).regions().size() + region) * periods.size();
                for (int slot = Math.max(0, slots[0]); slot <= Math.min(slots[1], periods.size() - 1); slot++) {
                    if (columns.get(number).hasBreak(first + slot)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private int[] slotsBetween(
            AggregateFormula aggregate, PeriodGroups periods, Compared.Groups groups, Cell now, Cell before) {
        if (aggregate.lastPeriodOnly()
                && now.asOf().isPresent()
                && before.asOf().isPresent()) {
            Frequency own = periods.rows().frequency();
            int from = TimePeriod.containing(before.asOf().get().lastDay(), own).toCode();
            int to = TimePeriod.containing(now.asOf().get().lastDay(), own).toCode();
            int first = periods.rows().from().toCode();
            return new int[] {from - first + 1, to - first};
        }
        int[] base = slots(periods, aggregate.window(), groups.base());
        int[] own = slots(periods, aggregate.window(), groups.period());
        boolean single = base[0] == base[1] && base[0] >= 0 && base[0] < periods.size() && periods.count(base[0]) == 1;
        return new int[] {single ? base[0] + 1 : base[0], own[1]};
    }

    /** Returns whether a roll-up combines members of extra dimensions in a group, so that the expected number of rows is unknown. */
    boolean isOpen(int rollup, int combination) {
        boolean[] ofRollup = open[rollup];
        return combination < ofRollup.length && ofRollup[combination];
    }

    /** Returns the number of a combination among the groups of a roll-up, or -1. */
    int combination(int rollup, int combination) {
        int[] positions = combinationOfRollup[rollup];
        return combination < positions.length ? positions[combination] : -1;
    }

    /** Returns the same for all region slots; the array must not be modified. */
    long[] expectedRegions(int rollup) {
        return expectedRegions[rollup];
    }

    /** Returns the number of regions of its source's level in a region slot of a roll-up. */
    long expectedRegions(int rollup, int slot) {
        return expectedRegions[rollup][slot];
    }

    /** Returns the slot of a region on a region axis, or -1. */
    int slot(int axis, int region) {
        return axis == 0 ? region : grid.regionAxes().get(axis).slots().get(region);
    }

    /** Returns the first and the last slot of the window of a group's period; some may lie outside the roll-up. */
    int[] slots(PeriodGroups periods, Window window, int period) {
        if (period == 0) {
            return new int[] {0, periods.size() - 1};
        }
        int own = window.kind() == Window.Kind.PERIOD ? periods.slotOfGroup(period) : -1;
        if (own >= 0) {
            return new int[] {own, own};
        }
        return windows.computeIfAbsent(new WindowKey(periods, window, period), key -> {
            TimePeriod group = TimePeriod.ofCode(period);
            return periods.slotsOf(window.first(group), window.last(group));
        });
    }
}
