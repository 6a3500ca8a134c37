package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
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
    private final WorkReport report;
    private final ClauseTokens tokens = new ClauseTokens();
    private final PeriodFinder periods = new PeriodFinder();
    private final ClauseScanner scanner;
    private final MentionGrammar grammar;
    private final SubjectFinder subjects;
    private final PlanSections plans;

    private FigureReader(WorkReport report, ReaderVocabulary vocabulary) {
        this.report = report;
        this.scanner = new ClauseScanner(report.reading(), vocabulary, periods, tokens);
        this.grammar = new MentionGrammar(report.reading(), tokens);
        this.subjects = new SubjectFinder(report.reading());
        this.plans = new PlanSections(vocabulary, report);
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
            boundary(clauseEnd, start, i == 0);
            clauseEnd = report.clauseEnd(i);
            done = Math.max(done, start);
            if (done < clauseEnd) {
                int from = done;
                done = scanner.scan(from, clauseEnd);
                for (QuantityDoubt doubt : scanner.doubts()) {
                    doubted.accept(new FigureDoubt(report, doubt.start(), doubt.end(), doubt.reason()));
                }
                grammar.relate();
                emit(i, from, clauseEnd, found);
            }
        }
    }

    /** Drops what was carried over from the clause before, at the end of its sentence or paragraph. */
    private void boundary(int from, int to, boolean first) {
        boolean sentence = first;
        boolean paragraph = first;
        for (int i = from; i < to; i++) {
            char c = report.reading().charAt(i);
            paragraph |= c == '\n' || c == '\r';
            sentence |= "。！？!?；;".indexOf(c) >= 0;
        }
        if (paragraph) {
            Section section = report.sectionAt(to);
            periods.startParagraph(section.period().or(report::period).orElse(null));
            plans.enter(section);
        }
        if (sentence || paragraph) {
            periods.startSentence();
            subjects.startSentence();
        }
    }

    private void emit(int clause, int from, int to, Consumer<? super FigureMention> found) {
        for (int i = 0; i < tokens.size(); i++) {
            MentionBuilder figure = tokens.figure(i);
            if (figure == null) {
                continue;
            }
            subjects.find(tokens, i, figure, from, to);
            FigureRole role = plans.inPlan() && figure.role == FigureRole.LEVEL ? FigureRole.TARGET : figure.role;
            found.accept(new FigureMention(report, clause, figure, role, periods.period()));
        }
    }
}
