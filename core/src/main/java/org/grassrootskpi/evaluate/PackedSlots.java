package org.grassrootskpi.evaluate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.slots.SlotPositions;
import org.jspecify.annotations.Nullable;

/**
 * The slots of all roll-ups of a sum, mean, minimum, maximum or count combined as longs, once instead of for every cell: what
 * most queries need. There is none for stocks, quantiles and weighted means, nor where a row that is not only counted has an explicit
 * precision, a sum overflows a long, or the roll-ups are incompatible. Statuses are not combined: they are asked of the roll-ups.
 */
final class PackedSlots {
    private static final long EXACT = 1L << 53;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private final PeriodGroups periods;
    private final AggregateFunction function;
    private final SlotPositions positions;
    private final long @Nullable [] counts;
    private final @Nullable DecimalColumn values;
    private final long[] expectedRegions;
    private final Window window;
    private final long[] expectedPeriods;

    /**
     * Creates slots.
     *
     * @param window which slots before a group's own still have to be added to it
     * @param expectedPeriods for each slot of a region how many periods there are in it
     */
    private PackedSlots(
            PeriodGroups periods,
            AggregateFunction function,
            SlotPositions positions,
            long @Nullable [] counts,
            @Nullable DecimalColumn values,
            long[] expectedRegions,
            Window window,
            long[] expectedPeriods) {
        this.periods = periods;
        this.function = function;
        this.positions = positions;
        this.counts = counts;
        this.values = values;
        this.expectedRegions = expectedRegions;
        this.window = window;
        this.expectedPeriods = expectedPeriods;
    }

    static @Nullable PackedSlots of(AggregateFormula aggregate, RollupResults results) {
        boolean known = switch (aggregate.function()) {
            case SUM, MEAN, MIN, MAX, COUNT ->
                !aggregate.lastPeriodOnly() && !aggregate.rollups().isEmpty();
            default -> false;
        };
        if (!known) {
            return null;
        }
        PackedSlots first = null;
        Merger merger = null;
        for (int part = 0; part < aggregate.rollups().size(); part++) {
            int number = aggregate.rollups().get(part);
            if (aggregate.rollups().size() > 1
                    && !results.rollup(number).combinations().isSingle()) {
                return null;
            }
            PackedSlots one =
                    of(aggregate, results.rollup(number), results.columns(number), results.expectedRegions(number));
            boolean alike = aggregate
                            .halfSteps()
                            .get(part)
                            .compareTo(aggregate.halfSteps().get(0))
                    == 0;
            if (one == null || !alike || (first != null && !one.isCompatibleWith(first))) {
                return null;
            }
            if (first == null) {
                first = one;
                merger = aggregate.rollups().size() == 1 ? null : new Merger(one);
            }
            if (merger != null && !merger.add(one)) {
                return null;
            }
        }
        PackedSlots packed = merger == null ? first : merger.merged();
        PackedSlots slid = packed == null ? null : SlidingWindow.over(packed, results);
        return slid == null ? packed : slid;
    }

    /** Returns the same with other numbers in all slots, to which no slot before them has to be added any more. */
    PackedSlots slid(long[] windowCounts, long @Nullable [] windowValues, long[] windowPeriods) {
        return new PackedSlots(
                periods,
                function,
                SlotPositions.all(windowCounts.length),
                windowCounts,
                windowValues == null ? null : DecimalColumn.ofUnsafe(windowValues, scale()),
                expectedRegions,
                Window.PERIOD,
                windowPeriods);
    }

    private static @Nullable PackedSlots of(
            AggregateFormula aggregate, Rollup rollup, SlotColumns result, long[] expectedRegions) {
        DecimalColumn values = column(aggregate.function(), result);
        boolean known = aggregate.function() == AggregateFunction.COUNT
                ? values == null
                : values != null && values.isUnscaled() && !result.hasUncertainties();
        return result.hasPlainCounts() && known
                ? new PackedSlots(
                        rollup.periods(),
                        aggregate.function(),
                        result.positions(),
                        result.countsUnsafe(),
                        values,
                        expectedRegions,
                        aggregate.window(),
                        rollup.periods().counts())
                : null;
    }

