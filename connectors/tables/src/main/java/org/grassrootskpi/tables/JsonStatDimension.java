package org.grassrootskpi.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.tables.TableMapping.Role;
import org.jspecify.annotations.Nullable;

/**
 * A dimension of a JSON-stat dataset.
 *
 * @param id its id
 * @param size how many members it has
 * @param parts the columns that it becomes: codes, labels, units
 * @param wholes its members that are made of others: of regions all, of others the one that is made of all the rest
 */
record JsonStatDimension(String id, int size, ImmutableList<Part> parts, ImmutableSet<String> wholes) {
    private static final String[] UNIT_MEMBERS = {"label", "base", "symbol"};

    /**
     * A column.
     *
     * @param head its head
     * @param role what it holds
     * @param texts a text for each member
     */
    record Part(String head, Role role, List<String> texts) {}

    static JsonStatDimension read(String file, String id, int size, JsonNode all, JsonNode roles) {
        String where = file + ", dimension." + id;
        JsonNode dimension = all.path(id);
        if (!dimension.isObject()) {
            throw JsonGrid.refused(where, "Expected the dimension that 'id' names, got none");
        }
        JsonNode category = dimension.path("category");
        List<String> codes = codes(where, category, size);
        List<String> labels = codes.stream()
                .map(code ->
                        Grid.visible(category.path("label").path(code).asText().strip()))
                .toList();
        Role role = role(id, dimension, roles);
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        boolean hasLabels = labels.stream().anyMatch(label -> !label.isEmpty()) && !labels.equals(codes);
        if (role == Role.UNIT) {
            addUnits(id, codes, labels, hasLabels, parts);
        } else {
            boolean isOne = role == Role.DIMENSION && size == 1;
            parts.add(new Part(id, isOne ? Role.IGNORED : role, codes));
            if (hasLabels) {
                parts.add(new Part(id + " name", nameOf(role), labels));
            }
            if (category.has("unit")) {
                parts.add(new Part(id + " unit", Role.UNIT, units(codes, category.path("unit"))));
            }
        }
        Set<String> wholes = wholes(role, codes, category.path("child"));
        List<String> totals = codes.stream()
                .filter(code -> Words.isTotal(labels.get(codes.indexOf(code))))
                .toList();
        if (role == Role.DIMENSION && wholes.isEmpty() && totals.size() == 1) {
            wholes = ImmutableSet.copyOf(totals);
        }
        return new JsonStatDimension(id, size, parts.build(), ImmutableSet.copyOf(wholes));
    }

    /** Returns the members that are made of others: those with children that are all there. */
    private static ImmutableSet<String> wholes(Role role, List<String> codes, JsonNode children) {
        return codes.stream()
                .filter(code -> {
                    Set<String> below = new LinkedHashSet<>();
                    addBelow(code, children, below);
                    below.remove(code);
                    return !below.isEmpty()
                            && codes.containsAll(below)
                            && (role == Role.REGION || below.size() == codes.size() - 1);
                })
                .collect(ImmutableSet.toImmutableSet());
    }

    private static void addBelow(String code, JsonNode children, Set<String> below) {
        for (JsonNode child : children.path(code)) {
            if (below.add(child.asText())) {
                addBelow(child.asText(), children, below);
            }
        }
    }

    private static Role nameOf(Role role) {
        return switch (role) {
            case REGION -> Role.REGION_NAME;
            case INDICATOR -> Role.INDICATOR_NAME;
            default -> Role.IGNORED;
        };
    }

    /** Returns what a dimension is: as the dataset says, else as its name or label says. */
    private static Role role(String id, JsonNode dimension, JsonNode roles) {
        if (names(roles.path("time"), id)) {
            return Role.PERIOD;
        }
        if (names(roles.path("geo"), id)) {
            return Role.REGION;
        }
        if (names(roles.path("metric"), id)) {
            return Role.INDICATOR;
        }
        return Stream.of(id, dimension.path("label").asText())
                .map(Words::role)
                .flatMap(Optional::stream)
                .filter(role -> role == Role.UNIT
                        || (role == Role.PERIOD && !roles.has("time"))
                        || (role == Role.REGION && !roles.has("geo"))
                        || (role == Role.INDICATOR && !roles.has("metric")))
                .findFirst()
                .orElse(Role.DIMENSION);
    }

    private static boolean names(JsonNode ids, String id) {
        for (JsonNode each : ids) {
            if (each.asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** Makes a dimension of units the unit of all values, or of each a part of the indicator. */
    private static void addUnits(
            String id, List<String> codes, List<String> labels, boolean hasLabels, ImmutableList.Builder<Part> parts) {
        List<String> units = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            units.add(readable(codes.get(i), labels.get(i)));
        }
        if (codes.size() > 1) {
            parts.add(new Part(id, Role.INDICATOR, codes));
            parts.add(new Part(id + " name", hasLabels ? Role.INDICATOR_NAME : Role.IGNORED, labels));
        }
        parts.add(new Part(id + " of the value", Role.UNIT, units));
    }

    private static List<String> units(List<String> codes, JsonNode units) {
        return codes.stream()
                .map(code -> {
                    JsonNode unit = units.path(code);
                    String symbol = unit.path("symbol").asText();
                    String label = unit.path("label").asText(unit.path("base").asText());
                    List<String> texts = new ArrayList<>();
                    texts.add((symbol + " " + label).strip());
                    Arrays.stream(UNIT_MEMBERS)
                            .map(member -> unit.path(member).asText())
                            .filter(text -> !text.isEmpty())
                            .forEach(texts::add);
                    return readable(texts.toArray(String[]::new));
                })
                .toList();
    }

    /** Returns the first text that is a unit, also behind its last comma, as in {@code Current prices, million euro}; else the first. */
    private static String readable(String... texts) {
        return Arrays.stream(texts)
                .flatMap(text -> Stream.of(
                        text, text.substring(text.lastIndexOf(',') + 1).strip()))
                .filter(text -> UnitWords.read(text)
                        .filter(unit -> !unit.equals(Unit.COUNT))
                        .isPresent())
                .findFirst()
                .orElse(texts[0]);
    }

    /** Returns the codes of the members in their order: of an index that is a list, or says the place of each, or of a single label. */
    private static List<String> codes(String where, JsonNode category, int size) {
        JsonNode index = category.path("index");
        @Nullable String[] codes = new String[Math.max(size, 0)];
        int count = 0;
        if (index.isArray()) {
            for (JsonNode code : index) {
                put(codes, count++, code.asText());
            }
        } else if (index.isObject()) {
            for (Map.Entry<String, JsonNode> member : index.properties()) {
                put(codes, member.getValue().asInt(-1), member.getKey());
                count++;
            }
        } else if (category.path("label").size() == 1) {
            put(codes, count++, category.path("label").fieldNames().next());
        }
        if (count != size || Arrays.stream(codes).anyMatch(Objects::isNull)) {
            throw JsonGrid.refused(
                    where, "Expected an index with a place for each of " + size + " members, got " + index);
        }
        List<String> all = new ArrayList<>();
        for (String code : codes) {
            all.add(Grid.visible(Objects.requireNonNull(code).strip()));
        }
        return all;
    }

    private static void put(@Nullable String[] codes, int place, String code) {
        if (place >= 0 && place < codes.length) {
            codes[place] = code;
        }
    }
}
