package org.grassrootskpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.VintagePreference;
import org.jspecify.annotations.Nullable;

/** The property of a catalogue file that says which of several values of a key is preferred: one for all files of a catalogue. */
final class CatalogPreference {
    static final String PROPERTY = "vintagePreference";

    private @Nullable VintagePreference chosen;
    private String file = "";

    /** Takes the property of a file; returns what is wrong with it. */
    Optional<Problem> read(JsonNode root, String name) {
        JsonNode json = root.get(PROPERTY);
        if (json == null || json.isNull()) {
            return Optional.empty();
        }
        Optional<VintagePreference> read = Arrays.stream(VintagePreference.values())
                .filter(preference -> json.isTextual() && preference.name().equals(json.asText()))
                .findFirst();
        if (read.isEmpty()) {
            String known =
                    Arrays.stream(VintagePreference.values()).map(Enum::name).collect(Collectors.joining(" or "));
            return problem(Problem.Kind.BAD_VALUE, "expected " + known + ", got " + json);
        }
        if (chosen != null && chosen != read.get()) {
            return problem(
                    Problem.Kind.CONTRADICTION,
                    "file '" + file + "' says " + chosen + ", and this one " + read.get()
                            + ": a catalogue has one preference; leave it out of all files but one");
        }
        if (chosen == null) {
            chosen = read.get();
            file = name;
        }
        return Optional.empty();
    }

    private static Optional<Problem> problem(Problem.Kind kind, String message) {
        return Optional.of(Problem.of(kind, PROPERTY, message));
    }

    Catalog.Builder addTo(Catalog.Builder catalog) {
        return chosen == null ? catalog : catalog.vintagePreference(chosen);
    }

    static void write(Catalog catalog, ObjectNode root) {
        if (catalog.vintagePreference() != VintagePreference.NEWEST) {
            root.put(PROPERTY, catalog.vintagePreference().name());
        }
    }
}
