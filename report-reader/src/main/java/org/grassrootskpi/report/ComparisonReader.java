package org.grassrootskpi.report;

import com.google.common.collect.ImmutableSet;
import java.util.Objects;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;

/** Finds what the figures of a sentence are compared with: the base of a change, the whole of a share, a plan, a field. */
final class ComparisonReader {
    /** What 环比 does not compare: years, and parts of them from January on. */
    private static final ImmutableSet<Frequency> NOT_BEFORE = ImmutableSet.of(Frequency.ANNUAL, Frequency.YEAR_TO_DATE);

    private static final String WITH = "与同较比";

    private final RelationFinder relations;
    private final TimeContext times;
    private final SubjectReader subjects;

    /** The base that a piece without figures names: 与年初相比. */
    private @Nullable String compared;

    private int comparedAt;

    ComparisonReader(RelationFinder relations, TimeContext times, SubjectReader subjects) {
        this.relations = relations;
        this.times = times;
        this.subjects = subjects;
    }

    /** Leaves the base that was named, at the end of a sentence or a part of it. */
    void forget() {
        compared = null;
    }

    /** Reads a piece without figures; returns whether it names a base. */
    boolean piece(String printed, int from) {
        boolean with = WITH.indexOf(printed.charAt(0)) >= 0 && printed.endsWith("比");
        if (with) {
            compared = relations.base(printed.substring(1));
            comparedAt = from;
        }
        return with;
    }

    /** What a figure is compared with, by its relation, a piece before it, the figure before it, or else its time. */
    @Nullable String of(MentionBuilder figure, Relation relation, String phrase, @Nullable MentionBuilder last) {
        String against = relation.against();
        return switch (figure.role) {
            case CHANGE, MULTIPLE -> changed(figure, against, phrase, last);
            case SHARE -> against != null ? against : phrase.isEmpty() ? subjects.whole() : null;
            case COMPLETION, RANK -> against;
            default -> null;
        };
    }

    private @Nullable String changed(
            MentionBuilder figure, @Nullable String printed, String phrase, @Nullable MentionBuilder last) {
        if (printed != null && printed.contains("环比")) {
            return earlier(figure, printed);
        }
        if (printed != null) {
            return month(figure, printed);
        }
        FigurePeriod of = figure.role == FigureRole.MULTIPLE ? times.basePeriod(figure.from) : null;
        if (of != null && figure.period != null && of.year() != figure.period.year() - 1) {
            return of.toString();
        }
        boolean named = compared != null && last != null && comparedAt >= last.to;
        boolean goesOn =
                phrase.isEmpty() && !named && last != null && last.role == FigureRole.CHANGE && last.against != null;
        boolean spreads = figure.period != null && figure.period.single().isEmpty();
        if (goesOn && last != null && (!spreads || Objects.equals(last.period, figure.period))) {
            return last.against;
        }
        if (compared != null) {
            return compared;
        }
        if (times.isStartUnknown()) {
            return null;
        }
        if (times.isOpen() && figure.period != null) {
            figure.doubts.add(MeaningDoubt.NO_BASE);
            return Integer.toString(figure.period.from().year());
        }
        if (figure.period != null && figure.period.single().isEmpty()) {
            return Integer.toString(figure.period.from().year() - 1);
        }
        return Relation.PREVIOUS_YEAR;
    }

    private static String earlier(MentionBuilder figure, String printed) {
        FigurePeriod period = figure.period;
        boolean known = period != null
                && period.single().isPresent()
                && !NOT_BEFORE.contains(period.to().frequency());
        return known && period != null ? period.to().previous().toString() : printed;
    }

    /** 较8月 is compared with a month of the figure's year. */
    private static String month(MentionBuilder figure, String printed) {
        TimeExpression time = new TimeExpressions(printed).at(0, printed.length(), false);
        boolean whole = time != null && time.end() == printed.length() && time.hasPart() && !time.atEnd();
        FigurePeriod resolved = whole && time != null ? time.in(figure.period) : null;
        return resolved == null ? printed : resolved.toString();
    }
}
