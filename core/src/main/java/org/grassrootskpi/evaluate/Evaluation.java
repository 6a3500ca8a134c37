package org.grassrootskpi.evaluate;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** The cells of one query, made from the results of its roll-ups. Thread-safe. */
final class Evaluation implements Cells {
    private final RollupResults results;
    private final PairFold pairs;
    private final TargetResults targets;
    private final IdentityHashMap<AggregateFormula, PackedSlots> packed = new IdentityHashMap<>();
    private final Places places;
    private final Map<EarlierKey, Integer> earlier = new ConcurrentHashMap<>();

    /** What the values of a quantile depend on, besides its probability. */
    private record ValuesKey(ImmutableList<Integer> rollups, Window window) {
        static ValuesKey of(AggregateFormula aggregate) {
            return new ValuesKey(aggregate.rollups(), aggregate.window());
        }
    }

    private record EarlierKey(int period, BasePeriod comparison) {
        /** Few comparisons are asked for at once: periods tell keys apart. */
        @Override
        public int hashCode() {
            return period;
        }
    }

    private Evaluation(ResultGrid grid, RollupResults results, PairFold pairs, TargetResults targets) {
        this.results = results;
        this.pairs = pairs;
        this.targets = targets;
        this.places = new Places(this, grid, results);
    }

    /**
     * Creates an evaluation that reads pairs if the results show that it needs them.
     *
     * @param found the results of the recipe's roll-ups, in their order
     * @param further runs other roll-ups
     * @param ofTargets runs roll-ups over the table of targets
     * @param threads how many threads may be used
     */
    static Evaluation of(
            Recipe recipe,
            List<RollupResult> found,
            Function<ImmutableList<Rollup>, List<RollupResult>> further,
            Function<ImmutableList<Rollup>, List<RollupResult>> ofTargets,
            int threads) {
        RollupResults results = new RollupResults(recipe.query(), recipe.grid(), recipe.rollups(), found);
        List<Pair> pairs = recipe.formulas().stream()
                .flatMap(List::stream)
                .flatMap(Formula::pairs)
                .toList();
        Evaluation evaluation = new Evaluation(
                recipe.grid(),
                results,
                PairFold.of(results, pairs, recipe.pairs(), further),
                TargetResults.of(recipe, results.combinations(), further, ofTargets, threads));
        evaluation.pack(
                recipe.formulas().stream()
                        .flatMap(List::stream)
                        .flatMap(Formula::aggregates)
                        .toList(),
                threads);
        return evaluation;
    }

    private void pack(List<AggregateFormula> aggregates, int threads) {
        ListMultimap<ValuesKey, BigDecimal> probabilities = ArrayListMultimap.create();
        for (AggregateFormula aggregate : aggregates) {
            if (aggregate.function() == AggregateFunction.QUANTILE) {
                probabilities.put(ValuesKey.of(aggregate), aggregate.probability());
            }
        }
        Map<ImmutableList<Integer>, PackedSlots> sameCounts = new HashMap<>();
        Map<ValuesKey, QuantileColumns> quantiles = new HashMap<>();
        probabilities.asMap().forEach((key, of) -> quantiles.put(key, new QuantileColumns(of, threads)));
        for (AggregateFormula aggregate : aggregates) {
            ValuesKey key = ValuesKey.of(aggregate);
            PackedSlots slots = packed.containsKey(aggregate)
                    ? null
                    : PackedSlots.of(
                            aggregate, results, sameCounts.get(aggregate.rollups()), quantiles.get(key), threads);
            if (slots != null) {
                PackedSlots slid = SlidingWindow.over(slots, results, threads);
                packed.put(aggregate, slid == null ? slots : slid);
                sameCounts.putIfAbsent(aggregate.rollups(), slots);
            }
        }
    }

    /** Returns the combinations of the extra dimensions' members that occur, in order; one empty one if there are none. */
    ImmutableList<ImmutableList<String>> combinations() {
        return results.combinations();
    }

    @Override
    public Cell aggregate(AggregateFormula formula, int region, int period, int combination) {
        return fold(formula, region, period, combination).cell();
    }

    private SlotFold fold(AggregateFormula formula, int region, int period, int combination) {
        PackedSlots slots = packed.get(formula);
        boolean fromSlots = slots != null && slots.makesCells();
        return new SlotFold(results, fromSlots ? slots : null, formula, region, period, combination);
    }

    @Override
    public PairedCells paired(Pair pair, int region, int period, int combination, Cell ofAll, Cell otherOfAll) {
        return pairs.cells(pair, region, period, combination, ofAll, otherOfAll);
    }

