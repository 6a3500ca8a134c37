package org.grassrootskpi.engine;

import org.grassrootskpi.columns.PeriodColumn;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.columns.SeriesStatistics;
import org.grassrootskpi.columns.Subtotals;
import org.grassrootskpi.columns.ValueColumn;
import org.jspecify.annotations.Nullable;

/**
 * Scans a block in which all rows have an exact value, as many rows at a time as their group allows: whole series by their
 * statistics, siblings by their subtotals, the rest by loops over the columns.
 */
final class PlainRowScan {
    private final Scan scan;
    private final SeriesBlock block;
    private final PeriodColumn periods;
    private final ValueColumn values;
    private final Accumulators found;
    private final PeriodSums sums;

    /** The first and the last selected period, as distances from the block's first. */
    private final int from;

    private final int to;
    private final boolean allPeriods;

    /** The group that all of them are in, or -1 if they are in several, or some in none. */
    private final int onlyGroup;

    /** The group of each by its distance; null where there is one group, or some are in none. */
    private final int @Nullable [] groups;

    PlainRowScan(Scan scan, Accumulators found) {
        this.scan = scan;
        this.found = found;
        block = scan.block;
        periods = block.periods();
        values = block.values();
        sums = new PeriodSums(scan);
        from = Math.max(periods.first(), scan.periodFrom) - periods.first();
        to = Math.min(periods.last(), scan.periodTo) - periods.first();
        allPeriods = from == 0 && to == periods.last() - periods.first();
        onlyGroup = from > to ? -1 : onlyGroup();
        groups = onlyGroup >= 0 || from > to ? null : groups();
    }

    private int onlyGroup() {
        int group = scan.periodGroupOf(periods.first() + from);
        for (int distance = from; distance <= to; distance++) {
            if (scan.periodGroupOf(periods.first() + distance) != group) {
                return -1;
            }
        }
        return group;
    }

    private int @Nullable [] groups() {
        int[] byDistance = new int[to + 1];
        for (int distance = from; distance <= to; distance++) {
            byDistance[distance] = scan.periodGroupOf(periods.first() + distance);
            if (byDistance[distance] < 0) {
                return null;
            }
        }
        return byDistance;
    }

    void take(int fromSeries, int toSeries) {
        if (from > to) {
            return;
        }
        Subtotals subtotals = found.isLongSumOnly() ? block.subtotals() : null;
        int run = subtotals == null ? 0 : subtotals.firstRun(fromSeries);
        for (int s = fromSeries, next; s < toSeries; s = next) {
            // Neighbouring series of one group are added together: their rows are adjacent, too.
            next = scan.sameGroupUntil(s, toSeries);
            int groupBase = scan.groupBaseOf(s);
            if (groupBase < 0) {
                continue;
            }
            if (onlyGroup >= 0 && allPeriods) {
                wholeSeries(s, next, groupBase + onlyGroup);
            } else if (subtotals == null) {
                series(s, next, groupBase);
            } else {
                while (subtotals.start(run) < s) {
                    run++;
                }
                int firstRun = run;
                while (run < subtotals.runs() && subtotals.start(run + 1) <= next) {
                    run++;
                }
                if (firstRun == run) {
                    series(s, next, groupBase);
                } else {
                    series(s, subtotals.start(firstRun), groupBase);
                    sums.add(subtotals, firstRun, run, groupBase, found);
                    series(subtotals.start(run), next, groupBase);
                }
            }
        }
    }

    private void wholeSeries(int fromSeries, int toSeries, int group) {
        SeriesStatistics statistics = block.statistics();
        int count = block.start(toSeries) - block.start(fromSeries);
        if (statistics != null && toSeries == fromSeries + 1) {
            oneSeries(statistics, fromSeries, count, group);
            return;
        }
        if (statistics == null || !values.sumFitsLong(count)) {
            rows(block.start(fromSeries), block.start(toSeries), group);
            return;
        }
        found.addSum(group, count, RowLoops.sum(statistics.sumsUnsafe(), fromSeries, toSeries));
        if (found.min != null) {
            found.min[group] = Math.min(found.min[group], RowLoops.min(statistics.minima(), fromSeries, toSeries));
        }
        if (found.max != null) {
            found.max[group] = Math.max(found.max[group], RowLoops.max(statistics.maxima(), fromSeries, toSeries));
        }
    }

    private void oneSeries(SeriesStatistics statistics, int series, int count, int group) {
        found.addSum(group, count, statistics.sum(series));
        if (found.min != null) {
            found.min[group] = Math.min(found.min[group], statistics.minima().unscaled(series));
        }
        if (found.max != null) {
            found.max[group] = Math.max(found.max[group], statistics.maxima().unscaled(series));
        }
    }

    /** Adds neighbouring series of one group by their rows. */
    private void series(int fromSeries, int toSeries, int groupBase) {
        if (onlyGroup < 0 && allPeriods && found.isLongSumOnly() && sums.accept(fromSeries, toSeries)) {
            sums.add(fromSeries, toSeries, groupBase, found);
            return;
        }
        for (int s = fromSeries; s < toSeries; s++) {
            int first = firstAt(s, from);
            int end = firstAt(s, to + 1);
            if (onlyGroup >= 0) {
                rows(first, end, groupBase + onlyGroup);
            } else if (groups != null && found.isLongSumOnly() && found.sum != null) {
                RowLoops.add(periods, values, first, end, groups, groupBase, found.sum, found.count);
            } else {
                rowByRow(first, end, groupBase);
            }
        }
    }

    /** Finds the first row of a series at or behind a distance: most often its first, or its end. */
    private int firstAt(int series, int distance) {
        int start = block.start(series);
        int end = block.start(series + 1);
        if (periods.distance(start) >= distance) {
            return start;
        }
        if (periods.distance(end - 1) < distance) {
            return end;
        }
        return RowLoops.firstAt(periods, start, end, distance);
    }

    private void rows(int first, int end, int group) {
        if (first == end) {
            return;
        }
        if (values.sumFitsLong(end - first)) {
            found.addSum(group, end - first, RowLoops.sum(values, first, end));
        } else {
            for (int row = first; row < end; row++) {
                found.addSum(group, 1, values.unscaled(row));
            }
        }
        if (found.min != null) {
            found.min[group] = Math.min(found.min[group], RowLoops.min(values, first, end));
        }
        if (found.max != null) {
            found.max[group] = Math.max(found.max[group], RowLoops.max(values, first, end));
        }
    }

    private void rowByRow(int first, int end, int groupBase) {
        for (int row = first; row < end; row++) {
            int group = scan.periodGroupOf(periods.code(row));
            if (group >= 0) {
                found.add(groupBase + group, values.unscaled(row));
            }
        }
    }
}
