package org.grassrootskpi.assess;

/** The progress of a target at a date, as far as documents and outcomes report it. */
public enum Progress {
    /** Its stage or its figure was reached, in time or later: see {@link TargetState#reachedLate()}. */
    REACHED,
    /** Not known to be reached, and the deadline has not passed. */
    OPEN,
    /** To be begun or completed, and a source that speaks of the deadline or of a later time says that it is not. */
    OVERDUE,
    /** To be striven for, and a source that speaks of the deadline or of a later time says that it was not reached. */
    NOT_MET,
    /** To be carried on, and a source that speaks of the deadline or of a later time says that it goes on. */
    UNDER_WAY,
    /**
     * The deadline has passed, and the reported figure is too vague to decide whether the target is met: 超500 of 560, 1.0万 of
     * 10000; or nothing says how near to the target is near enough. An {@link org.grassrootskpi.model.Outcome} decides it.
     */
    UNDECIDED,
    /** The deadline has passed, and no source reports whether it was reached. */
    NOT_REPORTED,
    /** Given up, or made a part of another target: {@link TargetState#outcome()} says which. */
    WITHDRAWN,
    /** A heading or a slogan, which is never judged: {@link org.grassrootskpi.model.Target.Type#ASPIRATION}. */
    NOT_JUDGED
}
