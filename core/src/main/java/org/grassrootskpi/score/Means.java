package org.grassrootskpi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.exact.Roots;
import org.grassrootskpi.quantity.Qualifier;
import org.jspecify.annotations.Nullable;

/** Computes composites with bounds. Each score goes in once, so that the ends of a rising mean are its exact bounds. */
final class Means {
    private Means() {}

    static Bounded of(Aggregation aggregation, List<Bounded> scores, List<Fraction> weights) {
        return switch (aggregation) {
            case ARITHMETIC -> weighted(scores, weights).times(Fraction.ONE.dividedBy(sum(weights)));
            case TOTAL -> scores.stream().reduce(Bounded.of(Fraction.ZERO), Bounded::plus);
            case GEOMETRIC, HARMONIC -> positive(aggregation, scores, weights);
            case AMPI_MINUS -> penalised(scores, weights, false);
            case AMPI_PLUS -> penalised(scores, weights, true);
        };
    }

    static Fraction sum(List<Fraction> numbers) {
        return numbers.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    private static Bounded weighted(List<Bounded> scores, List<Fraction> weights) {
        Bounded sum = Bounded.of(Fraction.ZERO);
        for (int i = 0; i < scores.size(); i++) {
            sum = sum.plus(scores.get(i).times(weights.get(i)));
        }
        return sum;
    }

    private static Bounded positive(Aggregation aggregation, List<Bounded> scores, List<Fraction> weights) {
        if (scores.stream().anyMatch(score -> score.value().signum() <= 0)) {
            throw ScoringRules.refused(
                    Reason.NOT_POSITIVE,
                    "a " + aggregation + " mean of "
                            + scores.stream().map(Bounded::value).toList() + " needs positive scores",
                    "state a least score in the scoring function (floor), or use the arithmetic mean");
        }
        List<Fraction> values = scores.stream().map(Bounded::value).toList();
        Bounded mean = mean(aggregation, values, weights);
        Qualifier qualifier = scores.stream().map(Bounded::qualifier).reduce(Qualifier.EXACT, Qualifier::plus);
        if (scores.stream().allMatch(Bounded::isExact)) {
            return mean;
        }
        return Bounded.of(
                mean.value(), qualifier, least(aggregation, scores, weights), most(aggregation, scores, weights));
    }

    private static End least(Aggregation aggregation, List<Bounded> scores, List<Fraction> weights) {
        List<Fraction> ends = new ArrayList<>();
        boolean isIncluded = true;
        for (Bounded score : scores) {
            Optional<End> end = score.lower().filter(low -> low.at().signum() > 0);
            if (end.isEmpty()) {
                return new End(Fraction.ZERO, true);
            }
            ends.add(end.get().at());
            isIncluded &= end.get().included();
        }
        Bounded mean = mean(aggregation, ends, weights);
        return new End(mean.lower().orElseThrow().at(), isIncluded || !mean.isExact());
    }

    private static @Nullable End most(Aggregation aggregation, List<Bounded> scores, List<Fraction> weights) {
        List<Fraction> ends = new ArrayList<>();
        boolean isIncluded = true;
        for (Bounded score : scores) {
            if (score.upper().isEmpty()) {
                return null;
            }
            ends.add(score.upper().get().at());
            isIncluded &= score.upper().get().included();
        }
        Bounded mean = mean(aggregation, ends, weights);
        return new End(mean.upper().orElseThrow().at(), isIncluded || !mean.isExact());
    }

    private static Bounded mean(Aggregation aggregation, List<Fraction> values, List<Fraction> weights) {
        if (aggregation == Aggregation.GEOMETRIC) {
            return Roots.geometricMean(values, weights);
        }
        Fraction inverses = Fraction.ZERO;
        for (int i = 0; i < values.size(); i++) {
            inverses = inverses.plus(weights.get(i).dividedBy(values.get(i)));
        }
        return Bounded.of(sum(weights).dividedBy(inverses));
    }

    /** Mean -+ variance / mean. It neither rises nor falls in a score, so that its bounds enclose more than is possible. */
    private static Bounded penalised(List<Bounded> scores, List<Fraction> weights, boolean plus) {
        Fraction all = sum(weights);
        Bounded mean = weighted(scores, weights).times(Fraction.ONE.dividedBy(all));
        if (mean.value().signum() <= 0) {
            throw ScoringRules.refused(
                    Reason.NOT_POSITIVE,
                    "the penalty divides by the mean, which is " + mean.value(),
                    "use goalposts with positive scores, such as 70 and 130");
        }
        Fraction variance = Fraction.ZERO;
        Fraction most = Fraction.ZERO;
        boolean isBounded = mean.isSurelyAbove(Fraction.ZERO) && mean.upper().isPresent();
        for (int i = 0; i < scores.size(); i++) {
            Bounded score = scores.get(i);
            Fraction share = weights.get(i).dividedBy(all);
            Fraction distance = score.value().minus(mean.value());
            variance = variance.plus(share.times(distance).times(distance));
            if (isBounded && score.lower().isPresent() && score.upper().isPresent()) {
                Fraction above = score.upper()
                        .get()
                        .at()
                        .minus(mean.lower().orElseThrow().at());
                Fraction below = mean.upper()
                        .orElseThrow()
                        .at()
                        .minus(score.lower().get().at());
                Fraction far = above.max(below).max(Fraction.ZERO);
                most = most.plus(share.times(far).times(far));
            }
        }
        // The sample variance: with the divisor m - 1.
        Fraction sample = scores.size() < 2
                ? Fraction.ONE
                : Fraction.of(scores.size()).dividedBy(Fraction.of(scores.size() - 1L));
        Fraction penalty = variance.times(sample).dividedBy(mean.value());
        Fraction value = plus ? mean.value().plus(penalty) : mean.value().minus(penalty);
        if (scores.stream().allMatch(Bounded::isExact)) {
            return Bounded.of(value);
        }
        if (!isBounded) {
            return Bounded.of(value, mean.qualifier(), null, null);
        }
        Fraction low = mean.lower().orElseThrow().at();
        Fraction high = mean.upper().orElseThrow().at();
        Fraction worst = most.times(sample).dividedBy(low);
        return plus
                ? Bounded.of(value, low.min(value), high.plus(worst).max(value))
                : Bounded.of(value, low.minus(worst).min(value), high.max(value));
    }
}
