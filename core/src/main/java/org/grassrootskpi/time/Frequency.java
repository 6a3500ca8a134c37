package org.grassrootskpi.time;

/** How often. */
public enum Frequency {
    /** A year. */
    ANNUAL
}
