package org.grassrootskpi.check;

/** How sure a {@link Finding} is, the gravest first. */
public enum CheckLevel {
    /** Cannot be right: no values within the printed rounding satisfy the relation that the text states. */
    ERROR,
    /** Very probably not right, or wrong by no more than the tolerance of its rule. */
    WARNING,
    /** Odd: a person should look whether the text means what it says. */
    QUESTION;

    /** Returns the next level below this one; the lowest stays. */
    CheckLevel below() {
        return this == ERROR ? WARNING : QUESTION;
    }

    /** Returns the less grave one of the two. */
    CheckLevel atMost(CheckLevel ceiling) {
        return compareTo(ceiling) >= 0 ? this : ceiling;
    }
}
