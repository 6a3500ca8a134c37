package org.grassrootskpi.text;

import com.google.common.base.Preconditions;
import com.google.common.base.Predicates;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Words as a trie: a look-up follows the characters of a text from node to node, each by one access to a hash table, up to the
 * first that no word goes on with, and allocates nothing. Traditional characters (萬, 億) are read like the simplified ones, in
 * the words and in the text. Immutable and thread-safe.
 *
 * @param <T> the type of the meaning of a word
 */
public final class WordTable<T> {
    private static final int ROOT = 0;

    /** Where no branch leads to: that is not where any leads to, as the root. */
    private static final int NO_NODE = 0;

    private static final int NODE_BITS = 24;
    private static final int MAX_NODE = (1 << NODE_BITS) - 1;

    /** Slots for each branch, so that most that are looked for and do not exist find an empty one. */
    private static final int SLOTS = 4;

    /** 2 to the 64th divided by the golden ratio: spreads numbers that follow each other. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** 1 for words that are read on from their first character, -1 for words that are read back from their last. */
    private final int step;

    private final CharacterSet firsts;

    /** The branches of all nodes with the nodes that they lead to, each in the first free slot behind its hash; 0 where it is free. */
    private final long[] slots;

    private final int shift;

    /** Where the meanings of each node begin among all; those of one node are in the order in which they were given. */
    private final int[] starts;

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
        List<List<T>> meanings = new ArrayList<>(List.of(List.of()));
        Map<Long, Integer> links = new LinkedHashMap<>();
        StringBuilder beginnings = new StringBuilder();
        for (T entry : entries) {
            String word = spelling.apply(entry);
            beginnings.append(word.charAt(0));
            int node = ROOT;
            for (int i = 0; i < word.length(); i++) {
                int next = links.computeIfAbsent(branch(node, word.charAt(i)), added -> meanings.size());
                if (next == meanings.size()) {
                    meanings.add(new ArrayList<>());
                }
                node = next;
            }
            meanings.get(node).add(entry);
        }
        Preconditions.checkArgument(meanings.size() <= MAX_NODE, "Expected fewer words, found %s", entries.size());
        this.firsts = CharacterSet.of(beginnings.toString());
        this.entries = meanings.stream().flatMap(List::stream).collect(ImmutableList.toImmutableList());
        this.starts = new int[meanings.size() + 1];
        for (int node = 0; node < meanings.size(); node++) {
            starts[node + 1] = starts[node] + meanings.get(node).size();
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(SLOTS * (links.size() + 1L));
        this.shift = Long.SIZE - bits;
        this.slots = new long[1 << bits];
        links.forEach((branch, node) -> slots[slot(branch)] = (branch << NODE_BITS) | node);
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

    private static long branch(int node, char c) {
        return ((long) node << Character.SIZE) | c;
    }

    /** The slot of a branch, or the free one where it would be. */
    private int slot(long branch) {
        int slot = (int) ((branch * GOLDEN) >>> shift);
        while (slots[slot] != NO_NODE && (slots[slot] >>> NODE_BITS) != branch) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int next(int node, char c) {
        return (int) (slots[slot(branch(node, c))] & MAX_NODE);
    }

    /**
     * Returns whether any word begins with a character.
     *
     * @param first a UTF-16 unit
     * @return true if {@link #longest} can find something at this character
     */
    public boolean mayStartWith(char first) {
        return firsts.contains(Traditional.simplified(first));
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
        return find(text, offset, limit - offset, Predicates.alwaysTrue());
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
        return find(text, end - 1, end - from, Predicates.alwaysTrue());
    }

    /** The longest word of at most so many characters, the first of which is at an offset. */
    private @Nullable T find(CharSequence text, int offset, int length, Predicate<? super T> kind) {
        if (length <= 0 || !mayStartWith(text.charAt(offset))) {
            return null;
        }
        T found = null;
        int node = ROOT;
        for (int i = 0; i < length; i++) {
            node = next(node, Traditional.simplified(text.charAt(offset + step * i)));
            if (node == NO_NODE) {
                break;
            }
            T meaning = meaning(node, kind);
            found = meaning == null ? found : meaning;
        }
        return found;
    }

    private @Nullable T meaning(int node, Predicate<? super T> kind) {
        for (int i = starts[node]; i < starts[node + 1]; i++) {
            if (kind.test(entries.get(i))) {
                return entries.get(i);
            }
        }
        return null;
    }
}
