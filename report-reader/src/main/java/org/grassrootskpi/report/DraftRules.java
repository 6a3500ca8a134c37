package org.grassrootskpi.report;

import static java.util.stream.Collectors.joining;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.DraftWords.Kind;
import org.grassrootskpi.report.HeadingWords.Entry;
import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Decides which figures cannot be drafted whatever their indicator, and which are planned. */
final class DraftRules {
    private static final ImmutableSet<MeaningDoubt> OF_SUBJECT = Sets.immutableEnumSet(
            MeaningDoubt.NO_SUBJECT, MeaningDoubt.OTHER_SUBJECT, MeaningDoubt.CUT_SUBJECT, MeaningDoubt.NO_HEAD);
    private static final Splitter WORDS = Splitter.on(' ');
    private static final CharMatcher CLAUSE_END = CharMatcher.anyOf("，,。：:；;");
    private static final Pattern OF_OTHERS = Pattern.compile("(?:及?以[上下]|以内)?的[^，,。；;]");
    private static final int OPENING = 8;
    private static final String FROM = "由从自";
    private static final String NUMERALS = "两二三四五六七八九十";

    private final TimePeriod period;
    private final String homeName;
    private final @Nullable RegionLevel home;
    private final ReaderVocabulary vocabulary = ReaderVocabulary.standard();
    private final PlanSections plans;
    private final boolean looksBack;
    private final Optional<TimePeriod> planned;

    DraftRules(WorkReport report, TimePeriod period, DraftRegion region) {
        this.period = period;
        this.homeName = region.isOpen()
                ? new ReportHeader(report).place().orElse("")
                : region.home().name().zh();
        this.home = region.isOpen() ? level(homeName) : region.home().level();
        this.plans = new PlanSections(vocabulary, report);
        this.looksBack = report.sections().stream().anyMatch(section -> HeadingWords.isReview(section.title()))
                || new ReportHeader(report).title().map(HeadingWords::isReview).orElse(false);
        this.planned = new ReportHeader(report).planned(period);
    }

    /** Returns why a figure cannot be drafted. */
    Optional<Question> question(FigureMention figure, MentionContext around) {
        if (figure.rangeEnd().isPresent()) {
            return open(OpenReason.RANGE, "");
        }
        Optional<String> projected = DraftWords.first(Kind.PROJECTED, around.sentenceFront);
        if (projected.isPresent()) {
            return open(OpenReason.PROJECTED, projected.get());
        }
        if (figure.role() == FigureRole.FROM || isOldRate(figure, around)) {
            return open(OpenReason.OLD_VALUE, "");
        }
        if (figure.role() == FigureRole.THRESHOLD || isThreshold(figure, around)) {
            return open(OpenReason.THRESHOLD, "");
        }
        Optional<Entry> name = DraftWords.leading(Kind.NAMED_BEHIND, around.behind);
        if (name.isPresent()) {
            return open(
                    OpenReason.NO_SUBJECT, figure.readingSurface() + name.get().word());
        }
        if (isInName(figure, around)) {
            return open(OpenReason.NO_SUBJECT, figure.readingSurface() + around.behind);
        }
        if (around.shared.isPresent() && !around.named) {
            return open(OpenReason.SHARED_NAMES, around.shared.get());
        }
        Optional<String> years = years(figure, around);
        if (years.isPresent()) {
            return open(OpenReason.SEVERAL_YEARS, years.get());
        }
        Optional<FigurePeriod> stretch =
                figure.period().filter(of -> of.whole().isEmpty() && !isPlanned(figure, around));
        if (stretch.isPresent()) {
            return open(OpenReason.STRETCH, stretch.get().toString());
        }
        Optional<Entry> scope = DraftWords.leading(Kind.SCOPE, around.clauseFront);
        boolean rank = figure.comparison().equals(Optional.of(ReportedComparison.RANK));
        if (scope.isPresent()
                && !rank
                && !homeName.endsWith(scope.get().word().substring(1))
                && isLarger(RegionLevel.of(scope.get().value()))) {
            return open(OpenReason.LARGER_PLACE, scope.get().word());
        }
        Standing standing = standing(figure, around);
        if (standing.isTarget() && (isYearOfPlanOpen(figure) || isBeforeThePlan(figure))) {
            return open(OpenReason.NO_YEAR_OF_PLAN, figure.section().title());
        }
        return Optional.empty();
    }

