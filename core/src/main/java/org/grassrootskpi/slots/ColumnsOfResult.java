package org.grassrootskpi.slots;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.QuantileSketch;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.rollup.SlotUncertainty;
import org.jspecify.annotations.Nullable;

/** The columns of a result that was built slot by slot. Columns without information are left out. */
final class ColumnsOfResult {
    private final RollupResult result;
    private final int[] slots;
    private final int decimals;

    private ColumnsOfResult(RollupResult result) {
        this.result = result;
        slots = result.slots();
        decimals = result.rollup().indicator().decimals();
    }

    static SlotColumns from(RollupResult result) {
        return new ColumnsOfResult(result).columns();
    }

    private SlotColumns columns() {
        SlotColumnsBuilder columns = SlotColumns.builder(
                result.rollup(),
                SlotPositions.ofUnsafe(slots),
                Arrays.stream(slots).mapToLong(result::count).toArray());
        for (Aggregate aggregate : result.rollup().aggregates()) {
            switch (aggregate) {
                case SUM -> columns.sums(decimals(result::sum));
                case MIN -> columns.minima(decimals(result::min));
                case MAX -> columns.maxima(decimals(result::max));
                case VALUES -> columns.values(position -> result.values(slots[position]));
                case SKETCH -> columns.sketches(of(result::sketch, QuantileSketch[]::new));
                case WEIGHTED_SUM ->
                    columns.weighted(decimals(result::product), decimals(result::other), negative())
                            .minima(decimals(result::min))
                            .maxima(decimals(result::max));
                case PAIRED_SUM -> columns.paired(decimals(result::sum), decimals(result::other));
            }
        }
        addStatuses(columns);
        if (has(slot -> result.uncertainty(slot) != null)) {
            @Nullable SlotUncertainty[] uncertainties = of(result::uncertainty, SlotUncertainty[]::new);
            columns.uncertainties(() -> uncertainties);
        }
        if (has(slot -> result.otherUncertainty(slot) != null)) {
            columns.otherUncertainties(of(result::otherUncertainty, SlotUncertainty[]::new));
        }
        return columns.build();
    }

    private void addStatuses(SlotColumnsBuilder columns) {
        if (has(slot -> result.status(slot) != ObservationStatus.NORMAL)) {
            columns.statuses(of(result::status, ObservationStatus[]::new));
        }
        if (has(slot -> result.valueless(slot) > 0)) {
            columns.valueless(Arrays.stream(slots).mapToLong(result::valueless).toArray());
        }
        if (has(result::hasBreak)) {
            BitSet breaks = new BitSet();
            IntStream.range(0, slots.length)
                    .filter(position -> result.hasBreak(slots[position]))
                    .forEach(breaks::set);
            columns.breaks(breaks);
        }
    }

    private boolean has(IntPredicate property) {
        return Arrays.stream(slots).anyMatch(property);
    }

    private boolean[] negative() {
        boolean[] negative = new boolean[slots.length];
        for (int position = 0; position < slots.length; position++) {
            negative[position] = result.hasNegativeWeight(slots[position]);
        }
        return negative;
    }

    private <T> T[] of(IntFunction<@Nullable T> ofSlot, IntFunction<T[]> array) {
        return Arrays.stream(slots).mapToObj(ofSlot).toArray(array);
    }

    /** Returns longs if all values are whole numbers of the indicator's decimals that fit; cells are made faster from these. */
    private DecimalColumn decimals(IntFunction<BigDecimal> ofSlot) {
        BigDecimal[] values = of(ofSlot, BigDecimal[]::new);
        long[] unscaled = new long[values.length];
        for (int position = 0; position < values.length; position++) {
            BigDecimal value = values[position].stripTrailingZeros();
            if (value.scale() > decimals || value.precision() - value.scale() + decimals > 18) {
                return DecimalColumn.ofUnsafe(values);
            }
            unscaled[position] = value.setScale(decimals).unscaledValue().longValueExact();
        }
        return DecimalColumn.ofUnsafe(unscaled, decimals);
    }
}
