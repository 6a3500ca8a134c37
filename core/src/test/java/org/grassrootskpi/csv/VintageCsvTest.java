package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.grassrootskpi.csv.CsvProblem.Reason;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Revised;
import org.grassrootskpi.model.Vintage;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.DuplicatePolicy;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationVintages;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VintageCsvTest {
    private static final Catalog CATALOG = Revised.catalog().build();
    private static final String HEADER = "indicator,region,period,value,status,knownOn,maturity\n";
    private static final String ROWS = HEADER
            + "gdp,440307003,2023,126058200000000,P,2024-01-17,PRELIMINARY\n"
            + "gdp,440307003,2023,129427200000000,,2024-12-26,REVISED\n"
            + "gdp,440307003,2022,120472400000000,,,\n"
            + "requests,440307003007,2023,近300宗,,2024-12-26,REVISED\n";

    private static ObservationCsvResult read(String text) {
        return CsvSamples.read(ObservationCsv.reader(CATALOG), text);
    }

    private static CsvProblem problem(String text) {
        ObservationCsvResult result =
                CsvSamples.read(ObservationCsv.reader(CATALOG).lenient(), text);
        assertThat(result.problemCount()).isEqualTo(1);
        return result.problems().get(0);
    }

    @ParameterizedTest
    @CsvSource({"2023-12-31, 1204724", "2024-01-17, 2465306", "2024-12-25, 2465306", "2024-12-26, 2498996"})
    void anEngineIsAskedAsOnADay(LocalDate day, String sum) {
        ObservationTable then = read(ROWS).vintages().asKnownOn(day);

        assertThat(Engine.local(then)
                        .execute(Query.select("gdp").during("2022..2023"))
                        .toCsv())
                .contains(sum + "00000000");
    }

    @Test
    void theTableHasWhatTheCatalogPrefers() {
        ObservationCsvResult result = read(ROWS);

        assertThat(result.vintages().layers()).hasSize(3);
        assertThat(result.vintages().rows()).isEqualTo(4);
        assertThat(result.vintages()).hasToString("4 rows of 3 vintages");
        assertThat(CsvSamples.write(result.table())).isEqualToNormalizingNewlines("""
                indicator,region,period,value
                gdp,440307003,2022,120472400000000
                gdp,440307003,2023,129427200000000
                requests,440307003007,2023,近300宗
                """);
    }

    @Test
    void allVintagesAreWrittenAndReadBack(@TempDir Path folder) throws IOException {
        ObservationVintages vintages = read(ROWS).vintages();
        Path file = folder.resolve("vintages.csv");

        ObservationCsv.write(vintages, file);

        assertThat(file)
                .content()
                .isEqualToNormalizingNewlines(HEADER
                        + "gdp,440307003,2022,120472400000000,,,\n"
                        + "gdp,440307003,2023,126058200000000,P,2024-01-17,PRELIMINARY\n"
                        + "gdp,440307003,2023,129427200000000,,2024-12-26,REVISED\n"
                        + "requests,440307003007,2023,近300宗,,2024-12-26,REVISED\n");
        assertThat(ObservationCsv.reader(CATALOG).read(file).vintages()).isEqualTo(vintages);
    }

    @Test
    void aFileWithoutVintagesIsOneTableWithoutAByteMore() {
        String plain = "indicator,region,period,value\nrequests,440307003007,2023,300\n";
        String empty = "indicator,region,period,value,knownOn,maturity\nrequests,440307003007,2023,300,,\n";
        String dated = """
                indicator,region,period,value,knownOn,maturity
                requests,440307003007,2023,300,2024-01-05,FINAL
                """;

        ObservationTable table = read(plain).table();

        assertThat(read(plain).vintages()).isEqualTo(ObservationVintages.of(table));
        assertThat(read(empty)).isEqualTo(read(plain));
        assertThat(read(dated).table()).isEqualTo(table);
        assertThat(read(dated).table().bytes()).isEqualTo(table.bytes());
    }

    @Test
    void membersOfADimensionAreKeptInEveryVintage() {
        TableSchema schema = TableSchema.builder().addDimensions("source").build();
        String text = """
                indicator,region,period,value,knownOn,maturity,source
                requests,440307003007,2023,3,2024-01-05,PRELIMINARY,phone
                requests,440307003007,2023,5,2024-01-05,PRELIMINARY,web
                requests,440307003007,2023,6,2024-03-05,REVISED,web
                requests,440307003007,2023,1,2024-03-05,REVISED,letter
                """;

        ObservationTable table =
                CsvSamples.read(ObservationCsv.reader(CATALOG, schema), text).table();

        assertThat(CsvSamples.write(table)).isEqualToNormalizingNewlines("""
                indicator,region,period,value,source
                requests,440307003007,2023,1,letter
                requests,440307003007,2023,3,phone
                requests,440307003007,2023,6,web
                """);
    }

    @Test
    void aMemberThatLooksLikeOneOfAnotherVintageIsAProblem() {
        TableSchema schema = TableSchema.builder().addDimensions("source").build();
        String text = """
                indicator,region,period,value,knownOn,maturity,source
                requests,440307003007,2023,3,2024-01-05,PRELIMINARY,A1
                requests,440307003007,2023,5,2024-03-05,REVISED,Ａ1
                """;

        assertThat(CsvSamples.read(ObservationCsv.reader(CATALOG, schema).lenient(), text)
                        .problems())
                .extracting(CsvProblem::reason)
                .containsExactly(Reason.LOOK_ALIKE);
    }

    @Test
    void twoValuesOfOneVintageAreADuplicate() {
        CsvProblem problem = problem(HEADER
                + "gdp,440307003,2023,1,,2024-01-17,PRELIMINARY\n"
                + "gdp,440307003,2023,2,,2024-12-26,REVISED\n"
                + "gdp,440307003,2023,3,,2024-01-17,PRELIMINARY\n");

        assertThat(problem)
                .hasToString("data.csv:4: 'gdp:440307003:2023' has a value already, at line 2; remove one of them, or"
                        + " choose DuplicatePolicy.KEEP_FIRST or KEEP_LAST");
    }

    @Test
    void twoValuesWithoutAVintageAreADuplicateAsEver() {
        assertThat(problem(HEADER + "gdp,440307003,2023,1,,,\ngdp,440307003,2023,2,,,\n")
                        .reason())
                .isEqualTo(Reason.DUPLICATE);
    }

    @Test
    void thePolicyHoldsWithinAVintage() {
        String text = HEADER
                + "gdp,440307003,2023,1,,2024-01-17,PRELIMINARY\n"
                + "gdp,440307003,2023,2,,2024-01-17,PRELIMINARY\n";

        assertThat(CsvSamples.write(
                        CsvSamples.read(ObservationCsv.reader(CATALOG).onDuplicates(DuplicatePolicy.KEEP_LAST), text)
                                .table()))
                .contains("gdp,440307003,2023,2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-17| |Expected one of PRELIMINARY, REVISED, FINAL, got ''",
                "2024-01-17|LATEST|Expected one of PRELIMINARY, REVISED, FINAL, got 'LATEST'",
                " |FINAL|Expected the day on which the value became known, such as 2025-11-20, got ''; leave"
                        + " 'knownOn' and 'maturity' empty where nobody said",
                "2023-02-30|FINAL|Expected the day on which the value became known, such as 2025-11-20, got"
                        + " '2023-02-30'; leave 'knownOn' and 'maturity' empty where nobody said"
            })
    void aVintageIsADayWithAMaturity(String day, String maturity, String message) {
        String text = "indicator,region,period,value,knownOn,maturity\ngdp,440307003,2023,1," + (day == null ? "" : day)
                + "," + (maturity == null ? "" : maturity) + "\n";

        CsvProblem problem = problem(text);

        assertThat(problem.reason()).isEqualTo(Reason.BAD_VINTAGE);
        assertThat(problem.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"knownOn", "maturity"})
    void oneColumnNeedsTheOther(String column) {
        assertThat(problem("indicator,region,period,value," + column + "\n").reason())
                .isEqualTo(Reason.MISSING_COLUMN);
    }

    @Test
    void aDimensionHasAnotherName() {
        TableSchema schema = TableSchema.builder().addDimensions("maturity").build();

        assertThatThrownBy(() -> ObservationCsv.reader(CATALOG, schema))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'maturity' has the name of another column");
    }

    @Test
    void theCatalogueGivesTheSameVintages() {
        Catalog catalog = Revised.catalog()
                .addObservations(Revised.revised(), Revised.preliminary(), Revised.gdp("1亿元"))
                .build();

        ObservationVintages vintages = ObservationVintages.of(catalog);

        assertThat(vintages.layers().keySet().stream()
                        .map(of -> of.map(Vintage::maturity).map(Enum::name).orElse("")))
                .containsExactly("", "PRELIMINARY", "REVISED");
        assertThat(vintages.preferred()).isEqualTo(ObservationTable.of(catalog));
        for (String day : List.of("2024-01-01", "2024-01-17", "2024-12-26")) {
            assertThat(CsvSamples.write(vintages.asKnownOn(LocalDate.parse(day))))
                    .isEqualTo(CsvSamples.write(ObservationTable.of(catalog.asKnownOn(LocalDate.parse(day)))));
        }
    }
}
