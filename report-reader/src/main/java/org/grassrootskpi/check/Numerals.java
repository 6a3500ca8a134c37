package org.grassrootskpi.check;

import java.util.OptionalInt;

/** Small whole numbers in digits or in Chinese numerals: 3, 两, 十二, 二十, 一百零五. */
final class Numerals {
    /** The characters of which they are made, for a class of a regular expression. */
    static final String CHARACTERS = "0-9零〇一二两三四五六七八九十百";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private Numerals() {}

    /** The number; empty if it is none, or greater than 999. */
    static OptionalInt parse(String text) {
        if (text.matches("[0-9]{1,3}")) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        int number = 0;
        int digit = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c);
            if (value >= 0) {
                if (digit > 0) {
                    return OptionalInt.empty();
                }
                digit = value;
            } else if (c == '十' || c == '百') {
                number += Math.max(1, digit) * (c == '十' ? TEN : HUNDRED);
                digit = -1;
            } else {
                return OptionalInt.empty();
            }
        }
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number + Math.max(0, digit));
    }
}
