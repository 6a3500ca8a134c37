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

    private final Function<T, String> spelling;
    private final short[] bucketOf = new short[Character.MAX_VALUE + 1];
    private final List<List<T>> buckets = new ArrayList<>();

    /**
     * Builds a table of words.
     *
     * @param entries the meanings of the words; of two with one spelling the first is found
     * @param spelling the word of an entry, not empty
     */
    public WordTable(Collection<T> entries, Function<T, String> spelling) {
        this.spelling = spelling;
        buckets.add(ImmutableList.of());
        entries.stream()
                .sorted(Comparator.comparing((T entry) -> spelling.apply(entry).length())
                        .reversed())
                .forEach(this::add);
    }

    private void add(T entry) {
        char first = Traditional.simplified(spelling.apply(entry).charAt(0));
        if (bucketOf[first] == NO_BUCKET) {
            bucketOf[first] = (short) buckets.size();
            buckets.add(new ArrayList<>());
        }
        buckets.get(bucketOf[first]).add(entry);
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
        List<T> bucket = buckets.get(bucketOf[Traditional.simplified(text.charAt(offset))] & 0xFFFF);
        for (int i = 0; i < bucket.size(); i++) {
            T entry = bucket.get(i);
            if (standsAt(spelling.apply(entry), text, offset, limit)) {
                return entry;
            }
        }
        return null;
    }

    private static boolean standsAt(String word, CharSequence text, int offset, int limit) {
        if (offset + word.length() > limit) {
            return false;
        }
        for (int i = 1; i < word.length(); i++) {
            if (Traditional.simplified(text.charAt(offset + i)) != Traditional.simplified(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
