package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.score.Scorecard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema of scorecards: no stricter and hardly laxer than the reader. */
class ScorecardSchemaTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** A rule with groups, all that scores, adjustments and levels. */
    private static final String RULE = """
            {
              "$schema": "scorecard.schema.json",
              "name": {"zh": "考核", "en": "Assessment"},
              "source": "a notice",
              "items": [
                {"id": "work", "name": {"zh": "工作", "en": "Work"}, "weight": 60, "aggregation": "ARITHMETIC",
                 "missing": {"kind": "RENORMALISE", "minCoverage": 0.5}, "parts": [
                  {"id": "a", "weight": 0.4, "unit": "%", "decimals": 1, "minimum": 0, "maximum": 100,
                   "scoring": {"kind": "GOALPOSTS", "direction": "HIGHER", "lower": 60, "upper": 100, "low": 60, "high": 100,
                     "scale": "LINEAR", "floor": 0, "cap": 100, "decimals": 2}},
                  {"id": "b", "weight": 0.6,
                   "scoring": {"kind": "PER_STEP", "at": 90, "score": 25, "points": 1, "per": 1, "stepping": "FULL_STEPS"}}]},
                {"id": "c", "weight": 25, "scoring": {"kind": "TABLE", "pieces": [{"lower": 0, "upper": 10, "lowerScore": 0, "upperScore": 100}]}},
                {"id": "d", "weight": 15, "normalisation": {"kind": "MIN_MAX"}}
              ],
              "normalisesWeights": false,
              "missing": {"kind": "BOUNDS"},
              "adjustments": [{"id": "e", "kind": "BONUS", "points": 0.5, "limit": 5}],
              "bonusCap": 5,
              "floor": 0,
              "decimals": 2,
              "levels": {"decimals": 1, "levels": [
                {"name": "low", "upper": 60, "colour": "red"}, {"name": "high", "lower": 60, "lowerIncluded": true}]},
              "ranking": {"ties": "DENSE", "direction": "HIGHER", "decimals": 2}
            }
            """;

    private static final ImmutableList<String> VALUES =
            ImmutableList.of("7", "-1", "\"\"", "\"WRONG\"", "true", "null", "[]", "{}");

    private static String text() throws IOException {
        return RuleSchema.of(Scorecard.class)
                .asCharSource(StandardCharsets.UTF_8)
                .read();
    }

    private static Schema schema() throws IOException {
        return REGISTRY.getSchema(text());
    }

    private static Set<Problem.Kind> problems(String json) {
        try {
            RuleJson.read("rule.json", ByteSource.wrap(json.getBytes(StandardCharsets.UTF_8)), Scorecard.class);
            return Set.of();
        } catch (CatalogException e) {
            return e.problems().stream().map(Problem::kind).collect(Collectors.toSet());
        }
    }

    @Test
    void itAcceptsRulesThatTheReaderAccepts() throws IOException {
        assertThat(problems(RULE)).isEmpty();
        assertThat(schema().validate(RULE, InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(Files.readString(Path.of("../examples/nantong.json")), InputFormat.JSON))
                .isEmpty();
    }

    /** Misspells, removes and replaces every value of the rule: what the schema refuses the reader refuses, too. */
    @Test
    void itRefusesNothingThatTheReaderAcceptsAndEveryWrongName() throws IOException {
        Schema schema = schema();
        List<String> mutants = new ArrayList<>();
        addMutants(mutants, (ObjectNode) MAPPER.readTree(RULE), "");

        assertThat(mutants).hasSizeGreaterThan(500);
        assertThat(mutants).allSatisfy(mutant -> {
            boolean refused = !schema.validate(mutant, InputFormat.JSON).isEmpty();
            Set<Problem.Kind> problems = problems(mutant);
            if (refused) {
                assertThat(problems).isNotEmpty();
            }
            if (problems.contains(Problem.Kind.UNKNOWN_PROPERTY) || problems.contains(Problem.Kind.MISSING_PROPERTY)) {
                assertThat(refused).isTrue();
            }
        });
    }

    private static void addMutants(List<String> mutants, ObjectNode file, String pointer) throws IOException {
        JsonNode container = file.at(pointer);
        for (String name : ImmutableList.copyOf(container.fieldNames())) {
            ObjectNode misspelt = file.deepCopy();
            ObjectNode at = (ObjectNode) misspelt.at(pointer);
            at.set(name + "x", at.remove(name));
            mutants.add(misspelt.toString());
            ObjectNode without = file.deepCopy();
            ((ObjectNode) without.at(pointer)).remove(name);
            mutants.add(without.toString());
            if (!name.equals("$schema")) {
                for (String value : VALUES) {
                    ObjectNode other = file.deepCopy();
                    ((ObjectNode) other.at(pointer)).set(name, MAPPER.readTree(value));
                    mutants.add(other.toString());
                }
            }
            addMutants(mutants, file, pointer + "/" + name);
        }
        for (int i = 0; i < (container.isArray() ? container.size() : 0); i++) {
            addMutants(mutants, file, pointer + "/" + i);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/items/0/parts/0/scoring/kind|\"LINEAR\"",
                "/items/0/weight|0",
                "/items/0/weight|\"60\"",
                "/items/0/id|\" \"",
                "/items|[]",
                "/adjustments/0/points|0",
                "/adjustments/0/limit|-1",
                "/missing/kind|\"GUESS\"",
                "/levels/levels|[]",
                "/ranking/decimals|-1",
                "/ranking/direction|\"NEUTRAL\"",
                "/decimals|1.5",
                "/name/zh|\" \"",
            })
    void bothRefuseWhatAPropertyCannotBe(String pointer, String value) throws IOException {
        ObjectNode file = (ObjectNode) MAPPER.readTree(RULE);
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) file.at(pointer.substring(0, last))).set(pointer.substring(last + 1), MAPPER.readTree(value));

        assertThat(schema().validate(file.toString(), InputFormat.JSON)).isNotEmpty();
        assertThat(problems(file.toString())).isNotEmpty();
    }
}
