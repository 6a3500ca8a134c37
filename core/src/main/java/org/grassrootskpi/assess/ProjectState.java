package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Stage;
import org.immutables.value.Value;

/** The state of a project at a date. */
@Value.Immutable
public interface ProjectState {
    /**
     * Returns the project.
     *
     * @return as the catalogue has it
     */
    @Value.Parameter
    Project project();

    /**
     * Returns the furthest stage that it reached in a period which had ended by the date.
     *
     * @return the stage; empty if no document reports one by then
     */
    @Value.Parameter
    Optional<Stage> stage();

    /**
     * Returns whether that stage has begun or is finished.
     *
     * @return present exactly for a stage that is an {@link Stage.Kind#ACTIVITY}; finished if any of its milestones says so
     */
    @Value.Parameter
    Optional<Milestone.Phase> phase();

    /**
     * Returns the milestones that were reached by the date.
     *
     * @return by the end of their periods, and within a period by the order of the stages
     */
    @Value.Parameter
    ImmutableList<Milestone> history();
}
