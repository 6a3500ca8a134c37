package org.grassrootskpi.text;

/** Recognises the numbers and signs with which a heading or an item begins: 一、, （一）, 1., 第一章, ■. */
final class ItemNumbers {
    private static final String NUMERALS = "一二三四五六七八九十";
    private static final String BULLETS = "—·•●■◆○*#|";
    /** What 第 and a number count where they head a part of a report. */
    private static final String PARTS = "章节節篇";

    private ItemNumbers() {}

    /** Returns whether a line that begins at an offset begins so. */
    static boolean isAt(String text, int at) {
        if (isDigit(text, at)) {
            int i = at;
            while (isDigit(text, i) && i - at < 3) {
                i++;
            }
            return isAnyOf(text, i, ".．、") && !isDigit(text, i + 1);
        }
        if (isAnyOf(text, at, "（(")) {
            int i = behindNumerals(text, at + 1, 3);
            return i > at + 1 && isAnyOf(text, i, "）)");
        }
        if (isAnyOf(text, at, "第")) {
            int i = behindNumerals(text, at + 1, 4);
            return i > at + 1 && (isAnyOf(text, i, PARTS) || text.startsWith("部分", i));
        }
        int i = behindNumerals(text, at, 4);
        return i > at ? isAnyOf(text, i, "、是") : isAnyOf(text, at, BULLETS);
    }

    private static int behindNumerals(String text, int at, int most) {
        int i = at;
        while (i - at < most && (isDigit(text, i) || isAnyOf(text, i, NUMERALS))) {
            i++;
        }
        return i;
    }

    private static boolean isAnyOf(String text, int at, String characters) {
        return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
