package org.grassrootskpi.evaluate;

/** The function that an aggregate applies to its slots. */
public enum AggregateFunction {
    SUM,
    MEAN,
    MIN,
    MAX,
    COUNT,
    QUANTILE,
    QUANTILE_SKETCH,
    WEIGHTED_MEAN
}
