package org.grassrootskpi.engine;

import org.grassrootskpi.columns.PeriodColumn;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesStatistics;
import org.grassrootskpi.columns.SiblingRuns;
import org.grassrootskpi.columns.Subtotals;
import org.grassrootskpi.columns.ValueColumn;
import org.jspecify.annotations.Nullable;

/**
 * Scans a segment of exact values without a remark, as many rows at a time as their group allows.
 *
 * <p>Sums and counts are read off the statistics of whole series or the subtotals of siblings, minima and maxima off the
 * statistics; the rest is added by loops over the columns.
 */
final class PlainRowScan {
    private final Scan scan;
    private final Segment segment;
    private final PeriodColumn periods;
    private final ValueColumn values;
    private final Accumulators found;
    private final PeriodSums sums;
    private final @Nullable PeriodExtremes extremes;
    private final @Nullable YearExtremes years;

    /** The first and the last selected period, as distances from the segment's first. */
    private final int from;

    private final int to;
    private final boolean allPeriods;

    /** The group that all of them are in, or -1 if they are in several, or some in none. */
    private final int onlyGroup;

    /** The group of each by its distance; null where there is one group, or some are in none. */
    private final int @Nullable [] groups;

    PlainRowScan(Scan scan, Segment segment, Accumulators found) {
        this.scan = scan;
        this.segment = segment;
        this.found = found;
        periods = segment.periods();
        values = segment.values();
        PeriodParts parts = new PeriodParts(scan, segment);
        sums = new PeriodSums(segment, parts);
        extremes = found.min == null && found.max == null ? null : new PeriodExtremes(segment, parts, found);
        years = extremes == null ? null : YearExtremes.of(scan, segment, found);
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

    void take(Stretch stretch) {
        if (from > to) {
            return;
        }
        if (onlyGroup >= 0 && allPeriods) {
            allRows(stretch);
            return;
        }
        Subtotals subtotals = found.sumHigh == null ? segment.subtotals() : null;
        SiblingRuns runs = years != null ? years.runs() : subtotals != null ? subtotals.runs() : null;
        int run = runs == null ? 0 : runs.firstRun(stretch.from());
        for (int s = stretch.from(), next; s < stretch.to(); s = next) {
            // Neighbouring series of one group are added together: their rows are adjacent, too.
            next = scan.sameGroupUntil(stretch, s);
            int groupBase = scan.groupBaseOf(stretch, s);
            if (groupBase < 0) {
                continue;
            }
            int firstRun = run;
            if (runs != null) {
                while (runs.start(firstRun) < s) {
                    firstRun++;
                }
                run = firstRun;
                while (run < runs.size() && runs.start(run + 1) <= next) {
                    run++;
                }
            }
            if (runs == null || firstRun == run) {
                rows(s, next, groupBase);
            } else {
                rows(s, runs.start(firstRun), groupBase);
                runs(subtotals, runs, firstRun, run, groupBase);
                rows(runs.start(run), next, groupBase);
            }
        }
    }

    /** Adds series all of whose rows are in the groups of their regions. */
    private void allRows(Stretch stretch) {
        for (int s = stretch.from(), next; s < stretch.to(); s = next) {
            next = scan.sameGroupUntil(stretch, s);
            int groupBase = scan.groupBaseOf(stretch, s);
            if (groupBase >= 0) {
                wholeSeries(s, next, groupBase + onlyGroup);
            }
        }
    }

    /** Adds whole runs of series by what the segment keeps of them. */
    private void runs(@Nullable Subtotals subtotals, SiblingRuns runs, int firstRun, int endRun, int groupBase) {
        int firstSeries = runs.start(firstRun);
        int endSeries = runs.start(endRun);
        if (years != null) {
            years.add(firstRun, endRun, groupBase);
        } else if (extremes != null) {
            extremes(extremes, firstSeries, endSeries, groupBase);
        }
        if (years != null && found.sum == null) {
            return;
        }
        if (subtotals != null) {
            sums.add(subtotals, firstRun, endRun, groupBase, found);
        } else {
            series(firstSeries, endSeries, groupBase);
        }
    }

    /** Adds neighbouring series of one group by their rows. */
    private void rows(int fromSeries, int toSeries, int groupBase) {
        if (fromSeries < toSeries) {
            if (extremes != null) {
                extremes(extremes, fromSeries, toSeries, groupBase);
            }
            series(fromSeries, toSeries, groupBase);
        }
    }

    private void wholeSeries(int fromSeries, int toSeries, int group) {
        SeriesStatistics statistics = segment.statistics();
        int first = segment.start(fromSeries);
        int end = segment.start(toSeries);
        if (statistics == null) {
            addRows(first, end, group);
            extremesOfRows(first, end, group);
        } else if (toSeries == fromSeries + 1) {
            oneSeries(statistics, fromSeries, end - first, group);
        } else {
            if (values.sumFitsLong(end - first)) {
                found.addSum(group, end - first, statistics.sum(fromSeries, toSeries));
            } else {
                addRows(first, end, group);
            }
            found.addExtremes(
                    group,
                    found.min == null ? 0 : RowLoops.min(statistics.minima(), fromSeries, toSeries),
                    found.max == null ? 0 : RowLoops.max(statistics.maxima(), fromSeries, toSeries));
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

    /** Adds sums and counts of neighbouring series of one group by their rows. */
    private void series(int fromSeries, int toSeries, int groupBase) {
        if (onlyGroup < 0 && allPeriods && found.sumHigh == null && sums.accept(fromSeries, toSeries)) {
            sums.add(fromSeries, toSeries, groupBase, found);
            return;
        }
        if (allPeriods && groups != null && found.sumHigh == null) {
            int end = segment.start(toSeries);
            RowLoops.add(periods, values, segment.start(fromSeries), end, groups, groupBase, found.sum, found.count);
            return;
        }
        for (int s = fromSeries; s < toSeries; s++) {
            int first = firstAt(s, from);
            int end = firstAt(s, to + 1);
            if (onlyGroup >= 0) {
                addRows(first, end, groupBase + onlyGroup);
            } else if (groups != null && found.sumHigh == null) {
                RowLoops.add(periods, values, first, end, groups, groupBase, found.sum, found.count);
            } else {
                rowByRow(first, end, groupBase);
            }
        }
    }

    /** Finds minima and maxima of neighbouring series of one group by their rows. */
    private void extremes(PeriodExtremes ofPeriods, int fromSeries, int toSeries, int groupBase) {
        if (onlyGroup < 0) {
            ofPeriods.add(fromSeries, toSeries, groupBase);
            return;
        }
        for (int s = fromSeries; s < toSeries; s++) {
            extremesOfRows(firstAt(s, from), firstAt(s, to + 1), groupBase + onlyGroup);
        }
    }

    /** Finds the first row of a series at or behind a distance: most often its first, or its end. */
    private int firstAt(int series, int distance) {
        int start = segment.start(series);
        int end = segment.start(series + 1);
        if (periods.distance(start) >= distance) {
            return start;
        }
        if (periods.distance(end - 1) < distance) {
            return end;
        }
        return RowLoops.firstAt(periods, start, end, distance);
    }

    private void addRows(int first, int end, int group) {
        if (found.sum == null || values.sumFitsLong(end - first)) {
            found.addSum(group, end - first, found.sum == null ? 0 : RowLoops.sum(values, first, end));
        } else {
            for (int row = first; row < end; row++) {
                found.addSum(group, 1, values.unscaled(row));
            }
        }
    }

    private void extremesOfRows(int first, int end, int group) {
        if (first < end && extremes != null) {
            found.addExtremes(
                    group,
                    found.min == null ? 0 : RowLoops.min(values, first, end),
                    found.max == null ? 0 : RowLoops.max(values, first, end));
        }
    }

    private void rowByRow(int first, int end, int groupBase) {
        for (int row = first; row < end; row++) {
            int group = scan.periodGroupOf(periods.code(row));
            if (group >= 0) {
                found.addSum(groupBase + group, 1, values.unscaled(row));
            }
        }
    }
}
