package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.text.CanonicalDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Why a score is what it is: what each indicator contributes, where points are lost, what changed between two dates, and what would be
 * needed. All as numbers; words are the application's. Of scorecards whose groups are weighted sums or totals, before bonuses, deductions
 * and rounding, which {@link MemberScore#steps} shows.
 */
public final class Explanation {
    /**
     * The part of one indicator.
     *
     * @param item its id
     * @param contribution the points that it gives to the total; those of all indicators add up to the score of the items exactly
     * @param lost the points that it would give more with its maximum
     * @param moved the part of the whole weight that it has more than the rule says, because something is missing or does not apply
     */
    public record Part(String item, Score contribution, Score lost, BigDecimal moved) {}

    private Explanation() {}

    /**
     * {@return the part of each indicator that counts, the one that loses most points first}
     *
     * @param member a member with a score
     * @throws AssessmentRefusedException if it has none ({@link Reason#MISSING}), or a group is no weighted sum ({@link
     *     Reason#BAD_DEFINITION})
     */
    public static ImmutableList<Part> parts(MemberScore member) {
        List<Part> parts = new ArrayList<>();
        for (ItemScore item : indicators(member)) {
            Bounded score = item.score().orElseThrow().exact();
            Bounded lost = Bounded.of(Fraction.of(item.item().maximum())).minus(score);
            parts.add(new Part(
                    item.item().id(),
                    Score.of(score.times(item.factor())),
                    Score.of(lost.times(item.factor())),
                    CanonicalDecimal.of(item.share().subtract(item.statedShare()))));
        }
        parts.sort(
                Comparator.comparing((Part part) -> part.lost().exact().value()).reversed());
        return ImmutableList.copyOf(parts);
    }

    private static List<ItemScore> indicators(MemberScore member) {
        if (member.base().isEmpty()) {
            throw new AssessmentRefusedException(member.refusal().orElseThrow());
        }
        List<ItemScore> indicators = new ArrayList<>();
        Fraction sum = Fraction.ZERO;
        for (ItemScore item : member.items()) {
            if (!item.item().isGroup()
                    && item.score().isPresent()
                    && item.factor().signum() > 0) {
                indicators.add(item);
                sum = sum.plus(item.score().get().exact().value().times(item.factor()));
            }
        }
        if (!sum.equals(member.base().get().exact().value())) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION,
                    "the score of '" + member.member() + "' is no weighted sum of its indicators",
                    "explain it by Explanation.geometricChange, or without means and roundings inside");
        }
        return indicators;
    }

    /**
     * {@return the change of the score of the items between two dates, by indicator: Bennet's split (1920), the mean weight times the
     * change of the score and the mean score times the change of the weight, which adds up exactly, also where weights change}
     *
     * @param before the score then
     * @param after the score now
     * @throws AssessmentRefusedException as {@link #parts}
     */
    public static ImmutableMap<String, BigDecimal> change(MemberScore before, MemberScore after) {
        Map<String, ItemScore> then = new LinkedHashMap<>();
        Map<String, ItemScore> now = new LinkedHashMap<>();
        indicators(before).forEach(item -> then.put(item.item().id(), item));
        indicators(after).forEach(item -> now.put(item.item().id(), item));
        ImmutableMap.Builder<String, BigDecimal> change = ImmutableMap.builder();
        Set<String> ids = new LinkedHashSet<>(now.keySet());
        ids.addAll(then.keySet());
        Fraction half = Fraction.of("0.5");
        for (String id : ids) {
            Fraction w0 = factor(then.get(id));
            Fraction w1 = factor(now.get(id));
            Fraction s0 = score(then.get(id), now.get(id));
            Fraction s1 = score(now.get(id), then.get(id));
            Fraction ofScore = w0.plus(w1).times(half).times(s1.minus(s0));
            Fraction ofWeight = s0.plus(s1).times(half).times(w1.minus(w0));
            change.put(id, ofScore.plus(ofWeight).toDecimal());
        }
        return change.buildOrThrow();
    }

    private static Fraction factor(@Nullable ItemScore item) {
        return item == null ? Fraction.ZERO : item.factor();
    }

    /** Returns a score; of an indicator that did not count, that of the other date, because only its weight has changed. */
    private static Fraction score(@Nullable ItemScore item, @Nullable ItemScore other) {
        ItemScore known = Objects.requireNonNull(item != null ? item : other);
        return known.score().orElseThrow().exact().value();
    }

    /**
     * {@return the change of a weighted geometric mean, by indicator: the logarithmic mean Divisia index (Ang, Energy Policy 33, 2005),
     * L(G1, G0) w ln(s1 / s0), which adds up to the change; computed in doubles}
     *
     * @param weights positive, by indicator; they are divided by their sum
     * @param before positive scores, by indicator
     * @param after positive scores, by indicator
     * @throws AssessmentRefusedException if a score is missing ({@link Reason#MISSING}) or not positive ({@link Reason#NOT_POSITIVE})
     */
    public static ImmutableMap<String, Double> geometricChange(
            Map<String, BigDecimal> weights, Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        double all =
                weights.values().stream().mapToDouble(BigDecimal::doubleValue).sum();
        double logBefore = 0;
        double logAfter = 0;
        for (Map.Entry<String, BigDecimal> weight : weights.entrySet()) {
            logBefore += weight.getValue().doubleValue() / all * Math.log(positive(before, weight.getKey()));
            logAfter += weight.getValue().doubleValue() / all * Math.log(positive(after, weight.getKey()));
        }
        double g0 = Math.exp(logBefore);
        double g1 = Math.exp(logAfter);
        double mean = logAfter == logBefore ? g0 : (g1 - g0) / (logAfter - logBefore);
        ImmutableMap.Builder<String, Double> change = ImmutableMap.builder();
        weights.forEach((id, weight) -> change.put(
                id, mean * weight.doubleValue() / all * Math.log(positive(after, id) / positive(before, id))));
        return change.buildOrThrow();
    }

    private static double positive(Map<String, BigDecimal> scores, String id) {
        BigDecimal score = scores.get(id);
        if (score == null) {
            throw ScoringRules.refused(Reason.MISSING, "there is no score of '" + id + "'", "give it at both dates");
        }
        if (score.signum() <= 0) {
            throw ScoringRules.refused(
                    Reason.NOT_POSITIVE,
                    "the score of '" + id + "' is " + score,
                    "a geometric mean needs positive ones");
        }
        return score.doubleValue();
    }

    /**
     * {@return the smallest rise of one indicator's score that lifts the score of the items to a line, such as the beginning of the next
     * level or the score of the member ahead; 0 where it is there already}
     *
     * @param member a member with a score
     * @param item the id of an indicator that counts
     * @param line the score that is to be reached
     * @throws AssessmentRefusedException if even the item's maximum does not reach it ({@link Reason#OUT_OF_REACH})
     */
    public static BigDecimal needed(MemberScore member, String item, BigDecimal line) {
        ItemScore own = indicators(member).stream()
                .filter(indicator -> indicator.item().id().equals(item))
                .findFirst()
                .orElseThrow(() -> ScoringRules.refused(
                        Reason.UNKNOWN_ID,
                        "'" + item + "' is no indicator that counts for '" + member.member() + "'",
                        "use one of Explanation.parts"));
        Fraction gap =
                Fraction.of(line).minus(member.base().orElseThrow().exact().value());
        if (gap.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        Fraction rise = gap.dividedBy(own.factor());
        Fraction most = Fraction.of(own.item().maximum())
                .minus(own.score().orElseThrow().exact().value());
        if (rise.compareTo(most) > 0) {
            throw ScoringRules.refused(
                    Reason.OUT_OF_REACH,
                    "'" + item + "' would have to rise by "
                            + rise.toDecimal().round(new MathContext(6)).toPlainString() + ", and "
                            + most.toDecimal().toPlainString() + " are left to its maximum",
                    "ask for another item, or for several");
        }
        return rise.toDecimal();
    }
}
