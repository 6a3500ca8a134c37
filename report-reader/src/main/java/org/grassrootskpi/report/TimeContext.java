package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.text.CharacterSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the time that the text read so far speaks of. A time at the head of a paragraph holds to its end, one at the head of
 * a sentence or in front of a figure to the end of the sentence; a year holds to the end of its paragraph. Where none is
 * printed, that of the headings holds. What a change is measured against (比2020年) is no time of a figure.
 */
final class TimeContext {
    private static final String REACHED = "到至";
    private static final String COPULAS = "是为达";
    private static final String AGAINST = "比较自从由与同于按";
    private static final CharacterSet MARKS = CharacterSet.of(",，;；:：。！？!?(（\n\r");
    private static final String SINCE = "以来";
    /** The characters at which something can begin that says or ends a time. */
    private static final CharacterSet NOTABLE = CharacterSet.where(
            c -> MARKS.contains((char) c) || TimeExpressions.mayStartWith((char) c) || "()（）以".indexOf(c) >= 0);

    private static final String SINCE_WORDS = "自从由";
    private static final ImmutableList<String> SUMS = ImmutableList.of("累计完成", "累计实现", "累计执行");
    /** 近10年来|首次, 五年来|最高: a record of these years, and no time of a figure. */
    private static final String RECORDS = "首最";

    private static final int MAX_SUM = 40;
    private static final int MAX_LEAD = 4;
    private static final int MAX_HEADING = 24;

    private final WorkReport report;
    private final String text;
    private final TimeExpressions expressions;
    private final Optional<String> title;
    private final boolean looksBack;
    private @Nullable FigurePeriod section;
    private @Nullable FigurePeriod paragraph;
    private @Nullable FigurePeriod sentence;
    private @Nullable FigurePeriod base;
    private int baseEnd;
    private @Nullable FigurePeriod outside;
    private boolean open;
    private boolean startUnknown;
    private int paragraphStart;
    private final List<FigurePeriod> series = new ArrayList<>();
    private int seriesEnd;
    private @Nullable Section sectionRead;

    /** The year that opens a text whose title and headings name none. */
    private @Nullable FigurePeriod opening;

    /** True behind the first figure, where a year opens the text no more. */
    private boolean figures;

    TimeContext(WorkReport report, TimeExpressions expressions) {
        this.report = report;
        this.text = report.reading();
        this.expressions = expressions;
        ReportHeader header = new ReportHeader(report);
        this.title = report.given() != null
                ? Optional.empty()
                : header.title().or(() -> header.lines().stream().findFirst());
        this.looksBack = header.isYearOfDelivery();
    }

    void startParagraph(Section of, int start) {
        if (of != sectionRead) {
            sectionRead = of;
            section = periodOf(of);
            section = section == null && !inPlan(of) && !isReview(of) ? opening : section;
        }
        paragraph = section;
        sentence = section;
        paragraphStart = behindHeading(start);
    }

    /** （一）经济稳中有升。|前三季度: behind a heading that the paragraph runs on from. */
    private int behindHeading(int start) {
        int end = start;
        int limit = Math.min(text.length(), start + MAX_HEADING + 1);
        while (end < limit && text.charAt(end) != '。') {
            end++;
        }
        boolean numbered = end < limit
                && end > start + 1
                && ("（(".indexOf(text.charAt(start)) >= 0 || "、.．".indexOf(text.charAt(start + 1)) >= 0);
        if (!numbered) {
            return start;
        }
        for (int i = start; i < end; i++) {
            boolean number = i - start > MAX_LEAD && NumberSigns.isDigit(text.charAt(i));
            if (number || text.charAt(i) == '\n') {
                return start;
            }
        }
        return end + 1;
    }

    /** Begins a sentence; one that goes on with the parts of what the last one said keeps its time. */
    void startSentence(boolean goesOn) {
        if (goesOn) {
            return;
        }
        sentence = paragraph;
        outside = null;
        open = false;
        startUnknown = false;
        base = null;
        series.clear();
    }

    /** Returns the time of the section, in which the lines above a table can name another, the nearest first. */
    @Nullable FigurePeriod captioned(List<String> captions) {
        TimeExpression finer = null;
        for (String caption : captions) {
            TimeExpression found = headingTime(caption);
            if (found != null && found.hasYear()) {
                FigurePeriod period = found.in(section);
                return finer == null ? period : finer.in(period);
            }
            finer = finer == null ? found : finer;
        }
        return finer == null ? section : finer.in(section);
    }

    /** Begins a cell of words, whose time is that of its heads. */
    void startCell(@Nullable FigurePeriod of) {
        paragraph = of;
        sentence = of;
    }

    @Nullable FigurePeriod period() {
        return sentence;
    }

