package org.grassrootskpi.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The units in which values are printed: the one that the head of a column says, else the one in a row's column of units, else that of
 * the indicator. Values in another unit of the same base are converted; in one of another base they are problems. Not thread-safe.
 */
final class RowUnits {
    private final Grid grid;
    private final TableMapping mapping;
    private final UnitVocabulary vocabulary;
    private final int column;
    private final List<Unit> ofIndicators;
    private final TablePeriods.Problems problems;
    private final Map<String, Optional<Unit>> known = new HashMap<>();
    private final @Nullable Unit[] ofHeads;
    private final Seen[] seen;

    /** What the column of units says of an indicator. */
    private static final class Seen {
        @Nullable String first;

        boolean isMixed;
        int firstEmptyRow = -1;
    }

    RowUnits(
            Grid grid,
            TableMapping mapping,
            UnitVocabulary vocabulary,
            int column,
            List<Unit> ofIndicators,
            TablePeriods.Problems problems) {
        this.grid = grid;
        this.mapping = mapping;
        this.vocabulary = vocabulary;
        this.column = column;
        this.ofIndicators = ofIndicators;
        this.problems = problems;
        ofHeads = new Unit[mapping.columns().size()];
        for (int i = 0; i < ofHeads.length; i++) {
            String unit = mapping.columns().get(i).unit();
            ofHeads[i] = unit == null ? null : vocabulary.parse(unit);
        }
        seen = new Seen[ofIndicators.size()];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = new Seen();
        }
    }

    /** Returns the unit of a value, the very object of the indicator where it is that; null if it is a problem. */
    @Nullable Unit of(int row, int value, int indicator) {
        Unit usual = ofIndicators.get(indicator);
        Unit ofHead = ofHeads[value];
        if (ofHead != null) {
            return checked(
                    ofHead, usual, row, value, mapping.columns().get(value).name());
        }
        return column < 0 ? usual : ofRow(row, usual, seen[indicator]);
    }

    /** Returns whether a unit that this returned is the one in which the indicator is printed. */
    @SuppressWarnings("ReferenceEquality") // the very object
    boolean isUsual(Unit unit, int indicator) {
        return unit == ofIndicators.get(indicator);
    }

    private @Nullable Unit ofRow(int row, Unit usual, Seen before) {
        String cell = grid.cell(row, column);
        if (cell.isEmpty()) {
            before.firstEmptyRow = before.firstEmptyRow < 0 ? row : before.firstEmptyRow;
            return before.isMixed ? refuseEmpty(row, usual) : usual;
        }
        Optional<Unit> read = known.computeIfAbsent(cell, this::read);
        if (before.first == null) {
            before.first = cell;
        }
        if (read.isEmpty()) {
            // What is not known is plain numbers, as long as it is one thing.
            if (!before.first.equals(cell) || before.isMixed) {
                problem(
                        row,
                        column,
                        "Expected the unit '" + before.first + "' as in the rows before, got '" + cell + "'");
                return null;
            }
            return usual;
        }
        if (!read.get().equals(usual)) {
            if (!before.isMixed && before.firstEmptyRow >= 0) {
                refuseEmpty(before.firstEmptyRow, usual);
            }
            before.isMixed = true;
        }
        return checked(read.get(), usual, row, column, cell);
    }

    private Optional<Unit> read(String text) {
        try {
            return Optional.of(vocabulary.parse(mapping.units().getOrDefault(text, text)));
        } catch (QuantityFormatException e) {
            return UnitWords.read(text);
        }
    }

    private @Nullable Unit checked(Unit unit, Unit usual, int row, int at, String said) {
        if (unit.equals(usual)) {
            return usual;
        }
        if (!unit.hasSameBase(usual)) {
            problem(
                    row,
                    at,
                    "Expected a unit that converts to '" + usual + "', got '" + said
                            + "'; make the column that says it a part of the indicator (INDICATOR), or IGNORED if it is wrong");
            return null;
        }
        return unit;
    }

    private @Nullable Unit refuseEmpty(int row, Unit usual) {
        problem(
                row,
                column,
                "Expected a unit, since other rows of the indicator are not in '" + usual + "', got nothing");
        return null;
    }

    private void problem(int row, int at, String message) {
        problems.add(row, at, message);
    }
}
