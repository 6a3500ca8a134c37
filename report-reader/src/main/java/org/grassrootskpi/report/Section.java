package org.grassrootskpi.report;

import java.util.Optional;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * A part of a report under a heading: 一、, (一) or 1., or a year on a separate line (2022年工作回顾), and all that is below
 * it.
 *
 * <p>The text before the first heading is a section too, without a number. Offsets count Unicode characters from the
 * start of the report. Immutable and thread-safe.
 */
public final class Section {
    private final WorkReport report;
    private final @Nullable Section parent;
    private final int level;
    private final String number;
    private final int start;
    private final int titleStart;
    private final int titleEnd;
    private final int end;
    private final @Nullable TimePeriod period;

    Section(WorkReport report, @Nullable Section parent, SectionLine line, int end, @Nullable TimePeriod period) {
        this.report = report;
        this.parent = parent;
        this.level = line.level;
        this.number = line.number;
        this.start = line.start;
        this.titleStart = line.titleStart;
        this.titleEnd = line.titleEnd;
        this.end = end;
        this.period = period;
    }

    /**
     * Returns its depth.
     *
     * @return 1 for 一、, 2 for (一), 3 for 1., 4 for (1); 0 for a heading without a number and for the text before the first
     *     heading
     */
    public int level() {
        return level;
    }

    /**
     * Returns the number as printed.
     *
     * @return for example {@code 一、} or {@code (三)}; empty before the first heading and where the heading has none
     */
    public String number() {
        return number;
    }

    /**
     * Returns the heading behind the number: the first sentence of its line, because reports run headings into their text.
     *
     * @return possibly empty
     */
    public String title() {
        return report.reading().substring(titleStart, titleEnd);
    }

    /**
     * Returns the section that this one is a part of.
     *
     * @return empty at the top
     */
    public Optional<Section> parent() {
        return Optional.ofNullable(parent);
    }

    /** The section at the top that it is a part of; itself if it is one. */
    Section top() {
        return parent == null ? this : parent.top();
    }

    /**
     * Returns the numbers from the top down.
     *
     * @return for example {@code 一、(三)}, with the whole of a heading without a number: {@code 2022年工作回顾(三)}; empty
     *     before the first heading
     */
    public String path() {
        String own = level == 0 ? title() : number;
        return parent == null ? own : parent.path() + own;
    }

    /**
     * Returns where the section begins, its number included.
     *
     * @return an offset in Unicode characters
     */
    public int start() {
        return report.characterOffset(start);
    }

    /**
     * Returns where the section ends, the sections below it included.
     *
     * @return an exclusive offset in Unicode characters
     */
    public int end() {
        return report.characterEnd(end);
    }

    /**
     * Returns the period that its heading names, or that the section above it is about: a year or a part of one.
     *
     * @return empty if neither names one
     */
    public Optional<TimePeriod> period() {
        return Optional.ofNullable(period);
    }

    /**
     * Returns whether it says what is planned: the heading above it, or the title of the report, is that of a plan.
     *
     * @return false for a review, and where neither says so
     */
    public boolean isPlan() {
        PlanSections plans = new PlanSections(ReaderVocabulary.standard(), report);
        plans.enter(this);
        return plans.inPlan();
    }

    /** The path and the title. */
    @Override
    public String toString() {
        return level == 0 ? path() : path() + title();
    }

    /** A heading while the report is being cut, in UTF-16 offsets. */
    static final class SectionLine {
        final int level;
        final String number;
        final int start;
        final int titleStart;
        final int titleEnd;

        SectionLine(int level, String number, int start, int titleStart, int titleEnd) {
            this.level = level;
            this.number = number;
            this.start = start;
            this.titleStart = titleStart;
            this.titleEnd = titleEnd;
        }
    }
}
