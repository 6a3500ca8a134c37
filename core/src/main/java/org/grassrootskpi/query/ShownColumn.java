package org.grassrootskpi.query;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * A column of a result as text and Markdown print it: the unit is in the head where all values have the same one,
 * else next to each of them.
 */
record ShownColumn(String head, boolean isNumber, ImmutableList<String> figures, ImmutableList<String> notes) {

    /** Returns the first rows of all columns of a table. */
    static List<ShownColumn> of(ResultTable table, int rows, boolean withBounds) {
        List<ShownColumn> columns = new ArrayList<>();
        for (ResultColumn<?> column : table.columns()) {
            columns.add(column.type() == Cell.class ? cells(table, column, rows, withBounds) : keys(column, rows));
        }
        return columns;
    }

    private static ShownColumn keys(ResultColumn<?> column, int rows) {
        ImmutableList.Builder<String> figures = ImmutableList.builderWithExpectedSize(rows);
        for (int row = 0; row < rows; row++) {
            figures.add(CellText.ofKey(column.get(row)));
        }
        return new ShownColumn(column.name(), false, figures.build(), ImmutableList.of());
    }

    private static ShownColumn cells(ResultTable table, ResultColumn<?> column, int rows, boolean withBounds) {
        List<CellText> cells = new ArrayList<>(rows);
        ImmutableList.Builder<String> notes = ImmutableList.builderWithExpectedSize(rows);
        @Nullable String unit = null;
        boolean isOneUnit = true;
        for (int row = 0; row < rows; row++) {
            if (!(column.get(row) instanceof Cell cell)) {
                throw new IllegalStateException("Column '" + column.name() + "' lacks the cell of row " + row);
            }
            @Nullable TimePeriod period = table.row(row).period().orElse(null);
            CellText text = CellText.of(cell, period);
            cells.add(text);
            String bounds = withBounds ? CellText.bounds(cell).orElse("") : "";
            notes.add(bounds.isEmpty() || text.note().isEmpty() ? bounds + text.note() : bounds + ' ' + text.note());
            if (cell.hasValue()) {
                isOneUnit &= unit == null || unit.equals(text.unit());
                unit = text.unit();
            }
        }
        String head = isOneUnit && unit != null && !unit.isEmpty() ? column.name() + " (" + unit + ')' : column.name();
        ImmutableList.Builder<String> figures = ImmutableList.builderWithExpectedSize(rows);
        for (CellText cell : cells) {
            figures.add(isOneUnit ? cell.figure() : cell.figureWithUnit());
        }
        return new ShownColumn(head, true, figures.build(), notes.build());
    }
}
