package org.grassrootskpi.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.grassrootskpi.text.CanonicalDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rational number: a decimal over a whole number that has no factor 2 or 5. Finite decimals are over one, so that sums and
 * products of them cost no more than those of decimals. Equality is by value. Immutable and thread-safe.
 */
public final class Fraction implements Comparable<Fraction> {
    /** The number 0. */
    public static final Fraction ZERO = of(0);

    /** The number 1. */
    public static final Fraction ONE = of(1);

    /** The number 100. */
    public static final Fraction HUNDRED = of(100);

    private static final int DIGITS = 34;
    private static final int MOST_PLACES = 60;
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private final BigDecimal numerator;
    private final BigInteger denominator;

    private Fraction(BigDecimal numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * {@return a decimal as it is}
     *
     * @param decimal any number of a moderate exponent
     */
    public static Fraction of(BigDecimal decimal) {
        return new Fraction(decimal, BigInteger.ONE);
    }

    /**
     * {@return a whole number}
     *
     * @param whole the number
     */
    public static Fraction of(long whole) {
        return of(BigDecimal.valueOf(whole));
    }

    /**
     * {@return a decimal that is written out}
     *
     * @param decimal such as {@code 0.1}
     */
    public static Fraction of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    private static Fraction reduced(BigDecimal numerator, BigInteger denominator) {
        if (denominator.signum() < 0) {
            return reduced(numerator.negate(), denominator.negate());
        }
        if (denominator.equals(BigInteger.ONE)) {
            return new Fraction(numerator, denominator);
        }
        BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
        for (BigInteger[] parts = rest.divideAndRemainder(FIVE); parts[1].signum() == 0; ) {
            rest = parts[0];
            parts = rest.divideAndRemainder(FIVE);
        }
        BigDecimal above =
                rest.equals(denominator) ? numerator : numerator.divide(new BigDecimal(denominator.divide(rest)));
        BigInteger common = above.unscaledValue().gcd(rest);
        return common.equals(BigInteger.ONE)
                ? new Fraction(above, rest)
                : new Fraction(
                        new BigDecimal(above.unscaledValue().divide(common), above.scale()), rest.divide(common));
    }

    /** {@return whether it has a finite decimal} */
    public boolean isDecimal() {
        return denominator.equals(BigInteger.ONE);
    }

    /** {@return how many decimals it has, apart from what its {@link #divisor} makes of it} */
    public int places() {
        return CanonicalDecimal.of(numerator).scale();
    }

    /** {@return the part of its denominator that has no factor 2 or 5, by which no decimal is divided without a rest} */
    public BigInteger divisor() {
        return denominator;
    }

    /**
     * {@return the number times a power of ten and another number, which is whole}
     *
     * @param places at least its {@link #places}
     * @param multiple a multiple of its {@link #divisor}
     */
    public BigInteger toWhole(int places, BigInteger multiple) {
        BigInteger whole = numerator.setScale(places).unscaledValue();
        return denominator.equals(multiple) ? whole : whole.multiply(multiple.divide(denominator));
    }

    /** {@return the least positive whole number whose product with this number is whole} */
    public BigInteger denominator() {
        BigDecimal decimal = CanonicalDecimal.of(numerator);
        BigInteger tens = BigInteger.TEN.pow(decimal.scale());
        return tens.divide(tens.gcd(decimal.unscaledValue())).multiply(denominator);
    }

    /**
     * {@return the sum}
     *
     * @param other a summand
     */
    public Fraction plus(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return isDecimal()
                    ? of(numerator.add(other.numerator))
                    : reduced(numerator.add(other.numerator), denominator);
        }
        return reduced(
                numerator
                        .multiply(new BigDecimal(other.denominator))
                        .add(other.numerator.multiply(new BigDecimal(denominator))),
                denominator.multiply(other.denominator));
    }

    /**
     * {@return the difference}
     *
     * @param other what is taken away
     */
    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    /** {@return the number with the opposite sign} */
    public Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    /** {@return the number without its sign} */
    public Fraction abs() {
        return signum() < 0 ? negated() : this;
    }

