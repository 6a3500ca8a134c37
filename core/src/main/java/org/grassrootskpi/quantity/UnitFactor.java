package org.grassrootskpi.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * How many of another unit one unit is, exactly: {@code 4046.8564224} for an acre in square metres, {@code 2000/3} for 亩.
 *
 * <p>A decimal or a fraction of two decimals above zero, of at most 30 digits before and behind the point. Two factors are equal if their
 * fractions are; {@link #toString()} is the text that was read. Immutable and thread-safe.
 */
public final class UnitFactor {
    private static final String ABOVE_ZERO = "(?=[0-9.]*[1-9])[0-9]{1,30}(\\.[0-9]{1,30})?";

    /** The form of a factor, as a regular expression. */
    public static final String FORM = ABOVE_ZERO + "(/" + ABOVE_ZERO + ")?";

    private static final Pattern SHAPE = Pattern.compile(FORM);

    /** The factor of another name of the same unit: 1. */
    public static final UnitFactor ONE = parse("1");

    private final String text;
    private final BigInteger numerator;
    private final BigInteger denominator;

    private UnitFactor(String text, BigInteger numerator, BigInteger denominator) {
        BigInteger gcd = numerator.gcd(denominator);
        this.text = text;
        this.numerator = numerator.divide(gcd);
        this.denominator = denominator.divide(gcd);
    }

    /**
     * Reads a factor.
     *
     * @param text a decimal such as {@code 4046.8564224}, or a fraction such as {@code 2000/3}
     * @return the factor
     * @throws IllegalArgumentException if the text is neither, or not above zero
     */
    public static UnitFactor parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Expected a factor above zero such as 4046.8564224 or 2000/3, got '" + text + "'");
        }
        int slash = text.indexOf('/');
        BigDecimal above = new BigDecimal(slash < 0 ? text : text.substring(0, slash));
        BigDecimal below = slash < 0 ? BigDecimal.ONE : new BigDecimal(text.substring(slash + 1));
        int places = Math.max(above.scale(), below.scale());
        return new UnitFactor(
                text,
                above.movePointRight(places).toBigIntegerExact(),
                below.movePointRight(places).toBigIntegerExact());
    }

    /**
     * Returns the numerator, in lowest terms.
     *
     * @return 1 or more
     */
    public BigInteger numerator() {
        return numerator;
    }

    /**
     * Returns the denominator, in lowest terms.
     *
     * @return 1 or more; 3 for 2000/3
     */
    public BigInteger denominator() {
        return denominator;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitFactor that
                && numerator.equals(that.numerator)
                && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    /** Returns the text that was read. */
    @Override
    public String toString() {
        return text;
    }
}
