package org.grassrootskpi.score;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.grassrootskpi.assess.AssessmentRefusal;
import org.grassrootskpi.assess.LevelJudgement;
import org.grassrootskpi.exact.Fraction;
import org.jspecify.annotations.Nullable;

/** The score of one member, or why it has none, with all that led to it. Immutable and thread-safe. */
public final class MemberScore {
    /**
     * A step that changed the score.
     *
     * @param name what was done: the id of an adjustment, {@code bonusCap}, {@code floor}, {@code decimals}
     * @param before the score before it
     * @param after the score after it
     */
    public record Step(String name, Score before, Score after) {}

    private final String member;
    private final @Nullable Score score;
    private final @Nullable Score base;
    private final @Nullable AssessmentRefusal refusal;
    private final Supplier<Parts> parts;

    /** What led to the score. */
    private record Parts(
            Fraction coverage,
            ImmutableList<ItemScore> items,
            ImmutableList<Step> steps,
            ImmutableList<String> notReached,
            @Nullable LevelJudgement level) {}

    MemberScore(
            String member,
            @Nullable Score score,
            @Nullable Score base,
            Fraction coverage,
            ImmutableList<ItemScore> items,
            ImmutableList<Step> steps,
            ImmutableList<String> notReached,
            @Nullable AssessmentRefusal refusal,
            @Nullable LevelJudgement level) {
        this.member = member;
        this.score = score;
        this.base = base;
        this.refusal = refusal;
        Parts all = new Parts(coverage, items, steps, notReached, level);
        this.parts = () -> all;
    }

    /** Creates a score of which all but the numbers is computed when it is asked for. */
    MemberScore(String member, Score score, Score base, Supplier<MemberScore> whole) {
        this.member = member;
        this.score = score;
        this.base = base;
        this.refusal = null;
        this.parts = Suppliers.memoize(() -> whole.get().parts.get());
    }

    /** {@return the name of the member} */
    public String member() {
        return member;
    }

    /** {@return the score after all steps; empty exactly where there is a {@link #refusal}} */
    public Optional<Score> score() {
        return Optional.ofNullable(score);
    }

    /** {@return the score of the items, before any step} */
    public Optional<Score> base() {
        return Optional.ofNullable(base);
    }

    /** {@return why there is no score} */
    public Optional<AssessmentRefusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** {@return the part of the weight that has figures, out of what applies: from 0 to 1} */
    public BigDecimal coverage() {
        return parts.get().coverage.toDecimal();
    }

    /** {@return all items, each group before its parts} */
    public ImmutableList<ItemScore> items() {
        return parts.get().items;
    }

    /**
     * {@return the part of one item}
     *
     * @param id the id of an item
     * @throws IllegalArgumentException if there is no such item
     */
    public ItemScore item(String id) {
        return items().stream()
                .filter(item -> item.item().id().equals(id))
                .findFirst()
                .orElseThrow(() -> ScoringRules.refused(
                        AssessmentRefusal.Reason.UNKNOWN_ID,
                        "there is no item '" + id + "'",
                        "use one of "
                                + items().stream().map(item -> item.item().id()).toList()));
    }

    /** {@return the ids of the indicators whose figures are missing} */
    public ImmutableList<String> missing() {
        return items().stream()
                .filter(item -> !item.item().isGroup() && item.state() == ItemScore.State.MISSING)
                .map(item -> item.item().id())
                .collect(ImmutableList.toImmutableList());
    }

    /** {@return the steps that changed the score, in their order} */
    public ImmutableList<Step> steps() {
        return parts.get().steps;
    }

    /** {@return the ids of the adjustments by which the card is not passed, whatever the score is; empty if it is passed} */
    public ImmutableList<String> notReached() {
        return parts.get().notReached;
    }

    /** {@return the level of the score; empty where the scorecard has none, or there is no score} */
    public Optional<LevelJudgement> level() {
        return Optional.ofNullable(parts.get().level);
    }

    @Override
    public String toString() {
        return member + " " + (score != null ? score : refusal);
    }
}
