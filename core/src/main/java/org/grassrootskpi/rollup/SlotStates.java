package org.grassrootskpi.rollup;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grassrootskpi.rollup.SlotRows.State;
import org.jspecify.annotations.Nullable;

/** The slots of a result that is being built. */
final class SlotStates {
    private final Rollup rollup;
    private final int regions;
    private final int periods;
    private final int size;
    private final Map<Integer, State> states = new HashMap<>();

    SlotStates(Rollup rollup) {
        this.rollup = rollup;
        regions = rollup.regions().size();
        periods = rollup.periods().size();
        size = Math.multiplyExact(
                Math.multiplyExact(rollup.combinations().groups().size(), regions), periods);
    }

    int number(int region, int period, List<String> members) {
        int combination = rollup.combinations().groups().indexOf(members);
        if (combination < 0) {
            throw new IllegalArgumentException(
                    "Expected one of the groups " + rollup.combinations().groups() + " of members, got " + members);
        }
        checkBelow(regions, region, "region");
        checkBelow(periods, period, "period");
        return (combination * regions + region) * periods + period;
    }

    private static void checkBelow(int size, int slot, String what) {
        if (slot < 0 || slot >= size) {
            throw new IllegalArgumentException(
                    "Expected a slot of a " + what + " from 0, below " + size + ", got " + slot);
        }
    }

    SlotRows rows(int number) {
        checkBelow(size, number, "roll-up");
        return SlotRows.of(rollup, states.computeIfAbsent(number, n -> new State()));
    }

    void add(RollupResult result) {
        if (!result.rollup().equals(rollup)) {
            throw new IllegalArgumentException("Expected a result of " + rollup + ", got one of " + result.rollup());
        }
        for (int slot : result.slots()) {
            State state = states.computeIfAbsent(slot, n -> new State());
            addRows(state, result, slot);
            addUncertainty(state, result, slot);
        }
    }

    private void addRows(State state, RollupResult result, int slot) {
        SlotRows.of(rollup, state)
                .count(result.count(slot))
                .valueless(result.valueless(slot))
                .status(result.status(slot))
                .counterparts(result.other(slot))
                .sum(result.sum(slot));
        state.product = state.product.add(result.product(slot));
        state.hasNegativeWeight |= result.hasNegativeWeight(slot);
        state.hasBreak |= result.hasBreak(slot);
        ValueCounts values = result.values(slot);
        if (values.size() > 0) {
            state.values = state.values == null ? new TreeMap<>() : state.values;
            values.addTo(state.values);
        }
        QuantileSketch sketch = result.sketch(slot);
        if (sketch != null) {
            state.sketch =
                    state.sketch == null ? new QuantileSketch(rollup.indicator().decimals()) : state.sketch;
            state.sketch.merge(sketch);
        }
        addExtremes(state, result, slot);
    }

    /** If some rows have an explicit precision, the bounds of the extremes are those of all rows: none is plain any more. */
    private void addExtremes(State state, RollupResult result, int slot) {
        boolean weighted = rollup.aggregates().contains(Aggregate.WEIGHTED_SUM);
        boolean isPlain = result.uncertainty(slot) == null;
        if (result.count(slot) > 0 && (weighted || rollup.aggregates().contains(Aggregate.MIN))) {
            BigDecimal min = result.min(slot);
            state.min = state.min == null ? min : state.min.min(min);
            if (isPlain) {
                state.plainMin = state.plainMin == null ? min : state.plainMin.min(min);
            }
        }
        if (result.count(slot) > 0 && (weighted || rollup.aggregates().contains(Aggregate.MAX))) {
            BigDecimal max = result.max(slot);
            state.max = state.max == null ? max : state.max.max(max);
            if (isPlain) {
                state.plainMax = state.plainMax == null ? max : state.plainMax.max(max);
            }
        }
    }

    private static void addUncertainty(State state, RollupResult result, int slot) {
        SlotUncertainty uncertainty = result.uncertainty(slot);
        if (uncertainty != null) {
            state.uncertainty = state.uncertainty == null ? uncertainty : state.uncertainty.plus(uncertainty);
            state.printedMin = SlotUncertainty.least(state.printedMin, uncertainty.min());
            state.printedMax = SlotUncertainty.greatest(state.printedMax, uncertainty.max());
        }
        SlotUncertainty other = result.otherUncertainty(slot);
        if (other != null) {
            state.otherUncertainty = state.otherUncertainty == null ? other : state.otherUncertainty.plus(other);
        }
    }

    RollupResult build() {
        int[] slots =
                states.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        State[] ofSlots = Arrays.stream(slots).mapToObj(this::copy).toArray(State[]::new);
        return new SparseRollupResult(rollup, slots, ofSlots);
    }

    private State copy(int slot) {
        @Nullable State state = states.get(slot);
        return state == null ? new State() : state.copy();
    }
}
