package org.grassrootskpi.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Words by their first character, longest first. Traditional characters (萬, 億) are read like the simplified ones, in the
 * words and in the text. A look-up at any offset of a long text is mostly one array access for the
 * characters that begin no word, and allocates nothing. Immutable and thread-safe.
 *
 * @param <T> the type of the meaning of a word
 */
public final class WordTable<T> {
    private static final int NO_BUCKET = 0;

    /** Slots for each first character, so that most characters that begin no word find an empty one. */
    private static final int SLOTS = 4;

    /** 2 to the 32nd divided by the golden ratio: spreads characters that follow each other. */
    private static final int GOLDEN = 0x9E3779B9;

    /** 1 for words that are read on from their first character, -1 for words that are read back from their last. */
    private final int step;

    /** The first characters by their hash, each in the first free slot from there on, and the numbers of their buckets. */
    private final char[] firsts;

    private final char[] bucketOf;
    private final int shift;

    /** Where the words of each bucket begin; those with one first character stand together, the longest first. */
    private final int[] starts;

    /** The second characters of the words; 0 for a word of one. */
    private final char[] seconds;

    /** The words in simplified characters, in the order in which they are read. */
    private final String[] words;

    private final ImmutableList<T> entries;

    /**
     * Builds a table of words.
     *
     * @param entries the meanings of the words; of two with one spelling the first is found
     * @param spelling the word of an entry, not empty
     */
    public WordTable(Collection<T> entries, Function<T, String> spelling) {
        this(entries, entry -> Traditional.simplified(spelling.apply(entry)), 1);
    }

    private WordTable(Collection<T> entries, Function<T, String> spelling, int step) {
        this.step = step;
        ListMultimap<Character, T> byFirst =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        entries.stream()
                .sorted(Comparator.comparing((T entry) -> spelling.apply(entry).length())
                        .reversed())
                .forEach(entry -> byFirst.put(spelling.apply(entry).charAt(0), entry));
        this.entries = ImmutableList.copyOf(byFirst.values());
        this.words = this.entries.stream().map(spelling).toArray(String[]::new);
        this.seconds = new char[words.length];
        for (int i = 0; i < words.length; i++) {
            seconds[i] = words[i].length() > 1 ? words[i].charAt(1) : 0;
        }
        int bits = Integer.SIZE
                - Integer.numberOfLeadingZeros(SLOTS * (byFirst.keySet().size() + 1));
        this.shift = Integer.SIZE - bits;
        this.firsts = new char[1 << bits];
        this.bucketOf = new char[1 << bits];
        this.starts = new int[byFirst.keySet().size() + 2];
        int bucket = NO_BUCKET;
        for (char first : byFirst.keySet()) {
            bucket++;
            int slot = slot(first);
            firsts[slot] = first;
            bucketOf[slot] = (char) bucket;
            starts[bucket + 1] = starts[bucket] + byFirst.get(first).size();
        }
    }

    /**
     * Builds a table of words that are found by their ends, for {@link #longestBefore}.
     *
     * @param entries the meanings of the words; of two with one spelling the first is found
     * @param spelling the word of an entry, not empty
     * @param <T> the type of the meaning of a word
     * @return the table
     */
    public static <T> WordTable<T> ofEnds(Collection<T> entries, Function<T, String> spelling) {
        return new WordTable<>(
                entries,
                entry -> new StringBuilder(Traditional.simplified(spelling.apply(entry)))
                        .reverse()
                        .toString(),
                -1);
    }

    /** The slot of a first character, or the free one where it would be. */
    private int slot(char first) {
        int slot = (first * GOLDEN) >>> shift;
        while (bucketOf[slot] != NO_BUCKET && firsts[slot] != first) {
            slot = (slot + 1) % firsts.length;
        }
        return slot;
    }

    /**
     * Returns whether any word begins with a character.
     *
     * @param first a UTF-16 unit
     * @return true if {@link #longest} can find something at this character
     */
    public boolean mayStartWith(char first) {
        return bucketOf[slot(Traditional.simplified(first))] != NO_BUCKET;
    }

    /**
     * Returns the longest word that begins at an offset and ends at or before a limit.
     *
     * @param text any text
     * @param offset where to look
     * @param limit where the text is taken to end, at most its length
     * @return the meaning of the word, or null if no word begins there
     */
    public @Nullable T longest(CharSequence text, int offset, int limit) {
        return longest(text, offset, limit, entry -> true);
    }

    /**
     * Returns the longest word of some kind that begins at an offset and ends at or before a limit.
     *
     * @param text any text
     * @param offset where to look
     * @param limit where the text is taken to end, at most its length
     * @param kind which meanings count
     * @return the meaning of the word, or null if no word of that kind begins there
     */
    public @Nullable T longest(CharSequence text, int offset, int limit, Predicate<? super T> kind) {
        return find(text, offset, limit - offset, kind);
    }

    /**
     * Returns the longest word of a {@linkplain #ofEnds table of ends} that ends at an offset and begins at or behind another.
     *
     * @param text any text
     * @param from where the text is taken to begin
     * @param end where to look, exclusive
     * @return the meaning of the word, or null if no word ends there
     */
    public @Nullable T longestBefore(CharSequence text, int from, int end) {
        return find(text, end - 1, end - from, entry -> true);
    }

    /** The longest word of at most so many characters, the first of which is at an offset. */
    private @Nullable T find(CharSequence text, int offset, int length, Predicate<? super T> kind) {
        int number = length <= 0 ? NO_BUCKET : bucketOf[slot(Traditional.simplified(text.charAt(offset)))];
        if (number == NO_BUCKET) {
            return null;
        }
        char second = length > 1 ? Traditional.simplified(text.charAt(offset + step)) : 0;
        for (int i = starts[number]; i < starts[number + 1]; i++) {
            boolean begins = seconds[i] == second || seconds[i] == 0;
            if (begins && words[i].length() <= length && goesOn(words[i], text, offset) && kind.test(entries.get(i))) {
                return entries.get(i);
            }
        }
        return null;
    }

    private boolean goesOn(String word, CharSequence text, int offset) {
        for (int i = 2; i < word.length(); i++) {
            if (Traditional.simplified(text.charAt(offset + step * i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
