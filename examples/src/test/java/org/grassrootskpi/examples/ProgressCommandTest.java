package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grassrootskpi.text.TextWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code progress} on the simulated subdistrict, on a catalogue of a folder, and on what is wrong. */
class ProgressCommandTest {
    private static final Path SAMPLE = Path.of("src/main/resources/org/grassrootskpi/examples/monthly");

    @Test
    void printsTheSheetInEightyColumns() {
        MainRun run = MainRun.of("progress", "--width", "80");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
                .contains(
                        "Monthly sheet 2025-09: 32 commitments as of 2025-09-30",
                        "Behind the schedule, greatest gap first: 10 of 32",
                        "Overdue: 1",
                        "Liuxi community has no place: a figure of it is missing.")
                .anyMatch(
                        line -> line.matches("Add 8 lifts to old +62\\.5 % +75\\.0 % +-12\\.5 +-46 +3 +yellow +yellow"))
                .anyMatch(line -> line.matches(" +2025-H1 +92 +Complete the .*"))
                .anyMatch(line -> line.matches(" +1 +0 +Chenguang community +78\\.\\d .*"))
                .allMatch(line -> TextWidth.of(line) <= 80)
                .noneMatch(line -> line.contains("…"));
    }

    @Test
    void printsTheSheetInChinese() {
        MainRun run = MainRun.of("progress", "--lang", "zh", "--width", "80");

        assertThat(run.out().lines())
                .contains("2025-09 督查月报：截至 2025-09-30 共 32 项", "滞后于序时进度（由多到少）：32 项中 10 项", "柳溪社区无位次：缺少数字。")
                .allMatch(line -> TextWidth.of(line) <= 80)
                .noneMatch(line -> line.contains("…"));
        assertThat(run.out().replaceAll("2025-\\S+", "")).doesNotContainPattern("[A-Za-z]{3,}");
    }

    @ParameterizedTest
    @CsvSource({"text, en, Simulated data: the figures are invented.", "markdown, zh, 模拟数据：数字均为虚构。"})
    void saysOnEveryTableThatItIsSimulated(String format, String language, String mark) {
        String out =
                MainRun.of("progress", "--format", format, "--lang", language).out();

        // by unit, by field, behind, needed, fallen, recovered, reached, due, overdue, not reported, ranking, doubts
        assertThat(Splitter.on(mark).splitToList(out)).hasSize(13);
    }

