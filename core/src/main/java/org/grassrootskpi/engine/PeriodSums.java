package org.grassrootskpi.engine;

import java.util.Arrays;
import org.grassrootskpi.table.PeriodColumn;
import org.grassrootskpi.table.SeriesBlock;
import org.grassrootskpi.table.Subtotals;

/**
 * Sums and counts of a few neighbouring series by the periods of the data, folded into the groups that were asked for.
 *
 * <p>A series has at most one row of each period, so that the additions of its rows do not wait for each other, which they
 * would if they went straight to the total of a year. Sum and count share a long: the count has the lowest bits. No more
 * rows are taken at a time than there is room for in both.
 */
final class PeriodSums {
    private static final int FEWEST_ROWS = 1 << 12;
    private static final int MOST_PERIODS = 1 << 12;

    private final Scan scan;
    private final long[] totals;
    private final int[] ends;
    private final int[] groups;
    private int parts;
    private int firstCode;
    private int cutSpan;

    PeriodSums(Scan scan) {
        this.scan = scan;
        int span = 0;
        for (SeriesBlock block : scan.blocks) {
            span = Math.max(span, span(block));
        }
        totals = new long[Math.min(span, MOST_PERIODS)];
        ends = new int[span];
        groups = new int[span];
    }

    private static int span(SeriesBlock block) {
        return block.periods().last() - block.periods().first() + 1;
    }

    /** Whether these series have rows enough to be worth the detour, and fit. */
    boolean accept(SeriesBlock block, int from, int to) {
        int span = span(block);
        return span <= totals.length
                && block.start(to) - block.start(from) >= span
                && Subtotals.room(block.values()) >= Math.max(FEWEST_ROWS, block.longest());
    }

    /** Adds all rows of neighbouring series to the period groups of one place. */
    void add(SeriesBlock block, int from, int to, int place, Accumulators found) {
        PeriodColumn periods = block.periods();
        int room = Subtotals.room(block.values());
        cut(periods.first(), span(block));
        for (int s = from; s < to; ) {
            int next = block.start(to) - block.start(s) <= room ? to : s + 1;
            while (next < to && block.start(next + 1) - block.start(s) <= room) {
                next++;
            }
            RowLoops.addByPeriod(periods, block.values(), block.start(s), block.start(next), totals);
            fold(totals, 0, place, found);
            Arrays.fill(totals, 0, span(block), 0);
            s = next;
        }
    }

    /** Adds all rows of some runs of series to the period groups of one place, by the subtotals that their block keeps. */
    void add(SeriesBlock block, Subtotals subtotals, int fromRun, int toRun, int place, Accumulators found) {
        cut(block.periods().first(), subtotals.span());
        for (int run = fromRun; run < toRun; run++) {
            fold(subtotals.totalsUnsafe(), run * subtotals.span(), place, found);
        }
    }

    /** Brings the totals from an offset on to their groups. */
    private void fold(long[] ofPeriods, int offset, int place, Accumulators found) {
        int distance = 0;
        for (int part = 0; part < parts; part++) {
            long total = 0;
            int end = ends[part];
            for (; distance < end; distance++) {
                total += ofPeriods[offset + distance];
            }
            int count = Subtotals.count(total);
            if (groups[part] >= 0 && count > 0) {
                found.addSum(place + groups[part] * scan.combinationGroups, count, Subtotals.sum(total));
            }
        }
    }

    /** Cuts the periods of a block into parts of one group each. */
    private void cut(int first, int span) {
        if (first == firstCode && span == cutSpan) {
            return;
        }
        parts = 0;
        for (int distance = 0; distance < span; distance++) {
            int group = scan.periodGroupOf(first + distance);
            if (distance == 0 || group != groups[parts - 1]) {
                groups[parts++] = group;
            }
            ends[parts - 1] = distance + 1;
        }
        firstCode = first;
        cutSpan = span;
    }
}
