package org.grassrootskpi.report;

import java.time.LocalDate;
import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Decides whether a figure is done or planned: by its section, by the words of aim in its sentence, and by its time. */
final class StandingFinder {
    private static final int MAX_GOAL = 4;

    private final TextWords here;
    private final PlanSections plans;

    /** The last day of the period that the report is about; null if it names none. */
    private final @Nullable LocalDate reported;

    private @Nullable Section section;
    private boolean review;
    private boolean aimed;

    StandingFinder(WorkReport report, ReaderVocabulary vocabulary, TextWords here) {
        this.here = here;
        this.plans = new PlanSections(vocabulary, report);
        this.reported = report.period().map(TimePeriod::lastDay).orElse(null);
    }

    void startParagraph(Section of) {
        if (of != section) {
            section = of;
            plans.enter(of);
            review = !plans.inPlan() && (plans.looksBack() || HeadingWords.isReview(of.title()));
        }
    }

    boolean inPlan() {
        return plans.inPlan();
    }

    void startSentence() {
        aimed = false;
    }

    /** Reads a piece without figures; what follows a goal and a colon is to be done. */
    void piece(int from, int to, boolean colon) {
        aimed |= has(from, to, Kind.AIM) || (colon && endsInGoal(from, to));
    }

    /** 主要任务是：, 年度目标：. */
    private boolean endsInGoal(int from, int to) {
        for (int i = Math.max(from, to - MAX_GOAL); i < to; i++) {
            Entry goal = here.at(i, to, Kind.GOAL);
            int end = goal == null ? i : i + goal.length();
            if (goal != null && (end == to || (end + 1 == to && here.at(end, to, Kind.LIGHT) != null))) {
                return true;
            }
        }
        return false;
    }

    FigureStanding of(
            MentionBuilder figure, Relation relation, @Nullable MentionBuilder inherits, int piece, TimeContext times) {
        if (figure.role == FigureRole.COMPLETION) {
            return plans.inPlan() ? FigureStanding.TARGET : FigureStanding.DONE;
        }
        aimed |= has(piece, figure.from, Kind.AIM);
        boolean meant = has(piece, figure.from, Kind.INTEND) || (!review && has(piece, figure.from, Kind.WILL));
        boolean goesOn = inherits != null && inherits.standing == FigureStanding.TARGET;
        if (plans.inPlan() || aimed || meant || relation.planned()) {
            return FigureStanding.TARGET;
        }
        boolean doubtful = goesOn && inherits != null && inherits.doubts.contains(MeaningDoubt.LATER_THAN_REPORT);
        if (doubtful || (!goesOn && isLater(figure))) {
            figure.doubts.add(MeaningDoubt.LATER_THAN_REPORT);
        }
        return goesOn || isLater(figure) ? FigureStanding.TARGET : FigureStanding.DONE;
    }

    private boolean isLater(MentionBuilder figure) {
        FigurePeriod period = figure.period;
        return period != null && reported != null && period.from().firstDay().isAfter(reported);
    }

    private boolean has(int from, int to, Kind kind) {
        if (!here.mayHold(from, to, kind)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            Entry word = here.at(i, to);
            if (word != null && word.is(kind)) {
                return true;
            }
            i += word == null ? 0 : word.length() - 1;
        }
        return false;
    }
}
