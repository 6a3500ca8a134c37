package org.grassrootskpi.tables;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.grassrootskpi.text.DefinitionLines;
import org.jspecify.annotations.Nullable;

/** The names of nations, from the file {@code nations.tsv}. */
final class Nations {
    private static final ImmutableMap<String, Kind> KINDS = read();

    /** Whether a name is that of a nation alone. */
    private enum Kind {
        NATION,
        /** A territory with a code of its own, or a name that a part of another nation has as well. */
        OTHER
    }

    private static final Pattern NOTE = Pattern.compile("\\s*[*†]+$");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}");

    private Nations() {}

    /** Returns whether a text has the form of a nation's code: two or three capital letters. */
    static boolean canBeCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Returns whether a text is the name of a nation, and of no part of another. */
    static boolean isName(String text) {
        return !canBeCode(text) && kind(text) == Kind.NATION;
    }

    private static ImmutableMap<String, Kind> read() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(Nations.class.getResourceAsStream("nations.tsv"), "nations.tsv")) {
            Kind kind = line.field(0, "nation or other").equals("nation") ? Kind.NATION : Kind.OTHER;
            for (String name : Splitter.on('|').split(line.field(1, "the names"))) {
                kinds.put(Words.lower(name), kind);
            }
        }
        return ImmutableMap.copyOf(kinds);
    }

    /** Returns what a name is of, without the sign of a note behind it. */
    private static @Nullable Kind kind(String name) {
        return KINDS.get(NOTE.matcher(Words.lower(name)).replaceFirst(""));
    }

    /** Returns the only nation of a list in which others are none, nor territories: what these are parts of. */
    static Optional<String> whole(Set<String> regions) {
        List<String> nations =
                regions.stream().filter(region -> kind(region) == Kind.NATION).toList();
        boolean hasParts = regions.stream().anyMatch(region -> kind(region) == null);
        return nations.size() == 1 && hasParts ? Optional.of(nations.get(0)) : Optional.empty();
    }
}
