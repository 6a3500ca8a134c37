package org.grassrootskpi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReplacedByTheWholeText() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "before");

        WholeFile.write(file, out -> out.write("近300亿元"));

        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo("近300亿元");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void whatFailsInTheMiddleLeavesTheFileAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "before");
        Path other = folder.resolve("new.csv");
        for (Path path : new Path[] {file, other}) {
            assertThatThrownBy(() -> WholeFile.write(path, out -> {
                        out.write("half");
                        throw new IOException("No space left on device");
                    }))
                    .hasMessage(path + ": No space left on device");
        }

        assertThat(folder.toFile().list()).containsExactly("a.csv");
        assertThat(file).hasContent("before");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);

        WholeFile.write(link, out -> out.write("after"));

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("after");
    }

    @Test
    void aFolderAndAMissingFolderAreRefused() {
        assertThatThrownBy(() -> WholeFile.write(folder, out -> {}))
                .hasMessage(folder + ": is a folder: expected a file");
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("none/a.csv"), out -> {}))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("its folder is not there");
    }

    @Test
    void findsTheHiddenFilesThatItsOwnRunsHaveLeft() throws IOException {
        String uuid = "123e4567-e89b-12d3-a456-426614174000";
        Path first = Files.writeString(folder.resolve(".a.csv." + uuid + ".tmp"), "");
        Path second = Files.writeString(folder.resolve(".a.csv." + uuid.replace('1', '2') + ".tmp"), "");
        for (String name : List.of(
                ".a.csv." + uuid,
                ".a.csv." + uuid + ".txt",
                ".a.csv.1" + uuid + ".tmp",
                ".b.csv." + uuid + ".tmp",
                ".a.csv.tmp")) {
            Files.writeString(folder.resolve(name), "");
        }

        assertThat(WholeFile.unfinished(folder.resolve("a.csv")))
                .as("it is not there")
                .containsExactly(first, second);
        Files.writeString(folder.resolve("a.csv"), "before");
        assertThat(WholeFile.unfinished(folder.resolve("a.csv")))
                .containsExactly(first.toRealPath(), second.toRealPath());
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("a.csv"));
        assertThat(WholeFile.unfinished(link)).as("beside what the link is to").hasSize(2);
        assertThat(WholeFile.unfinished(folder.resolve("none/a.csv"))).isEmpty();
        assertThat(WholeFile.unfinished(Path.of("/"))).isEmpty();
    }

    @Test
    void theHiddenFileIsThereWhileTheTextIsWritten() throws IOException {
        Path file = folder.resolve("a.csv");

        WholeFile.write(file, out -> assertThat(WholeFile.unfinished(file)).hasSize(1));

        assertThat(WholeFile.unfinished(file)).isEmpty();
        assertThat(file).isEmptyFile();
    }
}