    /**
     * Returns why it is not sure what a figure means. Such a figure is nobody's value until a person has decided.
     *
     * @param named true if the name of the indicator stands beside the figure, which answers what it is about
     */
    static Optional<Question> doubt(FigureMention figure, boolean named) {
        ImmutableList<MeaningDoubt> open = figure.doubts().stream()
                .filter(doubt -> !named || !OF_SUBJECT.contains(doubt))
                .collect(ImmutableList.toImmutableList());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        return open.contains(MeaningDoubt.NO_SUBJECT)
                ? open(OpenReason.NO_SUBJECT, "")
                : open(
                        OpenReason.DOUBTFUL,
                        open.stream().map(MeaningDoubt::message).collect(joining("; ")));
    }

    /** Returns the word in the name of an indicator of which the paragraph says nothing: 热线 for 受理群众诉求 where none is named. */
    static Optional<String> unsaid(String name, MentionContext around) {
        return DraftWords.entries(Kind.IN_REPORT).stream()
                .filter(entry -> name.contains(entry.word())
                        && WORDS.splitToStream(entry.value())
                                .noneMatch(word -> around.paragraphFront.contains(word)
                                        || around.sentenceText.contains(word)
                                        || around.sectionTitle.contains(word)))
                .map(Entry::word)
                .findFirst();
    }

    private static Optional<Question> open(OpenReason reason, String detail) {
        return Optional.of(new Question(reason, detail));
    }

    /** 三项社会保险基金总收入2186亿元: a numeral in the name of what the next figure measures. */
    private static boolean isInName(FigureMention figure, MentionContext around) {
        String numeral = figure.readingSurface();
        return numeral.length() == 2
                && NUMERALS.indexOf(numeral.charAt(0)) >= 0
                && around.behind.length() > 1
                && around.behind.codePoints().allMatch(Character::isIdeographic)
                && !DraftWords.has(Kind.DONE, around.behind)
                && around.nextIsNamed;
    }

    /** 10个村集体经济收入超50万元, 7个村集体收入不足10万元: what some villages have more or less of, and no income of all. */
    private static boolean isThreshold(FigureMention figure, MentionContext around) {
        Qualifier qualifier = figure.quantity().qualifier();
        boolean bound = qualifier == Qualifier.ABOVE || qualifier == Qualifier.AT_LEAST || qualifier == Qualifier.BELOW;
        if (bound && OF_OTHERS.matcher(around.behind).lookingAt()) {
            return true; // 收入10万元以上的村
        }
        return bound
                && figure.comparison().isEmpty()
                && around.clauseFront.length() > around.front.length()
                && !around.front.isEmpty()
                && Character.isLetter(around.front.charAt(0));
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

    /** A word of several years in the sentence, in the heading, or in the clause that opens the paragraph; 今年 ends what it opens. */
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
        boolean ownTime = DraftWords.has(Kind.IN_YEAR, around.sentenceFront)
                || DraftWords.has(Kind.THIS_YEAR, around.sentenceFront);
        int end = CLAUSE_END.indexIn(around.paragraphFront);
        return ownTime ? Optional.empty() : yearsIn(around.paragraphFront.substring(0, Math.max(end, 0)));
    }

    private static Optional<String> yearsIn(String text) {
        String rest = text;
        for (String word : DraftWords.all(Kind.THIS_YEAR, text)) {
            rest = rest.replace(word, "");
        }
        return DraftWords.first(Kind.YEARS, rest);
    }

