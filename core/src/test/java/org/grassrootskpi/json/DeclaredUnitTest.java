package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.DeclaredUnit;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.publish.PublicationTable;
import org.grassrootskpi.publish.TableFormat;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitFactor;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units that a catalogue declares: read everywhere in it, and nowhere else. */
class DeclaredUnitTest {
    private static final String UNITS = """
            {"units": [
              {"code": "count:workhour", "name": {"zh": "工时", "en": "workhour"}, "aliases": ["workhours"]},
              {"code": "KES", "name": {"zh": "肯尼亚先令", "en": "KSh"}, "front": true},
              {"code": "square", "name": {"zh": "方英亩", "en": "square"}, "base": "acre", "factor": "100"},
              {"code": "acre", "name": {"zh": "英亩", "en": "acre"}, "aliases": ["acres"], "base": "m2", "factor": "4046.8564224"}]}
            """;
    private static final String REST = """
            {
              "documents": [{"id": "report", "title": {"zh": "报告", "en": "Report"}, "publisher": {"zh": "镇", "en": "Town"},
                "period": "2024"}],
              "regions": [
                {"code": "KE", "name": {"zh": "县", "en": "County"}, "level": "COUNTY"},
                {"code": "KE-1", "name": {"zh": "甲", "en": "One"}, "level": "TOWNSHIP", "parent": "KE"},
                {"code": "KE-2", "name": {"zh": "乙", "en": "Two"}, "level": "TOWNSHIP", "parent": "KE"}],
              "sectors": [{"id": "land", "name": {"zh": "土地", "en": "Land"}}],
              "indicators": [
                {"id": "labour", "name": {"zh": "用工", "en": "Labour"}, "sector": "land", "kind": "FLOW", "unit": "workhour",
                 "decimals": 0, "direction": "NEUTRAL", "definition": {"zh": "用工", "en": "Labour"}},
                {"id": "pay", "name": {"zh": "工资", "en": "Pay"}, "sector": "land", "kind": "FLOW", "unit": "KES",
                 "decimals": 2, "direction": "NEUTRAL", "definition": {"zh": "工资", "en": "Pay"}},
                {"id": "cleared", "name": {"zh": "开垦", "en": "Cleared"}, "sector": "land", "kind": "FLOW", "unit": "m2",
                 "decimals": 9, "direction": "NEUTRAL", "definition": {"zh": "开垦", "en": "Cleared"}}],
              "observations": [
                {"indicator": "labour", "region": "KE-1", "period": "2024", "figure": "近300 workhours",
                 "citation": {"document": "report", "section": "1", "quote": "近300"}},
                {"indicator": "labour", "region": "KE-2", "period": "2024", "figure": "2万工时",
                 "citation": {"document": "report", "section": "1", "quote": "2万"}},
                {"indicator": "pay", "region": "KE-1", "period": "2024", "figure": "KSh 1,250.50",
                 "citation": {"document": "report", "section": "1", "quote": "KSh 1,250.50"}},
                {"indicator": "pay", "region": "KE-2", "period": "2024", "figure": "3亿肯尼亚先令",
                 "citation": {"document": "report", "section": "1", "quote": "3亿"}},
                {"indicator": "cleared", "region": "KE-1", "period": "2024", "figure": "12.5 acres",
                 "citation": {"document": "report", "section": "1", "quote": "12.5 acres"}},
                {"indicator": "cleared", "region": "KE-2", "period": "2024", "figure": "2 square",
                 "citation": {"document": "report", "section": "1", "quote": "2 square"}}]
            }
            """;

    private static Catalog read(String... files) {
        ImmutableMap.Builder<String, ByteSource> sources = ImmutableMap.builder();
        for (int i = 0; i < files.length; i++) {
            sources.put((i + 1) + ".json", ByteSource.wrap(files[i].getBytes(StandardCharsets.UTF_8)));
        }
        return CatalogJson.read(sources.buildOrThrow());
    }

    private static List<String> problems(String... files) {
        return catchThrowableOfType(CatalogException.class, () -> read(files)).problems().stream()
                .map(Problem::describe)
                .toList();
    }

    @Test
    void figuresOfAllFilesAreReadInUnitsThatAnyFileDeclares() {
        Catalog catalog = read(REST, UNITS);

        assertThat(catalog.observations())
                .extracting(of -> of.figure().orElseThrow().value().toPlainString() + " "
                        + of.figure().orElseThrow().unit().code())
                .containsExactly(
                        "300 count:workhour",
                        "20000 count:workhour",
                        "1250.5 KES",
                        "300000000 KES",
                        "50585.70528 m2",
                        "809371.28448 m2");
        assertThat(catalog.unitVocabulary().parse("acres"))
                .isEqualTo(Unit.of("x", UnitFactor.parse("4046.8564224"), Unit.parse("m2")));
        assertThat(read(UNITS, REST)).isEqualTo(catalog);
    }

