package org.grassrootskpi.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.grassrootskpi.text.CanonicalDecimal;
import org.jspecify.annotations.Nullable;

/** Decimal arithmetic in the one form that makes equal numbers equal objects: no trailing zeros, no negative scale. */
final class Decimals {
    /** Digits kept where a result has no finite decimal (1/3): those of IEEE 754 decimal128. */
    static final int ROUNDED_DIGITS = 34;

    /** Digits before, and digits after, the decimal point that a value in base units may have. */
    static final int MAX_PLACES = 60;

    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private Decimals() {}

    /** Returns whether the number can be held: refuses 1E+1000000 before anything expands it. */
    static boolean fits(BigDecimal number) {
        long before = (long) number.precision() - number.scale();
        return before <= MAX_PLACES && canonicalScale(number) <= MAX_PLACES;
    }

    private static long canonicalScale(BigDecimal number) {
        return number.scale() <= MAX_PLACES || number.precision() > 10 * MAX_PLACES
                ? number.scale()
                : number.stripTrailingZeros().scale();
    }

    static BigDecimal checked(BigDecimal number) {
        if (!fits(number)) {
            throw new ArithmeticException("The result needs more than " + MAX_PLACES
                    + " digits before or after the decimal point; round the operands first");
        }
        return CanonicalDecimal.of(number);
    }

    /** Returns the exact quotient where it is a finite decimal, else rounded to {@value #ROUNDED_DIGITS} digits. */
    static BigDecimal divide(BigDecimal dividend, BigDecimal divisor, RoundingMode rounding) {
        BigDecimal exact = exactQuotient(dividend, divisor);
        if (exact != null) {
            return exact;
        }
        BigDecimal rounded = dividend.divide(divisor, new MathContext(ROUNDED_DIGITS, rounding));
        return CanonicalDecimal.of(rounded.scale() > MAX_PLACES ? rounded.setScale(MAX_PLACES, rounding) : rounded);
    }

    /** Returns the quotient where it is a finite decimal, else null. */
    static @Nullable BigDecimal exactQuotient(BigDecimal dividend, BigDecimal divisor) {
        return isFinite(dividend, divisor) ? CanonicalDecimal.of(dividend.divide(divisor)) : null;
    }

    private static boolean isFinite(BigDecimal dividend, BigDecimal divisor) {
        BigInteger rest = divisor.unscaledValue().abs();
        rest = rest.shiftRight(rest.getLowestSetBit());
        for (BigInteger[] parts = rest.divideAndRemainder(FIVE); parts[1].signum() == 0; ) {
            rest = parts[0];
            parts = rest.divideAndRemainder(FIVE);
        }
        return rest.equals(BigInteger.ONE) || dividend.unscaledValue().mod(rest).signum() == 0;
    }
}
