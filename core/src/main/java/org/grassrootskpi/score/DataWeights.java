package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;

/**
 * Weights that the data would suggest, as a report: what an office stated stays what counts. Computed in doubles.
 *
 * <p>Each method takes a row for each member and a column for each indicator, and returns weights that add up to 1.
 */
public final class DataWeights {
    private DataWeights() {}

    /**
     * {@return the entropy weights: 1 - e divided by their sum, with e = -sum p ln p / ln n and p the shares of a column}
     *
     * @param values not negative, each column with a positive sum; at least two rows
     */
    public static List<Double> entropy(double[][] values) {
        requireRows(values);
        int n = values.length;
        double[] weights = new double[values[0].length];
        for (int j = 0; j < weights.length; j++) {
            double[] column = column(values, j);
            double sum = Arrays.stream(column).sum();
            if (Arrays.stream(column).anyMatch(x -> x < 0) || !(sum > 0)) {
                throw ScoringRules.refused(
                        Reason.NOT_POSITIVE,
                        "the entropy of column " + (j + 1) + " needs figures that are not negative and not all zero",
                        "shift or leave out the column");
            }
            double entropy = 0;
            for (double x : column) {
                entropy -= x == 0 ? 0 : x / sum * Math.log(x / sum);
            }
            weights[j] = 1 - entropy / Math.log(n);
        }
        return normalised(weights);
    }

    /**
     * {@return the CRITIC weights (Diakoulaki and others, Computers and Operations Research 22, 1995): s times the sum of 1 - r over all
     * columns, of columns that were brought to 0..1 by their least and greatest value}
     *
     * @param values at least two rows, each column with two different numbers; where less is better, give them with the opposite sign
     */
    public static List<Double> critic(double[][] values) {
        requireRows(values);
        int m = values[0].length;
        double[][] columns = new double[m][];
        for (int j = 0; j < m; j++) {
            double[] column = column(values, j);
            double min = Arrays.stream(column).min().orElseThrow();
            double max = Arrays.stream(column).max().orElseThrow();
            if (min == max) {
                throw ScoringRules.refused(
                        Reason.ZERO_RANGE, "all figures of column " + (j + 1) + " are the same", "leave it out");
            }
            columns[j] = Arrays.stream(column).map(x -> (x - min) / (max - min)).toArray();
        }
        double[] weights = new double[m];
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < m; k++) {
                weights[j] += 1 - Moments.correlation(columns[j], columns[k]);
            }
            weights[j] *= Math.sqrt(Moments.covariance(columns[j], columns[j]));
        }
        return normalised(weights);
    }

    private static void requireRows(double[][] values) {
        boolean fits = values.length >= 2
                && values[0].length > 0
                && Arrays.stream(values).allMatch(row -> row.length == values[0].length);
        if (!fits) {
            throw ScoringRules.refused(
                    Reason.BAD_DEFINITION,
                    "weights from data need two rows or more, all with the same number of columns",
                    "give a row for each member");
        }
    }

    private static double[] column(double[][] values, int j) {
        return Arrays.stream(values).mapToDouble(row -> row[j]).toArray();
    }

    private static List<Double> normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).mapToObj(weight -> weight / sum).collect(ImmutableList.toImmutableList());
    }
}
