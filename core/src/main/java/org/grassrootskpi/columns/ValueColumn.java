package org.grassrootskpi.columns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The value of each row of a segment: whole numbers at the indicator's decimals in four or eight bytes, or doubles where
 * the table's schema says so.
 *
 * <p>A row whose status has no value holds zero here, which is ignored. Immutable and thread-safe, as long as
 * nobody writes to the arrays that the {@code Unsafe} methods hand out.
 */
public final class ValueColumn {
    private final int @Nullable [] ints;
    private final long @Nullable [] longs;
    private final double @Nullable [] doubles;
    private final long min;
    private final long max;

    // Of doubles; written only while the column is filled.
    private double magnitude;
    private int lowestBit = Integer.MAX_VALUE;

    private ValueColumn(
            int @Nullable [] ints, long @Nullable [] longs, double @Nullable [] doubles, long min, long max) {
        this.ints = ints;
        this.longs = longs;
        this.doubles = doubles;
        this.min = min;
        this.max = max;
    }

    /**
     * Returns an empty column for exact values, as narrow as their range allows, to be filled by {@link #set}.
     *
     * @param rows how many rows
     * @param min the least value, unscaled
     * @param max the greatest value, unscaled
     * @return the column
     */
    public static ValueColumn allocate(int rows, long min, long max) {
        return min >= Integer.MIN_VALUE && max <= Integer.MAX_VALUE
                ? new ValueColumn(new int[rows], null, null, min, max)
                : new ValueColumn(null, new long[rows], null, min, max);
    }

    /**
     * Returns an empty column for doubles, to be filled by {@link #set} with their bits.
     *
     * @param rows how many rows
     * @return the column
     */
    public static ValueColumn allocateDoubles(int rows) {
        return new ValueColumn(null, null, new double[rows], 0, 0);
    }

    /**
     * Sets the value of a row, while the column is filled.
     *
     * @param row from 0
     * @param unscaledOrBits an unscaled value, or the bits of a double
     */
    public void set(int row, long unscaledOrBits) {
        if (ints != null) {
            ints[row] = (int) unscaledOrBits;
        } else if (longs != null) {
            longs[row] = unscaledOrBits;
        } else if (doubles != null) {
            double value = Double.longBitsToDouble(unscaledOrBits);
            doubles[row] = value;
            magnitude = Math.max(magnitude, Math.abs(value));
            lowestBit = Math.min(lowestBit, lowestBit(value));
        }
    }

    /** Returns the exponent of the lowest bit of a double: 2 to its power is the greatest that the double is a multiple of. */
    private static int lowestBit(double value) {
        long mantissa = Double.doubleToRawLongBits(value) & ((1L << 52) - 1);
        int exponent = Math.getExponent(value);
        if (exponent < Double.MIN_EXPONENT) {
            return mantissa == 0 ? Integer.MAX_VALUE : Double.MIN_EXPONENT - 52 + Long.numberOfTrailingZeros(mantissa);
        }
        return exponent - 52 + Math.min(52, Long.numberOfTrailingZeros(mantissa));
    }

    /**
     * Returns the number with which {@link #set} sets a row to the same value.
     *
     * @param row from 0
     * @return an unscaled value, or the bits of a double
     */
    public long raw(int row) {
        return doubles != null ? Double.doubleToRawLongBits(doubles[row]) : unscaled(row);
    }

    /**
     * Returns the number of rows.
     *
     * @return 1 or more
     */
    public int size() {
        return ints != null ? ints.length : longs != null ? longs.length : doubles != null ? doubles.length : 0;
    }

    /**
     * Returns whether the values are doubles.
     *
     * @return false where they are exact
     */
    public boolean isFloatingPoint() {
        return doubles != null;
    }

    /**
     * Returns the exact value of a row.
     *
     * @param row from 0, below {@link #size}
     * @return the value times ten to the power of the indicator's decimals
     * @throws IllegalStateException if the values are doubles
     */
    public long unscaled(int row) {
        if (ints != null) {
            return ints[row];
        }
        if (longs != null) {
            return longs[row];
        }
        throw new IllegalStateException("The values are doubles: read them with asDouble, or import them as decimals");
    }

    /**
     * Returns the value of a row as stored, without its decimals applied.
     *
     * @param row from 0, below {@link #size}
     * @return a double column's value, or the nearest double of {@link #unscaled}
     */
    public double asDouble(int row) {
        return doubles != null ? doubles[row] : (double) unscaled(row);
    }

    /**
     * Returns the least exact value.
     *
     * @return unscaled; 0 for doubles and where no row has a value
     */
    public long min() {
        return min;
    }

    /**
     * Returns the greatest exact value.
     *
     * @return unscaled; 0 for doubles and where no row has a value
     */
    public long max() {
        return max;
    }

    /**
     * Returns the greatest absolute value of a column of doubles.
     *
     * @return 0 for exact values
     */
    public double magnitude() {
        return magnitude;
    }

    /**
     * Returns the greatest power of two that all values of a column of doubles are multiples of.
     *
     * @return its exponent; the greatest int for exact values and where all are zero
     */
    public int lowestBit() {
        return lowestBit;
    }

    /**
     * Returns whether a sum of that many of these values fits a {@code long}, whichever they are and in whatever order.
     *
     * @param rows how many values are added, 0 or more
     * @return true if the extremes prove it
     */
    public boolean sumFitsLong(long rows) {
        return sumFitsLong(min, max, rows);
    }

    static boolean sumFitsLong(long min, long max, long rows) {
        return fits(min, rows) && fits(max, rows);
    }

    private static boolean fits(long value, long rows) {
        return Math.multiplyHigh(value, rows) == (value * rows) >> 63;
    }

    /**
     * Returns the exact values where they fit four bytes, not copied: writing to the array breaks the table.
     *
     * @return the unscaled values, or null where they are stored otherwise
     */
    public int @Nullable [] intsUnsafe() {
        return ints;
    }

    /**
     * Returns the exact values where they need eight bytes, not copied: writing to the array breaks the table.
     *
     * @return the unscaled values, or null where they are stored otherwise
     */
    public long @Nullable [] longsUnsafe() {
        return longs;
    }

    /**
     * Returns the floating-point values, not copied: writing to the array breaks the table.
     *
     * @return the values, or null where they are exact
     */
    public double @Nullable [] doublesUnsafe() {
        return doubles;
    }

    long bytes() {
        return (ints != null ? 4L : 8L) * size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValueColumn that
                && min == that.min
                && max == that.max
                && Arrays.equals(ints, that.ints)
                && Arrays.equals(longs, that.longs)
                && Arrays.equals(doubles, that.doubles);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(31 * min + max) * 31 + size();
    }
}
