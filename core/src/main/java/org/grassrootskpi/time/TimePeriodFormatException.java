package org.grassrootskpi.time;

/**
 * A text that is not a {@link TimePeriod} or {@link TimePeriodRange}; says where it goes wrong, what was expected
 * there, and which spellings are accepted.
 */
public final class TimePeriodFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int QUOTED_LENGTH = 60;

    /** The whole text. */
    private final String text;

    /** An index into the text. */
    private final int position;

    /** A phrase. */
    private final String expected;

    TimePeriodFormatException(String text, int position, String expected) {
        super("Not a period: \"" + quoted(text) + "\" at position " + position + ": expected " + expected
                + ". Accepted spellings: " + PeriodFormat.SPELLINGS);
        this.text = text;
        this.position = position;
        this.expected = expected;
    }

    /**
     * Returns the text that was to be read.
     *
     * @return the whole text, however long; the message quotes its beginning only
     */
    public String text() {
        return text;
    }

    /**
     * Returns the offset at which the text is wrong.
     *
     * @return the index of the first {@code char} that does not fit, counted from 0; that of the first digit if a number
     *     is out of range; the length of the text if it ends too early
     */
    public int position() {
        return position;
    }

    /**
     * Returns what would have been accepted at that place.
     *
     * @return a phrase such as {@code a month from 01 to 12}
     */
    public String expected() {
        return expected;
    }

    private static String quoted(String text) {
        return text.length() <= QUOTED_LENGTH ? text : text.substring(0, QUOTED_LENGTH) + "…";
    }
}
