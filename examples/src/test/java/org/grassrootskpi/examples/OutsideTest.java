package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No command writes outside the folder that it was given, and no name of a file comes from an input. */
class OutsideTest {
    private static final List<String> DRAFT_FILES =
            List.of("1-common.json", "2-indicators.json", "3-observations.json", "guessed.tsv", "unsure.tsv");

    @TempDir
    private Path temp;

    // public bug report
    static Stream<String> names() {
        return Stream.of(
                "../../../escaped",
                "..",
                "/etc/escaped",
                "C:\\escaped",
                "\\\\server\\escaped",
                "con",
                "nul.txt",
                "a\u0000b",
                "x".repeat(5000),
                "街".repeat(300),
                "dots...",
                ".hidden",
                "a:b*c?d\"e<f>g|h",
                "-rf",
                "~/escaped",
                "$(touch escaped)",
                "\u202Egnp.escaped");
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> entries = Files.walk(temp)) {
            return entries.map(entry -> temp.relativize(entry).toString())
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTitleNamesNoFile(String title) throws IOException {
        Path report = temp.resolve("report.txt");
        Files.writeString(
                report,
                title + "2024年工作报告\n\n一、2024年工作总结\n(一)" + title + "\n全年走访服务企业2678家次，办结率96.9%。" + title + "项目建成3个。\n");
        Path inner = Files.createDirectory(temp.resolve("inner"));

        MainRun run = MainRun.of(
                "draft-catalog",
                report.toString(),
                "--region",
                "440307003",
                "--out",
                inner.resolve("out").toString());

        if (title.contains("\u0000") || title.contains("\u202E")) {
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).hasLineCount(1).doesNotContain("Exception");
            assertThat(everything()).containsExactly("inner", "report.txt");
            return;
        }
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        // A title may name a project, for which a draft has one file more.
        assertThat(everything().stream()
                        .filter(name -> !name.equals("inner/out/5-honours-and-projects.json"))
                        .toList())
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("inner", "inner/out", "report.txt"),
                                DRAFT_FILES.stream().map(name -> "inner/out/" + name))
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPlaceNamesNoFile(String place) throws IOException {
        Path out = temp.resolve("out");

        MainRun run = MainRun.of("new-catalog", "--region=" + place, "--out", out.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).startsWith("new-catalog: Unknown division ");
        assertThat(everything()).isEmpty();
    }

    @Test
    void aNameThatTheFileSystemRefusesIsOneSentence() throws IOException {
        String name = "x".repeat(300);

        assertThat(MainRun.of(
                        "new-catalog",
                        "--region",
                        "440307003",
                        "--out",
                        temp.resolve(name).toString()))
                .isEqualTo(new MainRun(
                        1,
                        "",
                        "new-catalog: " + temp.resolve(name) + " cannot be written: " + temp.resolve("." + name)
                                + "-1.part: File name too long\n"));
        assertThat(MainRun.of("new-catalog", "--region", "440307003", "--out", temp + "/a\u0000b")
                        .status())
                .isEqualTo(2);
        assertThat(everything()).isEmpty();
    }

    @Test
    void theLastFolderIsSaidToBeTaken() {
        assertThat(MainRun.of("new-catalog", "--region", "440307003", "--out", "/")
                        .err())
                .isEqualTo("new-catalog: / is not empty: expected a new or an empty folder, nothing was written\n");
    }

    @Test
    void whatAnEarlierRunHasLeftIsNamed() throws IOException {
        Files.createDirectory(temp.resolve(".out-1.part"));

        MainRun run = MainRun.of(
                "new-catalog",
                "--region",
                "440307003",
                "--out",
                temp.resolve("out").toString());

        assertThat(run.status()).isZero();
        assertThat(run.err())
                .isEqualTo(
                        temp.resolve(".out-1.part") + " is unfinished: an earlier run was ended there, or another one"
                                + " is writing; delete it if none is\n");
    }
}
