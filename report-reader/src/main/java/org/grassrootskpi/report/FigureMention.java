package org.grassrootskpi.report;

import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a report prints: {@code 同比增长6.34%} is the surface 6.34%, the quantity 0.0634 of a ratio, an increase on
 * the year before, about 规上工业总产值.
 *
 * <p>The surface is the number with its scale, its unit and anything between them (第9位, 上百家, 20余万元, -3.2%); the words of
 * a qualifier around it (近, 以上) are in the quantity. Offsets count Unicode characters from the start of the report.
 * A mention holds nothing that its clause does not say, except the subject and the year that a reader carries over from
 * earlier text. Immutable and thread-safe.
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
     * Returns the figure as printed, without the words of a qualifier before and behind it.
     *
     * @return for example {@code 300亿元} of 近300亿元; in a list 20.9 of 20.9、36.2个百分点
     */
    public String surface() {
        return report.printed(start, end);
    }

    /**
     * Returns the figure with its context: the qualifier and, if it is a comparison, the words that make it one.
     *
     * @return for example {@code 近300亿元} or {@code 同比增长6.34%}
     */
    public String phrase() {
        return report.reading().substring(Math.min(phraseStart, spanStart), Math.max(spanEnd, end));
    }

    /**
     * Returns where the surface begins.
     *
     * @return an offset in Unicode characters
     */
    public int start() {
        return report.characterOffset(start);
    }

    /**
     * Returns where the surface ends.
     *
     * @return an exclusive offset in Unicode characters
     */
    public int end() {
        return report.characterEnd(end);
    }

    /**
     * Returns the quantity.
     *
     * @return value in the base unit, unit, qualifier and resolution; the lower end of a range. A fall (下降72.7%) is a
     *     positive figure, a written minus keeps its sign
     */
    public Quantity quantity() {
        return quantity;
    }

    /**
     * Returns the other end of a range.
     *
     * @return the upper end of 20-30个; empty for all other figures
     */
    public Optional<Quantity> rangeEnd() {
        return Optional.ofNullable(rangeEnd);
    }

    /**
     * Returns what it is compared with.
     *
     * @return the kind of comparison; empty if it is not a comparison
     */
    public Optional<ReportedComparison> comparison() {
        return Optional.ofNullable(comparison);
    }

    /**
     * Returns the scope of a rank.
     *
     * @return for example {@code 全区}; empty where it is no rank or the clause names nobody
     */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    /**
     * Returns its part in the clause.
     *
     * @return {@link FigureRole#LEVEL} unless the clause says otherwise
     */
    public FigureRole role() {
        return role;
    }

    /**
     * Returns its period: the time that its sentence names, else the year of its section, else the year of the report.
     *
     * @return empty if none of them names a year
     */
    public Optional<TimePeriod> period() {
        return Optional.ofNullable(period);
    }

    /**
     * Returns its subject: the noun phrase in front of it, or the one that it counts, or that of the figure before it in
     * the same sentence.
     *
     * @return without line breaks, at most 40 characters; empty where none of them is there
     */
    public String subject() {
        return report.reading().substring(subjectStart, subjectEnd);
    }

    /**
     * Returns the clause that contains it.
     *
     * @return the clause; a number with a comma inside may reach beyond it
     */
    public Clause clause() {
        return report.clause(clause);
    }

    /**
     * Returns the section that contains it.
     *
     * @return the innermost one
     */
    public Section section() {
        return report.sectionAt(start);
    }

    /** Returns where the surface begins in {@link WorkReport#reading()}. */
    int readingStart() {
        return start;
    }

    /** Returns where the surface ends in {@link WorkReport#reading()}. */
    int readingEnd() {
        return end;
    }

    /** Returns where its clause begins in {@link WorkReport#reading()}. */
    int readingClauseStart() {
        return Math.min(start, report.clauseStart(clause));
    }

    /** Returns where its clause ends in {@link WorkReport#reading()}. */
    int readingClauseEnd() {
        return Math.max(end, report.clauseEnd(clause));
    }

    /** The surface without what only its way to paper put there. */
    String readingSurface() {
        return report.reading().substring(start, end);
    }

    /** Returns the phrase and its position. */
    @Override
    public String toString() {
        return phrase() + "@" + start();
    }
}
