package org.grassrootskpi.csv;

import java.util.regex.Pattern;

/** Parses numbers as programs write them, {@code -1234.50}: a sign, digits, and a point with digits after it. */
final class PlainDecimal {
    /** The result of {@link #scaled} for everything that needs a closer look. */
    static final long UNCLEAR = Long.MIN_VALUE;

    private static final int SAFE_DIGITS = 18;
    private static final long[] POWERS = new long[SAFE_DIGITS + 1];
    // Both a number below 2^53 and such a power are exact doubles, so that one division rounds correctly.
    private static final long EXACT_DOUBLE = 1L << 53;

    private static final Pattern SHAPE = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern WITH_EXPONENT = Pattern.compile(SHAPE.pattern() + "([eE][+-]?\\d{1,4})?");
    private static final Pattern OTHER_HABITS = Pattern.compile("[\\s+-]*[\\d.,'\\s\u00A0\u2019\u202F]+");

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private PlainDecimal() {}

    /** Returns the number times ten to the power of the decimals; unclear if it has another form, is too long or too fine. */
    static long scaled(byte[] bytes, int from, int to, int decimals) {
        boolean negative = bytes[from] == '-';
        int i = negative ? from + 1 : from;
        int first = i;
        long number = 0;
        if (to - first > SAFE_DIGITS) {
            return UNCLEAR;
        }
        int digit;
        while (i < to && (digit = bytes[i] - '0') >= 0 && digit <= 9) {
            number = 10 * number + digit;
            i++;
        }
        int whole = i - first;
        if (whole == 0) {
            return UNCLEAR;
        }
        int fraction = 0;
        if (i < to) {
            if (bytes[i++] != '.' || i == to) {
                return UNCLEAR;
            }
            fraction = to - i;
            while (i < to) {
                digit = bytes[i++] - '0';
                if (digit < 0 || digit > 9) {
                    return UNCLEAR;
                }
                number = 10 * number + digit;
            }
        }
        if (fraction > decimals || whole + decimals > SAFE_DIGITS) {
            return UNCLEAR;
        }
        number *= POWERS[decimals - fraction];
        return negative ? -number : number;
    }

    /** Returns the double nearest to a number; NaN if it needs a closer look. */
    static double nearest(byte[] bytes, int from, int to) {
        int point = from;
        while (point < to && bytes[point] != '.') {
            point++;
        }
        int decimals = Math.max(0, to - point - 1);
        if (decimals > SAFE_DIGITS) {
            return Double.NaN;
        }
        long scaled = scaled(bytes, from, to, decimals);
        return Math.abs(scaled) < EXACT_DOUBLE && scaled != UNCLEAR ? (double) scaled / POWERS[decimals] : Double.NaN;
    }

    static boolean isPlain(String text) {
        return SHAPE.matcher(text).matches();
    }

    static boolean isPlainWithExponent(String text) {
        return WITH_EXPONENT.matcher(text).matches();
    }

    /** Returns whether it is a bare number in another spelling: with thousands separators, a decimal comma or blanks. */
    static boolean isBareNumber(String text) {
        return OTHER_HABITS.matcher(text).matches() && text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
