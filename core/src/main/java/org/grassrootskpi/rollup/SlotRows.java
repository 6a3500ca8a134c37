package org.grassrootskpi.rollup;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.TreeMap;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one slot that are added to a {@link RollupResult.Builder}: rows of one precision, and, in a weighted or paired roll-up,
 * whose weights or counterparts are of one precision. A store groups by these, and adds a line for each group.
 *
 * <p>Everything adds up, in any order. Not thread-safe.
 */
public final class SlotRows {
    private final Rollup rollup;
    private final State state;
    private final @Nullable Precision precision;
    private final @Nullable Precision otherPrecision;

    private SlotRows(Rollup rollup, State state, @Nullable Precision precision, @Nullable Precision otherPrecision) {
        this.rollup = rollup;
        this.state = state;
        this.precision = precision;
        this.otherPrecision = otherPrecision;
    }

    static SlotRows of(Rollup rollup, State state) {
        return new SlotRows(rollup, state, null, null);
    }

    /**
     * {@return rows of the same slot whose figures were printed to another place than the indicator's own, or with a qualifier}
     *
     * @param ofRows what was printed
     */
    public SlotRows printed(Precision ofRows) {
        return new SlotRows(rollup, state, ofRows, otherPrecision);
    }

    /**
     * {@return rows of the same slot whose weights or counterparts have an explicit precision}
     *
     * @param ofOthers what was printed
     */
    public SlotRows otherPrinted(Precision ofOthers) {
        return new SlotRows(rollup, state, precision, ofOthers);
    }

    /**
     * {@return this, with rows that have a value}
     *
     * @param rows how many, 0 or more
     */
    public SlotRows count(long rows) {
        state.count += rows;
        if (precision != null) {
            state.uncertainty = plus(state.uncertainty, precision, rows);
        }
        if (otherPrecision != null) {
            state.otherUncertainty = plus(state.otherUncertainty, otherPrecision, rows);
        }
        return this;
    }

    /**
     * {@return this, with rows that have no value}
     *
     * @param rows how many, 0 or more
     */
    public SlotRows valueless(long rows) {
        state.valueless += rows;
        return this;
    }

    /**
     * {@return this, with a status that some row has}
     *
     * @param ofRow the status of a row, with or without a value
     */
    public SlotRows status(ObservationStatus ofRow) {
        state.status = state.status.worst(ofRow);
        state.hasBreak |= ofRow == ObservationStatus.BREAK;
        return this;
    }

    /**
     * {@return this, with values}
     *
     * @param ofValues their exact sum
     */
    public SlotRows sum(BigDecimal ofValues) {
        state.sum = state.sum.add(ofValues);
        return this;
    }

    /**
     * {@return this, with values}
     *
     * @param ofValues the least of them
     */
    public SlotRows min(BigDecimal ofValues) {
        state.min = state.min == null ? ofValues : state.min.min(ofValues);
        if (precision == null) {
            state.plainMin = state.plainMin == null ? ofValues : state.plainMin.min(ofValues);
        } else {
            state.printedMin = SlotUncertainty.least(state.printedMin, precision.bounds(ofValues));
        }
        return this;
    }

    /**
     * {@return this, with values}
     *
     * @param ofValues the greatest of them
     */
    public SlotRows max(BigDecimal ofValues) {
        state.max = state.max == null ? ofValues : state.max.max(ofValues);
        if (precision == null) {
            state.plainMax = state.plainMax == null ? ofValues : state.plainMax.max(ofValues);
        } else {
            state.printedMax = SlotUncertainty.greatest(state.printedMax, precision.bounds(ofValues));
        }
        return this;
    }

    /**
     * {@return this, with values that have a weight; their {@link #min} and {@link #max} are wanted as well}
     *
     * @param ofProducts the exact sum of each value times its weight
     * @param ofWeights the exact sum of the weights
     * @param leastWeight the least of the weights
     */
    public SlotRows weighted(BigDecimal ofProducts, BigDecimal ofWeights, BigDecimal leastWeight) {
        Precision ofOthers = otherPrecision == null
                ? ownPrecision(rollup.otherIndicator().orElseThrow(), leastWeight)
                : otherPrecision;
        Range<BigDecimal> bounds = ofOthers.bounds(leastWeight);
        state.hasNegativeWeight |= leastWeight.signum() < 0
                || !bounds.hasLowerBound()
                || bounds.lowerEndpoint().signum() < 0;
        state.product = state.product.add(ofProducts);
        return counterparts(ofWeights);
    }

