package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.grassrootskpi.exact.Fraction;
import org.jspecify.annotations.Nullable;

/** Fractions as whole numbers over a denominator that they have in common. */
final class WholeNumbers {
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private WholeNumbers() {}

    /** Returns the least denominator that all fractions have in common. */
    static BigInteger commonDenominator(List<Fraction> fractions) {
        BigInteger common = BigInteger.ONE;
        for (Fraction fraction : fractions) {
            BigInteger own = fraction.denominator();
            common = common.divide(common.gcd(own)).multiply(own);
        }
        return common;
    }

    /** Returns the part of a number that has no factor 2 or 5. */
    static BigInteger withoutTens(BigInteger number) {
        BigInteger rest = number.shiftRight(number.getLowestSetBit());
        for (BigInteger[] parts = rest.divideAndRemainder(FIVE); parts[1].signum() == 0; ) {
            rest = parts[0];
            parts = rest.divideAndRemainder(FIVE);
        }
        return rest;
    }

    /** Returns the least power of ten that is a multiple of a number without other factors than 2 and 5. */
    static int places(BigInteger number) {
        int places = 0;
        for (BigInteger power = BigInteger.ONE;
                power.mod(number).signum() != 0;
                power = power.multiply(BigInteger.TEN)) {
            places++;
        }
        return places;
    }

    /** Returns a fraction times a multiple of its denominator. */
    static BigInteger times(Fraction fraction, BigInteger common) {
        return fraction.times(Fraction.of(new BigDecimal(common))).toDecimal().toBigIntegerExact();
    }

    /** Returns the same as a long, or null where it does not fit. */
    static @Nullable Long toLong(Fraction fraction, BigInteger common) {
        BigInteger whole = times(fraction, common);
        return whole.bitLength() < 62 ? whole.longValueExact() : null;
    }
}
