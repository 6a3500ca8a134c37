package org.grassrootskpi.engine;

/** The aggregates that a scan can compute for each group besides the number of its values; none if that is zero. */
enum ScanAggregate {
    /** The sum of the values. */
    SUM,
    /** The least value. */
    MIN,
    /** The greatest value. */
    MAX,
    /** The worst status of the rows, those without a value included. */
    STATUS,
    /** The number of rows without a value. */
    VALUELESS
}
