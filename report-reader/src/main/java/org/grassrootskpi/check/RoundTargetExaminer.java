package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.FigureRole;

/**
 * The task that a completion implies where none is printed. A task of money or land is mostly a number of three digits, and one of things
 * is a whole number; where no such number lies within the rounding of both figures, one of them may be wrong.
 */
final class RoundTargetExaminer implements Examiner {
    private static final String RULE = "completion.round";
    private static final int DIGITS = 3;

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed completion : sentence.figures()) {
                if (completion.is(FigureRole.COMPLETION) && completion.index() > 0) {
                    examine(sentence.figures().get(completion.index() - 1), completion, ledger);
                }
            }
        }
    }

    private static void examine(Printed level, Printed completion, Ledger ledger) {
        boolean fits = level.isAmount() && !level.isPlanned() && level.subject().equals(completion.subject());
        if (!fits || isTargetPrinted(level) || isBudget(completion)) {
            return;
        }
        Quantity task = Equation.attempt(() -> level.quantity().dividedBy(completion.quantity()));
        if (task == null
                || !task.bounds().hasLowerBound()
                || !task.bounds().hasUpperBound()
                || task.bounds().lowerEndpoint().signum() <= 0) {
            ledger.impossible(RULE);
            return;
        }
        boolean round = isRound(level, task.bounds());
        ledger.enter(
                RULE,
                ImmutableList.of(completion.place(), level.place()),
                round,
                level.shown() + " ÷ " + completion.shown() + " = "
                        + PrintedForm.more(level, task.bounds().lowerEndpoint()) + ".."
                        + PrintedForm.more(level, task.bounds().upperEndpoint()),
                CheckLevel.ERROR);
    }

    /** Budgets are sums of items, and not round. */
    private static boolean isBudget(Printed completion) {
        String words = completion.before()
                + completion.mention().phrase()
                + completion.mention().against().orElse("");
        return words.contains("预算");
    }

    /** A sentence that prints the task is checked by it. */
    private static boolean isTargetPrinted(Printed level) {
        return level.sentence().figures().stream()
                .anyMatch(other -> other.index() != level.index()
                        && other.isAmount()
                        && other.hasUnitOf(level)
                        && CheckWords.isIn(Kind.TARGET, other.before()));
    }

    private static boolean isRound(Printed level, Range<BigDecimal> task) {
        if (level.quantity().unit().isCounting() && level.quantity().unit().isBase()) {
            return PrintedForm.isPossible(level, task);
        }
        BigDecimal unit = new BigDecimal(level.quantity().unit().numerator())
                .divide(new BigDecimal(level.quantity().unit().denominator()), MathContext.DECIMAL128);
        BigDecimal least = task.lowerEndpoint().divide(unit, MathContext.DECIMAL128);
        BigDecimal most = task.upperEndpoint().divide(unit, MathContext.DECIMAL128);
        int places = DIGITS - (most.precision() - most.scale());
        return least.setScale(places, RoundingMode.CEILING).compareTo(most) <= 0;
    }
}
