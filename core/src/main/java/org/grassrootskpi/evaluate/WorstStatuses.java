package org.grassrootskpi.evaluate;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Objects;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.slots.SlotColumns;

/** The worst status of the rows in each slot of several roll-ups with the same slots. Those of many are combined when first read. */
final class WorstStatuses {
    private static final int FEW = 2;

    private final ImmutableList<SlotColumns> marked;
    private final Supplier<ObservationStatus[]> combined = Suppliers.memoize(this::combine);

    WorstStatuses(ImmutableList<SlotColumns> results) {
        marked = results.stream().filter(SlotColumns::hasStatuses).collect(ImmutableList.toImmutableList());
    }

    /** Returns whether all rows are normal. */
    boolean areNormal() {
        return marked.isEmpty();
    }

    /** Returns the worst status of neighbouring slots, from the first to the last. */
    ObservationStatus worst(int first, int last) {
        ObservationStatus worst = ObservationStatus.NORMAL;
        if (marked.size() < FEW) {
            for (SlotColumns result : marked) {
                for (int slot = first; slot <= last; slot++) {
                    worst = worst.worst(result.status(slot));
                }
            }
            return worst;
        }
        for (ObservationStatus status :
                Arrays.asList(Objects.requireNonNull(combined.get())).subList(first, last + 1)) {
            worst = worst.worst(status);
        }
        return worst;
    }

    private ObservationStatus[] combine() {
        Rollup rollup = marked.get(0).rollup();
        ObservationStatus[] statuses =
                new ObservationStatus[rollup.regions().size() * rollup.periods().size()];
        Arrays.fill(statuses, ObservationStatus.NORMAL);
        for (SlotColumns result : marked) {
            for (int position = 0; position < result.positions().size(); position++) {
                int slot = result.positions().slot(position);
                statuses[slot] = statuses[slot].worst(result.status(slot));
            }
        }
        return statuses;
    }
}
