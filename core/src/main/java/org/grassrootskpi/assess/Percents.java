package org.grassrootskpi.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;

/** Writes parts of a whole as percents. */
final class Percents {
    private static final int DECIMALS = 2;

    private Percents() {}

    static String of(Bounded part) {
        BigDecimal percent = part.value()
                .times(Fraction.HUNDRED)
                .rounded(DECIMALS, RoundingMode.HALF_UP)
                .toDecimal();
        return percent.toPlainString() + "%" + (part.isExact() ? "" : " within " + Digits.outwards(part.bounds()));
    }
}
