package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.common.base.Optional;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogJsonTest {
    private static final String SECTOR = "{\"id\": \"land\", \"name\": {\"zh\": \"土地\", \"en\": \"Land\"}}";

    private static Catalog read(String json) {
        return CatalogJson.read(ImmutableMap.of("a.json", ByteSource.wrap(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> problems(String json) {
        CatalogException refused = catchThrowableOfType(CatalogException.class, () -> read(json));
        assertThat(refused).as("expected to be refused: " + json).isNotNull();
        return refused.problems().stream().map(Problem::describe).toList();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Catalog catalog = Samples.valid().build();

        assertThat(read(CatalogJson.toJson(catalog))).isEqualTo(catalog);
        assertThat(CatalogJson.toJson(Catalog.builder().build())).isEqualTo("{}\n");
    }

    @Test
    void referencesPointFromFileToFile() {
        String sub = "{\"sectors\": [{\"id\": \"land.use\", \"name\": {\"zh\": \"用地\", \"en\": \"Use\"}, "
                + "\"parent\": \"land\"}]}";

        Catalog catalog = CatalogJson.read(ImmutableMap.of(
                "a.json", ByteSource.wrap(sub.getBytes(StandardCharsets.UTF_8)),
                "b.json", ByteSource.wrap(("{\"sectors\": [" + SECTOR + "]}").getBytes(StandardCharsets.UTF_8))));

        assertThat(catalog.sectorSubtree("land")).extracting(s -> s.name().en()).containsExactly("Land", "Use");
    }

    @Test
    void aTypoIsAnsweredWithFileLineColumnPathAndTheNearestSpelling() {
        assertThat(problems("{\n  \"sectors\": [\n    {\"id\": \"land\", \"nmae\": 1}\n  ]\n}"))
                .containsExactly("a.json:3:28 (sectors[0].nmae): Unknown property 'nmae' (did you mean 'name'?); "
                        + "expected any of id, name, parent");
        assertThat(problems("{\"sektors\": []}"))
                .containsExactly(
                        "a.json:1:13 (sektors): Unknown property 'sektors' (did you mean 'sectors'?); "
                                + "a file may hold units, documents, regionLevels, regions, regionGroups, sectors, indicators, identities, observations, "
                                + "recognitions, stageModels, projects, milestones, programmes, targets, outcomes, vintagePreference, languages");
    }

    @Test
    void problemsOfAllFilesAreToldAtOnceAndPointIntoTheirOwnFile() {
        String orphan =
                "{\"sectors\": [{\"id\": \"x\", \"name\": {\"zh\": \"甲\", \"en\": \"X\"}, \"parent\": \"lnad\"}]}";

        CatalogException refused = catchThrowableOfType(
                CatalogException.class,
                () -> CatalogJson.read(ImmutableMap.of(
                        "a.json",
                        ByteSource.wrap(("{\"sectors\": [" + SECTOR + "]}").getBytes(StandardCharsets.UTF_8)),
                        "b.json",
                        ByteSource.wrap(orphan.getBytes(StandardCharsets.UTF_8)),
                        "c.json",
                        ByteSource.wrap(("{\"sectors\": [" + SECTOR + "]}").getBytes(StandardCharsets.UTF_8)))));

        assertThat(refused.problems().stream().map(Problem::describe))
                .containsExactly(
                        "c.json:1:14 (sectors[0]): the id 'land' is taken already: rename one of the two (first at a.json:1:14)",
                        "b.json:1:68 (sectors[0].parent): Unknown sector 'lnad' (did you mean 'land'?)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"sectors\": [{\"id\": \"a\"}]}|a.json:1:14 (sectors[0]): lacks the required name",
                "{\"sectors\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\", \"en\": \" \"}}]}"
                        + "|a.json:1:52 (sectors[0].name.en): expected a text, got ' '",
                "{\"sectors\": [null]}|a.json:1:14 (sectors[0]): null is not allowed; omit the property",
                "{\"sectors\": null}|a.json:1:13 (sectors): null is not allowed; omit the property",
                "{\"sectors\": {}}|a.json:1:13 (sectors): expected an array",
                "[]|a.json:1:1: expected an object with any of units, documents, regionLevels, regions, regionGroups, sectors, indicators,"
                        + " identities, observations, recognitions, stageModels, projects, milestones, programmes, targets, outcomes,"
                        + " vintagePreference, languages",
                "{\"regions\": [{\"code\": \"1\", \"name\": {\"zh\": \"镇\", \"en\": \"Town\"}, \"level\": \"TOWN\"}]}"
                        + "|a.json:1:72 (regions[0].level): Unknown region level 'TOWN' (did you mean 'TOWNSHIP'?)",
            })
    void malformedElementsAreRefusedWithWhatWasExpected(String json, String message) {
        assertThat(problems(json)).containsExactly(message);
    }

    @Test
    void everythingThatIsWrongWithOneElementIsTold() {
        assertThat(problems("""
                        {"recognitions": [{
                          "id": 7, "subjekt": {}, "sector": null, "period": "2024-13",
                          "citation": {"document": "r", "sektion": "1"},
                          "awards": [
                            {"quote": true, "scope": "TOWN HALL"},
                            {"quote": "甲", "prize": 1},
                            "乙",
                            {"title": {"zh": "丙", "en": " "}}
                          ],
                          "ranks": {}
                        }]}
                        """))
                .extracting(problem -> problem.replaceAll("; expected any of .*|, got .*|(?<=a period): .*", ""))
                .containsExactly(
                        "a.json:2:37 (recognitions[0].sector): null is not allowed; omit the property",
                        "a.json:2:9 (recognitions[0].id): expected a text",
                        "a.json:2:23 (recognitions[0].subjekt): Unknown property 'subjekt' (did you mean 'subject'?)",
                        "a.json:2:53 (recognitions[0].period): Not a period",
                        "a.json:3:44 (recognitions[0].citation.sektion): Unknown property 'sektion' (did you mean 'section'?)",
                        "a.json:5:15 (recognitions[0].awards[0].quote): expected a text",
                        "a.json:5:30 (recognitions[0].awards[0].scope): Expected the code of a level such as TOWNSHIP or WARD, of letters and digits",
                        "a.json:6:29 (recognitions[0].awards[1].prize): Unknown property 'prize'",
                        "a.json:7:5 (recognitions[0].awards[2]): expected an object",
                        "a.json:8:33 (recognitions[0].awards[3].title.en): expected a text",
                        "a.json:8:5 (recognitions[0].awards[3]): lacks the required quote",
                        "a.json:10:12 (recognitions[0].ranks): expected an array");
    }

    /** To read the element again for each of them took nine seconds for a thousand. */
    @Test
    void namesTheUnknownPropertiesOfOneElement() {
        String unknown =
                IntStream.range(0, 5000).mapToObj(i -> "\"x" + i + "\": 1").collect(Collectors.joining(", "));

        List<String> problems = problems("{\"documents\": [{\"id\": 7, " + unknown + ", \"citation\": {\"y\": 1}}]}");

        assertThat(problems.get(0)).isEqualTo("a.json:1:23 (documents[0].id): expected a text, got '7'");
        assertThat(problems.get(1)).startsWith("a.json:1:32 (documents[0].x0): Unknown property 'x0'");
        assertThat(problems.get(999)).contains("(documents[0].x998): Unknown property 'x998'");
    }

    @Test
    void textsAreNotMadeFromNumbersNorNumbersFromTexts() {
        assertThat(problems("{\"documents\": [{\"id\": \"r\", \"period\": 2024}]}"))
                .containsExactly("a.json:1:38 (documents[0].period): expected a text, got VALUE_NUMBER_INT");
        assertThat(problems("{\"sectors\": [{\"id\": 7}]}"))
                .singleElement()
                .asString()
                .startsWith("a.json:1:21 ");
        assertThat(problems("{\"indicators\": [{\"decimals\": \"2\"}]}"))
                .singleElement()
                .asString()
                .startsWith("a.json:1:30 (indicators[0].decimals): ");
        assertThat(problems("{\"indicators\": [{\"decimals\": 2.5}]}"))
                .singleElement()
                .asString()
                .startsWith("a.json:1:30 (indicators[0].decimals): ");
    }

    @Test
    void figuresAndPeriodsAreRefusedInTheWordsOfTheirReaders() {
        assertThat(problems("{\"observations\": [{\"figure\": \"12..5亿元\"}]}"))
                .containsExactly("a.json:1:30 (observations[0].figure): Cannot read \"12..5亿元\": at position 2 "
                        + "expected a unit or the end of the figure, found \"..5亿元\"");
        assertThat(problems("{\"documents\": [{\"period\": \"2024-13\"}]}"))
                .singleElement()
                .asString()
                .startsWith("a.json:1:27 (documents[0].period): Not a period: \"2024-13\" at position 5");
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() {
        assertThat(problems("{\n  \"sectors\": [\n    {\"id\": \"a\",}\n  ]\n}"))
                .singleElement()
                .asString()
                .startsWith("a.json:3:16: is not well-formed JSON: ");
        assertThat(problems("{\"sectors\": []"))
                .singleElement()
                .asString()
                .startsWith("a.json:1:15: is not well-formed JSON: ");
        assertThat(problems("{\"sectors\": [], \"sectors\": []}"))
                .singleElement()
                .asString()
                .contains("Duplicate field 'sectors'");
        assertThat(problems("{} {}")).singleElement().asString().startsWith("a.json:1:4: is not well-formed JSON: ");
        assertThat(problems("")).singleElement().asString().startsWith("a.json");
    }

    @Test
    void aFileMayNameItsSchemaForEditors() {
        assertThat(read("{\"$schema\": \"schema/catalog.schema.json\", \"sectors\": [" + SECTOR + "]}")
                        .sectors())
                .hasSize(1);
        assertThat(problems("{\"$schema\": 1}"))
                .containsExactly("a.json:1:13 ($schema): expected a text, the address of the JSON Schema");
    }

    @Test
    void whatIsWrongInTheFilesThatCanBeReadIsToldBesideThatOneCannot() {
        String orphan = SECTOR.replace("\"id\"", "\"parent\": \"in-the-broken-file\", \"id\"");

        CatalogException refused = catchThrowableOfType(
                CatalogException.class,
                () -> CatalogJson.read(ImmutableMap.of(
                        "a.json", ByteSource.wrap("{".getBytes(StandardCharsets.UTF_8)),
                        "b.json",
                                ByteSource.wrap(("{\"sectors\": [" + SECTOR + ", " + orphan + "]}")
                                        .getBytes(StandardCharsets.UTF_8)))));

        assertThat(refused.problems())
                .extracting(
                        Problem::kind,
                        problem -> problem.location().orElseThrow().file())
                .containsExactly(tuple(Problem.Kind.SYNTAX, "a.json"), tuple(Problem.Kind.DUPLICATE, "b.json"));
    }

    @Test
    void aReferenceToAnElementThatWasRefusedIsNoProblemOfItsOwn() {
        assertThat(problems("""
                        {"sectors": [
                          {"id": "a", "nmae": {"zh": "甲", "en": "A"}},
                          {"id": "b", "name": {"zh": "乙", "en": "B"}, "parent": "a"},
                          {"id": "c", "name": {"zh": "丙", "en": "C"}, "parent": "x"}
                        ]}
                        """))
                .containsExactly(
                        "a.json:2:23 (sectors[0].nmae): Unknown property 'nmae' (did you mean 'name'?); "
                                + "expected any of id, name, parent",
                        "a.json:4:57 (sectors[2].parent): Unknown sector 'x'");
    }

    @Test
    void nothingIsReadOfASourceThatKnowsToBeTooLarge() {
        ByteSource large = new ByteSource() {
            @Override
            public Optional<Long> sizeIfKnown() {
                return Optional.of(200_000_000L);
            }

            @Override
            public InputStream openStream() {
                throw new AssertionError("opened");
            }
        };

        assertThat(catchThrowableOfType(
                                CatalogException.class, () -> CatalogJson.read(ImmutableMap.of("a.json", large)))
                        .problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.TOO_LARGE);
    }

    @Test
    void nestingBeyondTheLimitIsRefused() {
        int depth = CatalogJson.MAX_DEPTH;

        assertThat(problems("{\"sectors\": " + "[".repeat(depth) + "]".repeat(depth) + "}"))
                .singleElement()
                .asString()
                .startsWith("a.json:1:44: is nested deeper than the 32 levels");
    }

    @Test
    void aFileBeyondTheLimitIsRefusedWithoutReadingItWhole(@TempDir Path folder) throws IOException {
        Path large = Files.write(folder.resolve("large.json"), new byte[CatalogJson.MAX_FILE_BYTES + 1]);

        CatalogException refused = catchThrowableOfType(CatalogException.class, () -> CatalogJson.readFile(large));

        assertThat(refused.problems())
                .extracting(Problem::kind, Problem::describe)
                .containsExactly(tuple(
                        Problem.Kind.TOO_LARGE,
                        large + ": is larger than the 16777216 bytes that are read: "
                                + "split the catalogue into more files"));
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithTheFirstBadByte() {
        byte[] gbk = "{\n\"sectors\": \"土地\"}".getBytes(Charset.forName("GBK"));

        CatalogException refused = catchThrowableOfType(
                CatalogException.class, () -> CatalogJson.read(ImmutableMap.of("a.json", ByteSource.wrap(gbk))));

        assertThat(refused.problems())
                .extracting(Problem::describe)
                .containsExactly("a.json:2:13: is not UTF-8: byte 0xCD at offset 14; "
                        + "if it was saved as GBK or GB18030, save it as UTF-8");
    }

    @Test
    void aCutUtf8CharacterIsRefused() {
        byte[] cut = {'{', '}', ' ', (byte) 0xE5, (byte) 0x9C};

        CatalogException refused = catchThrowableOfType(
                CatalogException.class, () -> CatalogJson.read(ImmutableMap.of("a.json", ByteSource.wrap(cut))));

        assertThat(refused.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.ENCODING);
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(read("\uFEFF{\"sectors\": [" + SECTOR + "]}").sectors()).hasSize(1);
    }

    @Test
    void aFolderIsReadInTheOrderOfItsFileNames(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("b.json"), "{\"sectors\": [" + SECTOR + "]}");
        Files.writeString(folder.resolve("a.json"), "{\"sectors\": [" + SECTOR.replace("land", "city") + "]}");
        Files.writeString(folder.resolve("notes.txt"), "not a catalogue file");

        assertThat(CatalogJson.readFolder(folder).sectors())
                .extracting(s -> s.id())
                .containsExactly("city", "land");
    }

    @Test
    void aFolderWithoutFilesAndAMissingOneAreRefused(@TempDir Path folder) {
        assertThat(catchThrowableOfType(CatalogException.class, () -> CatalogJson.readFolder(folder))
                        .problems())
                .extracting(Problem::describe)
                .containsExactly(folder + ": expected 1 to 1000 files that end in .json, found 0");
        Path missing = folder.resolve("missing");
        assertThat(catchThrowableOfType(CatalogException.class, () -> CatalogJson.readFolder(missing))
                        .problems())
                .extracting(Problem::describe)
                .containsExactly(missing + ": is not there: expected a folder of catalogue files");
        assertThat(catchThrowableOfType(CatalogException.class, () -> CatalogJson.readFile(missing))
                        .problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.UNREADABLE);
    }

    @Test
    void aUnitOfOnesOwnIsNotWritten() {
        Catalog known = CatalogJson.read(Map.of("x.json", ByteSource.wrap("""
                {"sectors": [{"id": "s", "name": {"zh": "产业", "en": "Industry"}}],
                 "indicators": [
                   {"id": "i", "name": {"zh": "人均", "en": "Per head"}, "sector": "s", "kind": "FLOW", "unit": "元",
                    "decimals": 2, "direction": "HIGHER", "definition": {"zh": "人均", "en": "Per head"}}]}
                """.getBytes(StandardCharsets.UTF_8))));
        Catalog catalog = Catalog.builder()
                .addAllSectors(known.sectors())
                .addIndicators(Indicator.builder()
                        .from(known.indicator("i"))
                        .unit(Unit.of("贝/人", "cowries-per-person", 1, 1))
                        .build())
                .build();

        assertThatThrownBy(() -> CatalogJson.toJson(catalog))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("indicators[0] cannot be written so that it is read back: ")
                .hasMessageEndingWith(
                        "files know the units of UnitVocabulary.standard(), and those that the catalogue declares");
    }
}
