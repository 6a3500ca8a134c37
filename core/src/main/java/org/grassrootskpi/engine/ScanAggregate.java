package org.grassrootskpi.engine;

/** What a scan can find out of each group beside the number of its values; nothing, where that is zero. */
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
