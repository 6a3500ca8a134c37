package org.grassrootskpi.check;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.report.FigureRole;

/**
 * A percentage of a counted whole that no whole number of them gives: 96.9 % of 120 would be 116.28. The test of granularity is that of
 * Brown and Heathers, "The GRIM Test" (Social Psychological and Personality Science, 2017), for a share instead of a mean.
 */
final class GrimExaminer implements Examiner {
    private static final String RULE = "grim.percent";
    private static final BigDecimal LARGEST = BigDecimal.valueOf(100_000);

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed share : sentence.figures()) {
                boolean alone = share.index() > 0
                        && share.isRatio()
                        && !share.is(FigureRole.CHANGE)
                        && !share.is(FigureRole.COMPLETION)
                        && share.quantity().qualifier() == Qualifier.EXACT
                        && share.quantity().resolution().signum() > 0
                        && share.mention().rangeEnd().isEmpty();
                if (alone) {
                    Printed whole = sentence.figures().get(share.index() - 1);
                    if (isWhole(whole) && isOf(share, whole)) {
                        grim(share, whole, ledger);
                    }
                }
            }
        }
    }

    /** A count to the one, and few enough that its shares have gaps. */
    private static boolean isWhole(Printed figure) {
        return figure.isAmount()
                && figure.quantity().unit().isCounting()
                && figure.quantity().qualifier() == Qualifier.EXACT
                && figure.quantity().resolution().compareTo(BigDecimal.ONE) == 0
                && figure.value().signum() > 0
                && figure.value().compareTo(LARGEST) < 0;
    }

    private static boolean isOf(Printed share, Printed whole) {
        if (share.is(FigureRole.SHARE)) {
            return CheckWords.isIn(Kind.PART, share.before())
                    && share.mention().against().isEmpty();
        }
        return share.is(FigureRole.LEVEL)
                && !share.before().contains("；")
                && Identities.rateNamed(share.before())
                        .filter(rate -> rate.isSure() && rate.isWhole(whole.clause()))
                        .isPresent();
    }

    private static void grim(Printed share, Printed whole, Ledger ledger) {
        Range<BigDecimal> bounds = share.bounds();
        BigDecimal low = bounds.lowerEndpoint().multiply(whole.value());
        BigDecimal high = bounds.upperEndpoint().multiply(whole.value());
        BigDecimal least = low.setScale(0, RoundingMode.CEILING);
        if (bounds.lowerBoundType() == BoundType.OPEN && least.compareTo(low) == 0) {
            least = least.add(BigDecimal.ONE);
        }
        int beyond = least.compareTo(high);
        boolean holds = beyond < 0 || (beyond == 0 && bounds.upperBoundType() == BoundType.CLOSED);
        BigDecimal below = least.subtract(BigDecimal.ONE);
        ledger.enter(
                RULE,
                ImmutableList.copyOf(List.of(share.place(), whole.place())),
                holds,
                percent(below, share, whole) + ", " + percent(least, share, whole) + " ≠ " + share.shown(),
                CheckLevel.ERROR);
    }

    private static String percent(BigDecimal part, Printed share, Printed whole) {
        BigDecimal value = part.divide(whole.value(), MathContext.DECIMAL64);
        return part.toPlainString() + " ÷ " + whole.shown() + " = " + PrintedForm.more(share, value);
    }
}
