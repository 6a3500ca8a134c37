package org.grassrootskpi.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is ended in the middle of writing leaves nothing under the final name, and the next run works. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledTest {
    @TempDir
    private Path temp;

    /** Writes half of a file or of a folder, says so, and waits for its end. */
    public static void main(String[] args) throws IOException {
        Path place = Path.of(args[1]);
        if (args[0].equals("file")) {
            WholeFile.write(place, out -> {
                out.write("half of it".repeat(10_000));
                waitForTheEnd();
            });
        } else {
            NewFolder.write(place, folder -> {
                Files.writeString(folder.resolve("a.txt"), "half of it");
                waitForTheEnd();
            });
        }
    }

    private static void waitForTheEnd() throws IOException {
        System.out.println("half");
        assertThat(System.in.read()).isEqualTo(-1);
    }

    private void killInTheMiddle(String kind, Path place, boolean atOnce) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledTest.class.getName(),
                        kind,
                        place.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("half");
            if (atOnce) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
            process.waitFor();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(temp)) {
            return entries.map(entry -> temp.relativize(entry).toString())
                    .sorted()
                    .toList();
        }
    }

    // public bug report
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFolderIsNotThere(boolean atOnce) throws IOException, InterruptedException {
        Path place = temp.resolve("y");
        killInTheMiddle("folder", place, atOnce);

        assertThat(names()).containsExactly(".y-1.part");
        assertThat(NewFolder.unfinished(place)).containsExactly(temp.resolve(".y-1.part"));

        NewFolder.write(place, folder -> Files.writeString(folder.resolve("a.txt"), "all of it"));

        assertThat(place.resolve("a.txt")).hasContent("all of it");
        assertThat(names()).containsExactly(".y-1.part", "y");
    }

    // public bug report
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileIsAsItWas(boolean atOnce) throws IOException, InterruptedException {
        Path place = Files.writeString(temp.resolve("y.csv"), "as it was");
        killInTheMiddle("file", place, atOnce);

        assertThat(place).hasContent("as it was");
        List<Path> left = WholeFile.unfinished(place);
        assertThat(left).hasSize(1);
        assertThat(names())
                .containsExactlyInAnyOrder("y.csv", temp.relativize(left.get(0)).toString());

        WholeFile.write(place, out -> out.write("all of it"));

        assertThat(place).hasContent("all of it");
    }

    @Test
    void otherFilesAreNotTakenForUnfinishedOnes() throws IOException {
        Files.writeString(temp.resolve(".y.csv.mine.tmp"), "");
        Files.writeString(temp.resolve(".y-1.part"), "a file");
        Files.createDirectory(temp.resolve(".z-1.part"));

        assertThat(WholeFile.unfinished(temp.resolve("y.csv"))).isEmpty();
        assertThat(NewFolder.unfinished(temp.resolve("y"))).isEmpty();
    }
}
