package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
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
        ImmutableList.Builder<Source> sources = ImmutableList.builderWithExpectedSize(indicators.size());
        for (Indicator indicator : indicators) {
            sources.add(plan.sources().of(indicator.id()));
        }
        return of(sources.build(), indicators, function, aggregate, probability, lastPeriodOnly, frame, unit);
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
        return new AggregateFormula(
                plan.rollups(indicators, sources, frame, lastPeriodOnly, aggregate),
                frame.regionAxis(),
                function,
                probability,
                frame.window(),
                lastPeriodOnly,
                halfSteps(indicators),
                false,
                unit);
    }

    private ImmutableList<BigDecimal> halfSteps(ImmutableList<Indicator> indicators) {
        ImmutableList.Builder<BigDecimal> halfSteps = ImmutableList.builderWithExpectedSize(indicators.size());
        BigDecimal last = BigDecimal.ZERO;
        for (Indicator indicator : indicators) {
            // Indicators that are as precise as each other share it: there may be thousands of them.
            BigDecimal own = halfStep(indicator);
            last = own.compareTo(last) == 0 ? last : own;
            halfSteps.add(last);
        }
        return halfSteps.build();
    }

    /** Returns by how much a value printed to the indicator's decimals may be off: zero for counts. */
    BigDecimal halfStep(Indicator indicator) {
        ImmutableSet<String> doubles = plan.schema().floatingPoint();
        if (!doubles.isEmpty() && doubles.contains(indicator.id())) {
            return plan.sources().stepOfDoubles(indicator.id());
        }
        boolean counted = indicator.unit().isCounting() && indicator.decimals() == 0;
        return counted ? BigDecimal.ZERO : HALF.movePointLeft(indicator.decimals());
    }
}
