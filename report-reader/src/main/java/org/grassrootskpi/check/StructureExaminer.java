package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.report.FigureRole;

/** Shares that make a whole: 三次产业结构比为12.3:45.6:42.1, and shares of parts that exclude each other. */
final class StructureExaminer implements Examiner {
    private static final String STRUCTURE = "shares.structure";
    private static final String LISTED = "shares.sum";
    private static final Pattern RATIO =
            Pattern.compile("(?:结构|构成|比例|占比)[^0-9，,。；;]{0,12}?((?:\\d+(?:\\.\\d+)?[:：∶︰])+\\d+(?:\\.\\d+)?)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LEAST_SUM = BigDecimal.valueOf(90);

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            Matcher matcher = RATIO.matcher(sentence.text());
            while (matcher.find()) {
                structure(sentence, matcher.group(1), ledger);
            }
            shares(sentence, ledger);
        }
    }

    private static void structure(Sentence sentence, String printed, Ledger ledger) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal slack = BigDecimal.ZERO;
        StringBuilder written = new StringBuilder();
        int decimals = 0;
        int terms = 0;
        for (String term : printed.split("[:：∶︰]", -1)) {
            BigDecimal value = new BigDecimal(term);
            sum = sum.add(value);
            slack = slack.add(BigDecimal.ONE.movePointLeft(value.scale()).divide(BigDecimal.valueOf(2)));
            written.append(terms++ == 0 ? "" : " + ").append(term);
            decimals = Math.max(decimals, value.scale());
        }
        // 2:1 and 1:1.2 are proportions and no shares of a hundred.
        if (terms < 2 || sum.compareTo(LEAST_SUM) < 0 || sum.compareTo(HUNDRED.add(BigDecimal.TEN)) > 0) {
            return;
        }
        boolean holds = sum.subtract(HUNDRED).abs().compareTo(slack) <= 0;
        Place whole = sentence.place(sentence.start(), sentence.end());
        ledger.enter(
                STRUCTURE,
                ImmutableList.of(new Place(
                        whole.source(),
                        printed,
                        whole.start(),
                        whole.end(),
                        whole.line(),
                        whole.column(),
                        whole.sentence())),
                holds,
                written + " = " + sum.toPlainString() + " ≠ 100",
                CheckLevel.ERROR);
    }

    /** Shares behind parts of one list, which 分别 or a partition makes exclude each other. */
    private static void shares(Sentence sentence, Ledger ledger) {
        for (Printed first : sentence.figures()) {
            boolean starts =
                    first.is(FigureRole.SHARE) && (first.index() == 0 || !isMember(sentence, first.index() - 1));
            if (!starts || !first.before().contains("分别")) {
                continue;
            }
            List<Printed> shares = new ArrayList<>();
            for (int i = first.index(); i < sentence.figures().size() && isMember(sentence, i); i++) {
                shares.add(sentence.figures().get(i));
            }
            if (shares.size() > 1 && !ofParts(sentence, shares, ledger)) {
                sum(shares, ledger);
            }
        }
    }

    /** 女党员520名、35岁以下412名,分别占28.0%、22.2%: each share is of its part, and the parts may overlap. */
    private static boolean ofParts(Sentence sentence, List<Printed> shares, Ledger ledger) {
        int first = shares.get(0).index() - shares.size();
        int head = first < 0 ? -1 : Lists.headOf(sentence, sentence.figures().get(first));
        if (first < 0 || !sentence.figures().get(first).isAmount()) {
            return false;
        }
        for (int i = 0; i < shares.size(); i++) {
            Printed part = sentence.figures().get(first + i);
            boolean fits = head >= 0
                    && part.isAmount()
                    && part.hasUnitOf(sentence.figures().get(head));
            if (fits) {
                ledger.enter(QuotientExaminer.quotient(
                        QuotientExaminer.SHARE,
                        shares.get(i),
                        part,
                        sentence.figures().get(head)));
            }
        }
        return true;
    }

    private static void sum(List<Printed> shares, Ledger ledger) {
        Printed last = shares.get(shares.size() - 1);
        BigDecimal rest = BigDecimal.ONE;
        BigDecimal upper = BigDecimal.ONE;
        for (Printed share : shares.subList(0, shares.size() - 1)) {
            rest = rest.subtract(share.value());
            upper = upper.subtract(
                    share.bounds().hasLowerBound() ? share.bounds().lowerEndpoint() : BigDecimal.ZERO);
        }
        Equation equation = Equation.atMost(
                LISTED,
                last,
                "100% - "
                        + PartsExaminer.written(shares.subList(0, shares.size() - 1))
                                .replace("+", "-"),
                rest,
                Range.atMost(upper));
        shares.subList(0, shares.size() - 1).forEach(share -> equation.with(share, null));
        boolean exclusive = CheckWords.isIn(Kind.EXCLUSIVE, shares.get(0).before() + last.behind());
        ledger.enter(equation.atMostA(exclusive ? CheckLevel.ERROR : CheckLevel.WARNING));
    }

    private static boolean isMember(Sentence sentence, int index) {
        Printed figure = sentence.figures().get(index);
        return figure.is(FigureRole.SHARE)
                && figure.isRatio()
                && figure.mention().rangeEnd().isEmpty();
    }
}
