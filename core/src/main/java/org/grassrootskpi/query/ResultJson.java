package org.grassrootskpi.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;

/** A result as JSON text. */
final class ResultJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ResultJson() {}

    static String of(ResultTable table) {
        try {
            return MAPPER.writeValueAsString(table.toMap());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A string writer does not fail", e);
        }
    }
}
