package org.grassrootskpi.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.table.Precision;
import org.grassrootskpi.table.SeriesBlock;

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
    static final byte BELOW_OPEN = 1;
    static final byte ABOVE_OPEN = 2;
    static final byte BOTH_OPEN = BELOW_OPEN | ABOVE_OPEN;

    final long[] below;
    final long[] above;
    final byte[] open;
    final byte[] qualifier;
    /** How many figures of each group have been added here; what others leave open is added at the end. */
    final long[] counted;

    Slack(int size) {
        below = new long[size];
        above = new long[size];
        open = new byte[size];
        qualifier = new byte[size];
        counted = new long[size];
    }

    /** Half a step of an indicator's last decimal as a distance; zero for what is counted in ones. */
    static byte halfStep(Indicator indicator) {
        Precision one = SeriesBlock.ownPrecision(indicator, 1);
        return (byte) Entry.of(one, indicator.decimals()).below;
    }

    /** Adds a figure. */
    void add(int group, Entry entry) {
        counted[group]++;
        below[group] = plus(below[group], entry.below);
        above[group] = plus(above[group], entry.above);
        open[group] |= entry.open;
        qualifier[group] = plus(qualifier[group], entry.qualifier);
    }

    /** Adds figures that leave half a step open on either side. */
    void addHalfSteps(int group, byte half, long figures, byte openSides) {
        below[group] = plus(below[group], half * figures);
        above[group] = plus(above[group], half * figures);
        open[group] |= openSides;
    }

    /** Forgets everything. */
    void clear() {
        Arrays.fill(below, 0);
        Arrays.fill(above, 0);
        Arrays.fill(open, (byte) 0);
        Arrays.fill(qualifier, (byte) 0);
        Arrays.fill(counted, 0);
    }

    void copy(int from, Slack to, int place) {
        to.below[place] = below[from];
        to.above[place] = above[from];
        to.open[place] = open[from];
        to.qualifier[place] = qualifier[from];
        to.counted[place] = counted[from];
    }

    void combine(Slack other) {
        for (int g = 0; g < below.length; g++) {
            below[g] = plus(below[g], other.below[g]);
            above[g] = plus(above[g], other.above[g]);
            open[g] |= other.open[g];
            counted[g] += other.counted[g];
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
                    .map(BigInteger::longValue)
                    .orElse(UNLIMITED);
        }
    }
}
