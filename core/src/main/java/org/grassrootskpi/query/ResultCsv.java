package org.grassrootskpi.query;

import com.google.common.collect.Range;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.CsvCells;
import org.grassrootskpi.text.CsvField;
import org.grassrootskpi.text.RowText;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a result as CSV, a column for each property of a cell. */
final class ResultCsv implements RowFormat {
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
    /** What follows the contributors of a plain cell: status, as of, unpaired, remarks, absence, refusal. */
    private static final String PLAIN_TAIL = "," + ObservationStatus.NORMAL + ",,0,,,,";

    private final CsvCells cells;
    private final List<ObjIntConsumer<RowText>> columns = new ArrayList<>();
    private final PlainFigure figure = new PlainFigure();

    private ResultCsv(ResultTable table, CsvCells cells) {
        this.cells = cells;
        table.columns().forEach(column -> columns.add(column(column)));
    }

    static void write(ResultTable table, CsvCells cells, Appendable out) throws IOException {
        ResultCsv first = new ResultCsv(table, cells);
        RowText head = new RowText();
        for (ResultColumn<?> column : table.columns()) {
            head.add(first.text(column.name()));
            if (column.type() == Cell.class) {
                CELL_PARTS.forEach(part -> head.add(first.text(column.name() + "." + part)));
            } else if (column.type() == Region.class) {
                head.add(first.text(column.name() + ".name"));
            }
        }
        endLine(head);
        head.writeTo(out);
        RowFormat.write(table.rowCount(), () -> new ResultCsv(table, cells), out);
    }

    @Override
    public void add(int row, RowText to) {
        for (ObjIntConsumer<RowText> column : columns) {
            column.accept(to, row);
        }
        endLine(to);
    }

    private static void endLine(RowText line) {
        line.dropLast();
        line.add("\r\n");
    }

    private ObjIntConsumer<RowText> column(ResultColumn<?> column) {
        if (column.type() != Cell.class) {
            KeyTexts texts = new KeyTexts(column, key -> key(column.type(), key));
            return (to, row) -> to.add(texts.of(row));
        }
        UnitText units = new UnitText();
        return (to, row) -> {
            if (column.readPlain(row, figure)) {
                plain(units.of(figure.unit), to);
            } else {
                cell((Cell) Objects.requireNonNull(column.get(row)), to);
            }
        };
    }

    private String key(Class<?> type, @Nullable Object element) {
        if (type == Region.class) {
            return element instanceof Region region
                    ? text(region.code()) + text(region.name().first())
                    : ",,";
        }
        return text(element == null ? "" : element.toString());
    }

    /** The unit and the qualifier of plain cells, of which neighbours have the same. */
    private final class UnitText {
        private @Nullable Unit unit;
        private String text = "";

        String of(Unit now) {
            if (!Objects.equals(now, unit)) {
                unit = now;
                text = ',' + ResultCsv.this.text(CellText.exportedUnit(now)) + Qualifier.EXACT + ',';
            }
            return text;
        }
    }

    private void plain(String unit, RowText to) {
        to.addCanonical(figure.unscaled, figure.scale).add(unit);
        if (figure.hasSlack) {
            to.add(figure.lower, figure.boundsScale).add(",true,");
            to.add(figure.upper, figure.boundsScale).add(",true,");
        } else {
            to.addCanonical(figure.unscaled, figure.scale).add(",true,");
            to.addCanonical(figure.unscaled, figure.scale).add(",true,");
        }
        to.add(figure.present, 0).add(',').add(figure.expected, 0).add(',');
        to.add(Math.max(figure.present, figure.expected), 0).add(PLAIN_TAIL);
    }

    private void cell(Cell cell, RowText to) {
        to.add(cell.hasValue() ? cell.get().toPlainString() : "").add(',');
        to.add(text(CellText.exportedUnit(cell.unit())));
        to.add(cell.hasValue() ? cell.qualifier().toString() : "").add(',');
        bounds(cell.hasValue() ? cell.bounds() : Range.all(), to);
        to.add(Long.toString(cell.present())).add(',');
        if (cell.expected().isPresent()) {
            to.add(Long.toString(cell.expected().getAsLong()));
        }
        to.add(',').add(Long.toString(cell.expectedAtLeast())).add(',');
        to.add(cell.status().toString()).add(',');
        to.add(text(cell.asOf().map(Objects::toString).orElse("")));
        to.add(Long.toString(cell.unpaired())).add(',');
        if (!cell.remarks().isEmpty()) {
            to.add(cell.remarks().stream().map(Remark::name).collect(Collectors.joining(" ")));
        }
        to.add(',').add(cell.absence().map(Absence::name).orElse("")).add(',');
        to.add(text(cell.refusal().map(Refusal::toString).orElse("")));
    }

    private static void bounds(Range<BigDecimal> range, RowText to) {
        if (range.hasLowerBound()) {
            to.add(range.lowerEndpoint().toPlainString()).add(',');
            to.add(Boolean.toString(Bounds.isLowerIncluded(range))).add(',');
        } else {
            to.add(",,");
        }
        if (range.hasUpperBound()) {
            to.add(range.upperEndpoint().toPlainString()).add(',');
            to.add(Boolean.toString(Bounds.isUpperIncluded(range))).add(',');
        } else {
            to.add(",,");
        }
    }

    /** Returns a field with the comma behind it. */
    private String text(String field) {
        return field.isEmpty() ? "," : CsvField.quoted(cells.of(field)) + ',';
    }
}
