package org.grassrootskpi.check;

import java.util.Comparator;
import java.util.List;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.check.Known.Use;
import org.grassrootskpi.time.TimePeriod;

/** 创历史新高, 降至历史最低: against every earlier value that is known. */
final class RecordExaminer implements Examiner {
    private static final String RULE = "history.record";

    private final KnownFigures known;

    RecordExaminer(KnownFigures known) {
        this.known = known;
    }

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                boolean says = (figure.isAmount() || figure.isRatio())
                        && !figure.isChange()
                        && !figure.isPlanned()
                        && figure.period().isPresent();
                if (says) {
                    boolean high = CheckWords.isIn(Kind.RECORD_HIGH, behind(figure));
                    boolean low = CheckWords.isIn(Kind.RECORD_LOW, behind(figure));
                    if (high != low) {
                        examine(figure, figure.period().orElseThrow(), high, ledger);
                    }
                }
            }
        }
    }

    /** Up to the next figure or the end of a part of the sentence. */
    private static String behind(Printed figure) {
        String behind = figure.behind();
        int end = behind.indexOf('；');
        return end < 0 ? behind : behind.substring(0, end);
    }

    private void examine(Printed figure, TimePeriod period, boolean high, Ledger ledger) {
        Comparator<Known> byValue = Comparator.comparing(of -> of.quantity().value());
        List<Known> before = known.of(
                figure,
                Use.LEVEL,
                of -> of.frequency() == period.frequency() && of.lastDay().isBefore(period.firstDay()));
        before.stream()
                .max(high ? byValue : byValue.reversed())
                .ifPresentOrElse(
                        record -> ledger.enter((high
                                        ? Equation.atLeast(
                                                RULE,
                                                figure,
                                                record.shown(),
                                                record.quantity().value(),
                                                record.quantity().bounds())
                                        : Equation.atMost(
                                                RULE,
                                                figure,
                                                record.shown(),
                                                record.quantity().value(),
                                                record.quantity().bounds()))
                                .from(record)),
                        () -> ledger.impossible(RULE));
    }
}
