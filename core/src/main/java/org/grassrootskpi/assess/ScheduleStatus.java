package org.grassrootskpi.assess;

/** The answer to whether work is on schedule. */
public enum ScheduleStatus {
    /** At least as much is done as is due. */
    ON_SCHEDULE,
    /** Less is done than is due. */
    BEHIND,
    /** Of the values that the figure can have, some are on schedule and others behind. */
    UNDECIDED,
    /** Nothing is due yet, and nothing is done. */
    NOT_STARTED,
    /** No figure is reported; see {@link ScheduleState#figureAgeInDays()}. */
    NO_DATA,
    /** No target is set, so that there is nothing to be on schedule with. */
    NO_TARGET
}
