package org.grassrootskpi.publish;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.text.DigitGroups;

/** The value of a cell in the unit and with the decimals of a format. */
final class RoundedFigure {
    static final Unit PERCENT = Unit.parse("%");
    static final Unit PERCENTAGE_POINT = Unit.parse("百分点");

    /** What a code says before a measure word, or before a unit as it was printed. */
    private static final ImmutableList<String> PREFIXES = ImmutableList.of("count:", "raw:");

    private static final int OF_RATIOS = 1;
    private static final int OF_LARGE_UNITS = 2;
    private static final int MOST = 2;

    private RoundedFigure() {}

    /** Returns the number in a unit, rounded; one that the true value is above is rounded down, one that it is below up. */
    static BigDecimal number(Cell cell, Unit unit, int decimals) {
        RoundingMode rounding = switch (cell.qualifier()) {
            case EXACT, ABOUT -> RoundingMode.HALF_UP;
            case BELOW, AT_MOST -> RoundingMode.CEILING;
            case ABOVE, AT_LEAST -> RoundingMode.FLOOR;
        };
        return inUnit(cell, unit).setScale(decimals, rounding);
    }

    private static BigDecimal inUnit(Cell cell, Unit unit) {
        BigDecimal value = cell.get().multiply(new BigDecimal(unit.denominator()));
        BigDecimal numerator = new BigDecimal(unit.numerator());
        try {
            return value.divide(numerator);
        } catch (ArithmeticException repeating) {
            return value.divide(numerator, MathContext.DECIMAL128);
        }
    }

    static int usualDecimals(Cell cell, Unit unit) {
        if (unit.isRatio() || unit.isPercentagePoint()) {
            return OF_RATIOS;
        }
        if (!unit.isBase()) {
            return OF_LARGE_UNITS;
        }
        return Math.max(0, Math.min(MOST, cell.get().stripTrailingZeros().scale()));
    }

    /** Returns the number with its qualifier and groups of thousands. */
    static String text(Cell cell, BigDecimal number, Language language) {
        String qualifier = Words.of("qualifier." + cell.qualifier().name(), language);
        return (qualifier.equals("-") ? "" : qualifier + (!language.isChinese() ? " " : ""))
                + (number.signum() < 0 ? "-" : "")
                + DigitGroups.of(number.abs().toPlainString());
    }

    /** Returns the symbol of a unit as tables print it; empty for bare numbers. */
    static String symbol(Unit unit, Language language) {
        if (unit.isPercentagePoint()) {
            return language.isChinese() ? "个百分点" : "pp";
        }
        if (unit.isBareNumber() || unit.isRank()) {
            return unit.isBase() ? "" : unit.symbol();
        }
        String symbol = unit.symbol();
        if (symbol.equals(unit.code())) {
            Optional<String> word = Words.find("unit." + symbol, language);
            if (word.isPresent()) {
                return word.get();
            }
        }
        return PREFIXES.stream()
                .filter(symbol::startsWith)
                .findFirst()
                .map(prefix -> symbol.substring(prefix.length()))
                .orElse(symbol);
    }
}
