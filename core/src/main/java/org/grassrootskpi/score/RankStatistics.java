package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.exact.Fraction;

/** Statistics of places over alternative rankings: by other weights, other means, other normalisations. */
public final class RankStatistics {
    private RankStatistics() {}

    /**
     * {@return the mean of the absolute changes of places, over the members that both rankings have}
     *
     * @param reference the one ranking
     * @param alternative the other
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if they have no member in common ({@link Reason#MISSING})
     */
    public static BigDecimal meanShift(Ranks reference, Ranks alternative) {
        Fraction sum = Fraction.ZERO;
        int count = 0;
        for (Ranks.Change change : alternative.changesSince(reference)) {
            if (change.rise().isPresent()) {
                sum = sum.plus(Fraction.of(change.rise().get()).abs());
                count++;
            }
        }
        if (count == 0) {
            throw ScoringRules.refused(
                    Reason.MISSING, "two rankings have no member in common", "compare rankings of the same members");
        }
        return sum.dividedBy(Fraction.of(count)).toDecimal();
    }

    /**
     * {@return the mean of numbers}
     *
     * @param numbers at least one
     */
    public static BigDecimal mean(List<BigDecimal> numbers) {
        requireSome(numbers);
        return Means.sum(numbers.stream().map(Fraction::of).toList())
                .dividedBy(Fraction.of(numbers.size()))
                .toDecimal();
    }

    /**
     * {@return a quantile by linear interpolation: type 7 of Hyndman and Fan, the default of R, exactly}
     *
     * @param numbers at least one, in any order
     * @param p from 0 to 1; 0.5 for the median
     */
    public static BigDecimal quantile(List<BigDecimal> numbers, BigDecimal p) {
        requireSome(numbers);
        if (p.signum() < 0 || p.compareTo(BigDecimal.ONE) > 0) {
            throw ScoringRules.refused(Reason.BAD_DEFINITION, "expected p from 0 to 1, got " + p, "0.5 is the median");
        }
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        BigDecimal at = p.multiply(BigDecimal.valueOf(sorted.size() - 1L));
        int below = at.intValue();
        Fraction low = Fraction.of(sorted.get(below));
        Fraction high = Fraction.of(sorted.get(Math.min(below + 1, sorted.size() - 1)));
        Fraction part = Fraction.of(at.subtract(BigDecimal.valueOf(below)));
        return low.plus(high.minus(low).times(part)).toDecimal();
    }

    private static void requireSome(List<BigDecimal> numbers) {
        if (numbers.isEmpty()) {
            throw ScoringRules.refused(Reason.MISSING, "there are no numbers", "give at least one");
        }
    }
}
