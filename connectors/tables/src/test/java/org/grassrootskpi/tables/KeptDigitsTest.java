package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.grassrootskpi.csv.ObservationCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No digit of a figure is lost without a word. */
class KeptDigitsTest {
    @TempDir
    Path folder;

    private TableImport table(String text) throws IOException {
        return TableImport.of(Files.writeString(folder.resolve("a.csv"), text));
    }

    /** Returns the values of a table, sorted by region and period. */
    private static List<String> values(ImportedTable table) throws IOException {
        StringBuilder rows = new StringBuilder();
        ObservationCsv.write(table.table(), rows);
        return rows.toString()
                .lines()
                .skip(1)
                .map(row -> Splitter.on(',').splitToList(row).get(3))
                .toList();
    }

    private static List<String> ofDecimals(ImportedTable table) {
        return table.questions().stream()
                .filter(question -> question.startsWith("decimals: "))
                .toList();
    }

    @Test
    void asksWhereADoubleChangesAFigure() throws IOException {
        ImportedTable table = table("""
                        region,year,debt
                        a,2022,0.10
                        a,2023,9223372036854775807
                        b,2022,12345678901234567.5
                        b,2023,25.5
                        """).read();

        assertThat(values(table)).containsExactly("0.1", "9223372036854776000", "12345678901234568", "25.5");
        assertThat(ofDecimals(table))
                .containsExactly(
                        "decimals: neither nine decimals nor 64 bits hold the values of 'debt', which are kept as"
                                + " doubles; 2 of them come out with other digits, the first, 9223372036854775807, as"
                                + " 9223372036854776000 (a.csv:3, column 3); give \"decimals\" to keep digits exactly, and refuse"
                                + " values that do not fit");
        assertThat(table.mapping().questions()).isEqualTo(table.questions());
    }

    /** What the World Bank publishes are doubles already. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1,9007199254740993000",
                "537777811.111111,19485393853027.945",
                "1186095700.6123457,49.42834754",
                "1e15,1.5e-12",
                "0.30000000000000004,2",
                "123456789012345680,1000000000000000000000"
            })
    void doesNotAskWhereDoublesHoldWhatIsPrinted(String figures) throws IOException {
        List<String> two = Splitter.on(',').splitToList(figures);
        ImportedTable table = table("region,year,gdp\na,2022," + two.get(0) + "\na,2023," + two.get(1) + "\n")
                .read();

        assertThat(values(table))
                .usingElementComparator((a, b) -> new BigDecimal(a).compareTo(new BigDecimal(b)))
                .containsExactlyElementsOf(two);
        assertThat(ofDecimals(table)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # thousands separators
            "9,223,372,036,854,775,807" | 0.10 | debt      | 9223372036854776000
            # a unit with a factor
            922337203685477.5807        | 0.10 | debt（万元） | 9223372036854776000
            # percents
            922337203685477580.71%      | 0.1% | rate      | 9223372036854776
            # exponents
            9.223372036854775807e18     | 0.10 | debt      | 9223372036854776000
            # a figure as a report prints it
            92233720368.54775807亿      | 0.10 | debt      | 9223372036854776000
            """)
    void asksHoweverTheFigureIsWritten(String figure, String other, String head, String kept) throws IOException {
        ImportedTable table = table("region,year," + head + "\na,2022," + figure + "\na,2023," + other + "\nb,2022,"
                        + other + "\nb,2023,0.1234567890\n")
                .read();

        assertThat(values(table).get(0)).isEqualTo(kept);
        assertThat(ofDecimals(table)).singleElement().asString().contains(" as " + kept + " (a.csv:2, column 3)");
    }

    /** The way out that the question names. */
    @Test
    void keepsDigitsWhereTheMappingSaysSo() throws IOException {
        TableImport table = table("region,year,debt\na,2022,0.10\na,2023,9223372036854775807\n");
        TableMapping exact = TableImport.parseMapping(TableImport.toJson(table.propose())
                .replaceFirst("(\"unit\" : \"count\",\\s*)", "$1\"decimals\" : 0, "));

        ImportedTable read = table.with(exact).lenient().read();

        assertThat(values(read)).containsExactly("9223372036854775807");
        assertThat(ofDecimals(read)).isEmpty();
        assertThat(read.problems())
                .extracting(ImportProblem::toString)
                .containsExactly(
                        "a.csv:2, column 3: '0.10' does not fit the indicator 'debt': expected at most 0 decimals in"
                                + " count, got 0.1");
    }

    /** Percent signs count whatever the unit that a column says; they were passed over beside a unit without a factor. */
    @Test
    void percentSignsAreReadBesideOtherUnits() throws IOException {
        ImportedTable ratio = table("region,year,unit,rate\na,2022,ratio,0.5\na,2023,ratio,9%\nb,2022,ratio,12.5%\n")
                .read();
        TableImport people = table("region,year,unit,people\na,2022,人,5\na,2023,人,9%\n");

        assertThat(values(ratio)).containsExactly("0.500", "0.09 ratio", "0.125");
        assertThatThrownBy(people::read)
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("a.csv:3, column 4: '9%' does not fit the indicator 'people'");
    }

    /** Workbooks store doubles, often with more digits than were entered. */
    @ParameterizedTest
    @CsvSource({
        "9.3000000000000007, General, 9.3",
        "9.2999999999999999E-2, 0.0%, 0.093",
        "1234567.8899999999, '#,##0.00', 1234567.89",
        "0.30000000000000004, General, 0.30000000000000004",
        "9223372036854775807, General, 9223372036854775807",
        "12345678901234567, General, 12345678901234567",
        "1234567, '#,##0,', 1234.567",
        "9.3, '0.0\"%\"', 0.093",
        "9.3, '0.0\\%', 0.093",
        "1500000, '#,##0.0,,\"m\";[Red]-0.0,,\"m\"', 1.5",
        "2500000000, '#,##0.0,,\"M\"', 2500"
    })
    void numbersOfWorkbooksAreThoseThatWereEntered(String stored, String format, String value) throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("a");
            sheet.value(0, 0, "region");
            sheet.value(0, 1, "2022");
            sheet.value(1, 0, "a");
            sheet.value(1, 1, new BigDecimal(stored));
            sheet.style(1, 1).format(format.replace("\"", "&quot;")).set();
        }
        ImportedTable table = TableImport.of(file).read();

        assertThat(values(table)).containsExactly(value);
        assertThat(ofDecimals(table)).isEmpty();
    }
}
