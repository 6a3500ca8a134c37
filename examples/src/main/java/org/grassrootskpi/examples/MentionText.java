package org.grassrootskpi.examples;

import com.google.common.base.CharMatcher;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.report.Clause;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.FigurePeriod;
import org.grassrootskpi.report.FigureStanding;

/** Writes each clause with its figures in 【】, and below it the properties of each figure. */
final class MentionText implements MentionWriter {
    private final PrintWriter out;
    private final List<FigureMention> waiting = new ArrayList<>();
    private String section = "";

    MentionText(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(FigureMention figure) {
        if (!waiting.isEmpty()
                && waiting.get(0).clause().start() != figure.clause().start()) {
            print();
        }
        waiting.add(figure);
    }

    @Override
    public void finish() {
        print();
        out.flush();
    }

    private void print() {
        if (waiting.isEmpty()) {
            return;
        }
        FigureMention first = waiting.get(0);
        if (!section.equals(first.section().path())) {
            section = first.section().path();
            out.print(section + " " + first.section().title() + "\n");
        }
        out.print("  " + marked(first.clause()) + "\n");
        for (FigureMention figure : waiting) {
            out.print("      " + describe(figure) + "\n");
        }
        waiting.clear();
    }

    private String marked(Clause clause) {
        StringBuilder line = new StringBuilder(clause.text());
        for (int i = waiting.size() - 1; i >= 0; i--) {
            FigureMention figure = waiting.get(i);
            int start = utf16(clause, figure.start());
            int end = utf16(clause, Math.min(figure.end(), clause.end()));
            line.insert(end, '】').insert(start, '【');
        }
        return CharMatcher.anyOf("\r\n").removeFrom(line);
    }

    private static int utf16(Clause clause, int offset) {
        return clause.text().offsetByCodePoints(0, offset - clause.start());
    }

    private static String describe(FigureMention figure) {
        StringBuilder line = new StringBuilder();
        line.append(figure.subject().isEmpty() ? "?" : figure.subject())
                .append(" = ")
                .append(figure.quantity().value().toPlainString())
                .append(' ')
                .append(figure.quantity().unit().code())
                .append(", ")
                .append(MentionWriter.code(figure.quantity().qualifier()));
        figure.comparison().ifPresent(comparison -> line.append(", ").append(MentionWriter.code(comparison)));
        figure.scope().ifPresent(scope -> line.append(" of ").append(scope));
        line.append(", ").append(MentionWriter.code(figure.role()));
        if (figure.standing() == FigureStanding.TARGET) {
            line.append(" target");
        }
        figure.against().ifPresent(against -> line.append(" against ").append(against));
        figure.period()
                .map(FigurePeriod::toString)
                .ifPresent(period -> line.append(", ").append(period));
        return line.append(", @").append(figure.start()).toString();
    }
}
