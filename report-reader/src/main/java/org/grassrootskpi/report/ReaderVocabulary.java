package org.grassrootskpi.report;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.grassrootskpi.text.CharacterSet;
import org.grassrootskpi.text.DefinitionLines;
import org.grassrootskpi.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * The words that a report is read with: units and measure words, verbs of change, words of rank, share and completion,
 * and names that look like figures and are none.
 *
 * <p>{@link #standard()} holds those of Chinese government reports. They are in the commented resource files {@code
 * words.tsv} and {@code measure-words.tsv} of this package and {@code units.tsv} of the package {@code quantity}; files of
 * your own have the same form and are added to them:
 *
 * <pre>{@code
 * ReaderVocabulary vocabulary = ReaderVocabulary.standard()
 *         .plusWords(Files.newBufferedReader(Path.of("our-words.tsv")), "our-words.tsv")
 *         .plusUnits(UnitVocabulary.read(Files.newBufferedReader(Path.of("our-units.tsv")), "our-units.tsv"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class ReaderVocabulary {
    private final UnitVocabulary units;
    private final ImmutableMap<String, Word> words;
    private final ImmutableMap<String, MeasureRule> measures;
    private final WordTable<Word> table;
    private final WordTable<Word> cuts;
    private final MeaningWords meanings;
    private final CharacterSet starts;

    private ReaderVocabulary(UnitVocabulary units, Map<String, Word> words, Map<String, MeasureRule> measures) {
        this.units = units;
        this.words = ImmutableMap.copyOf(words);
        this.measures = ImmutableMap.copyOf(measures);
        this.table = table(word -> word.kinds != WordKind.CUT.bit);
        this.cuts = table(word -> word.is(WordKind.CUT));
        this.meanings = new MeaningWords(words.values());
        this.starts = CharacterSet.where(
                c -> table.mayStartWith((char) c) || units.mayStartFigure((char) c) || NumberSigns.isNumber((char) c));
    }

    private WordTable<Word> table(Predicate<Word> filter) {
        return new WordTable<>(words.values().stream().filter(filter).toList(), word -> word.text);
    }

    /**
     * Returns the words of the library.
     *
     * @return the vocabulary that reports are read with if none is given
     */
    public static ReaderVocabulary standard() {
        return Standard.VOCABULARY;
    }

    /**
     * Returns this vocabulary with more words.
     *
     * @param reader the text of a file like {@code words.tsv}: word, kind and perhaps a value, separated by tabs; read to
     *     its end, not closed
     * @param name how messages call the file
     * @return the extended vocabulary; a word that was known already keeps its old kinds besides the new ones
     * @throws IllegalArgumentException if a line is wrong, with file, line, what was expected and what was found
     * @throws IOException if reading fails
     */
    public ReaderVocabulary plusWords(Reader reader, String name) throws IOException {
        return new ReaderVocabulary(units, words(words, DefinitionLines.read(reader, name)), measures);
    }

    /**
     * Returns this vocabulary with more rules for measure words that are names as well.
     *
     * @param reader the text of a file like {@code measure-words.tsv}: symbol and rule, separated by a tab; read to its
     *     end, not closed
     * @param name how messages call the file
     * @return the extended vocabulary; a symbol that had a rule already gets the new one
     * @throws IllegalArgumentException if a line is wrong, with file, line, what was expected and what was found
     * @throws IOException if reading fails
     */
    public ReaderVocabulary plusMeasureWords(Reader reader, String name) throws IOException {
        return new ReaderVocabulary(units, words, measures(measures, DefinitionLines.read(reader, name)));
    }

    /**
     * Returns this vocabulary with more units.
     *
     * @param more the units; where both know a symbol, these win
     * @return the extended vocabulary
     */
    public ReaderVocabulary plusUnits(UnitVocabulary more) {
        return new ReaderVocabulary(units.plus(more), words, measures);
    }

    /**
     * Returns the standard vocabulary with the units that a catalogue declares, such as 工时 or an acre of one's own.
     *
     * @param catalog the catalogue
     * @return the standard vocabulary where it declares none
     */
    public static ReaderVocabulary of(Catalog catalog) {
        return catalog.units().isEmpty() ? standard() : standard().plusUnits(catalog.unitVocabulary());
    }

    /**
     * Returns the units that figures are read with.
     *
     * @return the standard ones and those that were added
     */
    public UnitVocabulary units() {
        return units;
    }

    /** Returns whether a word or a number may begin with a character. */
    boolean mayStart(char first) {
        return starts.contains(first);
    }

    @Nullable Word wordAt(CharSequence text, int offset, int limit) {
        return table.longest(text, offset, limit);
    }

    /** Returns where the word ends that replaces a unit here, or the offset itself. */
    int cutEnd(CharSequence text, int offset) {
        Word word = cuts.longest(text, offset, text.length());
        return word == null ? offset : offset + word.text.length();
    }

    /** Returns the words by which it is found what a figure means. */
    MeaningWords meanings() {
        return meanings;
    }

    /** Returns how a number with this measure word must be written to be a count. */
    MeasureRule ruleOf(String symbol) {
        return measures.getOrDefault(symbol, MeasureRule.ANY);
    }

    private static Map<String, Word> words(Map<String, Word> known, List<DefinitionLines.Line> lines) {
        Map<String, Word> words = new LinkedHashMap<>(known);
        for (DefinitionLines.Line line : lines) {
            Word word = Word.of(line);
            words.merge(word.text, word, Word::plus);
        }
        return words;
    }

    private static Map<String, MeasureRule> measures(Map<String, MeasureRule> known, List<DefinitionLines.Line> lines) {
        Map<String, MeasureRule> rules = new LinkedHashMap<>(known);
        for (DefinitionLines.Line line : lines) {
            rules.put(line.field(0, "a measure word"), MeasureRule.of(line));
        }
        return rules;
    }

    private static final class Standard {
        static final ReaderVocabulary VOCABULARY = new ReaderVocabulary(
                UnitVocabulary.standard(),
                words(Map.of(), resource("words.tsv")),
                measures(Map.of(), resource("measure-words.tsv")));

        private static List<DefinitionLines.Line> resource(String name) {
            return DefinitionLines.ofResource(ReaderVocabulary.class.getResourceAsStream(name), name);
        }
    }

    /** The rules for when a measure word counts. */
    enum MeasureRule {
        ANY,
        DIGITS,
        END,
        ONE,
        NAME;

        static MeasureRule of(DefinitionLines.Line line) {
            String rule = line.field(1, "a rule");
            return switch (rule) {
                case "name" -> NAME;
                case "digits" -> DIGITS;
                case "end" -> END;
                case "one" -> ONE;
                default -> throw line.refused("name, digits, one or end", "\"" + rule + "\"");
            };
        }
    }

    /** A word with all kinds that it has. */
    static final class Word {
        final String text;
        final int kinds;
        final String value;

        private Word(String text, int kinds, String value) {
            this.text = text;
            this.kinds = kinds;
            this.value = value;
        }

        static Word of(DefinitionLines.Line line) {
            String text = line.field(0, "a word");
            String name = line.field(1, "a kind");
            for (WordKind kind : WordKind.values()) {
                if (kind.word().equals(name)) {
                    return new Word(text, kind.bit, line.size() > 2 ? line.field(2, "a value") : "");
                }
            }
            throw line.refused("one of the kinds " + WordKind.NAMES, "\"" + name + "\"");
        }

        Word plus(Word other) {
            return new Word(text, kinds | other.kinds, other.value.isEmpty() ? value : other.value);
        }

        boolean is(WordKind kind) {
            return (kinds & kind.bit) != 0;
        }

        /** The qualifier that the word brings along: ABOUT of 约占. */
        Qualifier qualifier() {
            for (Qualifier qualifier : Qualifier.values()) {
                if (qualifier.name().equals(value)) {
                    return qualifier;
                }
            }
            return Qualifier.EXACT;
        }
    }
}
