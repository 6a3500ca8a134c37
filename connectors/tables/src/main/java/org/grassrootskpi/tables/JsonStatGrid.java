package org.grassrootskpi.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.grassrootskpi.tables.JsonStatDimension.Part;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;

/**
 * The grid of a JSON-stat dataset (json-stat.org, versions 1 and 2): a row for each value or status that it has, with the code and the
 * label of each dimension's member. What the columns hold is what the dataset says.
 */
final class JsonStatGrid {
    private static final long MOST_VALUES = 100_000_000;

    private final String name;
    private final JsonNode dataset;
    private final List<JsonStatDimension> dimensions = new ArrayList<>();
    private final int count;

    /** Finds a dataset: the whole of a file, or its only member, as in version 1. */
    static Optional<JsonNode> find(JsonNode root) {
        if (root.path("class").asText().matches("collection|dimension")) {
            return Optional.of(root);
        }
        if (root.isObject() && root.size() == 1 && !root.has("dimension")) {
            return find(root.elements().next());
        }
        return root.path("dimension").isObject() && root.has("value") ? Optional.of(root) : Optional.empty();
    }

    JsonStatGrid(String name, JsonNode dataset) {
        this.name = name;
        this.dataset = dataset;
        JsonNode dimension = dataset.path("dimension");
        JsonNode ids = dataset.has("id") ? dataset.path("id") : dimension.path("id");
        JsonNode sizes = dataset.has("size") ? dataset.path("size") : dimension.path("size");
        JsonNode roles = dataset.has("role") ? dataset.path("role") : dimension.path("role");
        if (!"dataset".equals(dataset.path("class").asText("dataset"))) {
            throw refused(
                    "class",
                    "Expected a dataset, got a " + dataset.path("class").asText());
        }
        if (!ids.isArray() || ids.isEmpty() || ids.size() != sizes.size()) {
            throw refused("id", "Expected dimensions and as many sizes, got " + ids + " and " + sizes);
        }
        long product = 1;
        for (int i = 0; i < ids.size(); i++) {
            JsonStatDimension of = JsonStatDimension.read(
                    name, ids.get(i).asText(), sizes.get(i).asInt(-1), dimension, roles);
            dimensions.add(of);
            product *= of.size();
            if (product > MOST_VALUES) {
                throw refused("size", "Expected at most " + MOST_VALUES + " values, got the sizes " + sizes);
            }
        }
        count = (int) product;
    }

    private ImportException refused(String where, String message) {
        return JsonGrid.refused(name + ", " + where, message);
    }

    Grid grid() {
        List<Part> parts = dimensions.stream()
                .flatMap(dimension -> dimension.parts().stream())
                .toList();
        JsonNode values = dataset.path("value");
        JsonNode statuses = dataset.path("status");
        JsonNode qualifiers = dataset.path("extension").path("qualifier");
        check("value", values, values.isArray());
        check("status", statuses, statuses.isArray());
        check("extension.qualifier", qualifiers, false);
        List<String[]> rows = new ArrayList<>();
        ImmutableIntArray.Builder lines = ImmutableIntArray.builder();
        rows.add(new String[] {dataset.path("label").asText()});
        lines.add(-1);
        List<Role> roles = new ArrayList<>();
        List<String> head = new ArrayList<>();
        parts.forEach(part -> {
            head.add(part.head());
            roles.add(part.role());
        });
        head.addAll(List.of("value", "status", "qualifier"));
        roles.addAll(List.of(Role.VALUE, Role.STATUS, Role.QUALIFIER));
        rows.add(head.toArray(String[]::new));
        lines.add(0);
        int[] members = new int[dimensions.size()];
        for (int index : places(values, statuses)) {
            int rest = index;
            for (int i = members.length - 1; i >= 0; i--) {
                members[i] = rest % dimensions.get(i).size();
                rest /= dimensions.get(i).size();
            }
            String[] row = new String[head.size()];
            int column = 0;
            for (int i = 0; i < members.length; i++) {
                for (Part part : dimensions.get(i).parts()) {
                    row[column++] = part.texts().get(members[i]);
                }
            }
            row[column++] = JsonGrid.text(at(values, index));
            row[column++] = statuses.isTextual() ? statuses.asText() : JsonGrid.text(at(statuses, index));
            row[column] = JsonGrid.text(at(qualifiers, index));
            rows.add(row);
            lines.add(index + 1);
        }
        return with(rows, lines.build(), roles);
    }

    private Grid with(List<String[]> rows, ImmutableIntArray lines, List<Role> roles) {
        Grid plain = Grid.of(name, null, null, null, rows, lines);
        List<String> heads = Heads.of(plain, 1, 2);
        ImmutableList.Builder<Column> columns = ImmutableList.builder();
        for (int i = 0; i < roles.size(); i++) {
            Role role = roles.get(i);
            columns.add(
                    role == Role.DIMENSION
                            ? new Column(
                                    heads.get(i), role, null, null, null, RoleChoice.dimensionName(heads.get(i)), null)
                            : Column.of(heads.get(i), role));
        }
        ImmutableSetMultimap.Builder<String, String> wholes = ImmutableSetMultimap.builder();
        dimensions.forEach(dimension -> wholes.putAll(dimension.id(), dimension.wholes()));
        return plain.with(columns.build(), wholes.build());
    }

    /** Returns the places that have a value or a status: all of an array, those that an object names. */
    private Iterable<Integer> places(JsonNode values, JsonNode statuses) {
        if (values.isArray()) {
            return () -> IntStream.range(0, count).iterator();
        }
        Set<Integer> places = new TreeSet<>();
        values.fieldNames().forEachRemaining(index -> places.add(Integer.valueOf(index)));
        if (statuses.isObject()) {
            statuses.fieldNames().forEachRemaining(index -> places.add(Integer.valueOf(index)));
        }
        return places;
    }

    private static JsonNode at(JsonNode values, int index) {
        return values.isArray() ? values.path(index) : values.path(Integer.toString(index));
    }

    /** Checks that an array has a place for each combination of members, and that an object names no others. */
    private void check(String where, JsonNode values, boolean isArray) {
        if (isArray && values.size() != count) {
            throw refused(
                    where,
                    "Expected " + count + " elements, one for each combination of members, got " + values.size());
        }
        for (Iterator<String> names = values.fieldNames(); names.hasNext(); ) {
            String index = names.next();
            if (!index.matches("0|[1-9]\\d{0,8}") || Integer.parseInt(index) >= count) {
                throw refused(where, "Expected indexes from 0 to " + (count - 1) + ", got '" + index + "'");
            }
        }
    }
}
