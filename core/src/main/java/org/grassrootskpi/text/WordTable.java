package org.grassrootskpi.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Words by their first character, longest first. Traditional characters (萬, 億) are read like the simplified ones, in the
 * words and in the text. A look-up at any offset of a long text is one array access for the
 * characters that begin no word, and allocates nothing. Immutable and thread-safe.
 *
 * @param <T> the type of the meaning of a word
 */
public final class WordTable<T> {
    private static final int NO_BUCKET = 0;

    private final char[] bucketOf = new char[Character.MAX_VALUE + 1];
    private final List<Bucket<T>> buckets = new ArrayList<>();

    /** The words with one first character, in simplified characters, and their meanings. */
    private record Bucket<T>(List<String> words, List<T> entries) {}

    /**
     * Builds a table of words.
     *
     * @param entries the meanings of the words; of two with one spelling the first is found
     * @param spelling the word of an entry, not empty
     */
    public WordTable(Collection<T> entries, Function<T, String> spelling) {
        buckets.add(new Bucket<>(ImmutableList.of(), ImmutableList.of()));
        entries.stream()
                .sorted(Comparator.comparing((T entry) -> spelling.apply(entry).length())
                        .reversed())
                .forEach(entry -> add(simplified(spelling.apply(entry)), entry));
    }

    private static String simplified(String word) {
        StringBuilder simplified = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            simplified.append(Traditional.simplified(word.charAt(i)));
        }
        return simplified.toString();
    }

    private void add(String word, T entry) {
        char first = word.charAt(0);
        if (bucketOf[first] == NO_BUCKET) {
            bucketOf[first] = (char) buckets.size();
            buckets.add(new Bucket<>(new ArrayList<>(), new ArrayList<>()));
        }
        Bucket<T> bucket = buckets.get(bucketOf[first]);
        bucket.words.add(word);
        bucket.entries.add(entry);
    }

    /**
     * Returns whether any word begins with a character.
     *
     * @param first a UTF-16 unit
     * @return true if {@link #longest} can find something at this character
     */
    public boolean mayStartWith(char first) {
        return bucketOf[Traditional.simplified(first)] != NO_BUCKET;
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
        if (offset >= limit) {
            return null;
        }
        int number = bucketOf[Traditional.simplified(text.charAt(offset))];
        if (number == NO_BUCKET) {
            return null;
        }
        Bucket<T> bucket = buckets.get(number);
        int length = limit - offset;
        char second = length > 1 ? Traditional.simplified(text.charAt(offset + 1)) : 0;
        for (int i = 0; i < bucket.words.size(); i++) {
            String word = bucket.words.get(i);
            boolean fits = word.length() == 1 || (word.length() <= length && word.charAt(1) == second);
            if (fits && goesOn(word, text, offset)) {
                return bucket.entries.get(i);
            }
        }
        return null;
    }

    private static boolean goesOn(String word, CharSequence text, int offset) {
        for (int i = 2; i < word.length(); i++) {
            if (Traditional.simplified(text.charAt(offset + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
