package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.csv.CsvProblem.Reason;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.model.SourceLocation;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.table.CsvCells;
import org.grassrootskpi.table.DuplicatePolicy;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.ObservationVintages;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationCsvTest {
    static final String HEADER = "indicator,region,period,value,status\n";

    static Observation handled(String period, String figure) {
        return Observation.builder()
                .from(Samples.observation("requests.handled", figure))
                .period(TimePeriod.parse(period))
                .build();
    }

    static ObservationTable table(Observation... observations) {
        return ObservationTable.builder(CsvSamples.CATALOG)
                .addAll(List.of(observations))
                .build();
    }

    static CsvProblem onlyProblem(String rows) {
        ObservationCsvResult result = CsvSamples.read(CsvSamples.reader().lenient(), HEADER + rows);
        assertThat(result.problemCount()).isEqualTo(1);
        assertThat(result.problems()).hasSize(1);
        return result.problems().get(0);
    }

    static CsvProblem problem(Reason reason, int line, int column, String message) {
        return new CsvProblem(reason, message, SourceLocation.of("data.csv", line, column));
    }

    @Test
    void readsPlainNumbersFiguresAndWhatIsMissing() {
        String text = HEADER
                + "requests.handled,440307003,2024,1834,\n"
                + "requests.handled,440307003,2024-Q3,超600宗,P\n"
                + "requests.handled,440307003,2024-07,,MISSING\n";

        assertThat(CsvSamples.read(CsvSamples.reader(), text))
                .isEqualTo(new ObservationCsvResult(
                        ObservationVintages.of(table(
                                handled("2024", "1834宗"),
                                Observation.builder()
                                        .from(handled("2024-Q3", "超600宗"))
                                        .status(ObservationStatus.PROVISIONAL)
                                        .build(),
                                Observation.builder()
                                        .from(handled("2024-07", "1宗"))
                                        .figure(Optional.empty())
                                        .status(ObservationStatus.MISSING)
                                        .build())),
                        3,
                        ImmutableList.of(),
                        0));
    }

    @Test
    void aResultShowsHowManyProblemsThereAreAndTheFirstOfThem() {
        String rows = "requests.handled,440307003,2024,1.5,\n".repeat(500);

        assertThat(CsvSamples.read(CsvSamples.reader().lenient(), HEADER + rows).toString())
                .startsWith("0 rows in 0 blocks, of 500 rows read; 500 problems, the first: data.csv:2:")
                .hasSizeLessThan(400);
    }

    @Test
    void columnsStandInAnyOrderAndTheStatusMayBeLeftOut() {
        assertThat(CsvSamples.read(
                                CsvSamples.reader(),
                                "value,period,region,indicator\n7,2024,440307003,requests.handled\n")
                        .table())
                .isEqualTo(table(handled("2024", "7宗")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-M07", "2024-07", "2024-07-01/P1M"})
    void periodsHaveAnySpellingOfIsoAndSdmx(String period) {
        assertThat(CsvSamples.read(CsvSamples.reader(), HEADER + "requests.handled,440307003," + period + ",7,\n")
                        .table())
                .isEqualTo(table(handled("2024-07", "7宗")));
    }

    @ParameterizedTest
    @CsvSource({
        "12.5, 1250",
        "-12.50, -1250",
        "+7, 700",
        "0012.5000, 1250",
        "0, 0",
        "-0.01, -1",
        "92233720368547758.07, 9223372036854775807",
        "-92233720368547758.07, -9223372036854775807",
        "00000000000000000000000000000001, 100"
    })
    void plainDecimalsAreExact(String text, long scaled) {
        ObservationTable expected = ObservationTable.builder(CsvSamples.CATALOG)
                .addAll(
                        "money",
                        new int[] {0},
                        new int[] {TimePeriod.ofYear(2024).toCode()},
                        new long[] {scaled})
                .build();

        assertThat(CsvSamples.read(CsvSamples.reader(), HEADER + "money,440307003,2024," + text + ",\n")
                        .table())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.1", "-1234.5678", "1e3", "2.5E-7", "123456789012345678901234567890", "0.1234567890123456789", "-0"})
    void doublesAreTheNearest(String text) {
        TableSchema schema = TableSchema.builder().addFloatingPoint("measured").build();
        ObservationTable expected = ObservationTable.builder(CsvSamples.CATALOG, schema)
                .addAll(
                        "measured",
                        new int[] {0},
                        new int[] {TimePeriod.ofYear(2024).toCode()},
                        new double[] {Double.parseDouble(text)})
                .build();

        ObservationCsvReader reader = ObservationCsv.reader(CsvSamples.CATALOG, schema);
        assertThat(CsvSamples.read(reader, HEADER + "measured,440307003,2024," + text + ",\n")
                        .table())
                .isEqualTo(expected);
    }

    @Test
    void aQualifierHasNoPlaceInAColumnOfDoubles() {
        TableSchema schema = TableSchema.builder().addFloatingPoint("measured").build();
        ObservationCsvReader reader =
                ObservationCsv.reader(CsvSamples.CATALOG, schema).lenient();

        assertThat(CsvSamples.read(reader, HEADER + "measured,440307003,2024,近300亿元,\n")
                        .problems())
                .singleElement()
                .asString()
                .contains("Expected an exact figure for a column of doubles, got '近300亿元'");
    }

    @Test
    void quotesByteOrderMarkLineEndsAndEmptyLinesMakeNoDifference() {
        String plain = HEADER + "requests.handled,440307003,2024,7,\nrequests.handled,440307003,2023,8,\n";
        String other = String.join(
                "\r\n",
                "\uFEFF",
                "\"indicator\",region,period,value,\"status\"",
                "",
                "\"requests.handled\",440307003,\"2024\",\"7\",\"\"",
                "\n\n",
                "requests.handled,440307003,2023,8,");

        assertThat(CsvSamples.read(CsvSamples.reader(), other)).isEqualTo(CsvSamples.read(CsvSamples.reader(), plain));
    }

    @Test
    void dimensionsHoldQuotesCommasAndLineBreaks() {
        String text = """
                年龄,indicator,region,period,value,source
                "a ""b"",\r
                c",requests.handled-by-the-hotline,440307003,2024,7,
                60+,requests.handled-by-the-hotline,440307003,2024,8,普查
                """;
        Observation observation = Observation.builder()
                .from(handled("2024", "7宗"))
                .indicator("requests.handled-by-the-hotline")
                .build();
        ObservationTableBuilder expected = ObservationTable.builder(CsvSamples.CATALOG, CsvSamples.SCHEMA)
                .add(observation, "", "a \"b\",\r\nc")
                .add(
                        Observation.builder()
                                .from(observation)
                                .figure(Quantity.parse("8宗"))
                                .build(),
                        "普查",
                        "60+");

        ObservationTable read = CsvSamples.read(ObservationCsv.reader(CsvSamples.CATALOG, CsvSamples.SCHEMA), text)
                .table();

        assertThat(read).isEqualTo(expected.build());
        assertThat(CsvSamples.write(read))
                .isEqualTo(String.join(
                        "\r\n",
                        "indicator,region,period,value,source,年龄",
                        "requests.handled-by-the-hotline,440307003,2024,7,,\"a \"\"b\"\",\r\nc\"",
                        "requests.handled-by-the-hotline,440307003,2024,8,普查,60+",
                        ""));
    }

    @Test
    void writesFiguresAsReportsPrintThem() {
        String rows = """
                money,440307003,2019,12.50,
                money,440307003,2020,近300.00亿CNY,
                money,440307003,2021,约5 CNY,P
                money,440307003,2022,"3 CNY step 0.5 [2.5, 3.5)",
                money,440307003,2023,,O
                """;
        ObservationTable table =
                CsvSamples.read(CsvSamples.reader(), HEADER + rows).table();

        assertThat(CsvSamples.write(table)).isEqualTo((HEADER + rows).replace("\n", "\r\n"));
    }

    @Test
    void aRepeatedKeyIsAProblemUnlessAPolicyResolvesIt() {
        String text = HEADER
                + "requests.handled,440307003,2024,7,\n\nrequests.handled,440307003,2023,1,\n"
                + "requests.handled,440307003,2024,8,\n";
        ObservationCsvReader reader = CsvSamples.reader();
        ObservationTable first = table(handled("2024", "7宗"), handled("2023", "1宗"));

        assertThat(CsvSamples.read(reader.lenient(), text))
                .isEqualTo(new ObservationCsvResult(
                        ObservationVintages.of(first),
                        3,
                        ImmutableList.of(problem(
                                Reason.DUPLICATE,
                                5,
                                0,
                                "'requests.handled:440307003:2024' has a value already, at line 2; remove one of them,"
                                        + " or choose DuplicatePolicy.KEEP_FIRST or KEEP_LAST")),
                        1));
        assertThat(CsvSamples.read(reader.onDuplicates(DuplicatePolicy.KEEP_FIRST), text)
                        .table())
                .isEqualTo(first);
        assertThat(CsvSamples.read(reader.onDuplicates(DuplicatePolicy.KEEP_LAST), text)
                        .table())
                .isEqualTo(table(handled("2024", "8宗"), handled("2023", "1宗")));
    }

    @Test
    void aStrictReaderThrowsAllProblemsAtOnce() {
        String text = HEADER + "x,440307003,2024,7,\n" + "requests.handled,y,2024,7,\n";
        List<CsvProblem> expected =
                CsvSamples.read(CsvSamples.reader().lenient(), text).problems();

        assertThatThrownBy(() -> CsvSamples.read(CsvSamples.reader(), text))
                .isInstanceOfSatisfying(CsvException.class, e -> {
                    assertThat(e.problems()).isEqualTo(expected);
                    assertThat(e.problemCount()).isEqualTo(2);
                })
                .hasMessage("2 problems:\n  data.csv:2:1: Unknown indicator 'x'\n  data.csv:3:18: Unknown region 'y'");
    }

    @Test
    void moreProblemsThanAreDescribedAreCounted() {
        String text = HEADER + "x,440307003,2024,7,\n".repeat(ObservationCsvReader.MAX_PROBLEMS + 5);
        String twice = HEADER + "requests.handled,440307003,2024,7,\n".repeat(ObservationCsvReader.MAX_PROBLEMS + 6);

        for (String each : List.of(text, twice)) {
            ObservationCsvResult result = CsvSamples.read(CsvSamples.reader().lenient(), each);

            assertThat(result.problems()).hasSize(ObservationCsvReader.MAX_PROBLEMS);
            assertThat(result.problemCount()).isEqualTo(ObservationCsvReader.MAX_PROBLEMS + 5);
        }
    }

    @Test
    void progressEndsAtTheSizeOfTheFile() throws IOException {
        byte[] bytes = (HEADER + "requests.handled,440307003,2024,7,\n".repeat(100)).getBytes(StandardCharsets.UTF_8);
        List<Long> heard = new ArrayList<>();

        ObservationCsvResult result = CsvSamples.reader()
                .lenient()
                .bufferSize(200)
                .onProgress((rows, read) -> {
                    heard.add(rows);
                    heard.add(read);
                })
                .read(new ByteArrayInputStream(bytes), "data.csv");

        assertThat(heard).hasSizeGreaterThan(20);
        assertThat(heard.subList(heard.size() - 2, heard.size())).containsExactly(100L, (long) bytes.length);
        assertThat(result.rowsRead()).isEqualTo(100);
    }

    @Test
    void filesAreWrittenAndReadInUtf8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("data.csv");
        ObservationTable table = table(handled("2024", "近300宗"), handled("2023", "9.3万宗"));

        ObservationCsv.write(table, file);

        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .isEqualTo(String.join(
                        "\r\n",
                        "indicator,region,period,value",
                        "requests.handled,440307003,2023,9.3万宗",
                        "requests.handled,440307003,2024,近300宗",
                        ""));
        assertThat(CsvSamples.reader().read(file).table()).isEqualTo(table);
    }

    @Test
    void aDimensionWithTheNameOfAColumnIsRefused() {
        TableSchema schema = TableSchema.builder().addDimensions("status").build();

        assertThatThrownBy(() -> ObservationCsv.reader(CsvSamples.CATALOG, schema))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dimension 'status' has the name of another column of CSV files: give it another name");
    }

    // public bug report
    @Test
    void writesNoFormulasForSpreadsheetsIfAskedTo() throws IOException {
        ObservationTable table = CsvSamples.read(
                        ObservationCsv.reader(CsvSamples.CATALOG, CsvSamples.SCHEMA),
                        "indicator,region,period,value,source,年龄\nmoney,440307003,2024,-5,@a,\"=1,2\"\n")
                .table();
        StringBuilder guarded = new StringBuilder();
        ObservationCsv.write(table, guarded, CsvCells.GUARDED);

        assertThat(guarded)
                .hasToString("indicator,region,period,value,source,年龄\r\nmoney,440307003,2024,-5.00,'@a,\"'=1,2\"\r\n");
        assertThat(CsvSamples.write(table))
                .isEqualTo("indicator,region,period,value,source,年龄\r\nmoney,440307003,2024,-5.00,@a,\"=1,2\"\r\n");
    }
}