    @Test
    void theyAreWrittenSoThatTheyAreReadBack() {
        Catalog catalog = read(REST, UNITS);
        Catalog units = Catalog.builder().addAllUnits(catalog.units()).build();

        String json = CatalogJson.toJson(catalog);

        assertThat(json).startsWith("{\n  \"units\": [\n    {\n      \"code\": \"count:workhour\"");
        assertThat(read(json)).isEqualTo(catalog);
        assertThat(CatalogJson.toJson(read(json))).isEqualTo(json);
        String additions = CatalogJson.toJsonAdditions(units, catalog);
        assertThat(additions).doesNotContain("\"units\"");
        assertThat(read(CatalogJson.toJson(units), additions)).isEqualTo(catalog);
        assertThat(JsonTree.read(JsonTree.of(catalog), Catalog.class)).isEqualTo(catalog);
        assertThat(JsonTree.read(JsonTree.of(catalog.units().get(1)), DeclaredUnit.class))
                .isEqualTo(catalog.units().get(1));
    }

    @Test
    void noOtherCatalogueKnowsThem() {
        read(REST, UNITS);

        assertThat(problems(REST))
                .anyMatch(problem -> problem.contains("1.json:10:") && problem.contains("unit"))
                .hasSizeGreaterThanOrEqualTo(7);
        assertThat(read().unitVocabulary()).isSameAs(UnitVocabulary.standard());
    }

    @Test
    void theyAreDeclaredInJavaAsInFiles() {
        Catalog catalog = Catalog.builder()
                .addUnits(
                        DeclaredUnit.builder()
                                .code("count:workhour")
                                .name(LocalizedText.of("工时", "workhour"))
                                .addAliases("workhours")
                                .build(),
                        DeclaredUnit.builder()
                                .code("KES")
                                .name(LocalizedText.of("肯尼亚先令", "KSh"))
                                .front(true)
                                .build(),
                        DeclaredUnit.builder()
                                .code("square")
                                .name(LocalizedText.of("方英亩", "square"))
                                .base("acre")
                                .factor(UnitFactor.parse("100"))
                                .build(),
                        DeclaredUnit.builder()
                                .code("acre")
                                .name(LocalizedText.of("英亩", "acre"))
                                .addAliases("acres")
                                .base("m2")
                                .factor(UnitFactor.parse("4046.8564224"))
                                .build())
                .build();

        assertThat(catalog.units()).isEqualTo(read(UNITS).units());
        assertThat(Quantity.parse("超KSh 20", catalog.unitVocabulary()).unit().code())
                .isEqualTo("KES");
        assertThat(catalog.unitName(catalog.unitVocabulary().parse("acres"))).contains(LocalizedText.of("英亩", "acre"));
        assertThat(catalog.unitName(Unit.parse("m2"))).isEmpty();
    }

    @Test
    void rowsAreReadQueriedAndWrittenInThem(@TempDir Path folder) throws IOException {
        Catalog catalog = read(REST, UNITS);
        Path file = Files.writeString(folder.resolve("rows.csv"), """
                indicator,region,period,value
                labour,KE-1,2023,近300工时
                labour,KE-2,2023,1234
                pay,KE-1,2023,超KSh 20
                cleared,KE-2,2023,12.5 acres
                """);

        ObservationTable table = ObservationCsv.reader(catalog).read(file).table();

        assertThat(table.rows()).isEqualTo(4);
        Path written = folder.resolve("written.csv");
        ObservationCsv.write(table, written);
        assertThat(ObservationCsv.reader(catalog).read(written).table()).isEqualTo(table);
        ResultTable result =
                Engine.local(table).execute(Query.select("labour").groupBy(Dimension.period(Frequency.ANNUAL)));
        assertThat(result).isNotNull();
    }

