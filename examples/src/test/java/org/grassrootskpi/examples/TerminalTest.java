package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.io.Resources;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.text.TextWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process of its own, because charsets, pipes and devices are the system's. */
class TerminalTest {
    private static final File FULL = new File("/dev/full");

    @TempDir
    private Path folder;

    private static String overview() throws IOException {
        return Resources.toString(Resources.getResource(TerminalTest.class, "overview-zh.txt"), StandardCharsets.UTF_8);
    }

    // public bug report
    @ParameterizedTest
    @CsvSource({
        "'',                      '',           UTF-8",
        "-Dstdout.encoding=GBK,   '',           GBK",
        "-Dstdout.encoding=GB18030, '',         GB18030",
        "-Dstdout.encoding=GBK,   UTF-8,        UTF-8",
        "-Dstdout.encoding=GBX,   '',           UTF-8",
        "'',                      GBK,          GBK",
        "-Dfile.encoding=US-ASCII, '',          UTF-8",
    })
    void theCharsetIsTheOneThatWasAskedForAndElseUtf8(String option, String encoding, String expected)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        String[] args = encoding.isEmpty()
                ? new String[] {"overview", "--lang", "zh"}
                : new String[] {"overview", "--lang", "zh", "--encoding", encoding};
        ProcessBuilder process = ChildRun.process(option.isEmpty() ? List.of() : List.of(option), args)
                .redirectOutput(out.toFile());
        process.environment().putAll(Map.of("LC_ALL", "C"));

        assertThat(ChildRun.end(process.start())).isZero();

        assertThat(new String(Files.readAllBytes(out), Charset.forName(expected)))
                .isEqualTo(overview());
    }

    @Test
    void whatTheCharsetDoesNotHaveCanStillBeRead() {
        assertThat(MainRun.of("demo", "READ_A_FIGURE", "--encoding", "US-ASCII").out())
                .contains("\\u8FD1300\\u4EBF\\u5143")
                .matches("\\p{ASCII}*");
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "132, 132", "7, 40", "wide, 100", "'', 100"})
    void tablesAreAsWideAsTheTerminalSays(String columns, int expected) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        ProcessBuilder process = ChildRun.process(List.of(), "overview").redirectOutput(out.toFile());
        process.environment().put("COLUMNS", columns);

        assertThat(ChildRun.end(process.start())).isZero();

        assertThat(Files.readAllLines(out))
                .contains("=".repeat(expected))
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "'24 132\n', 132",
        "24 80, 80",
        "24 30, 40",
        "132, 132",
        "0 0, 100",
        "24 0, 100",
        "'', 100",
        ", 100",
        "stty: not a terminal, 100",
        "24 99999, 100"
    })
    void readsTheSizeOfATerminalAsSttyPrintsIt(String size, int width) {
        assertThat(Terminal.widthOf(size)).isEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 59, 79, 80, 100, 200})
    void tablesFitTheWidthThatIsAskedFor(int width) {
        for (String command : List.of("overview", "projects", "reconcile")) {
            for (String language : List.of("en", "zh")) {
                assertThat(MainRun.of(command, "--lang", language, "--width", "" + width)
                                .out()
                                .lines())
                        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width));
            }
        }
        assertThat(MainRun.of("overview", "--width", "39"))
                .satisfies(run -> assertThat(run.err()).startsWith("expected a width of at least 40 columns, got 39"))
                .extracting(MainRun::status)
                .isEqualTo(2);
    }

    // public bug report
    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview",
                "overview --json",
                "facts",
                "projects",
                "reconcile",
                "aggregate",
                "read-report REPORT",
                "read-report REPORT --format csv",
                "read-report REPORT --format jsonl",
                "draft-catalog REPORT --region 440307003 --period 2024 --out DIR/draft",
                "new-catalog --region 440307003 --out DIR/new",
                "validate DIR/good",
                "validate DIR/bad",
                "demo",
                "--help",
                "facts --help",
                "--version",
                ""
            })
    void outputThatCannotBeWrittenIsAnError(String command) throws IOException, InterruptedException {
        assumeThat(FULL).exists();
        Path report = Files.writeString(folder.resolve("report.txt"), "全年完成工业投资96.3亿元。\n");
        Files.writeString(Files.createDirectory(folder.resolve("good")).resolve("a.json"), "{}");
        Files.writeString(Files.createDirectory(folder.resolve("bad")).resolve("a.json"), "[]");
        String[] args = command.isEmpty()
                ? new String[0]
                : command.replace("REPORT", report.toString())
                        .replace("DIR", folder.toString())
                        .split(" ");

        assertThat(ChildRun.of(folder, FULL, List.of(), args))
                .isEqualTo(new ChildRun(1, "", "the output cannot be written: No space left on device\n"));
    }

    @Test
    void aReaderThatHasGoneIsNoError() throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        Process process = ChildRun.process(List.of(), "overview", "--json")
                .redirectError(err.toFile())
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("{");
        }

        assertThat(ChildRun.end(process)).isEqualTo(141);
        assertThat(err).isEmptyFile();
    }
}
