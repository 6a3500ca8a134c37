package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much of a column can be values or periods.
 *
 * @param filled how many of the cells that were looked at hold something
 * @param values the part of these that can be values, with or without a number
 * @param numbers the part that holds a number
 * @param periods the part that can be periods
 */
record ColumnStats(int filled, double values, double numbers, double periods) {
    static final int ROWS_TO_LOOK_AT = 1000;
    static final double MOSTLY = 0.9;
    static final double HALF = 0.5;

    static ColumnStats of(Grid grid, int column, int firstRow, int lastRow, boolean comma) {
        int filled = 0;
        int values = 0;
        int numbers = 0;
        int periods = 0;
        int step = 1 + (lastRow - firstRow) / ROWS_TO_LOOK_AT;
        Map<String, ColumnStats> known = new HashMap<>();
        for (int row = firstRow; row <= lastRow; row += step) {
            String cell = grid.cell(row, column);
            if (!cell.isEmpty()) {
                filled++;
                ColumnStats own = known.computeIfAbsent(cell, text -> ofCell(text, comma));
                values += (int) own.values;
                numbers += (int) own.numbers;
                periods += (int) own.periods;
            }
        }
        return filled == 0
                ? new ColumnStats(0, 1, 0, 0)
                : new ColumnStats(
                        filled, (double) values / filled, (double) numbers / filled, (double) periods / filled);
    }

    private static ColumnStats ofCell(String cell, boolean comma) {
        Optional<Figure> figure = Figure.read(cell, comma, ImmutableMap.of());
        return new ColumnStats(
                1,
                figure.isPresent() ? 1 : 0,
                figure.isPresent() && figure.get().hasValue() ? 1 : 0,
                Periods.read(cell, false).isPresent() ? 1 : 0);
    }

    /** Returns whether the column holds values: nearly all cells can be, or over half are numbers and the others are mistakes. */
    boolean isValues() {
        return values >= MOSTLY || numbers > HALF;
    }
}
