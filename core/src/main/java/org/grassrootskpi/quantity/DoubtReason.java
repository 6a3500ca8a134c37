package org.grassrootskpi.quantity;

/** The reason why a figure cannot be read whole: what adjoins the part of it that could be read. */
public enum DoubtReason {
    /** A sign whose meaning is open: a minus, or a dash that joins or lists. */
    SIGN("a sign in front of it can be a minus or a dash"),

    /** Digits, a point or a separator go on where the number ends: 509,45亿元, 三四十家. */
    DIGITS("the number goes on in a way that can be read as more than one number"),

    /** A scale goes on where the figure ends: 3亿多万. */
    SCALE("a scale follows that does not fit the number"),

    /** A letter is among the digits or touches them: 5l9.45亿元. */
    LETTER("there is a letter among the digits"),

    /** 半 follows, and it is not said what is halved. */
    HALF("半 follows, and what it halves is not known"),

    /** The unit goes on: 元/(人·月), 3元5, 2年6个月. */
    UNIT("the unit goes on with a part that is not known"),

    /** A number of a table that has no unit: not beside it, not in a head, not above the table. */
    NO_UNIT("no unit is printed with it, in a head or above the table"),

    /** A currency in front that is not known, or that the unit behind contradicts. */
    CURRENCY("the currency in front is not known, or the unit behind contradicts it"),

    /** An invisible character that changes the order or the joining of those around it. */
    HIDDEN_CHARACTER("there is an invisible character next to it"),

    /** A line ends inside it, and the next line can begin a separate number. */
    LINE_BREAK("a line ends inside the number, and the next line can begin another one");

    private final String message;

    DoubtReason(String message) {
        this.message = message;
    }

    /**
     * Returns the reason in words.
     *
     * @return an English clause without a full stop
     */
    public String message() {
        return message;
    }
}
