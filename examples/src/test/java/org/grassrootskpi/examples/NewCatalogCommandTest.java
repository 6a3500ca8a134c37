package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.json.CatalogSchema;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewCatalogCommandTest {
    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void nameAFolder() {
        folder = temp.resolve("mine");
    }

    private MainRun start(String region) {
        return MainRun.of("new-catalog", "--region", region, "--out", folder.toString());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theFolderLoadsAsItIs() throws IOException {
        String counts = "documents 1, regions 4, sectors 6, indicators 19, observations 20, recognitions 0,"
                + " projects 1, programmes 1, targets 2, outcomes 0";

        assertThat(start("440307003"))
                .isEqualTo(new MainRun(
                        0,
                        folder + ": a catalogue of 440307003 广东省/深圳市/龙岗区/平湖街道 with " + counts + "\n"
                                + "Every figure in it is a sample. Read " + folder.resolve("README.md")
                                + ", then check what you change: validate " + folder + "\n",
                        ""));
        assertThat(files())
                .containsExactly(
                        "1-documents.json",
                        "2-regions.json",
                        "3-sectors.json",
                        "4-indicators.json",
                        "5-observations.json",
                        "6-projects-and-targets.json",
                        "README.md",
                        "README.zh-CN.md",
                        "schema/catalog.schema.json");
        assertThat(MainRun.of("validate", folder.toString()))
                .isEqualTo(new MainRun(0, folder + ": valid, with " + counts + "\n", ""));
        assertThat(MainRun.of("overview", "--catalog", folder.toString()).status())
                .isZero();
    }

    @Test
    void itHasIndicatorsOfEachKindEachWithASampleThatSaysSo() {
        start("440307003");
        Catalog catalog = CatalogJson.readFolder(folder);

        assertThat(IndicatorKind.values())
                .allSatisfy(kind -> assertThat(catalog.indicators())
                        .filteredOn(indicator -> indicator.kind() == kind)
                        .hasSizeGreaterThanOrEqualTo(2)
                        .allSatisfy(indicator ->
                                assertThat(catalog.observations(indicator.id())).isNotEmpty()));
        assertThat(catalog.observations())
                .extracting(Observation::note)
                .allSatisfy(note ->
                        assertThat(note.map(LocalizedText::en)).contains("A sample, not a real figure: replace it."));
        assertThat(catalog.document("sample-report").title().zh()).contains("样例");
    }

    @ParameterizedTest
    @ValueSource(strings = {"440307003", "深圳市"})
    void everyFileIsValidBySchemaAndNothingIsLeftToFillIn(String region) throws IOException {
        start(region);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(CatalogSchema.json()
                        .asCharSource(StandardCharsets.UTF_8)
                        .read());

        for (String file : files()) {
            String text = Files.readString(folder.resolve(file));
            assertThat(text).as(file).doesNotContain("{{");
            if (file.matches("[0-9].*json")) {
                assertThat(text).contains("\"$schema\": \"schema/catalog.schema.json\"");
                assertThat(schema.validate(text, InputFormat.JSON))
                        .as(file)
                        .extracting(Error::toString)
                        .isEmpty();
            }
        }
        assertThat(Files.readAllBytes(folder.resolve("schema/catalog.schema.json")))
                .isEqualTo(CatalogSchema.json().read());
    }

    @Test
    void aRegionAboveTheTownshipsGetsThoseBelowIt() {
        start("龙岗区");

        assertThat(CatalogJson.readFolder(folder).regions())
                .extracting(Region::code)
                .startsWith("44", "4403", "440307", "440307003")
                .contains("440307016")
                .hasSize(3 + 14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theCommunityThatTheReadmeShowsCanBeAdded(String readme) throws IOException {
        start("龙岗区");
        String text = Files.readString(folder.resolve(readme));
        String json = Splitter.on("```")
                .splitToList(text.substring(text.indexOf("```json") + 7))
                .get(0);
        Files.writeString(folder.resolve("2-regions-communities.json"), json);

        assertThat(CatalogJson.readFolder(folder).region("440307003001").parent())
                .contains("440307003");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "440307999|Unknown division below 440307 广东省/深圳市/龙岗区 '440307999' (did you mean '440307009'?)",
                "440307003002|Unknown division below 440307003 广东省/深圳市/龙岗区/平湖街道 '440307003002'",
                "99|Unknown division '99'",
                "深圳市/平胡街道|Unknown division '深圳市/平胡街道' (did you mean '深圳市/平湖街道'?)",
                "深圳|Unknown division '深圳' (did you mean '深圳市'?)",
                "''|Unknown division ''",
            })
    void anUnknownRegionIsRefusedInOneLineAndNothingIsWritten(String region, String message) {
        assertThat(start(region))
                .isEqualTo(new MainRun(
                        1,
                        "",
                        "new-catalog: " + message + "; expected a code of 2, 4, 6 or 9 digits such as 440307003,"
                                + " or a path of whole names such as 深圳市/平湖街道\n"));
        assertThat(folder).doesNotExist();
    }

    @Test
    void aNameOfSeveralPlacesIsRefusedWithAllOfThem() {
        MainRun run = start("平湖街道");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("new-catalog: Ambiguous division '平湖街道'")
                .contains("220112002", "340504001", "440307003");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAsItIs() throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(start("440307003"))
                .isEqualTo(new MainRun(
                        1,
                        "",
                        "new-catalog: " + folder
                                + " is not empty: expected a new or an empty folder, nothing was written\n"));
        assertThat(files()).containsExactly("notes.txt");
    }

    @Test
    void aFileInTheWayIsLeftAsItIs() throws IOException {
        Files.writeString(folder, "mine");

        assertThat(start("440307003"))
                .isEqualTo(new MainRun(
                        1, "", "new-catalog: " + folder + " is a file: expected a new or an empty folder\n"));
        assertThat(folder).hasContent("mine");
    }
}
