package org.grassrootskpi.quantity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grassrootskpi.text.DefinitionLines;
import org.grassrootskpi.text.WordTable;
import org.jspecify.annotations.Nullable;

/** The words of {@code qualifiers.tsv}, by the place where they may appear. */
final class QualifierWords {
    static final QualifierWords STANDARD = new QualifierWords(
            DefinitionLines.ofResource(QualifierWords.class.getResourceAsStream("qualifiers.tsv"), "qualifiers.tsv"));

    private final Map<Place, WordTable<Word>> byPlace;
    private final ImmutableMap<Qualifier, String> canonical;
    private final ImmutableList<String> openings;

    private QualifierWords(List<DefinitionLines.Line> lines) {
        Map<Place, List<Word>> words = new EnumMap<>(Place.class);
        Map<Qualifier, String> firsts = new EnumMap<>(Qualifier.class);
        for (Place place : Place.values()) {
            words.put(place, new ArrayList<>());
        }
        for (DefinitionLines.Line line : lines) {
            String text = line.field(0, "a word");
            Qualifier qualifier = Qualifier.valueOf(line.field(1, "a qualifier"));
            Place place = Place.of(line);
            words.getOrDefault(place, new ArrayList<>()).add(new Word(text, qualifier));
            if (place == Place.BEFORE) {
                firsts.putIfAbsent(qualifier, text);
            }
        }
        firsts.put(Qualifier.EXACT, "");
        byPlace = new EnumMap<>(Maps.transformValues(words, list -> new WordTable<>(list, word -> word.text)));
        canonical = ImmutableMap.copyOf(firsts);
        openings = Stream.of(Place.BEFORE, Place.BEFORE_SCALE)
                .flatMap(place -> words.getOrDefault(place, List.of()).stream())
                .map(word -> word.text)
                .collect(ImmutableList.toImmutableList());
    }

    @Nullable Word at(Place place, CharSequence text, int offset, int limit) {
        WordTable<Word> table = byPlace.get(place);
        return table == null ? null : table.longest(text, offset, limit);
    }

    /** Returns the words that may stand in front of a number. */
    List<String> openings() {
        return openings;
    }

    boolean mayStartBefore(char first) {
        return mayStart(Place.BEFORE, first) || mayStart(Place.BEFORE_SCALE, first);
    }

    private boolean mayStart(Place place, char first) {
        WordTable<Word> table = byPlace.get(place);
        return table != null && table.mayStartWith(first);
    }

    /** Returns the word that a computed figure is printed with; nothing for {@link Qualifier#EXACT}. */
    String canonical(Qualifier qualifier) {
        return canonical.getOrDefault(qualifier, "");
    }

    enum Place {
        BEFORE,
        BEFORE_SCALE,
        INSIDE,
        AFTER,
        AFTER_WHOLE,
        AFTER_SHARE;

        static Place of(DefinitionLines.Line line) {
            String name = line.field(2, "a place");
            return switch (name) {
                case "before" -> BEFORE;
                case "before-scale" -> BEFORE_SCALE;
                case "inside" -> INSIDE;
                case "after" -> AFTER;
                case "after-whole" -> AFTER_WHOLE;
                case "after-share" -> AFTER_SHARE;
                default -> throw line.refused("before, before-scale, inside, after, after-whole or after-share", name);
            };
        }
    }

    static final class Word {
        final String text;
        final Qualifier qualifier;

        Word(String text, Qualifier qualifier) {
            this.text = text;
            this.qualifier = qualifier;
        }
    }
}
