package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Unit;
import org.immutables.value.Value;

/**
 * An item of a scorecard: an indicator with the rule that scores it, or a group of items with the way in which they make one score.
 * Immutable and thread-safe.
 */
@Value.Immutable
public interface ScoreItem {
    /** {@return the id by which data, results and messages name it, unique in a scorecard} */
    String id();

    /** {@return its name; empty where the id says enough} */
    Optional<LocalizedText> name();

    /** {@return its weight in its group, more than 0; the weights of a group add up to 1 or 100, except in a {@link Aggregation#TOTAL}} */
    @Value.Default
    default BigDecimal weight() {
        return BigDecimal.ONE;
    }

    /** {@return the unit in which the numbers of the scoring rule are; empty for plain numbers and counts} */
    Optional<Unit> unit();

    /** {@return the rule that scores a figure by itself; of an indicator that has no {@link #normalisation}} */
    Optional<ScoringFunction> scoring();

    /** {@return the rule that scores the figures of all members together; of an indicator that has no {@link #scoring}} */
    Optional<Normalisation> normalisation();

    /** {@return the items of a group; empty for an indicator} */
    ImmutableList<ScoreItem> parts();

    /** {@return the way in which a group's items make one score; arithmetic by default} */
    @Value.Default
    default Aggregation aggregation() {
        return Aggregation.ARITHMETIC;
    }

    /** {@return what happens where a figure of the group's items is missing; empty for what the scorecard says} */
    Optional<MissingScores> missing();

    /** {@return the least score that can be reached, from which what is missing is at worst; 0 by default} */
    @Value.Default
    default BigDecimal minimum() {
        return BigDecimal.ZERO;
    }

    /** {@return the greatest score that can be reached, from which points are lost; 100 by default} */
    @Value.Default
    default BigDecimal maximum() {
        return BigDecimal.valueOf(100);
    }

    /** {@return to how many decimals its score is rounded, half up, before it goes into its group; empty for not at all} */
    Optional<Integer> decimals();

    /** {@return whether it is a group} */
    default boolean isGroup() {
        return !parts().isEmpty();
    }

    /**
     * {@return an indicator}
     *
     * @param id its id
     * @param weight its weight in its group
     * @param scoring the rule that scores its figures
     */
    static ScoreItem of(String id, BigDecimal weight, ScoringFunction scoring) {
        return builder().id(id).weight(weight).scoring(scoring).build();
    }

    /**
     * {@return an indicator}
     *
     * @param id its id
     * @param weight its weight in its group
     * @param normalisation the rule that scores the figures of all members
     */
    static ScoreItem of(String id, BigDecimal weight, Normalisation normalisation) {
        return builder().id(id).weight(weight).normalisation(normalisation).build();
    }

    /**
     * {@return a group}
     *
     * @param id its id
     * @param weight its weight in its own group
     * @param parts its items
     */
    static ScoreItem group(String id, BigDecimal weight, ScoreItem... parts) {
        return builder().id(id).weight(weight).addParts(parts).build();
    }

    /** Refuses an item that is neither an indicator nor a group, or both. */
    @Value.Check
    default void check() {
        int rules = (scoring().isPresent() ? 1 : 0) + (normalisation().isPresent() ? 1 : 0) + (isGroup() ? 1 : 0);
        if (id().isBlank() || rules != 1) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "the item '" + id() + "' has " + rules + " of scoring, normalisation and parts",
                    "give it an id and exactly one of them");
        }
        if (weight().signum() <= 0) {
            throw new AssessmentRefusedException(
                    Reason.BAD_WEIGHTS,
                    "the item '" + id() + "' has the weight " + weight(),
                    "give it a positive weight, or leave it out");
        }
        if (minimum().compareTo(maximum()) >= 0) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "the item '" + id() + "' has the minimum " + minimum() + " and the maximum " + maximum(),
                    "let the maximum be greater");
        }
        if (decimals().isPresent() && decimals().get() < 0) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "the item '" + id() + "' is rounded to " + decimals().get() + " decimals",
                    "give 0 or more, or leave them out for no rounding");
        }
    }

    /**
     * Starts an item.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ScoreItem}; {@code build()} refuses a missing or contradictory attribute by name. */
    final class Builder extends ImmutableScoreItem.Builder {
        Builder() {}
    }
}
