package org.grassrootskpi.evaluate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotPositions;
import org.jspecify.annotations.Nullable;

/**
 * The slots of all roll-ups of an aggregate combined, once instead of for every cell: the counts of all aggregates, and the values
 * of sums, means, minima and maxima, as longs of one scale where they suffice. There are none for stocks, nor where the roll-ups
 * have other slots than each other.
 *
 * <p>Numbers can be read from them in any case. Cells can be made from them if all rows are as precise as their indicator, and their
 * expected number is known or there is one roll-up; other cells are folded from the roll-ups.
 */
final class PackedSlots {
    private static final long EXACT = 1L << 53;
    private static final int MOST_SHARE_BITS = 20;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private final PeriodGroups periods;
    private final AggregateFunction function;
    private final SlotPositions positions;
    private final long @Nullable [] counts;
    private final @Nullable DecimalColumn values;
    private final long[] expectedRegions;
    private final Window window;
    private final long[] expectedPeriods;
    private final boolean isPlain;
    private final boolean hasExactRows;
    private final WorstStatuses statuses;

    /**
     * Creates slots.
     *
     * @param window which slots before a group's own still have to be added to it
     * @param expectedPeriods for each slot of a region how many periods there are in it
     * @param isPlain whether they are of a single combination of extra dimensions, so that counts say how complete a slot is
     * @param hasExactRows whether all rows are as precise as their indicators, which are equally precise
     */
    private PackedSlots(
            PeriodGroups periods,
            AggregateFunction function,
            SlotPositions positions,
            long @Nullable [] counts,
            @Nullable DecimalColumn values,
            long[] expectedRegions,
            Window window,
            long[] expectedPeriods,
            boolean isPlain,
            boolean hasExactRows,
            WorstStatuses statuses) {
        this.periods = periods;
        this.function = function;
        this.positions = positions;
        this.counts = counts;
        this.values = values;
        this.expectedRegions = expectedRegions;
        this.window = window;
        this.expectedPeriods = expectedPeriods;
        this.isPlain = isPlain;
        this.hasExactRows = hasExactRows;
        this.statuses = statuses;
    }

