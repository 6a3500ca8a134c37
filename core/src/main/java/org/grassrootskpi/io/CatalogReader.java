package org.grassrootskpi.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.SourceLocation;
import org.grassrootskpi.model.UnknownIdException;

/** One reading of a catalogue: goes on after a problem, so that all of them are told at once. */
final class CatalogReader {
    private static final Pattern ELEMENT = Pattern.compile("(\\w+)\\[(\\d+)](.*)", Pattern.DOTALL);
    private static final ImmutableList<String> PART_NAMES =
            CatalogPart.ALL.stream().map(CatalogPart::name).collect(ImmutableList.toImmutableList());
    /** Where editors look up what a file may hold; it says nothing about the catalogue. */
    private static final String SCHEMA = "$schema";

    private static final ImmutableList<String> PROPERTIES =
            ImmutableList.<String>builder().add(SCHEMA).addAll(PART_NAMES).build();

    private record Origin(JsonLocations locations, String path) {}

    private final Catalog.Builder builder = Catalog.builder();
    private final List<Problem> problems = new ArrayList<>();
    /** Where the elements of each part came from, in the order in which they were added. */
    private final ListMultimap<String, Origin> origins = ArrayListMultimap.create();
    /** The ids and codes of elements that could not be read. */
    private final Set<String> refusedIds = new HashSet<>();

    Catalog read(Map<String, ByteSource> sources) {
        sources.forEach((name, source) ->
                bytes(name, source).flatMap(bytes -> text(name, bytes)).ifPresent(json -> readText(name, json)));
        boolean whole = problems.isEmpty();
        // A problem of an element leaves the others of its file readable; any other hides elements that nobody knows.
        boolean elementsKnown = problems.stream()
                .allMatch(problem -> ELEMENT.matcher(problem.path()).matches());
        try {
            Catalog catalog = builder.build();
            if (whole) {
                return catalog;
            }
        } catch (CatalogException e) {
            e.problems().stream()
                    .filter(problem ->
                            problem.kind() != Problem.Kind.UNKNOWN_REFERENCE || (elementsKnown && !isRefused(problem)))
                    .map(this::locate)
                    .forEach(problems::add);
        }
        throw new CatalogException(problems);
    }

    /** Whether a reference leads to an element that is there, but was refused itself. */
    private boolean isRefused(Problem unknown) {
        return refusedIds.stream().anyMatch(id -> unknown.message().contains("'" + id + "'"));
    }

