package org.grassrootskpi.query;

/** Why a cell has no value: the closed list of what the data can lack. Never a zero, never a NaN, never an infinity. */
public enum Absence {
    /** Nothing was observed for the group. */
    NO_OBSERVATION("no observation"),
    /** Fewer contributors than the query's {@link MissingPolicy} asks for. */
    INCOMPLETE("incomplete"),
    /** The denominator of a ratio, or the sum of the weights, is zero. */
    ZERO_DENOMINATOR("zero denominator"),
    /** The numerator of a ratio has no value. */
    MISSING_NUMERATOR("missing numerator"),
    /** The denominator of a ratio, or every weight, has no value. */
    MISSING_DENOMINATOR("missing denominator"),
    /** The period or the parent that a change or a share is measured against has no value. */
    MISSING_BASE("missing base"),
    /** The base is zero: a growth or a share of it is not defined. */
    ZERO_BASE("zero base"),
    /** The base is negative: the sign of a growth or a share of it would mislead. */
    NEGATIVE_BASE("negative base"),
    /** The year before has no such period: 29 February, or week 53. */
    NO_COUNTERPART("no counterpart"),
    /** A part of a stock and its parent were last observed in different periods. */
    DIFFERENT_PERIODS("different periods"),
    /** No observation should be there, so that none can be missing. */
    NOTHING_EXPECTED("nothing expected"),
    /** How many observations there should be is not known: members of extra dimensions are put together. */
    UNKNOWN_EXPECTED("expected number unknown"),
    /** The planner refused the measure; {@link Cell#refusal()} says why. */
    REFUSED("refused");

    private final String text;

    Absence(String text) {
        this.text = text;
    }

    /** {@return the reason in two or three lower-case words, as tables print it} */
    @Override
    public String toString() {
        return text;
    }
}
