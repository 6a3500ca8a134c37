package org.grassrootskpi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
    void aDeviceStaysADevice() throws IOException {
        Path device = Path.of("/dev/null");
        assumeThat(device).exists();

        WholeFile.write(device, out -> out.write("nothing"));

        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void aFolderAndAMissingFolderAreRefused() {
        assertThatThrownBy(() -> WholeFile.write(folder, out -> {}))
                .hasMessage(folder + ": is a folder: expected a file");
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("none/a.csv"), out -> {}))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("its folder is not there");
    }
}