    @Override
    public ImmutableList<Cell> complete(
            ImmutableList<Pair> of, int region, int period, int combination, ImmutableList<Cell> ofAll) {
        return pairs.cells(of, region, period, combination, ofAll);
    }

    @Override
    public Cell target(PlannedTarget target, int region, int period, int combination) {
        return targets.cell(target, region, period, combination);
    }

    @Override
    public boolean isLikeMoment(Cell now, Cell before, BasePeriod comparison) {
        return results.isLikeMoment(now, before, comparison);
    }

    @Override
    public boolean hasBreak(AggregateFormula aggregate, Compared.Groups groups, Cell now, Cell before) {
        return results.hasBreak(aggregate, groups, now, before);
    }

    /** Returns the combined slots of an aggregate, or null if each roll-up has to be read. */
    @Nullable PackedSlots packed(AggregateFormula aggregate) {
        return packed.get(aggregate);
    }

    /** Returns the position in its packed slots of an aggregate that is a single slot, or -1 for all others. */
    private int position(
            AggregateFormula aggregate, @Nullable PackedSlots slots, int region, int period, int combination) {
        if (slots == null || slots.window().kind() != Window.Kind.PERIOD) {
            return -1;
        }
        int regionSlot = results.slot(aggregate.regionAxis(), region);
        int own = slots.slotOf(period);
        return own < 0 || regionSlot < 0 ? -1 : slots.position(combination, regionSlot, own);
    }

    /** Returns the same of slots with a number if no policy depends on how complete the slot is. */
    private int numberPosition(
            AggregateFormula aggregate, @Nullable PackedSlots slots, int region, int period, int combination) {
        return slots != null && slots.hasNumbers() && results.acceptsAll()
                ? position(aggregate, slots, region, period, combination)
                : -1;
    }

    /** Returns the same of slots that are not kept apart by extra dimensions, for comparisons. */
    private int comparedPosition(AggregateFormula aggregate, @Nullable PackedSlots slots, int region, int period) {
        return slots != null && slots.isPlain() ? numberPosition(aggregate, slots, region, period, 0) : -1;
    }

    /** Returns the slots whose values are those of an aggregate as it is; null if it has to be computed as a decimal. */
    @Nullable PackedSlots numbers(AggregateFormula aggregate) {
        PackedSlots slots = packed.get(aggregate);
        boolean asItIs = slots != null
                && slots.hasNumbers()
                && results.acceptsAll()
                && slots.window().kind() == Window.Kind.PERIOD
                && aggregate.regionAxis() == 0
                && aggregate.function() != AggregateFunction.MEAN;
        return asItIs ? slots : null;
    }

    /** Returns the slots whose counts say how complete an aggregate is; null if this has to be computed from its cells. */
    @Nullable PackedSlots coverages(AggregateFormula aggregate) {
        PackedSlots slots = packed.get(aggregate);
        boolean asItIs = slots != null
                && slots.isPlain()
                && slots.window().kind() == Window.Kind.PERIOD
                && !aggregate.isUnobserved()
                && !results.isOpen(aggregate, 0);
        return asItIs ? slots : null;
    }

    /** Returns the cells of an aggregate as numbers; null if none of them is plain. */
    @Nullable PlainSlots plain(AggregateFormula aggregate) {
        return PlainSlots.of(aggregate, packed.get(aggregate), results);
    }

    @Override
    public OptionalDouble number(AggregateFormula formula, int region, int period, int combination) {
        PackedSlots slots = packed.get(formula);
        int position = numberPosition(formula, slots, region, period, combination);
        if (slots == null || position < 0) {
            return OptionalDouble.empty();
        }
        boolean isMean = formula.function() == AggregateFunction.MEAN;
        return isMean ? slots.mean(position) : OptionalDouble.of(slots.number(position));
    }

