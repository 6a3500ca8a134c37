package org.grassrootskpi.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.SourceLocation;

/**
 * Reads catalogues from JSON and writes them.
 *
 * <p>Every method that reads throws one {@link CatalogException} with all problems of all files, or returns a catalogue
 * that is whole. Thread-safe.
 */
public final class CatalogJson {
    /** The largest file that is read, in bytes: 16 MiB, some forty thousand observations. */
    public static final int MAX_FILE_BYTES = 16 << 20;

    /** The deepest nesting of objects and arrays that is read; the model itself needs no more than seven. */
    public static final int MAX_DEPTH = 32;

    /** The largest number of files in a folder. */
    public static final int MAX_FILES = 1000;

    private CatalogJson() {}

    /**
     * Reads all files of a folder whose names end in {@code .json}, in the order of their names, as one catalogue.
     * Folders inside it and other files are left alone.
     *
     * @param folder the folder
     * @return the catalogue
     * @throws CatalogException if the folder or a file cannot be read, or anything in them is wrong
     */
    public static Catalog readFolder(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.json")) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        } catch (IOException e) {
            throw refused(Problem.Kind.UNREADABLE, folder, "cannot be read as a folder of catalogue files");
        }
        if (files.isEmpty() || files.size() > MAX_FILES) {
            throw refused(
                    files.isEmpty() ? Problem.Kind.UNREADABLE : Problem.Kind.TOO_LARGE,
                    folder,
                    "expected 1 to " + MAX_FILES + " files that end in .json, found " + files.size());
        }
        files.sort(null);
        ImmutableMap.Builder<String, ByteSource> sources = ImmutableMap.builder();
        for (Path file : files) {
            sources.put(file.toString(), MoreFiles.asByteSource(file));
        }
        return read(sources.buildOrThrow());
    }

    /**
     * Reads a catalogue that stands in one file.
     *
     * @param file the file
     * @return the catalogue
     * @throws CatalogException if the file cannot be read, or anything in it is wrong
     */
    public static Catalog readFile(Path file) {
        return read(Map.of(file.toString(), MoreFiles.asByteSource(file)));
    }

    /**
     * Reads a catalogue from named sources, such as resources of a jar.
     *
     * @param sources the sources by the names that problems shall give them, read in the order of the map
     * @return the catalogue
     * @throws CatalogException if a source cannot be read, or anything in them is wrong
     */
    public static Catalog read(Map<String, ByteSource> sources) {
        return new CatalogReader().read(sources);
    }

    /**
     * Writes a catalogue as one JSON text that {@link #read(Map)} reads back to an equal one.
     *
     * @param catalog the catalogue
     * @return indented by two blanks, with line feeds, without empty properties
     */
    public static String toJson(Catalog catalog) {
        ObjectNode root = StrictMapper.INSTANCE.createObjectNode();
        for (CatalogPart<?> part : CatalogPart.ALL) {
            if (!part.of(catalog).isEmpty()) {
                root.set(part.name(), StrictMapper.INSTANCE.valueToTree(part.of(catalog)));
            }
        }
        ObjectWriter writer = StrictMapper.INSTANCE.writer(StrictMapper.INDENTED);
        try {
            return writer.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CatalogException refused(Problem.Kind kind, Path path, String message) {
        return new CatalogException(List.of(Problem.builder()
                .kind(kind)
                .path("")
                .message(message)
                .location(SourceLocation.of(path.toString(), 0, 0))
                .build()));
    }
}
