package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.csv.ObservationCsvTest.HEADER;
import static org.grassrootskpi.csv.ObservationCsvTest.handled;
import static org.grassrootskpi.csv.ObservationCsvTest.onlyProblem;
import static org.grassrootskpi.csv.ObservationCsvTest.problem;
import static org.grassrootskpi.csv.ObservationCsvTest.table;

import com.google.common.collect.ImmutableList;
import java.nio.charset.Charset;
import java.util.List;
import org.grassrootskpi.csv.CsvProblem.Reason;
import org.grassrootskpi.model.SourceLocation;
import org.grassrootskpi.table.ObservationVintages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not as they should be: where and why. */
class ObservationCsvProblemsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "requests.handeld,440307003,2024,7, | UNKNOWN_INDICATOR | 1"
                        + " | Unknown indicator 'requests.handeld' (did you mean 'requests.handled'?)",
                "requests.handled,44030703,2024,7, | UNKNOWN_REGION | 18"
                        + " | Unknown region '44030703' (did you mean '440307003'?)",
                "requests.handled,440307003,2024,7,Z | BAD_STATUS | 35"
                        + " | Unknown status 'Z'; expected a name of ObservationStatus such as PROVISIONAL, its letter in"
                        + " SDMX such as P, or nothing",
                "requests.handled,440307003,2024,7.5, | TOO_MANY_DECIMALS | 33"
                        + " | Expected at most 0 decimals in count:宗 for indicator 'requests.handled', got '7.5'; round it"
                        + " where it is made, declare more, or declare the indicator in TableSchema.floatingPoint()",
                "requests.handled,440307003,2024,9223372036854775808, | OUT_OF_RANGE | 33"
                        + " | Expected a number below 2^63 at the 0 decimals of indicator 'requests.handled', got"
                        + " '9223372036854775808'; declare fewer decimals or a larger unit",
                "requests.handled,440307003,2024,\"1,234\", | BAD_VALUE | 34"
                        + " | Expected a plain decimal such as 1234.5, without thousands separators and blanks, got"
                        + " '1,234'",
                "requests.handled,440307003,2024,近300亿元, | UNIT_MISMATCH | 33"
                        + " | '近300亿元' is in CNY, but indicator 'requests.handled' is in count:宗",
                "requests.handled,440307003,2024,近300, | UNIT_MISMATCH | 33"
                        + " | '近300' is in count, but indicator 'requests.handled' is in count:宗; write the unit behind"
                        + " the figure",
                "requests.handled,440307003,2024,, | NO_VALUE | 33"
                        + " | Expected a value, got none; where there is none, the status says why: MISSING,"
                        + " NOT_COLLECTED, SUPPRESSED or CANNOT_EXIST (O, L, Q or M)",
                "requests.handled,440307003,2024,7,M | CONTRADICTION | 33"
                        + " | Expected no value with the status CANNOT_EXIST, got one; clear the value, or choose a"
                        + " status that has one",
                "requests.handled,440307003,2024,7 | FIELD_COUNT | 0 | Expected 5 fields as in the header, got 4",
                "requests.handled,440307003,2024,1,234, | FIELD_COUNT | 39"
                        + " | Expected 5 fields as in the header, got 6; put a field with a comma in double"
                        + " quotes"
            })
    void aBadRowIsLocatedAndExplained(String row, Reason reason, int column, String message) {
        assertThat(onlyProblem(row + "\nrequests.handled,440307003,2023,7,\n"))
                .isEqualTo(problem(reason, 2, column, message));
    }

    @ParameterizedTest
    @CsvSource({"2024-13, BAD_PERIOD, 28", "24, BAD_PERIOD, 28"})
    void aBadPeriodSaysWhatIsAccepted(String period, Reason reason, int column) {
        CsvProblem problem = onlyProblem("requests.handled,440307003," + period + ",7,\n");

        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.location()).isEqualTo(SourceLocation.of("data.csv", 2, column));
        assertThat(problem.message()).contains("Not a period", "Accepted spellings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7宗宗", "n/a", "—", "1e3", "0x10", "NaN", "五百多余", " ", "."})
    void whatIsNoFigureIsABadValue(String value) {
        assertThat(onlyProblem("requests.handled,440307003,2024," + value + ",\n")
                        .reason())
                .isEqualTo(Reason.BAD_VALUE);
    }

    @Test
    void oneRowTellsAllItsProblems() {
        ObservationCsvResult result =
                CsvSamples.read(CsvSamples.reader().lenient(), HEADER + "requests.handled,x,2024-00,7.5,Y\n");

        assertThat(result.problems())
                .extracting(CsvProblem::reason)
                .containsExactly(Reason.UNKNOWN_REGION, Reason.BAD_PERIOD, Reason.BAD_STATUS);
        assertThat(result.table().rows()).isZero();
        assertThat(result.rowsRead()).isEqualTo(1);
    }

    @Test
    void textsThatAreNotUtf8AreToldWithTheByte() {
        byte[] gbk = (HEADER + "requests.handled,440307003,2024,约5宗,\n").getBytes(Charset.forName("GBK"));

        ObservationCsvResult result = CsvSamples.read(CsvSamples.reader().lenient(), gbk);

        assertThat(result.problems())
                .containsExactly(problem(
                        Reason.ENCODING,
                        2,
                        33,
                        "Expected UTF-8, got the byte 0xD7 at offset 72 of the file; if it was saved as GBK, GB18030 or"
                                + " UTF-16, save it as UTF-8"));
    }

    @Test
    void columnsAreCountedInUtf16UnitsAndLinesWithinQuotes() {
        ObservationCsvReader reader = ObservationCsv.reader(CsvSamples.CATALOG, CsvSamples.SCHEMA);

        ObservationCsvResult result = CsvSamples.read(
                reader.lenient(),
                "source,年龄,indicator,region,period,value\n\"x\"\"\n龄𠀀\",\"y\"\"\",requests.handled,z,2024,7\n");

        assertThat(result.problems()).containsExactly(problem(Reason.UNKNOWN_REGION, 3, 29, "Unknown region 'z'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "indicator,region,period,value,vlaue | UNKNOWN_COLUMN | 31 | Unknown column 'vlaue' (did you mean 'value'?)"
                        + "; expected any of indicator, region, period, value, status, knownOn, maturity",
                "indicator,region,period,value,value | REPEATED_COLUMN | 31 | Column 'value' is there twice",
                "indicator,region,value | MISSING_COLUMN | 0"
                        + " | Expected a column 'period'; a header line names the columns indicator, region, period,"
                        + " value, status, knownOn, maturity"
            })
    void aBadHeaderIsRefusedAndNoRowRead(String header, Reason reason, int column, String message) {
        ObservationCsvResult result = CsvSamples.read(CsvSamples.reader().lenient(), header + "\na,b,c,d\n");

        assertThat(result)
                .isEqualTo(new ObservationCsvResult(
                        ObservationVintages.of(table()), 0, ImmutableList.of(problem(reason, 1, column, message)), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\r\n\n"})
    void anEmptyFileHasNoHeader(String text) {
        assertThat(CsvSamples.read(CsvSamples.reader().lenient(), text).problems())
                .extracting(CsvProblem::reason)
                .containsExactly(Reason.NO_HEADER);
    }

    @Test
    void afterABadQuoteReadingGoesOnAtTheNextLine() {
        String good = "requests.handled,440307003,2024,7,\n";
        for (String bad : List.of("\"requests.handled\"x,1,2,3,4\n", "requests\"handled,1,2,3,4\n", "a,\"b,2024\n")) {
            ObservationCsvResult result = CsvSamples.read(CsvSamples.reader().lenient(), HEADER + bad + good);

            assertThat(result.table()).isEqualTo(table(handled("2024", "7宗")));
            assertThat(result.problems()).extracting(CsvProblem::reason).containsExactly(Reason.QUOTES);
            assertThat(result.problems().get(0).location().line()).isEqualTo(2);
        }
    }

    @Test
    void linesAndFieldsHaveALongestLength() {
        String good = "requests.handled,440307003,2024,7,\n";
        String longField = "9".repeat(ObservationCsvReader.MAX_FIELD_BYTES + 1);
        String longLine = "x".repeat(ObservationCsvReader.MAX_LINE_BYTES + 1);
        String rows = "requests.handled,440307003,2023," + longField + ",\n" + longLine + "\n" + good;
        for (String end : List.of("", longLine)) {
            ObservationCsvResult result = CsvSamples.read(CsvSamples.reader().lenient(), HEADER + rows + end);

            assertThat(result.problems())
                    .extracting(CsvProblem::reason)
                    .containsOnly(Reason.TOO_LONG)
                    .hasSize(end.isEmpty() ? 2 : 3);
            assertThat(result.table()).isEqualTo(table(handled("2024", "7宗")));
        }
    }
}
