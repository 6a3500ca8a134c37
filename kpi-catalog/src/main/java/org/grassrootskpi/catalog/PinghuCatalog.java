package org.grassrootskpi.catalog;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;

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
        return CatalogResources.of("pinghu");
    }
}
