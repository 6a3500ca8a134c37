package org.grassrootskpi.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A figure of a longer text that cannot be read whole: its place, and the reason. The part that could be read is not
 * the figure of the text: taking it would be a silent error. Offsets are UTF-16 indices into the text that was
 * searched. Immutable and thread-safe.
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
     * Returns why a figure that begins at an offset of a longer text cannot be read whole. Where {@link
     * Quantity#parsePrefix} finds nothing, this distinguishes a figure that the text around it continues (3亿多万, 5l9.45亿元,
     * 三四十家) from a place without one.
     *
     * @param text any text
     * @param start where the figure, its qualifier included, must begin: 0 to the text's length
     * @param vocabulary the units to know
     * @return the doubt, or empty if no figure begins there or it can be read
     * @throws IndexOutOfBoundsException if the start is outside the text
     */
    public static Optional<QuantityDoubt> at(CharSequence text, int start, UnitVocabulary vocabulary) {
        Objects.checkIndex(start, text.length() + 1);
        List<QuantityDoubt> found = new ArrayList<>();
        QuantityScanner.scan(text, start, text.length(), vocabulary, found::add);
        return found.stream().findFirst();
    }

    /**
     * Returns a doubt about a stretch of text.
     *
     * @param start where the figure begins
     * @param end where it ends, exclusive
     * @param reason why it is not to be used
     * @param unit the unit that follows it
     * @return the doubt
     */
    public static QuantityDoubt of(int start, int end, DoubtReason reason, Unit unit) {
        return new QuantityDoubt(start, end, reason, unit, Optional.empty());
    }

    /**
     * Returns a doubt about a figure that could be read, for a reason that its text alone does not show.
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
     * Returns the start of the whole figure, as far as that is known.
     *
     * @return an offset at or before the one that was asked for
     */
    public int start() {
        return start;
    }

    /**
     * Returns the end of the whole figure, as far as that is known: the place to read on.
     *
     * @return an exclusive offset
     */
    public int end() {
        return end;
    }

    /**
     * Returns the reason why it cannot be read.
     *
     * @return the reason
     */
    public DoubtReason reason() {
        return reason;
    }

    /**
     * Returns the unit that follows it.
     *
     * @return the unit of the part that could be read
     */
    public Unit unit() {
        return unit;
    }

    /**
     * Returns the part that could be read, to judge whether it is a figure at all and not a name or a date.
     *
     * @return a part of the figure whose value is not that of the whole; empty where not even a part could be read
     */
    public Optional<QuantityMatch> part() {
        return part;
    }

    /** Returns the reason and the place. */
    @Override
    public String toString() {
        return reason + "@" + start;
    }
}
