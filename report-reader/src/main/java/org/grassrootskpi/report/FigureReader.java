package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.grassrootskpi.quantity.QuantityDoubt;
import org.grassrootskpi.text.CharacterSet;

/**
 * Finds the figures in a report.
 *
 * <p>It reads each clause once from left to right, by rules that can be looked up: what is a number with a unit is found by
 * {@link org.grassrootskpi.quantity.Quantity#parsePrefix}; what only looks like a figure (dates, 第三批, "1+6+2+1", PM2.5)
 * is left out; the words in front of a figure make it a change, a completion, a share or a rank. A figure is read whole or
 * it is a {@linkplain FigureDoubt doubt}: one that the text next to it continues (3亿多万, 5l9,45亿元, 三四十家) has no value.
 * It takes time proportional to the length of the text, and it refuses no text.
 *
 * <pre>{@code
 * WorkReport report = WorkReport.parse("全年完成工业投资204.92亿元，同比增长6.3%，总量居全区第一。");
 * for (FigureMention figure : FigureReader.read(report)) {
 *     System.out.println(figure.subject() + " " + figure.quantity().value() + " " + figure.comparison());
 * }
 * }</pre>
 */
public final class FigureReader {
    /** Figures and characters after which a sentence is read as if it ended, so that a text without marks stays linear. */
    private static final int MAX_FIGURES = 100;

    private static final int MAX_SENTENCE = 4000;

    /** Lines above a table that can name its unit and its time, and the longest that does. */
    private static final int MAX_CAPTIONS = 3;

    private static final int MAX_CAPTION = 60;

    private static final CharacterSet SENTENCE_ENDS = CharacterSet.of("。！？!?");

    private final WorkReport report;
    private final ClauseTokens tokens = new ClauseTokens();
    private final ClauseScanner scanner;
    private final MentionGrammar grammar;
    private final MeaningReader meanings;
    private final List<MentionBuilder> sentence = new ArrayList<>();
    private int sentenceStart;
    private final TableUnits units;
    private int nextTable;

    private FigureReader(WorkReport report, ReaderVocabulary vocabulary) {
        this.report = report;
        this.scanner = new ClauseScanner(report.reading(), vocabulary, tokens);
        this.grammar = new MentionGrammar(report.reading(), tokens);
        this.meanings = new MeaningReader(report, vocabulary);
        this.units = new TableUnits(vocabulary.units());
    }

    /**
     * The figures of a report, read with the {@linkplain ReaderVocabulary#standard() standard} vocabulary.
     *
     * @param report the report
     * @return in the order of the text, none overlapping another
     */
    public static ImmutableList<FigureMention> read(WorkReport report) {
        return read(report, ReaderVocabulary.standard());
    }

    /**
     * The figures of a report, read with a vocabulary of your own.
     *
     * @param report the report
     * @param vocabulary the words to read it with
     * @return in the order of the text, none overlapping another
     */
    public static ImmutableList<FigureMention> read(WorkReport report, ReaderVocabulary vocabulary) {
        ImmutableList.Builder<FigureMention> figures = ImmutableList.builder();
        read(report, vocabulary, figures::add);
        return figures.build();
    }

    /**
     * Reads a report and passes on its figures one by one, so that a very long one needs no list of them.
     *
     * @param report the report
     * @param vocabulary the words to read it with
     * @param found takes the figures in the order of the text
     */
    public static void read(WorkReport report, ReaderVocabulary vocabulary, Consumer<? super FigureMention> found) {
        read(report, vocabulary, found, doubt -> {});
    }

    /**
     * Reads a report and passes on its figures, and those that cannot be read whole, one by one.
     *
     * @param report the report
     * @param vocabulary the words to read it with
     * @param found takes the figures in the order of the text
     * @param doubted takes the doubts in the order of the text
     */
    public static void read(
            WorkReport report,
            ReaderVocabulary vocabulary,
            Consumer<? super FigureMention> found,
            Consumer<? super FigureDoubt> doubted) {
        new FigureReader(report, vocabulary).read(found, doubted);
    }

    /**
     * The figures of a report that cannot be read whole, with the {@linkplain ReaderVocabulary#standard() standard}
     * vocabulary.
     *
     * @param report the report
     * @return in the order of the text; none of them is among the figures that {@link #read(WorkReport)} finds
     */
    public static ImmutableList<FigureDoubt> doubts(WorkReport report) {
        ImmutableList.Builder<FigureDoubt> doubts = ImmutableList.builder();
        read(report, ReaderVocabulary.standard(), figure -> {}, doubts::add);
        return doubts.build();
    }

