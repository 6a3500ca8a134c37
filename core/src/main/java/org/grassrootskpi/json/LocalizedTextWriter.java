package org.grassrootskpi.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Map;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;

/** Writes texts by their languages, in their order. */
final class LocalizedTextWriter extends StdSerializer<LocalizedText> {
    private static final long serialVersionUID = 1L;

    LocalizedTextWriter() {
        super(LocalizedText.class);
    }

    @Override
    public void serialize(LocalizedText text, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject();
        for (Map.Entry<Language, String> entry : text.texts().entrySet()) {
            json.writeStringField(entry.getKey().tag(), entry.getValue());
        }
        json.writeEndObject();
    }
}
