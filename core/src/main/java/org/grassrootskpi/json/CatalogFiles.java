package org.grassrootskpi.json;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.SourceLocation;

/** Opens the files of a catalogue, and regular files only: a pipe may block for ever, and a device may never end. */
final class CatalogFiles {
    private CatalogFiles() {}

    /** Returns the files of a folder that end in {@code .json}, in the order of their names. */
    static ImmutableMap<String, ByteSource> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw refused(Problem.Kind.UNREADABLE, folder, absence(folder, "a folder of catalogue files"));
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.json")) {
            entries.forEach(files::add);
        } catch (DirectoryIteratorException e) {
            throw refused(Problem.Kind.UNREADABLE, folder, "cannot be read: " + e.getMessage());
        } catch (IOException e) {
            throw refused(Problem.Kind.UNREADABLE, folder, reason(e));
        }
        if (files.isEmpty() || files.size() > CatalogJson.MAX_FILES) {
            throw refused(
                    files.isEmpty() ? Problem.Kind.UNREADABLE : Problem.Kind.TOO_LARGE,
                    folder,
                    "expected 1 to " + CatalogJson.MAX_FILES + " files that end in .json, found " + files.size());
        }
        files.sort(null);
        List<Problem> others = new ArrayList<>();
        ImmutableMap.Builder<String, ByteSource> sources = ImmutableMap.builder();
        for (Path file : files) {
            sources.put(file.toString(), MoreFiles.asByteSource(file));
            other(file).ifPresent(others::add);
        }
        if (!others.isEmpty()) {
            throw new CatalogException(others);
        }
        return sources.buildOrThrow();
    }

    /** One file. */
    static ImmutableMap<String, ByteSource> one(Path file) {
        other(file).ifPresent(problem -> {
            throw new CatalogException(List.of(problem));
        });
        return ImmutableMap.of(file.toString(), MoreFiles.asByteSource(file));
    }

    /** Returns why something could not be read; file system messages often have that only in the name of the exception. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "is not there";
        }
        if (e instanceof AccessDeniedException) {
            return "may not be read by this user: change its permissions";
        }
        Optional<String> said =
                Optional.ofNullable(e instanceof FileSystemException file ? file.getReason() : e.getMessage());
        return "cannot be read: " + said.orElseGet(e::toString);
    }

    private static Optional<Problem> other(Path file) {
        return Files.isRegularFile(file)
                ? Optional.empty()
                : Optional.of(problem(Problem.Kind.UNREADABLE, file, absence(file, "a file")));
    }

    private static String absence(Path path, String expected) {
        if (Files.isDirectory(path)) {
            return "is a folder: expected " + expected;
        }
        if (Files.isRegularFile(path)) {
            return "is a file: expected " + expected;
        }
        if (Files.exists(path)) {
            return "is a pipe or a device: expected " + expected;
        }
        return Files.isSymbolicLink(path)
                ? "is a link that leads nowhere or to itself: expected " + expected
                : "is not there: expected " + expected;
    }

    private static CatalogException refused(Problem.Kind kind, Path path, String message) {
        return new CatalogException(List.of(problem(kind, path, message)));
    }

    private static Problem problem(Problem.Kind kind, Path path, String message) {
        return Problem.builder()
                .kind(kind)
                .path("")
                .message(message)
                .location(SourceLocation.of(path.toString(), 0, 0))
                .build();
    }
}
