package org.grassrootskpi.check;

import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.report.FigureRole;

/** A rate whose name says of what it is the quotient: 受理9600件,办结9350件,办结率97.4%. */
final class RateExaminer implements Examiner {
    private static final String RULE = "rate.parts";

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                boolean rate = figure.isRatio()
                        && (figure.is(FigureRole.LEVEL) || figure.is(FigureRole.COMPLETION))
                        && figure.mention().rangeEnd().isEmpty()
                        && !figure.isPlanned();
                if (rate) {
                    Identities.rateNamed(figure.before())
                            .filter(named -> named.isSure() || figure.is(FigureRole.LEVEL))
                            .ifPresent(named -> examine(sentence, figure, named, ledger));
                }
            }
        }
    }

    private static void examine(Sentence sentence, Printed rate, Identities.Rate identity, Ledger ledger) {
        List<Printed> before = sentence.figures().subList(0, rate.index());
        List<Equation> readings = new ArrayList<>();
        for (int i = before.size() - 1; i > 0; i--) {
            Printed part = before.get(i);
            if (!part.isAmount() || !identity.isPart(part.clause())) {
                continue;
            }
            boolean isNearest = true;
            for (int j = i - 1; j >= 0; j--) {
                Printed whole = before.get(j);
                boolean sameUnit = whole.isAmount() && whole.hasUnitOf(part);
                boolean named = sameUnit && identity.isWhole(whole.clause());
                // 重大隐患12条,整改12条: the nearest amount may be the whole without being named so.
                if (named || (sameUnit && isNearest && !identity.isPart(whole.clause()))) {
                    readings.add(
                            named ? 0 : readings.size(),
                            QuotientExaminer.quotient(RULE, rate, part, whole)
                                    .atMostA(
                                            named && isNearest && identity.isSure()
                                                    ? CheckLevel.ERROR
                                                    : CheckLevel.WARNING));
                }
                isNearest &= !sameUnit;
            }
            break;
        }
        if (readings.isEmpty()) {
            ledger.impossible(RULE);
        } else {
            ledger.enter(readings);
        }
    }
}
