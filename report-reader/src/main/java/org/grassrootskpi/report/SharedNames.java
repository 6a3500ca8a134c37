package org.grassrootskpi.report;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.report.DraftWords.Kind;

/** Assigns names to the figures of 甲、乙分别增长5%、6% in order: the first name to the first figure. */
final class SharedNames {
    private static final Splitter NAMES =
            Splitter.on(CharMatcher.anyOf("、和与及")).trimResults().omitEmptyStrings();
    private static final int MAX_GAP = 6;

    private final Map<FigureMention, String> names = new HashMap<>();
    private final Map<FigureMention, String> problems = new HashMap<>();

    SharedNames(WorkReport report, ImmutableList<FigureMention> figures) {
        for (int i = 0; i < figures.size(); ) {
            int to = i + 1;
            while (to < figures.size() && isListed(figures.get(to - 1), figures.get(to))) {
                to++;
            }
            share(report, figures.subList(i, to));
            i = to;
        }
    }

    private static boolean isListed(FigureMention one, FigureMention next) {
        return next.readingStart() - one.readingEnd() <= MAX_GAP
                && !one.subject().isEmpty()
                && one.role() == next.role()
                && one.comparison().equals(next.comparison())
                && one.quantity().unit().hasSameBase(next.quantity().unit());
    }

    private void share(WorkReport report, List<FigureMention> list) {
        FigureMention first = list.get(0);
        if (list.stream().map(FigureMention::subject).distinct().count() > 1) {
            boolean spread = DraftWords.has(Kind.JOINT, front(report, first));
            for (int i = 0; i < list.size() && spread; i++) {
                names.put(list.get(i), list.get(i).subject());
                problems.put(list.get(i), (i + 1) + " of " + list.size() + " figures");
            }
            return;
        }
        List<String> parts = new ArrayList<>(NAMES.splitToList(first.subject()));
        boolean joint = DraftWords.has(Kind.JOINT, front(report, first));
        if (parts.size() < 2 || (list.size() < 2 && !joint)) {
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            boolean whole = list.size() == parts.size();
            if (whole) {
                names.put(list.get(i), parts.get(i));
            }
            problems.put(list.get(i), (i + 1) + " of " + list.size() + " figures, " + parts.size() + " names");
        }
    }

    private static String front(WorkReport report, FigureMention figure) {
        return report.reading().substring(figure.readingClauseStart(), figure.readingStart());
    }

    /** Returns the name that belongs to a figure; empty if it shares none or the numbers of names and figures differ. */
    Optional<String> of(FigureMention figure) {
        return Optional.ofNullable(names.get(figure));
    }

    /** Returns a message that the figure shares several names. */
    Optional<String> problemOf(FigureMention figure) {
        return Optional.ofNullable(problems.get(figure));
    }
}
