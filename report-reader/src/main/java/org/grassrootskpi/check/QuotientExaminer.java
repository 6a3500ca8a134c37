package org.grassrootskpi.check;

import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.report.FigureRole;
import org.jspecify.annotations.Nullable;

/** A part with its whole and its share, a result with its target and its completion. */
final class QuotientExaminer implements Examiner {
    private static final String COMPLETION = "completion.target";
    static final String SHARE = "share.whole";
    private static final String SIBLINGS = "share.siblings";
    private static final int LONGEST_LINK = 12;

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                if (figure.isRatio()
                        && !figure.is(FigureRole.CHANGE)
                        && figure.mention().rangeEnd().isEmpty()) {
                    examine(text, sentence, figure, ledger);
                }
            }
            siblings(sentence, ledger);
        }
    }

    private static void examine(CheckedText text, Sentence sentence, Printed share, Ledger ledger) {
        Printed whole = share.index() == 0 ? null : sentence.figures().get(share.index() - 1);
        if (whole != null && whole.isAmount() && isOf(share.before())) {
            printedWhole(sentence, share, whole, ledger);
        } else if (share.is(FigureRole.COMPLETION)) {
            completion(sentence, share, ledger);
        } else if (share.is(FigureRole.SHARE)) {
            share(text, sentence, share, ledger);
        }
    }

    /** The 的 of 占全年任务12亿元的110%. */
    private static boolean isOf(String between) {
        return between.startsWith("的")
                && CheckWords.rest(between.substring(1), Kind.TAIL, Kind.RATE).isEmpty();
    }

    private static void printedWhole(Sentence sentence, Printed share, Printed whole, Ledger ledger) {
        boolean isTarget = CheckWords.atEnd(Kind.TARGET, CheckWords.withoutTail(whole.before()))
                .isPresent();
        String rule = isTarget ? COMPLETION : SHARE;
        Printed part = amountBefore(sentence, whole);
        if (part == null || !CheckWords.isIn(Kind.OF, whole.before()) || !part.hasUnitOf(whole)) {
            ledger.impossible(rule);
            return;
        }
        ledger.enter(quotient(rule, share, part, whole));
    }

    /** The nearest amount in front of a figure, behind changes, shares and ranks of the same. */
    private static @Nullable Printed amountBefore(Sentence sentence, Printed figure) {
        for (int i = figure.index() - 1; i >= 0; i--) {
            Printed before = sentence.figures().get(i);
            if (before.isAmount()) {
                return before;
            }
            boolean skipped = before.is(FigureRole.CHANGE) || before.is(FigureRole.RANK) || before.isRatio();
            if (!skipped) {
                return null;
            }
        }
        return null;
    }

    /** 年度任务5亿元,完成4.85亿元,完成率97%, or with the result first. */
    private static void completion(Sentence sentence, Printed rate, Ledger ledger) {
        Printed second = amountBefore(sentence, rate);
        Printed first = second == null ? null : amountBefore(sentence, second);
        if (first == null || second == null || !first.hasUnitOf(second)) {
            ledger.impossible(COMPLETION);
            return;
        }
        boolean firstIsTarget = isTarget(first);
        boolean secondIsTarget = isTarget(second);
        if (firstIsTarget == secondIsTarget) {
            ledger.impossible(COMPLETION);
            return;
        }
        Printed target = firstIsTarget ? first : second;
        Printed result = firstIsTarget ? second : first;
        // Another thing is done than was planned where the result names a noun that the target does not have.
        boolean same = CheckWords.isIn(Kind.DONE, second.before()) || secondIsTarget;
        if (!same) {
            ledger.impossible(COMPLETION);
            return;
        }
        ledger.enter(quotient(COMPLETION, rate, result, target));
    }

    private static boolean isTarget(Printed figure) {
        String lead = CheckWords.withoutTail(figure.before());
        boolean near = CheckWords.atEnd(Kind.TARGET, lead).isPresent();
        return near || (figure.isPlanned() && CheckWords.isIn(Kind.TARGET, figure.before()));
    }

    private static void share(CheckedText text, Sentence sentence, Printed share, Ledger ledger) {
        boolean listed = share.before().contains("分别")
                || (share.index() > 0
                        && sentence.figures().get(share.index() - 1).is(FigureRole.SHARE));
        if (listed) {
            return; // the list as a whole is examined by StructureExaminer
        }
        Printed part = share.index() == 0 ? null : sentence.figures().get(share.index() - 1);
        if (part != null && part.is(FigureRole.CHANGE)) {
            part = amountBefore(sentence, share);
        }
        if (part == null
                || !part.isAmount()
                || !part.subject().equals(share.subject())
                || share.before().length()
                        > LONGEST_LINK + share.mention().against().orElse("").length()) {
            ledger.impossible(SHARE);
            return;
        }
        List<Equation> readings = new ArrayList<>();
        for (Printed whole : wholes(sentence, share, part)) {
            boolean apart = whole.index() < part.index() && part.before().contains("；");
            readings.add(quotient(SHARE, share, part, whole).atMostA(apart ? CheckLevel.WARNING : CheckLevel.ERROR));
        }
        if (readings.isEmpty()) {
            for (Printed whole : text.amountsOf(share.mention().against().orElse(""), part)) {
                readings.add(quotient(SHARE, share, part, whole).atMostA(CheckLevel.WARNING));
            }
        }
        if (readings.isEmpty()) {
            ledger.impossible(SHARE);
        } else {
            ledger.enter(readings);
        }
    }

    /** Shares of one whole that nothing in the sentence names: each part and its share imply it, and they must agree. */
    private static void siblings(Sentence sentence, Ledger ledger) {
        @Nullable Printed last = null;
        for (Printed share : sentence.figures()) {
            if (!share.is(FigureRole.SHARE) || !share.isRatio() || share.index() == 0) {
                continue;
            }
            Printed part = sentence.figures().get(share.index() - 1);
            boolean unnamed = share.mention().against().isEmpty()
                    && part.isAmount()
                    && share.before().length() <= LONGEST_LINK
                    && Lists.headOf(sentence, part) < 0;
            if (!unnamed) {
                last = null;
                continue;
            }
            if (last != null) {
                sibling(sentence, share, part, last, ledger);
            }
            last = share;
        }
    }

    private static void sibling(Sentence sentence, Printed share, Printed part, Printed other, Ledger ledger) {
        Printed otherPart = sentence.figures().get(other.index() - 1);
        Quantity whole = Equation.attempt(() -> otherPart.quantity().dividedBy(ratio(other)));
        Quantity computed = whole == null || !part.hasUnitOf(otherPart)
                ? null
                : Equation.attempt(() -> part.quantity().dividedBy(whole));
        if (computed == null) {
            return;
        }
        String left = part.shown() + " ÷ (" + otherPart.shown() + " ÷ " + other.shown() + ")";
        ledger.enter(Equation.equal(SIBLINGS, share, left, computed)
                .with(part, null)
                .with(otherPart, null)
                .with(other, null)
                .need(share, computed));
    }

    /** The figures that can be the whole: the one that the text names, or else the head of the list of the part. */
    private static List<Printed> wholes(Sentence sentence, Printed share, Printed part) {
        String named = share.mention().against().orElse("");
        boolean unnamed = named.isEmpty() || CheckWords.all(Kind.GENERIC_WHOLE).contains(named);
        List<Printed> wholes = new ArrayList<>();
        List<Printed> figures = sentence.figures();
        for (Printed figure : figures) {
            boolean fits = figure.index() != part.index() && figure.isAmount() && figure.hasUnitOf(part);
            if (fits
                    && !unnamed
                    && (figure.subject().equals(named) || named.endsWith(figure.subject()))
                    && !figure.subject().isEmpty()) {
                wholes.add(figure);
            }
        }
        int head = unnamed ? Lists.headOf(sentence, part) : -1;
        if (head >= 0 && figures.get(head).hasUnitOf(part)) {
            wholes.add(figures.get(head));
        }
        return wholes;
    }

    static Equation quotient(String rule, Printed stated, Printed part, Printed whole) {
        Quantity computed = Equation.attempt(() -> part.quantity().dividedBy(whole.quantity()));
        String left = part.shown() + " ÷ " + whole.shown();
        if (computed == null) {
            return Equation.undecidable(rule, stated, left);
        }
        return Equation.equal(rule, stated, left, computed.value(), computed.bounds())
                .with(part, Equation.attempt(() -> whole.quantity().times(stated.quantity())))
                .with(whole, Equation.attempt(() -> part.quantity().dividedBy(ratio(stated))))
                .need(stated, computed);
    }

    private static Quantity ratio(Printed stated) {
        return Quantity.of(
                stated.value(),
                Unit.RATIO,
                stated.quantity().qualifier(),
                stated.quantity().bounds());
    }
}
