package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;

/**
 * How often each member has each place when weights are drawn at random: an estimate, with its standard error. Immutable and thread-safe.
 */
public final class RankAcceptability {
    private final ImmutableList<String> members;
    private final int[][] counts;
    private final int draws;

    private RankAcceptability(List<String> members, int[][] counts, int draws) {
        this.members = ImmutableList.copyOf(members);
        this.counts = counts;
        this.draws = draws;
    }

    /** Draws weights from the uniform distribution on the simplex: exponential variates, divided by their sum. */
    static RankAcceptability draw(List<String> members, double[][] scores, int draws, long seed) {
        if (draws < 1) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION, "expected 1 or more draws, got " + draws, "10000 are usual");
        }
        int n = members.size();
        int[][] counts = new int[n][n];
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = new double[n == 0 ? 0 : scores[0].length];
        double[] composites = new double[n];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -Math.log1p(-random.nextDouble()); // the sum of the weights changes no order
            }
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < weights.length; j++) {
                    sum += weights[j] * scores[i][j];
                }
                composites[i] = sum;
            }
            double[] sorted = composites.clone();
            Arrays.sort(sorted);
            for (int i = 0; i < n; i++) {
                counts[i][n - upTo(sorted, composites[i])]++;
            }
        }
        return new RankAcceptability(members, counts, draws);
    }

    /** Returns how many values are not above one of them. */
    private static int upTo(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        while (at + 1 < sorted.length && sorted[at + 1] == value) {
            at++;
        }
        return at + 1;
    }

    /** {@return the number of draws} */
    public int draws() {
        return draws;
    }

    /**
     * {@return the part of the draws in which a member has a place}
     *
     * @param member its name
     * @param rank the place, 1 the best; ties have the best of their places
     */
    public double share(String member, int rank) {
        int index = members.indexOf(member);
        if (index < 0 || rank < 1 || rank > members.size()) {
            throw ScoringRules.refused(
                    Reason.UNKNOWN_ID,
                    "there is no member '" + member + "', or no place " + rank,
                    "use one of " + members + " and a place from 1 to " + members.size());
        }
        return (double) counts[index][rank - 1] / draws;
    }

    /**
     * {@return the standard error of such a part: the square root of p (1 - p) / n}
     *
     * @param member its name
     * @param rank the place
     */
    public double standardError(String member, int rank) {
        double share = share(member, rank);
        return Math.sqrt(share * (1 - share) / draws);
    }
}
