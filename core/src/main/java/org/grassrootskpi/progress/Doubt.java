package org.grassrootskpi.progress;

/**
 * A commitment whose figures are not to be relied on.
 *
 * @param item the commitment
 * @param reason why
 */
public record Doubt(ProgressItem item, Reason reason) {
    /** The reasons why figures are not to be relied on. */
    public enum Reason {
        /** The outcome contradicts the figures, or itself. */
        CONTRADICTED,
        /** Whether it is reached or on schedule cannot be decided. */
        UNDECIDED,
        /** The figure has a word that leaves it open: 近, 超, 约, 以上. */
        VAGUE,
        /** The last figure is of before the month. */
        OLD,
        /** The rule's path does not fit the period of the plan, so that nothing is said about the schedule. */
        NO_SCHEDULE
    }
}
