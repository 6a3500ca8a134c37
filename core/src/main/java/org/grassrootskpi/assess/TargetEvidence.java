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
 */
record TargetEvidence(Answer answer, Optional<TimePeriod> period, Optional<Quantity> completion) {
    /** The answers that documents give to whether a target was reached. */
    enum Answer {
        REACHED,
        SHORT,
        LEFT_OPEN,
        NOTHING
    }

    static final TargetEvidence NONE = new TargetEvidence(Answer.NOTHING, Optional.empty(), Optional.empty());

    static TargetEvidence of(Answer answer, @Nullable TimePeriod period) {
        return new TargetEvidence(answer, Optional.ofNullable(period), Optional.empty());
    }

    TargetEvidence withCompletion(Optional<Quantity> share) {
        return new TargetEvidence(answer, period, share);
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
