package org.grassrootskpi.query;

import java.util.IdentityHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The texts of the keys of a column, made once for each object that comes again in other rows. Not thread-safe. */
final class KeyTexts {
    private static final int MOST = 1 << 16;

    private final ResultColumn<?> column;
    private final Function<@Nullable Object, String> text;
    private final IdentityHashMap<Object, char[]> known = new IdentityHashMap<>();
    private @Nullable Object last;
    private char[] lastText = {};

    KeyTexts(ResultColumn<?> column, Function<@Nullable Object, String> text) {
        this.column = column;
        this.text = text;
    }

    char[] of(int row) {
        Object key = column.get(row);
        if (key == null) {
            return text.apply(null).toCharArray();
        }
        if (key != last) {
            last = key;
            char[] found = known.get(key);
            if (found == null) {
                found = text.apply(key).toCharArray();
                if (known.size() == MOST) {
                    known.clear();
                }
                known.put(key, found);
            }
            lastText = found;
        }
        return lastText;
    }
}
