package org.grassrootskpi.csv;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitVocabulary;

/**
 * Writes a value of a table as a figure that {@link Quantity#parse(String, UnitVocabulary)} reads back to the same value and precision: as
 * a report would print it ({@code 近300亿元}) if that is enough, else with step and bounds.
 */
final class PrintedFigure {
    private static final ImmutableList<String> SCALES = ImmutableList.of("", "万", "亿");

    private final UnitVocabulary units;

    /**
     * Creates a printer of figures.
     *
     * @param units the units that whoever reads the figures knows
     */
    PrintedFigure(UnitVocabulary units) {
        this.units = units;
    }

    String of(BigDecimal value, Unit base, Precision precision) {
        for (String scale : SCALES) {
            Optional<String> text = unit(scale, base).flatMap(unit -> rounded(value, unit, precision));
            if (text.isPresent() && says(text.get(), value, base, precision)) {
                return text.get();
            }
        }
        String text = withBounds(value, unit("", base).orElse(base), precision);
        if (!says(text, value, base, precision)) {
            throw new IllegalArgumentException(
                    "Expected a unit of the library or one that the catalogue declares, got '" + base
                            + "': the figure '" + text + "' would not be read back");
        }
        return text;
    }

    /** Writes it in a unit of which the printed place is a whole or a decimal part. */
    private static Optional<String> rounded(BigDecimal value, Unit unit, Precision precision) {
        if (precision.resolution().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal step =
                Quantity.of(precision.resolution(), unit.base()).in(unit).stripTrailingZeros();
        BigDecimal number = Quantity.of(value, unit.base()).in(unit);
        if (step.precision() > 1
                || step.scale() < 0
                || number.stripTrailingZeros().scale() > step.scale()) {
            return Optional.empty();
        }
        BigDecimal printed = number.setScale(step.scale(), RoundingMode.UNNECESSARY);
        return Optional.of(
                Quantity.of(printed, unit).withQualifier(precision.qualifier()).toString());
    }

    private static String withBounds(BigDecimal scaled, Unit unit, Precision precision) {
        BigDecimal value = scaled.stripTrailingZeros();
        Range<BigDecimal> bounds = precision.bounds(value);
        boolean lower = bounds.hasLowerBound();
        boolean upper = bounds.hasUpperBound();
        return Quantity.of(value, unit).withQualifier(precision.qualifier())
                + " step " + precision.resolution().toPlainString()
                + (lower && bounds.lowerBoundType() == BoundType.CLOSED ? " [" : " (")
                + (lower ? bounds.lowerEndpoint().toPlainString() : "-∞")
                + ", "
                + (upper ? bounds.upperEndpoint().toPlainString() : "+∞")
                + (upper && bounds.upperBoundType() == BoundType.CLOSED ? "]" : ")");
    }

    /** Returns the unit with a scale in front, as the measure word alone if the vocabulary knows that. */
    private Optional<Unit> unit(String scale, Unit base) {
        String word = base.code().substring(base.code().indexOf(':') + 1);
        return parsed(scale + word, base).or(() -> parsed(scale + base.symbol(), base));
    }

    private Optional<Unit> parsed(String text, Unit base) {
        try {
            return Optional.of(units.parse(text)).filter(unit -> unit.hasSameBase(base));
        } catch (QuantityFormatException e) {
            return Optional.empty();
        }
    }

    private boolean says(String text, BigDecimal value, Unit base, Precision precision) {
        try {
            Quantity read = Quantity.parse(text, units);
            return !PlainDecimal.isPlain(text)
                    && read.unit().hasSameBase(base)
                    && read.value().compareTo(value) == 0
                    && Precision.from(read).equals(precision);
        } catch (QuantityFormatException e) {
            return false;
        }
    }
}
