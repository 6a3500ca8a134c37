package org.grassrootskpi.report;

/** Why a person should look at what a figure is said to mean. */
public enum MeaningDoubt {
    /** The text names nothing that it measures. */
    NO_SUBJECT("no subject is named"),
    /** Neither the text nor a heading or title names a year. */
    NO_PERIOD("no year is named"),
    /** The text says only that it goes on since something: 建县以来, 近年来. */
    NO_START("when its time begins is not said"),
    /** A change since a year, which can be measured against that year or the one before: 2020年以来增长20%. */
    NO_BASE("what it is measured against is not said"),
    /** A list has another number of names than of figures: 甲、乙、丙分别增长5%、6%. */
    NAMES_AND_FIGURES("the numbers of names and figures differ"),
    /** It is in a table without heads, behind another figure of its row. */
    NO_HEAD("no head of the table says what it is");

    private final String message;

    MeaningDoubt(String message) {
        this.message = message;
    }

    /**
     * Returns the reason in words.
     *
     * @return an English phrase
     */
    public String message() {
        return message;
    }
}
