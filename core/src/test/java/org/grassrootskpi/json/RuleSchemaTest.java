package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import com.networknt.schema.InputFormat;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.grassrootskpi.assess.AttainmentRule;
import org.grassrootskpi.assess.Escalation;
import org.grassrootskpi.assess.Levels;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.assess.Schedule;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.progress.ProgressRule;
import org.grassrootskpi.score.Normalisation;
import org.grassrootskpi.score.Scorecard;
import org.grassrootskpi.score.ScoringFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of rules: published as generated, accepting what the writer writes, and refusing wrong names as the reader does. */
class RuleSchemaTest {
    private static final Path PUBLISHED = Path.of("src/main/resources/org/grassrootskpi/json");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** A schema takes longer to read than a file to hold against it. */
    private static final Map<Class<?>, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private static final ImmutableMap<Class<?>, String> DESCRIPTIONS = ImmutableMap.<Class<?>, String>builder()
            .put(AttainmentRule.class, "A rule by which a figure is compared with a target.")
            .put(Escalation.class, "What a level becomes when it is repeated or recovers.")
            .put(Levels.class, "Named bands of a measure that cover the whole line.")
            .put(Normalisation.class, "A way to make figures of a sample comparable.")
            .put(PlanPath.class, "The part of a plan that is due at each date.")
            .put(ProgressRule.class, "A rule by which a monthly sheet is made.")
            .put(Schedule.class, "A plan's period, its path and its rule of attainment.")
            .put(Scorecard.class, "A rule of scoring: items with weights, and how their figures become one score.")
            .put(ScoringFunction.class, "The way from a figure to a score.")
            .buildOrThrow();

    static ImmutableList<Class<?>> types() {
        return RuleSchema.types().asList();
    }

    static Stream<Object> rules() {
        return Stream.concat(
                RuleJsonTest.rules(),
                Stream.of(
                        ProgressRule.standard(),
                        ProgressRule.builder()
                                .path(PlanPath.days())
                                .dueSoonDays(10)
                                .rankedLevel(RegionLevel.TOWNSHIP)
                                .build()));
    }

    private static Class<?> type(Object rule) {
        return types().stream()
                .filter(type -> type.isInstance(rule))
                .findFirst()
                .orElseThrow();
    }

    private static Schema schema(Class<?> type) throws IOException {
        Schema known = SCHEMAS.get(type);
        if (known == null) {
            known = REGISTRY.getSchema(
                    RuleSchema.of(type).asCharSource(StandardCharsets.UTF_8).read());
            SCHEMAS.put(type, known);
        }
        return known;
    }

    private static boolean isRefused(String json, Class<?> type) {
        try {
            RuleJson.read("rule.json", ByteSource.wrap(json.getBytes(StandardCharsets.UTF_8)), type);
            return false;
        } catch (CatalogException e) {
            return true;
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void thePublishedSchemaIsThatOfTheClass(Class<?> type) throws IOException {
        Path published = PUBLISHED.resolve(RuleSchema.file(type));
        String schema = BuildCatalogSchema.of(
                type.getName(),
                type.getSimpleName() + " of grassroots-kpi",
                Objects.requireNonNull(DESCRIPTIONS.get(type)));
        if (Boolean.getBoolean("renew-schema")) {
            Files.writeString(published, schema);
        }

        assertThat(published)
                .as("the rules have changed; renew the schemas with: mvn -pl core test -Dtest=RuleSchemaTest"
                        + " -Drenew-schema=true")
                .content(StandardCharsets.UTF_8)
                .isEqualTo(schema);
        Schema dialect = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(dialect.validate(schema, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void acceptsWhatIsWrittenAndRefusesAMisspeltName(Object rule) throws IOException {
        Class<?> type = type(rule);
        ObjectNode file = (ObjectNode) MAPPER.readTree(RuleJson.toJson(rule));

        assertThat(schema(type).validate(file.toString(), InputFormat.JSON)).isEmpty();
        assertThat(isRefused(file.toString(), type)).isFalse();
        for (String name : ImmutableList.copyOf(file.fieldNames())) {
            ObjectNode misspelt = file.deepCopy();
            JsonNode value = misspelt.remove(name);
            misspelt.set(name + "x", value);
            assertThat(schema(type).validate(misspelt.toString(), InputFormat.JSON))
                    .as(name)
                    .isNotEmpty();
            assertThat(isRefused(misspelt.toString(), type)).as(name).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void refusesNothingThatTheReaderAccepts(Object rule) throws IOException {
        Class<?> type = type(rule);
        ObjectNode file = (ObjectNode) MAPPER.readTree(RuleJson.toJson(rule));
        Schema schema = schema(type);
        for (String name : ImmutableList.copyOf(file.fieldNames())) {
            for (String value : new String[] {"7", "-1", "\"\"", "\"WRONG\"", "true", "null", "[]", "{}"}) {
                ObjectNode other = file.deepCopy();
                other.set(name, MAPPER.readTree(value));
                if (!schema.validate(other.toString(), InputFormat.JSON, OutputFormat.BOOLEAN)) {
                    assertThat(isRefused(other.toString(), type))
                            .as(other.toString())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void refusesATypeThatIsNoRule() {
        assertThatThrownBy(() -> RuleSchema.of(String.class)).hasMessageContaining("java.lang.String");
    }
}
