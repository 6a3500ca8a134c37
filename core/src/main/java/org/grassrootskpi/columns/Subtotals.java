package org.grassrootskpi.columns;

import java.util.Arrays;
import org.grassrootskpi.model.RegionNumbering;
import org.jspecify.annotations.Nullable;

/**
 * Sum and count of each period over neighbouring series of one combination whose regions have the same parent: a roll-up to the parents or
 * above needs none of the rows.
 *
 * <p>A <dfn>run</dfn> is such a stretch of series; it has a total for each period from the segment's first to its last.
 * Sum and count share a {@code long}, so that adding two totals adds both: the count has the lowest {@link #COUNT_BITS}
 * bits, the unscaled sum all others. A segment keeps subtotals where they are worth their room (three rows a total or
 * more), every row has an exact value, and no run is too long for its totals. Immutable and thread-safe, as long as
 * nobody writes to the array of {@link #totalsUnsafe}.
 */
public final class Subtotals {
    /** The number of bits of a total that are the count. */
    public static final int COUNT_BITS = 20;

    private static final int FEWEST_ROWS_A_TOTAL = 3;

    private final int[] starts;
    private final int span;
    private final long[] totals;

    private Subtotals(int[] starts, int span, long[] totals) {
        this.starts = starts;
        this.span = span;
        this.totals = totals;
    }

    static @Nullable Subtotals of(
            RegionNumbering numbering, SeriesIndex index, PeriodColumn periods, ValueColumn values) {
        if (values.isFloatingPoint()) {
            return null;
        }
        int[] rowStarts = index.starts;
        int[] starts = runs(numbering, index);
        int runs = starts.length - 1;
        long span = (long) periods.last() - periods.first() + 1;
        int most = 0;
        for (int run = 0; run < runs; run++) {
            most = Math.max(most, rowStarts[starts[run + 1]] - rowStarts[starts[run]]);
        }
        if (values.size() / FEWEST_ROWS_A_TOTAL < runs * span || most > room(values)) {
            return null;
        }
        long[] totals = new long[(int) (runs * span)];
        for (int run = 0; run < runs; run++) {
            int first = (int) (run * span);
            for (int row = rowStarts[starts[run]]; row < rowStarts[starts[run + 1]]; row++) {
                totals[first + periods.distance(row)] += (values.unscaled(row) << COUNT_BITS) + 1;
            }
        }
        return new Subtotals(starts, (int) span, totals);
    }

    /** Returns the first series of each run, and the number of series. */
    private static int[] runs(RegionNumbering numbering, SeriesIndex index) {
        int[] regions = index.regions;
        int[] starts = new int[regions.length + 1];
        int runs = 0;
        int combination = 0;
        for (int s = 0; s < regions.length; s++) {
            boolean isOther = s == index.combinationStarts[combination];
            if (isOther || numbering.parent(regions[s]) != numbering.parent(regions[s - 1])) {
                starts[runs++] = s;
                combination += isOther ? 1 : 0;
            }
        }
        starts[runs] = regions.length;
        return Arrays.copyOf(starts, runs + 1);
    }

    /**
     * Returns the number of values that may share a total, whatever the values are.
     *
     * @param values the column that they are of, of exact values
     * @return 0 or more
     */
    public static int room(ValueColumn values) {
        // ~min is -min - 1, which no long is without; beyond the greatest extreme lies Long.MIN_VALUE, which leaves no
        // room.
        long extreme = Math.max(values.max(), ~values.min());
        long room = (1L << (Long.SIZE - 1 - COUNT_BITS)) / (extreme + 1);
        return (int) Math.min((1L << COUNT_BITS) - 1, room);
    }

    /**
     * Returns the number of values in a total.
     *
     * @param total a total, or several added up within their {@link #room}
     * @return 0 or more
     */
    public static int count(long total) {
        return (int) total & ((1 << COUNT_BITS) - 1);
    }

    /**
     * Returns the sum of the values in a total.
     *
     * @param total a total, or several added up within their {@link #room}
     * @return the exact sum, unscaled
     */
    public static long sum(long total) {
        return total >> COUNT_BITS;
    }

    /**
     * Returns the number of runs.
     *
     * @return 1 or more
     */
    public int runs() {
        return starts.length - 1;
    }

    /**
     * Returns the first series of a run.
     *
     * @param run from 0 to {@link #runs}, inclusive: the last one gives the number of series
     * @return the series
     */
    public int start(int run) {
        return starts[run];
    }

    /**
     * Returns the first run that begins at a series or behind it.
     *
     * @param series from 0 to the number of series
     * @return from 0 to {@link #runs}
     */
    public int firstRun(int series) {
        int at = Arrays.binarySearch(starts, series);
        return at < 0 ? -at - 1 : at;
    }

    /**
     * Returns the number of totals of each run.
     *
     * @return the number of periods from the segment's first to its last
     */
    public int span() {
        return span;
    }

    /**
     * Returns the totals, not copied: writing to the array breaks the table.
     *
     * @return for each run, one behind the other, a total for each period from the segment's first on
     */
    public long[] totalsUnsafe() {
        return totals;
    }

    long bytes() {
        return 4L * starts.length + 8L * totals.length;
    }
}
