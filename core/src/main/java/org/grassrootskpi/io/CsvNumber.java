package org.grassrootskpi.io;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a plain decimal from bytes as a whole number at some decimals: {@code -12.5} at two decimals is -1250. */
final class CsvNumber {
    private long result;

    /** What the last successful reading gave: the scaled value, or the bits of a double. */
    long result() {
        return result;
    }

    /** Reads a number; gives null, or what was expected instead. */
    @Nullable String read(byte[] bytes, int from, int to, int decimals, boolean floatingPoint) {
        if (floatingPoint) {
            return readDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        }
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative || (at < to && bytes[at] == '+')) {
            at++;
        }
        // Negative numbers reach one further than positive ones.
        long value = 0;
        int digits = 0;
        int places = -1;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit == '.' - '0' && places < 0 && digits > 0) {
                places = 0;
                continue;
            }
            if (digit < 0 || digit > 9) {
                return "expected a plain decimal such as 1234.5";
            }
            digits++;
            if (places >= 0 && ++places > decimals) {
                if (digit != 0) {
                    return "expected at most " + decimals + " decimals";
                }
                places--;
                continue;
            }
            if (value < (Long.MIN_VALUE + digit) / 10) {
                return tooLarge(decimals);
            }
            value = value * 10 - digit;
        }
        if (digits == 0 || (places == 0 && bytes[to - 1] == '.')) {
            return "expected a plain decimal such as 1234.5";
        }
        for (int place = Math.max(0, places); place < decimals; place++) {
            if (value < Long.MIN_VALUE / 10) {
                return tooLarge(decimals);
            }
            value *= 10;
        }
        if (!negative && value == Long.MIN_VALUE) {
            return tooLarge(decimals);
        }
        result = negative ? value : -value;
        return null;
    }

    private static String tooLarge(int decimals) {
        return "expected a number that fits 63 bits at " + decimals + " decimals";
    }

    private @Nullable String readDouble(String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                result = Double.doubleToLongBits(value + 0.0);
                return null;
            }
        } catch (NumberFormatException e) {
            // Said below, with the field.
        }
        return "expected a finite number";
    }
}
