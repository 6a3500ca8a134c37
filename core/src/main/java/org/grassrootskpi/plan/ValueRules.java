package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.evaluate.AggregateFormula;
import org.grassrootskpi.evaluate.AggregateFunction;
import org.grassrootskpi.evaluate.ChangeFormula;
import org.grassrootskpi.evaluate.FallbackFormula;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.Pair;
import org.grassrootskpi.evaluate.QuotientFormula;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Aggregate;

/** Derives the value of an indicator from observations by its kind, or refuses it with the reason. */
final class ValueRules {
    private final PlanContext plan;
    private final AggregateFormulas aggregates;
    private final DerivedValueRules derived;

    ValueRules(PlanContext plan, AggregateFormulas aggregates) {
        this.plan = plan;
        this.aggregates = aggregates;
        this.derived = new DerivedValueRules(plan, aggregates);
    }

    /** The value of one indicator. */
    Formula of(Indicator indicator, AggregationFrame frame) {
        Optional<IndicatorFormula> formula = plan.catalog().formula(indicator.id());
        boolean isObservedAlone =
                formula.filter(derived::canAnswer).isEmpty() && plan.sources().hasData(indicator.id());
        if (formula.isPresent() && !isObservedAlone) {
            return orObserved(indicator, derived.of(indicator, formula.get(), frame), frame);
        }
        return switch (indicator.kind()) {
            case FLOW, STOCK -> additive(ImmutableList.of(indicator), frame);
            case SHARED_FLOW -> sharedFlow(indicator, frame);
            case RATIO -> ratio(indicator, frame);
            case GROWTH -> growth(indicator, frame);
            case INDEX -> weightedOrAsObserved(indicator, Reason.INDEX_WITHOUT_WEIGHT, frame);
            case RANK, RATING, DISTINCT -> asObserved(indicator, Reason.NEVER_AGGREGATED, frame);
        };
    }

    Formula additive(ImmutableList<Indicator> indicators, AggregationFrame frame) {
        boolean stock = indicators.get(0).kind() == IndicatorKind.STOCK;
        return aggregates.of(
                indicators,
                AggregateFunction.SUM,
                Optional.of(Aggregate.SUM),
                BigDecimal.ZERO,
                stock,
                frame,
                indicators.get(0).unit().base());
    }

    /** Adds over the periods of one region. */
    Formula sharedFlow(Indicator indicator, AggregationFrame frame) {
        Source source = plan.sources().of(indicator.id());
        boolean isPinned = plan.combinations(source).isSingle();
        if (!isPinned || !plan.hasSingleRegions(source, frame)) {
            throw RefusedException.of(
                    Reason.SUM_OF_SHARED_FLOW,
                    RefusalMessages.noSum(indicator),
                    RefusalMessages.wayOut(
                            indicator,
                            source,
                            isPinned ? ImmutableList.of() : plan.schema().dimensions()));
        }
        return additive(ImmutableList.of(indicator), frame);
    }

    private Formula ratio(Indicator indicator, AggregationFrame frame) {
        if (indicator.numerator().isPresent() && indicator.denominator().isPresent()) {
            Indicator above = plan.catalog().indicator(indicator.numerator().get());
            Indicator below = plan.catalog().indicator(indicator.denominator().get());
            if (plan.sources().canAnswer(above.id()) && plan.sources().canAnswer(below.id())) {
                return orObserved(indicator, quotient(indicator, above, below, frame), frame);
            }
            if (!plan.sources().hasData(indicator.id())
                    && plan.sources().hasData(above.id())
                    && plan.sources().hasData(below.id())) {
                // What stands against the parts says more than that the ratio itself was never observed.
                plan.sources().of(above.id());
                plan.sources().of(below.id());
            }
        }
        return weightedOrAsObserved(indicator, Reason.RATIO_WITHOUT_PARTS, frame);
    }

    private Formula quotient(Indicator indicator, Indicator above, Indicator below, AggregationFrame frame) {
        Optional<SourceSelector.Pair> common = plan.sources().common(above.id(), below.id());
        AggregateFormula numerator = part(above, common.map(SourceSelector.Pair::one), frame);
        AggregateFormula denominator = part(below, common.map(SourceSelector.Pair::other), frame);
        boolean mixed = numerator.lastPeriodOnly() != denominator.lastPeriodOnly();
        Source flow = numerator.lastPeriodOnly()
                ? common.map(SourceSelector.Pair::other)
                        .orElseGet(() -> plan.sources().of(below.id()))
                : common.map(SourceSelector.Pair::one)
                        .orElseGet(() -> plan.sources().of(above.id()));
        // A flow over several periods and a stock of one of them have no observations in common.
        Optional<Pair> pair = common.filter(sources -> !mixed || plan.hasSinglePeriods(sources.one(), frame))
                .filter(sources -> plan.haveLikeMembers(sources.one(), sources.other(), frame))
                .map(sources -> new Pair(
                        numerator,
                        denominator,
                        ImmutableList.of(
                                plan.pairs(sources.one(), sources.other(), frame, numerator.lastPeriodOnly()))));
        boolean several = mixed && !plan.isGroupedByPeriod() && !plan.hasSinglePeriods(flow, frame);
        return new QuotientFormula(
                numerator, denominator, pair, several, indicator.unit().base());
    }

