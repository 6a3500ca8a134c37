package org.grassrootskpi.text;

import com.google.common.primitives.ImmutableIntArray;

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
    private static final String NUMERALS = "一二三四五六七八九十";
    private static final String BULLETS = "—·•●■◆○*#|";
    /** What 第 and a number count where they head a part of a report. */
    private static final String PARTS = "章节節篇";

    private static final String SCALES = "十百千万亿萬億%％‰";
    private static final String UNITS = "元亩吨倍个家人户项次公平米成岁台套件场名";

    private final String text;
    private final ImmutableIntArray.Builder joints = ImmutableIntArray.builder();
    private int longest;
    private int full;
    private int half;

    private WrappedLines(String text) {
        this.text = text;
    }

    /** Returns the offsets of the characters of line breaks that are none. */
    static ImmutableIntArray joints(String text) {
        WrappedLines lines = new WrappedLines(text);
        lines.measure();
        lines.join();
        return lines.joints.build();
    }

    private void measure() {
        for (int pass = 0; pass < 2; pass++) {
            for (int from = 0; from < text.length(); ) {
                int end = lineEnd(from);
                int length = end - from;
                if (pass == 0) {
                    longest = Math.max(longest, length);
                } else {
                    full += length >= longest - SLACK ? 1 : 0;
                    half += length > longest / 2 ? 1 : 0;
                }
                from = behindBreak(end);
            }
        }
    }

    private boolean isWrapped() {
        return longest >= MIN_WIDTH && longest <= MAX_WIDTH && full >= MIN_FULL && 2 * full >= half;
    }

    private void join() {
        boolean wrapped = isWrapped();
        for (int from = 0; from < text.length(); ) {
            int end = lineEnd(from);
            int next = behindBreak(end);
            boolean last = next >= text.length() || end == from;
            boolean runsOn =
                    !last && wrapped && end - from >= longest - SLACK && goesOn(end, next, end - from == longest);
            if (!last && (runsOn || tearsNumber(from, end, next))) {
                for (int i = end; i < next; i++) {
                    joints.add(i);
                }
            }
            from = next;
        }
    }

    private boolean goesOn(int end, int next, boolean filled) {
        char last = text.charAt(end - 1);
        boolean ends = ENDS.indexOf(last) >= 0 && !(filled && PAUSES.indexOf(last) >= 0);
        return !ends && !Character.isWhitespace(text.charAt(next)) && !isItem(next);
    }

    /** Returns whether a line begins like a heading or an item: 一、, （一）, 1., 第一章. */
    private boolean isItem(int at) {
        if (isDigit(at)) {
            int i = at;
            while (isDigit(i) && i - at < 3) {
                i++;
            }
            return (is(i, '.') || is(i, '．') || is(i, '、')) && !isDigit(i + 1);
        }
        if (is(at, '（') || is(at, '(')) {
            int i = behindNumerals(at + 1, 3);
            return i > at + 1 && (is(i, '）') || is(i, ')'));
        }
        if (is(at, '第')) {
            int i = behindNumerals(at + 1, 4);
            return i > at + 1 && (isAnyOf(i, PARTS) || text.startsWith("部分", i));
        }
        int i = behindNumerals(at, 4);
        return i > at ? is(i, '、') || is(i, '是') : isAnyOf(at, BULLETS);
    }

    private int behindNumerals(int at, int most) {
        int i = at;
        while (i - at < most && (isDigit(i) || isAnyOf(i, NUMERALS))) {
            i++;
        }
        return i;
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
        if (!isDigit(next) || isItem(next)) {
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
