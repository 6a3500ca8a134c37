package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON-stat as it is written, and read back; and what is refused of it. */
class JsonStatTest {
    private static final String DATASET = """
            {"version":"2.0","class":"dataset","label":"Visits","id":["area","time"],"size":[2,2],
            "role":{"geo":["area"],"time":["time"]},
            "dimension":{"area":{"category":{"index":["x","y"]}},"time":{"category":{"index":{"2022":0,"2023":1}}}},
            "value":[1,2.50,null,4],"status":["","p","c",""]}
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.json"), text);
    }

    private static TableFixture fixture() {
        return new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .region("u", RegionLevel.TOWNSHIP, "")
                .indicator("event.handled", IndicatorKind.FLOW, "count:件", 0)
                .indicator("spent", IndicatorKind.FLOW, "CNY", 2);
    }

    private static String csv(ObservationTable table) throws IOException {
        StringBuilder csv = new StringBuilder();
        ObservationCsv.write(table, csv);
        return csv.toString().replace("\r", "");
    }

    @Test
    void writesADataset() throws IOException {
        StringWriter out = new StringWriter();

        JsonStat.of(
                        fixture()
                                .row("spent", "t", "2024-YTD09", "-12.5")
                                .figure("event.handled", "u", "2024-07", "超600件")
                                .missing("event.handled", "t", "2024-07", ObservationStatus.SUPPRESSED)
                                .table(),
                        Language.EN)
                .withLabel("Events")
                .write(out);

        assertThat(out.toString()).isEqualTo("""
                        {"version":"2.0","class":"dataset","label":"Events","id":["indicator","region","period"],"size":[2,2,2],\
                        "role":{"metric":["indicator"],"geo":["region"],"time":["period"]},\
                        "dimension":{"indicator":{"category":{"index":["event.handled","spent"],\
                        "label":{"event.handled":"event.handled","spent":"spent"},\
                        "unit":{"event.handled":{"label":"count:件","decimals":0},"spent":{"label":"CNY","decimals":2}}}},\
                        "region":{"category":{"index":["t","u"],"label":{"t":"村t","u":"村u"}}},\
                        "period":{"category":{"index":["2024-YTD09","2024-07"],\
                        "label":{"2024-YTD09":"January–September 2024","2024-07":"2024-07"}}}},\
                        "value":{"3":600,"4":-12.50},"status":{"1":"Q"},"extension":{"qualifier":{"3":"ABOVE"}}}""");
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        ObservationTable table = fixture()
                .row("spent", "t", "2024", "123456789012345.67")
                .row("spent", "t", "2024-H1", "-12.5")
                .row("spent", "u", "2024-Q3", "100")
                .row("spent", "u", "2024-YTD09", "7")
                .figure("event.handled", "t", "2024-07", "超600件")
                .figure("event.handled", "u", "2024-07", "约800件")
                .missing("event.handled", "t", "2024-08", ObservationStatus.SUPPRESSED)
                .row("event.handled", "t", "2024-W05", "12")
                .row("event.handled", "t", "2024-07-15", "3")
                .table();
        Path file = folder.resolve("b.json");
        JsonStat.of(table, Language.ZH).write(file);

        ImportedTable read = TableImport.of(file).against(table.catalog()).read();

        assertThat(csv(read.table())).isEqualTo(csv(table));
    }

    @Test
    void readsBackDimensionsWithTheirTotals() throws IOException {
        ObservationTable table = fixture()
                .row("spent", "t", "2024", "1", "men", "young")
                .row("spent", "t", "2024", "2", "men", "old")
                .row("spent", "t", "2024", "7", "all", "old")
                .table(TableSchema.builder()
                        .addDimensions("sex", "age")
                        .total("sex", "all")
                        .build());
        Path file = folder.resolve("b.json");
        JsonStat.of(table, Language.EN).write(file);

        ImportedTable read = TableImport.of(file).against(table.catalog()).read();

        assertThat(csv(read.table())).isEqualTo(csv(table));
        assertThat(read.table().schema()).isEqualTo(table.schema());
    }

    @Test
    void readsValuesWithTheirDigitsAndStatuses() throws IOException {
        assertThat(csv(TableImport.of(file(DATASET)).read().table())).isEqualTo("""
                indicator,region,period,value,status
                Visits,x,2022,1.00,
                Visits,x,2023,2.50,P
                Visits,y,2022,,Q
                Visits,y,2023,4.00,
                """);
    }

    /** Regions that the dataset says to be made of others are not added to them. */
    @Test
    void leavesOutRegionsThatHaveChildren() throws IOException {
        ImportedTable table = TableImport.of(file("""
                        {"class":"dataset","label":"Visits","id":["area","time"],"size":[3,1],"role":{"geo":["area"],"time":["time"]},
                        "dimension":{"area":{"category":{"index":["a","a1","a2"],"child":{"a":["a1","a2"]}}},
                        "time":{"category":{"label":{"2023":"2023"}}}},"value":{"0":9,"1":1,"2":2}}
                        """)).read();

        assertThat(table.mapping().regionsLeftOut()).containsExactly("a");
        assertThat(TableImportTest.answer(table, "Visits")).contains("2023      3\n");
    }

    /** Version 1 has the dataset as a member of an object, and its ids, sizes and roles among the dimensions. */
    @Test
    void readsTheFirstVersion() throws IOException {
        ImportedTable table = TableImport.of(file("""
                        {"dataset":{"label":"Visits","dimension":{"area":{"category":{"index":{"x":0,"y":1}}},
                        "time":{"category":{"index":{"2023":0}}},"id":["area","time"],"size":[2,1],
                        "role":{"geo":["area"],"time":["time"]}},"value":[3,4]}}
                        """)).read();

        assertThat(csv(table.table())).isEqualTo("""
                indicator,region,period,value
                Visits,x,2023,3
                Visits,y,2023,4
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'[1,2.50,null,4]' | '[1,2.50,null]' | 'a.json, value: Expected 4 elements, one for each combination of members, got 3'",
                "'[1,2.50,null,4]' | '{\"4\":1}' | 'a.json, value: Expected indexes from 0 to 3, got ''4'''",
                "'[\"\",\"p\",\"c\",\"\"]' | '{\"x\":\"p\"}' | 'a.json, status: Expected indexes from 0 to 3, got ''x'''",
                "'\"size\":[2,2]' | '\"size\":[2]' | 'a.json, id: Expected dimensions and as many sizes, got [\"area\",\"time\"] and [2]'",
                "'\"size\":[2,2]' | '\"size\":[3,2]' | 'a.json, dimension.area: Expected an index with a place for each of 3 members, got"
                        + " [\"x\",\"y\"]'",
                "'{\"2022\":0,\"2023\":1}' | '{\"2022\":0,\"2023\":0}' | 'a.json, dimension.time: Expected an index with a place for each of"
                        + " 2 members, got {\"2022\":0,\"2023\":0}'",
                "'\"area\":{' | '\"region\":{' | 'a.json, dimension.area: Expected the dimension that ''id'' names, got none'",
                "'\"class\":\"dataset\"' | '\"class\":\"collection\"' | 'a.json, class: Expected a dataset, got a collection'",
                "'\"p\",\"c\"' | '\"p\",\"?\"' | 'a.json, item 3, column 4: Expected flags such as P or b, got ''?''; say what it means under"
                        + " \"missing\"'",
                "'2.50,' | '\"many\",' | 'a.json, item 2, column 3: Expected a number, got ''many''; if it stands for a missing value, name it"
                        + " under \"missing\"'",
                "'\"2023\":1' | '\"later\":1' | 'a.json, item 2, column 2: Expected a period such as 2024, 2024-Q3 or 2024-07, got ''later'''",
                "'4],' | '4]], ' | 'a.json:4:24: Expected JSON: Unexpected close marker '']'': expected ''}'''"
            })
    void saysWhatIsWrongAndWhere(String text, String other, String message) throws IOException {
        Path file = file(DATASET.replace(text, other));

        assertThatThrownBy(() -> TableImport.of(file).read())
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 'a.json: Expected JSON-stat, or one array of arrays or of objects, got none'",
                "'{\"a\":[[1]],\"b\":[[2]]}' | 'a.json: Expected JSON-stat, or one array of arrays or of objects, got 2 of them'",
                "3 | 'a.json: Expected JSON-stat, or one array of arrays or of objects, got none'",
                "'[[\"a\"],[\"b\"]]' | 'a.json: Expected a head and below it rows with numbers'"
            })
    void refusesJsonThatIsNoTable(String text, String message) throws IOException {
        Path file = file(text);

        assertThatThrownBy(() -> TableImport.of(file).read())
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith(message);
    }
}
