package org.grassrootskpi.tables;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Finds a number out of rows, once for each combination of texts in some of their columns. Not thread-safe. */
final class RowNumbers {
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final RowKeys keys;
    private final IntUnaryOperator ofRow;
    private int[] found = {};

    /**
     * Finds a number.
     *
     * @param grid the rows
     * @param columns the columns on which it depends
     * @param ofRow finds it out of a row, and is asked again where it has thrown
     */
    RowNumbers(Grid grid, List<Integer> columns, IntUnaryOperator ofRow) {
        keys = new RowKeys(grid, columns);
        this.ofRow = ofRow;
    }

    /** Returns the number of a row. */
    int of(int row) {
        int key = keys.of(row);
        if (key >= found.length) {
            int known = found.length;
            found = Arrays.copyOf(found, Math.max(16, 2 * key));
            Arrays.fill(found, known, found.length, UNKNOWN);
        }
        if (found[key] == UNKNOWN) {
            found[key] = ofRow.applyAsInt(row);
        }
        return found[key];
    }
}
