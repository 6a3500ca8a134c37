package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;

/**
 * How often each member has each place when weights are drawn at random: an estimate, with its standard error. Immutable and thread-safe.
 */
public final class RankAcceptability {
    private final ImmutableList<String> members;
    private final ImmutableMap<String, Integer> indices;
    /** For each draw the place of each member. */
    private final int[][] places;

    private RankAcceptability(List<String> members, int[][] places) {
        this.members = ImmutableList.copyOf(members);
        this.places = places;
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < this.members.size(); i++) {
            first.putIfAbsent(this.members.get(i), i);
        }
        indices = ImmutableMap.copyOf(first);
    }

    /** Draws weights from the uniform distribution on the simplex: exponential variates, divided by their sum. */
    static RankAcceptability draw(List<String> members, double[][] scores, int draws, long seed) {
        if (draws < 1) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION, "expected 1 or more draws, got " + draws, "10000 are usual");
        }
        int n = members.size();
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[n == 0 ? 0 : scores[0].length][n];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < n; i++) {
                columns[j][i] = scores[i][j];
            }
        }
        double[][] weights = new double[draws][columns.length];
        for (double[] ofDraw : weights) {
            Arrays.setAll(ofDraw, i -> -Math.log1p(-random.nextDouble())); // their sum changes no order
        }
        int[][] places = new int[draws][];
        IntStream.range(0, draws).parallel().forEach(draw -> places[draw] = places(columns, weights[draw], n));
        return new RankAcceptability(members, places);
    }

    private static int[] places(double[][] columns, double[] weights, int n) {
        double[] composites = new double[n];
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            double weight = weights[j];
            for (int i = 0; i < n; i++) {
                composites[i] += weight * column[i];
            }
        }
        double[] sorted = composites.clone();
        Arrays.sort(sorted);
        int[] places = new int[n];
        for (int i = 0; i < n; i++) {
            places[i] = 1 + n - upTo(sorted, composites[i]);
        }
        return places;
    }

    /** Returns how many values are not above one of them. */
    private static int upTo(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** {@return the number of draws} */
    public int draws() {
        return places.length;
    }

    /**
     * {@return the part of the draws in which a member has a place}
     *
     * @param member its name
     * @param rank the place, 1 the best; ties have the best of their places
     */
    public double share(String member, int rank) {
        Integer index = indices.get(member);
        if (index == null || rank < 1 || rank > members.size()) {
            throw ScoringRules.refused(
                    Reason.UNKNOWN_ID,
                    "there is no member '" + member + "', or no place " + rank,
                    "use one of " + members + " and a place from 1 to " + members.size());
        }
        int count = 0;
        for (int[] ofDraw : places) {
            count += ofDraw[index] == rank ? 1 : 0;
        }
        return (double) count / places.length;
    }

    /**
     * {@return the standard error of such a part: the square root of p (1 - p) / n}
     *
     * @param member its name
     * @param rank the place
     */
    public double standardError(String member, int rank) {
        double share = share(member, rank);
        return Math.sqrt(share * (1 - share) / places.length);
    }
}
