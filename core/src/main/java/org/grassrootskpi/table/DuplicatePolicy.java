package org.grassrootskpi.table;

/**
 * The treatment of a second row of the same key: indicator, region, period and extra dimensions.
 *
 * <p>Rows are never added up: two values of one key are two statements about the same thing.
 */
public enum DuplicatePolicy {
    /** No table is built; a {@link DuplicateRowException} names the keys. */
    REFUSE,
    /** The row that was added first stays. */
    KEEP_FIRST,
    /** The row that was added last stays, as a revision replaces what it revises. */
    KEEP_LAST
}
