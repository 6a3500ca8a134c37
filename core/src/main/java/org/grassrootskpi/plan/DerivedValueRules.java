package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.evaluate.AggregateFormula;
import org.grassrootskpi.evaluate.AggregateFunction;
import org.grassrootskpi.evaluate.CombinedFormula;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.Pair;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Aggregate;

/** Derives the value of an indicator from the totals of those in its formula. */
final class DerivedValueRules {
    private final PlanContext plan;
    private final AggregateFormulas aggregates;

    DerivedValueRules(PlanContext plan, AggregateFormulas aggregates) {
        this.plan = plan;
        this.aggregates = aggregates;
    }

    /** Returns whether all indicators of a formula have data that can answer. */
    boolean canAnswer(IndicatorFormula formula) {
        return formula.indicators().stream().allMatch(plan.sources()::canAnswer);
    }

    /**
     * Returns the value of a formula.
     *
     * @throws org.grassrootskpi.query.RefusedException if one of its indicators cannot answer
     */
    Formula of(Indicator indicator, IndicatorFormula formula, AggregationFrame frame) {
        try {
            return combined(indicator, formula, frame);
        } catch (RefusedException ofPart) {
            Refusal refusal = ofPart.refusals().get(0);
            throw RefusedException.of(
                    refusal.reason(),
                    "'" + indicator.id() + "' follows from " + formula + ", and " + refusal.message(),
                    refusal.suggestion());
        }
    }

    private Formula combined(Indicator indicator, IndicatorFormula formula, AggregationFrame frame) {
        ImmutableList<Indicator> parts =
                formula.indicators().stream().map(plan.catalog()::indicator).collect(ImmutableList.toImmutableList());
        Optional<ImmutableList<Source>> common =
                plan.sources().common(formula.indicators().asList());
        ImmutableList<Source> sources = common.orElseGet(() ->
                parts.stream().map(part -> plan.sources().of(part.id())).collect(ImmutableList.toImmutableList()));
        ImmutableList.Builder<AggregateFormula> totals = ImmutableList.builder();
        for (int i = 0; i < parts.size(); i++) {
            totals.add(total(parts.get(i), sources.get(i), frame));
        }
        ImmutableList<AggregateFormula> all = totals.build();
        boolean mixed =
                all.stream().map(AggregateFormula::lastPeriodOnly).distinct().count() > 1;
        boolean several = mixed
                && !plan.isGroupedByPeriod()
                && all.stream()
                        .filter(total -> !total.lastPeriodOnly())
                        .anyMatch(total -> !plan.hasSinglePeriods(sources.get(all.indexOf(total)), frame));
        return new CombinedFormula(
                formula,
                all,
                common.filter(found -> isPairable(found, mixed, frame))
                        .map(found -> pairs(all, found, frame))
                        .orElse(ImmutableList.of()),
                several,
                indicator.unit().base());
    }

    private AggregateFormula total(Indicator part, Source source, AggregationFrame frame) {
        return aggregates.of(
                ImmutableList.of(source),
                ImmutableList.of(part),
                AggregateFunction.SUM,
                Optional.of(Aggregate.SUM),
                BigDecimal.ZERO,
                part.kind() == IndicatorKind.STOCK,
                frame,
                part.unit().base());
    }

    /** A flow over several periods and a stock of one of them have no observations in common. */
    private boolean isPairable(ImmutableList<Source> sources, boolean mixed, AggregationFrame frame) {
        return (!mixed || plan.hasSinglePeriods(sources.get(0), frame))
                && sources.stream().skip(1).allMatch(other -> plan.haveLikeMembers(sources.get(0), other, frame));
    }

    /** Pairs the first total with each of the others, of the observations for which all of the others have one as well. */
    private ImmutableList<Pair> pairs(
            ImmutableList<AggregateFormula> totals, ImmutableList<Source> sources, AggregationFrame frame) {
        ImmutableList.Builder<Pair> pairs = ImmutableList.builder();
        for (int i = 1; i < totals.size(); i++) {
            int paired = i;
            ImmutableList.Builder<Source> required = ImmutableList.builder();
            ImmutableList.Builder<AggregateFormula> alongside = ImmutableList.builder();
            for (int other = 1; other < totals.size(); other++) {
                if (other != paired) {
                    required.add(sources.get(other));
                    alongside.add(totals.get(other));
                }
            }
            int number = plan.pairs(
                    sources.get(0),
                    sources.get(paired),
                    required.build(),
                    frame,
                    totals.get(0).lastPeriodOnly());
            pairs.add(new Pair(totals.get(0), totals.get(paired), alongside.build(), ImmutableList.of(number)));
        }
        return pairs.build();
    }
}