    /**
     * Combines the slots of an aggregate, each by itself, whatever its window; null if they cannot be combined.
     *
     * @param like what this returned for another aggregate of the same roll-ups, whose counts are shared
     * @param quantiles of the same roll-ups
     * @param threads how many threads combine them
     */
    static @Nullable PackedSlots of(
            AggregateFormula aggregate,
            RollupResults results,
            @Nullable PackedSlots like,
            @Nullable QuantileColumns quantiles,
            int threads) {
        if (aggregate.lastPeriodOnly() || aggregate.rollups().isEmpty()) {
            return null;
        }
        PackedParts parts = new PackedParts(aggregate, results, threads);
        if (!parts.haveSameSlots()) {
            return null;
        }
        PackedParts.Columns columns = parts.combined(like == null ? null : like.counts);
        boolean hasQuantile = aggregate.function() == AggregateFunction.QUANTILE
                && aggregate.window().kind() == Window.Kind.PERIOD
                && columns.positions.hasAll();
        DecimalColumn values =
                hasQuantile && quantiles != null ? quantiles.of(aggregate.probability(), parts) : columns.values;
        int first = aggregate.rollups().get(0);
        return new PackedSlots(
                results.rollup(first).periods(),
                aggregate.function(),
                columns.positions,
                columns.counts,
                values,
                parts.expectedRegions(),
                aggregate.window(),
                results.rollup(first).periods().counts(),
                parts.arePlain(),
                parts.areExact() && (values == null || values.isUnscaled()),
                new WorstStatuses(parts.results()));
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
                windowPeriods,
                isPlain,
                hasExactRows,
                statuses);
    }

    /** Returns how many decimals the values have. */
    int scale() {
        return values == null ? 0 : values.scale();
    }

    /** Returns whether values are held as decimals because longs do not suffice. */
    private boolean hasDecimals() {
        return values != null && !values.isUnscaled();
    }

    /** Returns whether the slots are not kept apart by members of extra dimensions, and how many rows are expected is known. */
    boolean isPlain() {
        return isPlain;
    }

    /** Returns whether a cell can be made from its slots. */
    boolean makesCells() {
        boolean isFolded = switch (function) {
            case SUM, MEAN, MIN, MAX -> values != null && hasExactRows;
            case COUNT -> true;
            case WEIGHTED_MEAN, QUANTILE, QUANTILE_SKETCH -> false;
        };
        return isPlain && isFolded;
    }

    /** Returns whether the slots have a number each: a value, or a count that is asked for. */
    boolean hasNumbers() {
        return values != null || function == AggregateFunction.COUNT;
    }

    /** Returns whether values are absent or longs, so that {@link #read} can read them. */
    boolean isReadable() {
        return isPlain && hasNumbers() && !hasDecimals();
    }

    /** Returns the worst statuses of the rows. */
    WorstStatuses statuses() {
        return statuses;
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
        int[] slots = new int[positions.size()];
        int rows = 0;
        for (int position = 0; position < slots.length; position++) {
            slots[rows] = positions.slot(position);
            rows += count(position) > 0 ? 1 : 0;
        }
        return Arrays.copyOf(slots, rows);
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

    /** Returns the nearest double to the rows at a position by those that are expected in its slot, NaN if there are none expected. */
    double coverage(int position, int region, int slot) {
        long expected = expected(region, slot);
        return expected == 0 ? Double.NaN : (double) count(position) / expected;
    }

    /** Returns the slot of a period's code, 0 for the code of all periods if they are one group; negative if there is none. */
    int slotOf(int period) {
        return period == 0 && periods.size() == 1 ? 0 : periods.slotOfGroup(period);
    }

    /** Returns the position of a slot of a region and a period, for the methods below; also if there is no row. */
    int position(int region, int slot) {
        return position(0, region, slot);
    }

    /** Returns the same of a combination of the query. */
    int position(int combination, int region, int slot) {
        return positions.of((combination * expectedRegions.length + region) * periods.size() + slot);
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
        if (hasDecimals()) {
            return values.nearest(position);
        }
        long unscaled = values.unscaled(position);
        // Both numbers are exact below 2^53, so that their quotient is the nearest double.
        return isExact(unscaled)
                ? unscaled / POWERS[values.scale()]
                : values.get(position).doubleValue();
    }

    /** Returns the nearest double to the mean, NaN if there is no row; empty if unsure. */
    OptionalDouble mean(int position) {
        if (values == null || hasDecimals()) {
            return OptionalDouble.empty();
        }
        long rows = count(position);
        if (rows == 0) {
            return OptionalDouble.of(Double.NaN);
        }
        double divisor = rows * POWERS[values.scale()];
        boolean sure = isExact(values.unscaled(position)) && divisor <= EXACT;
        return sure ? OptionalDouble.of(values.unscaled(position) / divisor) : OptionalDouble.empty();
    }

    /** Returns the nearest double to a quotient of sums, NaN if one has no row or the divisor is zero; empty if unsure. */
    OptionalDouble dividedBy(int position, PackedSlots other, int by) {
        if (values == null
                || other.values == null
                || hasDecimals()
                || other.hasDecimals()
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

    /**
     * Returns the nearest double to a sum divided by its target, less the share that is due; NaN if one has no row, or the target is not
     * positive; empty if unsure.
     */
    OptionalDouble attained(int position, PackedSlots targets, int by, PlanPath.Share due) {
        if (values == null
                || targets.values == null
                || hasDecimals()
                || targets.hasDecimals()
                || function != AggregateFunction.SUM
                || targets.function != AggregateFunction.SUM
                || due.whole().bitLength() > MOST_SHARE_BITS) {
            return OptionalDouble.empty();
        }
        if (count(position) == 0 || targets.count(by) == 0 || targets.values.unscaled(by) <= 0) {
            return OptionalDouble.of(Double.NaN);
        }
        long sum = values.unscaled(position);
        long target = targets.values.unscaled(by);
        long whole = due.whole().longValue();
        boolean sure = scale() == targets.scale()
                && isExact(sum)
                && Math.abs(sum) <= EXACT / 2 / whole
                && target <= EXACT / 2 / whole;
        return sure
                ? OptionalDouble.of((double) (sum * whole - target * due.part().longValue()) / (target * whole))
                : OptionalDouble.empty();
    }

    /** Returns the nearest double to the relative change from one slot to another, NaN if there is none; empty if unsure. */
    OptionalDouble growth(int before, int now) {
        if (values == null || hasDecimals() || function != AggregateFunction.SUM) {
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
