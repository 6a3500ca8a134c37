package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import com.google.common.io.Resources;
import com.networknt.schema.InputFormat;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogSchemaTest {
    private static final Path PUBLISHED = Path.of("src/main/resources/org/grassrootskpi/json/catalog.schema.json");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String TEXT = text(CatalogSchema.json());
    private static final Schema SCHEMA = REGISTRY.getSchema(TEXT);

    /** What the shape of a file can be wrong in; the other kinds concern several elements or what figures mean. */
    private static final Set<Problem.Kind> SHAPE =
            Set.of(Problem.Kind.UNKNOWN_PROPERTY, Problem.Kind.MISSING_PROPERTY, Problem.Kind.BAD_VALUE);

    private static final String EVERY_PROPERTY =
            text(Resources.asByteSource(Resources.getResource(CatalogSchemaTest.class, "every-property.json")));
    private static final ImmutableList<JsonNode> VALUES = ImmutableList.of(
            IntNode.valueOf(7),
            TextNode.valueOf(""),
            BooleanNode.TRUE,
            NullNode.instance,
            MAPPER.createArrayNode(),
            MAPPER.createObjectNode());

    private static String text(ByteSource source) {
        try {
            return source.asCharSource(StandardCharsets.UTF_8).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean readerRefusesTheShapeOf(String json) {
        try {
            CatalogJson.read(Map.of("a.json", ByteSource.wrap(json.getBytes(StandardCharsets.UTF_8))));
            return false;
        } catch (CatalogException e) {
            return e.problems().stream().map(Problem::kind).anyMatch(SHAPE::contains);
        }
    }

    static boolean refuses(String json) {
        return schemaRefuses(json);
    }

    private static boolean schemaRefuses(String json) {
        return !SCHEMA.validate(json, InputFormat.JSON, OutputFormat.BOOLEAN);
    }

    @Test
    void thePublishedSchemaIsThatOfTheModel() throws Exception {
        String schema = BuildCatalogSchema.ofCatalog();
        if (Boolean.getBoolean("renew-schema")) {
            Files.writeString(PUBLISHED, schema);
        }

        assertThat(PUBLISHED)
                .as(
                        "the model has changed; renew the schema with: mvn -pl core test -Dtest=CatalogSchemaTest -Drenew-schema=true")
                .content(StandardCharsets.UTF_8)
                .isEqualTo(schema);
    }

    @Test
    void itIsASchemaOfDraft202012() {
        Schema dialect = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(dialect.validate(TEXT, InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSampleFileHasEveryPropertyAndIsValid() {
        assertThat(SCHEMA.validate(EVERY_PROPERTY, InputFormat.JSON)).isEmpty();
        assertThat(readerRefusesTheShapeOf(EVERY_PROPERTY)).isFalse();
        assertThat(propertiesIn(tree(EVERY_PROPERTY), "")).isEqualTo(propertiesOf(tree(TEXT), ""));
    }

    /** Misspells, removes and replaces every value of the sample, one at a time. */
    @Test
    void itRefusesTheShapesThatTheReaderRefuses() {
        List<String> mutants = mutants(tree(EVERY_PROPERTY));

        assertThat(mutants).hasSizeGreaterThan(1500);
        assertThat(mutants.parallelStream().filter(mutant -> schemaRefuses(mutant) != readerRefusesTheShapeOf(mutant)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/indicators/0/kind|\"FLOWS\"",
                "/indicators/0/decimals|10",
                "/indicators/0/decimals|-1",
                "/indicators/0/decimals|0.5",
                "/indicators/0/id|\"handled requests\"",
                "/indicators/0/id|\"handled requests\"",
                "/regions/0/code|\"440307 003\"",
                "/regions/0/level|\"TOWN HALL\"",
                "/regions/0/name/zh|\" \"",
                "/units/2/factor|\"0\"",
                "/units/2/factor|\"1/0\"",
                "/units/0/code|\"two words\"",
                "/observations/0/ranks/0/place|0",
                "/observations/0/ranks/0/kind|\"FRONT\"",
                "/observations/0/ranks/1/kind|\"FIRST_EVER\"",
                "/observations/0/citation/quote|\" \"",
                "/observations/0/period|\"2024年\"",
                "/targets/0/deadline|\"2025-13\"",
                "/targets/0/strength|\"PROMISE\"",
                "/targets/0/type|\"PROMISE\"",
                "/programmes/1/type|\"WORK\"",
                "/stageModels/0/stages/0/kind|\"BEGUN\"",
                "/projects/0/milestones/0/phase|\"ACTIVITY\"",
            })
    void bothRefuseWhatAPropertyCannotBe(String pointer, String value) {
        ObjectNode file = tree(EVERY_PROPERTY);
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) file.at(pointer.substring(0, last))).set(pointer.substring(last + 1), anything(value));

        assertThat(schemaRefuses(file.toString())).isTrue();
        assertThat(readerRefusesTheShapeOf(file.toString())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024",
                "2024-A1",
                "2024-H1",
                "2024-S2",
                "2024-Q3",
                "2024-07",
                "2024-M07",
                "2024-W05",
                "2024W05",
                "2024-D197",
                "2024-07-15",
                "2024-YTD09",
                "2024-01-01/P9M",
                "2024/25-M04",
                "2024-04-01/P1Y"
            })
    void itKnowsEverySpellingOfAPeriod(String period) {
        ObjectNode file = tree(EVERY_PROPERTY);
        ((ObjectNode) file.at("/observations/0")).put("period", period);

        assertThat(TimePeriod.parse(period)).isNotNull();
        assertThat(schemaRefuses(file.toString())).isFalse();
    }

    /** Each change in a file of its own, that has but the list where the change is: what the others hold is no matter of shape. */
    private static List<String> mutants(ObjectNode file) {
        List<String> mutants = new ArrayList<>();
        addMutants(mutants, file, "");
        file.properties().forEach(list -> {
            ObjectNode only = MAPPER.createObjectNode().set(list.getKey(), list.getValue());
            containers(list.getValue(), "/" + list.getKey()).forEach(pointer -> addMutants(mutants, only, pointer));
        });
        return mutants;
    }

    private static void addMutants(List<String> mutants, ObjectNode file, String pointer) {
        JsonNode container = file.at(pointer);
        for (String name : ImmutableList.copyOf(container.fieldNames())) {
            Consumer<Consumer<ObjectNode>> mutate = change -> {
                ObjectNode copy = file.deepCopy();
                change.accept((ObjectNode) copy.at(pointer));
                mutants.add(copy.toString());
            };
            mutate.accept(object -> object.set(name + "x", object.remove(name)));
            mutate.accept(object -> object.remove(name));
            VALUES.forEach(value -> mutate.accept(object -> object.set(name, value)));
        }
        for (int i = 0; i < (container.isArray() ? container.size() : 0); i++) {
            for (JsonNode value : VALUES) {
                ObjectNode copy = file.deepCopy();
                ((ArrayNode) copy.at(pointer)).set(i, value);
                mutants.add(copy.toString());
            }
        }
    }

    private static List<String> containers(JsonNode node, String pointer) {
        List<String> found = new ArrayList<>();
        if (node.isContainerNode()) {
            found.add(pointer);
            node.properties()
                    .forEach(field -> found.addAll(containers(field.getValue(), pointer + "/" + field.getKey())));
            for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
                found.addAll(containers(node.get(i), pointer + "/" + i));
            }
        }
        return found;
    }

    /** The paths of all properties in a file, without the positions in lists. */
    private static Set<String> propertiesIn(JsonNode node, String path) {
        Set<String> found = new TreeSet<>();
        node.properties().forEach(field -> {
            found.add(path + "/" + field.getKey());
            found.addAll(propertiesIn(field.getValue(), path + "/" + field.getKey()));
        });
        if (node.isArray()) {
            node.forEach(element -> found.addAll(propertiesIn(element, path)));
        }
        return found;
    }

    /** The paths of all properties that a schema allows. */
    private static Set<String> propertiesOf(JsonNode schema, String path) {
        if (schema.has("$ref")) {
            return propertiesOf(tree(TEXT).at(schema.get("$ref").textValue().substring(1)), path);
        }
        if (schema.has("items")) {
            return propertiesOf(schema.get("items"), path);
        }
        Set<String> found = new TreeSet<>();
        schema.path("properties").properties().forEach(property -> {
            found.add(path + "/" + property.getKey());
            found.addAll(propertiesOf(property.getValue(), path + "/" + property.getKey()));
        });
        return found;
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) anything(json);
    }

    private static JsonNode anything(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
