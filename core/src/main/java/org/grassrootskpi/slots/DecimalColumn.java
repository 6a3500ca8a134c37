package org.grassrootskpi.slots;

import java.math.BigDecimal;
import org.grassrootskpi.text.ShortestDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One exact decimal for each slot of a rollup: {@code long}s of one scale where they suffice, decimals of any size where they
 * do not, and the shortest decimals of {@code double}s, which are written when they are read.
 */
public final class DecimalColumn {
    private final long @Nullable [] longs;
    private final int @Nullable [] ints;
    private final int from;
    private final int scale;
    private final double @Nullable [] doubles;
    private final BigDecimal @Nullable [] decimals;

    private DecimalColumn(
            long @Nullable [] longs,
            int @Nullable [] ints,
            int from,
            int scale,
            double @Nullable [] doubles,
            BigDecimal @Nullable [] decimals) {
        this.longs = longs;
        this.ints = ints;
        this.from = from;
        this.scale = scale;
        this.doubles = doubles;
        this.decimals = decimals;
    }

    /**
     * {@return a column over an array, which is not copied and must not be written to afterwards}
     *
     * @param unscaled the values times ten to the power of the scale
     * @param scale how many decimals, 0 or more
     */
    public static DecimalColumn ofUnsafe(long[] unscaled, int scale) {
        return ofUnsafe(unscaled, 0, scale);
    }

    /**
     * {@return a column over a part of an array, which is not copied and must not be written to afterwards}
     *
     * @param unscaled the values times ten to the power of the scale
     * @param from where the first value is
     * @param scale how many decimals, 0 or more
     */
    public static DecimalColumn ofUnsafe(long[] unscaled, int from, int scale) {
        return new DecimalColumn(unscaled, null, from, scale, null, null);
    }

    /**
     * {@return a column over a part of an array, which is not copied and must not be written to afterwards}
     *
     * @param unscaled the values times ten to the power of the scale
     * @param from where the first value is
     * @param scale how many decimals, 0 or more
     */
    public static DecimalColumn ofUnsafe(int[] unscaled, int from, int scale) {
        return new DecimalColumn(null, unscaled, from, scale, null, null);
    }

    /**
     * {@return a column over an array, which is not copied and must not be written to afterwards}
     *
     * @param decimals the values; an element may be null where the slot has no row
     */
    public static DecimalColumn ofUnsafe(BigDecimal[] decimals) {
        return new DecimalColumn(null, null, 0, 0, null, decimals);
    }

    /**
     * {@return a column of the shortest decimals that have the given doubles as their nearest ones; the array is not copied and must not
     * be written to afterwards}
     *
     * @param doubles finite ones; an element may be anything where the slot has no row
     */
    public static DecimalColumn ofUnsafe(double[] doubles) {
        return new DecimalColumn(null, null, 0, 0, doubles, null);
    }

    /** Returns whether the values are whole numbers of one {@link #scale} that fit a long. */
    public boolean isUnscaled() {
        return decimals == null && doubles == null;
    }

    /** Returns the value at a position times ten to the power of the scale, if {@link #isUnscaled}. */
    public long unscaled(int position) {
        return ints != null ? ints[from + position] : longs != null ? longs[from + position] : 0;
    }

    /** Returns the unscaled values from the first position on if they are longs at the beginning of an array, else null. */
    public long @Nullable [] longsUnsafe() {
        return from == 0 ? longs : null;
    }

    /** Returns the doubles that the values are the shortest decimals of, else null. */
    public double @Nullable [] doublesUnsafe() {
        return doubles;
    }

    public int scale() {
        return scale;
    }

    /**
     * {@return the value at a position that has a row}
     *
     * @param position from 0
     */
    public BigDecimal get(int position) {
        if (doubles != null) {
            return ShortestDecimal.of(doubles[position]);
        }
        if (decimals == null) {
            return BigDecimal.valueOf(unscaled(position), scale);
        }
        return decimals[position] == null ? BigDecimal.ZERO : decimals[position];
    }

    /**
     * {@return the double that is nearest to the value at a position that has a row}
     *
     * @param position from 0
     */
    public double nearest(int position) {
        // The sum is 0 for both zeros.
        return doubles != null ? doubles[position] + 0.0 : get(position).doubleValue();
    }
}
