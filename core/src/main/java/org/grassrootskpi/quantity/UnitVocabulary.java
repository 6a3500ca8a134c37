package org.grassrootskpi.quantity;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grassrootskpi.text.CharacterSet;
import org.grassrootskpi.text.DefinitionLines;
import org.grassrootskpi.text.Spelling;
import org.grassrootskpi.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * The units that a reader knows by their symbols.
 *
 * <p>{@link #standard()} holds the units and measure words of Chinese government reports and the usual Latin spellings.
 * A file of your own has the form of the resource {@code units.tsv}: tab-separated symbol, code, multiplier and an
 * optional list of {@code halves}, {@code front} and {@code money} (the resource says what they mean), with {@code #}
 * comments. Immutable and thread-safe.
 */
public final class UnitVocabulary {
    private final ImmutableMap<String, Entry> entries;
    private final WordTable<Entry> table;
    private final WordTable<Entry> fronts;
    private final WordTable<Entry> frontEnds;

    /** The words with which a figure may begin: signs, qualifiers, units in front. */
    private final WordTable<String> openings;

    private final CharacterSet starts;

    private UnitVocabulary(Map<String, Entry> entries) {
        this.entries = ImmutableMap.copyOf(entries);
        this.table = new WordTable<>(this.entries.values(), entry -> entry.unit.symbol());
        List<Entry> inFront =
                this.entries.values().stream().filter(entry -> entry.front).toList();
        this.fronts = new WordTable<>(inFront, entry -> entry.unit.symbol());
        this.frontEnds = WordTable.ofEnds(inFront, entry -> entry.unit.symbol());
        List<String> words = new ArrayList<>(Numerals.STANDARD.openings());
        words.addAll(QualifierWords.STANDARD.openings());
        inFront.forEach(entry -> words.add(entry.unit.symbol()));
        this.openings = new WordTable<>(words, word -> word);
        this.starts = CharacterSet.where(c -> QuantityEdges.isNumeral((char) c) || openings.mayStartWith((char) c));
    }

    /**
     * Returns the units of the resource {@code units.tsv}.
     *
     * @return the vocabulary that the library itself reads with
     */
    public static UnitVocabulary standard() {
        return Standard.VOCABULARY;
    }

    /**
     * Reads a vocabulary file.
     *
     * @param reader the file's text; read to its end, not closed
     * @param name how messages call the file
     * @return the units of the file alone; see {@link #plus} to add the standard ones
     * @throws IllegalArgumentException if a line is wrong, with file, line, what was expected and what was found
     * @throws IOException if reading fails
     */
    public static UnitVocabulary read(Reader reader, String name) throws IOException {
        return of(DefinitionLines.read(reader, name));
    }

    private static UnitVocabulary of(List<DefinitionLines.Line> lines) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (DefinitionLines.Line line : lines) {
            Entry entry = Entry.of(line);
            if (entries.putIfAbsent(entry.unit.symbol(), entry) != null) {
                throw line.refused("a symbol that is defined once", "a second \"" + entry.unit.symbol() + "\"");
            }
        }
        return new UnitVocabulary(entries);
    }

    /**
     * Returns this vocabulary with one more unit, which replaces one of the same symbol.
     *
     * @param unit a unit with a symbol
     * @return the extended vocabulary
     * @throws IllegalArgumentException if the unit has no symbol
     */
    public UnitVocabulary with(Unit unit) {
        return withAll(List.of(unit), List.of());
    }

    /**
     * Returns this vocabulary with more units, which replace those of the same symbols.
     *
     * @param behind units with symbols that stand behind their numbers
     * @param inFront units with symbols that may stand in front of their numbers as well, as currencies do
     * @return the extended vocabulary; this one where there is nothing to add
     * @throws IllegalArgumentException if a unit has no symbol
     */
    public UnitVocabulary withAll(Collection<Unit> behind, Collection<Unit> inFront) {
        if (behind.isEmpty() && inFront.isEmpty()) {
            return this;
        }
        Map<String, Entry> all = new LinkedHashMap<>(entries);
        behind.forEach(unit -> all.put(symbol(unit), new Entry(unit, Set.of())));
        inFront.forEach(unit -> all.put(symbol(unit), new Entry(unit, Set.of(Entry.FRONT))));
        return new UnitVocabulary(all);
    }

    private static String symbol(Unit unit) {
        if (unit.symbol().isEmpty()) {
            throw new IllegalArgumentException("Expected a unit with a symbol, found " + unit);
        }
        return unit.symbol();
    }

    /**
     * Returns whether a unit of a code is known by a symbol.
     *
     * @param code a code such as {@code CNY}
     * @return true if a symbol of this vocabulary stands for it or for a multiple of it
     */
    public boolean knowsCode(String code) {
        return entries.values().stream().anyMatch(entry -> entry.unit.code().equals(code));
    }

    /**
     * Returns both vocabularies together; where both know a symbol, the other's meaning wins.
     *
     * @param other the vocabulary to add
     * @return the union
     */
    public UnitVocabulary plus(UnitVocabulary other) {
        Map<String, Entry> all = new LinkedHashMap<>(entries);
        all.putAll(other.entries);
        return new UnitVocabulary(all);
    }

    /**
     * Returns the longest symbol at an offset of a text, without allocating; {@code unit.symbol().length()} is its
     * length. Scales (万, 亿) are not symbols.
     *
     * @param text any text
     * @param offset where to look, from 0 to the text's length
     * @return the unit, or null if there is no symbol
     */
    public @Nullable Unit longestPrefix(CharSequence text, int offset) {
        Entry entry = entryAt(text, offset, text.length());
        return entry == null ? null : entry.unit;
    }

    @Nullable Entry entryAt(CharSequence text, int offset, int limit) {
        return table.longest(text, offset, limit);
    }

    /** Returns the unit at an offset that may precede its number. */
    @Nullable Entry frontAt(CharSequence text, int offset, int limit) {
        return fronts.longest(text, offset, limit);
    }

    /**
     * Returns whether a figure may begin with a character: a digit, a numeral, a sign, the first character of a qualifier
     * or of a unit that may stand in front.
     *
     * @param first a UTF-16 unit
     * @return false if {@link Quantity#parsePrefix} finds nothing at any such character
     */
    public boolean mayStartFigure(char first) {
        return starts.contains(first);
    }

    /** Returns whether a figure may begin at an offset: with a digit, a numeral, or a word that stands in front of one. */
    boolean mayStartFigure(CharSequence text, int offset, int limit) {
        return QuantityEdges.isNumeral(text.charAt(offset)) || openings.longest(text, offset, limit) != null;
    }

    /** Returns the unit that may precede a number and ends at an offset. */
    @Nullable Entry frontEndingAt(CharSequence text, int offset) {
        return frontEnds.longestBefore(text, 0, offset);
    }

    /**
     * Reads a unit; see {@link Unit#parse}.
     *
     * @param text a symbol with or without scales, a scale alone, or a code
     * @return the unit
     * @throws QuantityFormatException if this vocabulary does not know it
     */
    public Unit parse(String text) {
        return QuantityParser.parseUnit(text, this);
    }

    /** Returns a hint at the known symbol that is spelled most like a wrong one; empty if none is near. */
    String suggestionFor(String wrong) {
        return Spelling.nearest(wrong, entries.keySet())
                .map(known -> " (did you mean " + known + "?)")
                .orElse("");
    }

    private static final class Standard {
        static final UnitVocabulary VOCABULARY =
                of(DefinitionLines.ofResource(UnitVocabulary.class.getResourceAsStream("units.tsv"), "units.tsv"));
    }

    /** A unit and how it may be printed. */
    static final class Entry {
        private static final Splitter OPTIONS = Splitter.on(',').trimResults().omitEmptyStrings();
        static final String FRONT = "front";
        private static final Set<String> KNOWN = Set.of("halves", FRONT, "money");

        final Unit unit;

        /** Whether 半 may follow it, for half a unit. */
        final boolean halves;

        /** Whether it may precede the number: 港币2.5亿元. */
        final boolean front;

        /** Whether it only says that money is counted, after a currency in front: the 元 of 港币2.5亿元. */
        final boolean money;

        Entry(Unit unit, Set<String> options) {
            this.unit = unit;
            this.halves = options.contains("halves");
            this.front = options.contains(FRONT);
            this.money = options.contains("money");
        }

        static Entry of(DefinitionLines.Line line) {
            String symbol = line.field(0, "a symbol");
            String code = line.field(1, "a code");
            String multiplier = line.field(2, "a multiplier");
            String printed = line.size() > 3 ? line.field(3, "options") : "-";
            Set<String> options = printed.equals("-") ? Set.of() : ImmutableSet.copyOf(OPTIONS.split(printed));
            if (!KNOWN.containsAll(options)) {
                throw line.refused("the options halves, front and money, - or nothing", "\"" + printed + "\"");
            }
            int slash = multiplier.indexOf('/');
            try {
                long numerator = Long.parseLong(slash < 0 ? multiplier : multiplier.substring(0, slash));
                long denominator = slash < 0 ? 1 : Long.parseLong(multiplier.substring(slash + 1));
                return new Entry(Unit.of(symbol, code, numerator, denominator), options);
            } catch (NumberFormatException e) {
                throw line.refused("a multiplier like 10000 or 2000/3", "\"" + multiplier + "\"");
            } catch (IllegalArgumentException e) {
                throw line.refused("a valid unit", "a wrong one: " + e.getMessage());
            }
        }
    }
}
