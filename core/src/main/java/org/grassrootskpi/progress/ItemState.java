package org.grassrootskpi.progress;

/** The state of a commitment at the end of a month. */
public enum ItemState {
    /** It is reached. */
    REACHED,
    /** Due later, and at least as much is done as is due by now. */
    ON_SCHEDULE,
    /** Due later, and less is done than is due by now. */
    BEHIND,
    /** The deadline has passed, and the last report says that it is not reached. */
    OVERDUE,
    /** The figure is too vague to decide it. */
    UNDECIDED,
    /** Reported for this month, with nothing that could be compared with a schedule; or work that goes on. */
    UNDER_WAY,
    /** Nothing is reported for this month; or nothing since the deadline has passed. */
    NOT_REPORTED,
    /** Its time has not begun, and nothing is reported. */
    NOT_BEGUN,
    /** To be striven for, and not reached in its time. */
    NOT_MET,
    /** Given up, or made a part of another one. */
    WITHDRAWN,
    /** A heading or a slogan, which is never judged. */
    NOT_JUDGED
}
