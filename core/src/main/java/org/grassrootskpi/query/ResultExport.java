package org.grassrootskpi.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.Range;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Region;
import org.jspecify.annotations.Nullable;

/** A result in the forms that other programs read: CSV, JSON and Markdown. */
final class ResultExport {
    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> CELL_PARTS =
            List.of("unit", "qualifier", "present", "expected", "status", "asOf", "absence");

    private ResultExport() {}

    static String csv(ResultTable table) {
        StringBuilder text = new StringBuilder();
        List<String> header = new ArrayList<>();
        for (ResultColumn<?> column : table.columns()) {
            header.add(column.name());
            if (column.type() == Cell.class) {
                CELL_PARTS.forEach(part -> header.add(column.name() + "." + part));
            }
        }
        line(text, header);
        for (int row = 0; row < table.size(); row++) {
            List<String> fields = new ArrayList<>();
            for (ResultColumn<?> column : table.columns()) {
                fields(fields, column.get(row));
            }
            line(text, fields);
        }
        return text.toString();
    }

    private static void fields(List<String> fields, @Nullable Object element) {
        if (!(element instanceof Cell cell)) {
            fields.add(code(element));
            return;
        }
        fields.add(cell.value().map(BigDecimal::toPlainString).orElse(""));
        fields.add(cell.unit().code());
        fields.add(cell.hasValue() ? cell.qualifier().toString() : "");
        fields.add(Long.toString(cell.present()));
        fields.add(cell.expected().isPresent() ? Long.toString(cell.expected().getAsLong()) : "");
        fields.add(cell.status().toString());
        fields.add(cell.asOf().map(Object::toString).orElse(""));
        fields.add(cell.hasValue() ? "" : CellText.reason(cell));
    }

    private static String code(@Nullable Object element) {
        return element instanceof Region region ? region.code() : element == null ? "" : element.toString();
    }

    private static void line(StringBuilder text, List<String> fields) {
        text.append(fields.stream().map(ResultExport::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    static String markdown(ResultTable table) {
        StringBuilder text = new StringBuilder("|");
        table.columns()
                .forEach(column ->
                        text.append(' ').append(escaped(column.name())).append(" |"));
        text.append("\n|");
        table.columns().forEach(column -> text.append(column.type() == Cell.class ? " ---: |" : " --- |"));
        text.append('\n');
        for (int row = 0; row < table.size(); row++) {
            text.append('|');
            for (ResultColumn<?> column : table.columns()) {
                text.append(' ')
                        .append(escaped(ResultText.shown(column.get(row))))
                        .append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace('\n', ' ');
    }

    static String json(ResultTable table) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeArrayFieldStart("rows");
            for (int row = 0; row < table.size(); row++) {
                json.writeStartObject();
                for (ResultColumn<?> column : table.columns()) {
                    json.writeFieldName(column.name());
                    element(json, column.get(row));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("refusals");
            for (Refusal refusal : table.refusals()) {
                refusal(json, refusal);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("sources");
            for (Source source : table.sources()) {
                json.writeStartObject();
                json.writeStringField("indicator", source.indicator());
                json.writeStringField("level", source.level().toString());
                json.writeStringField("frequency", source.frequency().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A string writer does not fail", e);
        }
        return out.toString();
    }

    private static void element(JsonGenerator json, @Nullable Object element) throws IOException {
        if (element instanceof Cell cell) {
            cell(json, cell);
        } else if (element == null) {
            json.writeNull();
        } else {
            json.writeString(code(element));
        }
    }

    private static void cell(JsonGenerator json, Cell cell) throws IOException {
        json.writeStartObject();
        if (cell.hasValue()) {
            json.writeNumberField("value", cell.get());
            json.writeStringField("qualifier", cell.qualifier().toString());
            if (!cell.isExact()) {
                json.writeStringField("bounds", bounds(cell.bounds()));
            }
        } else {
            json.writeStringField(
                    "absence",
                    Objects.requireNonNull(cell.absence().orElse(null)).name());
        }
        json.writeStringField("unit", cell.unit().code());
        json.writeNumberField("present", cell.present());
        if (cell.expected().isPresent()) {
            json.writeNumberField("expected", cell.expected().getAsLong());
        }
        json.writeStringField("status", cell.status().toString());
        if (cell.asOf().isPresent()) {
            json.writeStringField("asOf", cell.asOf().get().toString());
        }
        if (cell.refusal().isPresent()) {
            json.writeFieldName("refusal");
            refusal(json, cell.refusal().get());
        }
        json.writeEndObject();
    }

    private static String bounds(Range<BigDecimal> range) {
        String lower = range.hasLowerBound()
                ? (range.lowerBoundType() == com.google.common.collect.BoundType.CLOSED ? "[" : "(")
                        + range.lowerEndpoint().toPlainString()
                : "(-∞";
        String upper = range.hasUpperBound()
                ? range.upperEndpoint().toPlainString()
                        + (range.upperBoundType() == com.google.common.collect.BoundType.CLOSED ? "]" : ")")
                : "+∞)";
        return lower + ", " + upper;
    }

    private static void refusal(JsonGenerator json, Refusal refusal) throws IOException {
        json.writeStartObject();
        if (refusal.indicator().isPresent()) {
            json.writeStringField("indicator", refusal.indicator().get());
        }
        if (refusal.measure().isPresent()) {
            json.writeStringField("measure", refusal.measure().get());
        }
        json.writeStringField("reason", refusal.reason().toString());
        json.writeStringField("message", refusal.message());
        json.writeStringField("suggestion", refusal.suggestion());
        json.writeEndObject();
    }
}
