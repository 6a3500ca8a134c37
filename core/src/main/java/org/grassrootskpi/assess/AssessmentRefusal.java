package org.grassrootskpi.assess;

import org.immutables.value.Value;

/** The reason why something is not assessed, and what to do instead. */
@Value.Immutable
public interface AssessmentRefusal {
    /** The closed list of reasons. */
    enum Reason {
        /** A figure and the target, baseline or limit beside it measure different things. */
        DIFFERENT_UNITS,
        /** A share of a target that is zero. */
        ZERO_TARGET,
        /** A share of a target that is negative. */
        NEGATIVE_TARGET,
        /** A target divided by a figure that is not positive. */
        ACTUAL_NOT_POSITIVE,
        /** A progress from a baseline that is not known. */
        MISSING_BASELINE,
        /** A progress from a baseline that is, or may be, the target itself. */
        BASELINE_IS_TARGET,
        /** An indicator that is better neither way. */
        NO_DIRECTION,
        /** A form of attainment that only tells whether the target is reached. */
        NO_RATIO,
        /** A share of a plan before anything of it was due. */
        NOTHING_DUE,
        /** A pace after the plan's last period, or before its first one. */
        NO_PERIOD_LEFT,
        /** A day that is not in the plan's period. */
        OUTSIDE_PLAN,
        /** Shares of a plan that do not fit its period, such as twelve for a quarter. */
        SHARES_DO_NOT_FIT,
        /** A rate, growth, index, rank or grade, which is not half done at half-time; or a stock without a baseline. */
        NOT_CUMULATIVE,
        /** A figure that is not there. */
        MISSING,
        /** Levels that leave a part of the line without one, or give a part of it two. */
        LEVELS_DO_NOT_PARTITION,
        /** A definition with attributes that contradict each other, or that lacks one. */
        BAD_DEFINITION,
        /** A scale whose two ends are the same. */
        ZERO_RANGE,
        /** A logarithm, or a geometric or harmonic mean, of what is not positive. */
        NOT_POSITIVE,
        /** Weights that are not positive, or do not add up to 1 or 100. */
        BAD_WEIGHTS,
        /** Less of the weight has a figure than is demanded. */
        COVERAGE_TOO_LOW,
        /** A value of something that the definition does not have, or a member or place that is not there. */
        UNKNOWN_ID,
        /** Judgements of pairs that contradict each other more than is tolerated. */
        INCONSISTENT_JUDGEMENTS,
        /** A level or place that no improvement of the one thing reaches. */
        OUT_OF_REACH
    }

    /**
     * {@return why}
     */
    @Value.Parameter
    Reason reason();

    /**
     * {@return what was asked, and what was found instead of what it needs, in one sentence}
     */
    @Value.Parameter
    String message();

    /**
     * {@return what to do instead, in one sentence}
     */
    @Value.Parameter
    String suggestion();

    /**
     * {@return a refusal}
     *
     * @param reason why
     * @param message what was asked, and what was found instead of what it needs
     * @param suggestion what to do instead
     */
    static AssessmentRefusal of(Reason reason, String message, String suggestion) {
        return ImmutableAssessmentRefusal.of(reason, message, suggestion);
    }

    /** {@return reason, message and suggestion on one line} */
    default String describe() {
        return reason() + ": " + message() + "; " + suggestion();
    }
}
