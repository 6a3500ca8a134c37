package org.grassrootskpi.engine;

import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SiblingRuns;
import org.grassrootskpi.columns.YearStatistics;
import org.jspecify.annotations.Nullable;

/** Reads extremes, and counts unless sums bring them, off the statistics of years, where each year is in one group, or in none. */
final class YearExtremes {
    private static final int SEVERAL = -2;

    private final YearStatistics years;
    private final int[] groups;
    private final Accumulators found;

    private YearExtremes(YearStatistics years, int[] groups, Accumulators found) {
        this.years = years;
        this.groups = groups;
        this.found = found;
    }

    /** Returns null if the segment keeps no such statistics, or a year is in several groups. */
    static @Nullable YearExtremes of(Scan scan, Segment segment, Accumulators found) {
        YearStatistics years = segment.years();
        if (years == null) {
            return null;
        }
        int[] groups = new int[years.years()];
        int first = segment.periods().first();
        int distance = 0;
        for (int year = 0; year < groups.length; year++) {
            groups[year] = scan.periodGroupOf(first + distance);
            for (; distance < years.end(year); distance++) {
                groups[year] = scan.periodGroupOf(first + distance) == groups[year] ? groups[year] : SEVERAL;
            }
            if (groups[year] == SEVERAL) {
                return null;
            }
        }
        return new YearExtremes(years, groups, found);
    }

    SiblingRuns runs() {
        return years.runs();
    }

    /** Adds the extremes of some runs to the period groups of one base. */
    void add(int fromRun, int toRun, int groupBase) {
        for (int run = fromRun; run < toRun; run++) {
            for (int year = 0; year < groups.length; year++) {
                int count = years.count(run, year);
                if (groups[year] >= 0 && count > 0) {
                    found.count[groupBase + groups[year]] += found.sum == null ? count : 0;
                    found.addExtremes(groupBase + groups[year], years.min(run, year), years.max(run, year));
                }
            }
        }
    }
}
