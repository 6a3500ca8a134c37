package org.grassrootskpi.examples;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.quantity.Quantity;

/** Writes parts of a whole as percents, and their differences as percentage points. */
final class Percent {
    private static final int DECIMALS = 1;
    private static final int MOST_DECIMALS = 6;

    private Percent() {}

    /** Returns a percent with one decimal and the sign of its qualifier: {@code > 71.4 %}. */
    static String of(Quantity part, Language language) {
        return Figures.sign(part.qualifier()) + number(part.value()) + (language.isChinese() ? "%" : " %");
    }

    /** Returns a share of a count, without a blank at which a line could break: {@code 31.3%}. */
    static String share(int count, int all) {
        return number(BigDecimal.valueOf(count).divide(BigDecimal.valueOf(all), MathContext.DECIMAL64)) + "%";
    }

    /** Returns percentage points with one decimal, without their name. */
    static String points(Quantity gap) {
        return Figures.sign(gap.qualifier()) + number(gap.value());
    }

    /** Rounds to one decimal; what is not zero is never printed as zero, so that it agrees with its judgement. */
    private static String number(BigDecimal part) {
        BigDecimal percent = part.movePointRight(2);
        int decimals = DECIMALS;
        BigDecimal rounded = percent.setScale(decimals, RoundingMode.HALF_UP);
        while (rounded.signum() == 0 && percent.signum() != 0 && decimals < MOST_DECIMALS) {
            decimals++;
            rounded = percent.setScale(decimals, RoundingMode.HALF_UP);
        }
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
