package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.assess.Levels;
import org.grassrootskpi.model.LocalizedText;
import org.immutables.value.Value;

/**
 * A rule of scoring: items in a tree, with weights; what is added and taken away; what happens where a figure is missing; and the place
 * where the score is rounded, because it decides ranks.
 *
 * <p>The order is fixed: each figure is scored; each group makes one score of its items; then bonuses are added, no more than {@link
 * #bonusCap}; then deductions are taken, down to {@link #floor}; then vetoes overrule; then the score is rounded. Each step that changes
 * the score is in {@link MemberScore#steps}.
 *
 * <p>The weights of a group must add up to 1 or 100 exactly; {@link #normalisesWeights} divides them by their sum instead. Immutable and
 * thread-safe.
 */
@Value.Immutable
public interface Scorecard {
    /** {@return its name} */
    LocalizedText name();

    /** {@return where the rule was published: document and place; empty for a rule of your own} */
    Optional<String> source();

    /** {@return the items} */
    ImmutableList<ScoreItem> items();

    /** {@return the way in which the items make one score; arithmetic by default} */
    @Value.Default
    default Aggregation aggregation() {
        return Aggregation.ARITHMETIC;
    }

    /** {@return whether weights are divided by their sum, whatever it is; they are not by default} */
    @Value.Default
    default boolean normalisesWeights() {
        return false;
    }

    /** {@return what happens where a figure is missing; it refuses by default} */
    @Value.Default
    default MissingScores missing() {
        return MissingScores.refuse();
    }

    /** {@return what is added, taken away and overruled} */
    ImmutableList<Adjustment> adjustments();

    /** {@return the most points that all bonuses together add; empty for no limit} */
    Optional<BigDecimal> bonusCap();

    /** {@return the least score that deductions leave; empty for none} */
    Optional<BigDecimal> floor();

    /** {@return to how many decimals the score is rounded, half up, as the last step; empty for not at all} */
    Optional<Integer> decimals();

    /** {@return the levels of the score; empty for none} */
    Optional<Levels> levels();

    /** {@return how members are ranked; 1-2-2-4 by the score as it is by default} */
    @Value.Default
    default Ranking ranking() {
        return Ranking.competition();
    }

    /**
     * {@return a scorecard of weighted items}
     *
     * @param name its name
     * @param items the items, whose weights add up to 1 or 100
     */
    static Scorecard of(LocalizedText name, ScoreItem... items) {
        return builder().name(name).addItems(items).build();
    }

    /**
     * {@return the same scorecard with another policy}
     *
     * @param missing what happens where a figure is missing
     */
    default Scorecard withMissing(MissingScores missing) {
        return builder().from(this).missing(missing).build();
    }

    /**
     * Scores members.
     *
     * @param figures the figures of the members; what is not in it is missing
     * @return their scores, in the order of the figures
     * @throws AssessmentRefusedException if a figure is of no item and no adjustment ({@link Reason#UNKNOWN_ID}) or in a unit that does
     *     not fit ({@link Reason#DIFFERENT_UNITS}). What concerns one member only is in its {@link MemberScore#refusal}
     */
    default Scores score(MemberFigures figures) {
        return new ScorecardMath(this, figures).run();
    }

    /** Refuses double ids, and weights that do not add up. */
    @Value.Check
    default void check() {
        ScorecardRules.require(this);
    }

    /**
     * Starts a scorecard.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Scorecard}; {@code build()} refuses a missing or contradictory attribute by name. */
    final class Builder extends ImmutableScorecard.Builder {
        Builder() {}
    }
}
