package org.grassrootskpi.quantity;

/** How a reported figure stands to the true one. */
public enum Qualifier {
    /** The figure as such, rounded to the last printed place. */
    EXACT
}
