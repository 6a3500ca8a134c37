package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.grassrootskpi.assess.Levels;
import org.grassrootskpi.model.CatalogException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of files and sources that cannot be read, or of which no more is read. */
class UnreadableJsonTest {
    private static List<String> problems(ThrowingCallable reading) {
        return catchThrowableOfType(CatalogException.class, reading).problems().stream()
                .map(problem -> problem.kind() + " " + problem.describe())
                .toList();
    }

    private static ByteSource source(String json) {
        return ByteSource.wrap(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String json) {
        return problems(() -> CatalogJson.read(ImmutableMap.of("a.json", source(json))));
    }

    @Test
    void onlyFilesAreReadAsFiles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{}");
        Path link = Files.createSymbolicLink(folder.resolve("b.json"), Path.of("nowhere.json"));
        Path inner = Files.createDirectory(folder.resolve("c.json"));

        assertThat(problems(() -> CatalogJson.readFolder(file)))
                .containsExactly("UNREADABLE " + file + ": is a file: expected a folder of catalogue files");
        assertThat(problems(() -> CatalogJson.readFolder(folder)))
                .containsExactly(
                        "UNREADABLE " + link + ": is a link that leads nowhere or to itself: expected a file",
                        "UNREADABLE " + inner + ": is a folder: expected a file");
        assertThat(problems(() -> CatalogJson.readFile(inner)))
                .containsExactly("UNREADABLE " + inner + ": is a folder: expected a file");
        assertThat(problems(() -> RuleJson.readFile(folder.resolve("d.json"), Levels.class)))
                .containsExactly("UNREADABLE " + folder.resolve("d.json") + ": is not there: expected a file");
        assertThat(CatalogJson.readFile(file).sectors()).isEmpty();
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            assertThat(problems(() -> CatalogJson.readFile(device)))
                    .containsExactly("UNREADABLE /dev/null: is a pipe or a device: expected a file");
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("a.json"), "is not there"),
                Arguments.of(
                        new AccessDeniedException("a.json"), "may not be read by this user: change its permissions"),
                Arguments.of(
                        new FileSystemException("a.json", null, "Stale file handle"),
                        "cannot be read: Stale file handle"),
                Arguments.of(
                        new FileSystemException("a.json"), "cannot be read: java.nio.file.FileSystemException: a.json"),
                Arguments.of(new IOException("disk error"), "cannot be read: disk error"),
                Arguments.of(new IOException(), "cannot be read: java.io.IOException"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aSourceThatFailsIsNamedWithTheReason(IOException failure, String message) {
        ByteSource failing = new ByteSource() {
            @Override
            public InputStream openStream() throws IOException {
                throw failure;
            }
        };

        assertThat(problems(() -> CatalogJson.read(ImmutableMap.of("a.json", failing))))
                .containsExactly("UNREADABLE a.json: " + message);
        assertThat(problems(() -> RuleJson.read("a.json", failing, Levels.class)))
                .containsExactly("UNREADABLE a.json: " + message);
    }

    @Test
    void aSourceOfUnknownSizeIsReadToTheLimit() {
        byte[] largest = new byte[CatalogJson.MAX_FILE_BYTES];
        Arrays.fill(largest, (byte) ' ');
        largest[0] = '{';
        largest[1] = '}';
        ByteSource endless = new ByteSource() {
            @Override
            public InputStream openStream() {
                return new InputStream() {
                    @Override
                    public int read() {
                        return ' ';
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) {
                        Arrays.fill(bytes, from, from + length, (byte) ' ');
                        return length;
                    }
                };
            }
        };

        assertThat(CatalogJson.read(ImmutableMap.of("a.json", ByteSource.wrap(largest)))
                        .sectors())
                .isEmpty();
        assertThat(problems(() -> CatalogJson.read(ImmutableMap.of("a.json", endless))))
                .containsExactly(
                        "TOO_LARGE a.json: is larger than the 16777216 bytes that are read: split the catalogue"
                                + " into more files");
    }

    @Test
    void theFirstByteThatIsNotUtf8HasItsPlace() {
        byte[] gbk = "{\"sectors\": \"土地\"}".getBytes(Charset.forName("GBK"));

        assertThat(problems(() -> RuleJson.read("a.json", ByteSource.wrap(gbk), Levels.class)))
                .containsExactly("ENCODING a.json:1:14: is not UTF-8: byte 0xCD at offset 13; if it was saved as GBK or"
                        + " GB18030, save it as UTF-8");
        assertThat(problems(() -> CatalogJson.read(
                        ImmutableMap.of("a.json", ByteSource.wrap(new byte[] {'{', '\n', '\n', (byte) 0xC3})))))
                .containsExactly("ENCODING a.json:3:1: is not UTF-8: byte 0xC3 at offset 3; if it was saved as GBK or"
                        + " GB18030, save it as UTF-8");
        assertThat(problems(() -> CatalogJson.read(
                        ImmutableMap.of("a.json", ByteSource.wrap("{}".getBytes(StandardCharsets.UTF_16))))))
                .singleElement()
                .asString()
                .startsWith("ENCODING a.json: ");
    }

    @Test
    void limitsOfTextsNumbersAndNestingAreNamedWithTheirPlace() {
        String limits =
                "is beyond what is read: a text of more than 65536 characters, or a number of more than 100 digits";

        assertThat(problems("{\"sectors\": [\"" + "x".repeat(CatalogJson.MAX_TEXT + 1) + "\"]}"))
                .singleElement()
                .asString()
                .startsWith("TOO_LARGE a.json:1:")
                .endsWith(limits);
        assertThat(problems("{\n\"sectors\": " + "1".repeat(CatalogJson.MAX_DIGITS + 1) + "}"))
                .singleElement()
                .asString()
                .startsWith("TOO_LARGE a.json:2:")
                .endsWith(limits);
        assertThat(problems(() -> RuleJson.read(
                        "r.json", source("{\"levels\": " + "[".repeat(40) + "]".repeat(40) + "}"), Levels.class)))
                .containsExactly("TOO_LARGE r.json:1:43: is nested deeper than the 32 levels that are read");
    }

    @Test
    void aThousandProblemsAreDescribedAndTheOthersCounted() {
        String sectors = String.join(
                ",",
                IntStream.range(0, 1500)
                        .mapToObj(i -> "{\"id\": \"s" + i + "\"}")
                        .toList());
        CatalogException refused = catchThrowableOfType(
                CatalogException.class,
                () -> CatalogJson.read(ImmutableMap.of("a.json", source("{\"sectors\": [" + sectors + "]}"))));

        assertThat(refused.problems()).hasSize(CatalogJson.MAX_PROBLEMS);
        assertThat(refused.problemCount()).isEqualTo(1500);
        assertThat(refused.problems().get(999).describe())
                .startsWith("a.json:1:")
                .endsWith("(sectors[999]): lacks the required name");
    }

    @Test
    void hiddenCharactersAreNamedWithTheirPlace() {
        assertThat(problems("{\n \"sectors\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\\u200B\", \"en\": \"A\"}}]}"))
                .containsExactly(
                        "BAD_VALUE a.json:2:41 (sectors[0].name.zh): holds U+200B ZERO WIDTH SPACE at position 1,"
                                + " which nobody sees: remove it");
        assertThat(problems("{\"sectors\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\", \"en\": \"\\uFEFFA\"}}]}"))
                .containsExactly("BAD_VALUE a.json:1:52 (sectors[0].name.en): holds U+FEFF ZERO WIDTH NO-BREAK SPACE at"
                        + " position 0, which nobody sees: remove it");
    }
}
