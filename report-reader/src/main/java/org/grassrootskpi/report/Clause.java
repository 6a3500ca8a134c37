package org.grassrootskpi.report;

import org.grassrootskpi.model.Target;

/**
 * The words between two punctuation marks, in which figures are printed.
 *
 * <p>A clause ends at a comma, semicolon, colon, full stop, exclamation or question mark or at the end of its line, and
 * after 500 characters where none of them comes; 、 and brackets do not end it. Offsets count
 * Unicode characters from the start of the report. Immutable and thread-safe.
 */
public final class Clause {
    private final WorkReport report;
    private final int start;
    private final int end;

    Clause(WorkReport report, int start, int end) {
        this.report = report;
        this.start = start;
        this.end = end;
    }

    /**
     * Returns the words.
     *
     * @return without the mark that ends it
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
     * Returns how firmly it commits, where it is one of a plan: 力争 strives, 启动 begins, 持续 goes on.
     *
     * @return {@link Target.Strength#COMPLETE} unless one of its words says otherwise
     */
    public Target.Strength strength() {
        return DraftRules.firmness(text());
    }

    /** The words. */
    @Override
    public String toString() {
        return text();
    }
}
