package org.grassrootskpi.score;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.exact.Fraction;

/** Checks the items of a scorecard. */
final class ScorecardRules {
    private ScorecardRules() {}

    static void require(Scorecard card) {
        if (card.items().isEmpty()) {
            throw ScoringRules.refused(Reason.BAD_DEFINITION, "a scorecard has no items", "give it at least one");
        }
        Set<String> ids = new HashSet<>();
        requireIds(card.items(), ids);
        for (Adjustment adjustment : card.adjustments()) {
            requireNew(ids, adjustment.id());
        }
        requireWeights(card, "the scorecard", card.items(), card.aggregation());
        if ((card.decimals().isPresent() && card.decimals().get() < 0)
                || (card.bonusCap().isPresent() && card.bonusCap().get().signum() < 0)) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION,
                    "a scorecard has negative decimals or a negative bonus cap",
                    "give 0 or more, or leave them out");
        }
    }

    private static void requireIds(List<ScoreItem> items, Set<String> ids) {
        for (ScoreItem item : items) {
            requireNew(ids, item.id());
            requireIds(item.parts(), ids);
        }
    }

    private static void requireNew(Set<String> ids, String id) {
        if (!ids.add(id)) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION, "two items or adjustments have the id '" + id + "'", "give each its own id");
        }
    }

    private static void requireWeights(Scorecard card, String group, List<ScoreItem> items, Aggregation aggregation) {
        Fraction sum =
                Means.sum(items.stream().map(item -> Fraction.of(item.weight())).toList());
        boolean isWhole = sum.equals(Fraction.ONE) || sum.equals(Fraction.HUNDRED);
        boolean isAlone = items.size() == 1;
        if (!isWhole && !isAlone && !card.normalisesWeights() && aggregation != Aggregation.TOTAL) {
            throw ScoringRules.refused(
                    Reason.BAD_WEIGHTS,
                    "the weights of " + group + " add up to " + sum + ", expected 1 or 100",
                    "correct them, or say that they are divided by their sum: normalisesWeights");
        }
        for (ScoreItem item : items) {
            if (item.isGroup()) {
                requireWeights(card, "'" + item.id() + "'", item.parts(), item.aggregation());
            }
        }
    }
}
