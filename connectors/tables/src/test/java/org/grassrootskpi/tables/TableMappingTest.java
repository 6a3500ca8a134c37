package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may correct in a mapping, and what is refused of one. */
class TableMappingTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void readsByAMappingThatAPersonCorrected() throws IOException {
        Path file = file("visits.csv", "region,year,visits\na,2023,12\na,2024,many\nall,2023,12\n");
        TableMapping proposed = TableImport.of(file).lenient().propose();
        String json = TableImport.toJson(proposed)
                .replace("\"kind\" : \"FLOW\"", "\"kind\" : \"STOCK\"")
                .replace(
                        "\"level\" : \"PROVINCE\"",
                        "\"level\" : \"COMMUNITY\", \"missing\" : {\"many\" : \"NOT_COLLECTED\"}");

        ImportedTable visits =
                TableImport.of(file).with(TableImport.parseMapping(json)).read();

        assertThat(visits.indicator("visits").kind()).isEqualTo(IndicatorKind.STOCK);
        assertThat(visits.engine()
                        .execute(Query.select("visits")
                                .groupBy(Dimension.region(RegionLevel.COMMUNITY), Dimension.period(Frequency.ANNUAL)))
                        .toString())
                .isEqualTo("""
                        indicator  region  period           value
                        visits     a       2023                12
                        visits     a       2024    no observation (0/1, not collected)
                        source COMMUNITY, ANNUAL: visits
                        """);
    }

    @Test
    void writesAndReadsMappings() throws IOException {
        TableMapping proposed = TableImport.of(file("visits.csv", "地区,2023年,2024年\n甲街道,1.5%,…\n"))
                .propose();

        assertThat(TableImport.parseMapping(TableImport.toJson(proposed))).isEqualTo(proposed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"headRow\": 1}}",
                "{\"headRow\": null}",
                "{\"headrow\": 1}",
                "{\"headRow\": 1, \"headRow\": 2}"
            })
    void refusesWhatIsNoMapping(String json) {
        assertThatThrownBy(() -> TableImport.parseMapping(json))
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("mapping");
    }

    @Test
    void refusesAMappingOfIndicatorsThatItDoesNotDescribe() throws IOException {
        Path file = file("visits.csv", "region,year,visits\na,2023,12\n");
        TableMapping mapping =
                TableImport.parseMapping(TableImport.toJson(TableImport.of(file).propose())
                        .replace("\"indicator\" : \"visits\"", "\"indicator\" : \"calls\""));

        assertThatThrownBy(() -> TableImport.of(file).with(mapping).read())
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "column 'visits' of the mapping: Expected one of the mapping's indicators [visits], got 'calls'");
    }

    /** A month later columns stand in another order, and there are more rows. */
    @Test
    void findsTheColumnsOfAMappingByTheirHeads() throws IOException {
        TableMapping mapping =
                TableImport.of(file("m1.csv", "region,year,a,b\nx,2022,1,2\n")).propose();

        ImportedTable table = TableImport.of(file("m2.csv", "region,b,a,year\nx,20,10,2023\ny,40,30,2023\n"))
                .with(mapping)
                .read();

        assertThat(TableImportTest.answer(table, "a")).contains("2023     40");
        assertThat(TableImportTest.answer(table, "b")).contains("2023     60");
    }

    @Test
    void refusesAFileWhoseHeadsAreNotThoseOfTheMapping() throws IOException {
        TableMapping mapping =
                TableImport.of(file("m1.csv", "region,year,a,b\nx,2022,1,2\n")).propose();
        Path file = file("m2.csv", "region,year,new,a\nx,2023,9,1\n");

        assertThatThrownBy(() -> TableImport.of(file).with(mapping).read())
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "m2.csv:1, column 1: Expected the columns of the mapping, got others; in the mapping alone: [b], in the file"
                                + " alone: [new]; add those to the mapping, with the role IGNORED if they are not to be read");
    }

    @Test
    void refusesUnitsAndTotalsThatAreNone() throws IOException {
        Path file = file("a.csv", "area,year,jobs\nx,2022,1\n");
        String json = TableImport.toJson(TableImport.of(file).propose());
        TableMapping unit = TableImport.parseMapping(json.replace("\"unit\" : \"count\"", "\"unit\" : \"parsecs\""));
        TableMapping total =
                TableImport.parseMapping(json.replace("\"level\"", "\"totals\" : {\"sex\" : \"T\"}, \"level\""));

        assertThatThrownBy(() -> TableImport.of(file).with(unit).read())
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "indicator 'jobs' of the mapping: Expected a unit such as 亿元 or count:人, or one of the mapping's units, got 'parsecs'");
        assertThatThrownBy(() -> TableImport.of(file).with(total).read())
                .isInstanceOf(ImportException.class)
                .hasMessage("totals of the mapping: Expected one of the dimensions [], got 'sex'");
    }
}
