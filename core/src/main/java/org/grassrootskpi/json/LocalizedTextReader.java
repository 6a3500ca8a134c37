package org.grassrootskpi.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;

/** Reads texts in languages, {@code {"fr": "Terre", "en": "Land"}}, and puts them in the order of the catalogue's languages. */
final class LocalizedTextReader extends StdDeserializer<LocalizedText> {
    private static final long serialVersionUID = 1L;

    LocalizedTextReader() {
        super(LocalizedText.class);
    }

    @Override
    public LocalizedText deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            return context.reportInputMismatch(
                    this,
                    "expected an object of texts by their languages, got %s",
                    parser.currentToken().toString());
        }
        Map<Language, String> texts = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String tag = parser.currentName();
            parser.nextToken();
            try {
                if (texts.putIfAbsent(language(tag, parser), text(parser)) != null) {
                    throw JsonMappingException.from(parser, "is a second text in '" + tag + "'");
                }
            } catch (JsonMappingException e) {
                throw JsonMappingException.wrapWithPath(e, LocalizedText.class, tag);
            }
        }
        if (texts.isEmpty()) {
            throw JsonMappingException.from(
                    parser, "expected a text in one language or more, such as {\"zh\": \"土地\", \"en\": \"Land\"}");
        }
        return LocalizedText.of(inOrder(texts, StrictMapper.prelude(context)));
    }

    private static Language language(String tag, JsonParser parser) throws JsonMappingException {
        try {
            return Language.of(tag);
        } catch (IllegalArgumentException e) {
            throw JsonMappingException.from(parser, String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(JsonParser parser) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw JsonMappingException.from(parser, "expected a text, got " + parser.currentToken());
        }
        if (parser.getText().isBlank()) {
            throw JsonMappingException.from(parser, "expected a text, got '" + parser.getText() + "'");
        }
        return parser.getText();
    }

    private static Map<Language, String> inOrder(Map<Language, String> texts, CatalogPrelude prelude) {
        ImmutableMap.Builder<Language, String> ordered = ImmutableMap.builder();
        Stream<Language> first =
                prelude.languages().isEmpty() ? Stream.of(Language.ZH, Language.EN) : prelude.languages().stream();
        first.forEach(language -> {
            String text = texts.get(language);
            if (text != null) {
                ordered.put(language, text);
            }
        });
        return ordered.putAll(texts).buildKeepingLast();
    }
}
