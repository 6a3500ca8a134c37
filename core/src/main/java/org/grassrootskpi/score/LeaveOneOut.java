package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;

/**
 * What becomes of the ranking without each indicator or group, the weights of the rest of its group being divided by their sum (OECD/JRC
 * Handbook, step 7).
 */
public final class LeaveOneOut {
    /**
     * The ranking without one item.
     *
     * @param item the id of the item that was left out
     * @param scores the scores without it
     * @param meanShift the mean of the absolute changes of places against the ranking with all items
     */
    public record Without(String item, Scores scores, BigDecimal meanShift) {}

    private LeaveOneOut() {}

    /**
     * {@return the ranking without each item that has a sibling, groups before their parts}
     *
     * @param card the scorecard
     * @param figures the figures of its members
     */
    public static ImmutableList<Without> of(Scorecard card, MemberFigures figures) {
        Ranks all = card.score(figures).ranks();
        ImmutableList.Builder<Without> rankings = ImmutableList.builder();
        for (String item : removable(card.items(), new ArrayList<>())) {
            Scorecard rest = without(card, item);
            Scores scores = rest.score(figuresOf(rest, figures));
            rankings.add(new Without(item, scores, RankStatistics.meanShift(all, scores.ranks())));
        }
        return rankings.build();
    }

    /**
     * {@return a scorecard without one item}
     *
     * @param card the scorecard
     * @param item the id of an item with at least one sibling
     * @throws AssessmentRefusedException if there is no such item ({@link Reason#UNKNOWN_ID})
     */
    public static Scorecard without(Scorecard card, String item) {
        if (!removable(card.items(), new ArrayList<>()).contains(item)) {
            throw ScoringRules.refused(
                    Reason.UNKNOWN_ID,
                    "there is no item '" + item + "', or it is alone in its group",
                    "use one of " + removable(card.items(), new ArrayList<>()));
        }
        return Scorecard.builder()
                .from(card)
                .normalisesWeights(true)
                .items(rest(card.items(), item))
                .build();
    }

    private static List<String> removable(List<ScoreItem> items, List<String> found) {
        for (ScoreItem item : items) {
            if (items.size() > 1) {
                found.add(item.id());
            }
            removable(item.parts(), found);
        }
        return found;
    }

    private static List<ScoreItem> rest(List<ScoreItem> items, String left) {
        List<ScoreItem> rest = new ArrayList<>();
        for (ScoreItem item : items) {
            if (!item.id().equals(left)) {
                rest.add(
                        item.isGroup()
                                ? ScoreItem.builder()
                                        .from(item)
                                        .parts(rest(item.parts(), left))
                                        .build()
                                : item);
            }
        }
        return rest;
    }

    /** Leaves out figures that no item of the scorecard asks for. */
    private static MemberFigures figuresOf(Scorecard card, MemberFigures figures) {
        List<String> ids = new ArrayList<>();
        ScorecardMath.forEachIndicator(card.items(), item -> ids.add(item.id()));
        card.adjustments().forEach(adjustment -> ids.add(adjustment.id()));
        return figures.only(ids);
    }
}
