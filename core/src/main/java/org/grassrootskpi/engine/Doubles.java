package org.grassrootskpi.engine;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.grassrootskpi.text.ShortestDecimal;

/**
 * The running results of groups of doubles. Sums are compensated by Neumaier's variant of Kahan's algorithm (Neumaier,
 * 1974): their error does not grow with the number of values, only with how far the values cancel each other. Values are
 * taken in the order of the table by one thread, so that a sum has the same last bit every time.
 */
final class Doubles {
    private final double[] sum;
    private final double[] lost;
    private final double[] min;
    private final double[] max;

    Doubles(int size) {
        sum = new double[size];
        lost = new double[size];
        min = new double[size];
        max = new double[size];
        Arrays.fill(min, Double.POSITIVE_INFINITY);
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
    }

    void add(int group, double value) {
        double before = sum[group];
        double after = before + value;
        lost[group] += Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before;
        sum[group] = after;
        min[group] = Math.min(min[group], value);
        max[group] = Math.max(max[group], value);
    }

    /** Returns whether no sum has left the range of a double. */
    boolean areFinite() {
        return DoubleStream.of(sum).allMatch(Double::isFinite);
    }

    BigDecimal[] sums(long[] count) {
        double[] sums = new double[sum.length];
        Arrays.setAll(sums, group -> sum[group] + lost[group]);
        return decimals(sums, count);
    }

    BigDecimal[] minima(long[] count) {
        return decimals(min, count);
    }

    BigDecimal[] maxima(long[] count) {
        return decimals(max, count);
    }

    /** Returns the shortest decimals that have these as their nearest doubles; zero for groups without values. */
    private static BigDecimal[] decimals(double[] doubles, long[] count) {
        BigDecimal[] decimals = new BigDecimal[doubles.length];
        Arrays.setAll(decimals, group -> count[group] == 0 ? BigDecimal.ZERO : ShortestDecimal.of(doubles[group]));
        return decimals;
    }
}
