package org.grassrootskpi.table;

import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.grassrootskpi.text.DefinitionLines;

/** The texts of {@code totals.tsv}, by which a total among the members of an extra dimension gives itself away. */
final class TotalWords {
    static final TotalWords STANDARD = new TotalWords(
            DefinitionLines.ofResource(TotalWords.class.getResourceAsStream("totals.tsv"), "totals.tsv"));

    private static final CharMatcher LETTERS_AND_DIGITS = CharMatcher.forPredicate(Character::isLetterOrDigit);

    private final List<Word> words;

    private TotalWords(List<DefinitionLines.Line> lines) {
        words = lines.stream().map(Word::of).toList();
    }

    private enum Place {
        WHOLE,
        BEGINS,
        ENDS
    }

    private record Word(String text, Place place) {
        static Word of(DefinitionLines.Line line) {
            String place = line.field(1, "a place");
            for (Place known : Place.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(place)) {
                    return new Word(line.field(0, "a text"), known);
                }
            }
            throw line.refused("whole, begins or ends", place);
        }

        boolean fits(String member) {
            return switch (place) {
                case WHOLE -> member.equals(text);
                case BEGINS -> member.startsWith(text);
                case ENDS -> member.endsWith(text);
            };
        }
    }

    /** Returns whether a member looks like the total of the others. */
    boolean fit(String member) {
        String bare = LETTERS_AND_DIGITS
                .retainFrom(Normalizer.normalize(member, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> word.fits(bare));
    }
}
