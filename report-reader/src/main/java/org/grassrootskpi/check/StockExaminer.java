package org.grassrootskpi.check;

import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.check.Known.Use;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.FigureRole;

/** What there is: as much as there was, and what was added, less what was removed, in one sentence or against an earlier source. */
final class StockExaminer implements Examiner {
    private static final String BALANCE = "stock.balance";
    private static final String HISTORY = "history.stock";

    private final KnownFigures known;

    StockExaminer(KnownFigures known) {
        this.known = known;
    }

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                if (isStock(figure)) {
                    examine(figure, ledger);
                }
            }
        }
    }

    private static boolean isStock(Printed figure) {
        return figure.isAmount() && !isAdded(figure) && !isRemoved(figure) && !isOpening(figure) && !figure.isPlanned();
    }

    /** 新增120张, 当年发展党员30人. */
    private static boolean isAdded(Printed figure) {
        return !figure.is(FigureRole.TO) && !isRemoved(figure) && CheckWords.isIn(Kind.ADDED, words(figure));
    }

    private static boolean isRemoved(Printed figure) {
        return !figure.is(FigureRole.TO) && !figure.is(FigureRole.FROM) && CheckWords.isIn(Kind.REMOVED, words(figure));
    }

    private static boolean isOpening(Printed figure) {
        return figure.is(FigureRole.FROM)
                || CheckWords.atEnd(Kind.BASE, CheckWords.withoutTail(figure.before()))
                        .isPresent()
                || CheckWords.isIn(Kind.OPENING, words(figure));
    }

    /** The words of its own clause in front of it, and those that the reader takes for a part of it: 减少20张. */
    private static String words(Printed figure) {
        String before = figure.before();
        int cut = Math.max(before.lastIndexOf('，'), Math.max(before.lastIndexOf(','), before.lastIndexOf('；')));
        return before.substring(cut + 1) + figure.mention().phrase();
    }

    private void examine(Printed stock, Ledger ledger) {
        List<Printed> added = new ArrayList<>();
        List<Printed> removed = new ArrayList<>();
        List<Printed> opening = new ArrayList<>();
        for (Printed other : stock.sentence().figures()) {
            boolean counts = other.hasUnitOf(stock) && !other.isRatio() && !other.isPlanned();
            if (counts && CheckWords.isIn(Kind.PART, other.before())) {
                return;
            }
            if (counts && isRemoved(other)) {
                removed.add(other);
            } else if (counts && isOpening(other)) {
                opening.add(other);
            } else if (counts && isAdded(other)) {
                added.add(other);
            } else if (counts && other.index() != stock.index()) {
                return;
            }
        }
        if (added.isEmpty() || removed.isEmpty() || opening.size() > 1) {
            return;
        }
        if (opening.size() == 1) {
            ledger.enter(balance(
                            BALANCE,
                            stock,
                            opening.get(0).shown(),
                            opening.get(0).quantity(),
                            added,
                            removed)
                    .with(opening.get(0), null));
        } else {
            List<Equation> readings = new ArrayList<>();
            stock.period().flatMap(of -> of.yearEarlier()).ifPresent(earlier -> {
                for (Known last : known.of(stock, Use.LEVEL, earlier::equals)) {
                    readings.add(balance(HISTORY, stock, last.shown(), last.quantity(), added, removed)
                            .from(last));
                }
            });
            ledger.enter(readings);
        }
    }

    private static Equation balance(
            String rule, Printed stock, String first, Quantity opening, List<Printed> added, List<Printed> removed) {
        StringBuilder left = new StringBuilder(first);
        Quantity sum = opening;
        for (Printed more : added) {
            left.append(" + ").append(more.shown());
            sum = sum.plus(size(more));
        }
        for (Printed less : removed) {
            left.append(" - ").append(less.shown());
            sum = sum.minus(size(less));
        }
        Equation equation = Equation.equal(rule, stock, left.toString(), sum).need(stock, sum);
        for (Printed more : added) {
            equation.with(more, size(more).plus(stock.quantity()).minus(sum));
        }
        for (Printed less : removed) {
            equation.with(less, size(less).minus(stock.quantity()).plus(sum));
        }
        return equation;
    }

    private static Quantity size(Printed figure) {
        Quantity quantity = figure.quantity();
        return quantity.value().signum() < 0 ? quantity.negated() : quantity;
    }
}
