package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.io.Resources;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grassrootskpi.text.TextWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static List<NamedCsvRecord> facts() {
        return CsvReader.builder().ofNamedCsvRecord(MainRun.of("facts").out()).stream()
                .toList();
    }

    private static String fact(String kind, String id) {
        return facts().stream()
                .filter(row ->
                        row.getField("kind").equals(kind) && row.getField("id").startsWith(id + ":"))
                .map(row -> Stream.of("figure", "value", "unit", "qualifier", "section", "quote")
                        .map(row::getField)
                        .collect(Collectors.joining("|")))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theOverviewIsAsItWas(String language) throws IOException {
        String golden = Resources.toString(
                Resources.getResource(MainTest.class, "overview-" + language + ".txt"), StandardCharsets.UTF_8);

        assertThat(MainRun.of("overview", "--lang", language)).isEqualTo(new MainRun(0, golden, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theOverviewFitsATerminalOfAHundredColumns(String language) {
        assertThat(MainRun.of("overview", "--lang", language).out().lines())
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(100));
    }

    @Test
    void notesKeepTheTensionsOfTheReport() {
        assertThat(MainRun.of("overview", "--notes").out())
                .contains("The closing rate is 96.9 %", "Not of the same cohort as the 185 applied for")
                .satisfies(text -> assertThat(text.lines())
                        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(100)));
    }

    @Test
    void withoutACommandTheMenuAndTheOverviewArePrinted() {
        MainRun run = MainRun.of();

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("Commands")
                .contains("\n  overview ", "\n  facts ", "\n  demo ")
                .endsWith(MainRun.of("overview").out());
    }

    @Test
    void theOverviewAsJsonHasExactValues() throws IOException {
        JsonNode root =
                new ObjectMapper().readTree(MainRun.of("overview", "--json").out());

        JsonNode output = root.at("/sectors/0/indicators/0");
        assertThat(output.at("/observed").toString())
                .isEqualTo(
                        "{\"figure\":\"509.45亿元\",\"value\":\"50945000000\",\"unit\":\"CNY\",\"qualifier\":\"exact\","
                                + "\"lower\":\"50944500000\",\"upper\":\"50945500000\"}");
        assertThat(output.at("/yearOnYear/value").textValue()).isEqualTo("0.0634");
    }

    @Test
    void factsListFiguresWithValueUnitAndQuote() {
        assertThat(fact("observation", "industry.output")).isEqualTo("509.45亿元|50945000000|CNY|exact|2024-1|509.45亿元");
        assertThat(fact("observation", "industry.investment.fixed-assets"))
                .isEqualTo("近300亿元|30000000000|CNY|below|2024-1|近300亿元");
        assertThat(fact("growth", "industry.output")).isEqualTo("同比增长6.34%|0.0634|ratio|exact|2024-1|同比增长6.34%");
        assertThat(fact("completion", "land.consolidation.area")).isEqualTo("完成率341%|3.41|ratio|exact|2024-3|完成率341%");
        assertThat(fact("rank", "land.illegal-structures-removed")).isEqualTo("全区第一|1|rank|exact|2024-3|全区第一");
        assertThat(fact("rating", "city.appearance.assessment")).isEqualTo("A等次|A|grade||2024-4|A等次");
    }

    @Test
    void factsCountEveryStatement() {
        Map<String, Long> counts =
                facts().stream().collect(Collectors.groupingBy(row -> row.getField("kind"), Collectors.counting()));

        assertThat(counts)
                .containsEntry("observation", 88L)
                .containsEntry("growth", 4L)
                .containsEntry("completion", 2L)
                .containsEntry("rank", 19L)
                .containsEntry("rating", 5L)
                .containsEntry("award", 13L)
                .containsEntry("milestone", 72L)
                .containsEntry("programme", 119L)
                .containsEntry("target", 175L);
    }

    @Test
    void factsTellStagesAndDeadlinesWithTheirQuotes() {
        assertThat(facts().stream()
                        .filter(row -> row.getField("id").equals("city.transport.bainikeng-station"))
                        .map(row -> String.join("|", row.getFields())))
                .containsExactly(
                        "milestone|city.transport.bainikeng-station|2024-4|深大城际白坭坑站|"
                                + "Bainikeng Station, Shenzhen Airport–Daya Bay intercity railway|2024|||||topped-out||主体结构顺利封顶");
        assertThat(facts().stream()
                        .filter(row -> row.getField("id").equals("land.2025.shanxia-negotiation"))
                        .map(row -> String.join("|", row.getFields())))
                .containsExactly("target|land.2025.shanxia-negotiation|2025-2|启动山厦利益统筹项目4.2公顷地块征收谈判|"
                        + "Begin talks on 4.2 hectares of the Shanxia project|2025|4.2公顷|42000|m2|exact|"
                        + "land-negotiation|2025|4.2公顷地块征收谈判");
    }

    @Test
    void derivedFiguresAreListedWithTheirBounds() {
        assertThat(MainRun.of("reconcile").out())
                .contains("""
                        Public requests closed                          numerator         2024  90,117宗
                                                                        89,587 … 90,648宗
                                                                        = 9.3万宗 × 96.9% [2024-5]
                        """, """
                        Tasks assigned under the river and lake chief…  denominator       2024  155项
                                                                        155 … 155项
                                                                        = 155项 ÷ 100% [2024-4]
                        """, """
                        Industrial investment                           share of whole    2024  > 68.31%
                                                                        68.3 … 100%
                                                                        = 204.92亿元 ÷ 近300亿元 [2024-1]
                        """)
                .endsWith("\n0 contradictions in 3 comparisons of stated with derived figures\n");
    }

    @Test
    void projectsStandAsOfADateAndTargetsAreDue() {
        MainRun land = MainRun.of("projects", "--as-of", "2024-12-31", "--sector", "land");

        assertThat(land.status()).isZero();
        assertThat(land.out())
                .startsWith("As of 2024-12-31: 24 projects, 27 targets\n")
                .contains("   1  Approved\n      Xinmu Old Village residential area\n", "Targets  not yet due      22");
        assertThat(MainRun.of("projects", "--as-of", "2025-07-01", "--due-by", "2025-04-30")
                        .out())
                .endsWith("""
                        2025-04     Complete the reinforcement of Gankeng Reservoir in April 2025
                        2025-04     Complete the reinforcement of Miaokeng Reservoir in April 2025
                        """);
        assertThat(MainRun.of("projects", "--sector", "lnad"))
                .isEqualTo(new MainRun(1, "", "projects: Unknown sector 'lnad' (did you mean 'land'?)\n"));
    }

    @Test
    void partsRollUpToThePublishedTotalsAndNonsenseIsRefused() {
        assertThat(MainRun.of("aggregate").out())
                .contains(
                        "safety.requests.handled  440307003014 力昌社区    9,657 (imputed)  10.3839 (imputed)   1 (imputed)\n",
                        "safety.requests.handled       2024-Q2  23,651 宗 (imputed)      0.160928 (imputed)\n",
                        "56 of 57 are equal to the last digit",
                        "SUM_OF_RATIO: 'safety.requests.closing-rate' is a RATIO");
    }

    @Test
    void theFileOfTheJshellSessionIsWhatTheSplitGives(@TempDir Path folder) throws IOException {
        Path written = folder.resolve("requests.csv");

        MainRun.of("aggregate", "--csv", written.toString());

        assertThat(written).hasSameTextualContentAs(Path.of("requests-2024.csv"));
    }

    @Test
    void aTypoInACatalogueIsOneLineWithoutAStackTrace(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.json"), "{\"sektors\": []}");

        MainRun run = MainRun.of("overview", "--catalog", folder.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("mine.json:1:13", "Unknown property 'sektors' (did you mean 'sectors'?)");
    }

    @Test
    void aWrongCallIsAnsweredWithTheUsage() {
        MainRun run = MainRun.of("overveiw");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("overveiw", "overview").doesNotContain("\tat ");
    }

    @Test
    void everyDemoRuns() {
        MainRun run = MainRun.of("demo");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("--- READ_A_FIGURE", "--- SEE_ALL_PROBLEMS");
        assertThat(run.err()).isEmpty();
    }

    /** 126,012,510 of 104,303,132 is 20.8137 % more; 199,812,341 of 580,189,050 people are 34.4392 %; men and women are all of these. */
    @Test
    void publicTablesGiveTheRightAnswers() {
        assertThat(MainRun.of("demo", "CENSUS_OF_CHINA").out())
                .containsPattern("广东 +126,012,510 \\(as of 2020\\) +20\\.8137 \\(as of 2020\\) +1 ");
        assertThat(MainRun.of("demo", "CENSUS_OF_THE_UNITED_STATES").out())
                .containsPattern("06 California +39,538,223 \\(as of 2020\\) +2,284,267 ")
                .containsPattern("123,425,864 +8\\.95519 ");
        assertThat(MainRun.of("demo", "CENSUS_OF_INDIA").out())
                .containsPattern("Uttar Pradesh +199,812,341 +34\\.4392 ")
                .contains("278,765,994", "301,423,056", "580,189,050");
    }

    @Test
    void namesEachCommandOnceHoweverManyLinesItsDescriptionTakes() {
        assertThat(MainRun.of().out().lines().filter(line -> line.startsWith("  read-report")))
                .hasSize(1);
    }
}