    private static @Nullable DecimalColumn column(AggregateFunction function, SlotColumns result) {
        return switch (function) {
            case SUM, MEAN -> result.sums();
            case MIN -> result.minima();
            case MAX -> result.maxima();
            default -> null;
        };
    }

    private boolean isCompatibleWith(PackedSlots other) {
        return scale() == other.scale()
                && periods.equals(other.periods)
                && expectedRegions.length == other.expectedRegions.length;
    }

    /** Returns how many decimals the values have. */
    int scale() {
        return values == null ? 0 : values.scale();
    }

    /** Merges several roll-ups, with a position for every slot. */
    private static final class Merger {
        private final PackedSlots like;
        private final boolean summed;
        private final long[] counts;
        private final long[] values;
        private final long[] expectedRegions;

        Merger(PackedSlots like) {
            this.like = like;
            summed = like.function == AggregateFunction.SUM || like.function == AggregateFunction.MEAN;
            expectedRegions = new long[like.expectedRegions.length];
            counts = new long[expectedRegions.length * like.periods.size()];
            values = new long[like.values == null ? 0 : counts.length];
        }

        PackedSlots merged() {
            return new PackedSlots(
                    like.periods,
                    like.function,
                    SlotPositions.all(counts.length),
                    counts,
                    like.values == null ? null : DecimalColumn.ofUnsafe(values, like.scale()),
                    expectedRegions,
                    like.window,
                    like.expectedPeriods);
        }

        /** Adds a roll-up; returns false if a sum leaves the range of a long. */
        boolean add(PackedSlots other) {
            for (int region = 0; region < expectedRegions.length; region++) {
                expectedRegions[region] += other.expectedRegions[region];
            }
            long[] sums = summed && other.values != null ? other.values.longsUnsafe() : null;
            if (sums == null || other.counts == null || !other.positions.hasAll()) {
                return addPositions(other);
            }
            return addSlots(sums, other.counts);
        }

        /** Adds the usual case without a test for each slot: the sum of a slot without rows is zero. */
        private boolean addSlots(long[] otherValues, long[] otherCounts) {
            long overflow = 0;
            for (int slot = 0; slot < values.length; slot++) {
                long a = values[slot];
                long b = otherValues[slot];
                values[slot] = a + b;
                overflow |= (a ^ (a + b)) & (b ^ (a + b));
            }
            for (int slot = 0; slot < counts.length; slot++) {
                counts[slot] += otherCounts[slot];
            }
            return overflow >= 0;
        }

        private boolean addPositions(PackedSlots other) {
            long overflow = 0;
            for (int position = 0; position < other.positions.size(); position++) {
                long rows = other.count(position);
                int slot = other.positions.slot(position);
                if (other.values != null && rows > 0) {
                    long a = values[slot];
                    long b = other.values.unscaled(position);
                    long both = counts[slot] == 0 ? b : combined(a, b);
                    overflow |= summed ? (a ^ both) & (b ^ both) : 0;
                    values[slot] = both;
                }
                counts[slot] += rows;
            }
            return overflow >= 0;
        }

        private long combined(long a, long b) {
            return like.function == AggregateFunction.MIN
                    ? Math.min(a, b)
                    : like.function == AggregateFunction.MAX ? Math.max(a, b) : a + b;
        }
    }

    PeriodGroups periods() {
        return periods;
    }

    /** Returns which slots before a group's own have to be added to it: none, if that has been done for all. */
    Window window() {
        return window;
    }

    AggregateFunction function() {
        return function;
    }

    boolean hasValues() {
        return values != null;
    }

    SlotPositions positions() {
        return positions;
    }

    /** Copies the slots of a region: how many rows each has, and its value times ten to the power of the scale, zero without a row. */
    void read(int region, long[] ofCounts, long[] ofValues) {
        Arrays.fill(ofCounts, 0);
        Arrays.fill(ofValues, 0);
        int first = region * periods.size();
        int[] present = positions.slotsUnsafe();
        int at = present == null ? first : Arrays.binarySearch(present, first);
        for (int position = at < 0 ? -at - 1 : at; position < positions.size(); position++) {
            int slot = positions.slot(position) - first;
            if (slot >= ofCounts.length) {
                return;
            }
            ofCounts[slot] = count(position);
            ofValues[slot] = values == null || ofCounts[slot] == 0 ? 0 : values.unscaled(position);
        }
    }

