package org.grassrootskpi.assess;

import java.util.Optional;
import org.grassrootskpi.model.Target;
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
    @Value.Parameter
    Target target();

    /**
     * Returns its progress.
     *
     * @return the progress
     */
    @Value.Parameter
    Progress progress();

    /**
     * Returns when it was reached, as far as the source says.
     *
     * @return the period of the milestone or of the observation; present exactly for {@link Progress#REACHED}
     */
    @Value.Parameter
    Optional<TimePeriod> reached();

    /**
     * Returns whether it was reached after its deadline.
     *
     * @return empty where it is not reached, or where the period in which it was begins before the deadline and ends after
     *     it
     */
    default Optional<Boolean> reachedLate() {
        return reached().flatMap(period -> {
            if (period.firstDay().isAfter(target().deadline().lastDay())) {
                return Optional.of(true);
            }
            return period.lastDay().isAfter(target().deadline().lastDay()) ? Optional.empty() : Optional.of(false);
        });
    }
}
