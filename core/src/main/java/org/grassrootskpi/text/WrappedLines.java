package org.grassrootskpi.text;

/**
 * Finds the line breaks that only the width of a page put into a text. A text is taken for wrapped if none of its lines
 * is long and many are as long as the longest; the lines that are full then go on in the next one, unless that begins
 * like a heading, an item or a paragraph. In other texts a break is left out only inside a number, where the two parts
 * can be nothing else: 5⏎09.45亿元, 6.3⏎4%, 48⏎.35亿元.
 */
final class WrappedLines {
    private static final int MIN_WIDTH = 16;
    private static final int MAX_WIDTH = 90;
    private static final int SLACK = 2;
    private static final int MIN_FULL = 2;
    private static final int MIN_COLUMN = 6;
    /** Marks at which a line that is as long as any rather was cut than ended. */
    private static final String PAUSES = "；;";

    private static final String ENDS = "。！？!?；;：:";
    private static final String SCALES = "十百千万亿萬億%％‰";
    private static final String UNITS = "元亩吨倍个家人户项次公平米成岁台套件场名";

    private final String text;
    private final ReadableText.Editor out;
    private int copied;
    private int longest;
    private int full;
    private int half;

    private WrappedLines(ReadableText source) {
        this.text = source.text();
        this.out = new ReadableText.Editor(source);
    }

    /** Returns a text without the breaks that are none, and without invisible characters. */
    static ReadableText joined(ReadableText source) {
        WrappedLines lines = new WrappedLines(source);
        lines.measure();
        lines.join();
        return visible(lines.copied == 0 ? source : lines.out.done());
    }

    /** Returns a text without invisible characters. */
    static ReadableText visible(ReadableText source) {
        String text = source.text();
        ReadableText.Editor out = null;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isInvisible(text.charAt(i))) {
                out = out == null ? new ReadableText.Editor(source) : out;
                out.copy(from, i);
                from = i + 1;
            }
        }
        if (out == null) {
            return source;
        }
        out.copy(from, text.length());
        return out.done();
    }

    /**
     * Returns whether a character is a zero-width space or joiner, byte order mark or soft hyphen; none of them changes
     * the order.
     */
    private static boolean isInvisible(char c) {
        return c == '\u00AD' || (c >= '\u200B' && c <= '\u200D') || c == '\u2060' || c == '\uFEFF';
    }

    /** Finds the longest line and, if that may be the width of a page, how many are as long. */
    private void measure() {
        for (int pass = 0; pass < 2; pass++) {
            for (int from = 0; from < text.length(); ) {
                int end = lineEnd(from);
                int length = end - from;
                if (isRow(from, end)) {
                    from = behindBreak(end);
                    continue;
                }
                if (pass == 0) {
                    longest = Math.max(longest, length);
                } else {
                    full += length >= longest - SLACK ? 1 : 0;
                    half += length > longest / 2 ? 1 : 0;
                }
                from = behindBreak(end);
            }
            if (longest < MIN_WIDTH || longest > MAX_WIDTH) {
                return;
            }
        }
    }

    private boolean isWrapped() {
        return full >= MIN_FULL && 2 * full >= half;
    }

    private void join() {
        boolean wrapped = isWrapped();
        for (int from = 0; from < text.length(); ) {
            int end = lineEnd(from);
            int next = behindBreak(end);
            boolean last = next >= text.length() || end == from;
            boolean runsOn = !last
                    && wrapped
                    && end - from >= longest - SLACK
                    && !isRow(from, end)
                    && !isRow(next, lineEnd(next))
                    && goesOn(end, next, end - from == longest);
            if (!last && (runsOn || tearsNumber(from, end, next))) {
                out.copy(copied, end);
                copied = next;
            }
            from = next;
        }
        if (copied > 0) {
            out.copy(copied, text.length());
        }
    }

    private boolean goesOn(int end, int next, boolean filled) {
        char last = text.charAt(end - 1);
        boolean ends = ENDS.indexOf(last) >= 0 && !(filled && PAUSES.indexOf(last) >= 0);
        return !ends && !Character.isWhitespace(text.charAt(next)) && !ItemNumbers.isAt(text, next);
    }

    /** Returns whether a number ends the line that goes on in the next, and both parts can be nothing else. */
    private boolean tearsNumber(int from, int end, int next) {
        int i = end;
        boolean point = false;
        while (isDigit(i - 1) || (is(i - 1, '.') && isDigit(i))) {
            point |= is(i - 1, '.');
            i--;
        }
        boolean dangling = is(end - 1, '.') && isDigit(end - 2) && end - from > MIN_COLUMN;
        boolean prose = i > from && i < end && Character.isLetter(text.charAt(i - 1));
        if (dangling) {
            return isDigit(next);
        }
        if (!prose) {
            return false;
        }
        if (isAnyOf(next, SCALES)) {
            return true;
        }
        if (isAnyOf(next, UNITS)) {
            return i - from >= MIN_COLUMN;
        }
        if (is(next, '.')) {
            return !point && isDigit(next + 1);
        }
        if (!isDigit(next) || ItemNumbers.isAt(text, next)) {
            return false;
        }
        int behind = next;
        while (isDigit(behind)) {
            behind++;
        }
        boolean more = is(behind, '.');
        boolean measured = isAnyOf(behind, SCALES) || isAnyOf(behind, UNITS);
        return point ? measured : is(next, '0') && (more || measured);
    }

    /** Returns whether a line is a row of a table: cells between tabs, bars or several blanks. */
    private boolean isRow(int from, int to) {
        int start = from;
        while (start < to && isBlank(text.charAt(start))) {
            start++;
        }
        int bars = 0;
        for (int i = start; i < to; i++) {
            char c = text.charAt(i);
            bars += c == '|' || c == '│' || c == '｜' ? 1 : 0;
            boolean gap = c == '\t' || (isBlank(c) && i + 1 < to && isBlank(text.charAt(i + 1)));
            if (bars > 1) {
                return true;
            }
            if (gap) {
                int behind = i;
                while (behind < to && isBlank(text.charAt(behind))) {
                    behind++;
                }
                if (behind < to) {
                    return true;
                }
                i = behind - 1;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u3000' || c == '\u00A0';
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Returns the offset after one line break: CR, LF or both. */
    private int behindBreak(int end) {
        boolean both = is(end, '\r') && is(end + 1, '\n');
        return end + (both ? 2 : 1);
    }

    private boolean is(int at, char c) {
        return at >= 0 && at < text.length() && text.charAt(at) == c;
    }

    private boolean isAnyOf(int at, String characters) {
        return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
