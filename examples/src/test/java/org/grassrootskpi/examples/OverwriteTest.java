package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command replaces a file of somebody else unless it is told to. */
class OverwriteTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"aggregate --csv", "page --sample --out", "tables --format docx --out"})
    void replacesAFileOnlyWhereItIsToldTo(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Sir");
        String[] args = (command + " " + file).split(" ");

        MainRun refused = MainRun.of(args);
        String kept = Files.readString(file);
        MainRun told = MainRun.of((command + " " + file + " --overwrite").split(" "));

        assertThat(refused.status()).isOne();
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .isEqualToIgnoringNewLines(args[0] + ": " + file
                        + ": is there already: choose another path, or replace it with --overwrite");
        assertThat(kept).isEqualTo("Dear Sir");
        assertThat(told.status()).isZero();
        assertThat(file).content().doesNotContain("Dear Sir");
    }

    @Test
    void anEmptyFileLosesNothing() throws IOException {
        Path file = Files.createFile(folder.resolve("page.html"));

        assertThat(MainRun.of("page", "--sample", "--out", file.toString()).status())
                .isZero();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aPageIsNotReplacedByItsOwnData() {
        String file = folder.resolve("page.html").toString();

        MainRun run = MainRun.of("page", "--sample", "--out", file, "--json", file);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("expected two files, got " + file + " for --out and --json");
        assertThat(Path.of(file)).doesNotExist();
    }
}
