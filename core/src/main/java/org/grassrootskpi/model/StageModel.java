package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;

/** The stages that one kind of project goes through, in their order. */
@Value.Immutable
public interface StageModel {
    /**
     * Returns the id by which projects refer to it, for example {@code construction}.
     *
     * @return unique among the stage models of a catalogue
     */
    String id();

    /**
     * Returns the name.
     *
     * @return in both languages
     */
    LocalizedText name();

    /**
     * Returns the stages from first to last.
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
     * Returns the place of a stage in this model.
     *
     * @param id the stage's id
     * @return counted from 0
     * @throws UnknownIdException if this model has no stage of that id
     */
    default int order(String id) {
        for (int i = 0; i < stages().size(); i++) {
            if (stages().get(i).id().equals(id)) {
                return i;
            }
        }
        throw new UnknownIdException(
                "stage", id, stages().stream().map(Stage::id).collect(ImmutableList.toImmutableList()));
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
