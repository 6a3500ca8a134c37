package org.grassrootskpi.catalog;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.grassrootskpi.text.OwnResource;

/** The files of a catalogue that lie in a folder next to the classes, in the order of its {@code files.txt}. */
final class CatalogResources {
    private CatalogResources() {}

    static ImmutableMap<String, ByteSource> of(String folder) {
        ImmutableMap.Builder<String, ByteSource> files = ImmutableMap.builder();
        try {
            for (String line : file(folder, "files.txt")
                    .asCharSource(StandardCharsets.UTF_8)
                    .readLines()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    files.put(line, file(folder, line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.buildOrThrow();
    }

    private static ByteSource file(String folder, String name) {
        String path = folder + "/" + name;
        return OwnResource.of(path, () -> CatalogResources.class.getResourceAsStream(path));
    }
}
