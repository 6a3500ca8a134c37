package org.grassrootskpi.tables;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A cell in quotes that holds what look like rows of its table: a quote that was left open, and the next one of the file, end such a cell,
 * and the rows between are read as its text.
 *
 * @param place the line in which the quote opens, and its column
 * @param lines of how many lines the cell consists
 */
record QuotedRows(String place, int lines) {
    /** Finds the first such cell of a text file: its lines have as many fields as other rows, if the first and the last are put together. */
    static Optional<QuotedRows> find(Grid grid) {
        String delimiter = grid.delimiter();
        if (delimiter == null) {
            return Optional.empty();
        }
        Set<Integer> columns = new HashSet<>();
        for (int column = 0; column < grid.width(); column++) {
            if (grid.column(column).texts().anyMatch(text -> text.indexOf('\n') >= 0)) {
                columns.add(column);
            }
        }
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Multiset<Integer> widths = HashMultiset.create(grid.widths().asList());
        for (int row = 0; row < grid.height(); row++) {
            int ends = 0;
            for (int column = 0; column < grid.widths().get(row); column++) {
                if (!columns.contains(column)) {
                    continue;
                }
                String cell = grid.cell(row, column);
                int ofCell = count(cell, '\n');
                if (ofCell > 0 && isRows(widths, grid.widths().get(row), ofCell, count(cell, delimiter.charAt(0)))) {
                    return Optional.of(new QuotedRows(
                            grid.name() + ":" + (grid.lines().get(row) + ends) + ", column " + (column + 1),
                            ofCell + 1));
                }
                ends += ofCell;
            }
        }
        return Optional.empty();
    }

    /** Returns whether the lines of a cell are as many rows, each as wide as another row of the table. */
    private static boolean isRows(Multiset<Integer> widths, int own, int ends, int delimiters) {
        for (int width : widths.elementSet()) {
            boolean isOfOther = width != own || widths.count(width) > 1;
            if (isOfOther && width > 1 && delimiters == ends * (width - 1) + width - own) {
                return true;
            }
        }
        return false;
    }

    private static int count(String text, char character) {
        return (int) text.chars().filter(each -> each == character).count();
    }

    /** Returns this as the first reason why a table is refused. */
    ImportProblem problem() {
        return new ImportProblem(
                place,
                "Expected the cell in quotes to end before the next row, got " + lines
                        + " lines that look like rows; if the quote that opens it has lost its second one, close it or leave it out");
    }

    /** Returns this as a question about a table that can be read. */
    String question() {
        return "quotes: the cell in quotes at " + place + " holds " + lines
                + " lines that look like rows; if the quote that opens it has lost its second one, close it or leave it out";
    }
}
