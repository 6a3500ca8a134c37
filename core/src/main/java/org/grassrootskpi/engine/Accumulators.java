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
    final @Nullable Doubles doubles;

    private final Scan scan;
    private final boolean wide;

    Accumulators(Scan scan, int size, boolean wide) {
        this.scan = scan;
        this.wide = wide;
        this.size = size;
        count = new long[size];
        doubles = scan.isFloatingPoint() ? new Doubles(size) : null;
        sum = doubles == null && scan.wants(Tally.SUM) ? new long[size] : null;
        sumHigh = sum != null && wide ? new long[size] : null;
        min = doubles == null && scan.wants(Tally.MIN) ? filled(size, Long.MAX_VALUE) : null;
        max = doubles == null && scan.wants(Tally.MAX) ? filled(size, Long.MIN_VALUE) : null;
        first = scan.wants(Tally.FIRST) ? new Ends(size) : null;
        last = scan.wants(Tally.LAST) ? new Ends(size) : null;
        remarks = scan.wants(Tally.STATUS) ? new Remarks(size) : null;
        slack = doubles == null && scan.wants(Tally.PRECISION) ? new Slack(size) : null;
    }

    private static long[] filled(int size, long value) {
        long[] array = new long[size];
        Arrays.fill(array, value);
        return array;
    }

    /** Adds one value. */
    void add(int group, long value) {
        addSum(group, 1, value);
        addExtremes(group, value, value);
    }

    /** Adds a part of a group: its number of values, at least one, and their sum. */
    void addSum(int group, int values, long part) {
        count[group] += values;
        if (sumHigh != null && sum != null) {
            sum[group] += part & 0xFFFFFFFFL;
            sumHigh[group] += part >> 32;
        } else if (sum != null) {
            sum[group] += part;
        }
    }

    /** Adds the extremes of a part of a group. */
    void addExtremes(int group, long least, long greatest) {
        if (min != null && least < min[group]) {
            min[group] = least;
        }
        if (max != null && greatest > max[group]) {
            max[group] = greatest;
        }
    }

    boolean hasRows(int group) {
        return count[group] > 0 || (remarks != null && remarks.withoutValue[group] > 0);
    }

    /** The results of some groups alone: the first of the given ones, in their order. */
    Accumulators pick(int[] groups, int picked) {
        Accumulators copy = new Accumulators(scan, picked, wide);
        for (int i = 0; i < picked; i++) {
            copy(groups[i], copy, i);
        }
        return copy;
    }

    /** Takes over the results of other groups, from a place on. */
    void put(int from, Accumulators other) {
        for (int i = 0; i < other.size; i++) {
            other.copy(i, this, from + i);
        }
    }

    private void copy(int from, Accumulators to, int place) {
        to.count[place] = count[from];
        copy(sum, from, to.sum, place);
        copy(sumHigh, from, to.sumHigh, place);
        copy(min, from, to.min, place);
        copy(max, from, to.max, place);
        if (first != null && to.first != null) {
            first.copy(from, to.first, place);
        }
        if (last != null && to.last != null) {
            last.copy(from, to.last, place);
        }
        if (remarks != null && to.remarks != null) {
            remarks.copy(from, to.remarks, place);
        }
        if (slack != null && to.slack != null) {
            slack.copy(from, to.slack, place);
        }
        if (doubles != null && to.doubles != null) {
            doubles.copy(from, to.doubles, place);
        }
    }

    private static void copy(long @Nullable [] from, int at, long @Nullable [] to, int place) {
        if (from != null && to != null) {
            to[place] = from[at];
        }
    }

    /** Forgets everything. */
    void clear() {
        fill(count, 0);
        fill(sum, 0);
        fill(sumHigh, 0);
        fill(min, Long.MAX_VALUE);
        fill(max, Long.MIN_VALUE);
        if (first != null) {
            first.clear();
        }
        if (last != null) {
            last.clear();
        }
        if (remarks != null) {
            remarks.clear();
        }
        if (slack != null) {
            slack.clear();
        }
        if (doubles != null) {
            doubles.clear();
        }
    }

    private static void fill(long @Nullable [] array, long value) {
        if (array != null) {
            Arrays.fill(array, value);
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
            clear();
        }

        void clear() {
            Arrays.fill(count, 0);
            Arrays.fill(low, 0);
            Arrays.fill(high, 0);
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

        void copy(int from, Ends to, int place) {
            to.count[place] = count[from];
            to.low[place] = low[from];
            to.high[place] = high[from];
            to.earliest[place] = earliest[from];
            to.latest[place] = latest[from];
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

        void clear() {
            Arrays.fill(worst, (byte) 0);
            Arrays.fill(withoutValue, 0);
            Arrays.fill(worstWithoutValue, (byte) 0);
        }

        void add(int group, byte status) {
            if (STATUSES[status].hasValue()) {
                worst[group] = worse(worst[group], status);
            } else {
                withoutValue[group]++;
                worstWithoutValue[group] = worse(worstWithoutValue[group], status);
            }
        }

        void copy(int from, Remarks to, int place) {
            to.worst[place] = worst[from];
            to.withoutValue[place] = withoutValue[from];
            to.worstWithoutValue[place] = worstWithoutValue[from];
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
