package org.grassrootskpi.model;

/** The direction in which an indicator is better. */
public enum Direction {
    /** More is better. */
    HIGHER,
    /** Less is better. */
    LOWER,
    /** As near as possible to a set value is best. */
    TARGET,
    /** Neither: the number describes and does not judge. */
    NEUTRAL
}
