package org.grassrootskpi.query;

/**
 * The reason why a cell has no value: the closed list of what the data can lack. Never a zero, never a NaN, never an
 * infinity.
 */
public enum Absence {
    /** Nothing was observed for the group. */
    NO_OBSERVATION("no observation"),
    /** Fewer contributors than the query's {@link MissingPolicy} asks for. */
    INCOMPLETE("incomplete"),
    /** The denominator of a ratio, the sum of the weights, or the way from a baseline to a target, is or may be zero. */
    ZERO_DENOMINATOR("zero denominator"),
    /** The numerator of a ratio has no value. */
    MISSING_NUMERATOR("missing numerator"),
    /** The denominator of a ratio, or every weight, has no value. */
    MISSING_DENOMINATOR("missing denominator"),
    /** One of the indicators that a formula combines has no value, and another has. */
    MISSING_PART("missing part"),
    /** The period or the parent that a change or a share is measured against has no value. */
    MISSING_BASE("missing base"),
    /**
     * Both sides of a ratio or a comparison were observed, but never of the same region and period, so that there is
     * nothing to compare.
     */
    UNPAIRED("nothing paired"),
    /** The base is zero: a growth or a share of it is not defined. */
    ZERO_BASE("zero base"),
    /** The base is negative: the sign of a growth or a share of it would mislead. */
    NEGATIVE_BASE("negative base"),
    /** The year before has no such period: 29 February, or week 53. */
    NO_COUNTERPART("no counterpart"),
    /**
     * Two stocks were last observed at moments that are not alike: a part and its whole, a numerator and its
     * denominator, a region and the others that it is ranked among, or a period and the one it is compared with (June
     * of one year, December of the other).
     */
    DIFFERENT_PERIODS("different periods"),
    /** No observation should be there, so that none can be missing. */
    NOTHING_EXPECTED("nothing expected"),
    /** The expected number of observations is not known: members of extra dimensions are combined. */
    UNKNOWN_EXPECTED("expected number unknown"),
    /** No target is set for the group. */
    NO_TARGET("no target"),
    /**
     * Some regions or periods of the group have a value and no target, so that the targets of the others do not make up
     * that of the group.
     */
    INCOMPLETE_TARGETS("targets incomplete"),
    /** The target is zero: no part of it can be reached. */
    ZERO_TARGET("zero target"),
    /** The target is negative: a part of it says nothing. */
    NEGATIVE_TARGET("negative target"),
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
