package org.grassrootskpi.check;

import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.report.FigureRole;

/** Finds the parts that a sentence lists behind a whole: 12家,其中制造业7家、服务业5家. */
final class Lists {
    private Lists() {}

    /** The index of the figure that stands in front of the list which contains a part, or -1. */
    static int headOf(Sentence sentence, Printed part) {
        List<Printed> figures = sentence.figures();
        for (int i = part.index(); i > 0; i--) {
            if (opens(figures.get(i).before())) {
                for (int head = i - 1; head >= 0; head--) {
                    if (figures.get(head).isAmount()) {
                        return head;
                    }
                    if (!isAside(figures.get(head))) {
                        return -1;
                    }
                }
            }
        }
        return -1;
    }

    static boolean opens(String before) {
        return CheckWords.isIn(Kind.PART, before);
    }

    /** Changes, shares and places of a part do not interrupt a list. */
    private static boolean isAside(Printed figure) {
        return figure.is(FigureRole.CHANGE)
                || figure.is(FigureRole.MULTIPLE)
                || figure.is(FigureRole.RANK)
                || figure.is(FigureRole.SHARE)
                || figure.is(FigureRole.COMPLETION)
                || figure.isRatio();
    }

    /** The amounts of the list that a figure opens, up to the next list or another unit. */
    static List<Printed> parts(Sentence sentence, Printed first, Printed whole) {
        List<Printed> parts = new ArrayList<>();
        List<Printed> figures = sentence.figures();
        for (int i = first.index(); i < figures.size(); i++) {
            Printed figure = figures.get(i);
            boolean nested = i > first.index() && opens(figure.before());
            boolean ends = CheckWords.isIn(Kind.TOTAL, figure.before()) && i > first.index();
            if (nested || ends) {
                break;
            }
            if (figure.isAmount() && figure.hasUnitOf(whole) && !figure.isPlanned()) {
                parts.add(figure);
            } else if (!isAside(figure) && !figure.is(FigureRole.THRESHOLD)) {
                break;
            }
        }
        return parts;
    }
}
