package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grassrootskpi.text.ReadableText;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * The annual report of a government as a document: sections, paragraphs and clauses, each with its place in the text.
 *
 * <p>Any text is a report; one without numbered headings has a single section. It holds no figures: those are found by
 * {@link FigureReader}. It is read without what only its way to paper or screen put into it: tags and entities of HTML, page
 * numbers and running headers, and marks of notes are left out, lines that were broken to fit a page are joined, and numbers
 * that scanning or typing tore are mended where they can be read in one way only (5⏎09.45亿元, 28 583万元, 5l9.45亿元). Rows
 * of cells between tabs, bars (Markdown) or several blanks, and tables of HTML, are tables. All offsets are those of the text
 * as given, and all texts are as printed. Offsets count Unicode characters (code points), as most other tools do, and not
 * UTF-16 units. Immutable and thread-safe.
 */
public final class WorkReport {
    private final String text;

    /** The text without what only its way to paper put there. All offsets inside the package are offsets into it. */
    private final ReadableText readable;

    private final ImmutableList<ReportTable> tables;
    private final int[] tableStarts;
    private final int[] supplementary;
    private final int[] paragraphStarts;
    private final int[] paragraphEnds;
    private final int[] clauseStarts;
    private final int[] clauseEnds;
    private final ImmutableList<Section> sections;
    private final int[] sectionStarts;
    private final @Nullable TimePeriod period;
    private final @Nullable TimePeriod given;

