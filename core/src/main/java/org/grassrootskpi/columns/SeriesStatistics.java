package org.grassrootskpi.columns;

import org.jspecify.annotations.Nullable;

/**
 * Sum, minimum and maximum of each series of a segment, all exact and unscaled: a roll-up that takes a series whole needs
 * none of its rows.
 *
 * <p>A segment keeps them where they are worth their room (four rows a series or more), every row has an exact value, and
 * no series' sum can leave the range of a {@code long}. Immutable and thread-safe, as long as nobody writes to the arrays
 * that the {@code Unsafe} methods hand out.
 */
public final class SeriesStatistics {
    private final long[] sums;
    private final long total;
    private final ValueColumn minima;
    private final ValueColumn maxima;

    private SeriesStatistics(long[] sums, ValueColumn minima, ValueColumn maxima) {
        this.sums = sums;
        this.total = added(sums, 0, sums.length);
        this.minima = minima;
        this.maxima = maxima;
    }

    static @Nullable SeriesStatistics of(ValueColumn values, int[] starts, int longest) {
        int series = starts.length - 1;
        if (values.isFloatingPoint() || values.size() / 4 < series || !values.sumFitsLong(longest)) {
            return null;
        }
        long[] sums = new long[series];
        ValueColumn minima = ValueColumn.allocate(series, values.min(), values.max());
        ValueColumn maxima = ValueColumn.allocate(series, values.min(), values.max());
        for (int s = 0; s < series; s++) {
            long sum = 0;
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            for (int row = starts[s]; row < starts[s + 1]; row++) {
                long value = values.unscaled(row);
                sum += value;
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
            sums[s] = sum;
            minima.set(s, min);
            maxima.set(s, max);
        }
        return new SeriesStatistics(sums, minima, maxima);
    }

    /**
     * Returns the sum of a series.
     *
     * @param series from 0
     * @return the exact sum, unscaled
     */
    public long sum(int series) {
        return sums[series];
    }

    /**
     * Returns the least value of each series.
     *
     * @return one value for each series
     */
    public ValueColumn minima() {
        return minima;
    }

    /**
     * Returns the greatest value of each series.
     *
     * @return one value for each series
     */
    public ValueColumn maxima() {
        return maxima;
    }

    /**
     * Returns the sum of neighbouring series; that of all is kept.
     *
     * @param from the first series
     * @param to the series behind the last
     * @return the exact sum, unscaled, if a {@code long} holds it
     */
    public long sum(int from, int to) {
        return from == 0 && to == sums.length ? total : added(sums, from, to);
    }

    private static long added(long[] sums, int from, int to) {
        long sum = 0;
        for (int series = from; series < to; series++) {
            sum += sums[series];
        }
        return sum;
    }

    long bytes() {
        return 8L * sums.length + minima.bytes() + maxima.bytes();
    }
}
