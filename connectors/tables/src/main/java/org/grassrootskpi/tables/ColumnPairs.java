package org.grassrootskpi.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, List<String>> combinations = new HashMap<>();
        for (int row = firstRow; row <= lastRow; row++) {
            List<String> combination = texts(row, others);
            if (!combinations
                    .computeIfAbsent(grid.cell(row, column), any -> combination)
                    .equals(combination)) {
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
        Map<List<String>, String> known = new HashMap<>();
        for (int row = firstRow; row <= lastRow; row++) {
            String text = grid.cell(row, other);
            if (skipsEmpty && text.isEmpty()) {
                continue;
            }
            if (!known.computeIfAbsent(texts(row, columns), any -> text).equals(text)) {
                return false;
            }
        }
        return true;
    }

    private boolean determines(int column, int other, boolean skipsEmpty) {
        Map<String, String> known = new HashMap<>();
        String before = "";
        String besideBefore = "";
        for (int row = firstRow; row <= lastRow; row++) {
            String text = grid.cell(row, column);
            String beside = grid.cell(row, other);
            boolean isAsBefore = text.equals(before) && beside.equals(besideBefore);
            if (isAsBefore || (skipsEmpty && (text.isEmpty() || beside.isEmpty()))) {
                continue;
            }
            if (!known.computeIfAbsent(text, any -> beside).equals(beside)) {
                return false;
            }
            before = text;
            besideBefore = beside;
        }
        return true;
    }

    /** Returns the texts of a row in some columns. */
    List<String> texts(int row, List<Integer> columns) {
        if (columns.size() == 1) {
            return List.of(grid.cell(row, columns.get(0)));
        }
        List<String> texts = new ArrayList<>(columns.size());
        for (int column : columns) {
            texts.add(grid.cell(row, column));
        }
        return texts;
    }
}
