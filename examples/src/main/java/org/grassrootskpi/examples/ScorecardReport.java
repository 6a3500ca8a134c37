package org.grassrootskpi.examples;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.score.Explanation;
import org.grassrootskpi.score.MemberScore;
import org.grassrootskpi.score.Ranks;
import org.grassrootskpi.score.Scores;
import org.grassrootskpi.score.WeightRobustness;

/**
 * What the command prints, in any form.
 *
 * @param scores the scores
 * @param ranks the places of those that have a score
 * @param isSimulated whether the figures are invented
 */
record ScorecardReport(Scores scores, Ranks ranks, boolean isSimulated) {
    private static final int DECIMALS = 4;

    /** Returns the neighbours in the ranking with the tolerance of their order; empty with the reason where there is none. */
    Holding holding() {
        try {
            return new Holding(WeightRobustness.of(scores).neighbours(), Optional.empty());
        } catch (AssessmentRefusedException e) {
            return new Holding(ImmutableList.of(), Optional.of(e.refusal().message()));
        }
    }

    /**
     * What holds the order.
     *
     * @param neighbours neighbours in the ranking
     * @param refusal why there are none
     */
    record Holding(ImmutableList<WeightRobustness.Neighbours> neighbours, Optional<String> refusal) {}

    /** Returns the parts of a member's score, where points are lost most first; none where it is no weighted sum. */
    List<Explanation.Part> parts(MemberScore member) {
        try {
            return Explanation.parts(member);
        } catch (AssessmentRefusedException e) {
            return List.of();
        }
    }

    /** Returns the members without a score. */
    List<MemberScore> unscored() {
        return scores.members().stream()
                .filter(member -> member.score().isEmpty())
                .toList();
    }

    void print(CsvOutput.Records records) {
        records.write(List.of(
                "group",
                "member",
                "rank",
                "best_rank",
                "worst_rank",
                "score",
                "score_lower",
                "score_upper",
                "level",
                "coverage",
                "refusal",
                "simulated"));
        for (Ranks.Place place : ranks.places()) {
            MemberScore member = scores.member(place.member());
            Range<BigDecimal> bounds = place.score().bounds();
            records.write(List.of(
                    place.group(),
                    place.member(),
                    place.rank().toPlainString(),
                    place.best().toPlainString(),
                    place.worst().toPlainString(),
                    place.score().value().toPlainString(),
                    bounds.hasLowerBound() ? bounds.lowerEndpoint().toPlainString() : "",
                    bounds.hasUpperBound() ? bounds.upperEndpoint().toPlainString() : "",
                    member.level().map(Object::toString).orElse(""),
                    member.coverage().toPlainString(),
                    "",
                    Boolean.toString(isSimulated)));
        }
        for (MemberScore member : unscored()) {
            records.write(List.of(
                    "",
                    member.member(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    member.coverage().toPlainString(),
                    member.refusal().orElseThrow().describe(),
                    Boolean.toString(isSimulated)));
        }
        records.finish();
    }

    /** Returns a number for people: rounded to four decimals at most. */
    static String number(BigDecimal number) {
        BigDecimal rounded = number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Returns bounds for people, rounded outwards. */
    static String bounds(Range<BigDecimal> bounds) {
        String lower = bounds.hasLowerBound()
                ? (bounds.lowerBoundType() == BoundType.CLOSED ? "[" : "(")
                        + outwards(bounds.lowerEndpoint(), RoundingMode.FLOOR)
                : "(-∞";
        String upper = bounds.hasUpperBound()
                ? outwards(bounds.upperEndpoint(), RoundingMode.CEILING)
                        + (bounds.upperBoundType() == BoundType.CLOSED ? "]" : ")")
                : "+∞)";
        return lower + ", " + upper;
    }

    private static String outwards(BigDecimal number, RoundingMode mode) {
        return number(number.scale() > DECIMALS ? number.setScale(DECIMALS, mode) : number);
    }
}
