package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.query.ResultColumn;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.CsvCells;
import org.grassrootskpi.text.CsvField;
import org.jspecify.annotations.Nullable;

/** Writes results cell by cell, each of which is made: the exported text must be the same to the last character. */
public final class ExportOracle {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final List<String> PARTS = List.of(
            "",
            ".unit",
            ".qualifier",
            ".lower",
            ".lowerIncluded",
            ".upper",
            ".upperIncluded",
            ".present",
            ".expected",
            ".expectedAtLeast",
            ".status",
            ".asOf",
            ".unpaired",
            ".remarks",
            ".absence",
            ".refusal");

    private ExportOracle() {}

    /** Returns whether a result exports what its cells say. */
    public static boolean agrees(ResultTable result) {
        return result.toCsv().equals(csv(result, CsvCells.PLAIN))
                && result.toJson().equals(json(result));
    }

    /** Compares what a result exports with what its cells say. */
    public static void check(ResultTable result) {
        assertThat(result.toCsv()).isEqualTo(csv(result, CsvCells.PLAIN));
        assertThat(result.toCsv(CsvCells.GUARDED)).isEqualTo(csv(result, CsvCells.GUARDED));
        assertThat(result.toJson()).isEqualTo(json(result));
    }

    /** Returns a result as JSON, written by Jackson. */
    public static String json(ResultTable result) {
        try {
            return JSON.writeValueAsString(result.toMap());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns a result as CSV. */
    public static String csv(ResultTable result, CsvCells cells) {
        StringBuilder text = new StringBuilder();
        List<String> head = new ArrayList<>();
        for (ResultColumn<?> column : result.columns()) {
            if (column.type() == Cell.class) {
                PARTS.forEach(part -> head.add(column.name() + part));
            } else {
                head.add(column.name());
                if (column.type() == Region.class) {
                    head.add(column.name() + ".name");
                }
            }
        }
        line(head, cells, text);
        for (int row = 0; row < result.rowCount(); row++) {
            List<String> fields = new ArrayList<>();
            for (ResultColumn<?> column : result.columns()) {
                Object element = column.get(row);
                if (element instanceof Cell cell) {
                    add(cell, fields);
                } else if (column.type() == Region.class) {
                    fields.add(element instanceof Region region ? region.code() : "");
                    fields.add(element instanceof Region region ? region.name().zh() : "");
                } else {
                    fields.add(text(element));
                }
            }
            line(fields, cells, text);
        }
        return text.toString();
    }

    private static void line(List<String> fields, CsvCells cells, StringBuilder text) {
        text.append(fields.stream()
                        .map(field -> CsvField.quoted(cells.of(field)))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static void add(Cell cell, List<String> fields) {
        Range<BigDecimal> bounds = cell.hasValue() ? cell.bounds() : Range.all();
        fields.add(cell.value().map(BigDecimal::toPlainString).orElse(""));
        fields.add(
                cell.unit().isPercentagePoint()
                        ? "ratio-difference"
                        : cell.unit().code());
        fields.add(cell.hasValue() ? cell.qualifier().toString() : "");
        fields.add(bounds.hasLowerBound() ? bounds.lowerEndpoint().toPlainString() : "");
        fields.add(bounds.hasLowerBound() ? text(bounds.lowerBoundType() == BoundType.CLOSED) : "");
        fields.add(bounds.hasUpperBound() ? bounds.upperEndpoint().toPlainString() : "");
        fields.add(bounds.hasUpperBound() ? text(bounds.upperBoundType() == BoundType.CLOSED) : "");
        fields.add(text(cell.present()));
        fields.add(cell.expected().isPresent() ? text(cell.expected().getAsLong()) : "");
        fields.add(text(cell.expectedAtLeast()));
        fields.add(cell.status().toString());
        fields.add(cell.asOf().map(Object::toString).orElse(""));
        fields.add(text(cell.unpaired()));
        fields.add(cell.remarks().stream().map(Remark::name).collect(Collectors.joining(" ")));
        fields.add(cell.absence().map(Enum::name).orElse(""));
        fields.add(cell.refusal().map(Object::toString).orElse(""));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
