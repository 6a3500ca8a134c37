package org.grassrootskpi.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;

/** A total, a count and what each of them comes to: 补贴120万元,惠及400户,户均3000元. */
final class UnitPriceExaminer implements Examiner {
    private static final String RULE = "unit.price";
    private static final Pattern EACH = Pattern.compile("每(.{1,2}?)[^每，,。；;]{0,6}$|([^平年月日])均[^均，,。；;]{0,6}$");
    private static final String COUNT = "count:";

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed price : sentence.figures()) {
                if (price.isAmount() && !price.isPlanned()) {
                    Matcher each = EACH.matcher(price.before());
                    if (each.find()) {
                        examine(sentence, price, each.group(1) == null ? each.group(2) : each.group(1), ledger);
                    }
                }
            }
        }
    }

    private static void examine(Sentence sentence, Printed price, String measure, Ledger ledger) {
        List<Printed> counts = new ArrayList<>();
        List<Printed> totals = new ArrayList<>();
        for (Printed figure : sentence.figures()) {
            if (figure.index() == price.index() || !figure.isAmount() || figure.isPlanned()) {
                continue;
            }
            if (figure.quantity().unit().isCounting() && figure.hasCode(COUNT + measure)) {
                counts.add(figure);
            } else if (figure.hasUnitOf(price) && !EACH.matcher(figure.before()).find()) {
                totals.add(figure);
            }
        }
        if (counts.isEmpty() || totals.isEmpty()) {
            ledger.impossible(RULE);
            return;
        }
        List<Equation> readings = new ArrayList<>();
        for (Printed total : totals) {
            for (Printed count : counts) {
                Quantity times = plain(count);
                Quantity each = Equation.attempt(() -> total.quantity().dividedBy(times));
                if (each != null) {
                    readings.add(Equation.equal(
                                    RULE, price, total.shown() + " ÷ " + count.shown(), each.value(), each.bounds())
                            .with(total, Equation.attempt(() -> price.quantity().times(times)))
                            .with(count, Equation.attempt(() -> total.quantity().dividedBy(price.quantity())))
                            .need(price, each));
                }
            }
        }
        boolean sure = totals.size() == 1 && counts.size() == 1;
        readings.forEach(reading -> reading.atMostA(sure ? CheckLevel.ERROR : CheckLevel.QUESTION));
        ledger.enter(readings);
    }

    /** A count as a bare multiple, by which an amount can be divided. */
    private static Quantity plain(Printed count) {
        return Quantity.of(
                count.value(),
                Unit.TIMES,
                count.quantity().qualifier(),
                count.quantity().bounds());
    }
}
