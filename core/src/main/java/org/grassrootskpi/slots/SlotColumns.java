package org.grassrootskpi.slots;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.rollup.QuantileSketch;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.grassrootskpi.rollup.ValueCounts;
import org.jspecify.annotations.Nullable;

/**
 * A result in columns, with an element for each of its {@linkplain SlotPositions positions}. Immutable. The local
 * engine fills it directly; other engines' results are converted to it before cells are made.
 */
public final class SlotColumns implements RollupResult {
    private final Rollup rollup;
    private final SlotPositions positions;
    private final long @Nullable [] counts;
    private final ObservationStatus @Nullable [] statuses;
    private final long @Nullable [] valueless;
    private final @Nullable DecimalColumn sums;
    private final @Nullable DecimalColumn minima;
    private final @Nullable DecimalColumn maxima;
    private final @Nullable DecimalColumn products;
    private final @Nullable DecimalColumn others;
    private final boolean @Nullable [] negativeWeights;
    private final @Nullable BitSet breaks;
    private final @Nullable IntFunction<ValueCounts> values;
    private final QuantileSketch @Nullable [] sketches;
    private final @Nullable Supplier<@Nullable SlotUncertainty[]> uncertainties;
    private final SlotUncertainty @Nullable [] otherUncertainties;

    SlotColumns(SlotColumnsBuilder builder) {
        rollup = builder.rollup;
        positions = builder.positions;
        counts = builder.counts;
        statuses = builder.statuses;
        valueless = builder.valueless;
        sums = builder.sums;
        minima = builder.minima;
        maxima = builder.maxima;
        products = builder.products;
        others = builder.others;
        negativeWeights = builder.negativeWeights;
        breaks = builder.breaks;
        values = builder.values;
        sketches = builder.sketches;
        uncertainties = builder.uncertainties;
        otherUncertainties = builder.otherUncertainties;
    }

    /**
     * Starts a result with a position for every slot.
     *
     * @param rollup what it answers
     * @param counts for each slot the number of rows with a value
     * @return a builder
     */
    public static SlotColumnsBuilder builder(Rollup rollup, long[] counts) {
        return new SlotColumnsBuilder(rollup, SlotPositions.all(counts.length), counts);
    }

    /**
     * Starts a result of some slots.
     *
     * @param rollup what it answers
     * @param positions the slots that have a row
     * @param counts for each position the number of rows with a value; null for one each
     * @return a builder
     */
    public static SlotColumnsBuilder builder(Rollup rollup, SlotPositions positions, long @Nullable [] counts) {
        return new SlotColumnsBuilder(rollup, positions, counts);
    }

    /**
     * {@return a result in columns}
     *
     * @param result a result of any engine
     */
    public static SlotColumns from(RollupResult result) {
        return result instanceof SlotColumns columns ? columns : ColumnsOfResult.from(result);
    }

    /** {@return which slot is where in the columns} */
    public SlotPositions positions() {
        return positions;
    }

    /** {@return whether the counts of rows with a value are all that is counted, of rows that are not grouped by extra dimensions} */
    public boolean hasPlainCounts() {
        return valueless == null && rollup.combinations().groups().size() == 1;
    }

    /** {@return whether a row has an explicit precision} */
    public boolean hasUncertainties() {
        return uncertainties != null;
    }

    /** {@return whether a row has a status other than {@link ObservationStatus#NORMAL}} */
    public boolean hasStatuses() {
        return statuses != null;
    }

    /** {@return the count at each position, not to be written to; null for one at each} */
    public long @Nullable [] countsUnsafe() {
        return counts;
    }

    /** {@return the sums, if the roll-up gathers them} */
    public @Nullable DecimalColumn sums() {
        return sums;
    }

    /** {@return the sums of counterparts or of weights, if the roll-up gathers them} */
    public @Nullable DecimalColumn others() {
        return others;
    }

    /** {@return the least values, if the roll-up gathers them} */
    public @Nullable DecimalColumn minima() {
        return minima;
    }

    /** {@return the greatest values, if the roll-up gathers them} */
    public @Nullable DecimalColumn maxima() {
        return maxima;
    }

    /** {@return whether any row has the status {@link ObservationStatus#BREAK}} */
    public boolean hasBreaks() {
        return breaks != null && !breaks.isEmpty();
    }

    @Override
    public Rollup rollup() {
        return rollup;
    }

    @Override
    public int[] slots() {
        return IntStream.range(0, positions.size())
                .filter(this::hasRow)
                .map(positions::slot)
                .toArray();
    }

    private boolean hasRow(int position) {
        return counts == null
                || counts[position] > 0
                || (valueless != null && valueless[position] > 0)
                || (statuses != null && statuses[position] != null && statuses[position] != ObservationStatus.NORMAL);
    }

    private boolean has(int position) {
        return position < positions.size();
    }

    /**
     * {@return the number of rows with a value at a position}
     *
     * @param position from 0, below the number of {@link #positions}
     */
    public long countAt(int position) {
        return counts == null ? 1 : counts[position];
    }

    @Override
    public long count(int slot) {
        int position = positions.of(slot);
        return !has(position) ? 0 : counts == null ? 1 : counts[position];
    }

    @Override
    public ObservationStatus status(int slot) {
        int position = positions.of(slot);
        return statuses == null || !has(position) || statuses[position] == null
                ? ObservationStatus.NORMAL
                : statuses[position];
    }

    @Override
    public long valueless(int slot) {
        int position = positions.of(slot);
        return valueless == null || !has(position) ? 0 : valueless[position];
    }

    private BigDecimal value(@Nullable DecimalColumn column, int slot) {
        int position = positions.of(slot);
        return column == null || !has(position) ? BigDecimal.ZERO : column.get(position);
    }

    @Override
    public BigDecimal sum(int slot) {
        return value(sums, slot);
    }

    @Override
    public BigDecimal min(int slot) {
        return value(minima, slot);
    }

    @Override
    public BigDecimal max(int slot) {
        return value(maxima, slot);
    }

    @Override
    public BigDecimal product(int slot) {
        return value(products, slot);
    }

    @Override
    public BigDecimal other(int slot) {
        return value(others, slot);
    }

    @Override
    public boolean hasNegativeWeight(int slot) {
        int position = positions.of(slot);
        return negativeWeights != null && has(position) && negativeWeights[position];
    }

    @Override
    public boolean hasBreak(int slot) {
        int position = positions.of(slot);
        return breaks != null && has(position) && breaks.get(position);
    }

    @Override
    public ValueCounts values(int slot) {
        int position = positions.of(slot);
        return values == null || !has(position) ? ValueCounts.none() : values.apply(position);
    }

    @Override
    public @Nullable QuantileSketch sketch(int slot) {
        int position = positions.of(slot);
        return sketches == null || !has(position) ? null : sketches[position];
    }

    @Override
    public @Nullable SlotUncertainty uncertainty(int slot) {
        int position = positions.of(slot);
        return uncertainties == null || !has(position) ? null : uncertainties.get()[position];
    }

    @Override
    public @Nullable SlotUncertainty otherUncertainty(int slot) {
        int position = positions.of(slot);
        return otherUncertainties == null || !has(position) ? null : otherUncertainties[position];
    }

    @Override
    public String toString() {
        return positions.size() + " positions of " + rollup
                + (counts == null ? "" : ", " + Arrays.stream(counts).sum()) + " rows";
    }
}
