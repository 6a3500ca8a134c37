package org.grassrootskpi.engine;

import java.util.Arrays;
import org.grassrootskpi.columns.PeriodColumn;

/**
 * Adds up a few neighbouring series of doubles by the periods of the data, exactly, and folds sums and counts into the requested
 * groups, as {@link PeriodSums} does with longs.
 *
 * <p>A value is cut where the first limb of {@link Doubles} ends. Both parts are few enough multiples of a power of two that their
 * sums are exact as doubles; these are not converted for each row, but when they are folded.
 */
final class PeriodDoubles {
    /** Added to a number of magnitude below 2<sup>51</sup>, it leaves no room for a fraction: the sum is rounded to a whole number. */
    private static final double WHOLE = 0x1.8p52;

    private final Doubles found;
    private final long[] foundCounts;
    private final PeriodParts parts;
    private final double[] whole;
    private final double[] rest;
    private final int[] counts;

    PeriodDoubles(Doubles found, long[] foundCounts, PeriodParts parts) {
        this.found = found;
        this.foundCounts = foundCounts;
        this.parts = parts;
        int span = parts.span() <= found.room() ? parts.span() : 0;
        whole = new double[span];
        rest = new double[span];
        counts = new int[span];
    }

    /** Returns whether so many rows are worth it, or cannot be more than are added at a time. */
    boolean accept(int rows) {
        return counts.length > 0 && counts.length <= rows && rows <= found.room();
    }

    /** Adds a range of rows to the period groups of one base. */
    void add(double[] values, PeriodColumn periods, int from, int to, int groupBase) {
        double toWhole = found.toFirstLimb();
        byte[] bytes = periods.bytesUnsafe();
        if (bytes == null) {
            for (int row = from; row < to; row++) {
                add(periods.distance(row), values[row] * toWhole);
            }
        } else {
            for (int row = from; row < to; row++) {
                add(bytes[row] & 0xFF, values[row] * toWhole);
            }
        }
        fold(groupBase);
    }

    private void add(int period, double value) {
        double nearest = value + WHOLE - WHOLE;
        whole[period] += nearest;
        rest[period] += value - nearest;
        counts[period]++;
    }

    private void fold(int groupBase) {
        int period = 0;
        for (int part = 0; part < parts.size(); part++) {
            double ofWhole = 0;
            double ofRest = 0;
            long count = 0;
            for (int end = parts.end(part); period < end; period++) {
                ofWhole += whole[period];
                ofRest += rest[period];
                count += counts[period];
            }
            int group = groupBase + parts.group(part);
            found.add(group, ofWhole, ofRest);
            foundCounts[group] += count;
        }
        Arrays.fill(whole, 0);
        Arrays.fill(rest, 0);
        Arrays.fill(counts, 0);
    }
}
