package org.grassrootskpi.engine;

import com.google.common.primitives.Ints;
import java.math.BigDecimal;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.table.Precision;
import org.grassrootskpi.table.PrecisionColumn;
import org.grassrootskpi.table.SeriesBlock;

/** Runs a scan. */
final class ScanRun {
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();

    private final Scan scan;

    ScanRun(Scan scan, int threads) {
        this.scan = scan;
        if (threads < 1) {
            throw new IllegalArgumentException("Expected one thread or more, got " + threads);
        }
    }

    Groups run() {
        Accumulators found = new Accumulators(scan, Ints.checkedCast(scan.groups()), !sumsFitLong());
        for (int b = 0; b < scan.blocks.size(); b++) {
            int blockGroup = scan.blockGroup == null ? 0 : scan.blockGroup[b];
            if (blockGroup >= 0) {
                block(found, b, scan.blocks.get(b), blockGroup);
            }
        }
        return new Groups(found, null);
    }

    private boolean sumsFitLong() {
        long rows = scan.blocks.stream().mapToLong(SeriesBlock::rows).sum();
        return scan.blocks.stream().allMatch(block -> block.values().provesLongSum(rows));
    }

    private void block(Accumulators found, int number, SeriesBlock block, int blockGroup) {
        int from = block.firstSeries(scan.regionFrom);
        int to = block.firstSeries(scan.regionTo);
        for (int s = from; s < to; s++) {
            int region = scan.regionGroup == null ? 0 : scan.regionGroup[block.region(s)];
            int combination =
                    scan.combinationGroup == null ? 0 : scan.combinationGroup.get(number)[block.combination(s)];
            if (region >= 0 && combination >= 0) {
                series(found, block, s, blockGroup, region, combination);
            }
        }
    }

    private void series(
            Accumulators found, SeriesBlock block, int series, int blockGroup, int region, int combination) {
        int previous = -1;
        int lastRow = -1;
        for (int row = block.start(series); row < block.start(series + 1); row++) {
            int code = block.periods().code(row);
            if (code < scan.periodFrom || code > scan.periodTo) {
                continue;
            }
            int period = scan.periodGroup == null ? 0 : scan.periodGroup[code - scan.periodFrom];
            if (period < 0) {
                continue;
            }
            int group = Ints.checkedCast(scan.groupOf(blockGroup, region, period, combination));
            byte status = statusOf(block, row);
            if (found.remarks != null) {
                found.remarks.add(group, status);
            }
            if (!STATUSES[status].hasValue()) {
                continue;
            }
            found.add(group, block.values().scaled(row));
            if (found.slack != null) {
                found.slack.add(group, slackOf(block, row));
            }
            if (found.first != null && group != previous) {
                found.first.add(group, block.values().scaled(row), code);
            }
            if (found.last != null && lastRow >= 0 && group != previous) {
                found.last.add(
                        previous,
                        block.values().scaled(lastRow),
                        block.periods().code(lastRow));
            }
            previous = group;
            lastRow = row;
        }
        if (found.last != null && lastRow >= 0) {
            found.last.add(
                    previous, block.values().scaled(lastRow), block.periods().code(lastRow));
        }
    }

    private static byte statusOf(SeriesBlock block, int row) {
        byte[] statuses = block.statusesUnsafe();
        return statuses == null ? 0 : statuses[row];
    }

    private static Slack.Entry slackOf(SeriesBlock block, int row) {
        PrecisionColumn precisions = block.precisions();
        Precision stated = precisions == null ? null : precisions.stated(row);
        Indicator indicator = block.indicator();
        if (stated == null) {
            BigDecimal value = BigDecimal.valueOf(block.values().scaled(row), indicator.decimals());
            stated = Precision.from(Quantity.of(value, indicator.unit().base()));
        }
        return Slack.Entry.of(stated, indicator.decimals());
    }
}
