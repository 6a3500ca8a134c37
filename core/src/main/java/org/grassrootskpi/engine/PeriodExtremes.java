package org.grassrootskpi.engine;

import java.util.Arrays;
import org.grassrootskpi.columns.Segment;

/**
 * Finds the least and the greatest value of neighbouring series by the periods of the data, and folds them into the requested
 * groups.
 *
 * <p>As with {@link PeriodSums}, the rows of a series do not wait for each other, since each has another period.
 */
final class PeriodExtremes {
    private final Segment segment;
    private final PeriodParts parts;
    private final Accumulators found;
    private final long[] min;
    private final long[] max;

    PeriodExtremes(Segment segment, PeriodParts parts, Accumulators found) {
        this.segment = segment;
        this.parts = parts;
        this.found = found;
        min = new long[parts.span()];
        max = new long[parts.span()];
        clear();
    }

    private void clear() {
        Arrays.fill(min, Long.MAX_VALUE);
        Arrays.fill(max, Long.MIN_VALUE);
    }

    /** Adds all rows of neighbouring series to the period groups of one base. */
    void add(int fromSeries, int toSeries, int groupBase) {
        int from = segment.start(fromSeries);
        int to = segment.start(toSeries);
        RowLoops.extremesByPeriod(segment.periods(), segment.values(), from, to, min, max);
        int distance = 0;
        for (int part = 0; part < parts.size(); part++) {
            long least = Long.MAX_VALUE;
            long greatest = Long.MIN_VALUE;
            int end = parts.end(part);
            for (; distance < end; distance++) {
                least = Math.min(least, min[distance]);
                greatest = Math.max(greatest, max[distance]);
            }
            if (parts.group(part) >= 0) {
                found.addExtremes(groupBase + parts.group(part), least, greatest);
            }
        }
        clear();
    }
}
