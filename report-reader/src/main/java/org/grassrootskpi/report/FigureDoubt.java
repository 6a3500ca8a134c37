package org.grassrootskpi.report;

import org.grassrootskpi.quantity.DoubtReason;

/**
 * A figure that a report prints and that cannot be read whole: {@code 5l9,45亿元}. It has no value, because a part of it
 * would be a smaller figure that the report does not print; a person has to look. Offsets count Unicode characters from the
 * start of the report. Immutable and thread-safe.
 */
public final class FigureDoubt {
    private final WorkReport report;
    private final int start;
    private final int end;
    private final DoubtReason reason;

    FigureDoubt(WorkReport report, int start, int end, DoubtReason reason) {
        this.report = report;
        this.start = start;
        this.end = end;
        this.reason = reason;
    }

    /**
     * Returns the figure as printed, as far as it reaches.
     *
     * @return a stretch of the text
     */
    public String text() {
        return report.printed(start, end);
    }

    /**
     * Returns where it begins.
     *
     * @return an offset in Unicode characters
     */
    public int start() {
        return report.characterOffset(start);
    }

    /**
     * Returns where it ends.
     *
     * @return an exclusive offset in Unicode characters
     */
    public int end() {
        return report.characterEnd(end);
    }

    /**
     * Returns why it cannot be read.
     *
     * @return the reason
     */
    public DoubtReason reason() {
        return reason;
    }

    /**
     * Returns the section that contains it.
     *
     * @return the innermost one
     */
    public Section section() {
        return report.sectionAt(start);
    }

    /**
     * Returns a message: what is printed where, why it is not read, and the way out.
     *
     * @return an English sentence
     */
    public String message() {
        return "\"" + text() + "\" at character " + start() + " is not read: " + reason.message()
                + "; correct the text or enter the figure by hand";
    }

    /** The message. */
    @Override
    public String toString() {
        return message();
    }
}
