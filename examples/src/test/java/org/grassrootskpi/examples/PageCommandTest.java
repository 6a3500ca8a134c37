package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grassrootskpi.pages.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code page} on Pinghu's report, on the simulated subdistrict, on files of the caller, and on what is wrong. */
class PageCommandTest {
    private static final Path SAMPLE = Path.of("src/main/resources/org/grassrootskpi/examples/monthly");

    @TempDir
    Path folder;

    @Test
    void pinghusPageHasItsReportAndSimulatedCommunitiesThatSaySo() throws IOException {
        JsonNode page = json();

        assertThat(page.get("simulated").asBoolean()).isFalse();
        assertThat(page.at("/standings/simulated").asBoolean()).isTrue();
        assertThat(page.at("/standings/places").size()).isEqualTo(12);
        assertThat(page.at("/regions/simulated").asBoolean()).isTrue();
        assertThat(page.at("/regions/cells").size()).isEqualTo(6 * 12);
        for (JsonNode number : page.get("numbers")) {
            assertThat(number.get("simulated").asBoolean())
                    .isEqualTo(number.get("kind").asText().equals("REGION"));
        }
    }

    @Test
    void theSimulatedSubdistrictIsSimulatedThroughout() throws IOException {
        JsonNode page = json("--sample");

        assertThat(page.get("simulated").asBoolean()).isTrue();
        assertThat(page.get("month").asText()).isEqualTo("2025-09");
        assertThat(page.at("/standings/simulated").asBoolean()).isTrue();
        for (JsonNode number : page.get("numbers")) {
            assertThat(number.get("simulated").asBoolean()).isTrue();
        }
    }

    @Test
    void figuresOfTheCallerAreAddedUpAndDrawnSideBySide() throws IOException {
        JsonNode page = json(
                "--catalog",
                SAMPLE.toString(),
                "--data",
                SAMPLE.resolve("figures-2025.csv").toString(),
                "--month",
                "2025-09");

        assertThat(page.get("simulated").asBoolean()).isFalse();
        assertThat(page.at("/regions/simulated").asBoolean()).isFalse();
        assertThat(page.at("/regions/regions").size()).isEqualTo(5);
        assertThat(page.get("states").toString())
                .isEqualTo(json("--sample").get("states").toString());
    }

    @Test
    void aCheckedReportHasItsFindingsOnThePage() throws IOException {
        Path report = Files.writeString(folder.resolve("report.txt"), """
                青石镇2024年工作总结
                全年受理诉求9600件，办结9350件，办结率94.7%。
                挖掘项目28个，投资28亿元。
                """);
        Path before = Files.writeString(folder.resolve("before.txt"), "2023年，新增就业1000人。\n");

        JsonNode check = json("--check", report.toString(), "--previous", before.toString())
                .get("check");

        assertThat(check.get("report").asText()).isEqualTo("report.txt");
        assertThat(check.get("made").asInt()).isEqualTo(3);
        assertThat(check.at("/findings/0").toString())
                .isEqualTo("{\"level\":\"ERROR\",\"rule\":\"rate.parts\",\"title\":{\"zh\":\"比率与分子分母不符\","
                        + "\"en\":\"Rate does not follow from its parts\"},\"passages\":["
                        + passage("94.7%", 24) + "," + passage("9350件", 15) + "," + passage("9600件", 7)
                        + "],\"sum\":\"9350件 ÷ 9600件 = 97.40% ≠ 94.7%\",\"remedies\":["
                        + "{\"surface\":\"9350件\",\"value\":\"9087件–9095件\"},{\"surface\":\"9600件\","
                        + "\"value\":\"9869件–9878件\"},{\"surface\":\"94.7%\",\"value\":\"97.4%\",\"slip\":"
                        + "{\"zh\":\"数字颠倒\",\"en\":\"digits swapped\"}}]}");
        assertThat(check.at("/findings/1/level").asText()).isEqualTo("QUESTION");
        assertThat(check.get("findings").size()).isEqualTo(2);
        assertThat(json().has("check")).isFalse();
    }

    private static String passage(String surface, int column) {
        return "{\"sentence\":\"全年受理诉求9600件，办结9350件，办结率94.7%\",\"surface\":\"" + surface + "\",\"line\":2,\"column\":"
                + column + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"--sample", "--sample --simulated", "--month 2025-12", "--month 2024-12"})
    void everyPageFitsTheSchema(String arguments) throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Page.jsonSchema())
                        .validate(
                                json(Splitter.on(' ').splitToList(arguments).toArray(new String[0]))
                                        .toString(),
                                InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void whatIsWrongIsToldInALine() {
        Path page = folder.resolve("page.html");

        assertThat(MainRun.of("page").err()).contains("Missing required option: '--out=FILE'");
        assertThat(MainRun.of("page", "--out", page.toString(), "--month", "2025")
                        .err())
                .contains("expected a month such as 2025-09, got '2025'");
        assertThat(MainRun.of("page", "--out", page.toString(), "--data", "nothing.csv")
                        .err())
                .contains("nothing.csv is not there: expected the path of a file");
        assertThat(MainRun.of(
                                "page",
                                "--out",
                                folder.resolve("no").resolve("page.html").toString())
                        .err())
                .contains("its folder is not there");
        assertThat(MainRun.of("page", "--out", page.toString(), "--catalog", SAMPLE.toString())
                        .err())
                .contains("expected --month, such as --month 2025-09, for a catalogue of your own");
        assertThat(MainRun.of("page", "--out", page.toString(), "--previous", "before.txt")
                        .err())
                .contains("expected --check FILE, the report that is checked against other sources");
        assertThat(MainRun.of("page", "--out", page.toString(), "--check", "-", "--data", "-")
                        .err())
                .contains("expected standard input (-) for one of --data and --check, got it for both");
        assertThat(MainRun.of("page", "--out", page.toString(), "--check", "nothing.txt")
                        .err())
                .contains("nothing.txt is not there: expected the path of a file");
        assertThat(page).doesNotExist();
    }

    private JsonNode json(String... arguments) throws IOException {
        Path json = folder.resolve("page.json");
        Path html = folder.resolve("page.html");
        String[] all = new String[arguments.length + 6];
        all[0] = "page";
        all[1] = "--out";
        all[2] = html.toString();
        all[3] = "--json";
        all[4] = json.toString();
        all[5] = "--overwrite";
        System.arraycopy(arguments, 0, all, 6, arguments.length);
        MainRun run = MainRun.of(all);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        return new ObjectMapper().readTree(Files.readString(json));
    }
}
