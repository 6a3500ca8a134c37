package org.grassrootskpi.engine;

import java.util.Arrays;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.Subtotals;

/**
 * Adds up a few neighbouring series by the periods of the data, and folds sums and counts into the requested groups.
 *
 * <p>A series has at most one row for each period, so the additions of its rows do not wait for each other, as they would
 * if each were added directly to the total of a year. Sum and count share a long, as in {@link Subtotals}. No more rows are
 * added at a time than both have room for.
 */
final class PeriodSums {
    private static final int FEWEST_ROWS = 1 << 12;
    private static final int MOST_PERIODS = 1 << 12;

    private final Segment segment;
    private final PeriodParts parts;
    private final int room;
    private final long[] totals;
    private final boolean areSingle;

    PeriodSums(Segment segment, PeriodParts parts) {
        this.segment = segment;
        this.parts = parts;
        areSingle = parts.areSingle();
        room = Subtotals.room(segment.values());
        totals = new long[parts.span() <= MOST_PERIODS ? parts.span() : 0];
    }

    /** Returns whether these series fit and have enough rows to be worth it. */
    boolean accept(int fromSeries, int toSeries) {
        return totals.length > 0
                && segment.start(toSeries) - segment.start(fromSeries) >= totals.length
                && room >= FEWEST_ROWS;
    }

    /** Adds all rows of neighbouring series to the period groups of one base. */
    void add(int fromSeries, int toSeries, int groupBase, Accumulators found) {
        for (int s = fromSeries; s < toSeries; ) {
            int next = segment.start(toSeries) - segment.start(s) <= room ? toSeries : s + 1;
            while (next < toSeries && segment.start(next + 1) - segment.start(s) <= room) {
                next++;
            }
            RowLoops.addByPeriod(segment.periods(), segment.values(), segment.start(s), segment.start(next), totals);
            fold(totals, 0, groupBase, found);
            Arrays.fill(totals, 0);
            s = next;
        }
    }

    /** Adds all rows of some runs of series to the period groups of one base, using the subtotals that their segment keeps. */
    void add(Subtotals subtotals, int fromRun, int toRun, int groupBase, Accumulators found) {
        for (int run = fromRun; run < toRun; run++) {
            fold(subtotals.totalsUnsafe(), run * subtotals.span(), groupBase, found);
        }
    }

    /** Adds the totals from an offset on to their groups, whose sums fit a long. */
    private void fold(long[] ofPeriods, int offset, int groupBase, Accumulators found) {
        if (areSingle) {
            add(ofPeriods, offset, groupBase + parts.group(0), found);
            return;
        }
        int distance = 0;
        for (int part = 0; part < parts.size(); part++) {
            long total = 0;
            int end = parts.end(part);
            for (; distance < end; distance++) {
                total += ofPeriods[offset + distance];
            }
            int group = parts.group(part);
            if (group >= 0) {
                found.count[groupBase + group] += Subtotals.count(total);
                if (found.sum != null) {
                    found.sum[groupBase + group] += Subtotals.sum(total);
                }
            }
        }
    }

    /** Adds the totals of periods to the groups of which each has one: loops that a compiler turns into vectors. */
    private void add(long[] ofPeriods, int offset, int firstGroup, Accumulators found) {
        int size = parts.size();
        long[] count = found.count;
        for (int part = 0; part < size; part++) {
            count[firstGroup + part] += Subtotals.count(ofPeriods[offset + part]);
        }
        long[] sum = found.sum;
        if (sum != null) {
            for (int part = 0; part < size; part++) {
                sum[firstGroup + part] += Subtotals.sum(ofPeriods[offset + part]);
            }
        }
    }
}
