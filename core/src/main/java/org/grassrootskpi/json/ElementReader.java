package org.grassrootskpi.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.grassrootskpi.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads one element of a list and reports everything that is wrong with it, although Jackson stops at the first problem:
 * each value that was refused is removed from a copy, and the rest is read again.
 */
final class ElementReader {
    private final ObjectReader reader;
    private final JsonNode rest;
    private final String root;
    private final List<Problem> problems;
    /** Objects and lists from which something was removed: a property that they lack may be just that. */
    private final Set<JsonNode> damaged = Collections.newSetFromMap(new IdentityHashMap<>());
    /** The places in the file of the remaining elements of a list. */
    private final IdentityHashMap<JsonNode, List<Integer>> places = new IdentityHashMap<>();

    private ElementReader(ObjectReader reader, JsonNode element, String root, List<Problem> problems) {
        this.reader = reader;
        this.rest = element.deepCopy();
        this.root = root;
        this.problems = problems;
        takeOutNulls(rest);
    }

    /**
     * Reads an element.
     *
     * @param element the element, which is left as it is
     * @param type what it is read as
     * @param path the path of the element in its file
     * @param problems takes the problems, without locations; nulls are passed over, because they are reported elsewhere
     * @return the element; empty if anything is wrong
     */
    static <T> Optional<T> read(JsonNode element, Class<T> type, String path, List<Problem> problems)
            throws JsonProcessingException {
        return read(StrictMapper.INSTANCE.reader(), element, type, path, problems);
    }

    /**
     * Reads an element.
     *
     * @param reader what reads it
     * @param element the element, which is left as it is
     * @param type what it is read as
     * @param path the path of the element in its file
     * @param problems takes the problems, without locations; nulls are passed over, because they are reported elsewhere
     * @return the element; empty if anything is wrong
     */
    static <T> Optional<T> read(
            ObjectReader reader, JsonNode element, Class<T> type, String path, List<Problem> problems)
            throws JsonProcessingException {
        return new ElementReader(reader, element, path, problems).read(type);
    }

    private <T> Optional<T> read(Class<T> type) throws JsonProcessingException {
        while (problems.size() < CatalogJson.MAX_PROBLEMS) {
            try {
                T value = reader.treeToValue(rest, type);
                return damaged.isEmpty() ? Optional.of(value) : Optional.empty();
            } catch (JsonMappingException e) {
                if (!takeOut(e)) {
                    return Optional.empty();
                }
            }
        }
        problems.add(Problem.of(Problem.Kind.BAD_VALUE, root, "has more problems than these: correct them first"));
        return Optional.empty();
    }

    /** Reports a problem and removes its cause; returns false if nothing is left that could be read. */
    private boolean takeOut(JsonMappingException e) {
        StringBuilder path = new StringBuilder(root);
        JsonNode container = rest;
        JsonNode cause = rest;
        JsonMappingException.@Nullable Reference last = null;
        for (JsonMappingException.Reference reference : e.getPath()) {
            container = cause;
            last = reference;
            if (reference.getFieldName() != null) {
                path.append('.').append(reference.getFieldName());
                cause = container.path(reference.getFieldName());
            } else {
                path.append('[')
                        .append(placesIn(container).get(reference.getIndex()))
                        .append(']');
                cause = container.path(reference.getIndex());
            }
        }
        Problem.Kind kind = JsonProblems.kind(e);
        boolean told = cause.isNull()
                || ((kind == Problem.Kind.MISSING_PROPERTY || cause.isEmpty()) && damaged.contains(cause));
        if (!told) {
            problems.add(Problem.of(kind, path.toString(), JsonProblems.message(e)));
        }
        if (last == null || cause.isMissingNode()) {
            return false;
        }
        damaged.add(container);
        if (container instanceof ObjectNode object) {
            object.remove(last.getFieldName());
            if (e instanceof UnrecognizedPropertyException unknown) {
                String of =
                        path.substring(0, path.length() - last.getFieldName().length());
                takeOutUnknown(object, of, unknown);
            }
        } else {
            ((ArrayNode) container).remove(last.getIndex());
            placesIn(container).remove(last.getIndex());
        }
        return true;
    }

    /** Reports and removes the other properties of an object that nobody knows, for each of which all would be read again. */
    private void takeOutUnknown(ObjectNode object, String of, UnrecognizedPropertyException first) {
        Set<String> known = JsonProblems.knownProperties(first);
        for (String name : ImmutableList.copyOf(object.fieldNames())) {
            if (!known.contains(name) && problems.size() < CatalogJson.MAX_PROBLEMS) {
                problems.add(Problem.of(
                        Problem.Kind.UNKNOWN_PROPERTY, of + name, JsonProblems.unknownProperty(name, known)));
                object.remove(name);
            }
        }
    }

    private List<Integer> placesIn(JsonNode list) {
        return places.computeIfAbsent(
                list,
                untouched -> new ArrayList<>(
                        IntStream.range(0, untouched.size()).boxed().toList()));
    }

    private void takeOutNulls(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.properties().removeIf(field -> field.getValue().isNull())) {
            damaged.add(object);
        }
        node.forEach(this::takeOutNulls);
    }
}