    private WorkReport(String text, @Nullable TimePeriod given) {
        this.text = text;
        this.readable = ReadableText.ofLines(text);
        this.supplementary = text.length() == text.codePointCount(0, text.length())
                ? new int[0]
                : IntStream.range(0, text.length())
                        .filter(i -> Character.isHighSurrogate(text.charAt(i))
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1)))
                        .toArray();
        this.tables = TableFinder.find(readable.text());
        this.tableStarts = tables.stream().mapToInt(ReportTable::start).toArray();
        ReportCutter cutter = new ReportCutter(this, readable.text(), tables, given);
        cutter.cut();
        this.paragraphStarts = cutter.paragraphStarts.build().toArray();
        this.paragraphEnds = cutter.paragraphEnds.build().toArray();
        this.clauseStarts = cutter.clauseStarts.build().toArray();
        this.clauseEnds = cutter.clauseEnds.build().toArray();
        this.sections = cutter.sections();
        this.sectionStarts = cutter.sectionStarts.build().toArray();
        this.period = cutter.period();
        this.given = given;
    }

    /**
     * Cuts a text into its parts. Takes time proportional to its length, and refuses no text.
     *
     * @param text the whole report
     * @return the document
     */
    public static WorkReport parse(String text) {
        return new WorkReport(text, null);
    }

    /**
     * Cuts the text of a file into its parts: UTF-8, with or without byte order mark, or GB18030, which holds GBK and
     * GB 2312. The encoding is detected from the bytes. A byte order mark is not part of the text.
     *
     * @param bytes the whole file
     * @return the document
     * @throws UndecodableTextException if the bytes are text in neither of them, with the offset of the first bad byte
     */
    public static WorkReport decode(byte[] bytes) {
        return parse(ReportBytes.decode(bytes));
    }

    /**
     * Returns the same text as a report on another period, for one that its title does not name or names differently.
     * Sections whose headings name a year keep theirs.
     *
     * @param period what the report is about: for most a year
     * @return the report with this {@link #period()}
     */
    public WorkReport withPeriod(TimePeriod period) {
        return new WorkReport(text, period);
    }

    /**
     * Returns the text.
     *
     * @return as it was given
     */
    public String text() {
        return text;
    }

    /** The text as it is read. */
    String reading() {
        return readable.text();
    }

    /** A stretch as it was given, line breaks included. */
    String printed(int from, int to) {
        return text.substring(readable.origin(from), Math.max(readable.origin(from), readable.originEnd(to)));
    }

    /**
     * Returns the sections in the order of their beginnings; a section comes before those inside it.
     *
     * @return at least one
     */
    public ImmutableList<Section> sections() {
        return sections;
    }

    /**
     * Returns the lines that are not blank.
     *
     * @return in order, possibly none
     */
    public ImmutableList<Paragraph> paragraphs() {
        return paragraphs(paragraphStarts.length);
    }

    ImmutableList<Paragraph> paragraphs(int first) {
        return IntStream.range(0, Math.min(first, paragraphStarts.length))
                .mapToObj(i -> new Paragraph(this, paragraphStarts[i], paragraphEnds[i]))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the clauses of all paragraphs.
     *
     * @return in order, possibly none
     */
    public ImmutableList<Clause> clauses() {
        return clausesBetween(0, readable.text().length());
    }

    /**
     * Returns the period that the report is about: the first one that a heading of the top level names which is no plan, else the
     * one that the title names. A year, or a part of a year if the heading says so (2024年上半年工作总结).
     *
     * @return empty if none does
     */
    public Optional<TimePeriod> period() {
        return Optional.ofNullable(period);
    }

    /**
     * Returns its title: the first line above the first heading that reads like one.
     *
     * @return empty if none does
     */
    public Optional<String> title() {
        return new ReportHeader(this).title();
    }

    /**
     * Returns the place that a line above the first heading names first.
     *
     * @return as printed, for example {@code 柳溪镇} of 柳溪镇2024年工作总结; empty if none does
     */
    public Optional<String> place() {
        return new ReportHeader(this).place();
    }

    /** Returns the period that a caller gave, which is stronger than that of the title; null if none did. */
    @Nullable TimePeriod given() {
        return given;
    }

    /** The tables, in order. */
    ImmutableList<ReportTable> tables() {
        return tables;
    }

    /** The lines above a table, the nearest first, up to one that is long or belongs to another table. */
    ImmutableList<String> linesAbove(int offset, int most, int longest) {
        int found = Arrays.binarySearch(paragraphStarts, offset);
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        int first = (found < 0 ? -found - 1 : found) - 1;
        int table = Arrays.binarySearch(tableStarts, offset);
        int above = (table < 0 ? -table - 1 : table) - 1;
        int end = above < 0 ? 0 : tables.get(above).end();
        for (int i = first; i >= 0 && i > first - most && paragraphStarts[i] >= end; i--) {
            if (paragraphEnds[i] - paragraphStarts[i] > longest) {
                break;
            }
            lines.add(readable.text().substring(paragraphStarts[i], paragraphEnds[i]));
        }
        return lines.build();
    }

    /** Whether a mark at an offset into the reading ends a clause. */
    boolean endsClause(int offset, int to) {
        return ReportCutter.isMark(readable.text(), offset, to);
    }

    int clauseCount() {
        return clauseStarts.length;
    }

    int clauseStart(int index) {
        return clauseStarts[index];
    }

    int clauseEnd(int index) {
        return clauseEnds[index];
    }

    Clause clause(int index) {
        return new Clause(this, clauseStarts[index], clauseEnds[index]);
    }

    ImmutableList<Clause> clausesBetween(int from, int to) {
        int first = Arrays.binarySearch(clauseStarts, from);
        return IntStream.range(first < 0 ? -first - 1 : first, clauseStarts.length)
                .takeWhile(i -> clauseStarts[i] < to)
                .mapToObj(this::clause)
                .collect(ImmutableList.toImmutableList());
    }

    /** The innermost section that holds a UTF-16 offset. */
    Section sectionAt(int offset) {
        int found = Arrays.binarySearch(sectionStarts, offset);
        // A report that begins with a heading has two sections that begin at 0: the heading's is the inner one.
        while (found >= 0 && found + 1 < sectionStarts.length && sectionStarts[found + 1] == offset) {
            found++;
        }
        return sections.get(Math.max(0, found < 0 ? -found - 2 : found));
    }

    /** The Unicode character at which a UTF-16 offset lies. */
    int characterOffset(int offset) {
        return character(readable.origin(offset));
    }

    /** The Unicode character at which a stretch ends. */
    int characterEnd(int end) {
        return character(readable.originEnd(end));
    }

    private int character(int offset) {
        if (supplementary.length == 0) {
            return offset;
        }
        int found = Arrays.binarySearch(supplementary, offset);
        return offset - (found < 0 ? -found - 1 : found);
    }
}
