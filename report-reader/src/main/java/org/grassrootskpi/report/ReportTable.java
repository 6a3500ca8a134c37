package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table in the text of a report: rows of cells. */
final class ReportTable {
    private final String text;
    private final ImmutableList<ImmutableList<TableCell>> rows;
    private final int start;
    private final int end;
    private final int columns;

    ReportTable(String text, int start, int end, List<ImmutableList<TableCell>> rows) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.rows = ImmutableList.copyOf(rows);
        this.columns = rows.stream()
                .mapToInt(row -> row.isEmpty() ? 0 : row.get(row.size() - 1).column() + 1)
                .max()
                .orElse(0);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int rowCount() {
        return rows.size();
    }

    int columnCount() {
        return columns;
    }

    ImmutableList<TableCell> row(int row) {
        return rows.get(row);
    }

    @Nullable TableCell cell(int row, int column) {
        List<TableCell> cells = rows.get(row);
        for (int i = Math.min(column, cells.size() - 1); i >= 0; i--) {
            if (cells.get(i).column() == column) {
                return cells.get(i);
            }
            if (cells.get(i).column() < column) {
                return null;
            }
        }
        return null;
    }

    /** The text of a cell; empty where it is blank. */
    String text(int row, int column) {
        TableCell cell = cell(row, column);
        return cell == null ? "" : text(cell);
    }

    String text(TableCell cell) {
        return text.substring(cell.start(), cell.end()).replace("\\|", "|");
    }
}
