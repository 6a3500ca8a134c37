package org.grassrootskpi.examples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a person named, or standard input: read as a whole, or refused with a message. */
final class InputFile {
    /** The largest text that is read, in bytes: a report of some twenty million characters. */
    static final int MAX_BYTES = 64 << 20;

    private InputFile() {}

    /**
     * Reads a file, a pipe or standard input to its end.
     *
     * @param name a path; {@code -} is standard input
     * @return all bytes
     * @throws IllegalArgumentException if there is no such file, it cannot be read as one, or it has more bytes than are read
     */
    static byte[] read(String name) throws IOException {
        if (name.equals("-")) {
            return read("standard input", System.in);
        }
        Path path = Arguments.path(name);
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(name
                    + (Files.isSymbolicLink(path)
                            ? " is a link that leads nowhere: expected a file"
                            : " is not there: expected the path of a file"));
        }
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException(name + " is a folder: expected a file");
        }
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(name + " may not be read by this user: change its permissions");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return read(name, in);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] read(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    name + " is larger than the " + MAX_BYTES + " bytes that are read: cut it into parts");
        }
        return bytes;
    }
}
