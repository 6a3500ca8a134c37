package org.grassrootskpi.files;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A folder that is written whole or not at all: its files are written next to it, in a hidden folder whose name ends in
 * {@code .part}, which is moved into place when all of them are there.
 *
 * <p>A folder that holds anything is refused, so nothing is ever replaced. Whoever is killed in the middle leaves at most
 * the folder {@code .part}.
 */
public final class NewFolder {
    private static final int MAX_NAMES = 1000;

    private NewFolder() {}

    /** Writes the files of a folder. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all files.
         *
         * @param folder an empty folder; not the one that they will be in at the end
         * @throws IOException if one cannot be written; then there will be no folder
         */
        void writeTo(Path folder) throws IOException;
    }

    /**
     * Writes a folder.
     *
     * @param folder a folder that is empty or not there; the folders above it are made if they are missing
     * @param content writes the files
     * @throws IllegalArgumentException if the folder holds something or is a file; then nothing is written
     * @throws IOException if it cannot be written, with the path and the reason in the message; then nothing is left
     */
    public static void write(Path folder, Content content) throws IOException {
        refuseIfTaken(folder);
        try {
            Path place = Files.isDirectory(folder)
                    ? folder.toRealPath()
                    : folder.toAbsolutePath().normalize();
            writeBeside(place, content);
        } catch (FileSystemException e) {
            throw new IOException(folder + " cannot be written: " + reason(e), e);
        } catch (IOException e) {
            throw new IOException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the hidden folders next to a folder that interrupted runs have left, or that other runs are writing now.
     *
     * @param folder any folder
     * @return hidden folders, which nothing needs when no run is writing
     */
    public static ImmutableList<Path> unfinished(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        Path above = place.getParent();
        Path name = place.getFileName();
        return above == null || name == null
                ? ImmutableList.of()
                : Stream.iterate(1, i -> i < MAX_NAMES, i -> i + 1)
                        .map(i -> beside(above, name.toString(), i))
                        .filter(Files::isDirectory)
                        .collect(ImmutableList.toImmutableList());
    }

    private static Path beside(Path above, String name, int number) {
        return above.resolve("." + name + "-" + number + ".part");
    }

    private static void refuseIfTaken(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw notEmpty(folder);
                }
            } catch (AccessDeniedException e) {
                throw new IOException(folder + " cannot be read: " + reason(e), e);
            }
        } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException(folder + " is a file: expected a new or an empty folder");
        }
    }

    private static IllegalArgumentException notEmpty(Path folder) {
        return new IllegalArgumentException(
                folder + " is not empty: expected a new or an empty folder, nothing was written");
    }

    private static void writeBeside(Path place, Content content) throws IOException {
        Path above = place.getParent();
        Path name = place.getFileName();
        if (above == null || name == null) {
            throw notEmpty(place);
        }
        Files.createDirectories(above);
        Path beside = unusedName(above, name.toString());
        try {
            content.writeTo(beside);
            refuseIfTaken(place);
            move(beside, place);
        } finally {
            if (Files.exists(beside)) {
                MoreFiles.deleteRecursively(beside, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        }
    }

    private static Path unusedName(Path above, String name) throws IOException {
        // A name may be taken: left by a run that was killed, or another one is writing there.
        for (int i = 1; i < MAX_NAMES; i++) {
            Path beside = beside(above, name, i);
            if (!Files.exists(beside, LinkOption.NOFOLLOW_LINKS)) {
                return Files.createDirectory(beside);
            }
        }
        throw new FileSystemException(
                above.toString(),
                null,
                "it holds " + MAX_NAMES + " unfinished folders: delete those that end in .part");
    }

    /** An empty folder in the way is replaced; one that was filled meanwhile is not, the move fails. */
    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException | AccessDeniedException e) {
            Files.deleteIfExists(to);
            Files.move(from, to);
        }
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no " + e.getFile();
        }
        if (e instanceof AccessDeniedException) {
            return "no permission for " + e.getFile();
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getFile() + " is there already";
        }
        return String.valueOf(e.getMessage());
    }
}
