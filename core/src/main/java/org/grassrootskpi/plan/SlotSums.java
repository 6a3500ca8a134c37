package org.grassrootskpi.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.grassrootskpi.plan.Formula.Function;
import org.grassrootskpi.plan.Formula.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * The slots of all rollups of an aggregate put together as longs, once and not again for every cell: what most queries
 * need. There is none where a row has a remark, a sum leaves the range of a long, or rollups do not go together.
 */
final class SlotSums {
    private static final long EXACT = 1L << 53;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private final PeriodGroups periods;
    private final Function function;
    private final SlotIndex index;
    private final long @Nullable [] counts;
    private final long @Nullable [] values;
    private final int scale;
    private final long[] expectedRegions;

    private SlotSums(
            PeriodGroups periods,
            Function function,
            SlotIndex index,
            long @Nullable [] counts,
            long @Nullable [] values,
            int scale,
            long[] expectedRegions) {
        this.periods = periods;
        this.function = function;
        this.index = index;
        this.counts = counts;
        this.values = values;
        this.scale = scale;
        this.expectedRegions = expectedRegions;
    }

    static @Nullable SlotSums of(
            Leaf leaf, List<Rollup> rollups, List<RollupResult> results, long[][] expectedRegions) {
        boolean known = switch (leaf.function()) {
            case SUM, MEAN, MIN, MAX, COUNT ->
                !leaf.lastOnly() && !leaf.rollups().isEmpty();
            default -> false;
        };
        if (!known) {
            return null;
        }
        SlotSums all = null;
        for (int part = 0; part < leaf.rollups().size(); part++) {
            int number = leaf.rollups().get(part);
            SlotSums one = of(leaf, rollups.get(number), results.get(number), expectedRegions[number]);
            boolean alike =
                    leaf.halfSteps().get(part).compareTo(leaf.halfSteps().get(0)) == 0
                            && rollups.get(number).regions().size()
                                    == rollups.get(leaf.rollups().get(0))
                                            .regions()
                                            .size();
            if (one == null || !alike) {
                return null;
            }
            all = all == null ? one : all.plus(one, part == 1);
            if (all == null) {
                return null;
            }
        }
        return all;
    }

    private static @Nullable SlotSums of(Leaf leaf, Rollup rollup, RollupResult result, long[] expectedRegions) {
        DecimalColumn column = result.column(leaf.function());
        long[] values = column == null ? null : column.unscaled();
        if (!result.isPlain() || (values == null && leaf.function() != Function.COUNT)) {
            return null;
        }
        return new SlotSums(
                rollup.periods(),
                leaf.function(),
                result.index(),
                result.counts(),
                values,
                column == null ? 0 : column.scale(),
                expectedRegions);
    }

    /** The same with a place for every slot, in arrays of its own. */
    private SlotSums copy() {
        int slots = expectedRegions.length * periods.size();
        long[] allCounts = new long[slots];
        long[] allValues = values == null ? null : new long[slots];
        for (int place = 0; place < index.places(); place++) {
            int slot = index.slot(place);
            allCounts[slot] = count(place);
            if (allValues != null && values != null) {
                allValues[slot] = values[place];
            }
        }
        return new SlotSums(
                periods, function, SlotIndex.all(slots), allCounts, allValues, scale, expectedRegions.clone());
    }

    /** Both together, in this one's arrays unless they are still those of a rollup; null if they do not go together. */
    private @Nullable SlotSums plus(SlotSums other, boolean copied) {
        if (scale != other.scale || !periods.equals(other.periods)) {
            return null;
        }
        SlotSums all = copied ? copy() : this;
        return all.add(other) ? all : null;
    }

    /** Adds another one into this one's arrays; false if a sum leaves the range of a long. */
    private boolean add(SlotSums other) {
        boolean everySlot = other.index.hasAll() && isSummed();
        boolean fits = (everySlot && other.counts != null) ? addSlots(other.values, other.counts) : addPlaces(other);
        for (int region = 0; region < expectedRegions.length; region++) {
            expectedRegions[region] += other.expectedRegions[region];
        }
        return fits;
    }

    private boolean isSummed() {
        return function == Function.SUM || function == Function.MEAN;
    }

