package org.grassrootskpi.assess;

/** The answer to whether a target is reached. */
public enum AttainmentState {
    /** Whatever the true figure is, the target is reached. */
    REACHED,
    /** Whatever the true figure is, the target is not reached. */
    NOT_REACHED,
    /** Of the values that the figure can have, some reach the target and others do not: 超500 of 560. */
    UNDECIDED
}
