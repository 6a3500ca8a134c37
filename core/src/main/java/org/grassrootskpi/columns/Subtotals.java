package org.grassrootskpi.columns;

import org.jspecify.annotations.Nullable;

/**
 * Sum and count of each period over {@linkplain SiblingRuns neighbouring series of one parent region}: a roll-up to the parents or
 * above needs none of the rows.
 *
 * <p>A run of series has a total for each period from the segment's first to its last.
 * Sum and count share a {@code long}, so that adding two totals adds both: the count has the lowest {@link #COUNT_BITS}
 * bits, the unscaled sum all others. A segment keeps subtotals where they are worth their room (three rows a total or
 * more), every row has an exact value, and no run is too long for its totals. Immutable and thread-safe, as long as
 * nobody writes to the array of {@link #totalsUnsafe}.
 */
public final class Subtotals {
    /** The number of bits of a total that are the count. */
    public static final int COUNT_BITS = 20;

    private static final int FEWEST_ROWS_A_TOTAL = 3;

    private final SiblingRuns runs;
    private final int span;
    private final long[] totals;

    private Subtotals(SiblingRuns runs, int span, long[] totals) {
        this.runs = runs;
        this.span = span;
        this.totals = totals;
    }

    static @Nullable Subtotals of(SiblingRuns runs, SeriesIndex index, PeriodColumn periods, ValueColumn values) {
        if (values.isFloatingPoint()) {
            return null;
        }
        int[] rowStarts = index.starts;
        long span = (long) periods.last() - periods.first() + 1;
        int most = 0;
        for (int run = 0; run < runs.size(); run++) {
            most = Math.max(most, rowStarts[runs.start(run + 1)] - rowStarts[runs.start(run)]);
        }
        if (values.size() / FEWEST_ROWS_A_TOTAL < runs.size() * span || most > room(values)) {
            return null;
        }
        long[] totals = new long[(int) (runs.size() * span)];
        for (int run = 0; run < runs.size(); run++) {
            int first = (int) (run * span);
            for (int row = rowStarts[runs.start(run)]; row < rowStarts[runs.start(run + 1)]; row++) {
                totals[first + periods.distance(row)] += (values.unscaled(row) << COUNT_BITS) + 1;
            }
        }
        return new Subtotals(runs, (int) span, totals);
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
     * Returns the runs.
     *
     * @return the stretches of series that each total is of
     */
    public SiblingRuns runs() {
        return runs;
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
        return 8L * totals.length;
    }
}
