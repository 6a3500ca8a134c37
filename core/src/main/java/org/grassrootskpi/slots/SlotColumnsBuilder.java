package org.grassrootskpi.slots;

import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.rollup.QuantileSketch;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.grassrootskpi.rollup.ValueCounts;
import org.jspecify.annotations.Nullable;

/** Collects the columns that the roll-up requests. Arrays are not copied, and must not be modified afterwards. */
public final class SlotColumnsBuilder {
    final Rollup rollup;
    final SlotPositions positions;
    final long @Nullable [] counts;
    ObservationStatus @Nullable [] statuses;
    long @Nullable [] valueless;

    @Nullable DecimalColumn sums;

    @Nullable DecimalColumn minima;

    @Nullable DecimalColumn maxima;

    @Nullable DecimalColumn products;

    @Nullable DecimalColumn others;

    boolean @Nullable [] negativeWeights;

    @Nullable BitSet breaks;

    @Nullable IntFunction<ValueCounts> values;

    QuantileSketch @Nullable [] sketches;

    @Nullable Supplier<@Nullable SlotUncertainty[]> uncertainties;

    SlotUncertainty @Nullable [] otherUncertainties;

    SlotColumnsBuilder(Rollup rollup, SlotPositions positions, long @Nullable [] counts) {
        this.rollup = rollup;
        this.positions = positions;
        this.counts = counts;
    }

    /**
     * {@return this, with the worst status at each position}
     *
     * @param worst an element may be null where all rows are {@link ObservationStatus#NORMAL}
     */
    public SlotColumnsBuilder statuses(ObservationStatus[] worst) {
        statuses = worst;
        return this;
    }

    /**
     * {@return this, with the number of rows without a value}
     *
     * @param rows at each position
     */
    public SlotColumnsBuilder valueless(long[] rows) {
        valueless = rows;
        return this;
    }

    /**
     * {@return this, with the sums}
     *
     * @param column zero where there is no row
     */
    public SlotColumnsBuilder sums(DecimalColumn column) {
        sums = column;
        return this;
    }

    /**
     * {@return this, with the least values}
     *
     * @param column a value at each position
     */
    public SlotColumnsBuilder minima(DecimalColumn column) {
        minima = column;
        return this;
    }

    /**
     * {@return this, with the greatest values}
     *
     * @param column a value at each position
     */
    public SlotColumnsBuilder maxima(DecimalColumn column) {
        maxima = column;
        return this;
    }

    /**
     * {@return this, with the sums for weighted means, which need the least and the greatest values too; all of them, and the
     * counts, are then of the rows that have a weight}
     *
     * @param ofProducts the sum of the values times their weights
     * @param ofWeights the sum of the weights
     * @param negative whether a weight is or may be below zero
     */
    public SlotColumnsBuilder weighted(DecimalColumn ofProducts, DecimalColumn ofWeights, boolean[] negative) {
        products = ofProducts;
        others = ofWeights;
        negativeWeights = negative;
        return this;
    }

    /**
     * {@return this, with the sums of pairs; the counts are then those of the rows that have a counterpart}
     *
     * @param ofValues the sum of the values
     * @param ofCounterparts the sum of their counterparts
     */
    public SlotColumnsBuilder paired(DecimalColumn ofValues, DecimalColumn ofCounterparts) {
        sums = ofValues;
        others = ofCounterparts;
        return this;
    }

    /**
     * {@return this, with the rows of status {@link ObservationStatus#BREAK}, which a worse status may hide}
     *
     * @param ofPositions the positions that have one
     */
    public SlotColumnsBuilder breaks(BitSet ofPositions) {
        breaks = ofPositions;
        return this;
    }

    /**
     * {@return this, with all values}
     *
     * @param ofPosition the values at a position
     */
    public SlotColumnsBuilder values(IntFunction<ValueCounts> ofPosition) {
        values = ofPosition;
        return this;
    }

    /**
     * {@return this, with the sketches}
     *
     * @param ofPositions an element may be null where there is no row
     */
    public SlotColumnsBuilder sketches(QuantileSketch[] ofPositions) {
        sketches = ofPositions;
        return this;
    }

    /**
     * {@return this, with the uncertainties}
     *
     * @param ofPositions gives an array in which an element is null where no row has an explicit precision, the same each time
     */
    public SlotColumnsBuilder uncertainties(Supplier<@Nullable SlotUncertainty[]> ofPositions) {
        uncertainties = ofPositions;
        return this;
    }

    /**
     * {@return this, with the uncertainties of the weights or counterparts}
     *
     * @param ofPositions null where none has an explicit precision
     */
    public SlotColumnsBuilder otherUncertainties(SlotUncertainty[] ofPositions) {
        otherUncertainties = ofPositions;
        return this;
    }

    /** {@return the result} */
    public SlotColumns build() {
        return new SlotColumns(this);
    }
}
