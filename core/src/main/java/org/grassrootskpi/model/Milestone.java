package org.grassrootskpi.model;

import java.util.Optional;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/** A stage that a project reached or was in, in some period. */
@Value.Immutable
public interface Milestone {
    /** The progress of an activity. */
    enum Phase {
        /** It goes on: 进入谈判, 加快推进, 签约率99%. */
        BEGUN,
        /** It is over: 完成签约. */
        FINISHED
    }

    /**
     * Returns the stage.
     *
     * @return the id of a {@link Stage} of the project's {@link StageModel}
     */
    String stage();

    /**
     * Returns the progress of a stage that is a {@link Stage.Kind#ACTIVITY}.
     *
     * @return present exactly for such a stage
     */
    Optional<Phase> phase();

    /**
     * Returns the time at which it was reached, as far as the document says.
     *
     * @return a period that ends with the one that the cited document reports on, or earlier
     */
    TimePeriod period();

    /**
     * Returns the place where the document states it, quoting the words that name the stage.
     *
     * @return the citation
     */
    Citation citation();

    /**
     * Returns a note for readers.
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
