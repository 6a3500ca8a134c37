package org.grassrootskpi.evaluate;

/** What an aggregate takes from its slots. */
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
