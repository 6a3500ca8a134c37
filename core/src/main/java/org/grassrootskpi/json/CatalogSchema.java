package org.grassrootskpi.json;

import com.google.common.io.ByteSource;
import org.grassrootskpi.text.OwnResource;

/**
 * The JSON Schema (draft 2020-12) of catalogue files: with it an editor completes property names, explains them, and
 * marks what the reader would refuse.
 *
 * <p>It is made from the model and knows the shape of a file: properties, types, spellings. What refers to what, and
 * which figure fits which indicator, only {@link org.grassrootskpi.json.CatalogJson} checks.
 */
public final class CatalogSchema {
    private static final String FILE = "catalog.schema.json";

    private CatalogSchema() {}

    /**
     * The schema.
     *
     * @return a JSON text in UTF-8, read from this module
     */
    public static ByteSource json() {
        return OwnResource.of(FILE, () -> CatalogSchema.class.getResourceAsStream(FILE));
    }
}
