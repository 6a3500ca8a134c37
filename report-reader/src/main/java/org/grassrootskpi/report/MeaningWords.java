package org.grassrootskpi.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.grassrootskpi.text.DefinitionLines;
import org.grassrootskpi.text.Traditional;
import org.grassrootskpi.text.WordTable;
import org.jspecify.annotations.Nullable;

/** The words of {@code meaning.tsv} by their kind, found at their beginning or at their end. Immutable and thread-safe. */
final class MeaningWords {
    private static final String FILE = "meaning.tsv";

    private static final int LEADING = WordKind.INCREASE.bit
            | WordKind.DECREASE.bit
            | WordKind.REACH.bit
            | WordKind.FROM.bit
            | WordKind.EACH.bit
            | WordKind.HEDGE.bit
            | WordKind.BASIS.bit
            | WordKind.OTHER_BASIS.bit
            | WordKind.RATE.bit
            | WordKind.FILLER.bit;

    private static final int MAX_END = 4;

    private final WordTable<Entry> all;
    private final WordTable<Entry> tails;
    private final WordTable<Entry> nounEnds;

    /** The words of the file; those of change and reach of a vocabulary stand between subjects and figures as well. */
    MeaningWords(Collection<ReaderVocabulary.Word> vocabulary) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(MeaningWords.class.getResourceAsStream(FILE), FILE)) {
            Entry entry = Entry.of(line);
            entries.merge(entry.text, entry, Entry::plus);
        }
        for (ReaderVocabulary.Word word : vocabulary) {
            if ((word.kinds & LEADING) != 0) {
                entries.merge(word.text, new Entry(word.text, Kind.TAIL.bit, ""), Entry::plus);
            }
        }
        Map<String, Long> kinds = new HashMap<>();
        entries.values()
                .forEach(entry -> kinds.merge(Traditional.simplified(entry.text), entry.kinds, (a, b) -> a | b));
        entries.replaceAll((text, entry) -> entry.within(kinds));
        this.all = new WordTable<>(entries.values(), entry -> entry.text);
        this.tails = ends(entries, Kind.TAIL, Kind.NOUN, Kind.RISE, Kind.ACT, Kind.COUNTED);
        this.nounEnds = ends(entries, Kind.HEAD, Kind.GAUGE);
    }

    private static WordTable<Entry> ends(Map<String, Entry> entries, Kind... kinds) {
        return WordTable.ofEnds(
                entries.values().stream()
                        .filter(entry -> Stream.of(kinds).anyMatch(entry::is))
                        .toList(),
                entry -> entry.text);
    }

    /** Returns the longest word of any kind that begins at an offset. */
    @Nullable Entry at(CharSequence text, int offset, int limit) {
        return all.longest(text, offset, limit);
    }

    /** Returns the longest word of a kind that begins at an offset. */
    @Nullable Entry at(CharSequence text, int offset, int limit, Kind kind) {
        return all.longest(text, offset, limit, kind);
    }

    /** Returns whether a stretch of text is a word of a kind. */
    boolean is(CharSequence text, Kind kind) {
        Entry entry = at(text, 0, text.length(), kind);
        return entry != null && entry.text.length() == text.length();
    }

    /** Returns the longest word that ends at an offset and stands between subjects and figures, or a noun. */
    @Nullable Entry tailAt(CharSequence text, int from, int end) {
        return tails.longestBefore(text, from, end);
    }

    /** Returns where the words end that stand between a subject and its figure, from an offset on. */
    int tailEnd(CharSequence text, int from, int limit) {
        int at = from;
        while (at < limit) {
            Entry word = at(text, at, limit, Kind.TAIL);
            if (word == null) {
                break;
            }
            at += word.length();
        }
        return at;
    }

    /** Returns the longest noun of measure that ends at an offset. */
    @Nullable Entry nounEndAt(CharSequence text, int from, int end) {
        return nounEnds.longestBefore(text, from, end);
    }

    /** Returns the longest word of a kind, of up to four characters, with which a phrase ends. */
    @Nullable Entry endOf(String phrase, Kind kind) {
        for (int i = Math.max(0, phrase.length() - MAX_END); i < phrase.length(); i++) {
            Entry word = at(phrase, i, phrase.length(), kind);
            if (word != null && i + word.length() == phrase.length()) {
                return word;
            }
        }
        return null;
    }

    /** The kinds of words; the file describes each. */
    enum Kind implements Predicate<Entry> {
        NOUN,
        ACT,
        LIGHT,
        ADVERB,
        LEAD,
        MANY,
        OBJECT,
        TAIL,
        RISE,
        EARN,
        MORE,
        PULL,
        EACH,
        HEAD,
        GAUGE,
        SHARED,
        CONTRACTION,
        COUNTED,
        STOP,
        RATIO_NOUN,
        GAP,
        NORM,
        LAST_YEAR,
        AIM,
        WILL,
        INTEND,
        CLASS,
        AGENT,
        GROUP,
        PLACE,
        EXCEPT,
        EXCEPT_END,
        BECOME,
        CASUALTY,
        CAUSE,
        EVENT,
        SPREAD,
        METHOD,
        RESUME,
        GOAL;

        @SuppressWarnings("EnumOrdinal") // never stored
        private final long bit = 1L << ordinal();

        /** Returns whether it is one of several kinds. */
        boolean isIn(long kinds) {
            return (kinds & bit) != 0;
        }

        @Override
        public boolean test(Entry word) {
            return word.is(this);
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A word with all kinds that it has. */
    static final class Entry {
        final String text;
        final String value;
        private final long kinds;

        private final long kindsWithin;

        private Entry(String text, long kinds, String value) {
            this(text, kinds, value, kinds);
        }

        private Entry(String text, long kinds, String value, long kindsWithin) {
            this.text = text;
            this.kinds = kinds;
            this.value = value;
            this.kindsWithin = kindsWithin;
        }

        private static Entry of(DefinitionLines.Line line) {
            String text = line.field(0, "a word");
            String name = line.field(1, "a kind");
            for (Kind kind : Kind.values()) {
                if (kind.word().equals(name)) {
                    return new Entry(text, kind.bit, line.size() > 2 ? line.field(2, "a value") : "");
                }
            }
            throw line.refused("a kind that the head of the file describes", "\"" + name + "\"");
        }

        private Entry plus(Entry other) {
            return new Entry(text, kinds | other.kinds, value.isEmpty() ? other.value : value);
        }

        private Entry within(Map<String, Long> all) {
            String simplified = Traditional.simplified(text);
            long within = 0;
            for (int end = 1; end <= simplified.length(); end++) {
                within |= all.getOrDefault(simplified.substring(0, end), 0L);
            }
            return new Entry(text, kinds, value, within);
        }

        int length() {
            return text.length();
        }

        /** The kinds of all words that it begins with, its own among them. */
        long kindsWithin() {
            return kindsWithin;
        }

        /** Returns whether it begins with a word of a kind, or is one. */
        boolean beginsWith(Kind kind) {
            return (kindsWithin & kind.bit) != 0;
        }

        boolean is(Kind kind) {
            return (kinds & kind.bit) != 0;
        }

        boolean is(Kind one, Kind other) {
            return (kinds & (one.bit | other.bit)) != 0;
        }
    }
}
