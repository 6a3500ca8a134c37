package org.grassrootskpi.text;

import java.util.Arrays;

/**
 * A text as it is read: without what only its way to paper or screen put into it, and with its torn numbers mended where
 * they can be read in one way only. Tags and entities of HTML are taken for what they show, page numbers and running
 * headers are left out with the breaks around them, as are footnote marks, zero-width characters and soft hyphens; lines
 * that were broken to fit a page are joined; 28 583万元 is 28583万元, 5l9.45亿元 is 519.45亿元, 二〇二三年 is 2023年. What could be read in two
 * ways stays as it is. Every character keeps its place in the original. Takes time in proportion to the length of the
 * text. Immutable and thread-safe.
 */
public final class ReadableText {
    private final String text;

    /** Offsets of the stretches that stand together in the original, in order; none if nothing was changed. */
    private final int[] starts;

    /** Where each stretch stands in the original. */
    private final int[] origins;

    /** For a stretch that stands for another text (a blank for &amp;nbsp;), the length of that; 0 for one that is copied. */
    private final int[] widths;

    private ReadableText(String text, int[] starts, int[] origins, int[] widths) {
        this.text = text;
        this.starts = starts;
        this.origins = origins;
        this.widths = widths;
    }

    /**
     * Returns a text of several lines.
     *
     * @param original the text as printed
     * @return the text as read
     */
    public static ReadableText ofLines(String original) {
        ReadableText shown = MarkupText.shown(unchanged(original));
        ReadableText body = PageFurniture.without(shown);
        return NumeralYears.inDigits(TornNumbers.mended(WrappedLines.joined(body), false));
    }

    /**
     * Returns a text that is one figure.
     *
     * @param original the figure as printed
     * @return the figure as read
     */
    public static ReadableText ofFigure(String original) {
        return TornNumbers.mended(WrappedLines.visible(unchanged(original)), true);
    }

    /** Returns the same with other characters in the same places. */
    ReadableText withText(String sameLength) {
        return new ReadableText(sameLength, starts, origins, widths);
    }

    static ReadableText unchanged(String original) {
        return new ReadableText(original, new int[0], new int[0], new int[0]);
    }

    /**
     * Returns the text as read.
     *
     * @return the original where nothing had to be changed
     */
    public String text() {
        return text;
    }

    /**
     * Returns the offset of a character in the original.
     *
     * @param offset a UTF-16 offset into {@link #text()}, its length included
     * @return a UTF-16 offset into the original
     */
    public int origin(int offset) {
        if (starts.length == 0) {
            return offset;
        }
        int stretch = stretch(offset);
        return widths[stretch] > 0 ? origins[stretch] : origins[stretch] + offset - starts[stretch];
    }

    /**
     * Returns the end of a stretch in the original.
     *
     * @param end an exclusive end in {@link #text()}
     * @return the exclusive end in the original, without what was left out behind it
     */
    public int originEnd(int end) {
        if (end == 0 || starts.length == 0) {
            return end;
        }
        int stretch = stretch(end - 1);
        return widths[stretch] > 0 ? origins[stretch] + widths[stretch] : origins[stretch] + end - starts[stretch];
    }

    private int stretch(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found < 0 ? -found - 2 : found;
    }

    /** Changes a text, keeping for each character its place in the original. */
    static final class Editor {
        private final ReadableText source;
        private final StringBuilder text;
        private int[] starts = new int[16];
        private int[] origins = new int[16];
        private int[] widths = new int[16];
        private int size;

        Editor(ReadableText source) {
            this.source = source;
            this.text = new StringBuilder(source.text.length());
        }

        /** Copies a stretch of the source. */
        void copy(int from, int to) {
            copy(source.text, from, to);
        }

        /** Takes a stretch from a text that differs from the source in single characters alone. */
        void copy(CharSequence changed, int from, int to) {
            int at = from;
            int stretch = source.starts.length == 0 || from >= to ? -1 : source.stretch(from);
            while (at < to) {
                boolean last = stretch < 0 || stretch + 1 >= source.starts.length;
                int end = last ? to : Math.min(to, source.starts[stretch + 1]);
                int width = stretch < 0 ? 0 : source.widths[stretch];
                stretch(source.origin(at), width);
                text.append(changed, at, end);
                at = end;
                stretch += stretch < 0 ? 0 : 1;
            }
        }

        /** Writes a character that stands for a stretch of the source. */
        void put(char c, int from, int to) {
            int origin = source.origin(from);
            stretch(origin, Math.max(1, source.originEnd(to) - origin));
            text.append(c);
        }

        private void stretch(int origin, int width) {
            boolean goesOn = size > 0
                    && width == 0
                    && widths[size - 1] == 0
                    && origins[size - 1] + text.length() - starts[size - 1] == origin;
            if (goesOn) {
                return;
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                origins = Arrays.copyOf(origins, 2 * size);
                widths = Arrays.copyOf(widths, 2 * size);
            }
            starts[size] = text.length();
            origins[size] = origin;
            widths[size] = width;
            size++;
        }

        /** The last character written; a line break where none was. */
        char last() {
            return text.length() == 0 ? '\n' : text.charAt(text.length() - 1);
        }

        ReadableText done() {
            int end = source.origin(source.text.length());
            stretch(end, 0);
            return new ReadableText(
                    text.toString(),
                    Arrays.copyOf(starts, size),
                    Arrays.copyOf(origins, size),
                    Arrays.copyOf(widths, size));
        }
    }
}
