package org.grassrootskpi.plan;

import java.util.List;
import java.util.Objects;
import org.grassrootskpi.evaluate.ChangeFormula;
import org.grassrootskpi.evaluate.ContributionFormula;
import org.grassrootskpi.evaluate.DiscreteFormula;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.evaluate.Window;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Measure.Kind;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** Derives a measure of a subject from aggregates, windows and comparisons, or refuses it. */
final class MeasureRules {
    private final Subject subject;
    private final PlanContext plan;
    private final AggregateRules aggregates;

    MeasureRules(Subject subject, PlanContext plan) {
        this.subject = subject;
        this.plan = plan;
        this.aggregates = new AggregateRules(subject, plan);
    }

    Formula of(Measure measure) {
        if (subject.unknown().isPresent()) {
            throw new RefusedException(List.of(subject.unknown().get()));
        }
        return of(measure, plan.frame());
    }

    Formula of(Measure measure, AggregationFrame frame) {
        if (measure.kind().isAggregate()) {
            return aggregates.of(measure, frame);
        }
        if (measure.kind().isOfTarget()) {
            return new TargetRules(subject, plan, aggregates).of(measure, frame);
        }
        Measure inner = measure.inner().orElseThrow();
        return switch (measure.kind()) {
            case YEAR_TO_DATE ->
                of(inner, frame.with(Window.yearToDate(new GroupingRules(plan).requireYears(measure))));
            case ROLLING -> of(inner, rolling(measure, frame));
            case DISCRETE -> discrete(measure, inner, frame);
            case SHARE -> new ShareRules(subject, plan, this).share(measure, inner, frame);
            case RANK -> new RankRules(subject, plan).rank(measure, inner, frame);
            case DIFFERENCE, GROWTH -> change(measure, inner, frame);
            case CONTRIBUTION -> contribution(measure, inner, frame);
            default -> throw new IllegalArgumentException("No rule for " + measure);
        };
    }

    private AggregationFrame rolling(Measure measure, AggregationFrame frame) {
        if (plan.requirePeriods(measure.name()) == Frequency.YEAR_TO_DATE) {
            throw RefusedException.of(
                    Reason.NOT_COMPARABLE,
                    "'" + measure.name() + "' would add years to date, which contain each other",
                    "group by Dimension.period(MONTHLY)");
        }
        return frame.with(Window.rolling(measure.periods()));
    }

    private Formula discrete(Measure measure, Measure inner, AggregationFrame frame) {
        if (plan.requirePeriods(measure.name()) != Frequency.YEAR_TO_DATE) {
            throw RefusedException.of(
                    Reason.NOT_CUMULATIVE,
                    "'" + measure.name() + "' takes cumulative figures apart, but the groups are not cumulative",
                    "group by Dimension.period(YEAR_TO_DATE), or ask for Measure.value()");
        }
        for (Indicator indicator : subject.indicators()) {
            if (!indicator.kind().isAdditiveOverTime() || !isValue(inner)) {
                throw RefusedException.of(
                        Reason.NOT_CUMULATIVE,
                        "'" + indicator.id() + "' is a " + indicator.kind() + " and '" + inner.name()
                                + "' is asked of it: only values and sums of flows accumulate over a year",
                        "ask for Measure.value()");
            }
        }
        TimePeriod from = Objects.requireNonNull(frame.from());
        AggregationFrame earlier = from.numberInYear() == 1 ? frame : frame.from(from.previous());
        Formula of = of(inner, earlier);
        return new DiscreteFormula(of, plan.overTime(of, BasePeriod.PREVIOUS_PERIOD, frame), subject.unit());
    }

    private Formula contribution(Measure measure, Measure inner, AggregationFrame frame) {
        new ShareRules(subject, plan, this).requireParts(measure, inner);
        int parents = plan.regionAxes().parents(measure.name(), measure.level());
        BasePeriod comparison = measure.comparison().orElseThrow();
        AggregationFrame earlier = plan.earlier(frame, comparison, measure.name());
        Formula part = of(inner, earlier);
        Formula whole = of(inner, earlier.in(parents));
        return new ContributionFormula(
                part,
                whole,
                comparison,
                plan.overTime(part, comparison, frame),
                plan.overTime(whole, comparison, frame.in(parents)),
                Unit.PERCENTAGE_POINT);
    }

    private Formula change(Measure measure, Measure inner, AggregationFrame frame) {
        boolean relative = measure.kind() == Kind.GROWTH;
        boolean observations = inner.kind() != Kind.COUNT && inner.kind() != Kind.COVERAGE;
        for (Indicator indicator : subject.indicators()) {
            boolean graded = indicator.kind() == IndicatorKind.RATING
                    || (relative
                            && (indicator.kind() == IndicatorKind.RANK || indicator.kind() == IndicatorKind.GROWTH));
            if (observations && graded) {
                throw RefusedException.of(
                        Reason.NOT_COMPARABLE,
                        "'" + indicator.id() + "' is a " + indicator.kind() + ": it has no '" + measure.name() + "'",
                        indicator.kind() == IndicatorKind.RATING
                                ? "ask for Measure.value()"
                                : "ask for Measure.difference(comparison)");
            }
        }
        if (relative && !inner.kind().isAggregate() && !inner.kind().isWindow() && inner.kind() != Kind.DISCRETE) {
            throw RefusedException.of(
                    Reason.NOT_COMPARABLE,
                    "'" + inner.name() + "' compares already: the growth of a comparison means nothing",
                    "ask for Measure.difference(comparison) of it");
        }
        BasePeriod comparison = measure.comparison().orElseThrow();
        Formula of = of(inner, plan.earlier(frame, comparison, measure.name()));
        return new ChangeFormula(
                of,
                comparison,
                relative,
                plan.overTime(of, comparison, frame),
                relative ? Unit.RATIO : differenceUnit(of));
    }

    private static Unit differenceUnit(Formula of) {
        return of.unit().equals(Unit.RATIO) ? Unit.PERCENTAGE_POINT : of.unit();
    }

    private static boolean isValue(Measure measure) {
        return measure.kind() == Kind.VALUE || measure.kind() == Kind.SUM;
    }

    /** Returns the aggregate that a measure is made of. */
    static Kind base(Measure measure) {
        Measure base = measure;
        while (base.inner().isPresent()) {
            base = base.inner().get();
        }
        return base.kind();
    }
}
