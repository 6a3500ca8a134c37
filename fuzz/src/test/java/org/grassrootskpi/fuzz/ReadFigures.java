package org.grassrootskpi.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.report.FigureDoubt;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.FigureReader;
import org.grassrootskpi.report.ReaderVocabulary;
import org.grassrootskpi.report.WorkReport;

/** What must hold of the figures of any text. */
final class ReadFigures {
    private ReadFigures() {}

    /** Reads all figures and doubts, and fails where one of them does not lie within the text, which may have tags inside of it. */
    static void checkPlaces(WorkReport report) {
        int length = report.text().codePointCount(0, report.text().length());
        int[] last = {0};
        FigureReader.read(
                report,
                ReaderVocabulary.standard(),
                figure -> {
                    if (figure.start() < last[0] || figure.end() <= figure.start() || figure.end() > length) {
                        throw new AssertionError(figure + " stands at " + figure.start() + " to " + figure.end());
                    }
                    last[0] = figure.end();
                    figure.subject();
                    figure.section().path();
                    figure.quantity().bounds();
                },
                doubt -> {
                    if (doubt.start() < 0 || doubt.end() <= doubt.start() || doubt.end() > length) {
                        throw new AssertionError(doubt + " stands at " + doubt.start() + " to " + doubt.end());
                    }
                });
    }

    /** Reads all figures and doubts, and fails where one of them is not what the text says. */
    static void check(WorkReport report) {
        String text = report.text();
        List<FigureDoubt> doubts = new ArrayList<>();
        int[] last = {0};
        FigureReader.read(
                report,
                ReaderVocabulary.standard(),
                figure -> {
                    if (figure.start() < last[0]) {
                        throw new AssertionError(figure + " begins before the last one ends");
                    }
                    last[0] = figure.end();
                    check(text, figure);
                },
                doubts::add);
        for (FigureDoubt doubt : doubts) {
            if (!text.startsWith(doubt.text(), text.offsetByCodePoints(0, doubt.start()))
                    || doubt.end() <= doubt.start()) {
                throw new AssertionError(doubt + " does not stand at " + doubt.start());
            }
            doubt.section().path();
        }
    }

    private static void check(String text, FigureMention figure) {
        int start = text.offsetByCodePoints(0, figure.start());
        if (!text.startsWith(figure.surface(), start) || figure.end() <= figure.start()) {
            throw new AssertionError(figure + " does not stand at " + figure.start());
        }
        if (isContinued(text, start, start + figure.surface().length())
                && !figure.quantity().unit().isRank()) {
            throw new AssertionError(figure + " is only a part of what stands at " + figure.start());
        }
        figure.subject();
        figure.phrase();
        figure.clause().text();
        figure.section().path();
        figure.quantity().bounds();
    }

    /** Whether a digit, 半 or a unit of its unit stands beside a figure and belongs to it. */
    private static boolean isContinued(String text, int start, int end) {
        boolean before = start > 0 && isDigit(text.charAt(start - 1)) && isDigit(text.charAt(start));
        boolean doubling = text.charAt(end - 1) == '番';
        if (before || end == text.length() || doubling) {
            return before;
        }
        boolean unit = !isDigit(text.charAt(end - 1));
        boolean per = text.charAt(end) == '/' && end + 1 < text.length() && "亩个人家元".indexOf(text.charAt(end + 1)) >= 0;
        boolean half = text.charAt(end) == '半' && !text.startsWith("半年", end);
        return (isDigit(text.charAt(end)) && !unit) || half || (per && unit);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
