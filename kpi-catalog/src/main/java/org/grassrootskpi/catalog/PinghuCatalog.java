package org.grassrootskpi.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.text.OwnResource;

/** The catalogue of the annual report of Pinghu subdistrict: what it did in 2024. */
public final class PinghuCatalog {
    private PinghuCatalog() {}

    /**
     * Reads the catalogue from the files of this module.
     *
     * @return the catalogue, read anew and validated at each call
     */
    public static Catalog load() {
        return CatalogJson.read(files());
    }

    /**
     * Returns the files from which the catalogue is read: a model for your own catalogue.
     *
     * @return the files by name, in the order in which they are read
     */
    public static ImmutableMap<String, ByteSource> files() {
        ImmutableMap.Builder<String, ByteSource> files = ImmutableMap.builder();
        for (String name : names()) {
            files.put(name, resource(name));
        }
        return files.buildOrThrow();
    }

    private static ImmutableList<String> names() {
        try {
            return resource("files.txt").asCharSource(StandardCharsets.UTF_8).readLines().stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteSource resource(String name) {
        String path = "pinghu/" + name;
        return OwnResource.of(path, () -> PinghuCatalog.class.getResourceAsStream(path));
    }
}
