package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.json.CatalogJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckReportCommandTest {
    @TempDir
    private Path folder;

    private String wrong;
    private String right;

    @BeforeEach
    void writeTwoReports() throws IOException {
        wrong = file("a town.txt", """
                青石镇2024年工作总结
                全年受理诉求9600件，办结9350件，办结率94.7%。
                挖掘项目28个，投资28亿元。
                """);
        right = file("right.txt", "全年受理诉求9600件，办结9350件，办结率97.4%。\n");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8)
                .toString();
    }

    @Test
    void endsWithOneIfAnErrorWasFoundAndWithZeroElse() {
        assertThat(MainRun.of("check-report", wrong).status()).isEqualTo(1);
        assertThat(MainRun.of("check-report", right).status()).isZero();
        assertThat(MainRun.of("check-report", wrong, "--rule", "twin.numerals").status())
                .isZero();
        assertThat(MainRun.of("check-report", wrong, "--rule", "twin").status()).isEqualTo(2);
        assertThat(MainRun.of("check-report").status()).isEqualTo(2);
        assertThat(MainRun.of("check-report", wrong + "x").status()).isEqualTo(1);
    }

    @Test
    void textHasTheSentenceTheSumAndWhatWouldMakeItRight() {
        MainRun run = MainRun.of("check-report", wrong, "--width", "120");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("""
                        a town.txt: errors 1, warnings 0, questions 1
                        3 checks were made, 1 passed; 0 were not possible.
                        """)
                .contains(
                        "Error, line 2 column 24: Rate does not follow from its parts (rate.parts)",
                        """
                        全年受理诉求9600件，办结9350件，办结率94.7%
                            9350件 ÷ 9600件 = 97.40% ≠ 94.7%
                            Right would be one of:""",
                        "97.4% for 94.7% (digits swapped)",
                        "Question, line 3 column 11: The same numeral twice (twin.numerals)",
                        "rate.parts")
                .doesNotContain("growth.base");
    }

    @Test
    void chineseTextIsChinese() {
        assertThat(MainRun.of("check-report", wrong, "--lang", "zh", "--level", "error", "--width", "120")
                        .out())
                .startsWith("a town.txt：错误 1 处，警告 0 处，提问 1 处\n")
                .contains("错误，第 2 行第 24 字：比率与分子分母不符（rate.parts）", "94.7% 改为 97.4%（数字颠倒）")
                .doesNotContain("twin.numerals）");
    }

    @Test
    void jsonHasFindingsPlacesAndCounts() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(MainRun.of("check-report", wrong, "--format", "json").out());

        JsonNode finding = json.at("/findings/0");
        assertThat(finding.at("/rule").asText()).isEqualTo("rate.parts");
        assertThat(finding.at("/level").asText()).isEqualTo("error");
        assertThat(finding.at("/places/0").toString())
                .isEqualTo("{\"source\":null,\"surface\":\"94.7%\",\"start\":36,\"end\":41,\"line\":2,\"column\":24,"
                        + "\"sentence\":\"全年受理诉求9600件，办结9350件，办结率94.7%\"}");
        assertThat(finding.at("/remedies/2").toString())
                .isEqualTo("{\"surface\":\"94.7%\",\"start\":36,\"value\":\"97.4%\",\"slip\":\"digits_swapped\"}");
        assertThat(json.at("/total").toString()).isEqualTo("{\"made\":3,\"passed\":1,\"impossible\":0}");
    }

    @Test
    void sarifHasRulesResultsAndRegions() throws IOException {
        JsonNode run = new ObjectMapper()
                .readTree(MainRun.of("check-report", wrong, "--format", "sarif").out())
                .at("/runs/0");

        JsonNode result = run.at("/results/0");
        assertThat(run.at("/columnKind").asText()).isEqualTo("unicodeCodePoints");
        assertThat(run.at("/tool/driver/rules")
                        .get(result.at("/ruleIndex").asInt())
                        .at("/id")
                        .asText())
                .isEqualTo("rate.parts");
        assertThat(result.at("/level").asText()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":2,\"startColumn\":24,\"charOffset\":36,\"charLength\":5}");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .endsWith("/a%20town.txt");
        assertThat(result.at("/relatedLocations")).hasSize(2);
        assertThat(run.at("/results/1/level").asText()).isEqualTo("note");
    }

    @Test
    void isHeldAgainstAnEarlierReportAndACatalogue() throws IOException {
        String before = file("2023.txt", "青石镇2023年工作总结\n一、2023年工作总结\n旅游收入30.2亿元。\n");
        String now = file("2024.txt", "青石镇2024年工作总结\n一、2024年工作总结\n旅游收入33.1亿元，同比增长6.1%。\n");
        Path catalog = folder.resolve("catalog");
        Files.createDirectory(catalog);
        Files.writeString(catalog.resolve("pinghu.json"), CatalogJson.toJson(PinghuCatalog.load()));
        String pinghu = file("2025.txt", "平湖街道2025年工作总结\n一、2025年工作总结\n规上工业总产值540.2亿元，同比增长9.04%。\n");

        MainRun year = MainRun.of("check-report", now, "--previous", before);
        MainRun known = MainRun.of("check-report", pinghu, "--against", catalog.toString(), "--region", "440307003");
        MainRun unknown = MainRun.of("check-report", pinghu, "--against", catalog.toString());

        assertThat(year.out()).contains("33.1亿元 ÷ 30.2亿元 - 1 = 9.60% (9.26%..9.95%) ≠ 6.1%", before + ": 旅游收入30.2亿元");
        assertThat(known.out()).contains("540.2亿元 ÷ 509.45亿元 - 1 = 6.036% (6.025%..6.047%) ≠ 9.04%");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err()).contains("regions: say with --region which one the report is about");
    }

    @Test
    void listsTheRules() {
        List<String> lines = MainRun.of("check-report", "--rules", "--lang", "zh")
                .out()
                .lines()
                .toList();

        assertThat(lines.get(0)).matches("规则 \\d+ 条");
        assertThat(lines).contains("growth.base：增幅与基数不符，错误");
    }
}
