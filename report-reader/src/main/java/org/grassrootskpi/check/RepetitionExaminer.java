package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.FigureRole;

/** The same thing printed twice in a report: with another value, with a word that contradicts it, or rounded in another way. */
final class RepetitionExaminer implements Examiner {
    private static final String VALUE = "repeated.value";
    private static final String QUALIFIER = "repeated.qualifier";
    private static final String ROUNDING = "repeated.rounding";
    private static final String VISITS = "words.visits";
    private static final String COUNT = "count:";
    private static final String VISIT = "次";
    private static final int LEAST_SUBJECT = 4;

    /** What a figure is about, apart from its value. */
    private record Subject(String name, String unit, String period, boolean planned, String change) {}

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        Map<Subject, Printed> first = new LinkedHashMap<>();
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                if (isComparable(figure)) {
                    Subject subject = subject(figure, figure.quantity().unit().code());
                    Printed other = first.putIfAbsent(subject, figure);
                    if (other != null && other.sentence() != sentence) {
                        compare(figure, other, ledger);
                    }
                    visits(figure, first, ledger);
                }
            }
        }
    }

    private static boolean isComparable(Printed figure) {
        boolean change = figure.is(FigureRole.CHANGE) && figure.isRatio();
        boolean level = figure.is(FigureRole.LEVEL) && (figure.isAmount() || figure.isRatio());
        return (change || level)
                && figure.subject().length() >= LEAST_SUBJECT
                && figure.mention().rangeEnd().isEmpty()
                && figure.mention().doubts().isEmpty()
                && figure.period().isPresent()
                && CheckWords.atEnd(Kind.BASE, CheckWords.withoutTail(figure.before()))
                        .isEmpty();
    }

    private static Subject subject(Printed figure, String unit) {
        String change =
                figure.is(FigureRole.CHANGE) ? figure.mention().against().orElse("change") : "";
        String period = figure.period().map(Object::toString).orElse("");
        return new Subject(figure.subject(), unit, period, figure.isPlanned(), change);
    }

    private static void compare(Printed figure, Printed other, Ledger ledger) {
        boolean known = CheckWords.all(Kind.SINGLE).stream()
                .anyMatch(word -> figure.subject().equals(word));
        boolean qualified = figure.quantity().qualifier() != Qualifier.EXACT
                || other.quantity().qualifier() != Qualifier.EXACT;
        String rule = qualified ? QUALIFIER : VALUE;
        boolean isExact = qualified && figure.quantity().qualifier() == Qualifier.EXACT;
        Printed stated = isExact ? other : figure;
        Printed exact = isExact ? figure : other;
        Quantity value = figure.isFall() == other.isFall()
                ? exact.quantity()
                : exact.quantity().negated();
        Equation equation =
                Equation.same(rule, stated, exact, value).atMostA(known ? CheckLevel.ERROR : CheckLevel.QUESTION);
        // What is named by common words can be printed of two things: 意向投资总额 of projects and of those that came.
        if (!known && !equation.holds() && CheckWords.isIn(Kind.COMMON, figure.subject())) {
            ledger.impossible(rule);
            return;
        }
        ledger.enter(equation);
        rounding(figure, other, equation.holds() && known && !qualified, ledger);
    }

    private static void rounding(Printed figure, Printed other, boolean same, Ledger ledger) {
        if (!same) {
            return;
        }
        BigDecimal one = figure.quantity().resolution();
        BigDecimal another = other.quantity().resolution();
        ledger.enter(
                ROUNDING,
                ImmutableList.of(figure.place(), other.place()),
                one.compareTo(another) == 0,
                other.shown() + " → " + figure.shown(),
                CheckLevel.ERROR);
    }

    /** 走访企业2678家 and 走访企业2678家次. */
    private static void visits(Printed figure, Map<Subject, Printed> first, Ledger ledger) {
        String code = figure.quantity().unit().code();
        if (!code.startsWith(COUNT) || !figure.is(FigureRole.LEVEL)) {
            return;
        }
        String otherCode = code.endsWith(VISIT) ? code.substring(0, code.length() - 1) : code + VISIT;
        Printed other = otherCode.equals(COUNT) ? null : first.get(subject(figure, otherCode));
        if (other == null) {
            return;
        }
        boolean different = figure.value().compareTo(other.value()) != 0;
        ledger.enter(
                VISITS,
                ImmutableList.copyOf(List.of(figure.place(), other.place())),
                different,
                other.shown() + " → " + figure.shown(),
                CheckLevel.ERROR);
    }
}
