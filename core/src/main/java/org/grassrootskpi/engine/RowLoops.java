package org.grassrootskpi.engine;

import org.grassrootskpi.columns.PeriodColumn;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.Subtotals;
import org.grassrootskpi.columns.ValueColumn;
import org.jspecify.annotations.Nullable;

/**
 * The innermost loops, one for each common pair of column widths: the machine code of a loop over arrays of known types is
 * several times as fast as one that asks for the width of every row.
 */
final class RowLoops {
    private RowLoops() {}

    /** Returns the sum of a range of rows, which the caller knows to fit a long. */
    static long sum(ValueColumn values, int from, int to) {
        int[] ints = values.intsUnsafe();
        long[] longs = values.longsUnsafe();
        long sum = 0;
        if (ints != null) {
            for (int row = from; row < to; row++) {
                sum += ints[row];
            }
        } else if (longs != null) {
            for (int row = from; row < to; row++) {
                sum += longs[row];
            }
        }
        return sum;
    }

    static long min(ValueColumn values, int from, int to) {
        int[] ints = values.intsUnsafe();
        if (ints != null) {
            int min = Integer.MAX_VALUE;
            for (int i = from; i < to; i++) {
                min = Math.min(min, ints[i]);
            }
            return min;
        }
        long min = Long.MAX_VALUE;
        for (int i = from; i < to; i++) {
            min = Math.min(min, values.unscaled(i));
        }
        return min;
    }

    static long max(ValueColumn values, int from, int to) {
        int[] ints = values.intsUnsafe();
        if (ints != null) {
            int max = Integer.MIN_VALUE;
            for (int i = from; i < to; i++) {
                max = Math.max(max, ints[i]);
            }
            return max;
        }
        long max = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            max = Math.max(max, values.unscaled(i));
        }
        return max;
    }

    /**
     * Adds each value to the total of its period, and one to the count that each total has in its lowest bits.
     *
     * <p>The periods of a range differ, so no row waits for the addition of the one before it.
     *
     * @param totals by the distance from the segment's first period
     */
    static void addByPeriod(PeriodColumn periods, ValueColumn values, int from, int to, long[] totals) {
        byte[] bytes = periods.bytesUnsafe();
        char[] chars = periods.charsUnsafe();
        int[] ints = values.intsUnsafe();
        long[] longs = values.longsUnsafe();
        if (bytes != null && ints != null) {
            for (int row = from; row < to; row++) {
                totals[bytes[row] & 0xFF] += ((long) ints[row] << Subtotals.COUNT_BITS) + 1;
            }
        } else if (bytes != null && longs != null) {
            for (int row = from; row < to; row++) {
                totals[bytes[row] & 0xFF] += (longs[row] << Subtotals.COUNT_BITS) + 1;
            }
        } else if (chars != null && ints != null) {
            for (int row = from; row < to; row++) {
                totals[chars[row]] += ((long) ints[row] << Subtotals.COUNT_BITS) + 1;
            }
        } else {
            for (int row = from; row < to; row++) {
                totals[periods.distance(row)] += (values.unscaled(row) << Subtotals.COUNT_BITS) + 1;
            }
        }
    }

    /** Takes each value into the least and the greatest of its period, by the distance from the first. */
    static void extremesByPeriod(PeriodColumn periods, ValueColumn values, int from, int to, long[] min, long[] max) {
        byte[] bytes = periods.bytesUnsafe();
        int[] ints = values.intsUnsafe();
        if (bytes != null && ints != null) {
            for (int row = from; row < to; row++) {
                int distance = bytes[row] & 0xFF;
                long value = ints[row];
                min[distance] = Math.min(min[distance], value);
                max[distance] = Math.max(max[distance], value);
            }
        } else {
            for (int row = from; row < to; row++) {
                int distance = periods.distance(row);
                long value = values.unscaled(row);
                min[distance] = Math.min(min[distance], value);
                max[distance] = Math.max(max[distance], value);
            }
        }
    }

    /** Adds one to the count and each value to the sum, if there are sums, of the group of its period, by the distance. */
    static void add(
            PeriodColumn periods,
            ValueColumn values,
            int from,
            int to,
            int[] groups,
            int groupBase,
            long @Nullable [] sums,
            long[] counts) {
        byte[] bytes = periods.bytesUnsafe();
        int[] ints = values.intsUnsafe();
        if (sums == null) {
            for (int row = from; row < to; row++) {
                counts[groupBase + groups[periods.distance(row)]]++;
            }
        } else if (bytes != null && ints != null) {
            for (int row = from; row < to; row++) {
                int group = groupBase + groups[bytes[row] & 0xFF];
                sums[group] += ints[row];
                counts[group]++;
            }
        } else {
            for (int row = from; row < to; row++) {
                int group = groupBase + groups[periods.distance(row)];
                sums[group] += values.unscaled(row);
                counts[group]++;
            }
        }
    }

    /**
     * Writes each value to the next place of the group of its period.
     *
     * @param periodGroups by the distance; -1 for periods that are left out
     * @param places the next place of each group, which is moved on
     */
    static void gather(
            Segment segment, int from, int to, int[] periodGroups, int groupBase, int[] places, long[] into) {
        byte[] bytes = segment.periods().bytesUnsafe();
        int[] ints = segment.values().intsUnsafe();
        if (bytes != null && ints != null) {
            for (int row = from; row < to; row++) {
                int group = periodGroups[bytes[row] & 0xFF];
                if (group >= 0) {
                    into[places[groupBase + group]++] = ints[row];
                }
            }
        } else {
            for (int row = from; row < to; row++) {
                int group = periodGroups[segment.periods().distance(row)];
                if (group >= 0) {
                    into[places[groupBase + group]++] = segment.values().unscaled(row);
                }
            }
        }
    }

    /** Writes the group of each row of a range from an index on: a group base and what its period adds, by the distance. */
    static void writeGroups(PeriodColumn periods, int from, int to, int[] ofPeriod, int groupBase, int[] into, int at) {
        byte[] bytes = periods.bytesUnsafe();
        if (bytes != null) {
            for (int row = from; row < to; row++) {
                into[at - from + row] = groupBase + ofPeriod[bytes[row] & 0xFF];
            }
        } else {
            for (int row = from; row < to; row++) {
                into[at - from + row] = groupBase + ofPeriod[periods.distance(row)];
            }
        }
    }

    /** Returns the first row of a series whose period is not before a given distance. */
    static int firstAt(PeriodColumn periods, int from, int to, int distance) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (periods.distance(middle) < distance) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
