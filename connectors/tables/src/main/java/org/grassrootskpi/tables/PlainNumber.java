package org.grassrootskpi.tables;

/** Reads cells that are a plain number of at most 18 digits, which most are, without making an object. Not thread-safe. */
final class PlainNumber {
    private static final int MOST_DIGITS = 18;

    private final char decimal;
    private long unscaled;
    private int scale;

    PlainNumber(boolean comma) {
        decimal = comma ? ',' : '.';
    }

    /** Reads a cell and returns whether it is such a number; {@link Figure#read} reads all others, and these to the same value. */
    boolean scan(String cell) {
        int length = cell.length();
        int at = length > 0 && cell.charAt(0) == '-' ? 1 : 0;
        boolean isNegative = at == 1;
        int first = at;
        int point = -1;
        long number = 0;
        if (length - first > MOST_DIGITS + 1) {
            return false;
        }
        for (; at < length; at++) {
            char c = cell.charAt(at);
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
            } else if (c == decimal && point < 0 && at > first && at < length - 1) {
                point = at;
            } else {
                return false;
            }
        }
        int digits = length - first - (point < 0 ? 0 : 1);
        if (digits == 0 || digits > MOST_DIGITS) {
            return false;
        }
        unscaled = isNegative ? -number : number;
        scale = point < 0 ? 0 : length - point - 1;
        return true;
    }

    /** Returns the digits of the number that was read, with its sign. */
    long unscaled() {
        return unscaled;
    }

    /** Returns how many of the digits stand behind the decimal sign. */
    int scale() {
        return scale;
    }
}
