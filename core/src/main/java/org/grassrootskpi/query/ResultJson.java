package org.grassrootskpi.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.io.CharStreams;
import java.io.IOException;

/** Writes a result as JSON text. */
final class ResultJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ResultJson() {}

    /** Writes the rows as they are made: nothing of the text is kept. */
    static void write(ResultTable table, Appendable out) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(CharStreams.asWriter(out))) {
            MAPPER.writeValue(json, table.toMap());
        }
    }
}
