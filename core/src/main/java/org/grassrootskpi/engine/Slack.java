package org.grassrootskpi.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.table.Precision;

/**
 * How far the true sum of each group may lie below and above the sum of its figures.
 *
 * <p>Distances are whole numbers at one decimal more than the indicator's, where the half step of a figure printed to the
 * indicator's decimals is 5; a finer distance is rounded up, so that an interval only widens. A distance that has no limit,
 * or leaves the range of a long, is {@link #UNLIMITED}.
 */
final class Slack {
    static final long UNLIMITED = Long.MAX_VALUE;
    private static final Qualifier[] QUALIFIERS = Qualifier.values();
    private static final byte BELOW_OPEN = 1;
    private static final byte ABOVE_OPEN = 2;

    final long[] below;
    final long[] above;
    final byte[] open;
    final byte[] qualifier;

    Slack(int size) {
        below = new long[size];
        above = new long[size];
        open = new byte[size];
        qualifier = new byte[size];
    }

    void add(int group, Entry entry) {
        add(group, entry, 1);
    }

    /** Adds a number of figures with the same precision. */
    void add(int group, Entry entry, long times) {
        below[group] = plus(below[group], times(entry.below, times));
        above[group] = plus(above[group], times(entry.above, times));
        open[group] |= entry.open;
        qualifier[group] = plus(qualifier[group], entry.qualifier);
    }

    void combine(Slack other) {
        for (int g = 0; g < below.length; g++) {
            below[g] = plus(below[g], other.below[g]);
            above[g] = plus(above[g], other.above[g]);
            open[g] |= other.open[g];
            qualifier[g] = plus(qualifier[g], other.qualifier[g]);
        }
    }

    Qualifier qualifier(int group) {
        return QUALIFIERS[qualifier[group]];
    }

    boolean isBelowIncluded(int group) {
        return (open[group] & BELOW_OPEN) == 0;
    }

    boolean isAboveIncluded(int group) {
        return (open[group] & ABOVE_OPEN) == 0;
    }

    private static long plus(long a, long b) {
        if (a == UNLIMITED || b == UNLIMITED) {
            return UNLIMITED;
        }
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? UNLIMITED : sum;
    }

    private static long times(long a, long factor) {
        return a == UNLIMITED || Math.multiplyHigh(a, factor) != (a * factor) >> 63 ? UNLIMITED : a * factor;
    }

    private static byte plus(byte a, byte b) {
        return a == 0 ? b : b == 0 ? a : ordinal(QUALIFIERS[a].plus(QUALIFIERS[b]));
    }

    private static byte ordinal(Qualifier qualifier) {
        for (byte i = 0; i < QUALIFIERS.length; i++) {
            if (QUALIFIERS[i] == qualifier) {
                return i;
            }
        }
        throw new AssertionError(qualifier);
    }

    /** What one precision adds to the slack of a group. */
    static final class Entry {
        final long below;
        final long above;
        final byte open;
        final byte qualifier;

        private Entry(long below, long above, byte open, byte qualifier) {
            this.below = below;
            this.above = above;
            this.open = open;
            this.qualifier = qualifier;
        }

        static Entry of(Precision precision, int decimals) {
            boolean openBelow = precision.below().isPresent() && !precision.belowIncluded();
            boolean openAbove = precision.above().isPresent() && !precision.aboveIncluded();
            return new Entry(
                    scaled(precision.below(), decimals + 1),
                    scaled(precision.above(), decimals + 1),
                    (byte) ((openBelow ? BELOW_OPEN : 0) | (openAbove ? ABOVE_OPEN : 0)),
                    ordinal(precision.qualifier()));
        }

        private static long scaled(Optional<BigDecimal> distance, int decimals) {
            return distance.map(
                            by -> by.setScale(decimals, RoundingMode.CEILING).unscaledValue())
                    .filter(by -> by.bitLength() < Long.SIZE)
                    .map(java.math.BigInteger::longValue)
                    .orElse(UNLIMITED);
        }
    }
}
