package org.grassrootskpi.rollup;

/**
 * What a rollup gathers for each of its slots, beside what every rollup gathers: the number of rows that have a value, the worst
 * status, and what the rows' figures leave open.
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
