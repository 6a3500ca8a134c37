package org.grassrootskpi.engine;

import org.grassrootskpi.table.SeriesBlock;

/** Finds in a block of weights the row of the same region, extra dimensions and period as a row of another block. */
final class WeightRows {
    private final SeriesBlock values;
    private final SeriesBlock weights;
    private final int[] matching;

    WeightRows(SeriesBlock values, SeriesBlock weights) {
        this.values = values;
        this.weights = weights;
        this.matching = Combinations.matching(values, weights);
    }

    SeriesBlock block() {
        return weights;
    }

    /** The row of the weights for a period of a series of the values, or -1. */
    int rowOf(int series, int period) {
        int combination = matching[values.combination(series)];
        int end = weights.firstSeries(values.region(series) + 1);
        for (int candidate = weights.firstSeries(values.region(series)); candidate < end; candidate++) {
            if (weights.combination(candidate) == combination) {
                return find(weights.start(candidate), weights.start(candidate + 1), period);
            }
        }
        return -1;
    }

    private int find(int from, int to, int period) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (weights.periods().code(middle) < period) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < to && weights.periods().code(low) == period ? low : -1;
    }
}
