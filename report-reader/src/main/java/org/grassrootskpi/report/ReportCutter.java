package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.report.Section.SectionLine;
import org.grassrootskpi.text.CharacterSet;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Finds the lines, headings and clauses of a text in one pass, in UTF-16 offsets. */
final class ReportCutter {
    /** Characters after which a clause ends even if no mark ends it. */
    static final int MAX_CLAUSE = 500;

    private static final int MAX_TITLE = 60;
    private static final int MAX_NUMBER = 5;
    private static final CharacterSet CHINESE = CharacterSet.of("一二三四五六七八九十百");
    private static final CharacterSet MARKS = CharacterSet.of(",，;；。！!？?：:\u2028\u2029");
    private static final String SENTENCE_MARKS = "。！!？?；;";
    private static final int MAX_YEAR_HEADING = 30;
    private static final String YEAR_DIGITS = "〇一二三四五六七八九";
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "^(?:第[一二三四五六七八九十]+(?:部分|章|篇))?[^\\p{L}\\p{N}]*(?:[0-9０-９]{4}|[二一][〇○零0一二三四五六七八九]{3}|过去|今后|明)\\s*(?:一|五|三)?\\s*年"
                    + "|^[^\\p{L}\\p{N}]*(?:[上下]半年|[一二三四]季度|下一?步|今年)");

    private static final Pattern MONTHS =
            Pattern.compile("(?:([0-9]{1,2})\\s*[-–—~～至到]+\\s*)?(?<![0-9])([0-9]{1,2})\\s*月(?!\\s*[0-9]{1,2}\\s*日)");

    final ImmutableIntArray.Builder paragraphStarts = ImmutableIntArray.builder();
    final ImmutableIntArray.Builder paragraphEnds = ImmutableIntArray.builder();
    final ImmutableIntArray.Builder clauseStarts = ImmutableIntArray.builder();
    final ImmutableIntArray.Builder clauseEnds = ImmutableIntArray.builder();
    final ImmutableIntArray.Builder sectionStarts = ImmutableIntArray.builder();

    private final WorkReport report;
    private final String text;
    private final ImmutableList<ReportTable> tables;
    private int nextTable;
    private final List<SectionLine> headings = new ArrayList<>();
    private int firstLineEnd = -1;
    private int firstLineStart;
    private final @Nullable TimePeriod given;

    ReportCutter(WorkReport report, String text, ImmutableList<ReportTable> tables, @Nullable TimePeriod given) {
        this.report = report;
        this.text = text;
        this.tables = tables;
        this.given = given;
    }

    void cut() {
        headings.add(new SectionLine(0, "", 0, 0, 0));
        int length = text.length();
        int at = 0;
        while (at < length) {
            int end = at;
            while (end < length && !isLineBreak(text.charAt(end))) {
                end++;
            }
            if (nextTable < tables.size() && at >= tables.get(nextTable).start()) {
                ReportTable table = tables.get(nextTable);
                nextTable++;
                rows(table);
                at = table.end() + 1;
                continue;
            }
            line(at, end);
            at = end + 1;
        }
        headings.forEach(heading -> sectionStarts.add(heading.start));
    }

    /** Each row of a table is a paragraph and each of its cells a clause; none of them is a heading. */
    private void rows(ReportTable table) {
        for (int row = 0; row < table.rowCount(); row++) {
            ImmutableList<TableCell> cells = table.row(row);
            if (cells.isEmpty()) {
                continue;
            }
            paragraphStarts.add(cells.get(0).start());
            paragraphEnds.add(cells.get(cells.size() - 1).end());
            for (TableCell cell : cells) {
                clauseStarts.add(cell.start());
                clauseEnds.add(cell.end());
            }
        }
    }

    private void line(int lineStart, int lineEnd) {
        int start = lineStart;
        int end = lineEnd;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return;
        }
        if (firstLineEnd < 0) {
            firstLineStart = start;
            firstLineEnd = Math.min(end, start + MAX_TITLE);
        }
        paragraphStarts.add(start);
        paragraphEnds.add(end);
        SectionLine heading = heading(start, end);
        if (heading == null) {
            heading = yearHeading(start, end);
        }
        if (heading != null) {
            headings.add(heading);
        }
        clauses(heading == null ? start : heading.titleStart, end);
    }

    private void clauses(int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            boolean ends = i == to || isMark(i, to) || i - start == MAX_CLAUSE;
            if (!ends) {
                continue;
            }
            if (i > start) {
                clauseStarts.add(start);
                clauseEnds.add(i);
            }
            start = i < to && i - start == MAX_CLAUSE && !isMark(i, to) ? i : i + 1;
        }
    }

    /** Returns whether a clause ends here: not at the comma of 1,234 and not at the colon of 2.05:1. */
    private boolean isMark(int at, int to) {
        return isMark(text, at, to);
    }

    static boolean isMark(String text, int at, int to) {
        char c = text.charAt(at);
        if (!MARKS.contains(c)) {
            return false;
        }
        boolean joins = (c == ',' || c == ':' || c == '：' || (c == '，' && at > 0 && text.charAt(at - 1) >= '０'))
                && at > 0
                && at + 1 < to
                && isDigit(text.charAt(at - 1))
                && isDigit(text.charAt(at + 1));
        return !joins || (c == ',' && !isThousands(text, at, to));
    }

    private static boolean isThousands(String text, int at, int to) {
        int i = at + 1;
        while (i < to && isDigit(text.charAt(i))) {
            i++;
        }
        return i - at == 4;
    }

    private @Nullable SectionLine heading(int start, int end) {
        char first = text.charAt(start);
        boolean bracket = first == '(' || first == '（';
        int from = bracket ? start + 1 : start;
        int i = from;
        boolean chinese = i < end && CHINESE.contains(text.charAt(i));
        while (i < end
                && i - from < MAX_NUMBER
                && (chinese ? CHINESE.contains(text.charAt(i)) : isDigit(text.charAt(i)))) {
            i++;
        }
        if (i == from || i == end) {
            return null;
        }
        char close = text.charAt(i);
        boolean closes = bracket ? close == ')' || close == '）' : close == '、' || close == '．' || close == '.';
        boolean decimal = !chinese && i + 1 < end && isDigit(text.charAt(i + 1));
        if (!closes || (decimal && !bracket)) {
            return null;
        }
        int title = i + 1;
        while (title < end && isBlank(text.charAt(title))) {
            title++;
        }
        int titleEnd = title;
        while (titleEnd < end && titleEnd - title < MAX_TITLE && SENTENCE_MARKS.indexOf(text.charAt(titleEnd)) < 0) {
            titleEnd++;
        }
        int level = (chinese ? 1 : 3) + (bracket ? 1 : 0);
        return new SectionLine(level, text.substring(start, i + 1), start, title, titleEnd);
    }

    /** Recognises 2022年工作回顾, 上半年工作回顾 on a separate line: a heading without a number, above the numbered ones. */
    private @Nullable SectionLine yearHeading(int start, int end) {
        if (end - start > MAX_YEAR_HEADING || SENTENCE_MARKS.indexOf(text.charAt(end - 1)) >= 0) {
            return null;
        }
        String line = text.substring(start, end);
        boolean dated = YEAR_FIRST.matcher(line).find();
        boolean heads = HeadingWords.has("plan", line) || HeadingWords.has("review", line);
        boolean sentence = line.chars().anyMatch(c -> MARKS.contains((char) c));
        return start != firstLineStart && dated && heads && !sentence
                ? new SectionLine(0, "", start, start, end)
                : null;
    }

    ImmutableList<Section> sections() {
        int[] ends = ends();
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        Section[] open = new Section[5];
        TimePeriod title = given != null ? given : titlePeriod();
        for (int i = 0; i < headings.size(); i++) {
            SectionLine line = headings.get(i);
            Section parent = null;
            for (int level = line.level - 1; level >= 0 && parent == null; level--) {
                parent = open[level];
            }
            boolean heading = line.titleEnd > line.start;
            TimePeriod named = heading ? periodOf(line) : title;
            TimePeriod inherited = parent == null ? null : parent.period().orElse(null);
            Section section = new Section(report, parent, line, ends[i], named != null ? named : inherited);
            for (int level = line.level; level < open.length; level++) {
                open[level] = level == line.level && heading ? section : null;
            }
            sections.add(section);
        }
        return sections.build();
    }

    /** A section ends where the next one of its level or above begins. */
    private int[] ends() {
        int[] ends = new int[headings.size()];
        int[] next = new int[5];
        Arrays.fill(next, text.length());
        for (int i = headings.size() - 1; i >= 0; i--) {
            int level = headings.get(i).level;
            ends[i] = i == 0 ? next[1] : next[level];
            for (int deeper = level; deeper < next.length; deeper++) {
                next[deeper] = headings.get(i).start;
            }
        }
        return ends;
    }

    /**
     * The first period that a heading of the top level names which is no plan, else that of the title. The year of a plan
     * is the report's only where it is a plan as a whole.
     */
    @Nullable TimePeriod period() {
        if (given != null) {
            return given;
        }
        TimePeriod planned = null;
        boolean onlyPlans = true;
        for (SectionLine line : headings) {
            if (line.level > 1 || line.titleEnd == line.start) {
                continue;
            }
            boolean plan = HeadingWords.isPlan(text.substring(line.titleStart, line.titleEnd));
            onlyPlans &= plan;
            TimePeriod named = periodOf(line);
            if (named != null && !plan) {
                return named;
            }
            planned = planned == null ? named : planned;
        }
        TimePeriod title = titlePeriod();
        return title != null || !onlyPlans ? title : planned;
    }

    private @Nullable TimePeriod titlePeriod() {
        int end = Math.max(firstLineStart, firstLineEnd);
        return inPart(yearBetween(firstLineStart, end), text.substring(firstLineStart, end));
    }

    private @Nullable TimePeriod periodOf(SectionLine line) {
        return inPart(yearBetween(line.titleStart, line.titleEnd), text.substring(line.titleStart, line.titleEnd));
    }

    /** 2024年上半年工作总结 is about a half, unless it plans the other one too. */
    private static @Nullable TimePeriod inPart(@Nullable TimePeriod year, String heading) {
        if (year == null) {
            return null;
        }
        String part = HeadingWords.partOfYear(heading).or(() -> months(heading)).orElse("");
        boolean one = HeadingWords.isPlan(heading) != HeadingWords.isReview(heading);
        return part.isEmpty() || !one ? year : TimePeriod.parse(year + "-" + part);
    }

    /** 7月 is a month, 1—6月 a year to date; 1月15日 is a day on which something was said. */
    private static Optional<String> months(String heading) {
        Matcher matcher = MONTHS.matcher(heading);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int last = Integer.parseInt(matcher.group(2));
        boolean toDate = matcher.group(1) != null && Integer.parseInt(matcher.group(1)) == 1;
        if (last < 1 || last > 12 || (matcher.group(1) != null && !toDate)) {
            return Optional.empty();
        }
        return Optional.of(String.format(Locale.ROOT, toDate ? "YTD%02d" : "%02d", last));
    }

    private @Nullable TimePeriod yearBetween(int from, int to) {
        return years(text, from, to, false);
    }

    /** The last year that a text names. */
    static Optional<TimePeriod> lastYear(String text) {
        return Optional.ofNullable(years(text, 0, text.length(), true));
    }

    /** A year of 1900 to 2099 in four digits with 年 behind them, blanks between them or not. */
    private static @Nullable TimePeriod years(String text, int from, int to, boolean last) {
        TimePeriod found = null;
        for (int i = from; i + 5 <= to; i++) {
            int end = i + 4;
            while (end < to && isBlank(text.charAt(end))) {
                end++;
            }
            if (end < to && text.charAt(end) == '年' && (i == from || !isDigit(text.charAt(i - 1)))) {
                int year = year(text, i);
                if (year >= 1900 && year < 2100 && (found == null || last)) {
                    found = TimePeriod.ofYear(year);
                }
            }
        }
        return found;
    }

    private static int year(String text, int at) {
        int year = 0;
        for (int i = at; i < at + 4; i++) {
            char c = text.charAt(i) == '○' || text.charAt(i) == '零' ? '〇' : text.charAt(i);
            int digit = isDigit(c) ? Character.digit(c, 10) : YEAR_DIGITS.indexOf(c);
            if (digit < 0) {
                return -1;
            }
            year = year * 10 + digit;
        }
        return year;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u3000' || c == '\u00A0' || c == '\uFEFF';
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }
}
