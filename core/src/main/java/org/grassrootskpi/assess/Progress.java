package org.grassrootskpi.assess;

/** How a target stands at a date. */
public enum Progress {
    /** Its stage or its figure was reached. */
    REACHED,
    /** Not reached, and the deadline has not passed. */
    OPEN,
    /** Not reached, and the deadline has passed. */
    LATE,
    /** The deadline has passed, but nothing in the catalogue measures whether it was reached. */
    UNKNOWN
}
