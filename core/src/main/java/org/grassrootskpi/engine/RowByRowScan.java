package org.grassrootskpi.engine;

import org.grassrootskpi.columns.PeriodColumn;
import org.grassrootskpi.columns.ValueColumn;
import org.grassrootskpi.model.ObservationStatus;
import org.jspecify.annotations.Nullable;

/** Scans rows one by one: those that have statuses, and doubles. */
final class RowByRowScan {
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();

    private final Scan scan;
    private final Accumulators found;
    private final PeriodColumn periods;
    private final ValueColumn values;
    private final byte @Nullable [] statuses;

    RowByRowScan(Scan scan, Accumulators found) {
        this.scan = scan;
        this.found = found;
        periods = scan.block.periods();
        values = scan.block.values();
        statuses = scan.block.statusesUnsafe();
    }

    void take(int fromSeries, int toSeries) {
        for (int s = fromSeries; s < toSeries; s++) {
            int groupBase = scan.groupBaseOf(s);
            if (groupBase >= 0) {
                rows(scan.block.start(s), scan.block.start(s + 1), groupBase);
            }
        }
    }

    private void rows(int from, int to, int groupBase) {
        for (int row = from; row < to; row++) {
            int period = scan.periodGroupOf(periods.code(row));
            if (period >= 0) {
                row(row, groupBase + period);
            }
        }
    }

    private void row(int row, int group) {
        if (statuses != null) {
            found.addStatus(group, statuses[row]);
            if (!STATUSES[statuses[row]].hasValue()) {
                found.addValueless(group);
                return;
            }
        }
        if (found.doubles != null) {
            found.count[group]++;
            found.doubles.add(group, values.asDouble(row));
        } else {
            found.add(group, values.unscaled(row));
        }
    }
}