    private void read(Consumer<? super FigureMention> found, Consumer<? super FigureDoubt> doubted) {
        int done = 0;
        int clauseEnd = 0;
        for (int i = 0; i < report.clauseCount(); i++) {
            int start = report.clauseStart(i);
            boundary(clauseEnd, start, i == 0, found);
            clauseEnd = report.clauseEnd(i);
            if (nextTable < report.tables().size()
                    && start >= report.tables().get(nextTable).start()) {
                ReportTable table = report.tables().get(nextTable++);
                i = readTable(table, i, found, doubted);
                done = table.end();
                clauseEnd = report.clauseEnd(i);
                sentenceStart = clauseEnd;
                continue;
            }
            done = Math.max(done, start);
            if (done < clauseEnd) {
                done = scan(done, clauseEnd, doubted);
                collect(i, sentence);
            }
            if (sentence.size() >= MAX_FIGURES || clauseEnd - sentenceStart >= MAX_SENTENCE) {
                finish(clauseEnd, found);
            }
        }
        finish(clauseEnd, found);
    }

    /** Reads what the figures of a sentence mean at its end, and drops what a paragraph carried over at the end of that. */
    private void boundary(int from, int to, boolean first, Consumer<? super FigureMention> found) {
        boolean sentenceEnds = first;
        boolean paragraph = first;
        for (int i = from; i < to; i++) {
            char c = report.reading().charAt(i);
            paragraph |= c == '\n' || c == '\r';
            sentenceEnds |= SENTENCE_ENDS.contains(c);
        }
        if (sentenceEnds || paragraph) {
            finish(from, found);
            sentenceStart = to;
        }
        if (paragraph) {
            meanings.startParagraph(report.sectionAt(to), to);
        }
    }

    /** Reads a table whose first clause is given; returns its last one. */
    private int readTable(
            ReportTable table,
            int first,
            Consumer<? super FigureMention> found,
            Consumer<? super FigureDoubt> doubted) {
        List<String> captions = new ArrayList<>(TableReader.captionsOf(table, units));
        captions.addAll(report.linesAbove(table.start(), MAX_CAPTIONS, MAX_CAPTION));
        TableReader reader = new TableReader(table, units, captions, meanings.tableTimes(report, captions));
        int clause = first - 1;
        for (int row = 0; row < table.rowCount(); row++) {
            for (TableCell cell : table.row(row)) {
                clause++;
                TableReader.Reading reading = reader.read(row, cell);
                MentionBuilder figure = reading.figure();
                if (figure != null) {
                    figure.clause = clause;
                    found.accept(new FigureMention(report, figure));
                } else if (reading.doubt() != null) {
                    doubted.accept(new FigureDoubt(report, cell.start(), cell.end(), reading.doubt()));
                } else if (reading.prose()) {
                    readCell(reader, row, cell, clause, found, doubted);
                }
            }
        }
        return clause;
    }

    /** Reads a cell of words. */
    private void readCell(
            TableReader reader,
            int row,
            TableCell cell,
            int clause,
            Consumer<? super FigureMention> found,
            Consumer<? super FigureDoubt> doubted) {
        List<MentionBuilder> figures = new ArrayList<>();
        int at = cell.start();
        while (at < cell.end()) {
            int end = at;
            while (end < cell.end() && !report.endsClause(end, cell.end())) {
                end++;
            }
            if (end > at) {
                end = scan(at, end, doubted);
                collect(clause, figures);
            }
            at = Math.max(at, end) + 1;
        }
        figures.removeIf(figure -> figure.to > cell.end());
        meanings.readCell(figures, cell, reader.subjectOf(row, cell), reader.periodOf(row, cell));
        if (reader.isTarget(row, cell)) {
            figures.forEach(figure -> figure.standing = FigureStanding.TARGET);
        }
        figures.forEach(figure -> found.accept(new FigureMention(report, figure)));
    }

    private int scan(int from, int to, Consumer<? super FigureDoubt> doubted) {
        int end = scanner.scan(from, to);
        for (QuantityDoubt doubt : scanner.doubts()) {
            doubted.accept(new FigureDoubt(report, doubt.start(), doubt.end(), doubt.reason()));
        }
        grammar.relate();
        return end;
    }

    private void collect(int clause, List<MentionBuilder> sentence) {
        for (int i = 0; i < tokens.size(); i++) {
            MentionBuilder figure = tokens.figure(i);
            if (figure != null) {
                figure.clause = clause;
                sentence.add(figure);
            }
        }
    }

    private void finish(int end, Consumer<? super FigureMention> found) {
        meanings.read(sentence, sentenceStart, Math.max(sentenceStart, end));
        for (MentionBuilder figure : sentence) {
            found.accept(new FigureMention(report, figure));
        }
        sentence.clear();
        sentenceStart = end;
    }
}
