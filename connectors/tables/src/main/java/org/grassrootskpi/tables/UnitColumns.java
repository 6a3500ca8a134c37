package org.grassrootskpi.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;

/**
 * Settles the columns of units and multiples. What one indicator is given in may differ from row to row: units of one base are converted
 * row by row, others make indicators of their own, so that no two of them are ever added.
 */
final class UnitColumns {
    private final Grid grid;
    private final int firstRow;
    private final int lastRow;
    private final List<Column> columns;
    private final ColumnPairs pairs;
    private final OptionalInt year;
    private final IntFunction<Set<String>> distinct;
    private final List<String> questions;
    private final Map<String, Optional<Unit>> known = new HashMap<>();

    UnitColumns(
            Grid grid,
            int firstRow,
            int lastRow,
            List<Column> columns,
            OptionalInt year,
            IntFunction<Set<String>> distinct,
            List<String> questions) {
        this.grid = grid;
        this.firstRow = firstRow;
        this.lastRow = lastRow;
        this.columns = columns;
        this.pairs = new ColumnPairs(grid, firstRow, lastRow);
        this.year = year;
        this.distinct = distinct;
        this.questions = questions;
    }

    /** Finds columns of units and of multiples by what they hold, where none is called so. */
    void recognise() {
        if (all(Role.UNIT).isEmpty()) {
            recognise(Role.UNIT);
        }
        if (all(Role.MULTIPLIER).isEmpty()) {
            recognise(Role.MULTIPLIER);
        }
        if (all(Role.MULTIPLIER).isEmpty()) {
            recogniseOneMultiple();
        }
    }

    /** A column that says Thousands in each row tells no rows apart, but what the values are. */
    private void recogniseOneMultiple() {
        for (int column : all(Role.IGNORED)) {
            Set<String> texts = distinct.apply(column);
            String text = texts.size() == 1 ? texts.iterator().next() : "";
            if (text.matches("\\p{L}{3,}") && Words.power(text).orElse(0) > 0) {
                String name = columns.get(column).name();
                questions.add(
                        "multiplier: '" + name + "' says " + text + " in each row; the values are taken to be so many");
                columns.set(column, Column.of(name, Role.MULTIPLIER));
                return;
            }
        }
    }

    private void recognise(Role role) {
        for (int column : all(Role.DIMENSION)) {
            Set<String> texts = distinct.apply(column);
            boolean fits = role == Role.UNIT
                    ? texts.stream().allMatch(this::isUnit)
                            && texts.stream().anyMatch(text -> text.codePointAt(0) > 'z' || text.length() > 1)
                    : texts.stream()
                                    .allMatch(text -> !text.matches("[-\\d.,]+")
                                            && Words.power(text).isPresent())
                            && texts.stream().anyMatch(text -> Words.power(text).orElse(0) > 0);
            if (fits) {
                columns.set(column, Column.of(columns.get(column).name(), role));
                return;
            }
        }
    }

    private boolean isUnit(String text) {
        return unit(text).isPresent() && !Words.power(text).isPresent();
    }

    private Optional<Unit> unit(String text) {
        return known.computeIfAbsent(text, UnitWords::read);
    }

    /**
     * Settles the column of units.
     *
     * @return the column that says the unit of a row, or -1
     */
    int settle() {
        List<Integer> units = all(Role.UNIT);
        if (units.isEmpty()) {
            return -1;
        }
        int column = units.stream()
                .filter(each -> distinct.apply(each).stream()
                        .allMatch(text -> unit(text).isPresent()))
                .findFirst()
                .orElse(units.get(0));
        for (int other : units) {
            if (other != column) {
                columns.set(other, Column.of(columns.get(other).name(), Role.IGNORED));
            }
        }
        List<Integer> indicators = all(Role.INDICATOR);
        if (pairs.determinesWhereFilled(indicators, column)) {
            return column;
        }
        String name = columns.get(column).name();
        String several =
                String.join(", ", distinct.apply(column).stream().limit(4).toList());
        if (areConvertible(column) && !tellsRowsApart(column)) {
            questions.add("unit: '" + name + "' has several units of one indicator, such as " + several
                    + "; each value is converted exactly");
        } else if (indicators.isEmpty() && hasNamesInHeads()) {
            questions.add("unit: '" + name + "' has several units of one indicator, such as " + several
                    + ", that do not convert; rows in another than the first are refused");
        } else {
            columns.set(column, Column.of(name, Role.INDICATOR));
            questions.add("indicator: '" + name + "' is a part of it, since one indicator has several units, such as "
                    + several);
        }
        return column;
    }

    /** Returns whether the units of each indicator in a column are known and measure one thing, such as 亿元 and 万元. */
    boolean areConvertible(int column) {
        List<Integer> indicators = all(Role.INDICATOR);
        RowKeys keys = pairs.keys(indicators);
        Map<Integer, Unit> first = new HashMap<>();
        for (int row = firstRow; row <= lastRow; row++) {
            String text = grid.cell(row, column);
            if (text.isEmpty()) {
                continue;
            }
            Optional<Unit> unit = unit(text);
            if (unit.isEmpty()) {
                return false;
            }
            Unit before = first.putIfAbsent(keys.of(row), unit.get());
            if (before != null && !before.hasSameBase(unit.get())) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether there are rows that differ in their unit alone, which give one thing in several units. */
    private boolean tellsRowsApart(int column) {
        List<Integer> keys = new ArrayList<>();
        for (Role role : new Role[] {Role.REGION, Role.PERIOD, Role.INDICATOR, Role.DIMENSION}) {
            keys.addAll(all(role));
        }
        RowKeys rows = pairs.keys(keys);
        int seen = 0;
        for (int row = firstRow; row <= lastRow; row++) {
            if (grid.at(row, column) != Cells.EMPTY && rows.of(row) != seen++) {
                return true;
            }
        }
        return false;
    }

    private boolean hasNamesInHeads() {
        return columns.stream()
                .filter(column -> column.role() == Role.VALUE)
                .map(column ->
                        Heads.parts(column.name(), KnownRegions.NONE, year).rest())
                .anyMatch(rest ->
                        !Heads.withoutUnit(rest).isEmpty() && Words.role(rest).isEmpty());
    }

    private List<Integer> all(Role role) {
        List<Integer> all = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == role) {
                all.add(column);
            }
        }
        return all;
    }
}
