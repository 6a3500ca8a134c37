package org.grassrootskpi.examples.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.grassrootskpi.tables.ImportedTable;
import org.grassrootskpi.tables.TableImport;

/** A table of public facts beside this class. */
final class PublicTable {
    private PublicTable() {}

    /** Reads a table as anybody would read a file that he downloaded. */
    static ImportedTable read(String name) {
        try {
            Path folder = Files.createTempDirectory("public-table");
            Path file = folder.resolve(name);
            try (InputStream in = Objects.requireNonNull(PublicTable.class.getResourceAsStream(name), name)) {
                Files.copy(in, file);
                return TableImport.of(file).read();
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
