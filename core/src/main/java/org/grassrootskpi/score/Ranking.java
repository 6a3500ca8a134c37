package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.model.Direction;
import org.immutables.value.Value;

/**
 * The rule by which members are ranked: what ties get, and where scores are rounded before they are compared, which decides what is a
 * tie.
 *
 * <p>Scores that are equal share a place. Nantong's notice of August 2017 has 94.308 before 94.310, both printed 94.31: by printed
 * scores they are a tie, and by what the rounding of the figures leaves open either may be the better. So each member has a place by the
 * scores as they are, and the best and the worst place that the bounds of all scores allow ({@link Ranks.Place#best}). These are exact
 * where scores vary independently; where they share figures, they enclose what is possible. Immutable and thread-safe.
 */
@Value.Immutable
public interface Ranking {
    /** The places of ties. */
    enum Ties {
        /** 1-2-2-4: the best of the places that they take together, the rule of sports and of Chinese notices. */
        COMPETITION,
        /** 1-2-2-3: no place is left out. */
        DENSE,
        /** 1-2.5-2.5-4: the mean of the places that they take together. */
        AVERAGE
    }

    /** {@return what ties get; {@link Ties#COMPETITION} by default} */
    @Value.Default
    default Ties ties() {
        return Ties.COMPETITION;
    }

    /** {@return the direction in which a score is better: {@link Direction#HIGHER} by default, or {@link Direction#LOWER}} */
    @Value.Default
    default Direction direction() {
        return Direction.HIGHER;
    }

    /** {@return to how many decimals scores are rounded, half up, before they are compared; empty for not at all} */
    Optional<Integer> decimals();

    /** {@return the ranking 1-2-2-4} */
    static Ranking competition() {
        return builder().build();
    }

    /** {@return the ranking 1-2-2-3} */
    static Ranking dense() {
        return builder().ties(Ties.DENSE).build();
    }

    /** {@return the ranking 1-2.5-2.5-4} */
    static Ranking average() {
        return builder().ties(Ties.AVERAGE).build();
    }

    /**
     * {@return the same ranking of rounded scores}
     *
     * @param decimals decimals after the point, 0 or more
     */
    default Ranking rounded(int decimals) {
        return builder().from(this).decimals(decimals).build();
    }

    /**
     * {@return the places of members}
     *
     * @param scores the score of each member
     */
    default Ranks rank(Map<String, Score> scores) {
        return rank(scores, Map.of());
    }

    /**
     * {@return the places of members within their groups}
     *
     * @param scores the score of each member
     * @param groups the group of each member; those that are not in it are a group of their own, named by the empty text
     */
    default Ranks rank(Map<String, Score> scores, Map<String, String> groups) {
        return RankMath.rank(this, scores, groups);
    }

    /**
     * {@return the places of members whose scores are known exactly}
     *
     * @param scores the score of each member
     */
    default Ranks rankValues(Map<String, BigDecimal> scores) {
        Map<String, Score> exact = new LinkedHashMap<>();
        scores.forEach((member, score) -> exact.put(member, Score.of(score)));
        return rank(exact);
    }

    /** Refuses what is no ranking. */
    @Value.Check
    default void check() {
        if (direction() != Direction.HIGHER && direction() != Direction.LOWER) {
            throw new AssessmentRefusedException(
                    Reason.NO_DIRECTION, "a ranking got the direction " + direction(), "choose HIGHER or LOWER");
        }
        if (decimals().isPresent() && decimals().get() < 0) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "a ranking got " + decimals().get() + " decimals",
                    "give 0 or more, or leave them out for no rounding");
        }
    }

    /**
     * Starts a ranking.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Ranking}; {@code build()} refuses a contradictory attribute by name. */
    final class Builder extends ImmutableRanking.Builder {
        Builder() {}
    }
}
