package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Stage;
import org.immutables.value.Value;

/** A project as it stands at a date. */
@Value.Immutable
public interface ProjectState {
    /**
     * The project.
     *
     * @return as the catalogue has it
     */
    @Value.Parameter
    Project project();

    /**
     * The furthest stage that it reached in a period which had ended by the date.
     *
     * @return empty where no document tells one by then
     */
    @Value.Parameter
    Optional<Stage> stage();

    /**
     * How far that stage has come.
     *
     * @return present exactly for a stage that is an {@link Stage.Kind#ACTIVITY}; finished if any of its milestones says so
     */
    @Value.Parameter
    Optional<Milestone.Phase> phase();

    /**
     * The milestones that were reached by the date.
     *
     * @return by the end of their periods, and within a period by the order of the stages
     */
    @Value.Parameter
    ImmutableList<Milestone> history();
}
