package org.grassrootskpi.report;

import com.google.common.collect.ImmutableSet;
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
    private final String subject;
    private final ImmutableSet<MeaningDoubt> doubts;
    private final Quantity quantity;
    private final @Nullable Quantity rangeEnd;
    private final @Nullable ReportedComparison comparison;
    private final FigureRole role;
    private final FigureStanding standing;
    private final @Nullable FigurePeriod period;
    private final @Nullable String against;
    private final @Nullable String scope;

    FigureMention(WorkReport report, MentionBuilder figure) {
        this.report = report;
        this.clause = figure.clause;
        this.start = figure.start;
        this.end = figure.end;
        this.spanStart = figure.from;
        this.spanEnd = figure.to;
        this.phraseStart = figure.phraseStart;
        this.subject = figure.subject;
        this.doubts = ImmutableSet.copyOf(figure.doubts);
        this.quantity = figure.quantity;
        this.rangeEnd = figure.rangeEnd;
        this.comparison = figure.comparison;
        this.role = figure.role;
        this.standing = figure.standing;
        this.against = figure.against;
        this.scope = figure.scope;
        this.period = figure.period;
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
     * Returns what it says of its subject.
     *
     * @return {@link FigureRole#LEVEL} unless the words around it say otherwise
     */
    public FigureRole role() {
        return role;
    }

    /**
     * Returns whether it is done or planned.
     *
     * @return {@link FigureStanding#TARGET} for figures of a plan, printed budgets and expected values
     */
    public FigureStanding standing() {
        return standing;
    }

    /**
     * Returns its period: the time that its sentence or paragraph names, else that of its section, else that of the report.
     *
     * @return empty if none of them names a year
     */
    public Optional<FigurePeriod> period() {
        return Optional.ofNullable(period);
    }

    /**
     * Returns the one period by which a catalogue holds it: a stretch of months as the quarter or half-year that it is, else the
     * last period of its time.
     *
     * @return empty if no year is named
     */
    public Optional<TimePeriod> reportingPeriod() {
        return period().map(of -> of.whole().orElse(of.to()));
    }

    /**
     * Returns what it is compared with: the base of a change, the whole of a share, the plan of a completion, the field of a
     * rank.
     *
     * @return {@code previous-year}, a period (2020, 2024-06) or the words as printed (年初, 全省平均, 调整预算); empty where it
     *     is compared with nothing or the text does not say
     */
    public Optional<String> against() {
        return Optional.ofNullable(against);
    }

    /**
     * Returns its subject: what it measures, complete. Names that share a phrase are told apart (存贷款余额达到A、B), a noun
     * that says nothing alone has its owner (医疗旅游人次86.5万、收入83.9亿元), and a change, completion, share or rank behind a
     * level has the subject of that.
     *
     * @return without line breaks, at most 40 characters; empty where the text names none
     */
    public String subject() {
        return subject;
    }

    /**
     * Returns what is suspicious about its meaning.
     *
     * @return the reasons, empty if there is none
     */
    public ImmutableSet<MeaningDoubt> doubts() {
        return doubts;
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
