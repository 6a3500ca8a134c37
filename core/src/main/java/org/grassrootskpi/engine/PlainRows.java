package org.grassrootskpi.engine;

import org.grassrootskpi.table.PeriodColumn;
import org.grassrootskpi.table.SeriesBlock;
import org.grassrootskpi.table.SeriesStatistics;
import org.grassrootskpi.table.ValueColumn;

/**
 * Takes rows that have no remarks, several at a time: whole series by their statistics where all their periods fall into
 * one group, otherwise by loops over the columns.
 *
 * <p>What a plain row leaves open depends on its sign alone: half a step of the indicator's last decimal on either side,
 * the end away from zero excluded, and at zero both. So it is added at the end, from the count of rows; only where the signs
 * differ are values looked at for it.
 */
final class PlainRows {
    private final Scan scan;
    private final boolean[] plain;
    private final byte[] halfStep;
    private final byte commonlyOpen;

    PlainRows(Scan scan) {
        this.scan = scan;
        plain = new boolean[scan.blocks.size()];
        halfStep = new byte[scan.blockGroups];
        boolean rowByRow = scan.wants(Tally.FIRST) || scan.wants(Tally.LAST) || scan.isFloatingPoint();
        byte open = Slack.BOTH_OPEN;
        for (int b = 0; b < plain.length; b++) {
            SeriesBlock block = scan.blocks.get(b);
            plain[b] = block.isPlain() && !rowByRow;
            int group = scan.blockGroup == null ? 0 : scan.blockGroup[b];
            if (plain[b] && group >= 0) {
                halfStep[group] = Slack.halfStep(block.indicator());
                open &= halfStep[group] == 0 ? Slack.BOTH_OPEN : openOf(block.values());
            }
        }
        commonlyOpen = open;
    }

    /** The sides that every value of a column leaves open. */
    private static byte openOf(ValueColumn values) {
        return (byte) ((values.min() >= 0 ? Slack.ABOVE_OPEN : 0) | (values.max() <= 0 ? Slack.BELOW_OPEN : 0));
    }

    boolean takes(int block) {
        return plain[block];
    }

    void take(ScanTask task, ScanWorker worker, Accumulators found, PeriodSums sums) {
        SeriesBlock block = task.block();
        PeriodColumn periods = block.periods();
        int from = Math.max(periods.first(), scan.periodFrom) - periods.first();
        int to = Math.min(periods.last(), scan.periodTo) - periods.first();
        if (from > to) {
            return;
        }
        boolean whole = from == 0 && to == periods.last() - periods.first();
        int only = onlyGroup(periods.first() + from, periods.first() + to);
        boolean extremes = found.min != null || found.max != null;
        boolean aside = only < 0 && !extremes && sums.accept(task);
        if (aside) {
            sums.begin(worker.placeOfBlockGroup(task));
        }
        for (int s = task.from(); s < task.to(); s++) {
            int place = worker.placeOf(task, s);
            if (place < 0) {
                continue;
            }
            int first = block.start(s);
            int end = block.start(s + 1);
            if (!whole) {
                first = RowLoops.firstAt(periods, first, end, from);
                end = RowLoops.firstAt(periods, first, end, to + 1);
            }
            if (first == end) {
                continue;
            }
            if (only >= 0) {
                oneGroup(block, s, first, end, whole, place + only * scan.combinationGroups, found);
            } else if (aside) {
                sums.add(block, first, end, place);
            } else {
                rowByRow(block, first, end, place, found);
            }
            if (found.slack != null && halfStep[task.blockGroup()] > 0) {
                openBySign(block, first, end, place, found.slack);
            }
        }
    }

    /** The group that all periods of a range of codes are in, or -1 if they are in several, or some in none. */
    private int onlyGroup(int fromCode, int toCode) {
        int group = scan.periodGroupOf(fromCode);
        for (int code = fromCode + 1; code <= toCode && group >= 0; code++) {
            if (scan.periodGroupOf(code) != group) {
                return -1;
            }
        }
        return group;
    }

    private void oneGroup(
            SeriesBlock block, int series, int first, int end, boolean whole, int place, Accumulators found) {
        SeriesStatistics statistics = block.statistics();
        if (whole && statistics != null) {
            found.addSum(place, end - first, statistics.sum(series));
            found.addExtremes(
                    place,
                    statistics.minima().scaled(series),
                    statistics.maxima().scaled(series));
        } else if (block.values().provesLongSum(end - first)) {
            found.addSum(place, end - first, RowLoops.sum(block.values(), first, end));
            if (found.min != null || found.max != null) {
                for (int row = first; row < end; row++) {
                    found.addExtremes(
                            place, block.values().scaled(row), block.values().scaled(row));
                }
            }
        } else {
            for (int row = first; row < end; row++) {
                found.add(place, block.values().scaled(row));
            }
        }
    }

    private void rowByRow(SeriesBlock block, int first, int end, int place, Accumulators found) {
        PeriodColumn periods = block.periods();
        ValueColumn values = block.values();
        for (int row = first; row < end; row++) {
            int group = scan.periodGroupOf(periods.code(row));
            if (group >= 0) {
                found.add(place + group * scan.combinationGroups, values.scaled(row));
            }
        }
    }

    private void openBySign(SeriesBlock block, int first, int end, int place, Slack slack) {
        ValueColumn values = block.values();
        boolean below = values.min() <= 0 && (commonlyOpen & Slack.BELOW_OPEN) == 0;
        boolean above = values.max() >= 0 && (commonlyOpen & Slack.ABOVE_OPEN) == 0;
        if (!below && !above) {
            return;
        }
        for (int row = first; row < end; row++) {
            long value = values.scaled(row);
            int open = (below && value <= 0 ? Slack.BELOW_OPEN : 0) | (above && value >= 0 ? Slack.ABOVE_OPEN : 0);
            int group = open == 0 ? -1 : scan.periodGroupOf(block.periods().code(row));
            if (group >= 0) {
                slack.open[place + group * scan.combinationGroups] |= (byte) open;
            }
        }
    }

    /** Adds what the plain rows leave open to groups whose first is the one of a given number. */
    void finish(Accumulators found, long firstGroup) {
        Slack slack = found.slack;
        if (slack == null) {
            return;
        }
        long perBlock = scan.groupOf(1, 0, 0, 0);
        for (int place = 0; place < found.size; place++) {
            long rows = found.count[place] - slack.counted[place];
            byte half = halfStep[(int) ((firstGroup + place) / perBlock)];
            if (rows > 0 && half > 0) {
                slack.addHalfSteps(place, half, rows, commonlyOpen);
            }
        }
    }
}
