package org.grassrootskpi.engine;

import java.util.Arrays;
import org.grassrootskpi.model.ObservationStatus;
import org.jspecify.annotations.Nullable;

/**
 * The running results of a range of groups, one array for each: rows are added, partial results combined.
 *
 * <p>A sum is kept in one long where the extremes of the data prove that it fits, else as the sums of the lower and the
 * upper 32 bits, which cannot overflow below 2^31 rows.
 */
final class Accumulators {
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();

    final int size;
    final long[] count;
    final long @Nullable [] sum;
    final long @Nullable [] sumHigh;
    final long @Nullable [] min;
    final long @Nullable [] max;
    final @Nullable Ends first;
    final @Nullable Ends last;
    final @Nullable Remarks remarks;
    final @Nullable Slack slack;

    Accumulators(Scan scan, int size, boolean wide) {
        this.size = size;
        count = new long[size];
        sum = scan.wants(Tally.SUM) ? new long[size] : null;
        sumHigh = sum != null && wide ? new long[size] : null;
        min = scan.wants(Tally.MIN) ? filled(size, Long.MAX_VALUE) : null;
        max = scan.wants(Tally.MAX) ? filled(size, Long.MIN_VALUE) : null;
        first = scan.wants(Tally.FIRST) ? new Ends(size) : null;
        last = scan.wants(Tally.LAST) ? new Ends(size) : null;
        remarks = scan.wants(Tally.STATUS) ? new Remarks(size) : null;
        slack = scan.wants(Tally.PRECISION) ? new Slack(size) : null;
    }

    private static long[] filled(int size, long value) {
        long[] array = new long[size];
        Arrays.fill(array, value);
        return array;
    }

    /** Adds one value. */
    void add(int group, long value) {
        count[group]++;
        if (sumHigh != null && sum != null) {
            sum[group] += value & 0xFFFFFFFFL;
            sumHigh[group] += value >> 32;
        } else if (sum != null) {
            sum[group] += value;
        }
        if (min != null && value < min[group]) {
            min[group] = value;
        }
        if (max != null && value > max[group]) {
            max[group] = value;
        }
    }

    /** Adds all values of a series, or of another part of a group, at once. */
    void addAll(int group, int rows, long partSum, long least, long greatest) {
        count[group] += rows;
        if (sumHigh != null && sum != null) {
            sum[group] += partSum & 0xFFFFFFFFL;
            sumHigh[group] += partSum >> 32;
        } else if (sum != null) {
            sum[group] += partSum;
        }
        if (min != null && least < min[group]) {
            min[group] = least;
        }
        if (max != null && greatest > max[group]) {
            max[group] = greatest;
        }
    }

    /** Adds what another thread accumulated for the same groups. */
    void combine(Accumulators other) {
        for (int g = 0; g < size; g++) {
            count[g] += other.count[g];
        }
        addTo(sum, other.sum);
        addTo(sumHigh, other.sumHigh);
        if (min != null && other.min != null) {
            for (int g = 0; g < size; g++) {
                min[g] = Math.min(min[g], other.min[g]);
            }
        }
        if (max != null && other.max != null) {
            for (int g = 0; g < size; g++) {
                max[g] = Math.max(max[g], other.max[g]);
            }
        }
        if (first != null && other.first != null) {
            first.combine(other.first);
        }
        if (last != null && other.last != null) {
            last.combine(other.last);
        }
        if (remarks != null && other.remarks != null) {
            remarks.combine(other.remarks);
        }
        if (slack != null && other.slack != null) {
            slack.combine(other.slack);
        }
    }

    private static void addTo(long @Nullable [] to, long @Nullable [] from) {
        if (to != null && from != null) {
            for (int g = 0; g < to.length; g++) {
                to[g] += from[g];
            }
        }
    }

    /** The values at one end of each series, summed over the series, and which periods they are of. */
    static final class Ends {
        final long[] count;
        final long[] low;
        final long[] high;
        final int[] earliest;
        final int[] latest;

        Ends(int size) {
            count = new long[size];
            low = new long[size];
            high = new long[size];
            earliest = new int[size];
            latest = new int[size];
            Arrays.fill(earliest, Integer.MAX_VALUE);
            Arrays.fill(latest, Integer.MIN_VALUE);
        }

        void add(int group, long value, int period) {
            count[group]++;
            low[group] += value & 0xFFFFFFFFL;
            high[group] += value >> 32;
            earliest[group] = Math.min(earliest[group], period);
            latest[group] = Math.max(latest[group], period);
        }

        void combine(Ends other) {
            addTo(count, other.count);
            addTo(low, other.low);
            addTo(high, other.high);
            for (int g = 0; g < count.length; g++) {
                earliest[g] = Math.min(earliest[g], other.earliest[g]);
                latest[g] = Math.max(latest[g], other.latest[g]);
            }
        }
    }

    /** The worst status of values, and of rows that have none. */
    static final class Remarks {
        final byte[] worst;
        final long[] withoutValue;
        final byte[] worstWithoutValue;

        Remarks(int size) {
            worst = new byte[size];
            withoutValue = new long[size];
            worstWithoutValue = new byte[size];
        }

        void add(int group, byte status) {
            if (STATUSES[status].hasValue()) {
                worst[group] = worse(worst[group], status);
            } else {
                withoutValue[group]++;
                worstWithoutValue[group] = worse(worstWithoutValue[group], status);
            }
        }

        void combine(Remarks other) {
            addTo(withoutValue, other.withoutValue);
            for (int g = 0; g < worst.length; g++) {
                worst[g] = worse(worst[g], other.worst[g]);
                worstWithoutValue[g] = worse(worstWithoutValue[g], other.worstWithoutValue[g]);
            }
        }

        private static byte worse(byte a, byte b) {
            return a > b ? a : b;
        }
    }
}