    private Optional<byte[]> bytes(String name, ByteSource source) {
        try {
            // Nothing is read of a source that knows to be too large; but it need not know, nor be right.
            if (source.sizeIfKnown().or(0L) <= CatalogJson.MAX_FILE_BYTES) {
                byte[] bytes = source.slice(0, CatalogJson.MAX_FILE_BYTES + 1L).read();
                if (bytes.length <= CatalogJson.MAX_FILE_BYTES) {
                    return Optional.of(bytes);
                }
            }
        } catch (IOException e) {
            refuse(Problem.Kind.UNREADABLE, name, "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
        refuse(
                Problem.Kind.TOO_LARGE,
                name,
                "is larger than the " + CatalogJson.MAX_FILE_BYTES
                        + " bytes that are read: split the catalogue into more files");
        return Optional.empty();
    }

    private Optional<String> text(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1 + CharMatcher.is('\n').countIn(text);
            int column = text.length() - text.lastIndexOf('\n');
            problems.add(Problem.builder()
                    .kind(Problem.Kind.ENCODING)
                    .path("")
                    .location(SourceLocation.of(name, line, column))
                    .message(String.format(
                            Locale.ROOT,
                            "is not UTF-8: byte 0x%02X at offset %d; if it was saved as GBK or GB18030, save it as UTF-8",
                            bytes[in.position()],
                            in.position()))
                    .build());
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private void readText(String name, String json) {
        try {
            JsonLocations locations = JsonLocations.scan(name, json);
            for (String path : locations.nulls()) {
                problem(Problem.Kind.BAD_VALUE, locations, path, "null says nothing: leave the property out");
            }
            JsonNode root = StrictMapper.INSTANCE.readTree(json);
            if (!root.isObject()) {
                problem(
                        Problem.Kind.BAD_VALUE,
                        locations,
                        "",
                        "expected an object with any of " + String.join(", ", PART_NAMES));
                return;
            }
            for (Iterator<String> names = root.fieldNames(); names.hasNext(); ) {
                String property = names.next();
                if (!PROPERTIES.contains(property)) {
                    problem(
                            Problem.Kind.UNKNOWN_PROPERTY,
                            locations,
                            property,
                            new UnknownIdException("property", property, PROPERTIES).getMessage() + "; a file may hold "
                                    + String.join(", ", PART_NAMES));
                }
            }
            JsonNode schema = root.get(SCHEMA);
            if (schema != null && !schema.isTextual() && !schema.isNull()) {
                problem(Problem.Kind.BAD_VALUE, locations, SCHEMA, "expected a text, the address of the JSON Schema");
            }
            for (CatalogPart<?> part : CatalogPart.ALL) {
                readPart(part, root, locations);
            }
        } catch (StreamConstraintsException e) {
            refuse(Problem.Kind.TOO_LARGE, name, JsonProblems.constraint(e));
        } catch (JsonProcessingException e) {
            problems.add(JsonProblems.syntax(name, e));
        } catch (IOException e) {
            refuse(Problem.Kind.UNREADABLE, name, "cannot be read: " + e.getMessage());
        }
    }

    private <T> void readPart(CatalogPart<T> part, JsonNode root, JsonLocations locations)
            throws JsonProcessingException {
        JsonNode array = root.get(part.name());
        if (array == null || array.isNull()) {
            return;
        }
        if (!array.isArray()) {
            problem(Problem.Kind.BAD_VALUE, locations, part.name(), "expected an array");
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            String path = part.name() + "[" + i + "]";
            if (array.get(i).isNull()) {
                continue; // told already
            }
            List<Problem> found = new ArrayList<>();
            JsonNode json = array.get(i);
            ElementReader.read(json, part.type(), path, found)
                    .ifPresentOrElse(
                            element -> {
                                part.adder().accept(builder, element);
                                origins.put(part.name(), new Origin(locations, path));
                            },
                            () -> refusedIds.add(
                                    json.path("id").asText(json.path("code").asText())));
            found.forEach(problem -> problem(problem.kind(), locations, problem.path(), problem.message()));
        }
    }

    private Problem locate(Problem problem) {
        Problem.Builder located = Problem.builder().from(problem);
        origin(problem.path())
                .ifPresent(origin ->
                        located.path(origin.path()).location(origin.locations().of(origin.path())));
        problem.firstPath()
                .flatMap(this::origin)
                .ifPresent(origin -> located.firstPath(origin.path())
                        .firstLocation(origin.locations().of(origin.path())));
        return located.build();
    }

    /** The place in its own file of a path in the whole catalogue. */
    private Optional<Origin> origin(String path) {
        Matcher matcher = ELEMENT.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Origin element = origins.get(matcher.group(1)).get(Integer.parseInt(matcher.group(2)));
        return Optional.of(new Origin(element.locations(), element.path() + matcher.group(3)));
    }

    private void problem(Problem.Kind kind, JsonLocations locations, String path, String message) {
        problems.add(Problem.builder()
                .kind(kind)
                .path(path)
                .message(message)
                .location(locations.of(path))
                .build());
    }

    private void refuse(Problem.Kind kind, String name, String message) {
        problems.add(Problem.builder()
                .kind(kind)
                .path("")
                .message(message)
                .location(SourceLocation.of(name, 0, 0))
                .build());
    }
}
