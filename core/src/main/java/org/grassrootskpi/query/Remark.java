package org.grassrootskpi.query;

/**
 * A warning that a reader must know before using a value: the closed list of {@link Cell#remarks()}. A remark never
 * replaces a value; what makes a value impossible is an {@link Absence}.
 */
public enum Remark {
    /**
     * Observations were left out because they have no counterpart: a numerator without its denominator, or a region and
     * period that was observed on one side of a comparison only. {@link Cell#unpaired()} is their number.
     */
    UNPAIRED("unpaired"),
    /**
     * The two sides may come from different regions or periods: at least one is incomplete, and they could not be
     * compared observation by observation.
     */
    NOT_PAIRED("not paired"),
    /**
     * The observed figure of the indicator itself, because the indicators that it follows from do not answer for this
     * cell.
     */
    AS_OBSERVED("as observed"),
    /**
     * The series has a break between the two periods compared, so that part of the change may come from a new
     * definition.
     */
    ACROSS_BREAK("across a break"),
    /**
     * A flow that was added up over several periods, divided by a stock of one of them; or a stock divided by such a
     * flow.
     */
    OVER_SEVERAL_PERIODS("over several periods");

    private final String text;

    Remark(String text) {
        this.text = text;
    }

    /** {@return the remark in a few lower-case words, as tables print it} */
    @Override
    public String toString() {
        return text;
    }
}
