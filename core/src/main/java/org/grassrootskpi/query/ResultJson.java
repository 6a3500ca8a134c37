package org.grassrootskpi.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.Range;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.model.Region;
import org.jspecify.annotations.Nullable;

/** A result as JSON: an object for each row, in which a measure is an object of a cell's properties. */
final class ResultJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private ResultJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(ResultTable table) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            json.useDefaultPrettyPrinter();
            new ResultJson(json).write(table);
        } catch (IOException e) {
            throw new UncheckedIOException("A string writer does not fail", e);
        }
        return out.toString();
    }

    private void write(ResultTable table) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("rows");
        for (int row = 0; row < table.rowCount(); row++) {
            json.writeStartObject();
            for (ResultColumn<?> column : table.columns()) {
                element(column.name(), column.get(row));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("refusals");
        for (Refusal refusal : table.refusals()) {
            refusal(refusal);
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
    }

    private void element(String name, @Nullable Object element) throws IOException {
        if (element instanceof Cell cell) {
            json.writeFieldName(name);
            cell(cell);
        } else if (element instanceof Region region) {
            json.writeStringField(name, region.code());
            json.writeStringField(name + ".name", region.name().zh());
        } else if (element == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, element.toString());
        }
    }

    private void cell(Cell cell) throws IOException {
        json.writeStartObject();
        if (cell.hasValue()) {
            json.writeNumberField("value", cell.get());
            json.writeStringField("qualifier", cell.qualifier().toString());
            if (!cell.isExact()) {
                bounds(cell.bounds());
            }
        }
        text("absence", cell.absence().map(Absence::name));
        json.writeStringField("unit", CellText.exportedUnit(cell.unit()));
        json.writeNumberField("present", cell.present());
        if (cell.expected().isPresent()) {
            json.writeNumberField("expected", cell.expected().getAsLong());
        } else if (cell.expectedAtLeast() > cell.present()) {
            json.writeNumberField("expectedAtLeast", cell.expectedAtLeast());
        }
        json.writeStringField("status", cell.status().toString());
        text("asOf", cell.asOf().map(Object::toString));
        if (!cell.remarks().isEmpty()) {
            json.writeNumberField("unpaired", cell.unpaired());
            json.writeArrayFieldStart("remarks");
            for (Remark remark : cell.remarks()) {
                json.writeString(remark.name());
            }
            json.writeEndArray();
        }
        if (cell.refusal().isPresent()) {
            json.writeFieldName("refusal");
            refusal(cell.refusal().get());
        }
        json.writeEndObject();
    }

    private void bounds(Range<BigDecimal> range) throws IOException {
        json.writeObjectFieldStart("bounds");
        if (range.hasLowerBound()) {
            json.writeNumberField("lower", range.lowerEndpoint());
            json.writeBooleanField("lowerIncluded", Bounds.isLowerIncluded(range));
        }
        if (range.hasUpperBound()) {
            json.writeNumberField("upper", range.upperEndpoint());
            json.writeBooleanField("upperIncluded", Bounds.isUpperIncluded(range));
        }
        json.writeEndObject();
    }

    private void refusal(Refusal refusal) throws IOException {
        json.writeStartObject();
        text("indicator", refusal.indicator());
        text("measure", refusal.measure());
        json.writeStringField("reason", refusal.reason().toString());
        json.writeStringField("message", refusal.message());
        json.writeStringField("suggestion", refusal.suggestion());
        json.writeEndObject();
    }

    private void text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
