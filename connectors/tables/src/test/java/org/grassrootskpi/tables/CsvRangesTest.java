package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file says the same, read in one range or in several: rows, lines, and everything that is made of them. */
class CsvRangesTest {
    private static final List<Integer> RANGES = List.of(2, 3, 7, 40);
    private static final List<String> NOTES = List.of(
            "", "plain", "\"quoted\"", "\"two\nlines\"", "\"ends\n\"", "\"\n\n\"", "\"a \"\"word\"\"\r\nand more\"");
    private static final List<String> WRONG = List.of("many", "12x34", "1..2", "\"3\n4\"");

    @TempDir
    Path folder;

    /** A random table with notes in quotes that hold ends of lines, empty lines, short rows and values that are none. */
    private static String table(Random random, int rows, boolean hasMistakes) {
        StringBuilder text = new StringBuilder("指标,地区,年份,数值,note\n");
        for (int row = 0; row < rows; row++) {
            String value = switch (random.nextInt(6)) {
                case 0 -> "0" + random.nextInt(100);
                case 1 -> "..";
                case 2 -> "-0." + random.nextInt(1000);
                default -> random.nextInt(100_000) + "." + random.nextInt(100);
            };
            boolean isWrong = hasMistakes && random.nextInt(20) == 0;
            text.append(random.nextInt(3) == 0 ? "户数" : "人口")
                    .append(',')
                    .append(random.nextInt(4) == 0 ? "\"平湖,街道\"" : "Q" + random.nextInt(40))
                    .append(',')
                    .append(hasMistakes ? 2000 + random.nextInt(30) : 2000 + row)
                    .append(',')
                    .append(isWrong ? WRONG.get(random.nextInt(WRONG.size())) : value);
            if (random.nextInt(5) > 0) {
                text.append(',').append(NOTES.get(random.nextInt(NOTES.size())));
            }
            text.append(random.nextInt(3) == 0 ? "\r\n" : "\n").append(random.nextInt(10) == 0 ? "\n" : "");
        }
        return text.toString();
    }

    private Path file(String text, String charset) throws IOException {
        return Files.write(folder.resolve("a.csv"), text.getBytes(Charset.forName(charset)));
    }

    private static List<List<String>> rows(Grid grid) {
        return IntStream.range(0, grid.height())
                .mapToObj(row -> List.copyOf(grid.row(row)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,1", "UTF-8,2", "UTF-8,3", "GB18030,4", "GB18030,5", "UTF-16LE,6"})
    void rangesGiveTheRowsOfTheWholeText(String charset, int seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            String text = table(random, random.nextInt(1, 60), true);
            Path file = file((charset.startsWith("UTF") ? "\ufeff" : "") + text, charset);
            List<List<String>> expected = new ArrayList<>();
            List<Integer> lines = new ArrayList<>();
            try (CsvReader<CsvRecord> reader = CsvReader.builder()
                    .skipEmptyLines(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(text)) {
                for (CsvRecord row : reader) {
                    expected.add(row.getFields().stream().map(String::strip).toList());
                    lines.add((int) row.getStartingLineNumber());
                }
            }
            for (int ranges : List.of(1, 2, 3, 7, 40)) {
                Grid grid = TextGrid.read(file, null, ",", ranges);
                assertThat(rows(grid)).as(text).isEqualTo(expected);
                assertThat(grid.lines().asList()).as(text).isEqualTo(lines);
                assertThat(grid.charset()).isEqualTo(charset);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14})
    void tablesAndProblemsAreThoseOfOneRange(int seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            Path file =
                    file(table(random, random.nextInt(20, 90), round % 2 == 0), seed % 2 == 0 ? "UTF-8" : "GB18030");
            TableImport imported = TableImport.of(file).lenient();
            ImportedTable expected = imported.read(TextGrid.read(file, null, null, 1));
            for (int ranges : RANGES) {
                ImportedTable table = imported.read(TextGrid.read(file, null, null, ranges));
                assertThat(table).isEqualTo(expected);
                assertThat(table.catalog()).isEqualTo(expected.catalog());
            }
        }
    }

    @Test
    void aMistakeInQuotesHasItsLineWhateverTheRanges() throws IOException {
        String good = "kpi,R1,2024,\"1\n\"\n".repeat(50);
        Path file = file("indicator,region,period,value\n" + good + "kpi,R2,2024,\"1\"x\n" + good, "UTF-8");
        for (int ranges : List.of(1, 2, 3, 7, 40)) {
            assertThatThrownBy(() -> TextGrid.read(file, null, null, ranges))
                    .isInstanceOf(ImportException.class)
                    .hasMessage(
                            "a.csv:102: Expected ',' or the end of a line behind the second quote of the cell that opens in"
                                    + " this line, got 'x'; close the quote before, or double quotes within the cell");
        }
    }

    /** Cells in quotes that never end would hold the rows behind them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kpi,R1,2024,"1@kpi,R2,2024,2@          | 20
            kpi,R1,2024,1@kpi,R2,2024,"2           | 21
            kpi,R1,2024,1@kpi,"R@2",2024,"2@"a",b  | 22
            """)
    void quotesWithoutSecondOneAreRefusedWithTheirLine(String rows, int line) throws IOException {
        String before = "indicator,region,period,value\n" + "kpi,R0,2024,\"1\n\"\n".repeat(9);
        Path file = file(before + rows.replace('@', '\n'), "UTF-8");
        for (int ranges : List.of(1, 2, 3, 7)) {
            assertThatThrownBy(() -> TextGrid.read(file, null, null, ranges))
                    .isInstanceOf(ImportException.class)
                    .hasMessageStartingWith("a.csv:" + line + ": Expected ");
        }
    }

    @Test
    void saysThatAQuoteHasNoSecondOne() throws IOException {
        Path file = file("a,b\n1,\"2\n3,4\n", "UTF-8");

        assertThatThrownBy(() -> TextGrid.read(file, null, null, 1))
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "a.csv:2: Expected a second quote for the one that opens a cell in this line, got none before the"
                                + " end of the file; close it, or leave it out");
    }

    /** FastCSV loses such cells, and joins their row with the next one. */
    @Test
    void carriageReturnsInQuotesAreEndsOfLines() throws IOException {
        Path file = file("a,b\n\"1\r\",\"\r2\"\n3,\"x\ry\"\r5,6\r\n7,\"8\r\"\n", "UTF-8");
        for (int ranges : List.of(1, 2, 3, 7)) {
            Grid grid = TextGrid.read(file, null, ",", ranges);
            assertThat(rows(grid))
                    .containsExactly(
                            List.of("a", "b"),
                            List.of("1", "2"),
                            List.of("3", "x\ny"),
                            List.of("5", "6"),
                            List.of("7", "8"));
            assertThat(grid.lines().asList()).containsExactly(1, 2, 5, 7, 8);
        }
    }

    @Test
    void bytesOfAnotherCharsetAreFoundInAnyRange() throws IOException {
        String text = "region,period,value,note\n" + "R1,2024,1,a\n".repeat(200) + "R2,2024,1,平湖街道\n"
                + "R3,2024,1,a\n".repeat(9);
        Path file = file(text, "GB18030");
        for (int ranges : List.of(1, 2, 3, 7)) {
            Grid grid = TextGrid.read(file, null, null, ranges);
            assertThat(grid.charset()).isEqualTo("GB18030");
            assertThat(grid.cell(201, 3)).isEqualTo("平湖街道");
        }
    }
}
