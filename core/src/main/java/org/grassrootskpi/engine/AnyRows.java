package org.grassrootskpi.engine;

import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.table.PrecisionColumn;
import org.grassrootskpi.table.SeriesBlock;
import org.grassrootskpi.table.ValueColumn;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows one by one, whatever is said of them: those with statuses, qualifiers or another resolution, doubles, and all
 * rows where the ends of series are wanted.
 */
final class AnyRows {
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();

    private final Scan scan;
    private final SeriesBlock block;
    private final Accumulators found;
    private final byte @Nullable [] statuses;
    private final @Nullable PrecisionColumn precisions;
    private final Slack.Entry[] ownSlack;
    private final Slack.Entry[] statedSlack;

    private AnyRows(Scan scan, SeriesBlock block, Accumulators found) {
        this.scan = scan;
        this.block = block;
        this.found = found;
        statuses = block.statusesUnsafe();
        precisions = block.precisions();
        int decimals = block.indicator().decimals();
        ownSlack = new Slack.Entry[3];
        for (int sign = -1; sign <= 1; sign++) {
            ownSlack[sign + 1] = Slack.Entry.of(SeriesBlock.ownPrecision(block.indicator(), sign), decimals);
        }
        statedSlack = precisions == null
                ? new Slack.Entry[0]
                : precisions.dictionary().stream()
                        .map(precision -> Slack.Entry.of(precision, decimals))
                        .toArray(Slack.Entry[]::new);
    }

    static void take(Scan scan, ScanTask task, ScanWorker worker, Accumulators found) {
        AnyRows rows = new AnyRows(scan, task.block(), found);
        for (int s = task.from(); s < task.to(); s++) {
            int place = worker.placeOf(task, s);
            if (place >= 0) {
                rows.series(s, place);
            }
        }
    }

    private void series(int series, int place) {
        int group = -1;
        int last = -1;
        for (int row = block.start(series); row < block.start(series + 1); row++) {
            int period = scan.periodGroupOf(block.periods().code(row));
            if (period < 0) {
                continue;
            }
            int to = place + period * scan.combinationGroups;
            byte status = statuses == null ? 0 : statuses[row];
            if (found.remarks != null) {
                found.remarks.add(to, status);
            }
            if (!STATUSES[status].hasValue()) {
                continue;
            }
            if (to != group) {
                last(last, group);
                first(row, to);
                group = to;
            }
            last = row;
            value(row, to);
        }
        last(last, group);
    }

    private void value(int row, int group) {
        ValueColumn values = block.values();
        if (found.doubles != null) {
            found.count[group]++;
            found.doubles.add(group, values.asDouble(row));
            return;
        }
        long value = values.scaled(row);
        found.add(group, value);
        if (found.slack != null) {
            int code = precisions == null ? 0 : precisions.code(row);
            found.slack.add(group, code == 0 ? ownSlack[Long.signum(value) + 1] : statedSlack[code - 1]);
        }
    }

    private void first(int row, int group) {
        if (found.first != null) {
            end(found.first, row, group);
            if (found.doubles != null) {
                found.doubles.firsts.add(group, block.values().asDouble(row));
            }
        }
    }

    private void last(int row, int group) {
        if (found.last != null && row >= 0) {
            end(found.last, row, group);
            if (found.doubles != null) {
                found.doubles.lasts.add(group, block.values().asDouble(row));
            }
        }
    }

    private void end(Accumulators.Ends ends, int row, int group) {
        long value = found.doubles == null ? block.values().scaled(row) : 0;
        ends.add(group, value, block.periods().code(row));
    }
}
