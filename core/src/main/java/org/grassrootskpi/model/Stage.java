package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import org.immutables.value.Value;

/** A step in the life of a project, such as 立项 or 封顶. */
@Value.Immutable
public interface Stage {
    /** The duration of a stage. */
    enum Kind {
        /** Reached once and for all: 开工, 封顶, 开业. */
        STEP,
        /** Begun and, later, finished, perhaps while the next stages have begun already: 征拆, 征拆谈判, 签约. */
        ACTIVITY
    }

    /**
     * Returns the id by which milestones refer to it, for example {@code topped-out}.
     *
     * @return unique within its {@link StageModel}
     */
    String id();

    /**
     * Returns the name.
     *
     * @return in both languages
     */
    LocalizedText name();

    /**
     * Returns whether it is reached at once, or begun and finished.
     *
     * @return {@link Kind#STEP} unless said otherwise
     */
    @Value.Default
    default Kind kind() {
        return Kind.STEP;
    }

    /**
     * Returns words by which reports say that this stage was reached.
     *
     * @return in Chinese, possibly empty
     */
    ImmutableList<String> aliases();

    /**
     * Starts a stage.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Stage}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableStage.Builder {
        Builder() {}
    }
}
