package org.grassrootskpi.pages;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import org.grassrootskpi.text.DefinitionLines;
import org.jspecify.annotations.Nullable;

/** What a page says besides what the catalogue says. */
final class Words {
    /** Stands for a blank at the edge of a text, where the file cannot have one. */
    private static final char BLANK = '␣';

    private static final ImmutableMap<String, Text> WORDS = read();

    private Words() {}

    private static ImmutableMap<String, Text> read() {
        ImmutableMap.Builder<String, Text> words = ImmutableMap.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(Words.class.getResourceAsStream("words.tsv"), "words.tsv")) {
            words.put(
                    line.field(0, "the key"),
                    new Text(
                            line.field(1, "the Chinese text").replace(BLANK, ' '),
                            line.field(2, "the English text").replace(BLANK, ' ')));
        }
        return words.buildOrThrow();
    }

    static Optional<Text> find(String key) {
        return Optional.ofNullable(WORDS.get(key));
    }

    /**
     * Returns a text with its gaps filled.
     *
     * @param key its key
     * @param values texts in both languages, and others
     */
    static Text of(String key, Object... values) {
        @Nullable Text text = WORDS.get(key);
        if (text == null) {
            throw new IllegalStateException("The file words.tsv has no '" + key + "'");
        }
        if (values.length == 0) {
            return text;
        }
        Object[] zh = new Object[values.length];
        Object[] en = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            zh[i] = values[i] instanceof Text of ? of.zh() : values[i];
            en[i] = values[i] instanceof Text of ? of.en() : values[i];
        }
        return new Text(String.format(Locale.ROOT, text.zh(), zh), String.format(Locale.ROOT, text.en(), en));
    }

    static Text of(String prefix, Enum<?> constant) {
        return of(prefix + "." + constant.name());
    }
}
