package org.grassrootskpi.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.grassrootskpi.time.Period;
import org.immutables.value.Value;

/** A stage that a project reached or stood in, in some period. */
@Value.Immutable
@JsonSerialize(as = ImmutableMilestone.class)
@JsonDeserialize(as = ImmutableMilestone.class)
public interface Milestone {
    /**
     * The stage.
     *
     * @return the id of a {@link Stage} of the project's {@link StageModel}
     */
    String stage();

    /**
     * When, as far as the document says.
     *
     * @return the period
     */
    Period period();

    /**
     * Where it stands, quoting the words that say the stage.
     *
     * @return the citation
     */
    Citation citation();

    /**
     * What a reader should know.
     *
     * @return in both languages, or empty
     */
    Optional<LocalizedText> note();

    /**
     * Starts a milestone.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Milestone}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableMilestone.Builder {
        Builder() {}
    }
}
