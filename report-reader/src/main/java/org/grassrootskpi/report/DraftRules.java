package org.grassrootskpi.report;

import java.util.Optional;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.DraftWords.Kind;
import org.grassrootskpi.report.HeadingWords.Entry;
import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Decides which figures cannot be drafted whatever their indicator, and which are planned. */
final class DraftRules {
    private static final String FROM = "由从自";

    private final TimePeriod period;
    private final @Nullable RegionLevel home;
    private final ReaderVocabulary vocabulary = ReaderVocabulary.standard();
    private final PlanSections plans;
    private final boolean looksBack;

    DraftRules(WorkReport report, TimePeriod period, @Nullable RegionLevel home) {
        this.period = period;
        this.home = home;
        this.plans = new PlanSections(vocabulary, report);
        this.looksBack = report.sections().stream().anyMatch(section -> HeadingWords.isReview(section.title()))
                || new ReportHeader(report).title().map(HeadingWords::isReview).orElse(false);
    }

    /** Returns why a figure cannot be drafted. */
    Optional<Question> question(FigureMention figure, MentionContext around) {
        if (figure.rangeEnd().isPresent()) {
            return open(OpenReason.RANGE, "");
        }
        if (figure.role() == FigureRole.FROM || isOldRate(figure, around)) {
            return open(OpenReason.OLD_VALUE, "");
        }
        if (figure.role() == FigureRole.THRESHOLD) {
            return open(OpenReason.THRESHOLD, "");
        }
        if (around.shared.isPresent() && !around.named) {
            return open(OpenReason.SHARED_NAMES, around.shared.get());
        }
        Optional<String> years = years(figure, around);
        if (years.isPresent()) {
            return open(OpenReason.SEVERAL_YEARS, years.get());
        }
        Optional<Entry> scope = DraftWords.leading(Kind.SCOPE, around.clauseFront);
        boolean rank = figure.comparison().equals(Optional.of(ReportedComparison.RANK));
        if (scope.isPresent()
                && !rank
                && isLarger(RegionLevel.valueOf(scope.get().value()))) {
            return open(OpenReason.LARGER_PLACE, scope.get().word());
        }
        if (isPlanned(figure, around) && isYearOfPlanOpen(figure)) {
            return open(OpenReason.NO_YEAR_OF_PLAN, figure.section().title());
        }
        return Optional.empty();
    }

    private static Optional<Question> open(OpenReason reason, String detail) {
        return Optional.of(new Question(reason, detail));
    }

    /** 由增长3.1%转为…: the rate before the turn. */
    private static boolean isOldRate(FigureMention figure, MentionContext around) {
        String phrase = figure.phrase();
        int at = around.clauseFront.length() - phrase.indexOf(figure.readingSurface()) - 1;
        return figure.comparison().isPresent()
                && figure.comparison().get() != ReportedComparison.RANK
                && at >= 0
                && at < around.clauseFront.length()
                && FROM.indexOf(around.clauseFront.charAt(at)) >= 0;
    }

    /** A word of several years in the sentence, in the heading, or at the head of the paragraph. */
    private static Optional<String> years(FigureMention figure, MentionContext around) {
        Optional<String> inSentence = yearsIn(around.sentenceFront);
        if (inSentence.isPresent()) {
            return inSentence;
        }
        for (Section section = figure.section();
                section != null;
                section = section.parent().orElse(null)) {
            Optional<String> inTitle = yearsIn(section.title());
            if (inTitle.isPresent() && !HeadingWords.isPlan(section.title())) {
                return inTitle;
            }
        }
        int end = around.paragraphFront.indexOf('。');
        return yearsIn(end < 0 ? around.paragraphFront : around.paragraphFront.substring(0, end));
    }

    private static Optional<String> yearsIn(String text) {
        String rest = text;
        for (String word : DraftWords.all(Kind.THIS_YEAR, text)) {
            rest = rest.replace(word, "");
        }
        return DraftWords.first(Kind.YEARS, rest);
    }

    private boolean isLarger(RegionLevel level) {
        return home != null && level.compareTo(home) < 0;
    }

    boolean isPlanned(FigureMention figure, MentionContext around) {
        plans.enter(figure.section());
        boolean later = figure.reportingPeriod()
                .filter(of -> of.lastDay().isAfter(period.lastDay()))
                .isPresent();
        return later
                || figure.standing() == FigureStanding.TARGET
                || plans.inPlan()
                || DraftWords.has(Kind.AIM, around.clauseFront);
    }

    /** Recognises a plan next to a review that names no year of its own: it would be dated as if it were the review. */
    private boolean isYearOfPlanOpen(FigureMention figure) {
        plans.enter(figure.section());
        return plans.inPlan()
                && looksBack
                && figure.section().period().isEmpty()
                && figure.reportingPeriod().map(period::equals).orElse(true);
    }

    /**
     * Returns the change with its sign: a fall expressed in words is below zero, a written minus stays as it is. All members
     * of a list are read like the first.
     */
    Optional<Quantity> signed(FigureMention figure, MentionContext around) {
        Quantity value = figure.quantity();
        boolean falls = fallsInWords(figure, around);
        if (!falls
                || figure.comparison()
                        .filter(ReportedComparison.YOY_DECREASE::equals)
                        .isEmpty()) {
            return Optional.of(value);
        }
        return value.value().signum() < 0 ? Optional.empty() : Optional.of(value.negated());
    }

    private boolean fallsInWords(FigureMention figure, MentionContext around) {
        String phrase = figure.phrase();
        int before = phrase.lastIndexOf(figure.readingSurface());
        return hasFall(phrase.substring(0, Math.max(0, before))) || hasFall(behind(around.behind));
    }

    private static String behind(String text) {
        return text.substring(0, Math.min(text.length(), 6));
    }

    private boolean hasFall(String text) {
        for (int i = 0; i < text.length(); ) {
            Word word = vocabulary.wordAt(text, i, text.length());
            if (word != null && word.is(WordKind.DECREASE)) {
                return true;
            }
            i += word == null ? 1 : word.text.length();
        }
        return false;
    }
}
