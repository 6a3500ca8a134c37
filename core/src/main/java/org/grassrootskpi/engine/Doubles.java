package org.grassrootskpi.engine;

import java.util.Arrays;

/**
 * Running results of doubles. Sums are compensated by Neumaier's variant of Kahan's algorithm (Neumaier, 1974): their
 * error does not grow with the number of values, only with how far the values cancel each other. Values are taken in the
 * order of the table by one thread, so that a sum has the same last bit every time.
 */
final class Doubles {
    final double[] min;
    final double[] max;
    final Sums sums;
    final Sums firsts;
    final Sums lasts;

    Doubles(int size) {
        min = new double[size];
        max = new double[size];
        sums = new Sums(size);
        firsts = new Sums(size);
        lasts = new Sums(size);
        clear();
    }

    void add(int group, double value) {
        sums.add(group, value);
        min[group] = Math.min(min[group], value);
        max[group] = Math.max(max[group], value);
    }

    void copy(int from, Doubles to, int place) {
        to.min[place] = min[from];
        to.max[place] = max[from];
        to.sums.set(place, sums.get(from));
        to.firsts.set(place, firsts.get(from));
        to.lasts.set(place, lasts.get(from));
    }

    void clear() {
        Arrays.fill(min, Double.POSITIVE_INFINITY);
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
        sums.clear();
        firsts.clear();
        lasts.clear();
    }

    /** A compensated sum for each group. */
    static final class Sums {
        private final double[] sum;
        private final double[] lost;

        Sums(int size) {
            sum = new double[size];
            lost = new double[size];
        }

        void add(int group, double value) {
            double before = sum[group];
            double after = before + value;
            lost[group] += Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before;
            sum[group] = after;
        }

        double get(int group) {
            double compensated = sum[group] + lost[group];
            // Beyond the largest double the compensation is not a number, but the sum is infinite.
            return Double.isNaN(compensated) ? sum[group] : compensated;
        }

        void set(int group, double value) {
            sum[group] = value;
            lost[group] = 0;
        }

        void clear() {
            Arrays.fill(sum, 0);
            Arrays.fill(lost, 0);
        }
    }
}
