package org.grassrootskpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.Problem;

/** The property of a catalogue file that says in which languages its texts are: one list for all files of a catalogue. */
final class CatalogLanguages {
    static final String PROPERTY = "languages";

    private ImmutableSet<Language> chosen = ImmutableSet.of();
    private String file = "";

    /** Takes the property of a file; tells what is wrong with it, and with which path. */
    void read(JsonNode root, String name, Consumer<Problem> problems) {
        JsonNode json = root.get(PROPERTY);
        if (json == null || json.isNull()) {
            return;
        }
        if (!json.isArray() || json.isEmpty()) {
            tell(
                    problems,
                    Problem.Kind.BAD_VALUE,
                    PROPERTY,
                    "expected languages such as [\"fr\", \"en\"], got " + json);
            return;
        }
        Set<Language> read = new LinkedHashSet<>();
        for (int i = 0; i < json.size(); i++) {
            String path = PROPERTY + "[" + i + "]";
            try {
                if (json.get(i).isNull()) {
                    continue; // reported already
                }
                if (!json.get(i).isTextual()) {
                    tell(problems, Problem.Kind.BAD_VALUE, path, "expected a text, got " + json.get(i));
                } else if (!read.add(Language.of(json.get(i).textValue()))) {
                    tell(
                            problems,
                            Problem.Kind.BAD_VALUE,
                            path,
                            "'" + json.get(i).textValue() + "' is there already");
                }
            } catch (IllegalArgumentException e) {
                tell(problems, Problem.Kind.BAD_VALUE, path, String.valueOf(e.getMessage()));
            }
        }
        if (!chosen.isEmpty()
                && !chosen.asList().equals(ImmutableSet.copyOf(read).asList())) {
            tell(
                    problems,
                    Problem.Kind.CONTRADICTION,
                    PROPERTY,
                    "file '" + file + "' says " + chosen + ", and this one " + read
                            + ": a catalogue has one list of languages; leave it out of all files but one");
        } else if (chosen.isEmpty()) {
            chosen = ImmutableSet.copyOf(read);
            file = name;
        }
    }

    private static void tell(Consumer<Problem> problems, Problem.Kind kind, String path, String message) {
        problems.accept(Problem.of(kind, path, message));
    }

    ImmutableSet<Language> chosen() {
        return chosen;
    }

    static void write(Catalog catalog, ObjectNode root) {
        if (!catalog.languages().isEmpty()) {
            ArrayNode languages = root.putArray(PROPERTY);
            catalog.languages().forEach(language -> languages.add(language.tag()));
        }
    }
}
