package org.grassrootskpi.rollup;

/**
 * The aggregates that a roll-up can request for each slot. Every roll-up also has the number of rows with a value, the worst status,
 * and the uncertainty of the rows' figures.
 */
public enum Aggregate {
    /** The exact sum. */
    SUM,
    /** The least value. */
    MIN,
    /** The greatest value. */
    MAX,
    /** All values, in any order. */
    VALUES,
    /** The values counted in buckets. */
    SKETCH,
    /** The exact sums of value times weight and of weight, over the rows that have both. */
    WEIGHTED_SUM,
    /** The exact sums of the values and of their counterparts, over the rows that have both. */
    PAIRED_SUM
}
