package org.grassrootskpi.io;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.grassrootskpi.model.SourceLocation;

/** Where each value of one JSON text stands, by paths such as {@code observations[3].figure}. */
final class JsonLocations {
    private final String file;
    private final Map<String, SourceLocation> byPath = new HashMap<>();
    private final ImmutableList.Builder<String> nulls = ImmutableList.builder();

    private JsonLocations(String file) {
        this.file = file;
    }

    static JsonLocations scan(String file, String json) throws IOException {
        JsonLocations locations = new JsonLocations(file);
        try (JsonParser parser = StrictMapper.INSTANCE.getFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME || token.isStructEnd()) {
                    continue;
                }
                JsonStreamContext context = parser.getParsingContext();
                String path = path(token.isStructStart() ? context.getParent() : context);
                JsonLocation at = parser.currentTokenLocation();
                locations.byPath.put(path, SourceLocation.of(file, at.getLineNr(), at.getColumnNr()));
                if (token == JsonToken.VALUE_NULL) {
                    locations.nulls.add(path);
                }
            }
        }
        return locations;
    }

    /** The place of a value, or of the nearest thing around it that is there. */
    SourceLocation of(String path) {
        String at = path;
        while (!byPath.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        SourceLocation found = byPath.get(at);
        return found == null ? SourceLocation.of(file, 0, 0) : found;
    }

    /** The paths of the values that are {@code null}. */
    ImmutableList<String> nulls() {
        return nulls.build();
    }

    private static String path(JsonStreamContext context) {
        if (context.inRoot()) {
            return "";
        }
        String parent = path(context.getParent());
        if (context.inArray()) {
            return parent + "[" + context.getCurrentIndex() + "]";
        }
        return parent.isEmpty() ? context.getCurrentName() : parent + "." + context.getCurrentName();
    }
}
