package org.grassrootskpi.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.RowAppender;
import org.grassrootskpi.table.TableSchema;

/** Adds what cells say to a row of a table that is being built, as the decimals and the unit of its indicator want it. Not thread-safe. */
final class ValueAppender {
    private static final int MOST_DIGITS = 18;
    private static final long[] POWERS = powers();
    private static final Unit PERCENT = Unit.parse("%");

    private final RowAppender rows;
    private final TableSchema schema;
    private final List<Indicator> indicators;
    private final boolean hasComma;
    private final int[] decimals;
    /** For each indicator whether its values are decimals in its base unit, as the table prints them. */
    private final boolean[] isPlain;

    /**
     * Adds to rows.
     *
     * @param rows the rows
     * @param schema the schema of their table
     * @param indicators the indicators of their catalogue
     * @param usual for each indicator the unit in which it is printed
     * @param hasComma whether the decimal sign is a comma
     */
    ValueAppender(
            RowAppender rows, TableSchema schema, List<Indicator> indicators, List<Unit> usual, boolean hasComma) {
        this.rows = rows;
        this.schema = schema;
        this.indicators = indicators;
        this.hasComma = hasComma;
        decimals = indicators.stream().mapToInt(Indicator::decimals).toArray();
        isPlain = new boolean[decimals.length];
        for (int i = 0; i < isPlain.length; i++) {
            isPlain[i] = usual.get(i).isBase() && !isFloatingPoint(i);
        }
    }

    private boolean isFloatingPoint(int indicator) {
        return schema.floatingPoint().contains(indicators.get(indicator).id());
    }

    /** Returns whether the digits of a cell in its indicator's usual unit are those of the table, with zeros behind them at most. */
    boolean isPlain(long cell, int indicator) {
        if (!isPlain[indicator] || !PlainNumber.is(cell, hasComma) || PlainNumber.scale(cell) > decimals[indicator]) {
            return false;
        }
        long digits = PlainNumber.unscaled(cell);
        return Math.multiplyHigh(digits, zeros(cell, indicator))
                == (digits * zeros(cell, indicator)) >> (Long.SIZE - 1);
    }

    /** Returns the digits of a cell that {@link #isPlain}, as the table has them. */
    long unscaled(long cell, int indicator) {
        return PlainNumber.unscaled(cell) * zeros(cell, indicator);
    }

    private long zeros(long cell, int indicator) {
        return POWERS[decimals[indicator] - PlainNumber.scale(cell)];
    }

    /**
     * Adds a figure.
     *
     * @return what comes out in its place, if the double in which it is kept is not that of its digits
     * @throws ArithmeticException if the indicator has too few decimals for it
     * @throws IllegalArgumentException if it does not fit the indicator otherwise
     */
    Optional<ChangedFigure> add(
            Figure figure, ObservationStatus status, int indicator, int power, String qualifier, Unit unit) {
        rows.status(status);
        if (!figure.hasValue() || !status.hasValue()) {
            rows.status(status.hasValue() ? ObservationStatus.MISSING : status).addMissing();
            return Optional.empty();
        }
        if (figure.figure() != null) {
            return add(figure.figure(), indicator);
        }
        BigDecimal number = Objects.requireNonNull(figure.number()).scaleByPowerOfTen(power);
        // Of points a percent sign says the same as their unit.
        Unit of = figure.isPercent() && !unit.isPercentagePoint() ? PERCENT : unit;
        if (!qualifier.isEmpty()) {
            return add(Figure.qualified(qualifier, number, of), indicator);
        }
        if (of.isBase()
                && !isFloatingPoint(indicator)
                && of.hasSameBase(indicators.get(indicator).unit())
                && number.scale() <= decimals[indicator]
                && number.scale() >= 0
                && number.precision() <= MOST_DIGITS - decimals[indicator]) {
            // Zeros at the end that one row prints and another does not say nothing of how a table was rounded.
            rows.addUnscaled(number.unscaledValue().longValueExact() * POWERS[decimals[indicator] - number.scale()]);
            return Optional.empty();
        }
        return add(Quantity.of(number, of), indicator);
    }

    private Optional<ChangedFigure> add(Quantity figure, int indicator) {
        rows.addFigure(figure);
        return isFloatingPoint(indicator) ? ChangedFigure.of(figure) : Optional.empty();
    }

    private static long[] powers() {
        long[] powers = new long[MOST_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