    /** Returns whether both have the same slots, so that each slot has a row in both or in none. */
    boolean hasSameSlotsAs(PackedSlots other) {
        return counts == other.counts
                && (positions == other.positions || (positions.hasAll() && other.positions.hasAll()))
                && periods.equals(other.periods);
    }

    int regions() {
        return expectedRegions.length;
    }

    /** Returns the slots that have a row, ascending; the array must not be modified. */
    int[] observed() {
        int[] present = positions.slotsUnsafe();
        if (present != null && counts == null) {
            return present;
        }
        return IntStream.range(0, positions.size())
                .filter(position -> count(position) > 0)
                .map(positions::slot)
                .toArray();
    }

    /**
     * Returns the position of a slot that has a row.
     *
     * @param index where it is in {@link #observed}
     */
    int positionOfObserved(int slot, int index) {
        return positions.hasAll() || counts != null ? positions.of(slot) : index;
    }

    long expected(int region, int slot) {
        return expectedRegions[region] * expectedPeriods[slot];
    }

    /** Returns the position of a slot of a region and a period, for the methods below; also if there is no row. */
    int position(int region, int slot) {
        return positions.of(region * periods.size() + slot);
    }

    long count(int position) {
        return position == positions.size() ? 0 : counts == null ? 1 : counts[position];
    }

    /** Returns the value of a position that has a row. */
    BigDecimal value(int position) {
        return values == null ? BigDecimal.ZERO : values.get(position);
    }

    /** Returns the value of a position that has a row, times ten to the power of the scale. */
    long unscaled(int position) {
        return values == null ? 0 : values.unscaled(position);
    }

    /** Returns the nearest double, NaN if there is no row. */
    double number(int position) {
        return values != null && count(position) == 0 ? Double.NaN : numberOfRows(position);
    }

    /** Returns the nearest double of a position that has a row. */
    double numberOfRows(int position) {
        if (values == null) {
            return count(position);
        }
        long unscaled = values.unscaled(position);
        // Both numbers are exact below 2^53, so that their quotient is the nearest double.
        return isExact(unscaled)
                ? unscaled / POWERS[values.scale()]
                : values.get(position).doubleValue();
    }

    /** Returns the nearest double to a quotient of sums, NaN if one has no row or the divisor is zero; empty if unsure. */
    OptionalDouble dividedBy(int position, PackedSlots other, int by) {
        if (values == null
                || other.values == null
                || function != AggregateFunction.SUM
                || other.function != AggregateFunction.SUM) {
            return OptionalDouble.empty();
        }
        if (count(position) == 0 || other.count(by) == 0 || other.values.unscaled(by) == 0) {
            return OptionalDouble.of(Double.NaN);
        }
        long dividend = values.unscaled(position);
        long divisor = other.values.unscaled(by);
        boolean sure = scale() == other.scale() && isExact(dividend) && isExact(divisor);
        return sure ? OptionalDouble.of((double) dividend / divisor) : OptionalDouble.empty();
    }

    /** Returns the nearest double to the relative change from one slot to another, NaN if there is none; empty if unsure. */
    OptionalDouble growth(int before, int now) {
        if (values == null || function != AggregateFunction.SUM) {
            return OptionalDouble.empty();
        }
        if (count(now) == 0 || count(before) == 0 || values.unscaled(before) <= 0) {
            return OptionalDouble.of(Double.NaN);
        }
        long base = values.unscaled(before);
        long change = values.unscaled(now) - base;
        boolean sure = isExact(values.unscaled(now)) && isExact(base) && isExact(change);
        return sure ? OptionalDouble.of((double) change / base) : OptionalDouble.empty();
    }

    /** Returns whether a double holds a number exactly. */
    static boolean isExact(long value) {
        return -EXACT <= value && value <= EXACT;
    }
}
