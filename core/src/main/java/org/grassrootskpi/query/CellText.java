package org.grassrootskpi.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * A cell in the parts that a table prints: {@code <300 km (3/4, provisional)} is the figure {@code <300}, the unit
 * {@code km} and the note {@code (3/4, provisional)}.
 *
 * @param figure the number with the sign of its qualifier, or the reason why there is none
 * @param unit the unit, empty where there is no value or it is a bare number
 * @param note what a reader must not overlook, in parentheses; empty where there is nothing
 */
record CellText(String figure, String unit, String note) {
    /** The name of a group of what no region of the level contains. */
    static final String ELSEWHERE = "(elsewhere)";

    private static final String COUNTED = "count:";
    private static final String RAW = "raw:";

    /**
     * Writes a cell for people.
     *
     * @param period the period of its row, which a stock need not repeat; null where the row has none
     */
    static CellText of(Cell cell, @Nullable TimePeriod period) {
        if (!cell.hasValue()) {
            return new CellText(reason(cell), "", note(cell, period));
        }
        return new CellText(
                sign(cell) + NumberText.of(cell, shift(cell.unit())), unit(cell.unit()), note(cell, period));
    }

    /** Returns the bounds of a vague value in the unit in which it is printed. */
    static Optional<String> bounds(Cell cell) {
        return cell.hasValue() ? NumberText.bounds(cell, shift(cell.unit())) : Optional.empty();
    }

    /** Returns the figure with its unit. */
    String figureWithUnit() {
        return unit.isEmpty() ? figure : figure + ' ' + unit;
    }

    @Override
    public String toString() {
        return note.isEmpty() ? figureWithUnit() : figureWithUnit() + ' ' + note;
    }

    /** Returns the value with all its digits, or the reason why there is none. */
    static String exact(Cell cell) {
        return cell.value().map(value -> sign(cell) + value.toPlainString()).orElseGet(() -> reason(cell));
    }

    /** Returns a region by code and name, once where they are the same; anything else by its text. */
    static String ofKey(@Nullable Object element) {
        if (element instanceof Region region) {
            String name = region.name().first();
            return name.equals(region.code()) ? name : region.code() + ' ' + name;
        }
        return element == null ? ELSEWHERE : element.toString();
    }

    private static String reason(Cell cell) {
        return cell.refusal()
                .map(refusal -> "refused: " + refusal.reason())
                .or(() -> cell.absence().map(Absence::toString))
                .orElse("");
    }

    private static String note(Cell cell, @Nullable TimePeriod period) {
        List<String> remarks = new ArrayList<>();
        if (cell.present() < cell.expectedAtLeast() && cell.refusal().isEmpty()) {
            remarks.add(cell.present() + "/" + cell.expectedAtLeast()
                    + (cell.expected().isPresent() ? "" : "+"));
        }
        if (cell.status() != ObservationStatus.NORMAL) {
            remarks.add(words(cell.status()));
        }
        cell.asOf()
                .filter(asOf -> period == null || !asOf.lastDay().equals(period.lastDay()))
                .ifPresent(asOf -> remarks.add("as of " + asOf));
        cell.remarks()
                .forEach(remark ->
                        remarks.add(remark == Remark.UNPAIRED ? cell.unpaired() + " " + remark : remark.toString()));
        return remarks.isEmpty() ? "" : '(' + String.join(", ", remarks) + ')';
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static int shift(Unit unit) {
        return switch (unit.code()) {
            case "ratio", "percentage-point" -> 2;
            default -> 0;
        };
    }

    private static String unit(Unit unit) {
        String code = unit.code();
        return switch (code) {
            case "ratio" -> "%";
            case "percentage-point" -> "pp";
            case "count", "rank" -> "";
            default ->
                code.startsWith(COUNTED)
                        ? code.substring(COUNTED.length())
                        : code.startsWith(RAW) ? code.substring(RAW.length()) : code;
        };
    }

    /**
     * Returns the unit of an exported value. A difference of ratios is exported as such, because 0.05 next to the words
     * "percentage point" would be read as a twentieth of a point, where it is five.
     */
    static String exportedUnit(Unit unit) {
        return unit.isPercentagePoint() ? "ratio-difference" : unit.code();
    }

    private static String sign(Cell cell) {
        return switch (cell.qualifier()) {
            case EXACT -> "";
            case BELOW -> "<";
            case ABOVE -> ">";
            case ABOUT -> "~";
            case AT_LEAST -> "≥";
            case AT_MOST -> "≤";
        };
    }
}
