package org.grassrootskpi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFolderTest {
    private static final NewFolder.Content TWO_FILES = folder -> {
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.createDirectory(folder.resolve("in"));
        Files.writeString(folder.resolve("in/b.txt"), "b");
    };

    @TempDir
    private Path temp;

    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            return files.skip(1)
                    .map(file -> temp.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFolderThatIsNotThereIsMadeWithThoseAboveIt() throws IOException {
        NewFolder.write(temp.resolve("x/y"), TWO_FILES);

        assertThat(everything()).containsExactly("x", "x/y", "x/y/a.txt", "x/y/in", "x/y/in/b.txt");
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        Files.createDirectory(temp.resolve("y"));

        NewFolder.write(temp.resolve("y"), TWO_FILES);

        assertThat(everything()).containsExactly("y", "y/a.txt", "y/in", "y/in/b.txt");
    }

    @Test
    void aFolderThatHoldsAnythingIsLeftAsItIs() throws IOException {
        Files.createDirectory(temp.resolve("y"));
        Files.writeString(temp.resolve("y/.hidden"), "mine");

        assertThatThrownBy(() -> NewFolder.write(temp.resolve("y"), TWO_FILES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        temp.resolve("y") + " is not empty: expected a new or an empty folder, nothing was written");
        assertThat(everything()).containsExactly("y", "y/.hidden");
    }

    @Test
    void aFolderThatIsFilledMeanwhileIsLeftAsItIs() throws IOException {
        assertThatThrownBy(() -> NewFolder.write(temp.resolve("y"), folder -> {
                    TWO_FILES.writeTo(folder);
                    Files.createDirectory(temp.resolve("y"));
                    Files.writeString(temp.resolve("y/theirs"), "theirs");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(everything()).containsExactly("y", "y/theirs");
    }

    @Test
    void whatFailsInTheMiddleLeavesNothing() throws IOException {
        assertThatThrownBy(() -> NewFolder.write(temp.resolve("y"), folder -> {
                    TWO_FILES.writeTo(folder);
                    throw new IOException("disk full");
                }))
                .hasMessage(temp.resolve("y") + " cannot be written: disk full");
        assertThat(everything()).isEmpty();
    }

    @Test
    void aMessageOfAFileSystemIsMoreThanAPath() {
        assertThatThrownBy(() -> NewFolder.write(temp.resolve("y"), folder -> {
                    throw new NoSuchFileException("/nowhere");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(temp.resolve("y") + " cannot be written: there is no /nowhere");
    }

    @Test
    void aFileInTheWayAndALinkToNowhereAreRefused() throws IOException {
        Files.writeString(temp.resolve("y"), "mine");
        Files.createSymbolicLink(temp.resolve("z"), temp.resolve("nowhere"));

        for (String name : List.of("y", "z")) {
            assertThatThrownBy(() -> NewFolder.write(temp.resolve(name), TWO_FILES))
                    .hasMessage(temp.resolve(name) + " is a file: expected a new or an empty folder");
        }
        assertThat(everything()).containsExactly("y", "z");
    }

    @Test
    void anUnfinishedFolderOfAnEarlierRunIsNotInTheWay() throws IOException {
        Files.createDirectory(temp.resolve(".y-1.part"));

        NewFolder.write(temp.resolve("y"), TWO_FILES);

        assertThat(NewFolder.unfinished(temp.resolve("y"))).containsExactly(temp.resolve(".y-1.part"));
        assertThat(everything()).containsExactly(".y-1.part", "y", "y/a.txt", "y/in", "y/in/b.txt");
    }

    @Test
    void nothingIsWrittenBesideAFolderThatHoldsAnything() throws IOException {
        Files.createDirectory(temp.resolve("y"));
        Files.writeString(temp.resolve("y/mine"), "mine");
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> NewFolder.write(temp.resolve("y"), folder -> calls.incrementAndGet()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(calls).as("what would be written was not asked for").hasValue(0);
    }

    @Test
    void saysWhatAFileSystemHasAgainstIt() {
        record Case(FileSystemException thrown, String reason) {}
        for (Case one : List.of(
                new Case(new NoSuchFileException("/there"), "there is no /there"),
                new Case(new AccessDeniedException("/there"), "no permission for /there"),
                new Case(new FileAlreadyExistsException("/there"), "/there is there already"),
                new Case(new FileSystemException("/there", null, "read-only"), "/there: read-only"))) {
            assertThatThrownBy(() -> NewFolder.write(temp.resolve("y"), folder -> {
                        throw one.thrown();
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage(temp.resolve("y") + " cannot be written: " + one.reason());
        }
    }

    @Test
    void theLastOfTheNamesIsUsedAndThenNoneIsLeft() throws IOException {
        for (int i = 1; i < 999; i++) {
            Files.createDirectory(temp.resolve(".y-" + i + ".part"));
        }
        NewFolder.write(temp.resolve("y"), folder -> assertThat(folder).hasFileName(".y-999.part"));
        Files.createDirectory(temp.resolve(".y-999.part"));
        Files.createDirectory(temp.resolve(".y-1000.part"));

        assertThat(NewFolder.unfinished(temp.resolve("y"))).hasSize(999);
        assertThatThrownBy(() -> NewFolder.write(temp.resolve("y"), TWO_FILES))
                .hasMessage(temp.resolve("y") + " cannot be written: " + temp
                        + ": it holds 1000 unfinished folders: delete those that end in .part");
    }

    @Test
    void theRootHasNoFolderBesideIt() {
        assertThat(NewFolder.unfinished(Path.of("/"))).isEmpty();
        assertThatThrownBy(() -> NewFolder.write(Path.of("/"), TWO_FILES)).isInstanceOf(IllegalArgumentException.class);
    }
}
