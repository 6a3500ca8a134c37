package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.Formula.Function;
import org.grassrootskpi.evaluate.Formula.Leaf;
import org.grassrootskpi.evaluate.Pair;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.evaluate.Window;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** How the observations of a subject may be put together: the rule of each kind of indicator, or the refusal. */
final class AggregateRules {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Subject subject;
    private final PlanContext plan;

    AggregateRules(Subject subject, PlanContext plan) {
        this.subject = subject;
        this.plan = plan;
    }

    /**
     * Where and over which slots an aggregate is taken.
     *
     * @param from the first group's period that is needed; null where there are no periods
     */
    record Place(Window window, int scope, @Nullable TimePeriod from) {
        Place with(Window other) {
            return new Place(other, scope, from);
        }

        Place in(int otherScope) {
            return new Place(window, otherScope, from);
        }

        Place from(TimePeriod earlier) {
            return new Place(window, scope, earlier);
        }
    }

    Formula of(Measure measure, Place place) {
        return switch (measure.kind()) {
            case VALUE -> value(place);
            case SUM -> sum(place);
            case MEAN -> mean(place);
            case MEAN_OF_RATES -> meanOfRates(place);
            case MIN -> observed(Function.MIN, Aggregate.MIN, place);
            case MAX -> observed(Function.MAX, Aggregate.MAX, place);
            case COUNT -> count(place);
            case COVERAGE -> new Formula.Coverage(contributors(place), Unit.RATIO);
            case QUANTILE -> quantile(measure, Function.QUANTILE, Aggregate.VALUES, place);
            case QUANTILE_SKETCH -> quantile(measure, Function.QUANTILE_SKETCH, Aggregate.SKETCH, place);
            default -> throw new IllegalArgumentException(measure + " is no aggregate");
        };
    }

    private Formula value(Place place) {
        if (subject.indicators().size() > 1) {
            return total(place);
        }
        return value(subject.indicators().get(0), place);
    }

    private Formula value(Indicator indicator, Place place) {
        return switch (indicator.kind()) {
            case FLOW, STOCK -> additive(ImmutableList.of(indicator), place);
            case SHARED_FLOW -> sharedFlow(indicator, place);
            case RATIO -> ratio(indicator, place);
            case GROWTH -> growth(indicator, place);
            case INDEX -> weightedOrAsObserved(indicator, Reason.INDEX_WITHOUT_WEIGHT, place);
            case RANK, RATING, DISTINCT -> asObserved(indicator, Reason.NEVER_AGGREGATED, place);
        };
    }

    private Formula additive(ImmutableList<Indicator> indicators, Place place) {
        boolean stock = indicators.get(0).kind() == IndicatorKind.STOCK;
        return leaf(
                indicators,
                Function.SUM,
                Optional.of(Aggregate.SUM),
                BigDecimal.ZERO,
                stock,
                place,
                indicators.get(0).unit().base());
    }

    /** Adds over the periods of one region. */
    private Formula sharedFlow(Indicator indicator, Place place) {
        Source source = plan.sources().of(indicator.id());
        boolean isPinned = plan.combinations(source).isSingle();
        if (!isPinned || !plan.hasSingleRegions(source, place)) {
            throw RefusedException.of(
                    Reason.SUM_OF_SHARED_FLOW,
                    RuleTexts.noSum(indicator),
                    RuleTexts.wayOut(
                            indicator,
                            source,
                            isPinned ? ImmutableList.of() : plan.schema().dimensions()));
        }
        return additive(ImmutableList.of(indicator), place);
    }