    @Test
    void printsARowForEachCommitmentAsCsv() {
        List<String> lines =
                MainRun.of("progress", "--format", "csv").out().lines().toList();

        assertThat(lines).hasSize(33);
        assertThat(lines.get(0)).startsWith("id,name,unit,").endsWith(",doubts,simulated");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("lifts,Add 8 lifts to old buildings,城市建设办,city,sample-street,2025,92,"
                        + "BEHIND,BEHIND,yellow,yellow,8部,5,2025-09,0.625,0.625,0.625,0.75,-12.5,"))
                .anyMatch(line -> line.startsWith("output,") && line.endsWith(",UNDECIDED VAGUE,true"));
        assertThat(lines.subList(1, 33)).allMatch(line -> line.endsWith(",true"));
    }

    @Test
    void printsEverythingAsJson() throws IOException {
        JsonNode sheet = json("progress", "--format", "json");

        assertThat(sheet.get("simulated").asBoolean()).isTrue();
        assertThat(sheet.get("items")).hasSize(32);
        assertThat(sheet.get("overdue").toString()).isEqualTo("[\"park\"]");
        assertThat(sheet.get("reached").toString()).isEqualTo("[\"road\"]");
        assertThat(sheet.get("dueSoon").toString()).isEqualTo("[\"care-centre\"]");
        assertThat(sheet.get("standings")).hasSize(4);
        assertThat(sheet.get("unranked").has("sample-street.liuxi")).isTrue();
        assertThat(sheet.get("counts").get("OVERDUE").asInt()).isEqualTo(1);
    }

    @Test
    void anEarlierMonthKnowsNothingOfALaterOne() throws IOException {
        JsonNode june = json("progress", "--month", "2025-06", "--format", "json");

        assertThat(june.get("overdue")).isEmpty();
        assertThat(june.get("unranked")).isEmpty();
        assertThat(june.get("standings")).hasSize(5);
        assertThat(june.get("month").asText()).isEqualTo("2025-06");
    }

    /** A rule of an office: days instead of months, ten days' notice, and a single light. */
    @Test
    void makesTheSheetByTheRuleOfAFile(@TempDir Path folder) throws IOException {
        Path rule = Files.writeString(folder.resolve("rule.json"), """
                {"path": {"kind": "DAYS"}, "dueSoonDays": 10,
                 "levels": {"levels": [{"name": "late", "upper": 0}, {"name": "in-time", "lower": 0}], "unit": "个百分点"}}
                """);

        JsonNode sheet = json("progress", "--rule", rule.toString(), "--format", "json");

        assertThat(sheet.get("dueSoonDays").asInt()).isEqualTo(10);
        assertThat(sheet.get("dueSoon")).isEmpty();
        JsonNode jobs = sheet.get("items").get(0);
        // 273 of 365 days are over.
        assertThat(jobs.at("/schedule/due/value").asText()).startsWith("0.747945205479452");
        assertThat(jobs.get("levels").toString()).isEqualTo("[\"late\"]");
    }

    @Test
    void saysWhereAPathDoesNotFitThePeriodOfAPlan(@TempDir Path folder) throws IOException {
        Path rule = Files.writeString(folder.resolve("rule.json"), """
                {"path": {"kind": "SHARES", "shares": [0.2, 0.2, 0.2, 0.2, 0.2]}}
                """);

        MainRun run = MainRun.of("progress", "--rule", rule.toString(), "--width", "200");

        assertThat(run.out().lines())
                .anyMatch(line -> line.matches("Create 1,200 new jobs .*the rule's path does not fit its period"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"dueSoonDays\": -1}|rule.json:1:1: BAD_DEFINITION: due soon expected 0 or more days, got -1;"
                        + " give 30 for what is due within 30 days",
                "{\"dueSoon\": 5}|rule.json:1:13 (dueSoon): Unknown property 'dueSoon' (did you mean 'dueSoonDays'?);"
                        + " expected any of dueSoonDays, levels, path, rankedLevel",
                "{\"rankedLevel\": \"VILLAGE\"}|progress: BAD_DEFINITION: rankedLevel of the rule expected one of the catalogue's levels"
                        + " [COUNTRY, PROVINCE, PREFECTURE, COUNTY, TOWNSHIP, COMMUNITY, GRID, ESTATE, MICRO_GRID, BUILDING, ENTRANCE,"
                        + " HOUSEHOLD], got VILLAGE; name one of them, or declare it among the catalogue's regionLevels",
                "[]|rule.json:1:1: expected an object, the rule",
            })
    void refusesARuleThatIsNone(String text, String message, @TempDir Path folder) throws IOException {
        Path rule = Files.writeString(folder.resolve("rule.json"), text);

        MainRun run = MainRun.of("progress", "--rule", rule.toString());

        assertThat(run.status()).isOne();
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip()).endsWith(message);
    }

    @Test
    void readsACatalogueOfAFolderWithATableOfFigures() throws IOException {
        JsonNode own = json(
                "progress",
                "--month",
                "2025-09",
                "--format",
                "json",
                "--catalog",
                SAMPLE.toString(),
                "--data",
                SAMPLE + "/figures-2025.csv");
        JsonNode sample = json("progress", "--format", "json");

        assertThat(own.get("simulated").asBoolean()).isFalse();
        assertThat(own.get("items")).isEqualTo(sample.get("items"));
        assertThat(own.get("standings")).isEqualTo(sample.get("standings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025", "2025-13", "2025-Q3", "September", "2025-09-30"})
    void refusesWhatIsNoMonth(String month) {
        MainRun run = MainRun.of("progress", "--month", month);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("expected a month such as 2025-09, got '" + month + "'")
                .doesNotContain("Exception");
    }

    @Test
    void refusesWhatIsWrongWithItsPlace(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data.csv");
        Files.writeString(data, "indicator,region,period,value\njobs.new,sample-street.beiyan,2025-01,5\n");

        MainRun unknown = MainRun.of("progress", "--data", data.toString());
        MainRun absent =
                MainRun.of("progress", "--data", folder.resolve("none.csv").toString());
        MainRun noMonth = MainRun.of("progress", "--catalog", SAMPLE.toString());

        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err())
                .contains("data.csv:2:10", "did you mean 'sample-street.beiyuan'")
                .doesNotContain("Exception");
        assertThat(absent.status()).isEqualTo(1);
        assertThat(absent.err()).contains("is not there: expected the path of a file");
        assertThat(noMonth.status()).isEqualTo(2);
        assertThat(noMonth.err()).contains("expected --month, such as --month 2025-09");
    }

    @Test
    void refusesFiguresThatSayNothingAndTwoCatalogues(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data.csv");
        Files.writeString(data, "indicator,region,period,value\n");

        MainRun empty = MainRun.of("progress", "--data", data.toString());
        assertThat(empty.status()).isEqualTo(1);
        assertThat(empty.err()).contains("data.csv: expected figures below the header, got none");
        for (String command : List.of("progress", "commitments")) {
            MainRun both = MainRun.of(command, "--sample", "--catalog", SAMPLE.toString());
            assertThat(both.status()).isEqualTo(2);
            assertThat(both.err()).contains("expected --catalog of your own or --sample, got both");
        }
        assertThat(MainRun.of("progress", "--sample").out())
                .isEqualTo(MainRun.of("progress").out());
    }

    /** The report of Pinghu has commitments, and nobody reports by month what became of them. */
    @Test
    void saysOfTheRealCatalogueThatNothingIsReported() throws IOException {
        JsonNode sheet = json(
                "progress",
                "--month",
                "2025-09",
                "--format",
                "json",
                "--catalog",
                "../kpi-catalog/src/main/resources/org/grassrootskpi/catalog/pinghu");

        assertThat(sheet.get("simulated").asBoolean()).isFalse();
        assertThat(sheet.get("behind")).isEmpty();
        assertThat(sheet.get("overdue")).isEmpty();
        assertThat(sheet.get("counts").get("NOT_REPORTED").asInt()).isPositive();
    }

    private static JsonNode json(String... args) throws IOException {
        MainRun run = MainRun.of(args);
        assertThat(run.err()).isEmpty();
        return new ObjectMapper().readTree(run.out());
    }
}
