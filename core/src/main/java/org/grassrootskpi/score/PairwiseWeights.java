package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;

/**
 * Weights from judgements of pairs (analytic hierarchy process, Saaty 1980): the principal eigenvector of the matrix, and how consistent
 * the judgements are.
 *
 * <p>The consistency ratio is (lambda - n) / ((n - 1) RI), with the largest eigenvalue lambda and Saaty's random index RI for up to 15
 * items; it is 0 for one and two. Judgements above 0.1 contradict each other too much and are refused unless that is accepted. Computed in
 * doubles, to a relative change of 1e-14. Immutable and thread-safe.
 */
public final class PairwiseWeights {
    /** The greatest consistency ratio that is usually tolerated. */
    public static final double USUAL_LIMIT = 0.1;

    private static final double[] RANDOM_INDEX = {
        0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59
    };
    private static final int MOST_STEPS = 10_000;
    private static final double STEADY = 1e-14;
    private static final double RECIPROCAL = 1e-6;

    private final ImmutableList<Double> weights;
    private final double consistencyRatio;

    private PairwiseWeights(ImmutableList<Double> weights, double consistencyRatio) {
        this.weights = weights;
        this.consistencyRatio = consistencyRatio;
    }

    /**
     * {@return the weights of consistent judgements}
     *
     * @param judgements how many times as important the item of the row is as that of the column: positive, 1 in the diagonal, each the
     *     reciprocal of its mirror image
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if they are no such matrix ({@link Reason#BAD_DEFINITION}), or their
     *     consistency ratio is above {@link #USUAL_LIMIT} ({@link Reason#INCONSISTENT_JUDGEMENTS})
     */
    public static PairwiseWeights of(double[][] judgements) {
        return accepting(USUAL_LIMIT, judgements);
    }

    /**
     * {@return the weights of judgements that may contradict each other more}
     *
     * @param limit the greatest consistency ratio that is accepted
     * @param judgements see {@link #of}
     */
    public static PairwiseWeights accepting(double limit, double[][] judgements) {
        int n = judgements.length;
        requireReciprocal(judgements);
        double[] vector = new double[n];
        Arrays.fill(vector, 1.0 / n);
        double lambda = n;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = new double[n];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i] += judgements[i][j] * vector[j];
                }
                sum += next[i];
            }
            double change = 0;
            for (int i = 0; i < n; i++) {
                next[i] /= sum;
                change = Math.max(change, Math.abs(next[i] - vector[i]));
            }
            vector = next;
            lambda = sum;
            if (change < STEADY) {
                break;
            }
        }
        double ratio = n < 3 ? 0 : (lambda - n) / (n - 1) / RANDOM_INDEX[n];
        if (ratio > limit) {
            throw ScoringRules.refused(
                    Reason.INCONSISTENT_JUDGEMENTS,
                    "the judgements have a consistency ratio of " + round(ratio) + ", above " + limit,
                    "ask again, or accept it by name: PairwiseWeights.accepting(limit, judgements)");
        }
        ImmutableList.Builder<Double> weights = ImmutableList.builder();
        for (double weight : vector) {
            weights.add(weight);
        }
        return new PairwiseWeights(weights.build(), ratio);
    }

    private static void requireReciprocal(double[][] judgements) {
        int n = judgements.length;
        boolean fits = n > 0 && n < RANDOM_INDEX.length;
        for (int i = 0; fits && i < n; i++) {
            fits = judgements[i].length == n;
            for (int j = 0; fits && j <= i; j++) {
                double product = judgements[i][j] * judgements[j][i];
                // Thirds and sevenths are often given with two digits.
                double tolerated = Math.max(RECIPROCAL, 0.005 * Math.max(judgements[i][j], judgements[j][i]));
                fits = judgements[i][j] > 0 && judgements[j][i] > 0 && Math.abs(product - 1) <= tolerated;
            }
        }
        if (!fits) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION,
                    "the judgements of pairs are no square matrix of up to " + (RANDOM_INDEX.length - 1)
                            + " items with positive numbers and their reciprocals",
                    "give 1 in the diagonal, and 1 / x where the mirror image is x");
        }
    }

    private static String round(double number) {
        return new BigDecimal(number).round(new MathContext(3)).toPlainString();
    }

    /** {@return the weights, which add up to 1, in the order of the rows} */
    public List<Double> weights() {
        return weights;
    }

    /** {@return the consistency ratio: 0 for judgements that agree with each other} */
    public double consistencyRatio() {
        return consistencyRatio;
    }
}
