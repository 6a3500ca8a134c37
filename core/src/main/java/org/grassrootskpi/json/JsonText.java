package org.grassrootskpi.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import org.grassrootskpi.model.SourceLocation;
import org.grassrootskpi.text.HiddenCharacters;

/** A JSON text and the places of its values, by paths such as {@code observations[3].figure}. */
final class JsonText {
    /** The property that holds a quote, which is kept as it was printed. */
    private static final String QUOTE = "quote";

    private final String file;
    private final String json;

    JsonText(String file, String json) {
        this.file = file;
        this.json = json;
    }

    /** Thrown when a text exceeds a limit; says where. */
    static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient SourceLocation location;

        private TooLargeException(SourceLocation location, StreamConstraintsException e) {
            super(JsonProblems.constraint(e), e);
            this.location = location;
        }

        SourceLocation location() {
            return location;
        }
    }

    /** Returns the whole text as a tree. */
    JsonNode parse() throws IOException, TooLargeException {
        try (JsonParser parser = StrictMapper.INSTANCE.getFactory().createParser(json)) {
            try {
                JsonNode root = StrictMapper.INSTANCE.reader().readTree(parser);
                if (parser.nextToken() != null) {
                    throw new JsonParseException(parser, "Expected the end of the text, got more");
                }
                return root == null ? MissingNode.getInstance() : root;
            } catch (StreamConstraintsException e) {
                throw new TooLargeException(location(parser.currentTokenLocation()), e);
            }
        }
    }

    /** Reports the paths of values that no catalogue may have: nulls, and texts with invisible characters. */
    static void check(JsonNode root, BiConsumer<String, String> problems) {
        check(root, "", "", problems);
    }

    private static void check(JsonNode node, String path, String name, BiConsumer<String, String> problems) {
        if (node.isNull()) {
            problems.accept(path, "null is not allowed; omit the property");
        } else if (node.isTextual()) {
            hidden(node.textValue(), name.equals(QUOTE))
                    .ifPresent(at -> problems.accept(
                            path,
                            "holds " + HiddenCharacters.name(node.textValue().codePointAt(at)) + " at position " + at
                                    + ", which nobody sees: remove it"));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (!node.get(i).isNumber()) {
                    check(node.get(i), path + "[" + i + "]", name, problems);
                }
            }
        } else {
            node.properties()
                    .forEach(property -> check(
                            property.getValue(),
                            path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                            property.getKey(),
                            problems));
        }
    }

    /** Finds the first character that is refused: a hidden one, or in a quote only half a surrogate pair, which cannot be written. */
    private static OptionalInt hidden(String text, boolean isQuote) {
        OptionalInt first = HiddenCharacters.first(text);
        if (!isQuote || first.isEmpty()) {
            return first;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Returns the places of values.
     *
     * @param paths the paths of values, which need not be there
     * @return the place of each, or of the nearest thing around it that is there
     */
    Map<String, SourceLocation> locate(Set<String> paths) {
        Set<String> wanted = new HashSet<>();
        for (String path : paths) {
            for (String at = path; wanted.add(at) && !at.isEmpty(); ) {
                at = parent(at);
            }
        }
        Map<String, SourceLocation> places = new HashMap<>();
        try (JsonParser parser = StrictMapper.INSTANCE.getFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME && !token.isStructEnd()) {
                    JsonStreamContext context = parser.getParsingContext();
                    String path = path(token.isStructStart() ? context.getParent() : context);
                    if (wanted.contains(path)) {
                        places.putIfAbsent(path, location(parser.currentTokenLocation()));
                    }
                }
            }
        } catch (IOException e) {
            // The rest of the text cannot be read, which has been reported; everything before it has been found.
        }
        Map<String, SourceLocation> found = new HashMap<>();
        for (String path : paths) {
            String at = path;
            while (!places.containsKey(at) && !at.isEmpty()) {
                at = parent(at);
            }
            found.put(path, places.getOrDefault(at, SourceLocation.of(file, 0, 0)));
        }
        return found;
    }

    private SourceLocation location(JsonLocation at) {
        return SourceLocation.of(file, at.getLineNr(), at.getColumnNr());
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
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
