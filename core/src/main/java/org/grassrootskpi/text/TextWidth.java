package org.grassrootskpi.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the columns that a text takes in a monospaced font: two for East Asian wide and full-width characters such as
 * 元 and ㎡, none for combining and formatting ones, one for all others. The wide ones are listed in the resource
 * {@code wide-characters.tsv}.
 */
public final class TextWidth {
    private static final String RESOURCE = "wide-characters.tsv";
    private static final char ELLIPSIS = '…';
    private static final int[] FIRST;
    private static final int[] LAST;

    static {
        List<DefinitionLines.Line> lines =
                DefinitionLines.ofResource(TextWidth.class.getResourceAsStream(RESOURCE), RESOURCE);
        FIRST = codePoints(lines, 0);
        LAST = codePoints(lines, 1);
    }

    private TextWidth() {}

    private static int[] codePoints(List<DefinitionLines.Line> lines, int column) {
        return lines.stream()
                .mapToInt(line -> Integer.parseInt(line.field(column, "a code point"), 16))
                .toArray();
    }

    /**
     * Counts the columns of a text on one line.
     *
     * @param text any text
     * @return 0 or more
     */
    public static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /**
     * Fills a text up with blanks on its right.
     *
     * @param text any text
     * @param width the columns to fill; a text that takes more stays as it is
     * @return the text and the blanks
     */
    public static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /**
     * Fills a text up with blanks on its left.
     *
     * @param text any text
     * @param width the columns to fill; a text that takes more stays as it is
     * @return the blanks and the text
     */
    public static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }

    /**
     * Cuts a text to a number of columns, with … as the last one where something was cut off.
     *
     * @param text any text
     * @param width the columns, 1 or more
     * @return the text itself where it fits
     */
    public static String shorten(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        return text.substring(0, fitting(text, 0, width - 1)) + ELLIPSIS;
    }

    /**
     * Breaks a text into lines, at blanks where there are any.
     *
     * @param text any text
     * @param width the columns of a line, 2 or more
     * @return the lines, none of them wider than that
     */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = Math.max(fitting(text, start, width), text.offsetByCodePoints(start, 1));
            int blank = end < text.length() ? text.lastIndexOf(' ', end) : -1;
            if (blank > start) {
                end = blank;
            }
            lines.add(text.substring(start, end).strip());
            start = end;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
        }
        return lines;
    }

    /** Returns the end of the longest part of a text that begins at an offset and fits. */
    private static int fitting(String text, int start, int width) {
        int end = start;
        int used = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            used += of(codePoint);
            if (used > width) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int codePoint) {
        if (codePoint < FIRST[0]) {
            return false;
        }
        int found = Arrays.binarySearch(FIRST, codePoint);
        int range = found >= 0 ? found : -found - 2;
        return codePoint <= LAST[range];
    }
}
