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
