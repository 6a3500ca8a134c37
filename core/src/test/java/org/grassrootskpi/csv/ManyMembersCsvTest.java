package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.grassrootskpi.csv.CsvProblem.Reason;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Revised;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationVintages;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with more members and vintages than a byte counts, and what a writer refuses before its first byte. */
class ManyMembersCsvTest {
    private static final Catalog CATALOG = Revised.catalog().build();
    private static final TableSchema TWO =
            TableSchema.builder().addDimensions("source", "place").build();

    @Test
    void manyMembersOfTwoDimensionsAreKeptApart() {
        StringBuilder text = new StringBuilder("indicator,region,period,value,source,place\n");
        for (String period : new String[] {"2023", "2024"}) {
            for (int i = 0; i < 700; i++) {
                text.append("requests,440307003007,").append(period).append(',');
                text.append(i)
                        .append(",s")
                        .append(1000 + i % 350)
                        .append(",p")
                        .append(1000 + i / 350 + i % 2)
                        .append('\n');
            }
        }

        ObservationCsvResult result = CsvSamples.read(ObservationCsv.reader(CATALOG, TWO), text.toString());
        String[] lines = CsvSamples.write(result.table()).split("\r\n");

        assertThat(result.table().rows()).isEqualTo(1400);
        assertThat(lines)
                .hasSize(1401)
                .containsExactlyInAnyOrder(text.toString().split("\n"));
    }

    private static String vintages(int days) {
        StringBuilder text = new StringBuilder("indicator,region,period,value,knownOn,maturity\n");
        LocalDate day = LocalDate.of(2020, 1, 1);
        for (int i = 0; i < days; i++) {
            text.append("gdp,440307003,2019,")
                    .append(i)
                    .append(',')
                    .append(day.plusDays(i))
                    .append(",REVISED\n");
        }
        return text.append("gdp,440307003,2019,5,,\n").toString();
    }

    @Test
    void aThousandVintagesAreKeptApartAndOneMoreIsRefused() {
        ObservationVintages all =
                CsvSamples.read(ObservationCsv.reader(CATALOG), vintages(1000)).vintages();
        assertThat(all.layers()).hasSize(1001);
        assertThat(CsvSamples.write(all.asKnownOn(LocalDate.of(2020, 1, 31)))).contains("gdp,440307003,2019,30\r\n");
        assertThat(CsvSamples.write(all.asKnownOn(LocalDate.of(2020, 2, 2)))).contains("gdp,440307003,2019,32\r\n");

        ObservationCsvResult more =
                CsvSamples.read(ObservationCsv.reader(CATALOG).lenient(), vintages(1001));
        assertThat(more.problems())
                .hasToString("[data.csv:1002:25: Expected at most 1000 vintages in a file, got one more]");
        assertThat(more.problems()).extracting(CsvProblem::reason).containsExactly(Reason.BAD_VINTAGE);
        assertThat(more.vintages()).isEqualTo(all);
    }

    @Test
    void aVintageWithoutAGoodRowIsNone() {
        String text = """
                indicator,region,period,value,knownOn,maturity
                gdp,440307003,2019,5,2020-01-05,REVISED
                gdp,440307003,2019,x,2021-01-05,REVISED
                """;
        ObservationCsvResult result =
                CsvSamples.read(ObservationCsv.reader(CATALOG).lenient(), text);

        assertThat(result.problemCount()).isEqualTo(1);
        assertThat(result.vintages().layers()).hasSize(1);
        assertThat(result.vintages()).hasToString("1 rows of 1 vintage");
    }

    @Test
    void valuesWithoutAVintageAreWrittenAsATable(@TempDir Path folder) throws Exception {
        ObservationTable table = CsvSamples.read(
                        ObservationCsv.reader(CATALOG), "indicator,region,period,value\ngdp,440307003,2019,5\n")
                .table();
        Path file = folder.resolve("plain.csv");
        StringBuilder text = new StringBuilder();

        ObservationCsv.write(ObservationVintages.of(table), text);
        ObservationCsv.write(ObservationVintages.of(table), file);

        assertThat(text).hasToString("indicator,region,period,value\r\ngdp,440307003,2019,5\r\n");
        assertThat(file).content().isEqualTo(text.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "status", "knownOn"})
    void aDimensionWithTheNameOfAColumnIsNotWritten(String name, @TempDir Path folder) {
        ObservationTable table = ObservationTable.builder(
                        CATALOG, TableSchema.builder().addDimensions(name).build())
                .build();
        Path file = folder.resolve("no.csv");
        String message = "Dimension '" + name + "' has the name of another column of CSV files: give it another name";

        assertThatThrownBy(() -> ObservationCsv.write(table, new StringBuilder()))
                .hasMessage(message);
        assertThatThrownBy(() -> ObservationCsv.write(table, file)).hasMessage(message);
        assertThatThrownBy(() -> ObservationCsv.write(ObservationVintages.of(table), new StringBuilder()))
                .hasMessage(message);
        assertThat(file).doesNotExist();
    }
}
