package org.grassrootskpi.quantity;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.grassrootskpi.text.CanonicalDecimal;

/** Both ends of a figure whose last named place is the first that is not known: 六千余, 三十多, 3万多亿, 数百. */
final class RoundFigures {
    private RoundFigures() {}

    /** Returns the last place that is named: 1000 of 六千, 100 of 1300, 10 of 三十, 0.1 of 52.4. */
    static BigDecimal place(BigDecimal number, BigDecimal step) {
        if (step.compareTo(BigDecimal.ONE) < 0 || number.signum() == 0) {
            return step;
        }
        return BigDecimal.ONE.movePointLeft(number.stripTrailingZeros().scale());
    }

    /**
     * Returns the range from the number to the largest number that the omitted digits allow. Several hundreds (数百,
     * ABOUT) can be the number itself, 六千余 (ABOVE) is more than it.
     */
    static Range<BigDecimal> bounds(
            BigDecimal number, BigDecimal spread, Qualifier qualifier, Unit unit, boolean negative) {
        BigDecimal low = toBase(number, unit, RoundingMode.FLOOR);
        BigDecimal high = toBase(number.add(spread), unit, RoundingMode.CEILING);
        BoundType type = qualifier == Qualifier.ABOUT ? BoundType.CLOSED : BoundType.OPEN;
        return negative
                ? Range.range(high.negate(), BoundType.OPEN, low.negate(), type)
                : Range.range(low, type, high, BoundType.OPEN);
    }

    private static BigDecimal toBase(BigDecimal number, Unit unit, RoundingMode rounding) {
        BigDecimal base = unit.toBase(number);
        MathContext digits = new MathContext(Decimals.ROUNDED_DIGITS, rounding);
        BigDecimal outwards = number.multiply(new BigDecimal(unit.numerator()));
        BigDecimal exact = new BigDecimal(unit.denominator());
        return base.multiply(exact).compareTo(outwards) == 0
                ? base
                : CanonicalDecimal.of(outwards.divide(exact, digits));
    }
}
