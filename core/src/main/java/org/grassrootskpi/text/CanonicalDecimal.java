package org.grassrootskpi.text;

import java.math.BigDecimal;

/** Normalizes decimals so that equal numbers are equal objects: no trailing zeros, no negative scale. */
public final class CanonicalDecimal {
    private CanonicalDecimal() {}

    /**
     * Returns a number in its canonical form.
     *
     * @param number any number of a moderate exponent: all digits of {@code 1E+1000000} would be written out
     * @return the same number; for zero {@link BigDecimal#ZERO}
     */
    public static BigDecimal of(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.scale() > 0 ? number.stripTrailingZeros() : number;
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
