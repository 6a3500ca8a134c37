package org.grassrootskpi.report;

/** Why a person should look at what a figure is said to mean. */
public enum MeaningDoubt {
    /** The text names nothing that it measures. */
    NO_SUBJECT("no subject is named"),
    /** It has no words of its own, and is taken to be of what a clause before is about, which need not be so. */
    OTHER_SUBJECT("its subject is that of another clause"),
    /** Its subject begins or ends inside a quotation or a bracket. */
    CUT_SUBJECT("its subject is cut"),
    /** Neither the text nor a heading or title names a year. */
    NO_PERIOD("no year is named"),
    /** The text says only that it goes on since something: 建县以来, 近年来. */
    NO_START("when its time begins is not said"),
    /** A change since a year, which can be measured against that year or the one before: 2020年以来增长20%. */
    NO_BASE("what it is measured against is not said"),
    /** No word says that it is planned, but its time is after that of the report. */
    LATER_THAN_REPORT("its time is after that of the report"),
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
