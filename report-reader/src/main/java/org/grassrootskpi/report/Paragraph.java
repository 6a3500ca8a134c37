package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.Objects;

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
     * Returns the line as it is read: without breaks that fit it to a page, tags, entities and marks of notes.
     *
     * @return one line
     */
    public String reading() {
        return report.reading().substring(start, end);
    }

    /**
     * Returns where a character of {@link #reading()} is printed.
     *
     * @param index a UTF-16 index into it, from zero to its length
     * @return an offset in Unicode characters from the start of the report
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public int characterAt(int index) {
        Objects.checkIndex(index, end - start + 1);
        return report.characterOffset(start + index);
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
