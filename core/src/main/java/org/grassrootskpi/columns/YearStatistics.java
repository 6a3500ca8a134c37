package org.grassrootskpi.columns;

import java.util.Arrays;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * Count, minimum and maximum of each calendar year over {@linkplain SiblingRuns neighbouring series of one parent region}, exact and
 * unscaled: extremes by parent and year, or above, need none of the rows.
 *
 * <p>A segment keeps them where they are worth their room (eight rows a year of a run or more) and every row has an exact value.
 * Immutable and thread-safe.
 */
public final class YearStatistics {
    private static final int FEWEST_ROWS_A_YEAR = 8;

    private final SiblingRuns runs;
    private final int[] ends;
    private final int[] counts;
    private final ValueColumn minima;
    private final ValueColumn maxima;

    private YearStatistics(SiblingRuns runs, int[] ends, int[] counts, ValueColumn minima, ValueColumn maxima) {
        this.runs = runs;
        this.ends = ends;
        this.counts = counts;
        this.minima = minima;
        this.maxima = maxima;
    }

    static @Nullable YearStatistics of(SiblingRuns runs, SeriesIndex index, PeriodColumn periods, ValueColumn values) {
        int[] ends = ends(periods);
        if (values.isFloatingPoint() || values.size() / FEWEST_ROWS_A_YEAR < (long) runs.size() * ends.length) {
            return null;
        }
        int size = runs.size() * ends.length;
        int[] counts = new int[size];
        long[] min = new long[size];
        long[] max = new long[size];
        Arrays.fill(min, Long.MAX_VALUE);
        Arrays.fill(max, Long.MIN_VALUE);
        int[] years = years(ends);
        for (int run = 0; run < runs.size(); run++) {
            int first = run * ends.length;
            int end = index.starts[runs.start(run + 1)];
            for (int row = index.starts[runs.start(run)]; row < end; row++) {
                int at = first + years[periods.distance(row)];
                long value = values.unscaled(row);
                counts[at]++;
                min[at] = Math.min(min[at], value);
                max[at] = Math.max(max[at], value);
            }
        }
        ValueColumn minima = ValueColumn.allocate(size, values.min(), values.max());
        ValueColumn maxima = ValueColumn.allocate(size, values.min(), values.max());
        for (int at = 0; at < size; at++) {
            minima.set(at, counts[at] == 0 ? 0 : min[at]);
            maxima.set(at, counts[at] == 0 ? 0 : max[at]);
        }
        return new YearStatistics(runs, ends, counts, minima, maxima);
    }

    /** Returns where each year ends, as a distance from the first period, exclusive. */
    private static int[] ends(PeriodColumn periods) {
        int[] ends = new int[periods.last() - periods.first() + 1];
        int size = 0;
        int year = 0;
        for (int distance = 0; distance < ends.length; distance++) {
            int own = TimePeriod.ofCode(periods.first() + distance).firstDay().getYear();
            size += size == 0 || own != year ? 1 : 0;
            year = own;
            ends[size - 1] = distance + 1;
        }
        return Arrays.copyOf(ends, size);
    }

    private static int[] years(int[] ends) {
        int[] years = new int[ends[ends.length - 1]];
        for (int year = 1; year < ends.length; year++) {
            Arrays.fill(years, ends[year - 1], ends[year], year);
        }
        return years;
    }

    /**
     * Returns the runs.
     *
     * @return the stretches of series that each number is of
     */
    public SiblingRuns runs() {
        return runs;
    }

    /**
     * Returns the number of years.
     *
     * @return from the year of the segment's first period to that of its last
     */
    public int years() {
        return ends.length;
    }

    /**
     * Returns where a year ends.
     *
     * @param year from 0, below {@link #years}
     * @return a distance from the segment's first period, exclusive
     */
    public int end(int year) {
        return ends[year];
    }

    /**
     * Returns the number of rows in a year of a run.
     *
     * @param run from 0
     * @param year from 0
     * @return 0 or more
     */
    public int count(int run, int year) {
        return counts[run * ends.length + year];
    }

    /**
     * Returns the least value in a year of a run that has a row.
     *
     * @param run from 0
     * @param year from 0
     * @return the value times ten to the power of the indicator's decimals
     */
    public long min(int run, int year) {
        return minima.unscaled(run * ends.length + year);
    }

    /**
     * Returns the greatest value in a year of a run that has a row.
     *
     * @param run from 0
     * @param year from 0
     * @return the value times ten to the power of the indicator's decimals
     */
    public long max(int run, int year) {
        return maxima.unscaled(run * ends.length + year);
    }

    long bytes() {
        return 4L * ends.length + 4L * counts.length + minima.bytes() + maxima.bytes();
    }
}
