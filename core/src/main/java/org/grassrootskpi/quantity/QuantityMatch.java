package org.grassrootskpi.quantity;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A figure found at a place of a longer text: the quantity and the place of each of its parts.
 *
 * <p>In {@code 近300亿元以上} the whole match is 近300亿元以上, the surface (what a citation quotes) is 300亿元, the number is
 * 300 and the unit is 亿元. Words before and after the figure are outside the surface; those inside (20余万元), a
 * sign, 第 of a rank and 上 of 上百家 are part of it. All offsets are UTF-16 indices into the text that was searched; ends
 * are exclusive. Immutable and thread-safe.
 */
public final class QuantityMatch {
    private final Quantity quantity;
    private final Spans spans;

    QuantityMatch(Quantity quantity, Spans spans) {
        this.quantity = quantity;
        this.spans = spans;
    }

    /**
     * Reads the figure that begins at an offset of a longer text as {@link Quantity#parsePrefix} does, and passes on the
     * doubt where one begins that cannot be read whole.
     *
     * @param text any text
     * @param start where the figure, its qualifier included, must begin: 0 to the text's length
     * @param vocabulary the units to know
     * @param doubted takes what {@link QuantityDoubt#at} finds there, if it finds something
     * @return the figure, or empty if none begins there or there is a doubt
     * @throws IndexOutOfBoundsException if the start is outside the text
     */
    public static Optional<QuantityMatch> at(
            CharSequence text, int start, UnitVocabulary vocabulary, Consumer<? super QuantityDoubt> doubted) {
        Objects.checkIndex(start, text.length() + 1);
        return Optional.ofNullable(QuantityScanner.scan(text, start, text.length(), vocabulary, doubted));
    }

    /**
     * Returns the figure.
     *
     * @return its value, unit and qualifier; its text is the whole match
     */
    public Quantity quantity() {
        return quantity;
    }

    /**
     * Returns the start of the match, qualifier included.
     *
     * @return the offset that was asked for
     */
    public int start() {
        return spans.start;
    }

    /**
     * Returns the end of the match, qualifier included: the place to read on.
     *
     * @return an offset behind {@link #start()}
     */
    public int end() {
        return spans.end;
    }

    /**
     * Returns the start of the figure as printed, without a qualifier before it.
     *
     * @return equal to {@link #start()} if there is no qualifier
     */
    public int surfaceStart() {
        return spans.surfaceStart;
    }

    /**
     * Returns the end of the figure as printed, without a qualifier after it.
     *
     * @return equal to {@link #end()} if there is no qualifier
     */
    public int surfaceEnd() {
        return spans.surfaceEnd;
    }

    /**
     * Returns the start of the number: its first digit (of a rank: after 第), or 百 of 百分之.
     *
     * @return an offset
     */
    public int numberStart() {
        return spans.numberStart;
    }

    /**
     * Returns the end of the number. Scales after digits (亿 in 300亿元) belong to the unit, scales of a Chinese numeral
     * to the number.
     *
     * @return an offset
     */
    public int numberEnd() {
        return spans.numberEnd;
    }

    /**
     * Returns the start of the unit, its scale included.
     *
     * @return equal to {@link #unitEnd()} if the number is bare
     */
    public int unitStart() {
        return spans.unitStart;
    }

    /**
     * Returns the end of the unit.
     *
     * @return an offset
     */
    public int unitEnd() {
        return spans.unitEnd;
    }

    /** Returns the figure as read, and its offsets. */
    @Override
    public String toString() {
        return quantity + "@" + spans.start;
    }

    /** The offsets while they are being found. */
    static final class Spans {
        int start;
        int surfaceStart;
        int numberStart;
        int numberEnd;
        int unitStart;
        int unitEnd;
        int surfaceEnd;
        int end;
    }
}
