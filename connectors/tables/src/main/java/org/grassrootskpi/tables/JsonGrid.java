package org.grassrootskpi.tables;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads the JSON of statistics offices: JSON-stat, and tables as arrays of arrays, whose first is the head, or of objects, alone or as the
 * only such member of an object.
 */
final class JsonGrid {
    /** What Jackson adds of a text that it does not show. */
    private static final Pattern STARTS = Pattern.compile(" \\(for \\w+ starting at .*\\)");

    private static final int MOST_ZEROS = 50;
    private static final int ROWS_TO_LOOK_AT = 20;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonGrid() {}

    static Grid read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        JsonNode root;
        try {
            root = MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            String place = name + ":" + e.getLocation().getLineNr() + ":"
                    + e.getLocation().getColumnNr();
            throw refused(
                    place,
                    "Expected JSON: " + STARTS.matcher(e.getOriginalMessage()).replaceAll(""));
        }
        return JsonStatGrid.find(root)
                .map(dataset -> new JsonStatGrid(name, dataset).grid())
                .orElseGet(() -> table(name, root));
    }

    static ImportException refused(String place, String message) {
        return new ImportException(List.of(new ImportProblem(place, message)));
    }

    private static Grid table(String name, JsonNode root) {
        if (root.isArray() && isOf(root, JsonNode::isArray)) {
            List<String[]> rows = new ArrayList<>();
            for (JsonNode row : root) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(text(cell)));
                rows.add(cells.toArray(String[]::new));
            }
            return grid(name, rows, 1);
        }
        if (root.isArray() && isOf(root, JsonNode::isObject)) {
            return objects(name, root);
        }
        List<JsonNode> tables = new ArrayList<>();
        root.forEach(member -> {
            if (member.isArray() && (isOf(member, JsonNode::isObject) || isOf(member, JsonNode::isArray))) {
                tables.add(member);
            }
        });
        if (tables.size() != 1) {
            throw refused(
                    name,
                    "Expected JSON-stat, or one array of arrays or of objects, got "
                            + (tables.isEmpty() ? "none" : tables.size() + " of them"));
        }
        return table(name, tables.get(0));
    }

    private static boolean isOf(JsonNode array, Predicate<JsonNode> kind) {
        for (JsonNode element : array) {
            if (!kind.test(element)) {
                return false;
            }
        }
        return !array.isEmpty();
    }

    private static Grid objects(String name, JsonNode array) {
        Map<String, Integer> heads = new LinkedHashMap<>();
        List<String[]> rows = new ArrayList<>();
        for (JsonNode object : array) {
            Map<String, String> cells = new LinkedHashMap<>();
            flatten("", object, cells);
            cells.keySet().forEach(head -> heads.putIfAbsent(head, heads.size()));
            rows.add(heads.keySet().stream()
                    .map(head -> cells.getOrDefault(head, ""))
                    .toArray(String[]::new));
        }
        if (isHead(rows)) {
            return grid(name, rows, 1);
        }
        rows.add(0, heads.keySet().toArray(String[]::new));
        return grid(name, rows, 0);
    }

    /** Returns whether the first of several objects names the members of the others: it is text where all others are numbers. */
    private static boolean isHead(List<String[]> rows) {
        String[] first = rows.get(0);
        if (rows.size() < 2 || Arrays.stream(first).anyMatch(JsonGrid::isValue)) {
            return false;
        }
        List<String[]> others = rows.subList(1, Math.min(rows.size(), ROWS_TO_LOOK_AT));
        for (int column = 0; column < first.length; column++) {
            int at = column;
            if (others.stream().allMatch(row -> at < row.length && isValue(row[at]))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isValue(String cell) {
        return cell.isEmpty()
                || Figure.read(cell, false, ImmutableMap.of())
                        .filter(Figure::hasValue)
                        .isPresent();
    }

    private static void flatten(String prefix, JsonNode object, Map<String, String> cells) {
        object.properties().forEach(member -> {
            String head = prefix + member.getKey();
            if (member.getValue().isObject()) {
                flatten(head + ".", member.getValue(), cells);
            } else {
                cells.put(head, text(member.getValue()));
            }
        });
    }

    private static Grid grid(String name, List<String[]> rows, int firstLine) {
        int[] lines = new int[rows.size()];
        Arrays.setAll(lines, row -> row + firstLine);
        return Grid.of(name, null, null, null, rows, ImmutableIntArray.copyOf(lines));
    }

    /** Returns a value as a text file would have it; nothing for null. */
    static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return Math.abs(number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
        }
        return value.isContainerNode()
                ? value.toString()
                : Grid.visible(value.asText().strip());
    }
}
