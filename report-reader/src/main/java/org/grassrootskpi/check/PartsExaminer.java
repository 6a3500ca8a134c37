package org.grassrootskpi.check;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;

/** A whole and the parts that 其中 lists behind it: no part is more than the whole, nor are all of them. */
final class PartsExaminer implements Examiner {
    private static final String PART = "part.whole";
    private static final String SUM = "parts.sum";
    private static final String PARTITION = "parts.partition";

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed first : sentence.figures()) {
                int head = Lists.opens(first.before()) ? Lists.headOf(sentence, first) : -1;
                if (head >= 0) {
                    examine(sentence, sentence.figures().get(head), first, ledger);
                }
            }
        }
    }

    private static void examine(Sentence sentence, Printed whole, Printed first, Ledger ledger) {
        List<Printed> parts = Lists.parts(sentence, first, whole);
        if (parts.isEmpty() || isIntensive(whole) || parts.stream().anyMatch(PartsExaminer::isIntensive)) {
            return;
        }
        boolean stock = parts.stream().anyMatch(part -> CheckWords.isIn(Kind.STOCK, part.before()))
                && !CheckWords.isIn(Kind.STOCK, whole.before());
        if (stock || whole.isPlanned() != first.isPlanned()) {
            ledger.impossible(PART);
            return;
        }
        Optional<Integer> partition =
                Identities.partition(parts.stream().map(PartsExaminer::name).toList());
        int sure = Math.max(partition.orElse(0), joined(parts));
        boolean contained = true;
        for (Printed part : parts.subList(0, sure)) {
            Equation equation = Equation.atMost(PART, part, whole.shown(), whole.value(), whole.bounds())
                    .with(whole, Equation.atLeast(whole, part.quantity()))
                    .need(part, Equation.upTo(part, whole.quantity()));
            contained &= equation.holds();
            ledger.enter(equation);
        }
        if (contained && partition.isPresent()) {
            partition(whole, parts.subList(0, partition.get()), ledger);
        } else if (contained && parts.size() > 1) {
            sum(whole, parts.subList(0, sure), sure == parts.size(), ledger);
        }
    }

    /** How many of the first parts 、 or 和 joins; behind a comma the sentence may go on with something else. */
    private static int joined(List<Printed> parts) {
        int joined = 1;
        while (joined < parts.size()
                && (parts.get(joined).before().startsWith("、")
                        || parts.get(joined).before().startsWith("和"))) {
            joined++;
        }
        return joined;
    }

    private static void partition(Printed whole, List<Printed> parts, Ledger ledger) {
        Quantity sum = total(parts);
        Equation equation =
                Equation.equal(PARTITION, whole, written(parts), sum).need(whole, sum);
        for (Printed part : parts) {
            equation.with(part, whole.quantity().minus(sum.minus(part.quantity())));
        }
        ledger.enter(equation);
    }

    private static void sum(Printed whole, List<Printed> parts, boolean isList, Ledger ledger) {
        boolean people = whole.hasCode("count:人") || whole.hasCode("count:名") || whole.hasCode("count:户");
        if (!isList || people || parts.size() < 2) {
            // 女党员 and 大专以上 overlap, and 技改投资 is a part of 工业投资.
            ledger.impossible(SUM);
            return;
        }
        CheckLevel ceiling = whole.quantity().unit().isCounting() ? CheckLevel.WARNING : CheckLevel.ERROR;
        Quantity sum = total(parts);
        Range<BigDecimal> least =
                sum.bounds().hasLowerBound() ? Range.atLeast(sum.bounds().lowerEndpoint()) : Range.all();
        Equation equation = Equation.atLeast(SUM, whole, written(parts), sum.value(), least)
                .atMostA(ceiling)
                .need(whole, sum);
        for (Printed part : parts) {
            equation.with(part, Equation.upTo(part, whole.quantity().minus(sum.minus(part.quantity()))));
        }
        ledger.enter(equation);
    }

    static Quantity total(List<Printed> parts) {
        return parts.stream().map(Printed::quantity).reduce(Quantity::plus).orElseThrow();
    }

    static String written(List<Printed> parts) {
        return parts.stream().map(Printed::shown).collect(Collectors.joining(" + "));
    }

    private static boolean isIntensive(Printed figure) {
        return CheckWords.isIn(Kind.INTENSIVE, figure.before())
                || figure.quantity().unit().hasSameBase(Unit.RATIO);
    }

    /** The words that name a part, without those of the list. */
    private static String name(Printed part) {
        String before = part.before();
        int cut = Math.max(Math.max(before.lastIndexOf('，'), before.lastIndexOf(',')), before.lastIndexOf('；'));
        return before.substring(cut + 1).replace("其中", "");
    }
}