    private boolean isLarger(RegionLevel level) {
        return home != null
                && RegionLevel.prepared().indexOf(level)
                        < RegionLevel.prepared().indexOf(home);
    }

    boolean isPlanned(FigureMention figure, MentionContext around) {
        plans.enter(figure.section());
        boolean later = figure.reportingPeriod()
                .filter(of -> of.lastDay().isAfter(period.lastDay()))
                .isPresent();
        return later
                || (figure.standing() == FigureStanding.TARGET
                        && (!isInReview(figure.section()) || DraftWords.has(Kind.AIM, around.sentenceFront)))
                || plans.inPlan()
                || DraftWords.has(Kind.AIM, around.clauseFront);
    }

    /** The level that the last word of a name says, as 全镇 says it: empty for a name without one. */
    private static @Nullable RegionLevel level(String name) {
        return DraftWords.entries(Kind.SCOPE).stream()
                .filter(entry -> name.endsWith(entry.word().substring(1)))
                .map(entry -> RegionLevel.of(entry.value()))
                .findFirst()
                .orElse(null);
    }

    /** In a review only a word of striving makes a plan of a figure: 拟外迁企业线索32条 were found. */
    private static boolean isInReview(Section section) {
        for (Section of = section; of != null; of = of.parent().orElse(null)) {
            if (HeadingWords.isReview(of.title()) && !HeadingWords.isPlan(of.title())) {
                return true;
            }
        }
        return false;
    }

    /** Says whether a figure is done, expected, or planned, and then how firmly. */
    Standing standing(FigureMention figure, MentionContext around) {
        plans.enter(figure.section());
        boolean estimated =
                DraftWords.has(Kind.ESTIMATE, around.clauseFront) || opensWith(Kind.ESTIMATE, around.paragraphFront);
        if (!plans.inPlan() && estimated) {
            return Standing.FORECAST;
        }
        return isPlanned(figure, around) ? Standing.planned(strength(figure, around)) : Standing.DONE;
    }

    /** 预计全年完成A；B；C, 力争A增长5%，B增长6%: what a sentence opens with is of all its figures. */
    private static boolean opensWith(Kind kind, String paragraph) {
        String sentence = paragraph.substring(paragraph.lastIndexOf('。') + 1).strip();
        return DraftWords.has(kind, sentence.substring(0, Math.min(sentence.length(), OPENING)));
    }

    /** 增长5%左右 is expected and not promised; outside a plan, what is striven for is so to the end of its sentence. */
    private Target.Strength strength(FigureMention figure, MentionContext around) {
        boolean expected = DraftWords.has(Kind.STRIVE, plans.inPlan() ? around.clauseFront : around.sentenceFront)
                || opensWith(Kind.STRIVE, around.paragraphFront)
                || around.sentenceFront.contains("预期目标");
        if (expected || figure.quantity().qualifier() == Qualifier.ABOUT) {
            return Target.Strength.STRIVE;
        }
        return strength(around.clauseFront);
    }

    /** By the verb: 启动 is to be begun, 持续 is to go on. */
    private static Target.Strength strength(String clause) {
        if (DraftWords.has(Kind.START, clause)) {
            return Target.Strength.START;
        }
        return DraftWords.has(Kind.CONTINUE, clause) ? Target.Strength.CONTINUE : Target.Strength.COMPLETE;
    }

    /** How firmly a clause of a plan commits, figures or not. */
    static Target.Strength firmness(String clause) {
        return DraftWords.has(Kind.STRIVE, clause) ? Target.Strength.STRIVE : strength(clause);
    }

    /** A plan for 2025 with a figure of 2024: no deadline of it. */
    private boolean isBeforeThePlan(FigureMention figure) {
        TimePeriod earliest = planned.orElse(period);
        return figure.reportingPeriod().orElse(period).lastDay().isBefore(earliest.firstDay());
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
