package org.grassrootskpi.conformance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.conformance.Oracle.Answer;
import org.grassrootskpi.conformance.Oracle.Data;
import org.grassrootskpi.conformance.Oracle.Spot;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.IndicatorFormula.Constant;
import org.grassrootskpi.model.IndicatorFormula.Operation;
import org.grassrootskpi.model.IndicatorFormula.Reference;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Remark;

/** The oracle's indicators by formula, by the definition in the README of core: of totals of the rows that have all parts. */
final class OracleFormulas {
    private final OracleAnswers answers;
    private final Oracle oracle;

    /** A quotient of whole numbers, not reduced. */
    private record Ratio(BigInteger above, BigInteger below) {
        static Ratio of(BigDecimal value) {
            BigInteger below = BigInteger.TEN.pow(Math.max(0, value.scale()));
            return new Ratio(value.multiply(new BigDecimal(below)).toBigIntegerExact(), below);
        }
    }

    OracleFormulas(OracleAnswers answers, Oracle oracle) {
        this.answers = answers;
        this.oracle = oracle;
    }

    /** How an indicator follows from observed ones: its formula, or its parts if one of them has a formula. */
    Optional<IndicatorFormula> of(Indicator i) {
        boolean derived = i.formula().isPresent()
                || Stream.concat(i.numerator().stream(), i.denominator().stream())
                        .anyMatch(
                                part -> oracle.catalog.indicator(part).formula().isPresent());
        return derived ? Optional.of(expanded(i)) : Optional.empty();
    }

    private IndicatorFormula expanded(Indicator i) {
        if (i.formula().isPresent()) {
            return i.formula().get().replaced(id -> expanded(oracle.catalog.indicator(id)));
        }
        return i.numerator().isEmpty()
                ? new Reference(i.id())
                : IndicatorFormula.parse("("
                        + expanded(oracle.catalog.indicator(i.numerator().get())) + ") / ("
                        + expanded(oracle.catalog.indicator(i.denominator().orElseThrow())) + ")");
    }

    /** Whether the formula answers: all its parts can, or the indicator was not observed itself. */
    Optional<IndicatorFormula> answering(Indicator i) {
        return of(i).filter(formula -> formula.indicators().stream().allMatch(answers.sources()::canAnswer)
                || !answers.sources().hasData(i.id()));
    }

    /** The data of all parts: of one level and frequency, if there is such, else the best of each. */
    List<Data> parts(IndicatorFormula formula) {
        List<String> ids = formula.indicators().asList();
        return answers.sources()
                .common(ids)
                .orElseGet(() -> ids.stream().map(answers.sources()::data).toList());
    }

    Answer value(IndicatorFormula formula, Spot spot, int window) {
        List<Data> parts = answers.checked(parts(formula), true, spot);
        List<Answer> totals = new ArrayList<>();
        for (Data data : parts) {
            totals.add(answers.total(data, isStock(data), spot, window));
        }
        boolean mixed = parts.stream().map(this::isStock).distinct().count() > 1;
        boolean pairable = parts.size() > 1
                && answers.sources().common(formula.indicators().asList()).isPresent()
                && (!mixed || answers.onePeriod(parts.get(0), spot, window))
                && parts.stream().allMatch(other -> answers.haveLikeMembers(parts.get(0), other, spot));
        Answer moment =
                totals.stream().filter(a -> a.asOf() != null).findFirst().orElse(totals.get(0));
        boolean oneMoment = totals.stream().allMatch(a -> OracleArithmetic.isOfOneMoment(a, moment));
        if (!oneMoment && totals.stream().allMatch(Answer::has)) {
            return all(null, Absence.DIFFERENT_PERIODS, totals);
        }
        List<Answer> complete =
                pairable && oneMoment ? answers.pairs().complete(parts, spot, window, moment.asOf(), totals) : totals;
        Absence missing = missing(complete);
        if (missing != null) {
            return all(null, missing, complete);
        }
        Map<String, BigDecimal> values = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            values.put(parts.get(i).indicator(), complete.get(i).value());
        }
        Ratio value = value(formula, values);
        if (value == null) {
            return all(null, Absence.ZERO_DENOMINATOR, complete);
        }
        BigDecimal above = new BigDecimal(value.above());
        BigDecimal below = new BigDecimal(value.below());
        Answer answer =
                all(divides(formula) ? above.divide(below, Oracle.DIGITS) : above.divide(below), null, complete);
        boolean unpaired = !pairable
                && parts.size() > 1
                && complete.stream().anyMatch(part -> new OraclePairs.Two(part, part, false).isIncomplete());
        answer = unpaired ? answer.with(Remark.NOT_PAIRED) : answer;
        boolean several = mixed
                && spot.period() == null
                && parts.stream().anyMatch(data -> !isStock(data) && !answers.onePeriod(data, spot, window));
        return several ? answer.with(Remark.OVER_SEVERAL_PERIODS) : answer;
    }

    private boolean isStock(Data data) {
        return Oracle.isStock(oracle.catalog.indicator(data.indicator()));
    }

    private static Answer all(BigDecimal value, Absence absence, List<Answer> parts) {
        Answer all = parts.get(0);
        for (Answer part : parts.subList(1, parts.size())) {
            all = OracleArithmetic.both(null, Absence.NO_OBSERVATION, all, part);
        }
        return OracleArithmetic.both(value, absence, all, all);
    }

    /** Nothing at all is no observation; something without the rest lacks a part; another reason goes before both. */
    private static Absence missing(List<Answer> parts) {
        List<Absence> reasons =
                parts.stream().filter(part -> !part.has()).map(Answer::absence).toList();
        if (reasons.isEmpty()) {
            return null;
        }
        return reasons.stream()
                .filter(reason -> reason != Absence.NO_OBSERVATION)
                .findFirst()
                .orElse(reasons.size() == parts.size() ? Absence.NO_OBSERVATION : Absence.MISSING_PART);
    }

    private static Ratio value(IndicatorFormula formula, Map<String, BigDecimal> values) {
        if (formula instanceof Constant constant) {
            return Ratio.of(constant.value());
        }
        if (formula instanceof Reference reference) {
            return Ratio.of(values.get(reference.indicator()));
        }
        Operation operation = (Operation) formula;
        Ratio left = value(operation.left(), values);
        Ratio right = value(operation.right(), values);
        if (left == null || right == null) {
            return null;
        }
        BigInteger one = left.above().multiply(right.below());
        BigInteger other = right.above().multiply(left.below());
        BigInteger below = left.below().multiply(right.below());
        return switch (operation.operator()) {
            case PLUS -> new Ratio(one.add(other), below);
            case MINUS -> new Ratio(one.subtract(other), below);
            case TIMES -> new Ratio(left.above().multiply(right.above()), below);
            case DIVIDED_BY -> other.signum() == 0 ? null : new Ratio(one, other);
        };
    }

    private static boolean divides(IndicatorFormula formula) {
        return formula.toString().contains("/");
    }
}
