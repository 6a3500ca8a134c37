package org.grassrootskpi.examples;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Text in columns of a terminal, where a Chinese character takes two. */
final class Columns {
    private Columns() {}

    /** How many columns a text takes. */
    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** Fills a text up with blanks on its right. */
    static String padRight(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /** Cuts a text where it takes more columns, and marks the cut. */
    static String cut(String text, int columns) {
        return width(text) <= columns ? text : wrap(text, columns - 1).get(0) + "…";
    }

    /** Fills a text up with blanks on its left. */
    static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /** Breaks a text into lines of at most so many columns, at blanks where there are any. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            int used = 0;
            int blank = -1;
            while (end < text.length()) {
                int codePoint = text.codePointAt(end);
                if (used + width(codePoint) > columns) {
                    break;
                }
                if (codePoint == ' ') {
                    blank = end;
                }
                used += width(codePoint);
                end += Character.charCount(codePoint);
            }
            if (end < text.length() && blank > start) {
                end = blank;
            }
            end = Math.max(end, text.offsetByCodePoints(start, 1)); // wider than a line
            lines.add(text.substring(start, end).strip());
            start = end;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
        }
        return lines;
    }

    private static int width(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }
}
