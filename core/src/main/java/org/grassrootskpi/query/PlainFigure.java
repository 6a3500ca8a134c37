package org.grassrootskpi.query;

import org.grassrootskpi.quantity.Unit;

/**
 * The numbers of a cell that holds nothing but an observed value: exact, of known contributors, with the status NORMAL and without any
 * remark. An engine fills it again and again, so that many cells are written without being made. Mutable: each thread has its own.
 */
public final class PlainFigure {
    private static final long MOST = 100_000_000_000_000_000L;
    private static final long[] POWERS = {1, 10, 100, 1000};

    Unit unit = Unit.RATIO;
    long unscaled;
    int scale;
    boolean hasSlack;
    long lower;
    long upper;
    int boundsScale;
    long present;
    long expected;

    /** Creates one that is not filled yet. */
    public PlainFigure() {}

    /**
     * Fills in the numbers of a cell whose bounds are at the same distance on both sides and include their ends.
     *
     * @param of the base unit of the value
     * @param value the value times ten to the power of the scale
     * @param decimals the scale of the value, 0 or more
     * @param slack the distance of the bounds times ten to the power of its scale, 0 or more; 0 for a value known exactly
     * @param slackDecimals the scale of the slack, 0 or more
     * @param contributors how many observations went in
     * @param due how many should have gone in, 0 or more
     * @return whether the numbers are small enough to be held; the cell has to be made if not
     */
    public boolean set(Unit of, long value, int decimals, long slack, int slackDecimals, long contributors, long due) {
        unit = of;
        unscaled = value;
        scale = decimals;
        present = contributors;
        expected = due;
        hasSlack = slack != 0;
        boundsScale = Math.max(decimals, slackDecimals);
        int wider = boundsScale - decimals;
        int finer = boundsScale - slackDecimals;
        if (wider >= POWERS.length || finer >= POWERS.length || isLarge(value, wider) || isLarge(slack, finer)) {
            return false;
        }
        lower = value * POWERS[wider] - slack * POWERS[finer];
        upper = value * POWERS[wider] + slack * POWERS[finer];
        return true;
    }

    /** {@return the lower bound of the value times ten to the power of {@link #boundsScale}; the value itself if it is exact} */
    public long lower() {
        return lower;
    }

    /** {@return the upper bound of the value times ten to the power of {@link #boundsScale}; the value itself if it is exact} */
    public long upper() {
        return upper;
    }

    /** {@return the scale of the bounds, 0 or more} */
    public int boundsScale() {
        return boundsScale;
    }

    private static boolean isLarge(long number, int powers) {
        long most = MOST / POWERS[powers];
        return number > most || number < -most;
    }
}
