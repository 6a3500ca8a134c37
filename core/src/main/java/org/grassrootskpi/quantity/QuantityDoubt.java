package org.grassrootskpi.quantity;

import java.util.Optional;

/**
 * A figure of a longer text that cannot be read whole: where it stands, and why. The part that could be read is no figure
 * of the text: a smaller one would be wrong in silence. Offsets are UTF-16 indices into the text that was searched. Immutable
 * and thread-safe.
 */
public final class QuantityDoubt {
    private final int start;
    private final int end;
    private final DoubtReason reason;
    private final Unit unit;
    private final Optional<QuantityMatch> part;

    QuantityDoubt(int start, int end, DoubtReason reason, Unit unit, Optional<QuantityMatch> part) {
        this.start = start;
        this.end = end;
        this.reason = reason;
        this.unit = unit;
        this.part = part;
    }

    /**
     * A doubt about a figure that could be read, for a reason that its text alone does not tell.
     *
     * @param match the figure
     * @param reason why it is not to be used
     * @return the doubt, with the place of the match
     */
    public static QuantityDoubt of(QuantityMatch match, DoubtReason reason) {
        return new QuantityDoubt(
                match.start(), match.end(), reason, match.quantity().unit(), Optional.of(match));
    }

    /**
     * Where the whole figure begins, as far as it can be told.
     *
     * @return an offset at or before the one that was asked for
     */
    public int start() {
        return start;
    }

    /**
     * Where the whole figure ends, as far as it can be told: the place to read on.
     *
     * @return an exclusive offset
     */
    public int end() {
        return end;
    }

    /**
     * Why it cannot be read.
     *
     * @return the reason
     */
    public DoubtReason reason() {
        return reason;
    }

    /**
     * The unit that stands behind it.
     *
     * @return the unit of the part that could be read
     */
    public Unit unit() {
        return unit;
    }

    /**
     * What could be read of it, to judge whether it is a figure at all and not a name or a date.
     *
     * @return a part of the figure whose value is not that of the whole; empty where not even a part could be read
     */
    public Optional<QuantityMatch> part() {
        return part;
    }

    /** The reason and the place. */
    @Override
    public String toString() {
        return reason + "@" + start;
    }
}
