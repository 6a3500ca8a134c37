package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.text.TextWidth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void printsTheWorkedSampleInEightyColumnsWithItsSources() {
        MainRun run = MainRun.of("scorecard", "--sample", "--width", "80", "--lang", "zh");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("街道月度综合考核（样例规则）").contains("Jungar", "Guangyuan", "否决：较大", "满意率");
        assertThat(run.out().split("模拟数据：数字均为虚构。", -1)).hasSize(4);
        assertThat(run.out().lines()).allMatch(line -> TextWidth.of(line) <= 80).noneMatch(line -> line.contains("…"));
        assertThat(MainRun.of("scorecard", "--sample", "--format", "csv")
                        .out()
                        .lines()
                        .skip(1))
                .hasSize(8)
                .allMatch(line -> line.endsWith(",true"));
    }

    /** Data or rule, what they hold, and what the command says; R and D are the published ones of Nantong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.json   | D                    | none.json | is not there",
                "R           | none.csv             | none.csv  | is not there: expected the path of a file",
                "R           |                      | expected RULES.json and DATA.csv, or --sample | Usage",
                "R           | 'member,system,site,duty' | data.csv  | expected a row for each member below the header, got none",
                "R           | ''                   | data.csv:1:1 | Expected a header with the column member, got nothing",
                "R           | 'system,site'        | data.csv:1:1 | Expected the column member",
                "R           | 'member,system,site,duty;甲,1,2'  | data.csv:2:1 | Expected 4 fields as in the header, got 3",
                "R           | 'member,system,site,duty;甲,1,2,3;甲,1,2,3' | data.csv:3:1 | There is a row of '甲' already",
                "R           | 'member,system,site,duty;甲,1,x,3' | data.csv:2:5 | x",
                "{           | D                    | rule.json | not well-formed",
                "[]          | D                    | rule.json | expected an object, the rule",
                "{}          | D                    | rule.json | lacks the required name",
                "'{\"name\": {\"zh\": \"a\", \"en\": \"a\"}, \"itms\": []}' | D | itms | did you mean 'items'",
            })
    void saysWhatIsWrongWithAFile(String rule, @Nullable String data, String where, String what, @TempDir Path folder)
            throws IOException {
        List<String> args = new ArrayList<>(List.of("scorecard"));
        if (rule.startsWith("{") || rule.startsWith("[")) {
            Path file = folder.resolve("rule.json");
            Files.writeString(file, rule);
            args.add(file.toString());
        } else {
            args.add(rule.equals("R") ? RULES : rule);
        }
        if (data != null && (data.isEmpty() || data.contains(","))) {
            Path file = folder.resolve("data.csv");
            Files.writeString(file, data.replace(';', '\n'));
            args.add(file.toString());
        } else if (data != null) {
            args.add(data.equals("D") ? DATA : data);
        }

        MainRun run = MainRun.of(args.toArray(String[]::new));

        assertThat(run.status()).isEqualTo(what.equals("Usage") ? 2 : 1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(where, what).doesNotContain("Exception", "\tat ");
    }
}
