package org.grassrootskpi.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.json.JsonProblemList.Place;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Problem;

/**
 * Reads rules of assessment from JSON and writes them: a {@link org.grassrootskpi.score.Scorecard}, {@link
 * org.grassrootskpi.assess.Levels}, a {@link org.grassrootskpi.assess.Schedule}, {@link org.grassrootskpi.assess.PlanPath}, {@link
 * org.grassrootskpi.assess.AttainmentRule}, {@link org.grassrootskpi.assess.Escalation}, {@link
 * org.grassrootskpi.score.ScoringFunction}, {@link org.grassrootskpi.score.Normalisation} or {@link
 * org.grassrootskpi.progress.ProgressRule}. {@link RuleSchema} has their schemas.
 *
 * <p>A file holds one rule, an object with the names of its attributes; what has a default may be left out. Numbers are JSON numbers and
 * are read with all their digits, figures with units are texts. Reading is as strict as that of {@link CatalogJson}: it throws one {@link
 * CatalogException} with all problems, each with file, line, column and path, and with the typed reason of an {@link
 * org.grassrootskpi.assess.AssessmentRefusal} where a rule contradicts itself. Thread-safe.
 */
public final class RuleJson {
    /** The property that names a schema for editors; it has no meaning for the rule. */
    private static final String SCHEMA = "$schema";

    private RuleJson() {}

    /**
     * Reads a rule from a file.
     *
     * @param <T> the type of the rule
     * @param file the file
     * @param type the type of the rule
     * @return the rule
     * @throws CatalogException if the file cannot be read, or anything in it is wrong
     * @throws IllegalArgumentException if the type is none that {@link JsonTree#isReadable} has
     */
    public static <T> T readFile(Path file, Class<T> type) {
        CatalogFiles.one(file); // refuses a pipe, a device, a folder
        return read(file.toString(), MoreFiles.asByteSource(file), type);
    }

    /**
     * Reads a rule from a named source, such as a resource of a jar.
     *
     * @param <T> the type of the rule
     * @param name the name that problems shall give it
     * @param source the source
     * @param type the type of the rule
     * @return the rule
     * @throws CatalogException if the source cannot be read, or anything in it is wrong
     * @throws IllegalArgumentException if the type is none that {@link JsonTree#isReadable} has
     */
    public static <T> T read(String name, ByteSource source, Class<T> type) {
        if (!JsonTree.isReadable(type)) {
            throw new IllegalArgumentException(
                    "Expected a type that JsonTree reads, see JsonTree.types(), got " + type.getName());
        }
        JsonProblemList problems = new JsonProblemList();
        Optional<T> rule =
                JsonSource.read(name, source, problems::add).flatMap(json -> rule(name, json, type, problems));
        if (rule.isEmpty() || problems.count() > 0) {
            throw new CatalogException(problems.located(), problems.count());
        }
        return rule.get();
    }

    private static <T> Optional<T> rule(String name, String json, Class<T> type, JsonProblemList problems) {
        JsonText text = new JsonText(name, json);
        try {
            JsonNode root = text.parse();
            JsonText.check(
                    root, (path, message) -> problems.add(Problem.Kind.BAD_VALUE, new Place(text, path), message));
            if (!(root instanceof ObjectNode object)) {
                problems.add(Problem.Kind.BAD_VALUE, new Place(text, ""), "expected an object, the rule");
                return Optional.empty();
            }
            object.remove(SCHEMA);
            List<Problem> found = new ArrayList<>();
            Optional<T> rule = ElementReader.read(object, type, "", found);
            for (Problem problem : found) {
                String path = problem.path().startsWith(".") ? problem.path().substring(1) : problem.path();
                problems.add(problem.kind(), new Place(text, path), problem.message());
            }
            return rule;
        } catch (JsonText.TooLargeException e) {
            problems.add(Problem.builder()
                    .kind(Problem.Kind.TOO_LARGE)
                    .path("")
                    .message(String.valueOf(e.getMessage()))
                    .location(e.location())
                    .build());
        } catch (JsonProcessingException e) {
            problems.add(JsonProblems.syntax(name, e));
        } catch (IOException e) {
            problems.add(JsonSource.problem(Problem.Kind.UNREADABLE, name, CatalogFiles.reason(e)));
        }
        return Optional.empty();
    }

    /**
     * Writes a rule as a JSON text that {@link #read} reads back to an equal one.
     *
     * @param rule a rule of a type that {@link JsonTree#isReadable} has
     * @return indented by two blanks, with line feeds, without empty properties
     * @throws IllegalArgumentException if it is of no such type
     */
    public static String toJson(Object rule) {
        Object tree = JsonTree.of(rule);
        try {
            return StrictMapper.INSTANCE.writer(StrictMapper.INDENTED).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
