package org.grassrootskpi.engine;

import org.grassrootskpi.table.PeriodColumn;
import org.grassrootskpi.table.SeriesBlock;
import org.grassrootskpi.table.SeriesStatistics;
import org.grassrootskpi.table.Subtotals;
import org.grassrootskpi.table.ValueColumn;
import org.jspecify.annotations.Nullable;

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
        Slice slice = new Slice(block);
        if (slice.from > slice.to) {
            return;
        }
        boolean sumsOnly = found.sum != null && found.sumHigh == null && found.min == null && found.max == null;
        Subtotals subtotals = sumsOnly ? block.subtotals() : null;
        int run = subtotals == null ? 0 : subtotals.firstRun(task.from());
        for (int s = task.from(), next; s < task.to(); s = next) {
            // Neighbours of one group are taken together: their rows are neighbours, too.
            next = worker.sameGroupUntil(task, s);
            int place = worker.placeOf(task, s);
            if (place < 0) {
                continue;
            }
            if (slice.only >= 0 && slice.whole) {
                wholeSeries(block, s, next, place + slice.only * scan.combinationGroups, found);
            } else if (subtotals == null) {
                series(slice, s, next, place, found, sums);
            } else {
                while (subtotals.start(run) < s) {
                    run++;
                }
                int firstRun = run;
                while (run < subtotals.runs() && subtotals.start(run + 1) <= next) {
                    run++;
                }
                if (firstRun == run) {
                    series(slice, s, next, place, found, sums);
                } else {
                    series(slice, s, subtotals.start(firstRun), place, found, sums);
                    sums.add(block, subtotals, firstRun, run, place, found);
                    series(slice, subtotals.start(run), next, place, found, sums);
                }
            }
            if (found.slack != null && halfStep[task.blockGroup()] > 0) {
                openBySign(block, s, next, place, found.slack);
            }
        }
    }

    /** The periods of a block that are taken, and what becomes of them. */
    private final class Slice {
        final SeriesBlock block;

        /** The first and the last, as distances from the block's own first. */
        final int from;

        final int to;
        final boolean whole;

        /** The group that all of them are in, or -1 if they are in several, or some in none. */
        final int only;

        /** By the distance what a period's group adds to a place; null where there is one group, or some in none. */
        final int @Nullable [] offsets;

        Slice(SeriesBlock block) {
            this.block = block;
            PeriodColumn periods = block.periods();
            from = Math.max(periods.first(), scan.periodFrom) - periods.first();
            to = Math.min(periods.last(), scan.periodTo) - periods.first();
            whole = from == 0 && to == periods.last() - periods.first();
            only = from > to ? -1 : onlyGroup(periods.first() + from, periods.first() + to);
            offsets = only < 0 ? offsets(periods.first(), from, to) : null;
        }
    }

    /** Takes neighbouring series of one group by their rows. */
    private void series(Slice slice, int from, int to, int place, Accumulators found, PeriodSums sums) {
        SeriesBlock block = slice.block;
        boolean sumsOnly = found.sum != null && found.sumHigh == null && found.min == null && found.max == null;
        if (slice.only < 0 && slice.whole && sumsOnly && sums.accept(block, from, to)) {
            sums.add(block, from, to, place, found);
            return;
        }
        for (int s = from; s < to; s++) {
            int first = firstAt(block, s, slice.from);
            int end = firstAt(block, s, slice.to + 1);
            if (slice.only >= 0) {
                rows(block, first, end, place + slice.only * scan.combinationGroups, found);
            } else if (slice.offsets != null && sumsOnly && found.sum != null) {
                RowLoops.add(block.periods(), block.values(), first, end, slice.offsets, place, found.sum, found.count);
            } else {
                rowByRow(block, first, end, place, found);
            }
        }
    }

    /** The first row of a series at or behind a distance: most often its first, or its end. */
    private static int firstAt(SeriesBlock block, int series, int distance) {
        int start = block.start(series);
        int end = block.start(series + 1);
        if (block.periods().distance(start) >= distance) {
            return start;
        }
        if (block.periods().distance(end - 1) < distance) {
            return end;
        }
        return RowLoops.firstAt(block.periods(), start, end, distance);
    }

    /** For each distance of a range what its group adds to a place; null if one of them has no group. */
    private int @Nullable [] offsets(int firstCode, int from, int to) {
        int[] offsets = new int[Math.max(0, to + 1)];
        for (int distance = from; distance <= to; distance++) {
            int group = scan.periodGroupOf(firstCode + distance);
            if (group < 0) {
                return null;
            }
            offsets[distance] = group * scan.combinationGroups;
        }
        return offsets;
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

    private static void wholeSeries(SeriesBlock block, int from, int to, int group, Accumulators found) {
        SeriesStatistics statistics = block.statistics();
        int count = block.start(to) - block.start(from);
        if (statistics == null || !block.values().provesLongSum(count)) {
            rows(block, block.start(from), block.start(to), group, found);
            return;
        }
        found.addSum(group, count, RowLoops.sum(statistics.sumsUnsafe(), from, to));
        if (found.min != null) {
            found.min[group] = Math.min(found.min[group], RowLoops.min(statistics.minima(), from, to));
        }
        if (found.max != null) {
            found.max[group] = Math.max(found.max[group], RowLoops.max(statistics.maxima(), from, to));
        }
    }

    private static void rows(SeriesBlock block, int first, int end, int group, Accumulators found) {
        ValueColumn values = block.values();
        if (first == end) {
            return;
        }
        if (values.provesLongSum(end - first)) {
            found.addSum(group, end - first, RowLoops.sum(values, first, end));
        } else {
            for (int row = first; row < end; row++) {
                found.addSum(group, 1, values.scaled(row));
            }
        }
        if (found.min != null) {
            found.min[group] = Math.min(found.min[group], RowLoops.min(values, first, end));
        }
        if (found.max != null) {
            found.max[group] = Math.max(found.max[group], RowLoops.max(values, first, end));
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

    private void openBySign(SeriesBlock block, int from, int to, int place, Slack slack) {
        ValueColumn values = block.values();
        boolean below = values.min() <= 0 && (commonlyOpen & Slack.BELOW_OPEN) == 0;
        boolean above = values.max() >= 0 && (commonlyOpen & Slack.ABOVE_OPEN) == 0;
        SeriesStatistics statistics = block.statistics();
        if (!below && !above) {
            return;
        }
        for (int s = from; s < to; s++) {
            if (statistics == null
                    || (below && statistics.minima().scaled(s) <= 0)
                    || (above && statistics.maxima().scaled(s) >= 0)) {
                openBySign(block, block.start(s), block.start(s + 1), place, below, above, slack);
            }
        }
    }

    private void openBySign(
            SeriesBlock block, int first, int end, int place, boolean below, boolean above, Slack slack) {
        for (int row = first; row < end; row++) {
            long value = block.values().scaled(row);
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
