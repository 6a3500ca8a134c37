package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.immutables.value.Value;

/**
 * What happens to a score where a figure is missing. What does not apply to a member is another state: it must be stated with its reason,
 * and its weight is always spread over the others of its group.
 */
@Value.Immutable
public interface MissingScores {
    /** The kinds. */
    enum Kind {
        /** There is no score, and it says what is missing. */
        REFUSE,
        /** The weight of what is missing is spread over the others of its group, if enough of it is left. */
        RENORMALISE,
        /** It counts with a stated score. */
        SCORE,
        /** The score is from the worst to the best that the missing figure allows. */
        BOUNDS
    }

    /** {@return the kind} */
    Kind kind();

    /** {@return the least part of the weight of a group that must have figures: more than 0, at most 1; of {@link Kind#RENORMALISE}} */
    Optional<BigDecimal> minCoverage();

    /** {@return the score that counts; of {@link Kind#SCORE}} */
    Optional<BigDecimal> score();

    /** {@return the policy that refuses: the default} */
    static MissingScores refuse() {
        return builder().kind(Kind.REFUSE).build();
    }

    /**
     * {@return the policy that spreads the weight}
     *
     * @param minCoverage the least part of a group's weight that must have figures, such as 0.8 (SDG index)
     */
    static MissingScores renormalise(BigDecimal minCoverage) {
        return builder().kind(Kind.RENORMALISE).minCoverage(minCoverage).build();
    }

    /**
     * {@return the policy by which what is missing counts with a stated score, such as 60 (green development index 2016)}
     *
     * @param score the score
     */
    static MissingScores floor(BigDecimal score) {
        return builder().kind(Kind.SCORE).score(score).build();
    }

    /** {@return the policy by which what is missing counts as zero} */
    static MissingScores zero() {
        return floor(BigDecimal.ZERO);
    }

    /** {@return the policy that gives the score from worst to best; its own number is that of the others, renormalised} */
    static MissingScores bounds() {
        return builder().kind(Kind.BOUNDS).build();
    }

    /** Refuses attributes that contradict the kind. */
    @Value.Check
    default void check() {
        boolean fits = (kind() == Kind.RENORMALISE) == minCoverage().isPresent()
                && (kind() == Kind.SCORE) == score().isPresent()
                && (minCoverage().isEmpty()
                        || (minCoverage().get().signum() > 0
                                && minCoverage().get().compareTo(BigDecimal.ONE) <= 0));
        if (!fits) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "a policy of kind " + kind() + " is incomplete or contradictory",
                    "RENORMALISE has a minCoverage above 0 and at most 1, SCORE a score, the others nothing");
        }
    }

    /**
     * Starts a policy.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link MissingScores}; {@code build()} refuses a missing or contradictory attribute by name. */
    final class Builder extends ImmutableMissingScores.Builder {
        Builder() {}
    }
}
