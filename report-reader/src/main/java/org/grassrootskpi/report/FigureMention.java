package org.grassrootskpi.report;

import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a report prints: {@code 同比增长6.34%} is the surface 6.34%, the quantity 0.0634 of a ratio, an increase on
 * the year before, said of 规上工业总产值.
 *
 * <p>The surface is the number with its scale, unit and what stands inside it (第9位, 上百家, 20余万元, -3.2%); words of a
 * qualifier around it (近, 以上) are told by the quantity. Offsets count Unicode characters from the start of the report.
 * A mention is found, never made up: it holds nothing that its clause does not say, save the subject and the year that a
 * reader carries over from before. Immutable and thread-safe.
 */
public final class FigureMention {
    private final WorkReport report;
    private final int clause;
    private final int start;
    private final int end;
    private final int spanStart;
    private final int spanEnd;
    private final int phraseStart;
    private final int subjectStart;
    private final int subjectEnd;
    private final Quantity quantity;
    private final @Nullable Quantity rangeEnd;
    private final @Nullable ReportedComparison comparison;
    private final FigureRole role;
    private final @Nullable TimePeriod period;
    private final @Nullable String scope;

    FigureMention(WorkReport report, int clause, MentionBuilder figure, FigureRole role, @Nullable TimePeriod period) {
        this.report = report;
        this.clause = clause;
        this.start = figure.start;
        this.end = figure.end;
        this.spanStart = figure.from;
        this.spanEnd = figure.to;
        this.phraseStart = figure.phraseStart;
        this.subjectStart = figure.subjectStart;
        this.subjectEnd = figure.subjectEnd;
        this.quantity = figure.quantity;
        this.rangeEnd = figure.rangeEnd;
        this.comparison = figure.comparison;
        this.role = role;
        this.scope = figure.scope;
        this.period = period;
    }

    /**
     * The figure as printed, without the words of a qualifier before and behind it.
     *
     * @return for example {@code 300亿元} of 近300亿元; in a list 20.9 of 20.9、36.2个百分点
     */
    public String surface() {
        return report.printed(start, end);
    }

    /**
     * The figure with what is said around it: its qualifier and, if it is a comparison, the words that make it one.
     *
     * @return for example {@code 近300亿元} or {@code 同比增长6.34%}
     */
    public String phrase() {
        return report.reading().substring(Math.min(phraseStart, spanStart), Math.max(spanEnd, end));
    }

    /**
     * Where the surface begins.
     *
     * @return an offset in Unicode characters
     */
    public int start() {
        return report.characterOffset(start);
    }

    /**
     * Where the surface ends.
     *
     * @return an exclusive offset in Unicode characters
     */
    public int end() {
        return report.characterEnd(end);
    }

    /**
     * What it says.
     *
     * @return value in the base unit, unit, qualifier and resolution; the lower end of a range. A fall (下降72.7%) is told
     *     as a positive figure, a written minus keeps its sign
     */
    public Quantity quantity() {
        return quantity;
    }

    /**
     * The other end of a range.
     *
     * @return the upper end of 20-30个; empty for all other figures
     */
    public Optional<Quantity> rangeEnd() {
        return Optional.ofNullable(rangeEnd);
    }

    /**
     * What it is compared with.
     *
     * @return empty where it stands for itself
     */
    public Optional<ReportedComparison> comparison() {
        return Optional.ofNullable(comparison);
    }

    /**
     * Among whom it is a rank.
     *
     * @return for example {@code 全区}; empty where it is no rank or the clause names nobody
     */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    /**
     * Its part in the clause.
     *
     * @return {@link FigureRole#LEVEL} unless the clause says otherwise
     */
    public FigureRole role() {
        return role;
    }

    /**
     * When: the time that its sentence names, else the year of its section, else the year of the report.
     *
     * @return empty if none of them names a year
     */
    public Optional<TimePeriod> period() {
        return Optional.ofNullable(period);
    }

    /**
     * What it is about: the noun phrase in front of it, or the one that it counts, or that of the figure before it in the
     * same sentence.
     *
     * @return without line breaks, at most 40 characters; empty where none of them is there
     */
    public String subject() {
        return report.reading().substring(subjectStart, subjectEnd);
    }

    /**
     * The clause that it stands in.
     *
     * @return the clause; a number with a comma inside may reach beyond it
     */
    public Clause clause() {
        return report.clause(clause);
    }

    /**
     * The section that it stands in.
     *
     * @return the innermost one
     */
    public Section section() {
        return report.sectionAt(start);
    }

    /** Where the surface begins in {@link WorkReport#reading()}. */
    int readingStart() {
        return start;
    }

    /** Where the surface ends in {@link WorkReport#reading()}. */
    int readingEnd() {
        return end;
    }

    /** Where its clause begins in {@link WorkReport#reading()}. */
    int readingClauseStart() {
        return Math.min(start, report.clauseStart(clause));
    }

    /** Where its clause ends in {@link WorkReport#reading()}. */
    int readingClauseEnd() {
        return Math.max(end, report.clauseEnd(clause));
    }

    /** The surface without what only its way to paper put there. */
    String readingSurface() {
        return report.reading().substring(start, end);
    }

    /** The phrase and where it stands. */
    @Override
    public String toString() {
        return phrase() + "@" + start();
    }
}
