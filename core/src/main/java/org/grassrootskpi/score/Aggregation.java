package org.grassrootskpi.score;

import java.math.BigDecimal;
import java.util.List;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;

/**
 * The way in which the scores of a group make one. W is the sum of the weights w, and the shares are w / W.
 *
 * <p>Arithmetic and harmonic means and totals are exact; geometric means are computed to 34 digits with bounds rounded outwards.
 */
public enum Aggregation {
    /** The sum of w s / W: a weakness is made up for by a strength. */
    ARITHMETIC,
    /** The product of s to the power w / W; all scores must be positive. A weakness is made up for in part. */
    GEOMETRIC,
    /** W divided by the sum of w / s; all scores must be positive. */
    HARMONIC,
    /**
     * Mean less variance / mean (adjusted Mazziotta-Pareto index, for what is good): who is uneven loses. Usually of goalposts with 70 and
     * 130. The variance is that of a sample (divisor m - 1 for m scores, weighted by their shares), as in published tables of the R package
     * Compind; the paper of 2016 divides by m.
     */
    AMPI_MINUS,
    /** Mean plus variance / mean (adjusted Mazziotta-Pareto index, for what is bad). */
    AMPI_PLUS,
    /** The sum of the scores: each item has its own maximum of points, and weights play no part. */
    TOTAL;

    /**
     * {@return the composite of scores}
     *
     * @param scores at least one
     * @param weights positive, as many as scores
     * @throws AssessmentRefusedException if a score is not positive where it must be ({@link Reason#NOT_POSITIVE}), or the weights are
     *     not ({@link Reason#BAD_WEIGHTS})
     */
    public Score of(List<Score> scores, List<BigDecimal> weights) {
        if (scores.isEmpty()
                || scores.size() != weights.size()
                || weights.stream().anyMatch(w -> w.signum() <= 0)) {
            throw new AssessmentRefusedException(
                    Reason.BAD_WEIGHTS,
                    "expected at least one score and as many positive weights, got " + scores.size() + " and "
                            + weights,
                    "give each score a weight, and leave out what has none");
        }
        return Score.of(Means.of(
                this,
                scores.stream().map(Score::exact).toList(),
                weights.stream().map(Fraction::of).toList()));
    }

    /**
     * {@return by how much the arithmetic mean is above the geometric one: 0 where all scores are the same, more the more uneven they are}
     *
     * @param scores positive, at least one
     * @param weights positive, as many as scores
     * @throws AssessmentRefusedException as {@link #of}
     */
    public static Score imbalance(List<Score> scores, List<BigDecimal> weights) {
        Bounded difference = ARITHMETIC
                .of(scores, weights)
                .exact()
                .minus(GEOMETRIC.of(scores, weights).exact());
        return Score.of(
                difference.value().signum() < 0 ? Bounded.of(Fraction.ZERO) : difference.atLeast(Fraction.ZERO));
    }

    /** Returns whether the composite is a weighted sum of its scores. */
    boolean isLinear() {
        return this == ARITHMETIC || this == TOTAL;
    }
}
