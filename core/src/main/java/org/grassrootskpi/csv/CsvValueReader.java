package org.grassrootskpi.csv;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.grassrootskpi.csv.CsvProblem.Reason;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.grassrootskpi.table.RowAppender;
import org.grassrootskpi.table.TableSchema;

/** Reads the value of a record: a plain decimal in place, everything else as a text. */
final class CsvValueReader {
    private static final int SHOWN = 60;
    private static final int LONGEST_SCALED = 19;

    private final int field;
    private final CsvRecords records;
    private final CsvProblems problems;
    private final ImmutableList<Indicator> indicators;
    private final UnitVocabulary units;
    private final int[] decimals;
    private final boolean[] floatingPoint;
    private final RowAppender rows;

    CsvValueReader(
            CsvColumns columns,
            CsvRecords records,
            CsvProblems problems,
            Catalog catalog,
            TableSchema schema,
            RowAppender rows) {
        this.field = columns.value;
        this.records = records;
        this.problems = problems;
        indicators = catalog.indicators();
        units = catalog.unitVocabulary();
        this.rows = rows;
        decimals = new int[indicators.size()];
        floatingPoint = new boolean[indicators.size()];
        for (int i = 0; i < decimals.length; i++) {
            decimals[i] = indicators.get(i).decimals();
            floatingPoint[i] = schema.floatingPoint().contains(indicators.get(i).id());
        }
    }

    /** Adds the started row with the value of the current record, or reports what is wrong with the value. */
    boolean read(int indicator, ObservationStatus status) {
        return read(indicator, status, true);
    }

    /** Reports what is wrong with the value of a record that is refused for another reason. */
    void check(int indicator, ObservationStatus status) {
        read(indicator, status, false);
    }

    private boolean read(int indicator, ObservationStatus status, boolean adds) {
        int from = records.start(field);
        int to = records.end(field);
        if ((from < to) != status.hasValue()) {
            return refuseAbsence(status);
        }
        if (from == to) {
            if (adds) {
                rows.addMissing();
            }
            return true;
        }
        if (floatingPoint[indicator]) {
            double number = PlainDecimal.nearest(records.bytes(), from, to);
            return Double.isNaN(number) ? readText(indicator, adds) : add(number, adds);
        }
        long scaled = PlainDecimal.scaled(records.bytes(), from, to, decimals[indicator]);
        return scaled == PlainDecimal.UNCLEAR ? readText(indicator, adds) : add(scaled, adds);
    }

    private boolean add(long scaled, boolean adds) {
        if (adds) {
            rows.addUnscaled(scaled);
        }
        return true;
    }

    private boolean add(double number, boolean adds) {
        if (adds) {
            rows.addDouble(number);
        }
        return true;
    }

    private boolean refuseAbsence(ObservationStatus status) {
        return status.hasValue()
                ? refuse(
                        Reason.NO_VALUE,
                        "Expected a value, got none; where there is none, the status says why: MISSING, NOT_COLLECTED,"
                                + " SUPPRESSED or CANNOT_EXIST (O, L, Q or M)")
                : refuse(
                        Reason.CONTRADICTION,
                        "Expected no value with the status " + status
                                + ", got one; clear the value, or choose a status that has one");
    }

    private boolean readText(int indicator, boolean adds) {
        Optional<String> read = CsvText.of(records, field, problems);
        if (read.isEmpty()) {
            return false;
        }
        String text = read.get();
        if (floatingPoint[indicator] && PlainDecimal.isPlainWithExponent(text)) {
            double number = Double.parseDouble(text);
            boolean isHeld = Double.isFinite(number) && (number != 0 || isZero(text));
            return !isHeld
                    ? refuse(Reason.OUT_OF_RANGE, "Expected a number that a double can hold, got '" + shown(text) + "'")
                    : add(number, adds);
        }
        if (PlainDecimal.isPlain(text)) {
            Indicator of = indicators.get(indicator);
            BigDecimal number = new BigDecimal(text);
            return fits(number, of, text)
                    && add(
                            number.setScale(of.decimals(), RoundingMode.UNNECESSARY)
                                    .unscaledValue()
                                    .longValueExact(),
                            adds);
        }
        if (PlainDecimal.isBareNumber(text)) {
            return refuse(
                    Reason.BAD_VALUE,
                    "Expected a plain decimal such as 1234.5, without thousands separators and blanks, got '"
                            + shown(text) + "'");
        }
        return readFigure(text, indicator, adds);
    }

    private boolean readFigure(String text, int indicator, boolean adds) {
        Indicator of = indicators.get(indicator);
        Quantity figure;
        try {
            figure = Quantity.parse(text, units);
        } catch (QuantityFormatException e) {
            return refuse(
                    Reason.BAD_VALUE,
                    "Expected a plain decimal such as 1234.5, or a figure with its unit such as 近300亿元: "
                            + e.getMessage());
        }
        if (!figure.unit().hasSameBase(of.unit())) {
            return refuse(
                    Reason.UNIT_MISMATCH,
                    "'" + shown(text) + "' is in " + figure.unit().code() + ", but indicator '" + of.id() + "' is in "
                            + of.unit().code()
                            + (figure.unit().isBareNumber() ? "; write the unit behind the figure" : ""));
        }
        if (floatingPoint[indicator] && figure.qualifier() != Qualifier.EXACT) {
            return refuse(
                    Reason.BAD_VALUE,
                    "Expected an exact figure for a column of doubles, got '" + shown(text) + "'; take '" + of.id()
                            + "' out of TableSchema.floatingPoint()");
        }
        if (!floatingPoint[indicator] && !fits(figure.value(), of, text)) {
            return false;
        }
        if (adds) {
            rows.addFigure(figure);
        }
        return true;
    }

    /** Returns whether the number can be stored at the indicator's decimals; adds a problem if not. */
    private boolean fits(BigDecimal number, Indicator of, String text) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() > of.decimals()) {
            return refuse(
                    Reason.TOO_MANY_DECIMALS,
                    "Expected at most " + of.decimals() + " decimals in "
                            + of.unit().code() + " for indicator '" + of.id() + "', got '" + shown(text)
                            + "'; round it where it is made, declare more, or declare the indicator in"
                            + " TableSchema.floatingPoint()");
        }
        // The digits are counted first, because setting the scale of a huge number costs time and memory.
        if ((long) stripped.precision() - stripped.scale() + of.decimals() > LONGEST_SCALED
                || stripped.setScale(of.decimals(), RoundingMode.UNNECESSARY)
                                .unscaledValue()
                                .bitLength()
                        >= Long.SIZE) {
            return refuse(
                    Reason.OUT_OF_RANGE,
                    "Expected a number below 2^63 at the " + of.decimals() + " decimals of indicator '" + of.id()
                            + "', got '" + shown(text) + "'; declare fewer decimals or a larger unit");
        }
        return true;
    }

    private boolean refuse(Reason reason, String message) {
        int[] place = records.place(field);
        problems.add(reason, place[0], place[1], () -> message);
        return false;
    }

    private static boolean isZero(String number) {
        String digits = number.split("[eE]", 2)[0];
        return digits.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
