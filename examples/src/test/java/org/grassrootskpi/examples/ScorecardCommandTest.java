package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code scorecard} on the published assessment of Nantong, and on what is wrong. */
class ScorecardCommandTest {
    private static final String RULES = "nantong.json";
    private static final String DATA = "nantong.csv";

    @Test
    void printsPlacesWithRangesAndWhatHoldsTheOrder() {
        MainRun run = MainRun.of("scorecard", RULES, DATA, "--lang", "zh");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
                .anyMatch(line -> line.matches("4 \\(4-5\\)\\s+钟秀街道\\s+94\\.31 .*"))
                .anyMatch(line -> line.matches("5 \\(4-5\\)\\s+新开街道\\s+94\\.308 .*"))
                .anyMatch(line -> line.matches("钟秀街道\\s+新开街道\\s+0\\.002\\s+.* %"))
                .anyMatch(line -> line.matches("中兴街道\\s+site 2\\.508.*"));
    }

    @Test
    void printsMarkdownAndCsv() {
        assertThat(MainRun.of("scorecard", RULES, DATA, "--format", "markdown").out())
                .startsWith("# City management")
                .contains("| Place | Unit | Score | Bounds | Level |", "| 4 (4-5) | 钟秀街道 | 94.31 |");
        assertThat(MainRun.of("scorecard", RULES, DATA, "--format", "csv").out().lines())
                .hasSize(20)
                .first()
                .asString()
                .startsWith("group,member,rank,best_rank,worst_rank,score");
    }

    @Test
    void printsJsonWithoutRounding() throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(
                        MainRun.of("scorecard", RULES, DATA, "--format", "json").out());

        assertThat(report.get("members")).hasSize(19);
        assertThat(report.get("members").get(4).get("score").get("value").asText())
                .isEqualTo("94.308");
        assertThat(report.get("members").get(4).get("best").asText()).isEqualTo("4");
        assertThat(report.get("order")).hasSize(18);
        assertThat(report.get("simulated").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown"})
    void saysOnEveryTableThatFiguresAreInvented(String format) {
        String out = MainRun.of("scorecard", RULES, DATA, "--simulated", "--format", format)
                .out();

        assertThat(out.split("Simulated data: the figures are invented\\.", -1)).hasSize(4);
    }

    @Test
    void saysWhatIsMissingAndStillRanksTheOthers(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data.csv");
        Files.writeString(data, "member,system,site,duty\n甲,90,80,70\n乙,90,,70\n丙,95,NA: 无现场,70\n");

        MainRun run = MainRun.of("scorecard", RULES, data.toString());

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("Without a score", "MISSING: the scorecard of '乙' lacks the figures of site")
                .contains("'丙' lacks a figure, so that its weights are not those of the others");
    }

    @Test
    void refusesWhatIsWrongWithItsPlace(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("rules.json");
        Files.writeString(rules, Files.readString(Path.of(RULES)).replace("\"weight\": 20", "\"weight\": 25"));
        Path data = folder.resolve("data.csv");
        Files.writeString(data, "member,sytem\n甲,90\n");

        MainRun badRule = MainRun.of("scorecard", rules.toString(), DATA);
        MainRun badData = MainRun.of("scorecard", RULES, data.toString());

        assertThat(badRule.status()).isEqualTo(1);
        assertThat(badRule.err()).contains("BAD_WEIGHTS", "add up to 105").doesNotContain("Exception");
        assertThat(badData.status()).isEqualTo(1);
        assertThat(badData.err())
                .contains("data.csv:1:8", "did you mean 'system'")
                .doesNotContain("Exception");
        assertThat(MainRun.of("scorecard", "none.json", DATA).status()).isEqualTo(1);
        assertThat(MainRun.of("scorecard", RULES).status()).isEqualTo(2);
    }
}
