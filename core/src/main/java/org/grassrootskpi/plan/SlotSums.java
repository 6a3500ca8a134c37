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
    private final long[] counts;
    private final long @Nullable [] values;
    private final int scale;
    private final long[] expectedRegions;

    private SlotSums(
            PeriodGroups periods,
            Function function,
            long[] counts,
            long @Nullable [] values,
            int scale,
            long[] expectedRegions) {
        this.periods = periods;
        this.function = function;
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
        long[] counts = result.plainCounts();
        DecimalColumn column = result.column(leaf.function());
        long[] values = column == null ? null : column.unscaled();
        if (counts == null || (values == null && leaf.function() != Function.COUNT)) {
            return null;
        }
        return new SlotSums(
                rollup.periods(),
                leaf.function(),
                counts,
                values,
                column == null ? 0 : column.scale(),
                expectedRegions);
    }

    /** Both together, in new arrays if this one's are still those of a rollup; null if they do not go together. */
    private @Nullable SlotSums plus(SlotSums other, boolean copied) {
        if (scale != other.scale || !periods.equals(other.periods) || counts.length != other.counts.length) {
            return null;
        }
        long[] allCounts = copied ? counts.clone() : counts;
        long[] allValues = values == null || !copied ? values : values.clone();
        long[] allRegions = copied ? expectedRegions.clone() : expectedRegions;
        long overflow = 0;
        for (int slot = 0; slot < allCounts.length; slot++) {
            if (allValues != null && other.values != null && other.counts[slot] > 0) {
                long a = allValues[slot];
                long b = other.values[slot];
                long both = allCounts[slot] == 0 ? b : combined(a, b);
                overflow |= function == Function.SUM || function == Function.MEAN ? (a ^ both) & (b ^ both) : 0;
                allValues[slot] = both;
            }
            allCounts[slot] += other.counts[slot];
        }
        for (int region = 0; region < allRegions.length; region++) {
            allRegions[region] += other.expectedRegions[region];
        }
        return overflow < 0 ? null : new SlotSums(periods, function, allCounts, allValues, scale, allRegions);
    }

    private long combined(long a, long b) {
        return function == Function.MIN ? Math.min(a, b) : function == Function.MAX ? Math.max(a, b) : a + b;
    }

    PeriodGroups periods() {
        return periods;
    }

    long count(int region, int slot) {
        return counts[region * periods.size() + slot];
    }

    long expected(int region, int slot) {
        return expectedRegions[region] * periods.count(slot);
    }

    /** The value of a slot that has a row. */
    BigDecimal value(int region, int slot) {
        return values == null ? BigDecimal.ZERO : BigDecimal.valueOf(values[region * periods.size() + slot], scale);
    }

    /** The place of a slot, for the methods that give doubles. */
    int place(int region, int slot) {
        return region * periods.size() + slot;
    }

    long count(int place) {
        return counts[place];
    }

    /** The nearest double, NaN where there is no row. */
    double number(int place) {
        if (values == null) {
            return counts[place];
        }
        if (counts[place] == 0) {
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
        if (counts[place] == 0 || other.counts[by] == 0 || other.values[by] == 0) {
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
        if (counts[now] == 0 || counts[before] == 0 || values[before] <= 0) {
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
