package org.grassrootskpi.text;

import com.google.common.math.LongMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes doubles as decimals, the same on every JDK: {@link Double#toString} gave up to two digits too many before JDK
 * 19.
 */
public final class ShortestDecimal {
    /** Two decimals of so many digits never have the same nearest double, unless it is subnormal. */
    private static final int DISTINCT_DIGITS = 15;

    /** The number of digits that distinguishes each double from all others. */
    private static final int ENOUGH_DIGITS = 17;

    private static final int LONG_DIGITS = 19;

    /** What {@link #tenThousandths} returns for decimals that are not a whole number of them. */
    public static final long NOT_WHOLE = Long.MIN_VALUE;

    /** The decimals of {@link #tenThousandths}. */
    public static final int TEN_THOUSANDTHS = 4;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4};

    /** The least whole number of more than {@link #DISTINCT_DIGITS} digits. */
    private static final double MOST_WHOLE = 1e15;

    private static final int MANTISSA_BITS = 52;

    /** So that the power of ten for the last of {@link #ENOUGH_DIGITS} digits fits a long. */
    private static final double LEAST = 0.01;

    private ShortestDecimal() {}

    /**
     * Returns the decimal with the fewest significant digits of all whose nearest double is the given one; among
     * several the one nearest to it, and of two equally near the one whose last digit is even.
     *
     * <p>It has no zeros at its end, except that a whole number of up to 19 digits has the scale 0.
     *
     * @param value any finite double; both zeros are 0
     * @return the decimal
     * @throws NumberFormatException if the value is infinite or not a number
     */
    public static BigDecimal of(double value) {
        BigDecimal few = ofFewDecimals(value);
        BigDecimal quick = few != null ? few : ofLongs(value);
        return plain(quick != null ? quick : ofDecimals(value));
    }

    /**
     * Returns the same decimal in ten-thousandths, if it is a whole number of them that has no more than fifteen digits. This takes a few
     * nanoseconds, and makes no object.
     *
     * @param value any double
     * @return the decimal times ten to the power of {@link #TEN_THOUSANDTHS}, or {@link #NOT_WHOLE}
     */
    public static long tenThousandths(double value) {
        double whole = Math.rint(value * POWERS[TEN_THOUSANDTHS]);
        return Math.abs(whole) < MOST_WHOLE && whole / POWERS[TEN_THOUSANDTHS] == value ? (long) whole : NOT_WHOLE;
    }

    /**
     * Returns the same for figures of up to four decimals, perhaps with zeros at its end; null for others. Two whole numbers that
     * doubles hold exactly have a quotient that is rounded once, and of so few digits no other decimal has the same nearest double.
     */
    static @Nullable BigDecimal ofFewDecimals(double value) {
        for (int scale = 0; scale < POWERS.length; scale++) {
            double whole = Math.rint(value * POWERS[scale]);
            if (Math.abs(whole) < MOST_WHOLE && whole / POWERS[scale] == value) {
                return BigDecimal.valueOf((long) whole, scale);
            }
        }
        return null;
    }

    /**
     * Returns the same by whole numbers of up to 128 bits, perhaps with zeros at its end, for figures of the usual size; null for
     * others, and for powers of two, below which doubles are denser.
     */
    static @Nullable BigDecimal ofLongs(double value) {
        double magnitude = Math.abs(value);
        long fraction = Double.doubleToRawLongBits(magnitude) & ((1L << MANTISSA_BITS) - 1);
        if (!(magnitude >= LEAST && magnitude < MOST_WHOLE) || fraction == 0) {
            return null;
        }
        long mantissa = fraction | 1L << MANTISSA_BITS;
        // From 3 to 59, so that no decimal of so few digits is in the middle between two doubles.
        int shift = MANTISSA_BITS - Math.getExponent(magnitude);
        int logarithm = (int) Math.floor(Math.log10(magnitude));
        // Just below a power of ten the logarithm is rounded up to it.
        int firstDigit = Math.pow(10, logarithm) > magnitude ? logarithm - 1 : logarithm;
        for (int digits = DISTINCT_DIGITS; ; digits++) {
            int scale = digits - 1 - firstDigit;
            long power = LongMath.pow(10, scale);
            // The figure is mantissa / 2^shift: times the power it is a whole number and the rest below the shift.
            long high = Math.multiplyHigh(mantissa, power);
            long low = mantissa * power;
            long whole = (high << (Long.SIZE - shift)) | (low >>> shift);
            long rest = low & ((1L << shift) - 1);
            long half = 1L << (shift - 1);
            boolean up = rest > half || (rest == half && (whole & 1) == 1);
            long nearest = up ? whole + 1 : whole;
            // Half the distance to the next double is half the power, on the same scale.
            long distance = up ? (1L << shift) - rest : rest;
            if (2 * distance < power || digits == ENOUGH_DIGITS) {
                return BigDecimal.valueOf(value < 0 ? -nearest : nearest, scale);
            }
        }
    }

    /** Returns the same by decimals of as many digits as there are, perhaps with zeros at its end, for every finite double. */
    static BigDecimal ofDecimals(double value) {
        BigDecimal printed = BigDecimal.valueOf(value).stripTrailingZeros();
        boolean normal = Math.abs(value) >= Double.MIN_NORMAL;
        if (value == 0 || (normal && printed.precision() <= DISTINCT_DIGITS)) {
            return printed;
        }
        BigDecimal exact = new BigDecimal(value);
        int digits = normal ? DISTINCT_DIGITS : 1;
        while (digits < ENOUGH_DIGITS) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == value) {
                return nearest;
            }
            // Below a power of two doubles are denser, so that the second nearest may be within reach and the nearest
            // not.
            BigDecimal second = nearest.compareTo(exact) < 0
                    ? exact.round(new MathContext(digits, RoundingMode.CEILING))
                    : exact.round(new MathContext(digits, RoundingMode.FLOOR));
            if (second.doubleValue() == value) {
                return second;
            }
            digits++;
        }
        return exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        boolean whole = stripped.scale() < 0 && stripped.precision() - stripped.scale() <= LONG_DIGITS;
        return whole ? stripped.setScale(0) : stripped;
    }
}
