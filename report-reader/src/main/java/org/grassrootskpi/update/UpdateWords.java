package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.grassrootskpi.text.DefinitionLines;

/** The words of {@code update-words.tsv}, the longest first. */
final class UpdateWords {
    private static final ImmutableListMultimap<String, String> WORDS = read();

    /** The kinds of words. */
    enum Kind {
        FINISH,
        STARTED,
        GOING_ON,
        UNFINISHED,
        NOT_YET,
        WILL,
        DROPPED,
        POSTPONED,
        REST,
        LEAD,
        ADVERB,
        FACILITY,
        TAIL,
        LIST
    }

    private UpdateWords() {}

    private static ImmutableListMultimap<String, String> read() {
        String resource = "update-words.tsv";
        ImmutableListMultimap.Builder<String, String> words = ImmutableListMultimap.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(UpdateWords.class.getResourceAsStream(resource), resource)) {
            words.put(line.field(1, "a kind"), line.field(0, "a word"));
        }
        return words.orderValuesBy(Comparator.comparingInt((String word) -> -word.length()))
                .build();
    }

    static ImmutableList<String> of(Kind kind) {
        return WORDS.get(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Optional<String> in(Kind kind, String text) {
        return of(kind).stream().filter(text::contains).findFirst();
    }

    static Optional<String> leading(Kind kind, String text) {
        return of(kind).stream().filter(text::startsWith).findFirst();
    }

    static Optional<String> ending(Kind kind, String text) {
        return of(kind).stream().filter(text::endsWith).findFirst();
    }
}