    /** What follows from others, and the indicator's own figure where they do not answer and each group is an observation. */
    private Formula orObserved(Indicator indicator, Formula derived, AggregationFrame frame) {
        return ownFigure(indicator, frame)
                .<Formula>map(own ->
                        new FallbackFormula(derived, own, indicator.unit().base()))
                .orElse(derived);
    }

    private Optional<Formula> ownFigure(Indicator indicator, AggregationFrame frame) {
        if (!plan.sources().canAnswer(indicator.id())) {
            return Optional.empty();
        }
        try {
            Source source = plan.sources().of(indicator.id());
            boolean single = plan.combinations(source, frame.overall()).isSingle() && plan.isSingle(source, frame);
            return single ? Optional.of(additive(ImmutableList.of(indicator), frame)) : Optional.empty();
        } catch (RefusedException totals) {
            // Its members do not go together: there is no figure to fall back on.
            return Optional.empty();
        }
    }

    private AggregateFormula part(Indicator indicator, Optional<Source> source, AggregationFrame frame) {
        return aggregates.of(
                ImmutableList.of(source.orElseGet(() -> plan.sources().of(indicator.id()))),
                ImmutableList.of(indicator),
                AggregateFunction.SUM,
                Optional.of(Aggregate.SUM),
                BigDecimal.ZERO,
                indicator.kind() == IndicatorKind.STOCK,
                frame,
                indicator.unit().base());
    }

    private Formula growth(Indicator indicator, AggregationFrame frame) {
        boolean hasBase = indicator
                .base()
                .filter(base -> plan.sources().hasData(base)
                        || plan.catalog().formula(base).isPresent())
                .isPresent();
        if (!hasBase) {
            return asObserved(indicator, Reason.GROWTH_WITHOUT_BASE, frame);
        }
        try {
            return orObserved(indicator, growthOfBase(indicator, frame), frame);
        } catch (RefusedException ofBase) {
            return ownFigure(indicator, frame).orElseThrow(() -> ofBase);
        }
    }

    private Formula growthOfBase(Indicator indicator, AggregationFrame frame) {
        Indicator base = plan.catalog().indicator(indicator.base().orElseThrow());
        AggregationFrame earlier =
                plan.earlier(frame, BasePeriod.YEAR_EARLIER, "value of growth '" + indicator.id() + "'");
        Formula of = of(base, earlier);
        return new ChangeFormula(
                of,
                BasePeriod.YEAR_EARLIER,
                true,
                plan.overTime(of, BasePeriod.YEAR_EARLIER, frame),
                indicator.unit().base());
    }

    /** A mean by the declared weight, where each observation has one; else the observation itself, where it is alone. */
    private Formula weightedOrAsObserved(Indicator indicator, Reason otherwise, AggregationFrame frame) {
        if (indicator.weight().isPresent()) {
            Optional<SourceSelector.Pair> pair =
                    plan.sources().common(indicator.id(), indicator.weight().get());
            if (pair.isPresent()) {
                int rollup = plan.weighted(pair.get().one(), pair.get().other(), frame);
                AggregateFormula mean = new AggregateFormula(
                        ImmutableList.of(rollup),
                        frame.regionAxis(),
                        AggregateFunction.WEIGHTED_MEAN,
                        BigDecimal.ZERO,
                        frame.window(),
                        false,
                        ImmutableList.of(
                                aggregates.halfStep(indicator),
                                aggregates.halfStep(plan.catalog()
                                        .indicator(indicator.weight().get()))),
                        false,
                        indicator.unit().base());
                return orObserved(indicator, mean, frame);
            }
        }
        return asObserved(indicator, otherwise, frame);
    }

    private Formula asObserved(Indicator indicator, Reason otherwise, AggregationFrame frame) {
        Source source = plan.sources().of(indicator.id());
        boolean isPinned = plan.combinations(source).isSingle();
        if (!isPinned || !plan.isSingle(source, frame)) {
            throw RefusedException.of(
                    otherwise,
                    RefusalMessages.notRolledUp(indicator),
                    RefusalMessages.wayOut(
                            indicator,
                            source,
                            isPinned ? ImmutableList.of() : plan.schema().dimensions()));
        }
        return additive(ImmutableList.of(indicator), frame);
    }
}
