package org.grassrootskpi.tables;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers rows by what stands in some of their columns, from zero in the order in which each combination of texts is first seen: rows with
 * the same texts there have the same number. Not thread-safe.
 */
final class RowKeys {
    private final OfColumn[] columns;
    /** For each column the numbers of its cells together with those in the columns before it. */
    private final Numbers[] pairs;

    private int size;

    RowKeys(Grid grid, List<Integer> columns) {
        this.columns = columns.stream()
                .map(column -> new OfColumn(grid.column(column)))
                .toArray(OfColumn[]::new);
        pairs = new Numbers[this.columns.length];
        Arrays.setAll(pairs, column -> new Numbers());
    }

    /** Returns the number of a row. */
    int of(int row) {
        int key = 0;
        for (int i = 0; i < columns.length; i++) {
            int number = columns[i].of(row);
            key = i == 0 ? number : pairs[i].of((long) key << Integer.SIZE | number);
        }
        size = Math.max(size, key + 1);
        return key;
    }

    /** Returns how many numbers were given. */
    int size() {
        return size;
    }

    /** The numbers of the cells of one column. */
    private static final class OfColumn {
        private final Cells cells;
        private final Numbers numbers = new Numbers();
        /** One more than the number of each text, by its place; zero where it was not seen. */
        private final int[] ofTexts;

        OfColumn(Cells cells) {
            this.cells = cells;
            ofTexts = new int[cells.textCount()];
        }

        int of(int row) {
            long cell = cells.at(row);
            if (cell < 0) {
                return numbers.of(cell);
            }
            if (ofTexts[(int) cell] == 0) {
                ofTexts[(int) cell] = numbers.of(cell) + 1;
            }
            return ofTexts[(int) cell] - 1;
        }
    }
}
