package org.grassrootskpi.conformance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.conformance.Oracle.Answer;
import org.grassrootskpi.conformance.Oracle.Data;
import org.grassrootskpi.conformance.Oracle.Spot;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Measure.Kind;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.time.Frequency;

/** The oracle's shares in all members, all indicators and longer periods. */
record OracleShares(OracleAnswers answers, Oracle oracle) {
    Answer share(Measure measure, Measure inner, List<Indicator> of, Spot spot) {
        boolean ofTime = measure.frequency().isPresent();
        for (Indicator i : of) {
            boolean adds = i.kind() == IndicatorKind.FLOW
                    || i.kind() == (ofTime ? IndicatorKind.SHARED_FLOW : IndicatorKind.STOCK);
            OracleAnswers.require(isCount(inner) || (adds && isTotal(inner)), Reason.NOT_COMPARABLE);
        }
        if (ofTime) {
            OracleAnswers.require(inner.kind().isAggregate(), Reason.NOT_COMPARABLE);
            Frequency longer = requireLonger(answers, measure, spot);
            return OracleArithmetic.share(
                    answers.answer(inner, of, spot, Spot.SINGLE), answers.answer(inner, of, spot, Spot.within(longer)));
        }
        Dimension over = measure.over().orElseThrow();
        requireGroupedBy(answers, over);
        Answer part = answers.answer(inner, of, spot, Spot.SINGLE);
        if (!over.isExtra()) {
            List<Indicator> all = oracle.subjects(answers.query()).values().stream()
                    .flatMap(List::stream)
                    .toList();
            return OracleArithmetic.share(part, answers.answer(inner, all, spot, Spot.SINGLE));
        }
        Answer whole = answers.answer(inner, of, spot.overall(over.name()), Spot.SINGLE);
        boolean contains = of.stream()
                .flatMap(i -> data(inner, i).stream())
                .allMatch(data -> answers.members().isPart(data, spot, over.name()));
        return contains ? OracleArithmetic.share(part, whole) : ofTotal(part, whole);
    }

    private List<Data> data(Measure inner, Indicator i) {
        Optional<IndicatorFormula> formula =
                isCount(inner) ? Optional.empty() : answers.formulas().answering(i);
        return formula.map(answers.formulas()::parts)
                .orElseGet(() -> answers.sources().hasData(i.id())
                        ? List.of(answers.sources().data(i.id()))
                        : List.of());
    }

    /** Of a total that was observed for itself: nothing where it is of fewer than the part, a warning where either lacks some. */
    private static Answer ofTotal(Answer part, Answer total) {
        Answer share = OracleArithmetic.share(part, total);
        if (!share.has()) {
            return share;
        }
        if (part.present() > total.present()) {
            return OracleArithmetic.both(null, Absence.UNPAIRED, part, total);
        }
        boolean lacks = isIncomplete(part) || isIncomplete(total);
        return lacks ? share.with(Remark.NOT_PAIRED) : share;
    }

    private static boolean isIncomplete(Answer answer) {
        return answer.expected() >= 0
                && BigDecimal.valueOf(answer.present()).compareTo(BigDecimal.valueOf(answer.expected())) != 0;
    }

    private static boolean isCount(Measure inner) {
        return base(inner) == Kind.COUNT
                && (inner.kind().isAggregate() || inner.kind().isWindow());
    }

    private static boolean isTotal(Measure inner) {
        return (inner.kind().isAggregate() || inner.kind().isWindow())
                && (base(inner) == Kind.VALUE || base(inner) == Kind.SUM);
    }

    static Kind base(Measure measure) {
        Measure base = measure;
        while (base.inner().isPresent()) {
            base = base.inner().get();
        }
        return base.kind();
    }

    static void requireGroupedBy(OracleAnswers answers, Dimension over) {
        if (over.kind() == Dimension.Kind.PERIOD) {
            OracleAnswers.require(answers.frequency().isPresent(), Reason.NEEDS_PERIOD);
            OracleAnswers.require(answers.frequency().get() != Frequency.YEAR_TO_DATE, Reason.NOT_COMPARABLE);
            OracleAnswers.require(answers.frequency().equals(over.frequency()), Reason.NEEDS_PERIOD);
        } else {
            OracleAnswers.require(answers.query().columns().contains(over), Reason.NEEDS_DIMENSION);
        }
    }

    static Frequency requireLonger(OracleAnswers answers, Measure measure, Spot spot) {
        OracleAnswers.require(spot.period() != null, Reason.NEEDS_PERIOD);
        Frequency groups = answers.frequency().orElseThrow();
        OracleAnswers.require(groups != Frequency.YEAR_TO_DATE, Reason.NOT_COMPARABLE);
        Frequency longer = measure.frequency().orElseThrow();
        OracleAnswers.require(longer != groups && groups.nestsIn(longer), Reason.NEEDS_PERIOD);
        return longer;
    }
}
