package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grassrootskpi.csv.CsvProblem.Reason;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many problems a file has, and how long its fields and lines may be. */
class ObservationCsvLimitsTest {
    private static final String HEADER = "indicator,region,period,value,status\n";
    private static final TableSchema DOUBLES =
            TableSchema.builder().addFloatingPoint("measured").build();
    private static final TableSchema BY_SOURCE =
            TableSchema.builder().addDimensions("source").build();

    private static ObservationCsvResult read(String rows) {
        return CsvSamples.read(
                ObservationCsv.reader(CsvSamples.CATALOG, DOUBLES).lenient(), HEADER + rows);
    }

    /** A row that is refused is counted once, beside good ones of every kind of value. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "money,440307003,2020,,|NO_VALUE",
                "money,440307003,2020,5,O|CONTRADICTION",
                "money,440307003,2020,5.125,|TOO_MANY_DECIMALS",
                "money,440307003,2020,92233720368547758.08,|OUT_OF_RANGE",
                "money,440307003,2020,1e3,|BAD_VALUE",
                "money,440307003,2020,近千元钱,|BAD_VALUE",
                "money,440307003,2020,近300户,|UNIT_MISMATCH",
                "money,440307003,2020,0.125元,|TOO_MANY_DECIMALS",
                "money,440307003,2020,近1234567890亿元,|OUT_OF_RANGE",
                "measured,440307003,2020,1e999,|OUT_OF_RANGE",
                "measured,440307003,2020,1e-999,|OUT_OF_RANGE",
                "measured,440307003,2020,9e-999,|OUT_OF_RANGE",
                "measured,440307003,2020,近300元,|BAD_VALUE",
                "measured,440307003,2020,n/a,|BAD_VALUE",
            })
    void aBadRowIsOneProblemAndTheOthersAreRead(String row, Reason reason) {
        String good = """
                money,440307003,2021,12.50,
                money,440307003,2022,近300亿元,P
                money,440307003,2023,,O
                money,440307003,2024,92233720368547758.07,
                money,440307003,2025,5.1200,
                measured,440307003,2021,1.5,
                measured,440307003,2022,1e3,
                measured,440307003,2023,0e-999,
                measured,440307003,2024,300元,
                measured,440307003,2025,,M
                """;
        ObservationCsvResult clean = read(good);
        ObservationCsvResult result = read(good + row + "\n");

        assertThat(clean.problemCount()).isZero();
        assertThat(clean.table().rows()).isEqualTo(10);
        assertThat(result.problems()).extracting(CsvProblem::reason).containsExactly(reason);
        assertThat(result.problemCount()).isEqualTo(1);
        assertThat(result.table()).isEqualTo(clean.table());
        assertThat(result.rowsRead()).isEqualTo(11);
    }

    @Test
    void aRowThatIsRefusedSaysWhatIsWrongWithItsValueToo() {
        ObservationCsvResult result =
                read("money,nowhere,2020,5.125,\nmoney,440307003,202,1e3,\nmoney,nowhere,2020,5,\n");

        assertThat(result.problems())
                .extracting(CsvProblem::reason)
                .containsExactly(
                        Reason.UNKNOWN_REGION,
                        Reason.TOO_MANY_DECIMALS,
                        Reason.BAD_PERIOD,
                        Reason.BAD_VALUE,
                        Reason.UNKNOWN_REGION);
        assertThat(result.problemCount()).isEqualTo(5);
        assertThat(result.table().rows()).isZero();
    }

    @Test
    void aMemberWithAHiddenCharacterIsNamed() {
        ObservationCsvResult result = CsvSamples.read(
                ObservationCsv.reader(CsvSamples.CATALOG, BY_SOURCE).lenient(),
                "indicator,region,period,value,source\nmoney,440307003,2020,5,hot\u200Bline\nmoney,440307003,2021,5,hotline\n");

        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().get(0).reason()).isEqualTo(Reason.HIDDEN_CHARACTER);
        assertThat(result.problems().get(0).message())
                .startsWith("Expected a value without hidden characters, found ")
                .endsWith(" at position 3; remove it");
        assertThat(result.table().rows()).isEqualTo(1);
    }

    /** A member of 16,384 bytes is read, one of 16,385 is not, and neither is it written. */
    @ParameterizedTest
    @ValueSource(ints = {16_384, 16_385})
    void fieldsHaveSixteenKilobytesAtMost(int bytes) {
        String member = "户".repeat(bytes / 3) + "x".repeat(bytes % 3);
        String text = "indicator,region,period,value,source\r\nmoney,440307003,2020,5.00," + member + "\r\n";
        ObservationCsvResult result = CsvSamples.read(
                ObservationCsv.reader(CsvSamples.CATALOG, BY_SOURCE).lenient(), text);

        if (bytes == 16_384) {
            assertThat(result.problems()).isEmpty();
            assertThat(CsvSamples.write(result.table())).isEqualTo(text);
        } else {
            assertThat(result.problems()).hasSize(1);
            assertThat(result.problems().get(0).toString())
                    .contains("data.csv:2:27", "Expected fields of at most 16384 bytes, got one of 16385");
            ObservationTable table = ObservationTable.builder(CsvSamples.CATALOG, BY_SOURCE)
                    .add(Samples.observation("money", "5元"), member)
                    .build();
            assertThatThrownBy(() -> CsvSamples.write(table))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Expected fields of at most 16384 bytes, which is what is read back, got one of "
                            + member.length() + " characters");
        }
    }

    /** A line of 65,536 bytes is read; of a longer one the next line is read again. */
    @ParameterizedTest
    @ValueSource(ints = {65_536, 65_537, 65_538, 200_000})
    void linesHaveSixtyFourKilobytesAtMost(int bytes) {
        String row = "money,440307003,2020,5,";
        String quarter = "x".repeat(13_000);
        String rest = "x".repeat(bytes - row.length() - 4 * (quarter.length() + 1));
        String fields = "q1,q2,q3,q4,q5";
        TableSchema schema = TableSchema.builder()
                .addDimensions("q1", "q2", "q3", "q4", "q5")
                .build();
        String text = "indicator,region,period,value," + fields + "\n" + row + (quarter + ",").repeat(4) + rest
                + "\nmoney,440307003,2021,6,a,b,c,d,e\n";
        ObservationCsvResult result = CsvSamples.read(
                ObservationCsv.reader(CsvSamples.CATALOG, schema).lenient(), text);

        assertThat(result.problems().stream().map(CsvProblem::toString).toList())
                .isEqualTo(
                        bytes == 65_536
                                ? List.of()
                                : List.of("data.csv:2: Expected lines of at most 65536 bytes, got a longer one"));
        assertThat(result.table().rows()).isEqualTo(bytes == 65_536 ? 2 : 1);
    }

    /** More than the writer holds at a time; the text is whole, and in order. */
    @Test
    void aLongTableIsWrittenWhole() {
        String rows = IntStream.range(0, 2000)
                .mapToObj(i -> "money,440307003," + TimePeriod.ofDay(2020, 1, 1).plus(i) + "," + i + ".25\r\n")
                .collect(Collectors.joining("", "indicator,region,period,value\r\n", ""));

        assertThat(CsvSamples.write(CsvSamples.read(CsvSamples.reader(), rows).table()))
                .isEqualTo(rows);
    }

    /** A quote that never closes is said to be that, not a line that is too long; the lines behind it are read. */
    @ParameterizedTest
    @ValueSource(ints = {10, 70_000, 300_000})
    void aQuoteThatNeverClosesIsWhereTheProblemIs(int characters) {
        ObservationCsvResult result =
                read("money,440307003,2020,\"" + "5".repeat(characters) + ",\nmoney,440307003,2021,6,\n");

        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().get(0).toString())
                .startsWith("data.csv:2:22: ")
                .contains("quote");
        assertThat(result.table().rows()).isEqualTo(1);
    }

    @Test
    void longTextsAreShownInPart() {
        assertThat(read("money,440307003,2020,1 " + "0".repeat(58) + ",\n")
                        .problems()
                        .get(0)
                        .message())
                .endsWith("got '1 " + "0".repeat(58) + "'");
        assertThat(read("money,440307003,2020,1 " + "0".repeat(59) + ",\n")
                        .problems()
                        .get(0)
                        .message())
                .endsWith("got '1 " + "0".repeat(58) + "…'");
    }

    @Test
    void problemsAreInTheOrderOfTheFile() {
        ObservationCsvResult result = CsvSamples.read(
                ObservationCsv.reader(CsvSamples.CATALOG).lenient(),
                "status,value,period,region,indicator\nZ,5,20,nowhere,what\n,5.125,2020,440307003,money\n");

        assertThat(result.problems())
                .extracting(problem -> problem.location().toString())
                .containsExactly("data.csv:2:1", "data.csv:2:5", "data.csv:2:8", "data.csv:2:16", "data.csv:3:2");
    }

    /** A message lists the first problems, and says that there are more only if there are. */
    @ParameterizedTest
    @CsvSource({"20, false", "21, true"})
    void aMessageListsTwentyProblems(int rows, boolean hasMore) {
        String text = HEADER + "money,nowhere,2020,5,\n".repeat(rows);

        assertThatThrownBy(() -> CsvSamples.read(CsvSamples.reader(), text))
                .isInstanceOf(CsvException.class)
                .satisfies(
                        e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(hasMore ? 22 : 21))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).endsWith("\n  ..."))
                        .isEqualTo(hasMore));
    }
}
