package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.CatalogException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A starter folder, and one file more with one mistake. */
class ValidateCommandTest {
    private static final String TARGET = """
            {"targets": [
              {"id": "bad", "name": {"zh": "错", "en": "Bad"}, "sector": "industry", "region": "440307003",
               "strength": "START", "deadline": "%s", "project": "elderly-care.centre", "stage": "%s",
               "citation": {"document": "sample-report", "section": "2", "quote": "错"}}
            ]}
            """;

    @TempDir
    private Path temp;

    private Path folder;
    private Path mistakes;

    @BeforeEach
    void startACatalogue() {
        folder = temp.resolve("mine");
        mistakes = folder.resolve("9-mistakes.json");
        assertThat(MainRun.of("new-catalog", "--region", "440307003", "--out", folder.toString())
                        .status())
                .isZero();
    }

    private record Case(String name, String json, List<String> lines) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case mistake(String name, String json, String... lines) {
        return new Case(name, json, List.of(lines));
    }

    static List<Case> mistakes() {
        return List.of(
                mistake(
                        "an id that another file has",
                        "{\"sectors\": [{\"id\": \"industry\", \"name\": {\"zh\": \"工业\", \"en\": \"Industry\"}}]}",
                        "9-mistakes.json:1:14 (sectors[0]): the id 'industry' is taken already: rename one of the two"
                                + " (first at DIR/3-sectors.json:4:5)"),
                mistake(
                        "a cycle of sectors",
                        """
                        {"sectors": [
                          {"id": "a", "name": {"zh": "甲", "en": "A"}, "parent": "b"},
                          {"id": "b", "name": {"zh": "乙", "en": "B"}, "parent": "a"}
                        ]}
                        """,
                        "9-mistakes.json:2:3 (sectors[0]): 'a' contains itself: a -> b -> a;"
                                + " let one of them refer to none of the others"),
                mistake(
                        "a ratio of things that have different units",
                        """
                        {"indicators": [
                          {"id": "odd", "name": {"zh": "错", "en": "Odd"}, "sector": "industry", "kind": "RATIO",
                           "unit": "ratio", "decimals": 4, "direction": "HIGHER", "definition": {"zh": "错", "en": "Odd"},
                           "numerator": "industry.output", "denominator": "industry.enterprises"}
                        ]}
                        """,
                        "9-mistakes.json:4:51 (indicators[0].denominator): a ratio's parts need one unit:"
                                + " 'industry.output' is in CNY, 'industry.enterprises' in count:家; refer to others, or to none"),
                mistake(
                        "a stage that the project's model does not have",
                        TARGET.formatted("2025", "finished"),
                        "9-mistakes.json:3:88 (targets[0].stage): Unknown stage 'finished';"
                                + " the stages of 'construction' are approved, started, completed, in-use"),
                mistake(
                        "a deadline before the year that the document plans for",
                        TARGET.formatted("2024-12", "completed"),
                        "9-mistakes.json:3:37 (targets[0].deadline): target 'bad' is due by 2024-12, before 2025 begins,"
                                + " for which document 'sample-report' plans: expected 2025 or later"),
                mistake(
                        "a misspelt property",
                        "{\"sectors\": [{\"id\": \"a\", \"nmae\": {\"zh\": \"甲\", \"en\": \"A\"}}]}",
                        "9-mistakes.json:1:34 (sectors[0].nmae): Unknown property 'nmae' (did you mean 'name'?);"
                                + " expected any of id, name, parent"),
                mistake(
                        "a misspelt list",
                        "{\"$shema\": \"schema/catalog.schema.json\"}",
                        "9-mistakes.json:1:12 ($shema): Unknown property '$shema' (did you mean '$schema'?);"
                                + " a file may hold units, documents, regionLevels, regions, regionGroups, sectors, indicators, identities,"
                                + " observations, recognitions, stageModels, projects, milestones, programmes, targets,"
                                + " outcomes, vintagePreference, languages"),
                mistake(
                        "a reference into nowhere",
                        "{\"sectors\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\", \"en\": \"A\"}, \"parent\": \"indutsry\"}]}",
                        "9-mistakes.json:1:68 (sectors[0].parent): Unknown sector 'indutsry' (did you mean 'industry'?)"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsOneLineWithItsPlaceAndTheWayOut(Case mistake) throws IOException {
        Files.writeString(mistakes, mistake.json());

        assertRefused(mistake.lines());
    }

    @Test
    void aFileInGbkIsRefusedAtItsFirstBadCharacter() throws IOException {
        Files.write(mistakes, "{\n\"sectors\": \"土地\"}".getBytes(Charset.forName("GBK")));

        assertRefused(List.of("9-mistakes.json:2:13: is not UTF-8: byte 0xCD at offset 14;"
                + " if it was saved as GBK or GB18030, save it as UTF-8"));
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws IOException {
        Path sectors = folder.resolve("3-sectors.json");
        Files.writeString(sectors, "\uFEFF" + Files.readString(sectors));

        assertThat(MainRun.of("validate", folder.toString()).status()).isZero();
    }

    @Test
    void aFileOf200MegabytesIsRefusedUnread() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(mistakes.toFile(), "rw")) {
            file.setLength(200_000_000); // sparse: it takes no room
        }

        assertRefused(List.of("9-mistakes.json: is larger than the 16777216 bytes that are read:"
                + " split the catalogue into more files"));
    }

    @Test
    void allProblemsOfAllFilesAreToldAtOnce() throws IOException {
        for (int i = 0; i < mistakes().size(); i++) {
            Files.writeString(
                    folder.resolve("9-mistake-" + i + ".json"),
                    mistakes().get(i).json().replace("\"bad\"", "\"bad-" + i + "\""));
        }
        Files.writeString(folder.resolve("9-broken.json"), "{\"sectors\": [}");
        Files.write(folder.resolve("9-gbk.json"), "{\"土地\": 1}".getBytes(Charset.forName("GBK")));

        MainRun run = MainRun.of("validate", folder.toString());

        assertThat(run.status()).isEqualTo(1);
        // Texts are decoded first, since each file may declare units and languages of the others.
        // What refers to nowhere (3, and 7 as such) is not told before every file can be read: it may stand in a broken
        // one.
        assertThat(run.out().lines().map(line -> line.replace(folder + "/", "").replaceAll(":.*", "")))
                .containsExactly(
                        "9-gbk.json",
                        "9-broken.json",
                        "9-mistake-5.json",
                        "9-mistake-6.json",
                        "9-mistake-0.json",
                        "9-mistake-7.json",
                        "9-mistake-1.json",
                        "9-mistake-2.json",
                        "9-mistake-4.json");
    }

    @Test
    void aFolderThatIsNotThereIsOneLine() {
        Path missing = temp.resolve("missing");

        assertThat(MainRun.of("validate", missing.toString()))
                .isEqualTo(new MainRun(1, missing + ": is not there: expected a folder of catalogue files\n", ""));
    }

    @Test
    void theFolderMustBeNamed() {
        MainRun run = MainRun.of("validate");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("Missing required parameter: 'DIR'");
    }

    /** Nothing is half-loaded: the good files beside the bad one give no catalogue. */
    private void assertRefused(List<String> lines) {
        String expected = lines.stream()
                .map(line -> folder + "/" + line.replace("DIR", folder.toString()) + "\n")
                .reduce("", String::concat);

        assertThat(MainRun.of("validate", folder.toString())).isEqualTo(new MainRun(1, expected, ""));
        assertThatThrownBy(() -> CatalogJson.readFolder(folder)).isInstanceOf(CatalogException.class);
    }
}
