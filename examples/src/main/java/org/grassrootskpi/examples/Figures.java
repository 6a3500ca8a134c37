package org.grassrootskpi.examples;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;

/** Formats quantities for a person. */
final class Figures {
    private static final int DIGITS = 4;
    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);
    private static final BigDecimal HUNDRED_MILLION = new BigDecimal(100_000_000);
    private static final BigDecimal MILLION = new BigDecimal(1_000_000);
    private static final BigDecimal BILLION = new BigDecimal(1_000_000_000);

    private Figures() {}

    /** Returns the target that a figure implies, if one follows: none does from a completion that may be zero. */
    static Optional<Quantity> impliedTarget(Observation observation) {
        try {
            return observation.impliedTarget();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /**
     * Formats the value in the base unit with its qualifier's sign, for example {@code < 30 billion CNY}, for a reader who
     * cannot read the figure as printed. Empty if it would repeat it: for a plain count or a percentage, and in Chinese for
     * what is printed in 万 or 亿 of the base unit.
     */
    static String converted(Quantity quantity, Labels labels) {
        Unit unit = quantity.unit();
        boolean isPlain = unit.isBase() || unit.isRatio() || unit.isPercentagePoint();
        boolean isChinese = labels.language().isChinese();
        String name = labels.unit(unit.base());
        if (isPlain || (isChinese && isTenThousands(unit) && unit.symbol().endsWith(name))) {
            return "";
        }
        String value =
                sign(quantity.qualifier()) + (isChinese ? inChinese(quantity.value()) : inEnglish(quantity.value()));
        return isChinese || name.isEmpty() ? value + name : value + ' ' + name;
    }

    /** Formats a change as printed; in English with a sign instead of a Chinese word in front: {@code < 300%} for 近300%. */
    static String change(Quantity change, Language language) {
        return language.isChinese() || change.qualifier() == Qualifier.EXACT
                ? change.toString()
                : rounded(change, change.unit());
    }

    private static boolean isTenThousands(Unit unit) {
        return unit.denominator().equals(BigInteger.ONE)
                && (unit.numerator().equals(TEN_THOUSAND.toBigInteger())
                        || unit.numerator().equals(HUNDRED_MILLION.toBigInteger()));
    }

    private static String inChinese(BigDecimal value) {
        BigDecimal size = value.abs();
        if (size.compareTo(HUNDRED_MILLION) >= 0) {
            return grouped(value.divide(HUNDRED_MILLION)) + "亿";
        }
        return size.compareTo(TEN_THOUSAND) >= 0 ? grouped(value.divide(TEN_THOUSAND)) + "万" : grouped(value);
    }

    private static String inEnglish(BigDecimal value) {
        BigDecimal size = value.abs();
        if (size.compareTo(BILLION) >= 0) {
            return grouped(value.divide(BILLION)) + " billion";
        }
        return size.compareTo(MILLION) >= 0 ? grouped(value.divide(MILLION)) + " million" : grouped(value);
    }

    /** Formats a derived quantity in a printed unit, rounded to four digits. */
    static String rounded(Quantity quantity, Unit unit) {
        return sign(quantity.qualifier()) + grouped(rounded(quantity.in(unit), RoundingMode.HALF_EVEN)) + behind(unit);
    }

    /** Formats a figure as it was printed; a computed one, such as a sum of months, in a unit of the reader's. */
    static String shown(Quantity quantity, Unit unit) {
        Unit own = quantity.unit();
        boolean isComputed = own.symbol().equals(own.code()) && !own.isBareNumber();
        return isComputed ? rounded(quantity, unit) : quantity.toString();
    }

    /** Formats the bounds of a derived quantity in a printed unit, rounded outwards to four digits. */
    static String bounds(Quantity quantity, Unit unit) {
        Range<BigDecimal> bounds = quantity.bounds();
        String lower = bounds.hasLowerBound() ? bound(bounds.lowerEndpoint(), unit, RoundingMode.FLOOR) : "-∞";
        String upper = bounds.hasUpperBound() ? bound(bounds.upperEndpoint(), unit, RoundingMode.CEILING) : "+∞";
        return lower + " … " + upper + behind(unit);
    }

    private static String bound(BigDecimal value, Unit unit, RoundingMode mode) {
        return grouped(rounded(Quantity.of(value, unit.base()).in(unit), mode));
    }

    /** Rounds to four digits, except whole numbers, which are printed to the last digit. */
    private static BigDecimal rounded(BigDecimal value, RoundingMode mode) {
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return whole ? value : value.round(new MathContext(DIGITS, mode));
    }

    private static String grouped(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(value);
    }

    /** Puts a blank before Latin letters after a number, and none before Chinese. */
    private static String behind(Unit unit) {
        String symbol = unit.symbol().equals(unit.code()) ? name(unit) : unit.symbol();
        return (symbol.charAt(0) < 0x80 && !symbol.equals("%") ? " " : "") + symbol;
    }

    private static String name(Unit base) {
        return base.code().startsWith("count:") ? base.code().substring("count:".length()) : base.code();
    }

    /** Returns the sign in front of a figure that a word leaves open. */
    static String sign(Qualifier qualifier) {
        return switch (qualifier) {
            case EXACT -> "";
            case BELOW -> "< ";
            case ABOVE -> "> ";
            case ABOUT -> "≈ ";
            case AT_LEAST -> "≥ ";
            case AT_MOST -> "≤ ";
        };
    }
}
