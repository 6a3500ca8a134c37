package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.evaluate.AggregateFormula;
import org.grassrootskpi.evaluate.AggregateFunction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Aggregate;

/** Aggregates of observations of some indicators, each of them the request of a roll-up. */
final class AggregateFormulas {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final PlanContext plan;

    AggregateFormulas(PlanContext plan) {
        this.plan = plan;
    }

    /** Returns the aggregate of the sources that answer for some indicators. */
    AggregateFormula of(
            ImmutableList<Indicator> indicators,
            AggregateFunction function,
            Optional<Aggregate> aggregate,
            BigDecimal probability,
            boolean lastPeriodOnly,
            AggregationFrame frame,
            Unit unit) {
        ImmutableList<Source> sources = indicators.stream()
                .map(indicator -> plan.sources().of(indicator.id()))
                .collect(ImmutableList.toImmutableList());
        return of(sources, indicators, function, aggregate, probability, lastPeriodOnly, frame, unit);
    }

    /** Returns the aggregate of some sources, one for each indicator. */
    AggregateFormula of(
            ImmutableList<Source> sources,
            ImmutableList<Indicator> indicators,
            AggregateFunction function,
            Optional<Aggregate> aggregate,
            BigDecimal probability,
            boolean lastPeriodOnly,
            AggregationFrame frame,
            Unit unit) {
        ImmutableList<Integer> rollups = sources.stream()
                .map(source -> plan.rollup(source, Optional.empty(), frame, lastPeriodOnly, aggregate))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<BigDecimal> halfSteps =
                indicators.stream().map(this::halfStep).collect(ImmutableList.toImmutableList());
        return new AggregateFormula(
                rollups,
                frame.regionAxis(),
                function,
                probability,
                frame.window(),
                lastPeriodOnly,
                halfSteps,
                false,
                unit);
    }

    /** Returns by how much a value printed to the indicator's decimals may be off: zero for counts. */
    BigDecimal halfStep(Indicator indicator) {
        if (plan.schema().floatingPoint().contains(indicator.id())) {
            return plan.sources().stepOfDoubles(indicator.id());
        }
        boolean counted = indicator.unit().isCounting() && indicator.decimals() == 0;
        return counted ? BigDecimal.ZERO : HALF.movePointLeft(indicator.decimals());
    }
}
