package org.grassrootskpi.model;

import org.immutables.value.Value;

/**
 * A milestone of a project that is recorded apart from the project: each report adds files of its own, and the one in which
 * the project stands is never altered. {@link Catalog#milestones(String)} has both.
 */
@Value.Immutable
public interface ProjectMilestone {
    /**
     * Returns the project.
     *
     * @return the id of a {@link Project}
     */
    @Value.Parameter
    String project();

    /**
     * Returns the milestone.
     *
     * @return a stage of the project's {@link StageModel}, with its time and its citation
     */
    @Value.Parameter
    Milestone milestone();

    /**
     * Returns a milestone of a project.
     *
     * @param project the id of the project
     * @param milestone the milestone
     * @return both
     */
    static ProjectMilestone of(String project, Milestone milestone) {
        return ImmutableProjectMilestone.of(project, milestone);
    }
}