    /**
     * {@return the product}
     *
     * @param factor a factor
     */
    public Fraction times(Fraction factor) {
        BigDecimal product = numerator.multiply(factor.numerator);
        return isDecimal() && factor.isDecimal()
                ? of(product)
                : reduced(product, denominator.multiply(factor.denominator));
    }

    /**
     * {@return the quotient}
     *
     * @param divisor a number other than zero
     * @throws ArithmeticException if the divisor is zero
     */
    public Fraction dividedBy(Fraction divisor) {
        if (divisor.signum() == 0) {
            throw new ArithmeticException("Cannot divide " + this + " by zero");
        }
        BigDecimal by = CanonicalDecimal.of(divisor.numerator);
        return reduced(
                numerator.multiply(new BigDecimal(divisor.denominator)).scaleByPowerOfTen(by.scale()),
                denominator.multiply(by.unscaledValue()));
    }

    /** {@return -1, 0 or 1 as the number is negative, zero or positive} */
    public int signum() {
        return numerator.signum();
    }

    /**
     * {@return the lesser of two numbers}
     *
     * @param other the other number
     */
    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * {@return the greater of two numbers}
     *
     * @param other the other number
     */
    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * {@return the number rounded to so many decimals}
     *
     * @param decimals decimals after the point, 0 or more
     * @param mode how
     */
    public Fraction rounded(int decimals, RoundingMode mode) {
        return of(numerator.divide(new BigDecimal(denominator), decimals, mode));
    }

    /** {@return the nearest decimal of 34 digits, or the number itself where it has a finite decimal of up to 60 places} */
    public BigDecimal toDecimal() {
        return toDecimal(RoundingMode.HALF_EVEN);
    }

    /**
     * {@return the number as a decimal, rounded to 34 digits where it has no finite one of up to 60 places}
     *
     * @param mode how it is rounded
     */
    public BigDecimal toDecimal(RoundingMode mode) {
        if (isDecimal()) {
            BigDecimal exact = CanonicalDecimal.of(numerator);
            if (exact.scale() <= MOST_PLACES) {
                return exact;
            }
        }
        BigDecimal rounded = numerator.divide(new BigDecimal(denominator), new MathContext(DIGITS, mode));
        return CanonicalDecimal.of(rounded.scale() > MOST_PLACES ? rounded.setScale(MOST_PLACES, mode) : rounded);
    }

    /**
     * {@return the number as a decimal of so many digits}
     *
     * @param context the digits, and how it is rounded
     */
    public BigDecimal toDecimal(MathContext context) {
        return numerator.divide(new BigDecimal(denominator), context);
    }

    /** Returns the smallest whole numbers that are to each other as positive numbers are. */
    static List<BigInteger> wholeMultiples(List<Fraction> numbers) {
        BigInteger multiple = BigInteger.ONE;
        int places = 0;
        for (Fraction number : numbers) {
            multiple = multiple.divide(multiple.gcd(number.denominator)).multiply(number.denominator);
            places = Math.max(places, CanonicalDecimal.of(number.numerator).scale());
        }
        BigDecimal factor = new BigDecimal(multiple).scaleByPowerOfTen(places);
        List<BigInteger> whole = numbers.stream()
                .map(number -> number.numerator
                        .multiply(factor)
                        .divide(new BigDecimal(number.denominator))
                        .toBigIntegerExact())
                .toList();
        BigInteger common = whole.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        return whole.stream().map(number -> number.divide(common)).toList();
    }

    /** {@return the nearest double, give or take one unit in the last place} */
    public double doubleValue() {
        return isDecimal() ? numerator.doubleValue() : toDecimal().doubleValue();
    }

    @Override
    public int compareTo(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return numerator.compareTo(other.numerator);
        }
        return numerator
                .multiply(new BigDecimal(other.denominator))
                .compareTo(other.numerator.multiply(new BigDecimal(denominator)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fraction that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(doubleValue());
    }

    @Override
    public String toString() {
        return isDecimal() ? numerator.toPlainString() : numerator.toPlainString() + "/" + denominator;
    }
}
