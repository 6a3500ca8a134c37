package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;

/**
 * How much each indicator decides about a ranking, whatever its weight says (Becker and others, Ecological Indicators 80, 2017): the share
 * w cov(I, S) / var(S) of the variance of the composite, which adds up to 1 over the indicators of a weighted sum, and the correlation of
 * the indicator with the composite. Computed in doubles.
 */
public final class EffectiveWeights {
    /**
     * One indicator.
     *
     * @param item its id
     * @param weight its stated part of the whole weight
     * @param share its part of the composite's variance; it may be negative
     * @param correlation its correlation with the composite, from -1 to 1; NaN where all members have the same score
     */
    public record Effect(String item, double weight, double share, double correlation) {}

    private EffectiveWeights() {}

    /**
     * {@return the effect of each indicator on the scores of the items, before bonuses, deductions and rounding}
     *
     * @param scores scores of a scorecard of weighted sums; members without a score are left out
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if there are fewer than three members with scores, or all have the same
     *     ({@link Reason#ZERO_RANGE}), or {@link WeightRobustness#of(Scores)} would be refused
     */
    public static ImmutableList<Effect> of(Scores scores) {
        WeightRobustness.of(scores); // refuses what is no weighted sum of all indicators
        List<MemberScore> members =
                scores.members().stream().filter(m -> m.score().isPresent()).toList();
        double[] composite = members.stream()
                .mapToDouble(m -> m.base().orElseThrow().value().doubleValue())
                .toArray();
        if (composite.length < 3 || !(Moments.covariance(composite, composite) > 0)) {
            throw ScoringRules.refused(
                    Reason.ZERO_RANGE,
                    "effects need three members or more with different scores, got " + composite.length,
                    "give more members");
        }
        List<Effect> effects = new ArrayList<>();
        for (ItemScore item : members.get(0).items()) {
            if (!item.item().isGroup()) {
                double[] own = members.stream()
                        .mapToDouble(m -> m.item(item.item().id())
                                .score()
                                .orElseThrow()
                                .value()
                                .doubleValue())
                        .toArray();
                double factor = item.factor().doubleValue();
                effects.add(new Effect(
                        item.item().id(),
                        item.statedShare().doubleValue(),
                        factor * Moments.covariance(own, composite) / Moments.covariance(composite, composite),
                        Moments.correlation(own, composite)));
            }
        }
        return ImmutableList.copyOf(effects);
    }
}
