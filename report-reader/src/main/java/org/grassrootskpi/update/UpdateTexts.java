package org.grassrootskpi.update;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.text.DefinitionLines;

/** What an update says to a person, in both languages, from {@code update-texts.tsv}. */
final class UpdateTexts {
    private static final ImmutableMap<String, LocalizedText> TEXTS = read();

    private UpdateTexts() {}

    private static ImmutableMap<String, LocalizedText> read() {
        String resource = "update-texts.tsv";
        ImmutableMap.Builder<String, LocalizedText> texts = ImmutableMap.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(UpdateTexts.class.getResourceAsStream(resource), resource)) {
            texts.put(
                    line.field(0, "a key"), LocalizedText.of(line.field(1, "a Chinese"), line.field(2, "an English")));
        }
        return texts.buildOrThrow();
    }

    static LocalizedText of(String key, String... filled) {
        LocalizedText text =
                Optional.ofNullable(TEXTS.get(key)).orElseThrow(() -> new IllegalArgumentException("no text " + key));
        return LocalizedText.of(fill(text.zh(), filled), fill(text.en(), filled));
    }

    static Optional<LocalizedText> find(String key) {
        return Optional.ofNullable(TEXTS.get(key));
    }

    static LocalizedText joined(LocalizedText one, LocalizedText other) {
        return LocalizedText.of(one.zh() + "；" + other.zh(), one.en() + "; " + other.en());
    }

    private static String fill(String text, String... filled) {
        String whole = text;
        for (int i = 0; i < filled.length; i++) {
            whole = whole.replace("{" + i + "}", filled[i]);
        }
        return whole;
    }
}
