package org.grassrootskpi.assess;

import java.util.Optional;
import org.grassrootskpi.model.Outcome.Status;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * What milestones and figures say of a target.
 *
 * @param answer whether it was reached by the deadline
 * @param period when it was reached, or the time of the latest milestone or figure; empty where there is none
 * @param completion the part that is done, empty where nothing is counted
 * @param figure the figure that is reached, empty where there is none
 * @param isOfTarget whether it can be held against an outcome: the rate of a month says nothing of that of a year
 */
record TargetEvidence(
        Answer answer,
        Optional<TimePeriod> period,
        Optional<Quantity> completion,
        Optional<Quantity> figure,
        boolean isOfTarget) {
    /** The answers that documents give to whether a target was reached. */
    enum Answer {
        REACHED,
        SHORT,
        LEFT_OPEN,
        NOTHING
    }

    static final TargetEvidence NONE =
            new TargetEvidence(Answer.NOTHING, Optional.empty(), Optional.empty(), Optional.empty(), true);

    static TargetEvidence of(Answer answer, @Nullable TimePeriod period) {
        return new TargetEvidence(answer, Optional.ofNullable(period), Optional.empty(), Optional.empty(), true);
    }

    TargetEvidence withCompletion(Optional<Quantity> share) {
        return new TargetEvidence(answer, period, share, figure, isOfTarget);
    }

    /** The status that follows from it; empty where there is neither a milestone nor a figure. */
    Optional<Status> status() {
        if (answer == Answer.REACHED) {
            return Optional.of(Status.DONE);
        }
        if (completion.isPresent()) {
            return completion.map(share -> share.value().signum() > 0 ? Status.UNDER_WAY : Status.NOT_STARTED);
        }
        return period.map(any -> Status.UNDER_WAY);
    }
}
