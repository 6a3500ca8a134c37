package org.grassrootskpi.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.grassrootskpi.columns.PeriodColumn;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.slots.DecimalColumn;
import org.jspecify.annotations.Nullable;

/**
 * The running results of groups of doubles. Sums are exact until they are read, and then rounded once to the nearest double,
 * so that they depend neither on the order of the values nor on how they are divided among threads and segments.
 *
 * <p>A double is a whole number times a power of two. All values of a block are multiples of one such power, and are added as
 * whole numbers of it, cut into <dfn>limbs</dfn> of so many bits that no sum of a limb can leave the range of a long. Most
 * data needs no more than two limbs. Where the values are so far apart that they do not fit into {@link #MOST_BITS} bits, decimals of any
 * size are added.
 */
final class Doubles {
    /** So many bits, moved so far, that the steps of cutting a value into limbs are all exact. */
    private static final int MOST_BITS = 900;

    /** So few that the sum of 512 limbs is exact as a double. */
    private static final int MOST_LIMB_BITS = 44;

    private static final int DOUBLE_BITS = 53;

    private final int size;
    private final int lowestBit;
    private final int limbBits;
    private final double toFirstLimb;
    private final double toNextLimb;
    private final long[][] limbs;
    private final BigDecimal @Nullable [] decimals;
    private final double @Nullable [] min;
    private final double @Nullable [] max;

    Doubles(SeriesBlock block, int size, boolean wantsMin, boolean wantsMax) {
        this.size = size;
        boolean zero = block.magnitude() == 0;
        lowestBit = zero ? 0 : block.lowestBit();
        limbBits =
                Math.min(MOST_LIMB_BITS, Integer.numberOfLeadingZeros(block.rows()) + (Long.SIZE - 2 - Integer.SIZE));
        int bits = zero ? 1 : Math.getExponent(block.magnitude()) + 1 - lowestBit;
        int count = Math.max(2, (bits + limbBits - 1) / limbBits);
        int lowestOfFirst = lowestBit + (count - 1) * limbBits;
        boolean fits = bits <= MOST_BITS && Math.abs(lowestOfFirst) <= MOST_BITS;
        limbs = new long[fits ? count : 0][size];
        toFirstLimb = Math.scalb(1.0, fits ? -lowestOfFirst : 0);
        toNextLimb = Math.scalb(1.0, limbBits);
        decimals = fits ? null : new BigDecimal[size];
        if (decimals != null) {
            Arrays.fill(decimals, BigDecimal.ZERO);
        }
        min = wantsMin ? filled(size, Double.POSITIVE_INFINITY) : null;
        max = wantsMax ? filled(size, Double.NEGATIVE_INFINITY) : null;
    }

    private static double[] filled(int size, double value) {
        double[] array = new double[size];
        Arrays.fill(array, value);
        return array;
    }

    void add(int group, double value) {
        if (decimals != null) {
            decimals[group] = decimals[group].add(new BigDecimal(value));
        }
        double rest = value * toFirstLimb;
        for (long[] limb : limbs) {
            long whole = (long) rest;
            limb[group] += whole;
            rest = (rest - whole) * toNextLimb;
        }
        if (min != null) {
            min[group] = Math.min(min[group], value);
        }
        if (max != null) {
            max[group] = Math.max(max[group], value);
        }
    }

    /** Returns whether {@link #addAll} can add rows: only sums of two limbs are gathered. */
    boolean addsAll() {
        return limbs.length == 2 && decimals == null && min == null && max == null;
    }

    /**
     * Adds a range of rows, as {@link #add} would one by one.
     *
     * @param groups the group of each period after the base, by its distance; none is left out
     */
    void addAll(double[] values, PeriodColumn periods, int from, int to, int[] groups, int groupBase, long[] counts) {
        long[] first = limbs[0];
        long[] second = limbs[1];
        for (int row = from; row < to; row++) {
            int group = groupBase + groups[periods.distance(row)];
            double rest = values[row] * toFirstLimb;
            long whole = (long) rest;
            first[group] += whole;
            second[group] += (long) ((rest - whole) * toNextLimb);
            counts[group]++;
        }
    }

    /** Returns how many limbs have a sum that is exact as a double. */
    int room() {
        return 1 << (DOUBLE_BITS - limbBits);
    }

    /** Returns what a value is multiplied by to be in units of the first limb. */
    double toFirstLimb() {
        return toFirstLimb;
    }

    /**
     * Adds a sum of values that {@link #addAll} can add, in units of the first limb.
     *
     * @param whole a whole number
     * @param rest no smaller than the unit of the second limb
     */
    void add(int group, double whole, double rest) {
        limbs[0][group] += (long) whole;
        limbs[1][group] += (long) (rest * toNextLimb);
    }

    /** Adds the results of another thread for the same groups. */
    void combine(Doubles other) {
        for (int limb = 0; limb < limbs.length; limb++) {
            for (int group = 0; group < size; group++) {
                limbs[limb][group] += other.limbs[limb][group];
            }
        }
        for (int group = 0; group < size; group++) {
            if (decimals != null && other.decimals != null) {
                decimals[group] = decimals[group].add(other.decimals[group]);
            }
            if (min != null && other.min != null) {
                min[group] = Math.min(min[group], other.min[group]);
            }
            if (max != null && other.max != null) {
                max[group] = Math.max(max[group], other.max[group]);
            }
        }
    }

    /** Returns the double that is nearest to the sum of a group; infinite where that is beyond the greatest. */
    private double sum(int group) {
        if (decimals != null) {
            return decimals[group].doubleValue();
        }
        if (limbs.length == 2) {
            long low = limbs[1][group];
            long high = limbs[0][group] + (low >> limbBits);
            low &= (1L << limbBits) - 1;
            if (Math.abs(high) < 1L << 53) {
                // Both parts are exact, so that their sum is rounded once.
                return Math.scalb((double) high * toNextLimb + low, lowestBit);
            }
        }
        BigInteger sum = BigInteger.ZERO;
        for (long[] limb : limbs) {
            sum = sum.shiftLeft(limbBits).add(BigInteger.valueOf(limb[group]));
        }
        return Math.scalb(sum.doubleValue(), lowestBit);
    }

    /** Returns the sums; null if one has left the range of a double. */
    @Nullable DecimalColumn sums() {
        double[] sums = new double[size];
        for (int group = 0; group < size; group++) {
            sums[group] = sum(group);
            if (!Double.isFinite(sums[group])) {
                return null;
            }
        }
        return DecimalColumn.ofUnsafe(sums);
    }

    /** Returns the least values; those of groups without rows mean nothing. */
    DecimalColumn minima() {
        return DecimalColumn.ofUnsafe(Objects.requireNonNull(min, "scanned without MIN"));
    }

    /** Returns the greatest values; those of groups without rows mean nothing. */
    DecimalColumn maxima() {
        return DecimalColumn.ofUnsafe(Objects.requireNonNull(max, "scanned without MAX"));
    }
}
