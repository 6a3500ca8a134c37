package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;

/**
 * A line of a report that is not blank; lines that were only broken to fit a page are one. Offsets count Unicode characters from the start of the report. Immutable and
 * thread-safe.
 */
public final class Paragraph {
    private final WorkReport report;
    private final int start;
    private final int end;

    Paragraph(WorkReport report, int start, int end) {
        this.report = report;
        this.start = start;
        this.end = end;
    }

    /**
     * Returns the line.
     *
     * @return as printed
     */
    public String text() {
        return report.printed(start, end);
    }

    /**
     * Returns its clauses, in order.
     *
     * @return at least one
     */
    public ImmutableList<Clause> clauses() {
        return report.clausesBetween(start, end);
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

    /** The line. */
    @Override
    public String toString() {
        return text();
    }
}
