package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.grassrootskpi.text.TextWidth;

/** Gives the cells of lines that are aligned by blanks their columns, by where they stand in the line. */
final class AlignedColumns {
    private AlignedColumns() {}

    /** The rows with the columns of the row that has most cells; a shorter one has its cells where they overlap these. */
    static List<ImmutableList<TableCell>> of(String text, List<ImmutableList<TableCell>> rows) {
        List<TableCell> widest = List.of();
        for (List<TableCell> row : rows) {
            widest = row.size() > widest.size() ? row : widest;
        }
        int[] centers = centers(text, widest);
        ImmutableList.Builder<ImmutableList<TableCell>> placed = ImmutableList.builder();
        for (ImmutableList<TableCell> row : rows) {
            placed.add(row.size() == widest.size() ? row : place(text, row, centers));
        }
        return placed.build();
    }

    private static ImmutableList<TableCell> place(String text, List<TableCell> row, int[] centers) {
        int[] own = centers(text, row);
        ImmutableList.Builder<TableCell> placed = ImmutableList.builder();
        int next = 0;
        for (int i = 0; i < row.size(); i++) {
            int last = centers.length - (row.size() - i);
            int best = next;
            for (int column = next + 1; column <= last; column++) {
                best = Math.abs(centers[column] - own[i]) < Math.abs(centers[best] - own[i]) ? column : best;
            }
            TableCell cell = row.get(i);
            // The first cell of a row is its head, however short it is.
            int column = i == 0 && next == 0 && startsAtMargin(text, cell) ? 0 : best;
            placed.add(new TableCell(cell.start(), cell.end(), column));
            next = column + 1;
        }
        return placed.build();
    }

    private static boolean startsAtMargin(String text, TableCell cell) {
        int line = lineStart(text, cell.start());
        return width(text, line, cell.start()) <= 4;
    }

    /** Twice the centre of each cell, in columns of a terminal. */
    private static int[] centers(String text, List<TableCell> row) {
        int[] centers = new int[row.size()];
        int at = row.isEmpty() ? 0 : lineStart(text, row.get(0).start());
        int width = 0;
        for (int i = 0; i < centers.length; i++) {
            TableCell cell = row.get(i);
            int start = width + width(text, at, cell.start());
            int end = start + width(text, cell.start(), cell.end());
            centers[i] = start + end;
            at = cell.end();
            width = end;
        }
        return centers;
    }

    private static int width(String text, int from, int to) {
        return TextWidth.of(text.substring(from, to));
    }

    private static int lineStart(String text, int at) {
        int start = at;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return start;
    }
}
