package org.grassrootskpi.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grassrootskpi.conformance.Village;
import org.grassrootskpi.io.ObservationCsv.Result;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.table.DuplicatePolicy;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationCsvTest {
    private static final String HEADER = "indicator,region,period,value,status\n";

    @TempDir
    private Path folder;

    private static Village village() {
        return new Village()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .region("a", RegionLevel.COMMUNITY, "t")
                .region("b", RegionLevel.COMMUNITY, "t")
                .indicator("visits", IndicatorKind.FLOW, "count:家次", 0)
                .indicator("money", IndicatorKind.FLOW, "CNY", 2);
    }

    private Result read(ObservationCsv csv, String text) throws IOException {
        return csv.read(Files.writeString(folder.resolve("rows.csv"), text));
    }

    private static ObservationCsv csv() {
        return ObservationCsv.of(village().catalog());
    }

    private static List<String> describe(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.location().orElseThrow().line() + ":"
                        + problem.location().orElseThrow().column() + " " + problem.kind() + " " + problem.path())
                .toList();
    }

    @Test
    void aFileGivesTheTableThatItsObservationsGive() throws IOException {
        ObservationTable expected = village()
                .row("visits", "a", "2024-01", "12")
                .row("visits", "b", "2024-02", "-3")
                .row("money", "a", "2024", "1234.50")
                .missing("visits", "a", "2024-02", ObservationStatus.MISSING)
                .table();

        Result result = read(csv(), HEADER + """
                visits,a,2024-01,12,
                visits,b,2024-M02,-3,A
                money,a,2024,1234.50,
                visits,a,2024-02,,O
                """);

        assertThat(result.table()).isEqualTo(expected);
        assertThat(result.problems()).isEmpty();
        assertThat(result.refused()).isZero();
    }

    @Test
    void columnsStandInAnyOrderAndFieldsMayBeQuoted() throws IOException {
        TableSchema schema = TableSchema.builder().addDimensions("source").build();
        ObservationTable expected = village()
                .row("visits", "a", "2024-01", "12", "the \"new\" one, 新")
                .row("visits", "a", "2024-01", "13", "")
                .table(schema);

        Result result = read(csv().withSchema(schema), "\uFEFF" + """
                "value",source,period,region,indicator
                12,"the ""new"" one, 新",2024-01,a,"visits"

                13,,2024-01,a,visits
                """.replace("\n", "\r\n"));

        assertThat(result.table()).isEqualTo(expected);
    }

    @Test
    void aLenientReaderGivesTheGoodRowsAndEveryProblemWithItsPlace() throws IOException {
        Result result = read(csv().lenient(), HEADER + """
                visits,a,2024-01,12,
                vists,a,2024-02,12,
                visits,新村,2024-02,12,
                visits,a,2024-13,12,
                visits,a,2024-02,1.5,
                visits,a,2024-02,twelve,
                visits,a,2024-02,12,O
                visits,a,2024-02,,
                visits,a,2024-02,12,?
                visits,a,2024-02
                "visits,a,2024-02,12,
                visits,b,2024-01,7,
                """);

        assertThat(result.table())
                .isEqualTo(village()
                        .row("visits", "a", "2024-01", "12")
                        .row("visits", "b", "2024-01", "7")
                        .table());
        assertThat(result.refused()).isEqualTo(10);
        assertThat(describe(result.problems()))
                .containsExactly(
                        "3:1 UNKNOWN_REFERENCE indicator",
                        "4:8 UNKNOWN_REFERENCE region",
                        "5:10 BAD_VALUE period",
                        "6:18 BAD_VALUE value",
                        "7:18 BAD_VALUE value",
                        "8:18 CONTRADICTION value",
                        "9:18 CONTRADICTION value",
                        "10:21 BAD_VALUE status",
                        "11:17 SYNTAX ",
                        "12:1 SYNTAX ");
        assertThat(result.problems().get(0).message()).contains("did you mean 'visits'?");
    }

    @Test
    void aStrictReaderGivesNothingHalfRead() {
        CsvException thrown = catchThrowableOfType(
                CsvException.class, () -> read(csv(), HEADER + "visits,a,2024-01,12,\nvisits,a,2024-02,x,\n"));

        assertThat(describe(thrown.problems())).containsExactly("3:18 BAD_VALUE value");
        assertThat(thrown).hasMessageContaining("rows.csv:3:18").hasMessageContaining("got 'x'");
    }

    @Test
    void duplicateKeysAreReportedWithTheirLines() throws IOException {
        String text = HEADER + "visits,a,2024-01,12,\nvisits,b,2024-01,1,\nvisits,a,2024-01,13,\n";

        assertThatThrownBy(() -> read(csv(), text))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("rows.csv:4:1")
                .hasMessageContaining("visits:a:2024-01");
        Result lenient = read(csv().lenient(), text);
        assertThat(lenient.table())
                .isEqualTo(village()
                        .row("visits", "a", "2024-01", "12")
                        .row("visits", "b", "2024-01", "1")
                        .table());
        assertThat(describe(lenient.problems())).containsExactly("4:1 DUPLICATE ");
        Result last = read(csv().onDuplicates(DuplicatePolicy.KEEP_LAST), text);
        assertThat(last.table())
                .isEqualTo(village()
                        .row("visits", "a", "2024-01", "13")
                        .row("visits", "b", "2024-01", "1")
                        .table());
    }

    @ParameterizedTest
    @CsvSource({
        "'indicator,region,period', value",
        "'indicator,region,period,value,colour', colour",
        "'indicator,region,period,value,value', value",
        "'', indicator"
    })
    void aHeaderThatIsWrongIsRefusedByName(String header, String column) {
        assertThatThrownBy(() -> read(csv().lenient(), header + "\nvisits,a,2024-01,12\n"))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining(column);
    }

    @ParameterizedTest
    @CsvSource({
        "92233720368547758.07, 9223372036854775807",
        "-92233720368547758.08, -9223372036854775808",
        "+1, 100",
        "0.5, 50",
        "1.2000, 120",
        "-0, 0",
        "007.10, 710"
    })
    void numbersAreReadExactly(String text, long scaled) throws IOException {
        Result result = read(csv(), HEADER + "money,a,2024," + text + ",\n");

        assertThat(result.table().blocks().get(0).values().scaled(0)).isEqualTo(scaled);
    }

    @ParameterizedTest
    @CsvSource({
        "92233720368547758.08",
        "-92233720368547758.09",
        "999999999999999999999",
        "1.234",
        "1.",
        ".5",
        "-",
        "1e3",
        "1 000",
        "١"
    })
    void otherTextIsNoNumber(String text) throws IOException {
        Result result = read(csv().lenient(), HEADER + "money,a,2024," + text + ",\n");

        assertThat(describe(result.problems())).containsExactly("2:14 BAD_VALUE value");
    }

    @Test
    void manyLinesPassTheBuffersEndsAndTellTheirProgress() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        Village expected = village();
        for (int month = 1; month <= 30_000; month++) {
            String period = String.format(Locale.ROOT, "%04d-%02d", month / 12 + 1000, month % 12 + 1);
            text.append("visits,a,").append(period).append(',').append(month).append(",\n");
            expected.row("visits", "a", period, Integer.toString(month));
        }
        List<Long> told = new ArrayList<>();

        Result result = read(csv().onProgress(told::add), text.toString());

        assertThat(result.table()).isEqualTo(expected.table());
        assertThat(told).last().isEqualTo(30_001L);
        assertThat(told).isSorted();
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
        String text = HEADER + "\"" + "x".repeat(CsvLines.MAX_LINE + 1);

        assertThatThrownBy(() -> read(csv(), text))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("rows.csv:2");
    }

    @Test
    void doublesAreReadWhereTheSchemaSaysSo() throws IOException {
        TableSchema schema = TableSchema.builder().addFloatingPoint("money").build();

        Result result = read(csv().withSchema(schema), HEADER + "money,a,2024,1.5e-3,\n");

        assertThat(result.table().blocks().get(0).values().asDouble(0)).isEqualTo(0.0015);
    }
}
