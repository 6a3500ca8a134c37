package org.grassrootskpi.report;

import java.util.Arrays;
import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.jspecify.annotations.Nullable;

/** The words and figures of one clause, from left to right; used again for the next clause. */
final class ClauseTokens {
    /** Tokens that are looked back at, so that a clause full of figures stays linear. */
    private static final int MAX_LOOK_BACK = 40;

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private @Nullable Word[] words = new Word[64];
    private @Nullable MentionBuilder[] figures = new MentionBuilder[64];
    private int size;

    void clear() {
        Arrays.fill(figures, 0, size, null);
        size = 0;
    }

    void add(int start, int end, @Nullable Word word, @Nullable MentionBuilder figure) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            words = Arrays.copyOf(words, 2 * size);
            figures = Arrays.copyOf(figures, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        words[size] = word;
        figures[size] = figure;
        size++;
    }

    /** Drops the numbers that have found no unit. */
    void dropBare() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            MentionBuilder figure = figures[i];
            if (figure == null || !figure.bare) {
                starts[kept] = starts[i];
                ends[kept] = ends[i];
                words[kept] = words[i];
                figures[kept] = figure;
                kept++;
            }
        }
        Arrays.fill(figures, kept, size, null);
        size = kept;
    }

    int size() {
        return size;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    @Nullable MentionBuilder figure(int index) {
        return figures[index];
    }

    @Nullable Word word(int index) {
        return words[index];
    }

    /** Returns whether the token is a word of a kind. */
    boolean is(int index, WordKind kind) {
        Word word = index < 0 || index >= size ? null : words[index];
        return word != null && word.is(kind);
    }

    /** The last word of a kind before a token and behind the figure before it, or -1. */
    int lastBefore(int index, WordKind kind) {
        for (int i = index - 1; i >= 0 && figures[i] == null; i--) {
            if (is(i, kind)) {
                return i;
            }
        }
        return -1;
    }

    /** The last word of a kind before a token, past other figures as well, or -1. */
    int lastInClause(int index, WordKind kind) {
        int farthest = Math.max(0, index - MAX_LOOK_BACK);
        for (int i = index - 1; i >= farthest; i--) {
            if (is(i, kind)) {
                return i;
            }
        }
        return -1;
    }
}
