package org.grassrootskpi.assess;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounds derived numbers to the digits that are significant: five, one more than most printed figures have. */
final class Digits {
    private static final int MEANT = 5;

    private Digits() {}

    static String rounded(BigDecimal value) {
        return rounded(value, RoundingMode.HALF_EVEN);
    }

    /** Rounds bounds outwards, so that they claim no more than is known. */
    static String outwards(Range<BigDecimal> bounds) {
        String lower = bounds.hasLowerBound()
                ? (bounds.lowerBoundType() == BoundType.OPEN ? "(" : "[")
                        + rounded(bounds.lowerEndpoint(), RoundingMode.FLOOR)
                : "(-∞";
        String upper = bounds.hasUpperBound()
                ? rounded(bounds.upperEndpoint(), RoundingMode.CEILING)
                        + (bounds.upperBoundType() == BoundType.OPEN ? ")" : "]")
                : "+∞)";
        return lower + ".." + upper;
    }

    /** Rounds a number; whole numbers stay as they are. */
    private static String rounded(BigDecimal value, RoundingMode mode) {
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return (whole ? value : value.round(new MathContext(MEANT, mode)))
                .stripTrailingZeros()
                .toPlainString();
    }
}
