package org.grassrootskpi.tables;

import java.math.BigDecimal;

/**
 * A plain number that a cell holds, as most cells of values do, as one negative long: its digits, how many of them stand behind the decimal
 * sign, and which sign that is. It stands for one text alone, so that nothing of what is printed is lost: what has zeros in front, as codes
 * do, or more than 17 digits is no plain number.
 */
final class PlainNumber {
    /** Stands for a text that is no plain number. */
    static final long NONE = 0;

    /** The digits behind the decimal sign are at most so many. */
    static final int MOST_DECIMALS = 15;

    private static final int MOST_DIGITS = 17;
    private static final int DIGITS_BITS = 58;
    private static final int SCALE_AT = DIGITS_BITS + 1;
    private static final long DIGITS = (1L << DIGITS_BITS) - 1;

    private PlainNumber() {}

    /** Returns the number that some characters are, or {@link #NONE}. */
    static long of(char[] text, int start, int end) {
        int first = start < end && text[start] == '-' ? start + 1 : start;
        boolean isNegative = first > start;
        int length = end - first;
        if (length == 0
                || length > MOST_DIGITS + 1
                || !isDigit(text[first])
                || (text[first] == '0' && length > 1 && isDigit(text[first + 1]))) {
            return NONE;
        }
        long digits = 0;
        int sign = -1;
        for (int at = first; at < end; at++) {
            char c = text[at];
            if (isDigit(c)) {
                digits = digits * 10 + (c - '0');
            } else if ((c == '.' || c == ',') && sign < 0 && at < end - 1) {
                sign = at;
            } else {
                return NONE;
            }
        }
        int scale = sign < 0 ? 0 : end - sign - 1;
        if (length - (sign < 0 ? 0 : 1) > MOST_DIGITS || scale > MOST_DECIMALS || (isNegative && digits == 0)) {
            return NONE;
        }
        long comma = sign >= 0 && text[sign] == ',' ? 1L << DIGITS_BITS : 0;
        return Long.MIN_VALUE | (long) scale << SCALE_AT | comma | ((isNegative ? -digits : digits) & DIGITS);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Returns whether a cell is a number that is written with a decimal sign, or without any. */
    static boolean is(long cell, boolean comma) {
        return cell < 0 && (scale(cell) == 0 || hasComma(cell) == comma);
    }

    /** Returns the digits with their sign. */
    static long unscaled(long number) {
        return number << (Long.SIZE - DIGITS_BITS) >> (Long.SIZE - DIGITS_BITS);
    }

    /** Returns how many of the digits stand behind the decimal sign. */
    static int scale(long number) {
        return (int) (number >>> SCALE_AT) & MOST_DECIMALS;
    }

    private static boolean hasComma(long number) {
        return ((number >>> DIGITS_BITS) & 1) != 0;
    }

    /** Returns a number as it was written. */
    static String text(long number) {
        String text = BigDecimal.valueOf(unscaled(number), scale(number)).toPlainString();
        return hasComma(number) ? text.replace('.', ',') : text;
    }
}
