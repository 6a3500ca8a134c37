package org.grassrootskpi.json;

import com.google.common.io.ByteSource;
import org.grassrootskpi.text.OwnResource;

/**
 * The JSON Schema (draft 2020-12) of catalogue files: with it an editor completes property names, explains them, and
 * marks what the reader would refuse.
 *
 * <p>It is generated from the model and describes the form of a file: properties, types, spellings. References, and whether
 * a figure fits its indicator, are checked by {@link org.grassrootskpi.json.CatalogJson} alone.
 */
public final class CatalogSchema {
    private static final String FILE = "catalog.schema.json";

    private CatalogSchema() {}

    /**
     * Returns the schema.
     *
     * @return a JSON text in UTF-8, read from this module
     */
    public static ByteSource json() {
        return OwnResource.of(FILE, () -> CatalogSchema.class.getResourceAsStream(FILE));
    }
}
