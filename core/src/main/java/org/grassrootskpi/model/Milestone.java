package org.grassrootskpi.model;

import java.util.Optional;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/** A stage that a project reached or stood in, in some period. */
@Value.Immutable
public interface Milestone {
    /** How far an activity has come. */
    enum Phase {
        /** It goes on: 进入谈判, 加快推进, 签约率99%. */
        BEGUN,
        /** It is over: 完成签约. */
        FINISHED
    }

    /**
     * The stage.
     *
     * @return the id of a {@link Stage} of the project's {@link StageModel}
     */
    String stage();

    /**
     * How far a stage that is a {@link Stage.Kind#ACTIVITY} has come.
     *
     * @return present exactly for such a stage
     */
    Optional<Phase> phase();

    /**
     * When, as far as the document says.
     *
     * @return a period that ends with the one that the cited document reports on, or earlier
     */
    TimePeriod period();

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
