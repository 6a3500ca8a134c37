package org.grassrootskpi.json;

import com.google.common.io.ByteSource;
import org.grassrootskpi.text.OwnResource;

/**
 * The JSON Schema (draft 2020-12) of files that hold a {@link org.grassrootskpi.score.Scorecard}: with it an editor completes property
 * names, explains them, and marks what {@link RuleJson} would refuse.
 *
 * <p>It is generated from the classes and describes the form of a file. Whether weights add up, levels leave no hole and ids are unique is
 * checked by {@link RuleJson} alone.
 */
public final class ScorecardSchema {
    private static final String FILE = "scorecard.schema.json";

    private ScorecardSchema() {}

    /**
     * Returns the schema.
     *
     * @return a JSON text in UTF-8, read from this module
     */
    public static ByteSource json() {
        return OwnResource.of(FILE, () -> ScorecardSchema.class.getResourceAsStream(FILE));
    }
}
