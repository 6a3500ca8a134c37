package org.grassrootskpi.tables;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Says of most texts that come again that they do, without a look at what they hold: the cells of a column are the same objects as long as
 * they come back soon. Not thread-safe.
 */
final class Repeats {
    private static final int PLACES = 1024;

    private final @Nullable String[] texts = new String[PLACES];

    /** Returns true where the very object was seen; false may be said of one that was seen long ago. */
    boolean saw(String text) {
        int place = place(text);
        if (isSame(texts[place], text)) {
            return true;
        }
        texts[place] = text;
        return false;
    }

    /** Returns a place for a text in an array of {@link #PLACES}. */
    private static int place(String text) {
        int hash = text.hashCode();
        return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (PLACES - 1);
    }

    @SuppressWarnings("ReferenceEquality") // the point of it
    private static boolean isSame(@Nullable String one, String other) {
        return one == other;
    }

    /** The numbers of texts, each found out once. Not thread-safe. */
    static final class Numbers {
        private final @Nullable String[] texts = new String[PLACES];
        private final int[] numbers = new int[PLACES];
        private final Map<String, Integer> all = new HashMap<>();

        /** Returns the number of a text. */
        int of(String text, ToIntFunction<String> first) {
            int place = place(text);
            if (!isSame(texts[place], text)) {
                Integer known = all.get(text);
                if (known == null) {
                    known = first.applyAsInt(text);
                    all.put(text, known);
                }
                numbers[place] = known;
                texts[place] = text;
            }
            return numbers[place];
        }
    }
}
