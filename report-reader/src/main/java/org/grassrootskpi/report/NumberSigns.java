package org.grassrootskpi.report;

import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.text.CharacterSet;

/** Classifies the characters of which numbers are written. */
final class NumberSigns {
    private static final CharacterSet NUMERALS = CharacterSet.of("零〇○一二两兩三四五六七八九十百千万萬亿億壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟");
    private static final CharacterSet SCALES = CharacterSet.of("十百千万萬亿億余餘多几幾来來");
    static final String RANGE_SIGNS = "-–—－−~～〜至到";
    static final String DASHES = "–—‒";
    private static final CharacterSet SIGNS = CharacterSet.of("+-−－＋﹣‑" + DASHES);
    private static final String SMALL = "〇一二三四五六七八九十";
    private static final int LONGEST = 64;
    private static final int MAX_TAG = 40;

    private NumberSigns() {}

    static boolean isNumber(char c) {
        return isDigit(c) || NUMERALS.contains(c);
    }

    static boolean isScale(char c) {
        return SCALES.contains(c);
    }

    static boolean isScaleOrChinese(char c) {
        return SCALES.contains(c) || NUMERALS.contains(c);
    }

    static boolean hasScale(String printed) {
        for (int i = 0; i < printed.length(); i++) {
            if (isScale(printed.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean endsInScale(String printed) {
        char last = printed.charAt(printed.length() - 1);
        return isScale(last);
    }

    /** Returns a number below 100 that is written between two offsets, 0 if there is none: 12, 十二, 两. */
    static int small(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int numeral = SMALL.indexOf(c == '两' || c == '兩' ? '二' : c);
            if (isDigit(c)) {
                number = number * 10 + Character.digit(c, 10);
            } else if (numeral == 10) {
                number = Math.max(1, number) * 10;
            } else if (numeral > 0) {
                number += numeral;
            } else {
                return 0;
            }
        }
        return number < 100 ? number : 0;
    }

    static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    /**
     * Returns where the signs of a bound begin that end at a number: at the > of >95%; the offset itself if none do, or if
     * they close a tag.
     */
    static int boundStart(String text, int number) {
        int at = number;
        if (at > 1 && text.charAt(at - 1) == '=') {
            at--;
        }
        if (at == 0 || "<>".indexOf(text.charAt(at - 1)) < 0) {
            return number;
        }
        for (int i = at - 2; text.charAt(at - 1) == '>' && i >= 0 && at - i < MAX_TAG; i--) {
            if (text.charAt(i) == '<') {
                return number;
            }
        }
        return at - 1;
    }

    static Qualifier bound(String signs) {
        boolean reached = signs.endsWith("=");
        if (signs.startsWith(">")) {
            return reached ? Qualifier.AT_LEAST : Qualifier.ABOVE;
        }
        return reached ? Qualifier.AT_MOST : Qualifier.BELOW;
    }

    static boolean isSign(char c) {
        return SIGNS.contains(c);
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Past the digits or numerals that begin here, so that none of them is tried again; the offset itself if none do. */
    static int numberEnd(String text, int at) {
        int i = at;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        if (i > at) {
            return i;
        }
        while (i < text.length() && i - at < LONGEST && NUMERALS.contains(text.charAt(i))) {
            i++;
        }
        return i > at + 1 ? i : at;
    }
}
