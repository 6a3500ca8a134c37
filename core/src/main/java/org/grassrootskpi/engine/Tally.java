package org.grassrootskpi.engine;

/** What a scan can find out of each group; a group without rows has a count of zero and nothing else. */
enum Tally {
    /** The exact sum of the values. The count comes with every scan. */
    SUM,
    /** The least value. */
    MIN,
    /** The greatest value. */
    MAX,
    /** Of each series the earliest value in the group, summed over the series. */
    FIRST,
    /** Of each series the latest value in the group, summed over the series: what a stock needs. */
    LAST,
    /** The worst status of the values, and of the rows without a value how many there are and their worst status. */
    STATUS,
    /** The qualifier of a sum of the values, and how far the true sum may be below and above it. */
    PRECISION
}
