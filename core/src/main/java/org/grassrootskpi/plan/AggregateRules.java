package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import org.grassrootskpi.evaluate.AggregateFormula;
import org.grassrootskpi.evaluate.AggregateFunction;
import org.grassrootskpi.evaluate.CoverageFormula;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Aggregate;

/** Decides how the observations of a subject may be aggregated, or why not. */
final class AggregateRules {
    private final Subject subject;
    private final PlanContext plan;
    private final AggregateFormulas aggregates;
    private final ValueRules values;

    AggregateRules(Subject subject, PlanContext plan) {
        this.subject = subject;
        this.plan = plan;
        this.aggregates = new AggregateFormulas(plan);
        this.values = new ValueRules(plan, aggregates);
    }

    Formula of(Measure measure, AggregationFrame frame) {
        switch (measure.kind()) {
            case VALUE, SUM, COVERAGE -> {}
            default -> requireObserved(measure);
        }
        return switch (measure.kind()) {
            case VALUE -> value(frame);
            case SUM -> sum(frame);
            case MEAN -> mean(frame);
            case MEAN_OF_RATES -> meanOfRates(frame);
            case MIN -> observed(AggregateFunction.MIN, Aggregate.MIN, frame);
            case MAX -> observed(AggregateFunction.MAX, Aggregate.MAX, frame);
            case COUNT -> count(frame);
            case COVERAGE -> new CoverageFormula(contributors(frame), Unit.RATIO);
            case QUANTILE -> quantile(measure, AggregateFunction.QUANTILE, Aggregate.VALUES, frame);
            case QUANTILE_SKETCH -> quantile(measure, AggregateFunction.QUANTILE_SKETCH, Aggregate.SKETCH, frame);
            default -> throw new IllegalArgumentException(measure + " is no aggregate");
        };
    }

    private Formula value(AggregationFrame frame) {
        if (subject.indicators().size() > 1) {
            return total(frame);
        }
        return values.of(subject.indicators().get(0), frame);
    }

    private Formula total(AggregationFrame frame) {
        requireOneAdditiveKind();
        return values.additive(together(), frame);
    }

    /** Refuses what is made of single observations for an indicator that has none because it follows from others. */
    private void requireObserved(Measure measure) {
        Indicator only = subject.indicators().get(0);
        Optional<IndicatorFormula> formula = plan.catalog().formula(only);
        if (subject.indicators().size() == 1
                && formula.isPresent()
                && !plan.sources().hasData(only.id())) {
            throw RefusedException.of(
                    Reason.NO_DATA,
                    "'" + only.id() + "' follows from " + formula.get() + ", and there is no observation of itself",
                    "ask for Measure.value(), or for '" + measure.name() + "' of "
                            + String.join(" and ", formula.get().indicators()));
        }
    }

    private Formula sum(AggregationFrame frame) {
        Indicator only = subject.indicators().get(0);
        Optional<IndicatorFormula> formula = plan.catalog().formula(only);
        if (subject.indicators().size() == 1 && formula.isPresent()) {
            return sumOfDerived(only, formula.get(), frame);
        }
        if (subject.indicators().size() == 1 && only.kind() == IndicatorKind.SHARED_FLOW) {
            return values.sharedFlow(only, frame);
        }
        requireOneAdditiveKind();
        for (Indicator indicator : subject.indicators()) {
            if (indicator.kind() == IndicatorKind.STOCK) {
                requireSinglePeriods(indicator, indicator.id(), frame);
            }
        }
        return aggregates.of(
                together(),
                AggregateFunction.SUM,
                Optional.of(Aggregate.SUM),
                BigDecimal.ZERO,
                false,
                frame,
                subject.unit());
    }

    /** What follows from sums adds up as these do. */
    private Formula sumOfDerived(Indicator indicator, IndicatorFormula formula, AggregationFrame frame) {
        requireOneAdditiveKind();
        if (indicator.kind() == IndicatorKind.STOCK) {
            formula.indicators().forEach(part -> requireSinglePeriods(indicator, part, frame));
        }
        return values.of(indicator, frame);
    }

    private void requireSinglePeriods(Indicator stock, String observed, AggregationFrame frame) {
        if (!plan.hasSinglePeriods(plan.sources().of(observed), frame)) {
            throw RefusedException.of(
                    Reason.SUM_OF_STOCK_OVER_TIME,
                    "'" + stock.id() + "' is a STOCK: its sum over several periods counts the same thing again",
                    "ask for Measure.value(), which takes the last period, or for Measure.mean()");
        }
    }

    private void requireOneAdditiveKind() {
        Indicator first = subject.indicators().get(0);
        for (Indicator indicator : subject.indicators()) {
            if (!indicator.kind().isAdditiveOverRegions()) {
                throw sumRefused(indicator);
            }
            if (indicator.kind() != first.kind()) {
                throw RefusedException.of(
                        Reason.MIXED_KINDS,
                        "'" + first.id() + "' is a " + first.kind() + " and '" + indicator.id() + "' a "
                                + indicator.kind() + ": they do not add up to one thing",
                        "group by Dimension.indicator() instead of the sector");
            }
        }
    }

