package org.grassrootskpi.check;

import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.quantity.Quantity;

/** A total behind its summands (三项合计4.8亿元), and what is left of a whole (其余8处). */
final class TotalExaminer implements Examiner {
    private static final String TOTAL = "parts.total";
    private static final String REST = "parts.rest";

    /** 前两项合计 leaves out the last ones. */
    private static final String FIRST = "前";

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                if (!figure.isAmount() || figure.isPlanned()) {
                    continue;
                }
                String words = clauseWords(figure);
                if (CheckWords.atEnd(Kind.TOTAL, CheckWords.withoutTail(words)).isPresent()) {
                    total(sentence, figure, ledger);
                } else if (CheckWords.isIn(Kind.REST, words)) {
                    rest(sentence, figure, ledger);
                }
            }
        }
    }

    private static String clauseWords(Printed figure) {
        String before = figure.before();
        int cut = Math.max(Math.max(before.lastIndexOf('，'), before.lastIndexOf(',')), before.lastIndexOf('；'));
        return before.substring(cut + 1);
    }

    private static void total(Sentence sentence, Printed total, Ledger ledger) {
        List<Printed> figures = sentence.figures();
        int last = total.index() - 1;
        int number = last >= 0 ? numberOfSummands(figures.get(last), total) : 0;
        List<Printed> summands = new ArrayList<>();
        for (int i = number > 0 ? last - 1 : last; i >= 0; i--) {
            Printed figure = figures.get(i);
            if (figure.isAmount() && figure.hasUnitOf(total) && !figure.isPlanned()) {
                summands.add(0, figure);
            }
            if (summands.size() == number) {
                break;
            }
        }
        if (number == 0 || summands.size() < number) {
            // Which figures 合计 adds is known only where their number is said.
            if (summands.size() > 1) {
                ledger.impossible(TOTAL);
            }
            return;
        }
        Quantity sum = PartsExaminer.total(summands);
        Equation equation = Equation.equal(TOTAL, total, PartsExaminer.written(summands), sum)
                .need(total, sum);
        for (Printed summand : summands) {
            equation.with(summand, total.quantity().minus(sum.minus(summand.quantity())));
        }
        ledger.enter(equation);
    }

    /** The 三 of 三项合计: a count with nothing but 合计 between it and the total. */
    private static int numberOfSummands(Printed number, Printed total) {
        boolean counts = number.quantity().unit().isCounting()
                && CheckWords.rest(total.before(), Kind.TOTAL, Kind.TAIL).isEmpty()
                && !number.hasUnitOf(total)
                && !number.before().endsWith(FIRST);
        return counts && number.value().scale() <= 0 && number.value().intValue() > 1
                ? number.value().intValue()
                : 0;
    }

    private static void rest(Sentence sentence, Printed rest, Ledger ledger) {
        List<Printed> earlier = new ArrayList<>();
        for (Printed figure : sentence.figures().subList(0, rest.index())) {
            if (figure.isAmount() && figure.hasUnitOf(rest) && !figure.isPlanned()) {
                earlier.add(figure);
            }
        }
        if (earlier.size() < 2) {
            restBeforeTotal(sentence, rest, earlier, ledger);
            return;
        }
        List<Equation> readings = new ArrayList<>();
        Printed last = earlier.get(earlier.size() - 1);
        for (int head = 0; head < earlier.size() - 1; head++) {
            Equation reading = remainder(rest, earlier.get(head), earlier.subList(head + 1, earlier.size()));
            readings.add(reading);
            if (head < earlier.size() - 2) {
                readings.add(remainder(rest, earlier.get(head), List.of(last)));
            }
        }
        if (earlier.size() > 2) {
            readings.forEach(reading -> reading.atMostA(CheckLevel.WARNING));
        }
        ledger.enter(readings);
    }

    /** 已完成45项,剩余12项,共57项. */
    private static void restBeforeTotal(Sentence sentence, Printed rest, List<Printed> earlier, Ledger ledger) {
        int next = rest.index() + 1;
        Printed total = next < sentence.figures().size() ? sentence.figures().get(next) : null;
        boolean adds = earlier.size() == 1
                && total != null
                && total.isAmount()
                && total.hasUnitOf(rest)
                && CheckWords.atEnd(Kind.TOTAL, CheckWords.withoutTail(clauseWords(total)))
                        .isPresent();
        if (!adds || total == null) {
            ledger.impossible(REST);
            return;
        }
        Printed taken = earlier.get(0);
        Quantity left = total.quantity().minus(taken.quantity());
        ledger.enter(Equation.equal(REST, rest, total.shown() + " - " + taken.shown(), left)
                .need(rest, left)
                .with(total, taken.quantity().plus(rest.quantity()))
                .with(taken, total.quantity().minus(rest.quantity())));
    }

    private static Equation remainder(Printed rest, Printed whole, List<Printed> taken) {
        Quantity sum = PartsExaminer.total(taken);
        Quantity left = whole.quantity().minus(sum);
        StringBuilder written = new StringBuilder(whole.shown());
        taken.forEach(part -> written.append(" - ").append(part.shown()));
        Equation equation = Equation.equal(REST, rest, written.toString(), left)
                .need(rest, left)
                .with(whole, sum.plus(rest.quantity()));
        for (Printed part : taken) {
            equation.with(part, left.minus(rest.quantity()).plus(part.quantity()));
        }
        return equation;
    }
}
