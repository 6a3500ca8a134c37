package org.grassrootskpi.rollup;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Function;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.rollup.SlotRows.State;
import org.jspecify.annotations.Nullable;

/** A result that was built slot by slot. */
final class SparseRollupResult implements RollupResult {
    private final Rollup rollup;
    private final int[] slots;
    private final State[] states;

    /** A result of slots in ascending order; the arrays are not copied. */
    SparseRollupResult(Rollup rollup, int[] slots, State[] states) {
        this.rollup = rollup;
        this.slots = slots;
        this.states = states;
    }

    @Override
    public Rollup rollup() {
        return rollup;
    }

    @Override
    public int[] slots() {
        return slots.clone();
    }

    private <T> T of(int slot, Function<State, T> part, T ofNone) {
        int position = Arrays.binarySearch(slots, slot);
        return position < 0 ? ofNone : part.apply(states[position]);
    }

    private <T> @Nullable T orNull(int slot, Function<State, @Nullable T> part) {
        int position = Arrays.binarySearch(slots, slot);
        return position < 0 ? null : part.apply(states[position]);
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    @Override
    public long count(int slot) {
        return of(slot, state -> state.count, 0L);
    }

    @Override
    public long valueless(int slot) {
        return of(slot, state -> state.valueless, 0L);
    }

    @Override
    public ObservationStatus status(int slot) {
        return of(slot, state -> state.status, ObservationStatus.NORMAL);
    }

    @Override
    public boolean hasBreak(int slot) {
        return of(slot, state -> state.hasBreak, false);
    }

    @Override
    public BigDecimal sum(int slot) {
        return of(slot, state -> state.sum, BigDecimal.ZERO);
    }

    @Override
    public BigDecimal min(int slot) {
        return of(slot, state -> orZero(state.min), BigDecimal.ZERO);
    }

    @Override
    public BigDecimal max(int slot) {
        return of(slot, state -> orZero(state.max), BigDecimal.ZERO);
    }

    @Override
    public BigDecimal product(int slot) {
        return of(slot, state -> state.product, BigDecimal.ZERO);
    }

    @Override
    public BigDecimal other(int slot) {
        return of(slot, state -> state.other, BigDecimal.ZERO);
    }

    @Override
    public boolean hasNegativeWeight(int slot) {
        return of(slot, state -> state.hasNegativeWeight, false);
    }

    @Override
    public ValueCounts values(int slot) {
        return of(
                slot,
                state -> state.values == null ? ValueCounts.none() : ValueCounts.of(state.values),
                ValueCounts.none());
    }

    @Override
    public @Nullable QuantileSketch sketch(int slot) {
        return orNull(slot, state -> state.sketch);
    }

    @Override
    public @Nullable SlotUncertainty uncertainty(int slot) {
        return orNull(slot, state -> state.uncertainty(rollup.indicator()));
    }

    @Override
    public @Nullable SlotUncertainty otherUncertainty(int slot) {
        return orNull(slot, state -> state.otherUncertainty);
    }

    @Override
    public String toString() {
        return slots.length + " slots of " + rollup;
    }
}
