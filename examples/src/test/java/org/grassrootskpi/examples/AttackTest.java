package org.grassrootskpi.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Input that was made to do harm: each is told in one sentence with its place, the exit status says so, and nothing is left
 * behind. Small ones always, as large as somebody reported them under {@code -Dgrassroots.attacks=full}.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AttackTest {
    private static final int MANY = "full".equals(System.getProperty("grassroots.attacks")) ? 1_000_000 : 20_000;

    @TempDir
    private Path temp;

    private interface Maker {
        void in(Path folder) throws IOException;
    }

    /** What somebody puts into a folder, and the one line that every command answers with. */
    private record Attack(String name, Maker maker, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Attack json(String name, String json, String message) {
        return new Attack(name, folder -> Files.writeString(folder.resolve("x.json"), json), message);
    }

    private static Attack sector(String name, String id, String message) {
        return json(
                name, "{\"sectors\": [{\"id\": \"" + id + "\", \"name\": {\"zh\": \"甲\", \"en\": \"A\"}}]}", message);
    }

    // public bug report
    static Stream<Attack> attacks() {
        return Stream.of(
                new Attack(
                        "200 MB of zeros",
                        folder -> {
                            try (RandomAccessFile file = new RandomAccessFile(
                                    folder.resolve("x.json").toFile(), "rw")) {
                                file.setLength(200_000_000); // sparse: it takes no room
                            }
                        },
                        "/x.json: is larger than the 16777216 bytes that are read: split the catalogue into more files"),
                json(
                        "nesting of 100,000",
                        "{\"sectors\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                        "/x.json:1:44: is nested deeper than the 32 levels that are read"),
                json(
                        "very many equal keys",
                        "{" + "\"sectors\": [], ".repeat(MANY) + "\"sectors\": []}",
                        "/x.json:1:26: is not well-formed JSON: Duplicate field 'sectors'"),
                json(
                        "more brackets than are read",
                        "{\"sectors\": [" + "[],".repeat(2_100_000) + "[]]}",
                        "/x.json:1:6291465: holds more than the 4194304 names, values and brackets that are read:"
                                + " split the catalogue into more files"),
                json(
                        "a huge exponent",
                        "{\"indicators\": 1E999999999}",
                        "/x.json:1:16 (indicators): expected an array"),
                json(
                        "100,000 digits",
                        "{\"indicators\": " + "9".repeat(100_000) + "}",
                        "/x.json:1:2: is beyond what is read: a text of more than 65536 characters, or a number of more"
                                + " than 100 digits"),
                json(
                        "a text of 100,000 characters",
                        "{\"$schema\": \"" + "x".repeat(100_000) + "\"}",
                        "/x.json:1:13: is beyond what is read: a text of more than 65536 characters, or a number of more"
                                + " than 100 digits"),
                sector(
                        "an id with a Cyrillic letter",
                        "\u0430bc",
                        "/x.json:1:14 (sectors[0]): '\u0430bc' is no id: expected the form [A-Za-z0-9]+([._-][A-Za-z0-9]+)*,"
                                + " and found U+0430 CYRILLIC SMALL LETTER A"),
                sector(
                        "an id in full width",
                        "ａbc",
                        "/x.json:1:14 (sectors[0]): 'ａbc' is no id: expected the form [A-Za-z0-9]+([._-][A-Za-z0-9]+)*,"
                                + " and found U+FF41 FULLWIDTH LATIN SMALL LETTER A"),
                sector(
                        "an id that leaves the folder",
                        "../../etc/passwd",
                        "/x.json:1:14 (sectors[0]): '../../etc/passwd' is no id: expected the form"
                                + " [A-Za-z0-9]+([._-][A-Za-z0-9]+)*"),
                json(
                        "a zero-width blank in a name",
                        "{\"sectors\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\u200B\", \"en\": \"A\"}}]}",
                        "/x.json:1:41 (sectors[0].name.zh): holds U+200B ZERO WIDTH SPACE at position 1,"
                                + " which nobody sees: remove it"),
                json(
                        "an override of the direction in a name",
                        "{\"sectors\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\", \"en\": \"\\u202EA\"}}]}",
                        "/x.json:1:52 (sectors[0].name.en): holds U+202E RIGHT-TO-LEFT OVERRIDE at position 0,"
                                + " which nobody sees: remove it"),
                json(
                        "half of a surrogate pair in a name",
                        "{\"sectors\": [{\"id\": \"a\", \"name\": {\"zh\": \"\\uD83D\", \"en\": \"A\"}}]}",
                        "/x.json:1:41 (sectors[0].name.zh): holds U+D83D HIGH SURROGATES D83D at position 0,"
                                + " which nobody sees: remove it"),
                json(
                        "an escape sequence in a name",
                        "{\"sectors\": [{\"id\": \"a\", \"name\": {\"zh\": \"\\u001B[2J\", \"en\": \"A\"}}]}",
                        "/x.json:1:41 (sectors[0].name.zh): holds U+001B ESCAPE at position 0, which nobody sees: remove it"),
                json(
                        "an escape sequence in a message",
                        "{\"\\u001B[2J\": []}",
                        "/x.json:1:15 (\\u001B[2J): Unknown property '\\u001B[2J'; a file may hold units, documents, regionLevels, regions,"
                                + " regionGroups, sectors, indicators, identities, observations, recognitions, stageModels, projects,"
                                + " milestones, programmes, targets, outcomes, vintagePreference, languages"),
                new Attack(
                        "a link to itself",
                        folder -> Files.createSymbolicLink(folder.resolve("x.json"), Path.of("x.json")),
                        "/x.json: is a link that leads nowhere or to itself: expected a file"),
                new Attack(
                        "a link to a device without end",
                        folder -> Files.createSymbolicLink(folder.resolve("x.json"), Path.of("/dev/zero")),
                        "/x.json: is a pipe or a device: expected a file"),
                new Attack(
                        "a folder with the name of a file",
                        folder -> Files.createDirectory(folder.resolve("x.json")),
                        "/x.json: is a folder: expected a file"),
                new Attack("nothing", folder -> {}, ": expected 1 to 1000 files that end in .json, found 0"));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isToldInOneSentenceWithItsPlace(Attack attack) throws IOException {
        assumeThat(new File("/dev/zero")).exists();
        Path folder = Files.createDirectory(temp.resolve("catalogue"));
        attack.maker().in(folder);
        List<Path> before = list(folder);

        String expected = folder + attack.message() + "\n";
        assertThat(MainRun.of("validate", folder.toString())).isEqualTo(new MainRun(1, expected, ""));
        assertThat(MainRun.of("facts", "--catalog", folder.toString())).isEqualTo(new MainRun(1, "", expected));
        assertThat(list(folder)).isEqualTo(before);
    }

    @Test
    void veryManyProblemsAreCountedAndTheFirstThousandAreListed() throws IOException {
        Path file = temp.resolve("x.json");
        Files.writeString(file, "{\"sectors\": [" + "null,".repeat(MANY) + "null]}");

        MainRun run = MainRun.of("validate", temp.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(1001);
        assertThat(run.out())
                .startsWith(file + ":1:14 (sectors[0]): null is not allowed; omit the property\n")
                .endsWith("\nand " + (MANY + 1 - 1000) + " more problems: correct these first\n");
    }

    @Test
    void aPipeIsNotOpened() throws IOException, InterruptedException {
        Path pipe = temp.resolve("x.json");
        try {
            assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                    .isZero();
        } catch (IOException e) {
            assumeThat(e).as("mkfifo is not there").isNull();
        }

        assertThat(MainRun.of("validate", temp.toString()))
                .isEqualTo(new MainRun(1, pipe + ": is a pipe or a device: expected a file\n", ""));
    }

    // public bug report
    @ParameterizedTest
    @MethodSource("paths")
    void aMessageIsNeverOnlyTheNameOfAFile(List<String> command, String message) throws IOException {
        Files.writeString(temp.resolve("file"), "x");
        String[] args = command.stream()
                .map(argument -> argument.replace("TEMP", temp.toString()))
                .toArray(String[]::new);

        MainRun run = MainRun.of(args);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out() + run.err()).isEqualTo(message.replace("TEMP", temp.toString()) + "\n");
        assertThat(list(temp)).containsExactly(temp.resolve("file"));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> paths() {
        return Stream.of(
                path("read-report TEMP/none", "read-report: TEMP/none is not there: expected the path of a file"),
                path("read-report TEMP", "read-report: TEMP is a folder: expected a file"),
                path(
                        "read-report /dev/zero",
                        "read-report: /dev/zero is larger than the 67108864 bytes that are read: cut it into parts"),
                path("validate TEMP/none", "TEMP/none: is not there: expected a folder of catalogue files"),
                path("validate TEMP/file", "TEMP/file: is a file: expected a folder of catalogue files"),
                path("overview --catalog TEMP/none", "TEMP/none: is not there: expected a folder of catalogue files"),
                path(
                        "projects --catalog /dev/null",
                        "/dev/null: is a pipe or a device: expected a folder of catalogue files"),
                path("reconcile --catalog TEMP", "TEMP: expected 1 to 1000 files that end in .json, found 0"),
                path("aggregate --csv TEMP/none/x.csv", "aggregate: TEMP/none/x.csv: its folder is not there"),
                path("aggregate --csv TEMP", "aggregate: TEMP: is a folder: expected a file"),
                path("aggregate --csv /dev/full", "aggregate: /dev/full: No space left on device"));
    }

    private static org.junit.jupiter.params.provider.Arguments path(String command, String message) {
        return org.junit.jupiter.params.provider.Arguments.of(List.of(command.split(" ")), message);
    }

    @Test
    void aSmallHeapIsOneSentence() throws IOException, InterruptedException {
        Path report = temp.resolve("report.txt");
        Files.writeString(report, "全年完成工业投资96.3亿元，同比增长21.5%。\n".repeat(400_000));

        assertThat(ChildRun.of(temp, List.of("-Xmx64m"), "read-report", report.toString()))
                .isEqualTo(new ChildRun(
                        1,
                        "",
                        "read-report: needs more memory than the 64 MB that Java may take: run it with a larger heap,"
                                + " for example java -Xmx4g -jar …\n"));
    }

    @Test
    void theOverviewNeedsNoLargeHeap() throws IOException, InterruptedException {
        assertThat(ChildRun.of(temp, List.of("-Xmx64m"), "overview"))
                .isEqualTo(new ChildRun(0, MainRun.of("overview").out(), ""));
    }

    /** Whether the kernel says that this process ignores SIGINT, the second of the signals; false where it says nothing. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        return Files.readAllLines(status, UTF_8).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
                .anyMatch(signals -> signals.testBit(1));
    }

    @Test
    void anInterruptEndsWithItsStatusAndWithoutAWord() throws IOException, InterruptedException {
        assumeThat(ignoresInterrupts())
                .as("a build that a shell runs in the background ignores interrupts, and so do its children")
                .isFalse();
        Path err = temp.resolve("err");
        Process process = ChildRun.process(List.of(), "read-report", "-")
                .redirectError(err.toFile())
                .redirectOutput(temp.resolve("out").toFile())
                .start();
        process.getOutputStream().write("全年完成工业投资96.3亿元。\n".getBytes(UTF_8));
        process.getOutputStream().flush(); // and never ends
        while (process.info()
                .totalCpuDuration()
                .map(cpu -> cpu.toMillis() < 150)
                .orElse(false)) {
            Thread.onSpinWait(); // until it runs
        }

        assumeThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(ChildRun.end(process)).isEqualTo(130);
        assertThat(err).isEmptyFile();
        assertThat(temp.resolve("out")).isEmptyFile();
    }

    @Test
    void sixteenThreadsPrintWhatOnePrints() throws Exception {
        List<String[]> commands = List.of(
                new String[] {"aggregate"}, new String[] {"facts"}, new String[] {"reconcile"}, new String[] {"projects"
                });
        List<MainRun> alone = commands.stream().map(MainRun::of).toList();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<java.util.concurrent.Future<MainRun>> runs = Stream.iterate(0, i -> i + 1)
                    .limit(32)
                    .map(i -> threads.submit(() -> MainRun.of(commands.get(i % commands.size()))))
                    .toList();
            for (int i = 0; i < runs.size(); i++) {
                assertThat(runs.get(i).get()).isEqualTo(alone.get(i % alone.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