    private static RefusedException sumRefused(Indicator indicator) {
        Reason reason = switch (indicator.kind()) {
            case RATIO -> Reason.SUM_OF_RATIO;
            case GROWTH -> Reason.SUM_OF_GROWTH;
            case INDEX -> Reason.SUM_OF_INDEX;
            case RANK -> Reason.SUM_OF_RANK;
            case RATING -> Reason.SUM_OF_RATING;
            case DISTINCT -> Reason.SUM_OF_DISTINCT;
            case SHARED_FLOW -> Reason.SUM_OF_SHARED_FLOW;
            case FLOW, STOCK -> throw new IllegalArgumentException(indicator.id() + " adds up");
        };
        return RefusedException.of(reason, RefusalMessages.noSum(indicator), RefusalMessages.insteadOfSum(indicator));
    }

    private Formula mean(AggregationFrame frame) {
        for (Indicator indicator : subject.indicators()) {
            if (!indicator.kind().isAdditiveOverRegions() && !indicator.kind().isAdditiveOverTime()) {
                throw meanRefused(indicator);
            }
        }
        return observed(AggregateFunction.MEAN, Aggregate.SUM, frame);
    }

    private Formula meanOfRates(AggregationFrame frame) {
        for (Indicator indicator : subject.indicators()) {
            switch (indicator.kind()) {
                case RATIO, GROWTH, INDEX -> {}
                default -> throw meanRefused(indicator);
            }
        }
        return observed(AggregateFunction.MEAN, Aggregate.SUM, frame);
    }

    private static RefusedException meanRefused(Indicator indicator) {
        return RefusedException.of(
                Reason.MEAN_OF_RATES, RefusalMessages.noMean(indicator), RefusalMessages.insteadOfMean(indicator));
    }

    /** Treats an indicator without observations as having none, with an unknown expected number. */
    private Formula count(AggregationFrame frame) {
        ImmutableList<Indicator> observed = subject.indicators().stream()
                .filter(indicator -> plan.sources().hasData(indicator.id()))
                .collect(ImmutableList.toImmutableList());
        if (observed.isEmpty()) {
            plan.sources().of(subject.indicators().get(0).id());
        }
        ImmutableList<Source> sources = observed.stream()
                .map(indicator -> plan.sources().of(indicator.id()))
                .collect(ImmutableList.toImmutableList());
        return new AggregateFormula(
                plan.rollups(observed, sources, frame, false, Optional.empty()),
                frame.regionAxis(),
                AggregateFunction.COUNT,
                BigDecimal.ZERO,
                frame.window(),
                false,
                ImmutableList.copyOf(Collections.nCopies(observed.size(), BigDecimal.ZERO)),
                subject.indicators().stream().anyMatch(this::isUnobserved),
                Unit.COUNT);
    }

    /** Counts for one indicator the observations of its value; for several all observations, whose values need not add up. */
    private Formula contributors(AggregationFrame frame) {
        if (subject.indicators().size() == 1) {
            return value(frame);
        }
        subject.indicators().stream()
                .filter(this::isUnobserved)
                .findFirst()
                .ifPresent(indicator -> plan.sources().of(indicator.id()));
        return count(frame);
    }

    /** Returns whether observations are lacking altogether; an indicator that follows from others needs none itself. */
    private boolean isUnobserved(Indicator indicator) {
        boolean follows = indicator.numerator().isPresent()
                || indicator.base().isPresent()
                || indicator.formula().isPresent();
        return !follows && !plan.sources().hasData(indicator.id());
    }

    private Formula observed(AggregateFunction function, Aggregate aggregate, AggregationFrame frame) {
        return aggregates.of(
                together(), function, Optional.of(aggregate), BigDecimal.ZERO, false, frame, subject.unit());
    }

    private Formula quantile(Measure measure, AggregateFunction function, Aggregate aggregate, AggregationFrame frame) {
        return aggregates.of(
                together(),
                function,
                Optional.of(aggregate),
                measure.probability().orElseThrow(),
                false,
                frame,
                subject.unit());
    }

    /** Returns the indicators, if they measure in one unit and none contains another. */
    private ImmutableList<Indicator> together() {
        ImmutableList<Indicator> all = subject.indicators();
        Indicator first = all.get(0);
        boolean hasParts = all.stream().anyMatch(indicator -> indicator.partOf().isPresent());
        ImmutableSet<String> ids =
                hasParts ? all.stream().map(Indicator::id).collect(ImmutableSet.toImmutableSet()) : ImmutableSet.of();
        for (Indicator indicator : all) {
            if (all.size() > 1 && plan.catalog().formula(indicator).isPresent()) {
                throw RefusedException.of(
                        Reason.TOTAL_BESIDE_PARTS,
                        "'" + indicator.id() + "' follows from others by a formula, so that it would count these again",
                        "select it alone, or group by Dimension.indicator()");
            }
            if (!indicator.unit().hasSameBase(first.unit())) {
                throw RefusedException.of(
                        Reason.MIXED_UNITS,
                        "'" + first.id() + "' is in " + first.unit().code() + " and '" + indicator.id() + "' in "
                                + indicator.unit().code(),
                        "group by Dimension.indicator(), or select indicators of one unit");
            }
            Optional<String> whole = indicator.partOf();
            while (whole.isPresent()) {
                Indicator containing = plan.catalog().indicator(whole.get());
                if (ids.contains(containing.id())) {
                    throw RefusedException.of(
                            Reason.TOTAL_BESIDE_PARTS,
                            "'" + indicator.id() + "' is already counted in '" + containing.id() + "'",
                            "select one of the two, or group by Dimension.indicator()");
                }
                whole = containing.partOf();
            }
        }
        return all;
    }
}
