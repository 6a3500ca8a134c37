package org.grassrootskpi.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.json.JsonProblemList.Place;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.UnknownIdException;
import org.jspecify.annotations.Nullable;

/** Reads one catalogue; continues after a problem, so that all of them are reported at once. */
final class CatalogReader {
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern ELEMENT = Pattern.compile("(\\w+)\\[(\\d+)](.*)", Pattern.DOTALL);
    private static final ImmutableList<String> PART_NAMES =
            CatalogPart.ALL.stream().map(CatalogPart::name).collect(ImmutableList.toImmutableList());
    /** The property that names the JSON Schema for editors; it has no meaning for the catalogue. */
    private static final String SCHEMA = "$schema";

    private static final ImmutableList<String> PROPERTIES = ImmutableList.<String>builder()
            .add(SCHEMA)
            .addAll(PART_NAMES)
            .add(CatalogPreference.PROPERTY)
            .add(CatalogLanguages.PROPERTY)
            .build();

    private static final String HELD = String.join(", ", PROPERTIES.subList(1, PROPERTIES.size()));

    private final Catalog.Builder builder = Catalog.builder();
    private final JsonProblemList problems = new JsonProblemList();
    private final CatalogPreference preference = new CatalogPreference();
    private final CatalogLanguages languages = new CatalogLanguages();
    private ObjectReader elements = StrictMapper.INSTANCE.reader();
    private boolean elementsKnown = true;
    /** The origin of the elements of each part, in the order in which they were added. */
    private final ListMultimap<String, Place> origins = ArrayListMultimap.create();
    /** The ids and codes of elements that could not be read. */
    private final Set<String> refusedIds = new HashSet<>();

    Catalog read(Map<String, ByteSource> sources) {
        Map<String, String> texts = new LinkedHashMap<>();
        sources.forEach(
                (name, source) -> JsonSource.read(name, source, this::tell).ifPresent(json -> texts.put(name, json)));
        elements = StrictMapper.reader(CatalogPrelude.in(texts));
        texts.forEach(this::readText);
        boolean whole = problems.count() == 0;
        try {
            Catalog catalog = preference
                    .addTo(builder)
                    .addAllLanguages(languages.chosen())
                    .build();
            if (whole) {
                return catalog;
            }
        } catch (CatalogException e) {
            e.problems().stream()
                    .filter(problem ->
                            problem.kind() != Problem.Kind.UNKNOWN_REFERENCE || (elementsKnown && !isRefused(problem)))
                    .forEach(problem -> problems.add(
                            problem,
                            origin(problem.path()),
                            problem.firstPath().map(this::origin).orElse(null)));
            problems.addUncollected(e.problemCount() - e.problems().size());
        }
        throw new CatalogException(problems.located(), problems.count());
    }

    /** Returns whether a reference leads to an element that exists but was itself refused. */
    private boolean isRefused(Problem unknown) {
        Matcher quoted = QUOTED.matcher(unknown.message());
        return quoted.find() && refusedIds.contains(quoted.group(1));
    }

    private void readText(String name, String json) {
        JsonText text = new JsonText(name, json);
        try {
            JsonNode root = text.parse();
            JsonText.check(root, (path, message) -> tell(Problem.Kind.BAD_VALUE, new Place(text, path), message));
            if (!root.isObject()) {
                tell(Problem.Kind.BAD_VALUE, new Place(text, ""), "expected an object with any of " + HELD);
                return;
            }
            for (Iterator<String> names = root.fieldNames(); names.hasNext() && !problems.isHopeless(); ) {
                String property = names.next();
                if (!PROPERTIES.contains(property)) {
                    tell(
                            Problem.Kind.UNKNOWN_PROPERTY,
                            new Place(text, property),
                            problems.isFull()
                                    ? ""
                                    : new UnknownIdException("property", property, PROPERTIES).getMessage()
                                            + "; a file may hold " + HELD);
                }
            }
            JsonNode schema = root.get(SCHEMA);
            if (schema != null && !schema.isTextual() && !schema.isNull()) {
                tell(
                        Problem.Kind.BAD_VALUE,
                        new Place(text, SCHEMA),
                        "expected a text, the address of the JSON Schema");
            }
            preference
                    .read(root, name)
                    .ifPresent(problem ->
                            tell(problem.kind(), new Place(text, CatalogPreference.PROPERTY), problem.message()));
            languages.read(
                    root, name, problem -> tell(problem.kind(), new Place(text, problem.path()), problem.message()));
            for (CatalogPart<?> part : CatalogPart.ALL) {
                readPart(part, root, text);
            }
        } catch (JsonText.TooLargeException e) {
            tell(Problem.builder()
                    .kind(Problem.Kind.TOO_LARGE)
                    .path("")
                    .message(String.valueOf(e.getMessage()))
                    .location(e.location())
                    .build());
        } catch (JsonProcessingException e) {
            tell(JsonProblems.syntax(name, e));
        } catch (IOException e) {
            tell(JsonSource.problem(Problem.Kind.UNREADABLE, name, CatalogFiles.reason(e)));
        }
    }

    private <T> void readPart(CatalogPart<T> part, JsonNode root, JsonText text) throws JsonProcessingException {
        JsonNode array = root.get(part.name());
        if (array == null || array.isNull()) {
            return;
        }
        if (!array.isArray()) {
            tell(Problem.Kind.BAD_VALUE, new Place(text, part.name()), "expected an array");
            return;
        }
        for (int i = 0; i < array.size() && !problems.isHopeless(); i++) {
            String path = part.name() + "[" + i + "]";
            if (array.get(i).isNull()) {
                continue; // reported already
            }
            List<Problem> found = new ArrayList<>();
            JsonNode json = array.get(i);
            ElementReader.read(elements, json, part.type(), path, found)
                    .ifPresentOrElse(
                            element -> {
                                part.adder().accept(builder, element);
                                origins.put(part.name(), new Place(text, path));
                            },
                            () -> refusedIds.add(
                                    json.path("id").asText(json.path("code").asText())));
            found.forEach(problem -> tell(problem.kind(), new Place(text, problem.path()), problem.message()));
        }
    }

    /** Returns the place in its own file of a path in the whole catalogue. */
    private @Nullable Place origin(String path) {
        Matcher matcher = ELEMENT.matcher(path);
        if (!matcher.matches()) {
            return null;
        }
        Place element = origins.get(matcher.group(1)).get(Integer.parseInt(matcher.group(2)));
        return new Place(element.text(), element.path() + matcher.group(3));
    }

    private void tell(Problem.Kind kind, Place place, String message) {
        // After a problem of an element the others of its file are still read; any other problem hides unknown
        // elements.
        elementsKnown &= ELEMENT.matcher(place.path()).matches();
        problems.add(kind, place, message);
    }

    private void tell(Problem problem) {
        elementsKnown = false;
        problems.add(problem);
    }
}
