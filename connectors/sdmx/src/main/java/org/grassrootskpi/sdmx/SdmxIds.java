package org.grassrootskpi.sdmx;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Ids as SDMX allows them, of letters, digits, {@code _@$-}, for texts of which no two get the same. */
final class SdmxIds {
    private final ImmutableMap<String, String> ids;

    private SdmxIds(Map<String, String> ids) {
        this.ids = ImmutableMap.copyOf(ids);
    }

    /**
     * Gives each text an id: itself where it is one, with hyphens for points where it has these, else a letter and a number.
     *
     * @param texts codes, ids or members, each once
     * @param letter stands before the numbers
     */
    static SdmxIds of(Collection<String> texts, String letter) {
        Map<String, String> ids = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        // Those that are ids already keep them, whatever the others would become.
        for (String text : texts) {
            if (isId(text)) {
                ids.put(text, text);
                used.add(text);
            }
        }
        int number = 0;
        for (String text : texts) {
            if (isId(text)) {
                continue;
            }
            String hyphened = text.replace('.', '-');
            String id = isId(hyphened) ? hyphened : letter + ++number;
            String distinct = id;
            for (int next = 2; !used.add(distinct); next++) {
                distinct = id + "_" + next;
            }
            ids.put(text, distinct);
        }
        return new SdmxIds(ids);
    }

    private static boolean isId(String text) {
        return text.matches("[A-Za-z0-9_@$-]+");
    }

    /** Returns the id of a text. */
    String of(String text) {
        return Objects.requireNonNull(ids.get(text), text);
    }

    /** Returns the texts with their ids, in the order in which they were given ids. */
    ImmutableMap<String, String> all() {
        return ids;
    }
}
