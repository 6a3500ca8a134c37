package org.grassrootskpi.assess;

import java.util.Optional;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/** The state of a target at a date. */
@Value.Immutable
public interface TargetState {
    /**
     * Returns the target.
     *
     * @return as the catalogue has it
     */
    Target target();

    /**
     * Returns its progress.
     *
     * @return the progress
     */
    Progress progress();

    /**
     * Returns when it was reached, as far as the source says.
     *
     * @return the period of the milestone, the observation or the outcome; present exactly for {@link Progress#REACHED}
     */
    Optional<TimePeriod> reached();

    /**
     * Returns the deadline that holds at the date.
     *
     * @return that of the last outcome that changed it, or else the target's own
     */
    TimePeriod deadline();

    /**
     * Returns the last outcome reported by the date.
     *
     * @return empty where nobody reported
     */
    Optional<Outcome> outcome();

    /**
     * Returns the status: that of the outcome, or the derived one where a milestone or a figure is later than the outcome.
     *
     * @return empty where nobody reported and nothing was observed
     */
    Optional<Outcome.Status> status();

    /**
     * Returns the status that follows from milestones and figures.
     *
     * @return {@link Outcome.Status#DONE}, {@link Outcome.Status#UNDER_WAY} or {@link Outcome.Status#NOT_STARTED}; empty
     *     where there are none since the target was set
     */
    Optional<Outcome.Status> derived();

    /**
     * Returns the part that is done.
     *
     * @return as the outcome says it, or its figure by that of the target; where they are later, the last figure of the
     *     indicator by it, or the parts of a whole that are done by all; in the unit {@code ratio}, with the bounds of a
     *     vague figure; empty where nothing is counted
     */
    Optional<Quantity> completion();

    /**
     * Returns the last figure.
     *
     * @return that of the outcome or of the indicator, whichever is later; a flow counts from the beginning of the deadline's
     *     period on, stated or added up from months that follow each other; empty where there is none
     */
    Optional<Quantity> figure();

    /**
     * Returns the time of the last outcome, milestone or figure.
     *
     * @return the period at whose end it was so; empty where nobody reported and nothing was observed
     */
    Optional<TimePeriod> reported();

    /**
     * Returns by how many days it is overdue.
     *
     * @return from the deadline to the date; 0 unless it is {@link Progress#OVERDUE}
     */
    long daysOverdue();

    /**
     * Returns whether the outcome and what was known from milestones and figures contradict each other: one says that the
     * target is reached, the other that it is not; or whether the outcome says so with a figure that falls short.
     *
     * @return true where somebody should look
     */
    boolean isContradicted();

    /**
     * Returns whether it was reached after its deadline.
     *
     * @return empty where it is not reached, or where the period in which it was begins before the deadline and ends after
     *     it
     */
    default Optional<Boolean> reachedLate() {
        return reached().flatMap(period -> {
            if (period.firstDay().isAfter(deadline().lastDay())) {
                return Optional.of(true);
            }
            return period.lastDay().isAfter(deadline().lastDay()) ? Optional.empty() : Optional.of(false);
        });
    }
}
