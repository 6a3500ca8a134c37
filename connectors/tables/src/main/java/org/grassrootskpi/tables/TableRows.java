package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableMap;
import java.util.List;

/**
 * Where the head of a table and its observations are.
 *
 * @param head the first row of the head
 * @param first the first row with observations
 * @param last the last one
 */
record TableRows(int head, int first, int last) {
    /** Finds the rows of a table; refuses one that has no numbers below a head. */
    static TableRows of(Grid grid, boolean comma) {
        return new Finder(grid, comma).find();
    }

    /** Looks for the rows. */
    private record Finder(Grid grid, boolean comma) {
        private static final int ROWS_TO_FIND_THE_HEAD = 50;
        private static final int MOST_ROWS_OF_A_HEAD = 4;
        private static final int TITLE_CELLS = 2;

        /** Finds the first row of observations: the first with a value, whose cells are not all periods; and the head above it. */
        private TableRows find() {
            int last = Math.min(grid.height(), ROWS_TO_FIND_THE_HEAD);
            int firstRow = -1;
            for (int row = 1; row < last && firstRow < 0; row++) {
                if (!isLabelled(row)
                        && isData(row)
                        && grid.filled(row) * 2 >= grid.filled(row - 1)
                        && !isAboveTheTable(row)) {
                    firstRow = row;
                }
            }
            if (firstRow < 0) {
                throw new ImportException(List.of(new ImportProblem(
                        grid.name(),
                        "Expected a head and below it rows with numbers, found none in the first " + last
                                + " rows; name the rows of the head in a mapping")));
            }
            int headRow = firstRow - 1;
            int labelled = 0;
            while (headRow > 0 && isLabelled(headRow - 1) && isLabelled(headRow)) {
                headRow--;
                labelled++;
            }
            while (headRow > 0 && isPartOfHead(headRow - 1) && firstRow - headRow - labelled < MOST_ROWS_OF_A_HEAD) {
                headRow--;
            }
            return new TableRows(headRow, firstRow, grid.lastRow(0, firstRow));
        }

        /** Returns whether a row above the last one of the head belongs to it: it reaches over half of the columns, without a gap. */
        private boolean isPartOfHead(int row) {
            List<String> cells = grid.row(row);
            int last = cells.size() - 1;
            while (last > 0 && cells.get(last).isEmpty()) {
                last--;
            }
            return grid.filled(row) > 1
                    && (last * 2 >= grid.widths().get(row + 1) - 1 || isAboveItsColumn(row))
                    && grid.lines().get(row + 1) - grid.lines().get(row) == 1
                    && cells.stream()
                            .allMatch(cell -> Heads.unitOfTheTable(cell).isEmpty())
                    && !isData(row);
        }

        /** Returns whether the first cell of a row is the head of the first column, which the row below leaves empty. */
        private boolean isAboveItsColumn(int row) {
            return !grid.cell(row, 0).isEmpty() && grid.cell(row + 1, 0).isEmpty();
        }

        /** Returns whether a row with a word and a number, such as that of the table, stands above a much wider head. */
        private boolean isAboveTheTable(int row) {
            if (grid.filled(row) > TITLE_CELLS) {
                return false;
            }
            int end = Math.min(grid.height(), row + ROWS_TO_FIND_THE_HEAD);
            for (int below = row + 1; below < end; below++) {
                if (grid.filled(below) > 2 * TITLE_CELLS && !isData(below)) {
                    return true;
                }
            }
            return false;
        }

        /** Returns whether the first cell of a row, and that of one beside it, say what it is about: the row has no values. */
        private boolean isLabelled(int row) {
            return Words.headRow(grid.cell(row, 0)).isPresent()
                    && ((row > 0 && Words.headRow(grid.cell(row - 1, 0)).isPresent())
                            || (row + 1 < grid.height()
                                    && Words.headRow(grid.cell(row + 1, 0)).isPresent()));
        }

        private boolean isData(int row) {
            if (grid.filled(row) < 2) {
                return false;
            }
            int values = 0;
            int periods = 0;
            boolean isBelowText = row > 0;
            for (int column = 1; column < grid.widths().get(row); column++) {
                String cell = grid.cell(row, column);
                if (!cell.isEmpty()
                        && Figure.read(cell, comma, ImmutableMap.of()).isPresent()) {
                    values++;
                    periods += Periods.read(cell, false).isPresent() || YearParts.is(cell) ? 1 : 0;
                    isBelowText &= row > 0 && isText(grid.cell(row - 1, column));
                }
            }
            // Values that could all be years are years in a head, unless they have a head above them.
            return values > periods || (values > 0 && isBelowText);
        }

        private boolean isText(String cell) {
            return !cell.isEmpty()
                    && Figure.read(cell, comma, ImmutableMap.of()).isEmpty()
                    && Periods.read(cell, false).isEmpty();
        }
    }
}
