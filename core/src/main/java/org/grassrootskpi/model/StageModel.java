package org.grassrootskpi.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;

/** The stages that one kind of project goes through, in their order. */
@Value.Immutable
@JsonSerialize(as = ImmutableStageModel.class)
@JsonDeserialize(as = ImmutableStageModel.class)
public interface StageModel {
    /**
     * What projects refer to it by, for example {@code construction}.
     *
     * @return unique among the stage models of a catalogue
     */
    String id();

    /**
     * The name.
     *
     * @return in both languages
     */
    LocalizedText name();

    /**
     * The stages from first to last.
     *
     * @return at least one
     */
    ImmutableList<Stage> stages();

    /**
     * Looks up a stage.
     *
     * @param id the stage's id
     * @return the stage, or empty where this model has none of that id
     */
    default Optional<Stage> stage(String id) {
        return stages().stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /**
     * Starts a stage model.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StageModel}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableStageModel.Builder {
        Builder() {}
    }
}