    /**
     * {@return this, with values that have a counterpart}
     *
     * @param ofCounterparts the exact sum of the counterparts
     */
    public SlotRows counterparts(BigDecimal ofCounterparts) {
        state.other = state.other.add(ofCounterparts);
        return this;
    }

    /**
     * {@return this, with a value that occurs some times; for {@link Aggregate#VALUES} and {@link Aggregate#SKETCH}}
     *
     * @param value the value
     * @param times how many rows have it, 1 or more
     */
    public SlotRows value(BigDecimal value, long times) {
        if (rollup.aggregates().contains(Aggregate.VALUES)) {
            state.values = state.values == null ? new TreeMap<>() : state.values;
            state.values.merge(value, times, Long::sum);
        }
        if (rollup.aggregates().contains(Aggregate.SKETCH)) {
            int decimals = rollup.indicator().decimals();
            state.sketch = state.sketch == null ? new QuantileSketch(decimals) : state.sketch;
            state.sketch.add(
                    value.setScale(decimals, RoundingMode.HALF_EVEN)
                            .unscaledValue()
                            .longValueExact(),
                    times);
        }
        return this;
    }

    private static SlotUncertainty plus(@Nullable SlotUncertainty before, Precision precision, long rows) {
        Quantity one =
                Quantity.of(BigDecimal.ZERO, Unit.RATIO, precision.qualifier(), precision.bounds(BigDecimal.ZERO));
        SlotUncertainty more = new SlotUncertainty(rows, one.times(BigDecimal.valueOf(rows)), null, null);
        return before == null ? more : before.plus(more);
    }

    /** The precision of a figure without a qualifier, printed to the indicator's decimals. */
    private static Precision ownPrecision(Indicator indicator, BigDecimal value) {
        return Precision.from(Quantity.of(
                value.setScale(Math.max(value.scale(), indicator.decimals())),
                indicator.unit().base()));
    }

    /** The state of a slot so far. */
    static final class State {
        long count;
        long valueless;
        ObservationStatus status = ObservationStatus.NORMAL;
        boolean hasBreak;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal product = BigDecimal.ZERO;
        BigDecimal other = BigDecimal.ZERO;
        boolean hasNegativeWeight;

        @Nullable BigDecimal min;

        @Nullable BigDecimal max;

        @Nullable BigDecimal plainMin;

        @Nullable BigDecimal plainMax;

        @Nullable Range<BigDecimal> printedMin;

        @Nullable Range<BigDecimal> printedMax;

        @Nullable SlotUncertainty uncertainty;

        @Nullable SlotUncertainty otherUncertainty;

        @Nullable TreeMap<BigDecimal, Long> values;

        @Nullable QuantileSketch sketch;

        /** Returns a copy, which later additions to this do not change. */
        State copy() {
            State copy = new State();
            copy.count = count;
            copy.valueless = valueless;
            copy.status = status;
            copy.hasBreak = hasBreak;
            copy.sum = sum;
            copy.product = product;
            copy.other = other;
            copy.hasNegativeWeight = hasNegativeWeight;
            copy.min = min;
            copy.max = max;
            copy.plainMin = plainMin;
            copy.plainMax = plainMax;
            copy.printedMin = printedMin;
            copy.printedMax = printedMax;
            copy.uncertainty = uncertainty;
            copy.otherUncertainty = otherUncertainty;
            copy.values = values == null ? null : new TreeMap<>(values);
            copy.sketch = sketch == null ? null : sketch.copy();
            return copy;
        }

        /** Returns the uncertainty of the slot, with the bounds of its extremes if they were requested. */
        @Nullable SlotUncertainty uncertainty(Indicator indicator) {
            return uncertainty == null
                    ? null
                    : new SlotUncertainty(
                            uncertainty.rows(),
                            uncertainty.offset(),
                            SlotUncertainty.least(printedMin, bounds(indicator, plainMin)),
                            SlotUncertainty.greatest(printedMax, bounds(indicator, plainMax)));
        }

        private static @Nullable Range<BigDecimal> bounds(Indicator indicator, @Nullable BigDecimal value) {
            return value == null ? null : ownPrecision(indicator, value).bounds(value);
        }
    }
}
