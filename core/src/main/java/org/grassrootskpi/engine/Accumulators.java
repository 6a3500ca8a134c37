package org.grassrootskpi.engine;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.grassrootskpi.model.ObservationStatus;
import org.jspecify.annotations.Nullable;

/**
 * The running results of all groups of a scan, one array for each: rows are added, partial results combined.
 *
 * <p>A sum is kept in one long where the extremes of the data prove that it fits, else as the sums of the lower and the
 * upper 32 bits, which cannot overflow below 2^31 rows.
 */
final class Accumulators {
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();
    private static final int BREAK = 1 << Arrays.asList(STATUSES).indexOf(ObservationStatus.BREAK);

    final long[] count;
    final long @Nullable [] sum;
    final long @Nullable [] sumHigh;
    final long @Nullable [] min;
    final long @Nullable [] max;
    /** The statuses of the rows of each group, as bits by their ordinals. */
    final short @Nullable [] statuses;

    final long @Nullable [] valueless;

    final @Nullable Doubles doubles;

    /** The rows with an explicit precision, whose values are in no {@link #min} and {@link #max}. */
    final @Nullable StatedRows stated;

    Accumulators(Scan scan) {
        int size = scan.groups();
        boolean exact = !scan.block.isFloatingPoint();
        boolean wide = !scan.block.sumFitsLong();
        count = new long[size];
        sum = exact && scan.aggregates.contains(ScanAggregate.SUM) ? new long[size] : null;
        sumHigh = sum != null && wide ? new long[size] : null;
        min = exact && scan.aggregates.contains(ScanAggregate.MIN) ? filled(size, Long.MAX_VALUE) : null;
        max = exact && scan.aggregates.contains(ScanAggregate.MAX) ? filled(size, Long.MIN_VALUE) : null;
        statuses = scan.aggregates.contains(ScanAggregate.STATUS) ? new short[size] : null;
        valueless = scan.aggregates.contains(ScanAggregate.VALUELESS) ? new long[size] : null;
        doubles = exact
                ? null
                : new Doubles(
                        scan.block,
                        size,
                        scan.aggregates.contains(ScanAggregate.MIN),
                        scan.aggregates.contains(ScanAggregate.MAX));
        stated = scan.precisions.isEmpty() ? null : new StatedRows(scan.precisions.size());
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

    /** Takes the least and the greatest value of a part of a group into account. */
    void addExtremes(int group, long least, long greatest) {
        if (min != null && least < min[group]) {
            min[group] = least;
        }
        if (max != null && greatest > max[group]) {
            max[group] = greatest;
        }
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

    /** Adds a row's status. */
    void addStatus(int group, byte status) {
        if (statuses != null) {
            statuses[group] |= (short) (1 << status);
        }
    }

    /** Adds a row without a value. */
    void addValueless(int group) {
        if (valueless != null) {
            valueless[group]++;
        }
    }

    /** Adds the results of another thread for the same groups. */
    void combine(Accumulators other) {
        addTo(count, other.count);
        addTo(sum, other.sum);
        addTo(sumHigh, other.sumHigh);
        addTo(valueless, other.valueless);
        if (stated != null && other.stated != null) {
            stated.addAll(other.stated);
        }
        if (doubles != null && other.doubles != null) {
            doubles.combine(other.doubles);
        }
        for (int g = 0; min != null && other.min != null && g < min.length; g++) {
            min[g] = Math.min(min[g], other.min[g]);
        }
        for (int g = 0; max != null && other.max != null && g < max.length; g++) {
            max[g] = Math.max(max[g], other.max[g]);
        }
        for (int g = 0; statuses != null && other.statuses != null && g < statuses.length; g++) {
            statuses[g] |= other.statuses[g];
        }
    }

    private static void addTo(long @Nullable [] to, long @Nullable [] from) {
        for (int g = 0; to != null && from != null && g < to.length; g++) {
            to[g] += from[g];
        }
    }

    /** Returns the exact sum of a group. */
    BigInteger sum(int group) {
        BigInteger low = BigInteger.valueOf(Objects.requireNonNull(sum, "scanned without SUM")[group]);
        return sumHigh == null
                ? low
                : BigInteger.valueOf(sumHigh[group]).shiftLeft(32).add(low);
    }

    /** Returns whether a row has a status other than the normal one. */
    boolean hasStatuses() {
        for (int group = 0; statuses != null && group < statuses.length; group++) {
            if ((statuses[group] & ~1) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the worst status of each group, null for the normal one. */
    @Nullable ObservationStatus[] worstStatuses() {
        short[] bits = Objects.requireNonNull(statuses, "scanned without STATUS");
        @Nullable ObservationStatus[] worst = new @Nullable ObservationStatus[bits.length];
        for (int group = 0; group < bits.length; group++) {
            if ((bits[group] & ~1) != 0) {
                worst[group] = STATUSES[31 - Integer.numberOfLeadingZeros(bits[group])];
            }
        }
        return worst;
    }

    /** Returns the groups in which a series has a break. */
    BitSet breaks() {
        short[] bits = Objects.requireNonNull(statuses, "scanned without STATUS");
        BitSet breaks = new BitSet();
        for (int group = 0; group < bits.length; group++) {
            if ((bits[group] & BREAK) != 0) {
                breaks.set(group);
            }
        }
        return breaks;
    }
}
