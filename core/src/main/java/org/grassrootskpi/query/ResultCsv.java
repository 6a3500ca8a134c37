package org.grassrootskpi.query;

import com.google.common.collect.Range;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.table.CsvCells;
import org.grassrootskpi.text.CsvField;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a result as CSV, a column for each property of a cell, one line at a time. */
final class ResultCsv {
    private static final List<String> CELL_PARTS = List.of(
            "unit",
            "qualifier",
            "lower",
            "lowerIncluded",
            "upper",
            "upperIncluded",
            "present",
            "expected",
            "expectedAtLeast",
            "status",
            "asOf",
            "unpaired",
            "remarks",
            "absence",
            "refusal");

    private final ResultTable table;
    private final CsvCells cells;
    private final StringBuilder line = new StringBuilder();

    private ResultCsv(ResultTable table, CsvCells cells) {
        this.table = table;
        this.cells = cells;
    }

    static void write(ResultTable table, CsvCells cells, Appendable out) throws IOException {
        new ResultCsv(table, cells).write(out);
    }

    private void write(Appendable out) throws IOException {
        for (ResultColumn<?> column : table.columns()) {
            text(column.name());
            if (column.type() == Cell.class) {
                CELL_PARTS.forEach(part -> text(column.name() + "." + part));
            } else if (column.type() == Region.class) {
                text(column.name() + ".name");
            }
        }
        endLine(out);
        for (int row = 0; row < table.rowCount(); row++) {
            for (ResultColumn<?> column : table.columns()) {
                if (column.get(row) instanceof Cell cell) {
                    cell(cell);
                } else {
                    key(column.type(), column.get(row));
                }
            }
            endLine(out);
        }
    }

    private void endLine(Appendable out) throws IOException {
        line.setLength(line.length() - 1);
        out.append(line.append("\r\n"));
        line.setLength(0);
    }

    private void key(Class<?> type, @Nullable Object element) {
        if (type == Region.class) {
            text(element instanceof Region region ? region.code() : "");
            text(element instanceof Region region ? region.name().zh() : "");
        } else {
            text(element == null ? "" : element.toString());
        }
    }

    private void cell(Cell cell) {
        plain(cell.hasValue() ? cell.get().toPlainString() : "");
        text(CellText.exportedUnit(cell.unit()));
        plain(cell.hasValue() ? cell.qualifier().toString() : "");
        bounds(cell.hasValue() ? cell.bounds() : Range.all());
        number(cell.present());
        if (cell.expected().isPresent()) {
            number(cell.expected().getAsLong());
        } else {
            plain("");
        }
        number(cell.expectedAtLeast());
        plain(cell.status().toString());
        text(cell.asOf().map(Objects::toString).orElse(""));
        number(cell.unpaired());
        plain(
                cell.remarks().isEmpty()
                        ? ""
                        : cell.remarks().stream().map(Remark::name).collect(Collectors.joining(" ")));
        plain(cell.absence().map(Absence::name).orElse(""));
        text(cell.refusal().map(Refusal::toString).orElse(""));
    }

    private void bounds(Range<BigDecimal> range) {
        plain(range.hasLowerBound() ? range.lowerEndpoint().toPlainString() : "");
        plain(range.hasLowerBound() ? Boolean.toString(Bounds.isLowerIncluded(range)) : "");
        plain(range.hasUpperBound() ? range.upperEndpoint().toPlainString() : "");
        plain(range.hasUpperBound() ? Boolean.toString(Bounds.isUpperIncluded(range)) : "");
    }

    private void text(String field) {
        plain(field.isEmpty() ? field : CsvField.quoted(cells.of(field)));
    }

    /** Adds a field that is nothing for a spreadsheet to run, and has no character to be quoted. */
    private void plain(String field) {
        line.append(field).append(',');
    }

    private void number(long field) {
        line.append(field).append(',');
    }
}
