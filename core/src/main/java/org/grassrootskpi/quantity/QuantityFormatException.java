package org.grassrootskpi.quantity;

/**
 * Thrown when a text is not a figure, a unit or a list of units; it says where the reading stopped and what was expected
 * there.
 */
public final class QuantityFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 60;

    private final transient String text;
    private final transient int position;
    private final transient String expected;

    QuantityFormatException(String text, int position, String expected) {
        super(message(text, position, expected));
        this.text = text;
        this.position = position;
        this.expected = expected;
    }

    private static String message(String text, int position, String expected) {
        int from = Math.max(0, Math.min(position, text.length()) - SHOWN / 2);
        int to = Math.min(text.length(), from + SHOWN);
        String shown = (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        String found = position < text.length() ? "\"" + foundAt(text, position) + "\"" : "the end";
        return "Cannot read \"" + shown + "\": at position " + position + " expected " + expected + ", found " + found;
    }

    private static String foundAt(String text, int position) {
        int end = Math.min(text.length(), position + 8);
        return text.substring(position, end);
    }

    /**
     * Returns the text that was refused.
     *
     * @return the whole text as given
     */
    public String text() {
        return text;
    }

    /**
     * Returns the offset at which reading stopped.
     *
     * @return an index into {@link #text()} in UTF-16 units, from 0 to its length inclusive
     */
    public int position() {
        return position;
    }

    /**
     * Returns what was expected at {@link #position()}, with the way out where there is one.
     *
     * @return a phrase in English
     */
    public String expected() {
        return expected;
    }
}
