package org.grassrootskpi.publish;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.text.DefinitionLines;
import org.jspecify.annotations.Nullable;

/** What a published table says, from the file {@code words.tsv}. */
final class Words {
    private static final ImmutableMap<String, LocalizedText> WORDS = read();

    private Words() {}

    private static ImmutableMap<String, LocalizedText> read() {
        ImmutableMap.Builder<String, LocalizedText> words = ImmutableMap.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(Words.class.getResourceAsStream("words.tsv"), "words.tsv")) {
            words.put(
                    line.field(0, "the key"),
                    LocalizedText.of(line.field(1, "the Chinese text"), line.field(2, "the English text")));
        }
        return words.buildOrThrow();
    }

    /** Returns a text, its places filled in. */
    static String of(String key, Language language, Object... values) {
        return find(key, language, values)
                .orElseThrow(() -> new IllegalStateException("The file words.tsv has no '" + key + "'"));
    }

    static Optional<String> find(String key, Language language, Object... values) {
        @Nullable LocalizedText text = WORDS.get(key);
        return Optional.ofNullable(text)
                .map(known -> language.isChinese() ? known.zh() : known.en())
                .map(known -> values.length == 0 ? known : String.format(Locale.ROOT, known, values));
    }
}
