package org.grassrootskpi.tables;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Whether columns of a table determine each other.
 *
 * @param grid the table
 * @param firstRow its first row with observations
 * @param lastRow the last one
 */
record ColumnPairs(Grid grid, int firstRow, int lastRow) {
    /** Returns whether each text of one column is beside one text of the other only, and the other way round. */
    boolean saySame(int one, int other) {
        return determines(one, other, false) && determines(other, one, false);
    }

    /** Returns the same of the rows in which neither is empty. */
    boolean saySameWhereFilled(int one, int other) {
        return determines(one, other, true) && determines(other, one, true);
    }

    /** Returns whether a column has a text of its own for each combination of others, as numbers of series have. */
    boolean identifies(int column, List<Integer> others) {
        RowKeys combinations = keys(others);
        RowNumbers first = new RowNumbers(grid, List.of(column), combinations::of);
        for (int row = firstRow; row <= lastRow; row++) {
            if (first.of(row) != combinations.of(row)) {
                return false;
            }
        }
        return determines(others, column);
    }

    /** Returns whether rows with the same texts in some columns have the same text in another. */
    boolean determines(List<Integer> columns, int other) {
        return determines(columns, other, false);
    }

    /** Returns the same of the rows in which the other is not empty. */
    boolean determinesWhereFilled(List<Integer> columns, int other) {
        return determines(columns, other, true);
    }

    private boolean determines(List<Integer> columns, int other, boolean skipsEmpty) {
        if (columns.size() == 1) {
            return determines(columns.get(0), other, skipsEmpty);
        }
        return determines(columns, other, row -> skipsEmpty && grid.at(row, other) == Cells.EMPTY);
    }

    private boolean determines(int column, int other, boolean skipsEmpty) {
        return determines(
                List.of(column),
                other,
                row -> skipsEmpty && (grid.at(row, column) == Cells.EMPTY || grid.at(row, other) == Cells.EMPTY));
    }

    private boolean determines(List<Integer> columns, int other, IntPredicate isSkipped) {
        RowKeys beside = keys(List.of(other));
        RowNumbers first = new RowNumbers(grid, columns, beside::of);
        for (int row = firstRow; row <= lastRow; row++) {
            if (!isSkipped.test(row) && first.of(row) != beside.of(row)) {
                return false;
            }
        }
        return true;
    }

    /** Returns numbers of what stands in some columns together. */
    RowKeys keys(List<Integer> columns) {
        return new RowKeys(grid, columns);
    }
}
