package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.jspecify.annotations.Nullable;

/** The scores of members by one scorecard. Immutable and thread-safe. */
public final class Scores {
    private final Scorecard card;
    private final ImmutableMap<String, MemberScore> byMember;
    private final @Nullable ScoreColumns columns;

    Scores(Scorecard card, ImmutableMap<String, MemberScore> byMember, @Nullable ScoreColumns columns) {
        this.card = card;
        this.byMember = byMember;
        this.columns = columns;
    }

    /** Returns the scores of the items as columns of the members; null where the scorecard has none. */
    @Nullable ScoreColumns columns() {
        return columns;
    }

    /** {@return the rule} */
    public Scorecard card() {
        return card;
    }

    /** {@return the members, in the order of their figures} */
    public ImmutableList<MemberScore> members() {
        return byMember.values().asList();
    }

    /**
     * {@return the score of a member}
     *
     * @param name its name
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if there is no such member ({@link Reason#UNKNOWN_ID})
     */
    public MemberScore member(String name) {
        return Optional.ofNullable(byMember.get(name))
                .orElseThrow(() -> ScoringRules.refused(
                        Reason.UNKNOWN_ID, "there is no member '" + name + "'", "use one of " + byMember.keySet()));
    }

    /** {@return the ranks of those that have a score, by the scorecard's {@link Scorecard#ranking}} */
    public Ranks ranks() {
        ImmutableMap.Builder<String, Score> scores = ImmutableMap.builder();
        byMember.forEach((name, member) -> member.score().ifPresent(score -> scores.put(name, score)));
        return card.ranking().rank(scores.buildOrThrow());
    }
}
