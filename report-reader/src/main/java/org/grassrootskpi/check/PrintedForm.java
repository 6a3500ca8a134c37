package org.grassrootskpi.check;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;

/** Prints a value as a figure of a text is printed: in its scale, with its decimals and its measure word. */
final class PrintedForm {
    private static final Pattern NUMBER = Pattern.compile("^[-+]?[0-9０-９.,，．]+|^[零〇一二两三四五六七八九十百千万亿]+");

    private PrintedForm() {}

    /** The value to the last place of the figure. */
    static String same(Printed figure, BigDecimal value) {
        return print(figure, value, decimals(figure));
    }

    /** Returns whether the figure can be one of some values: of a count printed to the one, whether a whole number is among them. */
    static boolean isPossible(Printed figure, Range<BigDecimal> values) {
        return !isCounted(figure)
                || !values.hasLowerBound()
                || !values.hasUpperBound()
                || leastWhole(values).compareTo(mostWhole(values)) <= 0;
    }

    /** The least of some values to the last place of the figure; a count printed to the one is the least whole number of them. */
    static String least(Printed figure, Range<BigDecimal> values) {
        return same(figure, isCounted(figure) ? leastWhole(values) : values.lowerEndpoint());
    }

    /** The greatest of some values; see {@link #least}. */
    static String most(Printed figure, Range<BigDecimal> values) {
        return same(figure, isCounted(figure) ? mostWhole(values) : values.upperEndpoint());
    }

    private static BigDecimal leastWhole(Range<BigDecimal> values) {
        BigDecimal whole = values.lowerEndpoint().setScale(0, RoundingMode.CEILING);
        boolean excluded = values.lowerBoundType() == BoundType.OPEN && whole.compareTo(values.lowerEndpoint()) == 0;
        return excluded ? whole.add(BigDecimal.ONE) : whole;
    }

    private static BigDecimal mostWhole(Range<BigDecimal> values) {
        BigDecimal whole = values.upperEndpoint().setScale(0, RoundingMode.FLOOR);
        boolean excluded = values.upperBoundType() == BoundType.OPEN && whole.compareTo(values.upperEndpoint()) == 0;
        return excluded ? whole.subtract(BigDecimal.ONE) : whole;
    }

    private static boolean isCounted(Printed figure) {
        return figure.quantity().unit().isCounting() && figure.quantity().unit().isBase() && decimals(figure) == 0;
    }

    /** The value with one place more than the figure has. */
    static String more(Printed figure, BigDecimal value) {
        return print(figure, value, decimals(figure) + (isWhole(figure, value) ? 0 : 1));
    }

    private static boolean isWhole(Printed figure, BigDecimal value) {
        return number(figure.quantity().unit(), value).stripTrailingZeros().scale() <= decimals(figure);
    }

    private static String print(Printed figure, BigDecimal value, int decimals) {
        return number(figure.quantity().unit(), value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                + unit(figure);
    }

    private static BigDecimal number(Unit unit, BigDecimal value) {
        return value.multiply(new BigDecimal(unit.denominator()))
                .divide(new BigDecimal(unit.numerator()), MathContext.DECIMAL128);
    }

    /** The decimals behind the point of the figure in its own scale. */
    static int decimals(Printed figure) {
        Quantity quantity = figure.quantity();
        BigDecimal step = number(quantity.unit(), quantity.resolution());
        return Math.max(0, step.signum() == 0 ? 1 : step.stripTrailingZeros().scale());
    }

    /** The scale and the measure word: 亿元 of 32.6亿元, 所 of 两所. */
    static String unit(Printed figure) {
        String symbol = figure.quantity().unit().symbol();
        if (!symbol.isEmpty()) {
            return symbol;
        }
        Matcher number = NUMBER.matcher(figure.mention().surface());
        return number.find() ? figure.mention().surface().substring(number.end()) : "";
    }

    /** The digits of the figure with its point, without separators of thousands; empty where it is printed in numerals. */
    static String digits(Printed figure) {
        Matcher number = NUMBER.matcher(figure.mention().surface());
        return number.find() && Character.isDigit(number.group().charAt(0))
                ? number.group().replaceAll("[,，]", "")
                : "";
    }
}
