package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.report.HeadingWords.Entry;

/** The words by which a draft places a figure or leaves it to a person, read from {@code draft-words.tsv}. */
final class DraftWords {
    private static final ImmutableListMultimap<String, Entry> WORDS = HeadingWords.read("draft-words.tsv");
    private static final ImmutableListMultimap<String, Pattern> PATTERNS = patterns();

    /** The kinds of words. */
    enum Kind {
        APART,
        NEW,
        TOTAL,
        IN_YEAR,
        YEARS,
        THIS_YEAR,
        OTHER_BASE,
        AIM,
        SCOPE,
        SAME,
        GROWTH,
        STOCK,
        STANDING,
        JOINT,
        EVENT,
        FLOW,
        BARE,
        OWNER,
        NOTHING_BEFORE,
        NOTHING_BEHIND,
        SAME_NAME,
        STRIVE,
        START,
        CONTINUE,
        ESTIMATE,
        LOWER,
        HIGHER,
        NEUTRAL,
        SECTOR,
        IN_CONTEXT,
        IN_REPORT,
        DONE,
        EFFECT,
        MEAN,
        FIELD,
        AWARD_SCOPE,
        LOOSE,
        FOR_WHOM,
        RATE_ENDING,
        COUNT_ENDING,
        COUNTED_ENDING,
        AMOUNT_ENDING,
        PROJECTED,
        GAINED,
        NAMED_BEHIND,
        MOVES;

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private DraftWords() {}

    private static ImmutableListMultimap<String, Pattern> patterns() {
        ImmutableListMultimap.Builder<String, Pattern> patterns = ImmutableListMultimap.builder();
        WORDS.forEach((kind, entry) -> {
            if (kind.endsWith("-pattern")) {
                patterns.put(kind, Pattern.compile(entry.word()));
            }
        });
        return patterns.build();
    }

    /** Finds the words of one kind, and the matches of its patterns, in a text, the longest words first. */
    static ImmutableList<String> all(Kind kind, String text) {
        ImmutableList.Builder<String> found = ImmutableList.builder();
        WORDS.get(kind.key()).stream().map(Entry::word).filter(text::contains).forEach(found::add);
        for (Pattern pattern : PATTERNS.get(kind.key() + "-pattern")) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group());
            }
        }
        return found.build();
    }

    static ImmutableList<Entry> entries(Kind kind) {
        return WORDS.get(kind.key());
    }

    static ImmutableList<String> words(Kind kind) {
        return entries(kind).stream().map(Entry::word).collect(ImmutableList.toImmutableList());
    }

    static Optional<String> first(Kind kind, String text) {
        return all(kind, text).stream().findFirst();
    }

    static boolean has(Kind kind, String text) {
        return first(kind, text).isPresent();
    }

    /** The word of this kind that the text is, or begins with. */
    static Optional<Entry> leading(Kind kind, String text) {
        return WORDS.get(kind.key()).stream()
                .filter(entry -> text.startsWith(entry.word()))
                .findFirst();
    }

    static Optional<String> valueOf(Kind kind, String word) {
        return WORDS.get(kind.key()).stream()
                .filter(entry -> entry.word().equals(word))
                .map(Entry::value)
                .findFirst();
    }
}
