package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.model.Direction;
import org.immutables.value.Value;

/**
 * A rule that makes scores of the figures of all members together (OECD/JRC Handbook on Constructing Composite Indicators, 2008, step 5):
 * the score of one depends on the figures of the others, and changes when a member comes or goes. Missing figures have no part in it.
 *
 * <table>
 * <caption>Kinds of normalisation; mean, min, max and s (divisor n - 1) are of the members</caption>
 * <tr><th>kind</th><th>score of x</th></tr>
 * <tr><td>{@link Kind#MIN_MAX}</td><td>low + (high - low) (x - min) / (max - min)</td></tr>
 * <tr><td>{@link Kind#Z_SCORE}</td><td>(x - mean) / s</td></tr>
 * <tr><td>{@link Kind#RANK}</td><td>1 + the number of members with less than x: the best has the highest</td></tr>
 * <tr><td>{@link Kind#PERCENTILE_RANK}</td><td>100 times that rank, divided by the number of members</td></tr>
 * <tr><td>{@link Kind#RATIO_TO_MEAN}, {@link Kind#RATIO_TO_BEST}, {@link Kind#RATIO_TO_WORST}</td><td>x / mean, x / max, x / min; all
 *     figures must be positive</td></tr>
 * <tr><td>{@link Kind#DIFFERENCE_TO_MEAN}, {@link Kind#DIFFERENCE_TO_WORST}</td><td>these ratios less 1</td></tr>
 * <tr><td>{@link Kind#ABOVE_BELOW_MEAN}</td><td>1 where x / mean is above 1 + p, -1 where it is below 1 - p, else 0</td></tr>
 * </table>
 *
 * <p>Where less is better, differences change their sign, ranks count from the other end, and ratios are turned over.
 *
 * <p>Bounds: all kinds but the z-score rise with a member's own figure and do not rise with any other, so that their exact bounds lie at
 * (own low, all others high) and (own high, all others low). A z-score with bounds is within (n - 1) / &radic;n of zero, which holds
 * for every sample. Immutable and thread-safe.
 */
@Value.Immutable
public interface Normalisation {
    /** The kinds. */
    enum Kind {
        /** Straight between the worst and the best. */
        MIN_MAX,
        /** Standard deviations from the mean. */
        Z_SCORE,
        /** The place, the best having the highest number. */
        RANK,
        /** The place in percent. */
        PERCENTILE_RANK,
        /** A multiple of the mean. */
        RATIO_TO_MEAN,
        /** A part of the best. */
        RATIO_TO_BEST,
        /** A multiple of the worst. */
        RATIO_TO_WORST,
        /** How much it differs from the mean. */
        DIFFERENCE_TO_MEAN,
        /** How much it differs from the worst. */
        DIFFERENCE_TO_WORST,
        /** Well above the mean, about it, or well below. */
        ABOVE_BELOW_MEAN
    }

    /** {@return the kind} */
    Kind kind();

    /** {@return the direction in which the figures are better: {@link Direction#HIGHER} by default, or {@link Direction#LOWER}} */
    @Value.Default
    default Direction direction() {
        return Direction.HIGHER;
    }

    /** {@return the score of the worst, of {@link Kind#MIN_MAX}; 0 by default} */
    @Value.Default
    default BigDecimal low() {
        return BigDecimal.ZERO;
    }

    /** {@return the score of the best, of {@link Kind#MIN_MAX}; 100 by default} */
    @Value.Default
    default BigDecimal high() {
        return BigDecimal.valueOf(100);
    }

    /** {@return p, from 0 to 1, of {@link Kind#ABOVE_BELOW_MEAN}; empty of the others} */
    Optional<BigDecimal> threshold();

    /**
     * {@return a normalisation of figures that are better the more they are}
     *
     * @param kind any but {@link Kind#ABOVE_BELOW_MEAN}, which needs a threshold
     */
    static Normalisation of(Kind kind) {
        return builder().kind(kind).build();
    }

    /**
     * {@return the scores of figures that are known exactly}
     *
     * @param values one for each member
     * @throws AssessmentRefusedException if all are the same ({@link Reason#ZERO_RANGE}), or not positive where they must be
     *     ({@link Reason#NOT_POSITIVE})
     */
    default List<Score> scores(List<BigDecimal> values) {
        return SampleMath.scores(
                        this,
                        values.stream().map(x -> Bounded.of(Fraction.of(x))).toList())
                .stream()
                .map(Score::of)
                .toList();
    }

    /** Refuses attributes that contradict the kind. */
    @Value.Check
    default void check() {
        boolean fits = (kind() == Kind.ABOVE_BELOW_MEAN) == threshold().isPresent()
                && low().compareTo(high()) < 0
                && (threshold().isEmpty()
                        || (threshold().get().signum() >= 0 && threshold().get().compareTo(BigDecimal.ONE) <= 0));
        if (!fits) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "a normalisation of kind " + kind() + " is incomplete or contradictory",
                    "only ABOVE_BELOW_MEAN has a threshold, from 0 to 1; low is below high");
        }
        if (direction() != Direction.HIGHER && direction() != Direction.LOWER) {
            throw new AssessmentRefusedException(
                    Reason.NO_DIRECTION, "a normalisation got the direction " + direction(), "choose HIGHER or LOWER");
        }
    }

    /**
     * Starts a normalisation.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Normalisation}; {@code build()} refuses a missing or contradictory attribute by name. */
    final class Builder extends ImmutableNormalisation.Builder {
        Builder() {}
    }
}
