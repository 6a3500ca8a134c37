package org.grassrootskpi.examples;

import java.nio.file.Path;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The catalogue that a command is about: that of Pinghu, or the user's own. */
final class CatalogOption {
    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description = "A folder of catalogue files to take instead of the Pinghu report.")
    private @Nullable Path folder;

    boolean isGiven() {
        return folder != null;
    }

    Catalog load() {
        return folder == null ? PinghuCatalog.load() : CatalogJson.readFolder(folder);
    }
}
