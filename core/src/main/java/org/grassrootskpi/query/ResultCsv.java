package org.grassrootskpi.query;

import com.google.common.collect.Iterables;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.table.CsvCells;
import org.grassrootskpi.text.CsvField;
import org.jspecify.annotations.Nullable;

/** The rows of a result as CSV, a column for each property of a cell. */
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

    private ResultCsv() {}

    static String of(ResultTable table, CsvCells cells) {
        StringBuilder text = new StringBuilder();
        List<String> header = new ArrayList<>();
        for (ResultColumn<?> column : table.columns()) {
            header.add(column.name());
            if (column.type() == Cell.class) {
                CELL_PARTS.forEach(part -> header.add(column.name() + "." + part));
            } else if (column.type() == Region.class) {
                header.add(column.name() + ".name");
            }
        }
        line(text, header, cells);
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> fields = new ArrayList<>();
            for (ResultColumn<?> column : table.columns()) {
                if (column.get(row) instanceof Cell cell) {
                    cell(fields, cell);
                } else {
                    key(fields, column.type(), column.get(row));
                }
            }
            line(text, fields, cells);
        }
        return text.toString();
    }

    private static void key(List<String> fields, Class<?> type, @Nullable Object element) {
        if (type == Region.class) {
            fields.add(element instanceof Region region ? region.code() : "");
            fields.add(element instanceof Region region ? region.name().zh() : "");
        } else {
            fields.add(element == null ? "" : element.toString());
        }
    }

    private static void cell(List<String> fields, Cell cell) {
        fields.add(cell.value().map(BigDecimal::toPlainString).orElse(""));
        fields.add(CellText.exportedUnit(cell.unit()));
        fields.add(cell.hasValue() ? cell.qualifier().toString() : "");
        bounds(fields, cell.hasValue() ? cell.bounds() : Range.all());
        fields.add(Long.toString(cell.present()));
        fields.add(cell.expected().isPresent() ? Long.toString(cell.expected().getAsLong()) : "");
        fields.add(Long.toString(cell.expectedAtLeast()));
        fields.add(cell.status().toString());
        fields.add(cell.asOf().map(Object::toString).orElse(""));
        fields.add(Long.toString(cell.unpaired()));
        fields.add(cell.remarks().stream().map(Remark::name).collect(Collectors.joining(" ")));
        fields.add(cell.absence().map(Absence::name).orElse(""));
        fields.add(cell.refusal().map(Refusal::toString).orElse(""));
    }

    private static void bounds(List<String> fields, Range<BigDecimal> range) {
        fields.add(range.hasLowerBound() ? range.lowerEndpoint().toPlainString() : "");
        fields.add(range.hasLowerBound() ? Boolean.toString(Bounds.isLowerIncluded(range)) : "");
        fields.add(range.hasUpperBound() ? range.upperEndpoint().toPlainString() : "");
        fields.add(range.hasUpperBound() ? Boolean.toString(Bounds.isUpperIncluded(range)) : "");
    }

    private static void line(StringBuilder text, List<String> fields, CsvCells cells) {
        text.append(CsvField.record(Iterables.transform(fields, cells::of))).append("\r\n");
    }
}
