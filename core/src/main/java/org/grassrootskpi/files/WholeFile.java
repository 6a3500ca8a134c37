package org.grassrootskpi.files;

import com.google.common.collect.ImmutableList;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes a file whole or not at all: into a hidden file next to it, which takes its place when the last byte is
 * written. A full disk, an exception or the end of the process leaves whatever was there before; the end of the process
 * may leave the hidden file, whose name ends in {@code .tmp}.
 */
public final class WholeFile {
    private static final String END = ".tmp";
    private static final int UUID_LENGTH = 36;

    private WholeFile() {}

    /** Writes the text of a file. */
    @FunctionalInterface
    public interface Text {
        /**
         * Writes the whole text.
         *
         * @param out takes the text; closed by the caller
         * @throws IOException if it cannot be written
         */
        void writeTo(Writer out) throws IOException;
    }

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Bytes {
        /**
         * Writes all bytes.
         *
         * @param out takes the bytes; closed by the caller
         * @throws IOException if they cannot be written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file in UTF-8. One that is there is replaced; a link is followed; a pipe or a device is written as it is.
     *
     * @param file the file, in a folder that is there
     * @param text writes it; what it throws leaves the file as it was
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Text text) throws IOException {
        writeBytes(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
            text.writeTo(writer);
            writer.flush();
        });
    }

    /**
     * Writes a file of bytes, as {@link #write} does one of text.
     *
     * @param file the file, in a folder that is there
     * @param bytes writes them; what it throws leaves the file as it was
     * @throws IOException if the file cannot be written
     */
    public static void writeBytes(Path file, Bytes bytes) throws IOException {
        try {
            attempt(file, bytes);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    private static void attempt(Path file, Bytes bytes) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder: expected a file");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                bytes.writeTo(out);
            }
            return;
        }
        boolean isNew = !Files.exists(file);
        Path target = isNew ? file.toAbsolutePath() : file.toRealPath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(file.toString(), null, "its folder is not there");
        }
        Path beside = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + END);
        try {
            try (OutputStream out =
                    Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                bytes.writeTo(out);
            }
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * Returns the hidden files next to a file that interrupted runs have left, or that other runs are writing now.
     *
     * @param file any file
     * @return hidden files, which nothing needs when no run is writing
     * @throws IOException if its folder cannot be read
     */
    public static ImmutableList<Path> unfinished(Path file) throws IOException {
        Path place =
                Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
        Path folder = place.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return ImmutableList.of();
        }
        String start = "." + place.getFileName() + ".";
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> isUnfinished(String.valueOf(entry.getFileName()), start))
                    .sorted()
                    .collect(ImmutableList.toImmutableList());
        }
    }

    private static boolean isUnfinished(String name, String start) {
        return name.startsWith(start)
                && name.endsWith(END)
                && name.length() == start.length() + UUID_LENGTH + END.length();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
