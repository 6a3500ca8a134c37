package org.grassrootskpi.check;

import com.google.common.collect.ImmutableListMultimap;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grassrootskpi.text.DefinitionLines;

/** The words by which relations between figures are found: those of {@code check-words.tsv}. */
final class CheckWords {
    private static final String RESOURCE = "check-words.tsv";
    /** Words in front of a figure that are looked through: 仅为近. */
    private static final int MOST_TAILS = 4;

    private static final String MARKS = "，,、：:（）()“”\"";
    private static final ImmutableListMultimap<Kind, String> WORDS = read();

    private CheckWords() {}

    /** What a word does between figures; see the comments of the resource. */
    enum Kind {
        FILL,
        BASE,
        TAIL,
        SINCE,
        ROSE,
        REACHED,
        REAL,
        SCOPED,
        SAME_SCOPE,
        TARGET,
        DONE,
        OF,
        PART,
        TOTAL,
        REST,
        INTENSIVE,
        STOCK,
        LISTED,
        HEADED,
        GENERIC_WHOLE,
        BOUNDED,
        FELL,
        SINGLE,
        COMMON,
        RATE,
        MISSED,
        STOCK_NAME,
        EXCLUSIVE,
        MOVED,
        ADDED,
        REMOVED,
        OPENING,
        RECORD_HIGH,
        RECORD_LOW,
        UNDER_WAY,
        FACILITY,
        MANNER,
        LEADING
    }

    private static ImmutableListMultimap<Kind, String> read() {
        ImmutableListMultimap.Builder<Kind, String> words = ImmutableListMultimap.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(CheckWords.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            words.put(
                    Kind.valueOf(line.field(1, "a kind").replace('-', '_').toUpperCase(Locale.ROOT)),
                    line.field(0, "a word"));
        }
        return words.orderValuesBy(Comparator.comparingInt(word -> -word.length()))
                .build();
    }

    static List<String> all(Kind kind) {
        return WORDS.get(kind);
    }

    static boolean isIn(Kind kind, String text) {
        return WORDS.get(kind).stream().anyMatch(text::contains);
    }

    /** The longest word of a kind that begins at an offset. */
    static Optional<String> at(Kind kind, String text, int offset) {
        return WORDS.get(kind).stream()
                .filter(word -> text.startsWith(word, offset))
                .findFirst();
    }

    /** The longest word of a kind at the end of a text. */
    static Optional<String> atEnd(Kind kind, String text) {
        return WORDS.get(kind).stream().filter(text::endsWith).findFirst();
    }

    /** A text without the words at its end that only lead to a figure: 为, 的, 近. */
    static String withoutTail(String text) {
        String rest = text;
        for (int i = 0; i < MOST_TAILS; i++) {
            rest = rest.substring(
                    0,
                    rest.length() - atEnd(Kind.TAIL, rest).map(String::length).orElse(0));
        }
        return rest;
    }

    /** What remains of a text without the words of some kinds and without commas, colons, brackets and quotation marks. */
    static String rest(String text, Kind... kinds) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int length = MARKS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
            for (Kind kind : kinds) {
                length = Math.max(length, at(kind, text, i).map(String::length).orElse(0));
            }
            if (length == 0) {
                rest.append(text.charAt(i));
            }
            i += Math.max(1, length);
        }
        return rest.toString();
    }
}