    /** The times of as many figures that a sentence lists last: 2022年、2023年产量分别为; empty if it lists another number. */
    List<FigurePeriod> series(int count) {
        return series.size() == count ? List.copyOf(series) : List.of();
    }

    /** Returns whether the time began in a year and goes on since: 2020年以来. */
    boolean isOpen() {
        return open;
    }

    /** Returns whether the sentence does not say since when: 建县以来. */
    boolean isStartUnknown() {
        return startUnknown;
    }

    /** The time of the paragraph, over which 年均 spreads a change. */
    @Nullable FigurePeriod paragraphPeriod() {
        return paragraph;
    }

    /** The period of an old level: 2.8亿元 of 由2023年的2.8亿元增至3.2亿元; null if none is printed for it. */
    @Nullable FigurePeriod basePeriod(int figure) {
        boolean touches = base != null && figure >= baseEnd && figure - baseEnd <= MAX_LEAD;
        String between = touches ? text.substring(baseEnd, figure).strip() : "";
        return touches && (between.isEmpty() || between.equals("的") || between.equals("同期")) ? base : null;
    }

    /** Reads the times in a stretch of text that ends at a figure, or at the end of a sentence. */
    void read(int from, int to, boolean figureFollows) {
        int piece = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!NOTABLE.contains(c)) {
                continue;
            }
            bracket(c);
            if (MARKS.contains(c)) {
                piece = i + 1;
            } else if (TimeExpressions.mayStartWith(c)) {
                TimeExpression found = expressions.at(i, to, false);
                if (found != null) {
                    take(found, piece, i, to, figureFollows);
                    i = found.end() - 1;
                }
            } else if (c == '以' && text.startsWith(SINCE, i)) {
                startUnknown = true;
                sentence = section == null ? sentence : section;
            }
        }
        figures |= figureFollows;
    }

    /** A year in brackets does not hold behind them. */
    private void bracket(char c) {
        if (c == '(' || c == '（') {
            outside = sentence;
        } else if ((c == ')' || c == '）') && outside != null) {
            sentence = sentence == null || sentence.year() != outside.year() ? outside : sentence;
            outside = null;
        }
    }

    private void take(TimeExpression found, int piece, int start, int to, boolean figureFollows) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        boolean of =
                (COPULAS.indexOf(before) >= 0 || REACHED.indexOf(before) >= 0) && text.startsWith("的", found.end());
        boolean against = of
                || AGAINST.indexOf(before) >= 0
                || text.startsWith("的基础", found.end())
                || text.startsWith("同期", found.end());
        FigurePeriod resolved = found.in(found.relative() || found.open() ? section : sentence);
        if (against && !(found.open() && SINCE_WORDS.indexOf(before) >= 0)) {
            base = resolved;
            baseEnd = found.end();
            return;
        }
        boolean ends = found.end() == text.length();
        if (found.relative() && !found.isSingleYear() && !ends && RECORDS.indexOf(text.charAt(found.end())) >= 0) {
            return;
        }
        if (isThisYear(found) && section != null && section.year() == resolvedYear(resolved)) {
            resolved = section;
        }
        boolean head = start - piece <= MAX_LEAD;
        boolean leads = figureFollows && isWithinPiece(found.end(), to);
        if ((!head && !leads) || resolved == null || isPlanned(found)) {
            return;
        }
        if (found.fromMonth() > 0 && (isUntil(start) || isSum(found.end(), to))) {
            resolved = found.sinceJanuary().in(sentence);
        }
        boolean joined = start - seriesEnd == 1 && "、和与及".indexOf(text.charAt(start - 1)) >= 0;
        if (!joined) {
            series.clear();
        }
        series.add(resolved);
        seriesEnd = found.end();
        sentence = resolved;
        open = found.open() && !found.hasNoStart();
        startUnknown = found.hasNoStart();
        if (startUnknown) {
            return;
        }
        if (start - paragraphStart <= MAX_LEAD) {
            boolean goal = text.charAt(Math.max(0, start - 1)) == '到'
                    && section != null
                    && section.single().isEmpty();
            section = goal ? resolved : section;
            paragraph = resolved;
            if (resolved != null) {
                open(found, resolved);
            }
        } else if (outside == null && found.isSingleYear() && !found.atEnd() && !found.open() && resolved != null) {
            paragraph = FigurePeriod.ofYears(resolved.year(), resolved.year());
        }
    }

    /** 2024年，: the year at the head of a text whose title and headings name none is that of what follows. */
    private void open(TimeExpression found, FigurePeriod of) {
        if (!figures && found.isSingleYear() && !found.relative() && !found.open()) {
            boolean month = found.fromMonth() > 0 && found.fromMonth() == found.toMonth();
            boolean stretch = found.hasPart() && !month && !found.atEnd();
            opening = stretch ? of : FigurePeriod.ofYears(of.year(), of.year());
        }
        section = section == null ? opening : section;
    }

    /** 今年以来 in a report on a half-year is that half. */
    private static boolean isThisYear(TimeExpression found) {
        return found.relative() && found.fromYear() == 0 && found.toYear() == 0 && !found.hasPart() && !found.atEnd();
    }

    private static int resolvedYear(@Nullable FigurePeriod period) {
        return period == null ? TimeExpression.NO_YEAR : period.year();
    }

    /** The time of the section, over which 年均 spreads a change where the paragraph names one year of it. */
    @Nullable FigurePeriod sectionPeriod() {
        return section;
    }

    /** 4月，一般公共预算收入|累计完成: the sum since January. */
    private boolean isSum(int from, int to) {
        String between = text.substring(from, Math.max(from, Math.min(to, from + MAX_SUM)));
        return SUMS.stream().anyMatch(between::contains);
    }

    private boolean isUntil(int start) {
        int from = Math.max(0, start - 3);
        String before = text.substring(from, start);
        boolean opens = before.endsWith("至") && (start < 2 || !Character.isLetterOrDigit(text.charAt(start - 2)));
        return opens || before.contains("截至") || before.contains("截止");
    }

    /** 全年任务 is what is planned for the year, and no time of a figure. */
    private boolean isPlanned(TimeExpression found) {
        if (!found.part().equals(TimeExpression.WHOLE_YEAR)) {
            return false;
        }
        int at = found.end();
        return HeadingWords.begins("plan", text, at)
                || text.startsWith("任务", at)
                || text.startsWith("预", at)
                || text.startsWith("的", at);
    }

    private boolean isWithinPiece(int from, int to) {
        for (int i = from; i < to; i++) {
            if (MARKS.contains(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The period that a heading names, or the one above it, or the title. */
    private @Nullable FigurePeriod periodOf(Section of) {
        FigurePeriod part = null;
        List<String> headings = new ArrayList<>();
        for (Section at = of; at != null; at = at.parent().orElse(null)) {
            headings.add(at.title());
        }
        title.ifPresent(headings::add);
        TimeExpression finer = null;
        for (String heading : headings) {
            TimeExpression found = headingTime(heading);
            if (found == null) {
                continue;
            }
            if (!found.hasYear() || found.relative()) {
                finer = finer == null ? found : finer;
                continue;
            }
            boolean delivered = heading.equals(title.orElse("")) && isBefore(of, heading);
            FigurePeriod period =
                    delivered ? FigurePeriod.ofYears(found.fromYear() - 1, found.toYear() - 1) : found.in(null);
            part = finer == null ? period : finer.in(period);
            break;
        }
        if (part == null) {
            FigurePeriod known =
                    of.period().or(report::period).map(FigurePeriod::of).orElse(null);
            return finer == null ? known : finer.in(known);
        }
        return part;
    }

    /** 2024年政府工作报告 looks back on the year before, in its sections that name no year and plan nothing. */
    private boolean isBefore(Section of, String heading) {
        boolean given = HeadingWords.has("delivered", heading)
                && HeadingWords.partOfYear(heading).isEmpty()
                && isReview(of);
        return (looksBack && !inPlan(of)) || given;
    }

    private static boolean isReview(Section of) {
        return HeadingWords.isReview(of.top().title());
    }

    private static boolean inPlan(Section of) {
        return HeadingWords.isPlan(of.top().title());
    }

    /** The first time of a heading, a single year before a stretch of years; the part of a year may follow apart. */
    private @Nullable TimeExpression headingTime(String heading) {
        TimeExpressions times = heading.equals(text) ? expressions : new TimeExpressions(heading);
        TimeExpression found = null;
        boolean open = true;
        for (int i = 0; i < heading.length(); i++) {
            if (!TimeExpressions.mayStartWith(heading.charAt(i))) {
                continue;
            }
            TimeExpression next = times.at(i, heading.length(), true);
            if (next == null) {
                continue;
            }
            i = next.end() - 1;
            if (next.isDay()) {
                continue;
            }
            if (found == null) {
                found = next;
            } else if (next.isSingleYear() && !found.isSingleYear() && found.hasYear() && !next.relative()) {
                found = next;
            } else if (open && !next.hasYear() && next.hasPart() && !found.hasPart() && found.isSingleYear()) {
                found = found.plus(next);
            } else if (next.hasYear()) {
                open = false;
            } else if (open && found.hasPart() && next.hasPart() && !next.part().equals(found.part())) {
                found = TimeExpression.ofYears(found.end(), found.fromYear(), found.toYear(), found.relative());
                open = false;
            }
        }
        return found;
    }
}
