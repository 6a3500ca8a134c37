package org.grassrootskpi.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

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

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4};

    /** The least whole number of more than {@link #DISTINCT_DIGITS} digits. */
    private static final double MOST_WHOLE = 1e15;

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
        // Most figures have few decimals. Two whole numbers that doubles hold exactly have a quotient that is rounded
        // once,
        // and of so few digits no other decimal has the same nearest double.
        for (int scale = 0; scale < POWERS.length; scale++) {
            double whole = Math.rint(value * POWERS[scale]);
            if (Math.abs(whole) < MOST_WHOLE && whole / POWERS[scale] == value) {
                return plain(BigDecimal.valueOf((long) whole, scale));
            }
        }
        BigDecimal printed = BigDecimal.valueOf(value).stripTrailingZeros();
        boolean normal = Math.abs(value) >= Double.MIN_NORMAL;
        if (value == 0 || (normal && printed.precision() <= DISTINCT_DIGITS)) {
            return plain(printed);
        }
        BigDecimal exact = new BigDecimal(value);
        int digits = normal ? DISTINCT_DIGITS : 1;
        while (digits < ENOUGH_DIGITS) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == value) {
                return plain(nearest);
            }
            // Below a power of two doubles are denser, so that the second nearest may be within reach and the nearest
            // not.
            BigDecimal second = nearest.compareTo(exact) < 0
                    ? exact.round(new MathContext(digits, RoundingMode.CEILING))
                    : exact.round(new MathContext(digits, RoundingMode.FLOOR));
            if (second.doubleValue() == value) {
                return plain(second);
            }
            digits++;
        }
        return plain(exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        boolean whole = stripped.scale() < 0 && stripped.precision() - stripped.scale() <= LONG_DIGITS;
        return whole ? stripped.setScale(0) : stripped;
    }
}