    private Formula ratio(Indicator indicator, Place place) {
        if (indicator.numerator().isPresent() && indicator.denominator().isPresent()) {
            Indicator above = plan.catalog().indicator(indicator.numerator().get());
            Indicator below = plan.catalog().indicator(indicator.denominator().get());
            if (plan.sources().canAnswer(above.id()) && plan.sources().canAnswer(below.id())) {
                return orObserved(indicator, quotient(indicator, above, below, place), place);
            }
            if (!plan.sources().hasData(indicator.id())
                    && plan.sources().hasData(above.id())
                    && plan.sources().hasData(below.id())) {
                // What stands against the parts says more than that the ratio itself was never observed.
                plan.sources().of(above.id());
                plan.sources().of(below.id());
            }
        }
        return weightedOrAsObserved(indicator, Reason.RATIO_WITHOUT_PARTS, place);
    }

    private Formula quotient(Indicator indicator, Indicator above, Indicator below, Place place) {
        Optional<SourceChoice.Pair> common = plan.sources().common(above.id(), below.id());
        Leaf numerator = part(above, common.map(SourceChoice.Pair::one), place);
        Leaf denominator = part(below, common.map(SourceChoice.Pair::other), place);
        boolean mixed = numerator.lastOnly() != denominator.lastOnly();
        Source flow = numerator.lastOnly()
                ? common.map(SourceChoice.Pair::other)
                        .orElseGet(() -> plan.sources().of(below.id()))
                : common.map(SourceChoice.Pair::one)
                        .orElseGet(() -> plan.sources().of(above.id()));
        // A flow over several periods and a stock of one of them have no observations in common.
        Optional<Pair> pair = common.filter(sources -> !mixed || plan.hasSinglePeriods(sources.one(), place))
                .filter(plan::haveLikeMembers)
                .map(sources -> new Pair(
                        numerator,
                        denominator,
                        ImmutableList.of(plan.pairs(sources.one(), sources.other(), place, numerator.lastOnly()))));
        boolean several = mixed && !plan.isGroupedByPeriod() && !plan.hasSinglePeriods(flow, place);
        return new Formula.Quotient(
                numerator, denominator, pair, several, indicator.unit().base());
    }

    /** What follows from others, and the indicator's own figure where they do not answer and each group is an observation. */
    private Formula orObserved(Indicator indicator, Formula derived, Place place) {
        return ownFigure(indicator, place)
                .<Formula>map(own ->
                        new Formula.OrObserved(derived, own, indicator.unit().base()))
                .orElse(derived);
    }

    private Optional<Formula> ownFigure(Indicator indicator, Place place) {
        if (!plan.sources().canAnswer(indicator.id())) {
            return Optional.empty();
        }
        try {
            Source source = plan.sources().of(indicator.id());
            boolean single = plan.combinations(source).isSingle() && plan.isSingle(source, place);
            return single ? Optional.of(additive(ImmutableList.of(indicator), place)) : Optional.empty();
        } catch (RefusedException totals) {
            // Its members do not go together: there is no figure to fall back on.
            return Optional.empty();
        }
    }

    private Leaf part(Indicator indicator, Optional<Source> source, Place place) {
        return leaf(
                ImmutableList.of(source.orElseGet(() -> plan.sources().of(indicator.id()))),
                ImmutableList.of(indicator),
                Function.SUM,
                Optional.of(Aggregate.SUM),
                BigDecimal.ZERO,
                indicator.kind() == IndicatorKind.STOCK,
                place,
                indicator.unit().base());
    }

    private Formula growth(Indicator indicator, Place place) {
        if (indicator.base().isEmpty()
                || !plan.sources().hasData(indicator.base().get())) {
            return asObserved(indicator, Reason.GROWTH_WITHOUT_BASE, place);
        }
        try {
            return orObserved(indicator, growthOfBase(indicator, place), place);
        } catch (RefusedException ofBase) {
            return ownFigure(indicator, place).orElseThrow(() -> ofBase);
        }
    }

    private Formula growthOfBase(Indicator indicator, Place place) {
        Indicator base = plan.catalog().indicator(indicator.base().orElseThrow());
        Place earlier = plan.earlier(place, BasePeriod.YEAR_EARLIER, "value of growth '" + indicator.id() + "'");
        Formula of = value(base, earlier);
        return new Formula.Change(
                of,
                BasePeriod.YEAR_EARLIER,
                true,
                plan.overTime(of, BasePeriod.YEAR_EARLIER, place),
                indicator.unit().base());
    }

