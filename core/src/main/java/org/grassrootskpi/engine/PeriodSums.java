package org.grassrootskpi.engine;

import java.util.Arrays;
import org.grassrootskpi.columns.SeriesBlock;
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

    private final SeriesBlock block;
    private final int room;
    private final long[] totals;

    /** The periods in parts of one group each: where a part ends, as a distance from the first, and its group. */
    private final int[] ends;

    private final int[] groups;
    private final int parts;

    PeriodSums(Scan scan) {
        block = scan.block;
        room = Subtotals.room(block.values());
        int first = block.periods().first();
        int span = block.periods().last() - first + 1;
        totals = new long[span <= MOST_PERIODS ? span : 0];
        ends = new int[span];
        groups = new int[span];
        int part = -1;
        for (int distance = 0; distance < span; distance++) {
            int group = scan.periodGroupOf(first + distance);
            if (part < 0 || group != groups[part]) {
                groups[++part] = group;
            }
            ends[part] = distance + 1;
        }
        parts = part + 1;
    }

    /** Returns whether these series fit and have enough rows to be worth it. */
    boolean accept(int fromSeries, int toSeries) {
        return totals.length > 0
                && block.start(toSeries) - block.start(fromSeries) >= totals.length
                && room >= Math.max(FEWEST_ROWS, block.longest());
    }

    /** Adds all rows of neighbouring series to the period groups of one base. */
    void add(int fromSeries, int toSeries, int groupBase, Accumulators found) {
        for (int s = fromSeries; s < toSeries; ) {
            int next = block.start(toSeries) - block.start(s) <= room ? toSeries : s + 1;
            while (next < toSeries && block.start(next + 1) - block.start(s) <= room) {
                next++;
            }
            RowLoops.addByPeriod(block.periods(), block.values(), block.start(s), block.start(next), totals);
            fold(totals, 0, groupBase, found);
            Arrays.fill(totals, 0);
            s = next;
        }
    }

    /** Adds all rows of some runs of series to the period groups of one base, using the subtotals that their block keeps. */
    void add(Subtotals subtotals, int fromRun, int toRun, int groupBase, Accumulators found) {
        for (int run = fromRun; run < toRun; run++) {
            fold(subtotals.totalsUnsafe(), run * subtotals.span(), groupBase, found);
        }
    }

    /** Adds the totals from an offset on to their groups, whose sums fit a long. */
    private void fold(long[] ofPeriods, int offset, int groupBase, Accumulators found) {
        long[] sum = found.sum;
        int distance = 0;
        for (int part = 0; sum != null && part < parts; part++) {
            long total = 0;
            int end = ends[part];
            for (; distance < end; distance++) {
                total += ofPeriods[offset + distance];
            }
            if (groups[part] >= 0) {
                sum[groupBase + groups[part]] += Subtotals.sum(total);
                found.count[groupBase + groups[part]] += Subtotals.count(total);
            }
        }
    }
}
