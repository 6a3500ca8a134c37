package org.grassrootskpi.text;

/**
 * Writes years in Chinese numerals as digits: 二〇二三年 is 2023年, as are 二○二三年 and 二OO六年, whose zeros are circles and letters. Each
 * numeral becomes one digit, so that nothing moves. Other numbers stay as they are.
 */
final class NumeralYears {
    private static final int LENGTH = 4;
    private static final int FIRST = 1900;
    private static final int LAST = 2099;
    private static final String NUMERALS = "一二三四五六七八九";
    private static final String ZEROS = "〇○◯零０0ＯOｏo";
    private static final String RANGE_SIGNS = "-–—－~～至到、和";

    private NumeralYears() {}

    static ReadableText inDigits(ReadableText source) {
        String text = source.text();
        StringBuilder changed = null;
        for (int mark = text.indexOf('年', LENGTH); mark >= 0; mark = text.indexOf('年', mark + 1)) {
            // 二〇二一至二〇二五年: the sign of a range, or of a list, joins another year to the one that is marked.
            int at = mark - LENGTH;
            while (at >= 0 && isYear(text, at)) {
                changed = changed == null ? new StringBuilder(text) : changed;
                for (int i = at; i < at + LENGTH; i++) {
                    changed.setCharAt(i, (char) ('0' + digit(text.charAt(i))));
                }
                boolean joins = at > LENGTH && RANGE_SIGNS.indexOf(text.charAt(at - 1)) >= 0;
                at = joins ? at - 1 - LENGTH : -1;
            }
        }
        return changed == null ? source : source.withText(changed.toString());
    }

    /** Returns whether a whole number of four numerals begins here that is a year, and is not written in digits alone. */
    private static boolean isYear(String text, int at) {
        int year = 0;
        boolean hasNumeral = false;
        for (int i = at; i < at + LENGTH; i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                return false;
            }
            hasNumeral |= NUMERALS.indexOf(text.charAt(i)) >= 0;
            year = year * 10 + digit;
        }
        boolean isWhole = at == 0 || !continues(text.charAt(at - 1));
        return hasNumeral && isWhole && year >= FIRST && year <= LAST;
    }

    private static boolean continues(char c) {
        return digit(c) >= 0 || "十百千万亿两第".indexOf(c) >= 0;
    }

    private static int digit(char c) {
        if (ZEROS.indexOf(c) >= 0) {
            return 0;
        }
        int numeral = NUMERALS.indexOf(c) + 1;
        return numeral > 0 ? numeral : c >= '0' && c <= '9' ? c - '0' : c >= '０' && c <= '９' ? c - '０' : -1;
    }
}