    /** A mean by the declared weight, where each observation has one; else the observation itself, where it is alone. */
    private Formula weightedOrAsObserved(Indicator indicator, Reason otherwise, Place place) {
        if (indicator.weight().isPresent()) {
            Optional<SourceChoice.Pair> pair =
                    plan.sources().common(indicator.id(), indicator.weight().get());
            if (pair.isPresent()) {
                int rollup = plan.rollup(
                        pair.get().one(),
                        Optional.of(pair.get().other()),
                        place,
                        false,
                        Optional.of(Aggregate.WEIGHTED_SUM));
                Leaf mean = new Leaf(
                        ImmutableList.of(rollup),
                        place.scope(),
                        Function.WEIGHTED_MEAN,
                        BigDecimal.ZERO,
                        place.window(),
                        false,
                        ImmutableList.of(
                                halfStep(indicator),
                                halfStep(plan.catalog()
                                        .indicator(indicator.weight().get()))),
                        false,
                        indicator.unit().base());
                return orObserved(indicator, mean, place);
            }
        }
        return asObserved(indicator, otherwise, place);
    }

    private Formula asObserved(Indicator indicator, Reason otherwise, Place place) {
        Source source = plan.sources().of(indicator.id());
        boolean isPinned = plan.combinations(source).isSingle();
        if (!isPinned || !plan.isSingle(source, place)) {
            throw RefusedException.of(
                    otherwise,
                    RuleTexts.notRolledUp(indicator),
                    RuleTexts.wayOut(
                            indicator,
                            source,
                            isPinned ? ImmutableList.of() : plan.schema().dimensions()));
        }
        return additive(ImmutableList.of(indicator), place);
    }

    private Formula total(Place place) {
        requireOneAdditiveKind();
        return additive(together(), place);
    }

    private Formula sum(Place place) {
        Indicator only = subject.indicators().get(0);
        if (subject.indicators().size() == 1 && only.kind() == IndicatorKind.SHARED_FLOW) {
            return sharedFlow(only, place);
        }
        requireOneAdditiveKind();
        for (Indicator indicator : subject.indicators()) {
            if (indicator.kind() == IndicatorKind.STOCK
                    && !plan.hasSinglePeriods(plan.sources().of(indicator.id()), place)) {
                throw RefusedException.of(
                        Reason.SUM_OF_STOCK_OVER_TIME,
                        "'" + indicator.id() + "' is a STOCK: its sum over several periods counts the same thing again",
                        "ask for Measure.value(), which takes the last period, or for Measure.mean()");
            }
        }
        return leaf(
                together(), Function.SUM, Optional.of(Aggregate.SUM), BigDecimal.ZERO, false, place, subject.unit());
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
        return RefusedException.of(reason, RuleTexts.noSum(indicator), RuleTexts.insteadOfSum(indicator));
    }

    private Formula mean(Place place) {
        for (Indicator indicator : subject.indicators()) {
            if (!indicator.kind().isAdditiveOverRegions() && !indicator.kind().isAdditiveOverTime()) {
                throw meanRefused(indicator);
            }
        }
        return observed(Function.MEAN, Aggregate.SUM, place);
    }

    private Formula meanOfRates(Place place) {
        for (Indicator indicator : subject.indicators()) {
            switch (indicator.kind()) {
                case RATIO, GROWTH, INDEX -> {}
                default -> throw meanRefused(indicator);
            }
        }
        return observed(Function.MEAN, Aggregate.SUM, place);
    }

    private static RefusedException meanRefused(Indicator indicator) {
        return RefusedException.of(
                Reason.MEAN_OF_RATES, RuleTexts.noMean(indicator), RuleTexts.insteadOfMean(indicator));
    }

