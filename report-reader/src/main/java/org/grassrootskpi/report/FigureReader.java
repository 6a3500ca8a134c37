package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.grassrootskpi.quantity.QuantityDoubt;

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

    private final WorkReport report;
    private final ClauseTokens tokens = new ClauseTokens();
    private final ClauseScanner scanner;
    private final MentionGrammar grammar;
    private final MeaningReader meanings;
    private final List<MentionBuilder> sentence = new ArrayList<>();
    private int sentenceStart;

    private FigureReader(WorkReport report, ReaderVocabulary vocabulary) {
        this.report = report;
        this.scanner = new ClauseScanner(report.reading(), vocabulary, tokens);
        this.grammar = new MentionGrammar(report.reading(), tokens);
        this.meanings = new MeaningReader(report, vocabulary);
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
            done = Math.max(done, start);
            if (done < clauseEnd) {
                done = scanner.scan(done, clauseEnd);
                for (QuantityDoubt doubt : scanner.doubts()) {
                    doubted.accept(new FigureDoubt(report, doubt.start(), doubt.end(), doubt.reason()));
                }
                grammar.relate();
                collect(i);
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
            sentenceEnds |= "。！？!?".indexOf(c) >= 0;
        }
        if (sentenceEnds || paragraph) {
            finish(from, found);
            sentenceStart = to;
        }
        if (paragraph) {
            meanings.startParagraph(report.sectionAt(to), to);
        }
    }

    private void collect(int clause) {
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
