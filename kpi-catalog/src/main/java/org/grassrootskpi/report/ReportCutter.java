package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grassrootskpi.report.Section.SectionLine;
import org.grassrootskpi.time.Period;
import org.jspecify.annotations.Nullable;

/** Finds the lines, headings and clauses of a text in one pass, in UTF-16 offsets. */
final class ReportCutter {
    /** Characters after which a clause ends even if no mark ends it. */
    static final int MAX_CLAUSE = 500;

    private static final int MAX_TITLE = 60;
    private static final int MAX_NUMBER = 5;
    private static final String CHINESE = "一二三四五六七八九十百";
    private static final String MARKS = ",，;；。！!？?：:\u2028\u2029";
    private static final String SENTENCE_MARKS = "。！!？?；;";

    final ImmutableIntArray.Builder paragraphStarts = ImmutableIntArray.builder();
    final ImmutableIntArray.Builder paragraphEnds = ImmutableIntArray.builder();
    final ImmutableIntArray.Builder clauseStarts = ImmutableIntArray.builder();
    final ImmutableIntArray.Builder clauseEnds = ImmutableIntArray.builder();
    final ImmutableIntArray.Builder sectionStarts = ImmutableIntArray.builder();

    private final WorkReport report;
    private final String text;
    private final List<SectionLine> headings = new ArrayList<>();
    private int firstLineEnd = -1;
    private int firstLineStart;

    ReportCutter(WorkReport report, String text) {
        this.report = report;
        this.text = text;
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
            line(at, end);
            at = end + 1;
        }
        headings.forEach(heading -> sectionStarts.add(heading.start));
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

    /** Whether a clause ends here: not at the comma of 1,234 and not at the colon of 2.05:1. */
    private boolean isMark(int at, int to) {
        char c = text.charAt(at);
        if (MARKS.indexOf(c) < 0) {
            return false;
        }
        boolean joins = (c == ',' || c == ':' || c == '：' || (c == '，' && at > 0 && text.charAt(at - 1) >= '０'))
                && at > 0
                && at + 1 < to
                && isDigit(text.charAt(at - 1))
                && isDigit(text.charAt(at + 1));
        return !joins || (c == ',' && !isThousands(at, to));
    }

    private boolean isThousands(int at, int to) {
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
        boolean chinese = i < end && CHINESE.indexOf(text.charAt(i)) >= 0;
        while (i < end
                && i - from < MAX_NUMBER
                && (chinese ? CHINESE.indexOf(text.charAt(i)) >= 0 : isDigit(text.charAt(i)))) {
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

    ImmutableList<Section> sections() {
        int[] ends = ends();
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        Section[] open = new Section[5];
        Period title = yearBetween(firstLineStart, Math.max(firstLineStart, firstLineEnd));
        for (int i = 0; i < headings.size(); i++) {
            SectionLine line = headings.get(i);
            Section parent = null;
            for (int level = line.level - 1; level > 0 && parent == null; level--) {
                parent = open[level];
            }
            Period named = line.level == 0 ? title : yearBetween(line.titleStart, line.titleEnd);
            Period inherited = parent == null ? null : parent.period().orElse(null);
            Section section = new Section(report, parent, line, ends[i], named != null ? named : inherited);
            for (int level = line.level; level < open.length; level++) {
                open[level] = level == line.level ? section : null;
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
            ends[i] = level == 0 ? next[1] : next[level];
            for (int deeper = level; deeper < next.length; deeper++) {
                next[deeper] = headings.get(i).start;
            }
        }
        return ends;
    }

    @Nullable Period period() {
        for (SectionLine line : headings) {
            Period named = line.level == 1 ? yearBetween(line.titleStart, line.titleEnd) : null;
            if (named != null) {
                return named;
            }
        }
        return yearBetween(firstLineStart, Math.max(firstLineStart, firstLineEnd));
    }

    /** The first year of the years 1900 to 2099 that is written in four digits with 年 behind them. */
    private @Nullable Period yearBetween(int from, int to) {
        for (int i = from; i + 5 <= to; i++) {
            if (text.charAt(i + 4) == '年' && (i == from || !isDigit(text.charAt(i - 1)))) {
                int year = year(i);
                if (year >= 1900 && year < 2100) {
                    return Period.ofYear(year);
                }
            }
        }
        return null;
    }

    private int year(int at) {
        int year = 0;
        for (int i = at; i < at + 4; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            year = year * 10 + Character.digit(text.charAt(i), 10);
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