    @Override
    public OptionalDouble coverage(AggregateFormula formula, int region, int period, int combination) {
        PackedSlots slots = coverages(formula);
        int position = position(formula, slots, region, period, combination);
        return slots == null || position < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        slots.coverage(position, results.slot(formula.regionAxis(), region), slots.slotOf(period)));
    }

    @Override
    public OptionalDouble quotient(
            Formula numerator, Formula denominator, Optional<Pair> pair, int region, int period) {
        if (!(numerator instanceof AggregateFormula above) || !(denominator instanceof AggregateFormula below)) {
            return OptionalDouble.empty();
        }
        PackedSlots upper = packed.get(above);
        PackedSlots lower = packed.get(below);
        int at = comparedPosition(above, upper, region, period);
        int by = comparedPosition(below, lower, region, period);
        if (upper == null || lower == null || at < 0 || by < 0) {
            return OptionalDouble.empty();
        }
        boolean asTheyAre = pair.isEmpty()
                || !pairs.hasRead(pair.get())
                || upper.count(at) == 0
                || lower.count(by) == 0
                || (isComplete(above, region, period) && isComplete(below, region, period));
        return asTheyAre ? upper.dividedBy(at, lower, by) : pairs.quotient(pair.get(), region, period);
    }

    @Override
    public OptionalDouble attained(Formula value, PlannedTarget target, PlanPath.Share due, int region, int period) {
        if (!(value instanceof AggregateFormula of)) {
            return OptionalDouble.empty();
        }
        PackedSlots slots = packed.get(of);
        int at = comparedPosition(of, slots, region, period);
        return slots != null && at >= 0
                ? targets.attained(slots, at, target, due, region, period)
                : OptionalDouble.empty();
    }

    /** Returns the same for a value that is known, by a target of this evaluation, whose own period is given. */
    OptionalDouble attained(PackedSlots of, int at, PlannedTarget target, PlanPath.Share due, int region, int period) {
        if (!(target.formula() instanceof AggregateFormula aggregate)) {
            return OptionalDouble.empty();
        }
        PackedSlots slots = packed.get(aggregate);
        int by = comparedPosition(aggregate, slots, region, period);
        return slots == null || by < 0 || (target.isWholeOnly() && !isComplete(aggregate, region, period))
                ? OptionalDouble.empty()
                : of.attained(at, slots, by, due);
    }

    @Override
    public OptionalDouble growth(Formula of, Optional<Pair> pair, int region, int base, int period) {
        if (!(of instanceof AggregateFormula aggregate)) {
            return OptionalDouble.empty();
        }
        PackedSlots slots = packed.get(aggregate);
        int before = comparedPosition(aggregate, slots, region, base);
        int now = comparedPosition(aggregate, slots, region, period);
        if (slots == null || before < 0 || now < 0) {
            return OptionalDouble.empty();
        }
        boolean asTheyAre = pair.isEmpty()
                || !pairs.hasRead(pair.get())
                || slots.count(now) == 0
                || slots.count(before) == 0
                || (isComplete(aggregate, region, base) && isComplete(aggregate, region, period));
        return asTheyAre ? slots.growth(before, now) : pairs.growth(pair.get(), region, period);
    }

    /** Returns whether a group of packed slots has all observations that are expected, of which the number is known. */
    private boolean isComplete(AggregateFormula aggregate, int region, int period) {
        PackedSlots slots = packed.get(aggregate);
        int regionSlot = results.slot(aggregate.regionAxis(), region);
        if (slots == null || regionSlot < 0 || aggregate.isUnobserved() || results.isOpen(aggregate, 0)) {
            return false;
        }
        int own = slots.slotOf(period);
        return own >= 0 && slots.count(slots.position(regionSlot, own)) == slots.expected(regionSlot, own);
    }

    @Override
    public Cell place(RankFormula formula, int region, int period, int combination) {
        return places.cell(formula, region, period, combination);
    }

    @Override
    public double rank(RankFormula formula, int region, int period, int combination) {
        return places.number(formula, region, period, combination);
    }

    @Override
    public boolean isPart(AggregateFormula part, AggregateFormula whole, int combination) {
        return results.isPart(part, whole, combination);
    }

    /** Returns the number of observations of an aggregate. */
    long present(AggregateFormula aggregate, int region, int period, int combination) {
        PackedSlots slots = packed.get(aggregate);
        int position = position(aggregate, slots, region, period, combination);
        return slots != null && position >= 0
                ? slots.count(position)
                : fold(aggregate, region, period, combination).count();
    }

    /** Returns whether there is any row of an aggregate, even one without a value. */
    boolean hasRow(AggregateFormula aggregate, int region, int period, int combination) {
        PackedSlots slots = packed.get(aggregate);
        int position = position(aggregate, slots, region, period, combination);
        if (slots != null && position >= 0) {
            if (slots.count(position) > 0) {
                return true;
            }
            if (slots.statuses().areNormal()) {
                return false;
            }
        }
        return fold(aggregate, region, period, combination).hasRow();
    }

    @Override
    public int earlier(int period, BasePeriod comparison) {
        EarlierKey key = new EarlierKey(period, comparison);
        Integer known = earlier.get(key);
        if (known == null) {
            known = comparison
                    .of(TimePeriod.ofCode(period))
                    .map(TimePeriod::toCode)
                    .orElse(-1);
            earlier.put(key, known);
        }
        return known;
    }
}