    /** An indicator without observations counts as none, and leaves open how many there should be. */
    private Formula count(Place place) {
        ImmutableList<Indicator> observed = subject.indicators().stream()
                .filter(indicator -> plan.sources().hasData(indicator.id()))
                .collect(ImmutableList.toImmutableList());
        if (observed.isEmpty()) {
            plan.sources().of(subject.indicators().get(0).id());
        }
        ImmutableList<Source> sources = observed.stream()
                .map(indicator -> plan.sources().of(indicator.id()))
                .collect(ImmutableList.toImmutableList());
        return new Leaf(
                sources.stream()
                        .map(source -> plan.rollup(source, Optional.empty(), place, false, Optional.empty()))
                        .collect(ImmutableList.toImmutableList()),
                place.scope(),
                Function.COUNT,
                BigDecimal.ZERO,
                place.window(),
                false,
                ImmutableList.copyOf(Collections.nCopies(observed.size(), BigDecimal.ZERO)),
                subject.indicators().stream().anyMatch(this::isUnobserved),
                Unit.COUNT);
    }

    /** Of one indicator those of its value; of several all observations, whose values need not add up. */
    private Formula contributors(Place place) {
        if (subject.indicators().size() == 1) {
            return value(place);
        }
        subject.indicators().stream()
                .filter(this::isUnobserved)
                .findFirst()
                .ifPresent(indicator -> plan.sources().of(indicator.id()));
        return count(place);
    }

    /** Whether observations are lacking altogether; what follows from other indicators needs none of its own. */
    private boolean isUnobserved(Indicator indicator) {
        boolean follows = indicator.numerator().isPresent() || indicator.base().isPresent();
        return !follows && !plan.sources().hasData(indicator.id());
    }

    private Formula observed(Function function, Aggregate aggregate, Place place) {
        return leaf(together(), function, Optional.of(aggregate), BigDecimal.ZERO, false, place, subject.unit());
    }

    private Formula quantile(Measure measure, Function function, Aggregate aggregate, Place place) {
        return leaf(
                together(),
                function,
                Optional.of(aggregate),
                measure.probability().orElseThrow(),
                false,
                place,
                subject.unit());
    }

    /** The indicators, if they measure in one unit and none contains another. */
    private ImmutableList<Indicator> together() {
        ImmutableList<Indicator> all = subject.indicators();
        Indicator first = all.get(0);
        for (Indicator indicator : all) {
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
                if (all.contains(containing)) {
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

    private Formula leaf(
            ImmutableList<Indicator> indicators,
            Function function,
            Optional<Aggregate> aggregate,
            BigDecimal probability,
            boolean lastOnly,
            Place place,
            Unit unit) {
        ImmutableList<Source> sources = indicators.stream()
                .map(indicator -> plan.sources().of(indicator.id()))
                .collect(ImmutableList.toImmutableList());
        return leaf(sources, indicators, function, aggregate, probability, lastOnly, place, unit);
    }

    private Leaf leaf(
            ImmutableList<Source> sources,
            ImmutableList<Indicator> indicators,
            Function function,
            Optional<Aggregate> aggregate,
            BigDecimal probability,
            boolean lastOnly,
            Place place,
            Unit unit) {
        ImmutableList<Integer> rollups = sources.stream()
                .map(source -> plan.rollup(source, Optional.empty(), place, lastOnly, aggregate))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<BigDecimal> halfSteps =
                indicators.stream().map(this::halfStep).collect(ImmutableList.toImmutableList());
        return new Leaf(
                rollups, place.scope(), function, probability, place.window(), lastOnly, halfSteps, false, unit);
    }

    /** By how much a value may be off that is printed to the indicator's decimals: nothing, for what is counted. */
    private BigDecimal halfStep(Indicator indicator) {
        if (plan.schema().floatingPoint().contains(indicator.id())) {
            return plan.sources().stepOfDoubles(indicator.id());
        }
        boolean counted = indicator.unit().isCounting() && indicator.decimals() == 0;
        return counted ? BigDecimal.ZERO : HALF.movePointLeft(indicator.decimals());
    }
}