    /** The usual case, without a question for each slot: the sum of a slot without rows is zero. */
    private boolean addSlots(long @Nullable [] otherValues, long[] otherCounts) {
        long overflow = 0;
        for (int slot = 0; values != null && otherValues != null && slot < otherValues.length; slot++) {
            long a = values[slot];
            long b = otherValues[slot];
            values[slot] = a + b;
            overflow |= (a ^ (a + b)) & (b ^ (a + b));
        }
        for (int slot = 0; counts != null && slot < otherCounts.length; slot++) {
            counts[slot] += otherCounts[slot];
        }
        return overflow >= 0;
    }

    private boolean addPlaces(SlotSums other) {
        long overflow = 0;
        for (int place = 0; counts != null && place < other.index.places(); place++) {
            long rows = other.count(place);
            int slot = other.index.slot(place);
            if (values != null && other.values != null && rows > 0) {
                long a = values[slot];
                long b = other.values[place];
                long both = counts[slot] == 0 ? b : combined(a, b);
                overflow |= isSummed() ? (a ^ both) & (b ^ both) : 0;
                values[slot] = both;
            }
            counts[slot] += rows;
        }
        return overflow >= 0;
    }

    private long combined(long a, long b) {
        return function == Function.MIN ? Math.min(a, b) : function == Function.MAX ? Math.max(a, b) : a + b;
    }

    PeriodGroups periods() {
        return periods;
    }

    SlotIndex index() {
        return index;
    }

    /** Whether both have the same slots, so that what one has a row of the other has as well. */
    boolean isLike(SlotSums other) {
        return counts == other.counts
                && (index == other.index || (index.hasAll() && other.index.hasAll()))
                && periods.equals(other.periods);
    }

    int regions() {
        return expectedRegions.length;
    }

    /** How many slots have a row. */
    int observed() {
        if (counts == null) {
            return index.places();
        }
        int observed = 0;
        for (long count : counts) {
            observed += count > 0 ? 1 : 0;
        }
        return observed;
    }

    long expected(int region, int slot) {
        return expectedRegions[region] * periods.count(slot);
    }

    /** The place of a slot of a region and a period, for the methods below; also where there is no row. */
    int place(int region, int slot) {
        return index.place(region * periods.size() + slot);
    }

    long count(int place) {
        return place == index.places() ? 0 : counts == null ? 1 : counts[place];
    }

    /** The value of a place that has a row. */
    BigDecimal value(int place) {
        return values == null ? BigDecimal.ZERO : BigDecimal.valueOf(values[place], scale);
    }

    /** The nearest double, NaN where there is no row. */
    double number(int place) {
        if (values == null) {
            return count(place);
        }
        if (count(place) == 0) {
            return Double.NaN;
        }
        // Both numbers are exact below 2^53, so that their quotient is the nearest double.
        return isExact(values[place])
                ? values[place] / POWERS[scale]
                : BigDecimal.valueOf(values[place], scale).doubleValue();
    }

    /** The nearest double to a quotient of sums, NaN where one has no row or the divisor is zero; empty if unsure. */
    OptionalDouble dividedBy(int place, SlotSums other, int by) {
        if (values == null || other.values == null || function != Function.SUM || other.function != Function.SUM) {
            return OptionalDouble.empty();
        }
        if (count(place) == 0 || other.count(by) == 0 || other.values[by] == 0) {
            return OptionalDouble.of(Double.NaN);
        }
        boolean sure = scale == other.scale && isExact(values[place]) && isExact(other.values[by]);
        return sure ? OptionalDouble.of((double) values[place] / other.values[by]) : OptionalDouble.empty();
    }

    /** The nearest double to the relative change from one slot to another, NaN where there is none; empty if unsure. */
    OptionalDouble growth(int before, int now) {
        if (values == null || function != Function.SUM) {
            return OptionalDouble.empty();
        }
        if (count(now) == 0 || count(before) == 0 || values[before] <= 0) {
            return OptionalDouble.of(Double.NaN);
        }
        boolean sure = isExact(values[now]) && isExact(values[before]) && isExact(values[now] - values[before]);
        return sure
                ? OptionalDouble.of((double) (values[now] - values[before]) / values[before])
                : OptionalDouble.empty();
    }

    private static boolean isExact(long value) {
        return -EXACT <= value && value <= EXACT;
    }
}
