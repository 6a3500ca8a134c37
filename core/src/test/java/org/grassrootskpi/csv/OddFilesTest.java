package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were saved, packed or cut in a way that nobody meant: one located sentence each. */
class OddFilesTest {
    private static final String HEADER = "indicator,region,period,value\n";
    private static final String ROW = "money,440307003,2024,5\n";

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static Arguments csv(String name, byte[] bytes, String problem) {
        return Arguments.of(name, bytes, problem);
    }

    private static Arguments csv(String name, String text, String problem) {
        return csv(name, text.getBytes(StandardCharsets.UTF_8), problem);
    }

    static Stream<Arguments> csvFiles() {
        String csv = HEADER + ROW;
        return Stream.of(
                csv(
                        "packed by gzip",
                        gzip(csv),
                        "data.csv: Expected a text in UTF-8, but this is compressed by gzip: unpack it first"),
                csv(
                        "a workbook",
                        "PK\u0003\u0004....",
                        "data.csv: Expected a text in UTF-8, but this is a ZIP archive or a workbook of a spreadsheet:"
                                + " unpack it, or save it as text in UTF-8"),
                csv(
                        "UTF-16 with a mark",
                        ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_16LE),
                        "data.csv: Expected a text in UTF-8, but this is in UTF-16 or UTF-32, or is no text: save it as"
                                + " UTF-8"),
                csv(
                        "UTF-16 without a mark",
                        csv.getBytes(StandardCharsets.UTF_16BE),
                        "data.csv: Expected a text in UTF-8, but this is in UTF-16 or UTF-32, or is no text: save it as"
                                + " UTF-8"),
                csv(
                        "lines that end with CR",
                        csv.replace('\n', '\r'),
                        "data.csv:1: Expected a header line that ends with LF or CR LF, got a carriage return alone; save"
                                + " the file with other line ends"),
                csv(
                        "nothing",
                        "",
                        "data.csv:1: Expected a header line with the columns indicator, region, period, value, status, knownOn,"
                                + " maturity, got nothing"),
                csv(
                        "nothing but a mark and line ends",
                        "\uFEFF\r\n\n",
                        "data.csv:1: Expected a header line with the columns indicator, region, period, value, status, knownOn,"
                                + " maturity, got nothing"),
                csv(
                        "a column twice",
                        "indicator,region,period,value,value\n" + ROW,
                        "data.csv:1:31: Column 'value' is there twice"),
                csv(
                        "two files in one, the second with its mark",
                        csv + "\uFEFFmoney,440307003,2023,5\n",
                        "data.csv:3:1: Unknown indicator '\uFEFFmoney' (it looks like 'money', but it has U+FEFF ZERO WIDTH"
                                + " NO-BREAK SPACE at position 0, where the other has U+006D LATIN SMALL LETTER M)"),
                csv(
                        "a quote that is open at the end",
                        csv + "money,440307003,2023,\"5",
                        "data.csv:3:22: Expected a field that is quoted as a whole, with the quotes in it doubled"
                                + " (\"a \"\"b\"\" c\"), got a quote that is not closed, or text outside the quotes; reading"
                                + " goes on at the next line"),
                csv(
                        "cut in the middle of a character",
                        Arrays.copyOf((csv + "money,440307003,2023,近").getBytes(StandardCharsets.UTF_8), 76),
                        "data.csv:3:22: Expected UTF-8, got the byte 0xE8 at offset 74 of the file; if it was saved as GBK,"
                                + " GB18030 or UTF-16, save it as UTF-8"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("csvFiles")
    void aCsvFileIsOneProblem(String name, byte[] bytes, String problem) {
        assertThat(CsvSamples.read(CsvSamples.reader().lenient(), bytes).problems())
                .singleElement()
                .hasToString(problem);
        assertThat(CsvSamples.read(CsvSamples.reader().lenient().bufferSize(1), bytes)
                        .problems())
                .singleElement()
                .hasToString(problem);
    }

    @Test
    void aHeaderAloneIsATableWithoutRows() {
        assertThat(CsvSamples.read(CsvSamples.reader(), HEADER).table().rows()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0000, BAD_PERIOD",
        "9999999, BAD_PERIOD",
        "-2024, BAD_PERIOD",
        "2024-13, BAD_PERIOD",
        "2023-02-29, BAD_PERIOD",
        "\uFF12\uFF10\uFF12\uFF14, BAD_PERIOD",
    })
    void aDateThatDoesNotExistIsNone(String period, CsvProblem.Reason reason) {
        assertThat(CsvSamples.read(CsvSamples.reader().lenient(), HEADER + "money,440307003," + period + ",5\n")
                        .problems())
                .extracting(CsvProblem::reason)
                .containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "money, NaN, BAD_VALUE",
        "money, Infinity, BAD_VALUE",
        "money, -∞, BAD_VALUE",
        "money, 1e-400, BAD_VALUE",
        "money, 0x10, BAD_VALUE",
        "measured, NaN, BAD_VALUE",
        "measured, Infinity, BAD_VALUE",
        "measured, 1e400, OUT_OF_RANGE",
        "measured, 1e-400, OUT_OF_RANGE",
        "measured, -1e-400, OUT_OF_RANGE",
        "measured, 1d, BAD_VALUE",
    })
    void aValueThatCannotBeHeldIsNone(String indicator, String value, CsvProblem.Reason reason) {
        ObservationCsvReader reader = ObservationCsv.reader(
                        CsvSamples.CATALOG,
                        org.grassrootskpi.table.TableSchema.builder()
                                .addFloatingPoint("measured")
                                .build())
                .lenient();

        assertThat(CsvSamples.read(reader, HEADER + indicator + ",440307003,2024," + value + "\n")
                        .problems())
                .extracting(CsvProblem::reason)
                .containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({"money, -0, 0.00", "money, -0.00, 0.00", "measured, -0, 0", "measured, 0e-400, 0", "measured, -0.0E5, 0"
    })
    void zeroHasNoSign(String indicator, String value, String written) {
        ObservationCsvReader reader = ObservationCsv.reader(
                CsvSamples.CATALOG,
                org.grassrootskpi.table.TableSchema.builder()
                        .addFloatingPoint("measured")
                        .build());

        assertThat(CsvSamples.write(CsvSamples.read(reader, HEADER + indicator + ",440307003,2024," + value + "\n")
                        .table()))
                .endsWith(",2024," + written + "\r\n");
    }

    @Test
    void aFolderWithTheNameOfAFileIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> CsvSamples.reader().read(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder + ": Is a directory");
    }

    static Stream<Arguments> jsonFiles() {
        String json = "{\"sectors\": []}";
        return Stream.of(
                csv("packed by gzip", gzip(json), "x.json: is compressed by gzip: unpack it first"),
                csv(
                        "UTF-16 with a mark",
                        ("\uFEFF" + json).getBytes(StandardCharsets.UTF_16BE),
                        "x.json: is in UTF-16 or UTF-32, or is no text: save it as UTF-8"),
                csv(
                        "UTF-32 without a mark",
                        json.getBytes(java.nio.charset.Charset.forName("UTF-32LE")),
                        "x.json: is in UTF-16 or UTF-32, or is no text: save it as UTF-8"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jsonFiles")
    void aCatalogueFileIsOneProblem(String name, byte[] bytes, String problem) {
        assertThatThrownBy(() -> CatalogJson.read(ImmutableMap.of("x.json", ByteSource.wrap(bytes))))
                .isInstanceOfSatisfying(
                        CatalogException.class,
                        e -> assertThat(e.problems().stream().map(Problem::describe))
                                .containsExactly(problem));
    }
}
