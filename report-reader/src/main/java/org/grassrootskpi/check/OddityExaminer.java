package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.report.FigureRole;

/** What is possible and looks like a slip: the same numeral twice side by side, the change of a rate in per cent. */
final class OddityExaminer implements Examiner {
    private static final String TWINS = "twin.numerals";
    private static final String RATE = "words.rate-change";
    private static final int LEAST_DIGITS = 2;

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                if (figure.index() > 0) {
                    twins(figure, sentence.figures().get(figure.index() - 1), ledger);
                }
                rate(figure, ledger);
            }
        }
    }

    /** 项目28个,投资28亿元: a numeral of at least two digits, not round, that is copied with another unit. */
    private static void twins(Printed figure, Printed before, Ledger ledger) {
        boolean amounts = figure.isAmount() && before.isAmount() && !figure.hasUnitOf(before);
        String digits = PrintedForm.digits(figure);
        long significant = digits.chars().filter(c -> c != '.').count();
        if (!amounts || significant < LEAST_DIGITS || digits.endsWith("0")) {
            return;
        }
        ledger.enter(
                TWINS,
                ImmutableList.of(figure.place(), before.place()),
                !digits.equals(PrintedForm.digits(before)),
                before.shown() + ", " + figure.shown(),
                CheckLevel.ERROR);
    }

    /** 占比提高2.3%: whether of the rate or in points is not said. */
    private static void rate(Printed change, Ledger ledger) {
        boolean hasBase = change.index() > 0
                && change.sentence().figures().get(change.index() - 1).isRatio()
                && change.sentence().figures().get(change.index() - 1).subject().equals(change.subject());
        boolean ofRate = !hasBase
                && change.is(FigureRole.CHANGE)
                && (change.isRatio() || change.quantity().unit().isPercentagePoint())
                && (CheckWords.atEnd(Kind.RATE, change.subject()).isPresent()
                        || CheckWords.atEnd(Kind.BOUNDED, change.subject()).isPresent());
        if (ofRate) {
            ledger.enter(
                    RATE,
                    ImmutableList.of(change.place()),
                    !change.isRatio(),
                    change.subject() + " " + change.mention().phrase() + " → "
                            + change.shown().replace("%", "个百分点"),
                    CheckLevel.ERROR);
        }
    }
}
