package org.grassrootskpi.report;

import com.google.common.base.CharMatcher;
import org.grassrootskpi.report.TableHead.Kind;
import org.jspecify.annotations.Nullable;

/** Says of the figures of a table what they are compared with. */
final class TableComparisons {
    private final ReportTable table;
    private final TableLayout layout;
    private final TableTimes times;

    TableComparisons(ReportTable table, TableLayout layout, TableTimes times) {
        this.table = table;
        this.layout = layout;
        this.times = times;
    }

    /** Sets the role of a figure, and what it is measured against, by the heads of its cell. */
    void compare(MentionBuilder figure, TableHead head, int column) {
        switch (head.kind()) {
            case CHANGE, DECREASE -> {
                figure.role = FigureRole.CHANGE;
                figure.against = times.base(head.against(), figure.period);
                boolean year = figure.isRatio() && Relation.PREVIOUS_YEAR.equals(figure.against);
                figure.comparison = !year
                        ? null
                        : head.kind() == Kind.CHANGE
                                ? ReportedComparison.YOY_INCREASE
                                : ReportedComparison.YOY_DECREASE;
            }
            case SHARE -> {
                figure.role = FigureRole.SHARE;
                figure.against = head.against();
                figure.comparison = ReportedComparison.SHARE;
            }
            case COMPLETION -> {
                figure.role = FigureRole.COMPLETION;
                figure.against = head.against() != null ? head.against() : planColumn(column);
                figure.comparison = ReportedComparison.COMPLETION;
                figure.standing = FigureStanding.DONE;
            }
            case RANK -> {
                figure.role = FigureRole.RANK;
                figure.against = head.against();
                figure.scope = head.against();
                figure.comparison = ReportedComparison.RANK;
            }
            default -> {
                figure.role = figure.quantity.unit().isRank() ? FigureRole.RANK : FigureRole.LEVEL;
                figure.comparison = figure.role == FigureRole.RANK ? ReportedComparison.RANK : null;
            }
        }
    }

    /** The head of the column with the plan, as printed, that a completion is measured against. */
    private @Nullable String planColumn(int column) {
        for (int at = column - 1; at >= 0; at--) {
            if (layout.column(at).kind() == Kind.TARGET) {
                for (int row = layout.body() - 1; row >= 0; row--) {
                    if (!table.text(row, at).isEmpty()) {
                        return planName(table.text(row, at));
                    }
                }
            }
        }
        return null;
    }

    private static String planName(String printed) {
        int bracket = CharMatcher.anyOf("（(").indexIn(printed);
        return CharMatcher.whitespace().removeFrom(bracket > 0 ? printed.substring(0, bracket) : printed);
    }
}