    @Test
    void tablesPrintTheirNames() {
        Catalog catalog = read(REST, UNITS);
        ResultTable result =
                Engine.local(ObservationTable.of(catalog)).execute(Query.select("labour", "pay", "cleared"));

        assertThat(PublicationTable.of(
                                result,
                                catalog,
                                TableFormat.of(Language.ZH)
                                        .withUnits(catalog.unitVocabulary().parse("acre")))
                        .toString())
                .contains("工时", "肯尼亚先令", "英亩", "212.50");
        assertThat(PublicationTable.of(result, catalog, TableFormat.of(Language.EN))
                        .toString())
                .contains("workhour", "KSh", "m²");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"code\": \"CNY\", \"name\": {\"zh\": \"人民元\", \"en\": \"renminbi\"}}"
                        + "|1.json:1:12 (units[0].code): the library has a unit 'CNY' already: leave this one out, or choose another code",
                "{\"code\": \"count:家\", \"name\": {\"zh\": \"家家\", \"en\": \"homes\"}}"
                        + "|1.json:1:12 (units[0].code): the library has a unit 'count:家' already: leave this one out, or choose another code",
                "{\"code\": \"two words\", \"name\": {\"zh\": \"二\", \"en\": \"b\"}}"
                        + "|1.json:1:12 (units[0].code): 'two words' is no code of a unit: expected Latin letters, digits and hyphens such"
                        + " as KES, or count: and a word such as count:工时",
                "{\"code\": \"x1\", \"name\": {\"zh\": \"公顷\", \"en\": \"x1s\"}}"
                        + "|1.json:1:12 (units[0].name.zh): '公顷' is read as a unit of the library already (m2): expected another spelling",
                "{\"code\": \"x1\", \"name\": {\"zh\": \"某某\", \"en\": \"x1s\"}, \"aliases\": [\"万家\"]}"
                        + "|1.json:1:12 (units[0].aliases[0]): '万家' is read as a unit of the library already (count:家): expected another"
                        + " spelling",
                "{\"code\": \"x1\", \"name\": {\"zh\": \"某某\", \"en\": \"x1s\"}, \"base\": \"m2\"}"
                        + "|1.json:1:12 (units[0]): unit 'x1' has only one of base and factor: expected both, as in \"base\": \"m2\","
                        + " \"factor\": \"2000/3\", or neither",
                "{\"code\": \"x1\", \"name\": {\"zh\": \"某某\", \"en\": \"x1s\"}, \"base\": \"acre\", \"factor\": \"2\"}"
                        + "|1.json:1:12 (units[0].base): Unknown unit 'acre'; expected a unit of the library such as m2, or one of the"
                        + " catalogue's units",
                "{\"code\": \"x1\", \"name\": {\"zh\": \"某某\", \"en\": \"x1s\"}, \"base\": \"x1\", \"factor\": \"2\"}"
                        + "|1.json:1:12 (units[0]): 'x1' contains itself: x1 -> x1; let one of them refer to none of the others",
                "{\"code\": \"x1\", \"name\": {\"zh\": \"某某\", \"en\": \"x1s\"}, \"base\": \"m2\", \"factor\": \"0\"}"
                        + "|1.json:1:12 (units[0].factor): Expected a factor above zero such as 4046.8564224 or 2000/3, got '0'",
                "{\"code\": \"count:x\", \"name\": {\"zh\": \"某某\", \"en\": \"x1s\"}, \"base\": \"m2\", \"factor\": \"2\"}"
                        + "|1.json:1:12 (units[0].code): 'count:x' is counted one by one, but is declared as so many 'm2': expected a code"
                        + " without count:",
            })
    void eachContradictionIsRefusedAtItsPlace(String unit, String message) {
        String found = String.join("\n", problems("{\"units\": [" + unit + "]}"));

        assertThat(found.replaceAll("1\\.json:1:\\d+", "1.json:1:12")).isEqualTo(message);
    }

    @Test
    void oneSpellingHasOneMeaning() {
        assertThat(problems("""
                {"units": [
                  {"code": "x1", "name": {"zh": "某某", "en": "x one"}},
                  {"code": "x2", "name": {"zh": "某二", "en": "x two"}, "aliases": ["x one"]},
                  {"code": "x1", "name": {"zh": "某三", "en": "x three"}}]}
                """))
                .containsExactly(
                        "1.json:3:67 (units[1].aliases[0]): 'x one' stands for another unit already: expected one meaning (first at"
                                + " 1.json:2:45)",
                        "1.json:4:3 (units[2]): the unit 'x1' is declared already: leave one out (first at 1.json:2:3)");
    }

    @Test
    void aCycleOfUnitsIsRefused() {
        assertThat(problems("""
                {"units": [
                  {"code": "x1", "name": {"zh": "某某", "en": "x one"}, "base": "x2", "factor": "2"},
                  {"code": "x2", "name": {"zh": "某二", "en": "x two"}, "base": "x1", "factor": "2"}]}
                """))
                .containsExactly(
                        "1.json:2:3 (units[0]): 'x1' contains itself: x1 -> x2 -> x1; let one of them refer to none of the others");
    }

    @Test
    void anObservationOfAnotherUnitDoesNotFit() {
        Catalog catalog = read(REST, UNITS);
        Observation wrong = Observation.builder()
                .from(catalog.observations().get(0))
                .period(TimePeriod.parse("2022"))
                .figure(Quantity.parse("3 acres", catalog.unitVocabulary()))
                .build();

        assertThat(catchThrowableOfType(
                                CatalogException.class,
                                () -> Catalog.builder()
                                        .from(catalog)
                                        .addObservations(wrong)
                                        .build())
                        .problems())
                .extracting(Problem::message)
                .containsExactly("'3 acres' is in m2, but indicator 'labour' is in count:workhour");
    }
}
