package org.grassrootskpi.text;

import com.google.common.primitives.ImmutableIntArray;
import java.nio.CharBuffer;

/**
 * Repairs numbers that scanning or typing broke, where they can be read in one way only: separators between groups of
 * three digits, letters that look like digits among digits, and points that are none. Each needs something on both
 * sides that shows a number of one piece; the rest stays as it is, for the reader to doubt.
 */
final class TornNumbers {
    private static final String SEPARATORS = " \u00A0\u2007\u2009\u202F'’，";
    private static final String POINTS = "。·•‧・";

    /** The units that follow a number that is measured, not counted. */
    private static final String MEASURED = "百千万亿萬億%％‰元吨噸亩畝倍公平方米个個";

    /** Characters of groups behind the first: no figure has more, and a page of numbers is passed over once. */
    private static final int MAX_GROUPED = 20;

    private final String text;
    private final boolean whole;
    private final ImmutableIntArray.Builder removed = ImmutableIntArray.builder();
    private char[] changed = new char[0];

    private TornNumbers(String text, boolean whole) {
        this.text = text;
        this.whole = whole;
    }

    /** Returns a text with its numbers mended; {@code whole} if it is one figure. */
    static ReadableText mended(ReadableText source, boolean whole) {
        TornNumbers numbers = new TornNumbers(source.text(), whole);
        numbers.mend();
        ImmutableIntArray left = numbers.removed.build();
        if (numbers.changed.length == 0 && left.isEmpty()) {
            return source;
        }
        ReadableText.Editor out = new ReadableText.Editor(source);
        CharSequence text = numbers.changed.length == 0 ? numbers.text : CharBuffer.wrap(numbers.changed);
        int from = 0;
        for (int i = 0; i < left.length(); i++) {
            out.copy(text, from, left.get(i));
            from = left.get(i) + 1;
        }
        out.copy(text, from, text.length());
        return out.done();
    }

    private void mend() {
        int i = 0;
        while (i < text.length()) {
            i = isDigit(i) ? number(i) : i + 1;
        }
    }

    /** Repairs the number that begins at a digit; returns the offset at which to go on. */
    private int number(int at) {
        int end = digits(at);
        if (end >= text.length() || isLatin(at - 1)) {
            return end;
        }
        char next = text.charAt(end);
        if (lookAlike(next) != 0) {
            return letters(end);
        }
        if (SEPARATORS.indexOf(next) >= 0) {
            return groups(at, end);
        }
        if (POINTS.indexOf(next) >= 0) {
            return point(at, end);
        }
        return end;
    }

    /** Repairs 5l9.45, 1O0, 5O亿元: letters among digits, or one zero behind them and in front of a scale. */
    private int letters(int end) {
        int i = end;
        while (isDigit(i) || (i < text.length() && lookAlike(text.charAt(i)) != 0)) {
            i++;
        }
        boolean closed = isDigit(i - 1) || (i < text.length() && MEASURED.indexOf(text.charAt(i)) >= 0);
        if (isLatin(i) || !closed) {
            return i;
        }
        for (int k = end; k < i; k++) {
            if (!isDigit(k)) {
                replace(k, lookAlike(text.charAt(k)));
            }
        }
        return i;
    }

    private static char lookAlike(char c) {
        return switch (c) {
            case 'l', 'I' -> '1';
            case 'O', 'o' -> '0';
            default -> 0;
        };
    }

    /**
     * Repairs 28 583, 28，583, 3'450: groups of exactly three digits behind one of up to three, with one separator
     * throughout.
     */
    private int groups(int at, int end) {
        char separator = text.charAt(end);
        int i = end;
        while (i < text.length() && i - end < MAX_GROUPED && text.charAt(i) == separator && digits(i + 1) == i + 4) {
            i += 4;
        }
        boolean ends =
                i > end && i < text.length() && (isLetter(i) || MEASURED.indexOf(text.charAt(i)) >= 0 || is(i, '.'));
        if (end - at > 3 || is(at, '0') || !ends || !beginsAlone(at, separator) || isDate(i)) {
            return end;
        }
        for (int k = end; k < i; k += 4) {
            removed.add(k);
        }
        return i;
    }

    /** Returns whether nothing in front makes the first group a separate number: a column of a table, 第5, 1、5. */
    private boolean beginsAlone(int at, char separator) {
        if (at == 0) {
            return whole;
        }
        char before = text.charAt(at - 1);
        boolean sign = "（(+-−－￥¥$€£".indexOf(before) >= 0;
        return sign
                || (Character.isLetter(before) && "第之".indexOf(before) < 0)
                || (separator != '，' && "，：".indexOf(before) >= 0);
    }

    /** Repairs 509。45亿元, 25·6平方米: a point that is none, between digits of a measured number. */
    private int point(int at, int end) {
        int behind = digits(end + 1);
        boolean measured = behind > end + 1
                && behind <= end + 4
                && behind < text.length()
                && MEASURED.indexOf(text.charAt(behind)) >= 0
                && !isCounted(behind);
        boolean year = end - at == 4 && (is(at, '1') || is(at, '2'));
        boolean free = at == 0 || ".．:：、/".indexOf(text.charAt(at - 1)) < 0;
        if (!measured || year || !free || end - at > 6) {
            return end;
        }
        replace(end, '.');
        return behind;
    }

    /** Returns whether 个 is there as a measure word: it counts, unless it is the one of 个百分点. */
    private boolean isCounted(int at) {
        return (is(at, '个') || is(at, '個')) && !is(at + 1, '百') && !is(at + 1, '千');
    }

    private boolean isDate(int at) {
        return is(at, '年') || is(at, '月') || is(at, '日') || is(at, '号');
    }

    private void replace(int at, char by) {
        if (changed.length == 0) {
            changed = text.toCharArray();
        }
        changed[at] = by;
    }

    private int digits(int at) {
        int i = at;
        while (isDigit(i)) {
            i++;
        }
        return i;
    }

    private boolean is(int at, char c) {
        return at >= 0 && at < text.length() && text.charAt(at) == c;
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean isLetter(int at) {
        return Character.isLetter(text.charAt(at)) && !isLatin(at);
    }

    private boolean isLatin(int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
