package org.grassrootskpi.tables;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds a number out of rows, once for each combination of texts in some of their columns. Not thread-safe. */
final class RowNumbers {
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final RowKeys keys;
    private final IntUnaryOperator ofRow;
    private int[] found = {};
    /** The only column, of whose texts each has its number at its place; null where there are others. */
    private final @Nullable Cells only;

    private final int[] ofTexts;

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
        only = columns.size() == 1 ? grid.column(columns.get(0)) : null;
        ofTexts = new int[only == null ? 0 : only.textCount()];
        Arrays.fill(ofTexts, UNKNOWN);
    }

    /** Returns the number of a row. */
    int of(int row) {
        if (only != null) {
            long cell = only.at(row);
            if (cell >= 0) {
                if (ofTexts[(int) cell] == UNKNOWN) {
                    ofTexts[(int) cell] = ofRow.applyAsInt(row);
                }
                return ofTexts[(int) cell];
            }
        }
        return ofKey(row);
    }

    private int ofKey(int row) {
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
