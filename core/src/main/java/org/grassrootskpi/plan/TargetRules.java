package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.assess.AttainmentRule;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.evaluate.AggregateFormula;
import org.grassrootskpi.evaluate.AttainmentFormula;
import org.grassrootskpi.evaluate.DueShares;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.PlannedTarget;
import org.grassrootskpi.evaluate.ScheduleGapFormula;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.evaluate.TargetFormula;
import org.grassrootskpi.evaluate.Window;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** Decides which target a group is compared with, and how, or why not. */
final class TargetRules {
    private static final String IN_POINTS = "ask for Measure.gapToTarget(), which compares in points";

    private final Subject subject;
    private final PlanContext plan;
    private final AggregateRules aggregates;

    TargetRules(Subject subject, PlanContext plan, AggregateRules aggregates) {
        this.subject = subject;
        this.plan = plan;
        this.aggregates = aggregates;
    }

    Formula of(Measure measure, AggregationFrame frame) {
        if (subject.indicators().size() > 1) {
            throw RefusedException.of(
                    Reason.NO_TARGET,
                    "targets are of indicators, and '" + measure.name() + "' is asked of the sector '" + subject.id()
                            + "'",
                    "group by Dimension.indicator() instead of the sector");
        }
        Indicator indicator = subject.indicators().get(0);
        return switch (measure.kind()) {
            case TARGET -> new TargetFormula(planned(frame, false), observed(frame));
            case ATTAINMENT -> attainment(measure, indicator, frame);
            case ATTAINMENT_FROM_BASELINE -> fromBaseline(measure, indicator, frame);
            case GAP_TO_TARGET -> gapToTarget(measure, indicator, frame);
            case GAP_TO_SCHEDULE -> gapToSchedule(measure, indicator, frame);
            default -> throw new IllegalArgumentException(measure + " needs no target");
        };
    }

    private ImmutableList<AggregateFormula> observed(AggregationFrame frame) {
        try {
            return aggregates.of(Measure.value(), frame).aggregates().collect(ImmutableList.toImmutableList());
        } catch (RefusedException unobserved) {
            // A target is a target, whatever can be said of observations.
            return ImmutableList.of();
        }
    }

    private Formula attainment(Measure measure, Indicator indicator, AggregationFrame frame) {
        requireParts(measure, indicator);
        if (indicator.direction() != Direction.HIGHER && indicator.direction() != Direction.LOWER) {
            throw notComparable(
                    "'" + indicator.id() + "' is "
                            + (indicator.direction() == Direction.NEUTRAL ? "better neither way" : "best near a value")
                            + ", so that no part of a target is reached",
                    "state a direction in the catalogue, or ask for Measure.gapToTarget()");
        }
        PlannedTarget target = planned(frame, false);
        if (target.isOfYear() && isFlow(indicator) && indicator.direction() == Direction.LOWER) {
            throw notComparable(
                    "'" + indicator.id() + "' is better the less there is of it, and a part of a year always has less",
                    "ask for Measure.gapToTarget(), which is what may still be added, or group by years");
        }
        return new AttainmentFormula(
                value(indicator, frame, target), target, AttainmentRule.forIndicator(indicator), false, Unit.RATIO);
    }

    private Formula fromBaseline(Measure measure, Indicator indicator, AggregationFrame frame) {
        requireParts(measure, indicator);
        plan.requirePeriods(measure.name());
        PlannedTarget target = planned(frame, false);
        if (target.isOfYear() && isFlow(indicator)) {
            throw notComparable(
                    "'" + indicator.id() + "' is a " + indicator.kind()
                            + ", of which a part of a year says nothing beside the year before",
                    "ask for Measure.attainment(), or group by years");
        }
        return new AttainmentFormula(
                value(indicator, fromStart(frame, target), target),
                target,
                AttainmentRule.fromBaseline(),
                false,
                Unit.RATIO);
    }

    private Formula gapToTarget(Measure measure, Indicator indicator, AggregationFrame frame) {
        if (indicator.kind() == IndicatorKind.RATING) {
            throw notComparable(
                    "'" + indicator.id() + "' is a RATING: it has no '" + measure.name() + "'",
                    "ask for Measure.value() and Measure.target()");
        }
        PlannedTarget target = planned(frame, false);
        Direction direction = indicator.direction() == Direction.LOWER ? Direction.LOWER : Direction.HIGHER;
        Unit unit = indicator.unit().base();
        return new AttainmentFormula(
                value(indicator, frame, target),
                target,
                AttainmentRule.limit(direction),
                true,
                unit.equals(Unit.RATIO) ? Unit.PERCENTAGE_POINT : unit);
    }

    private Formula gapToSchedule(Measure measure, Indicator indicator, AggregationFrame frame) {
        plan.requirePeriods(measure.name());
        boolean grows = isFlow(indicator) && indicator.direction() == Direction.HIGHER;
        if (!grows && indicator.kind() != IndicatorKind.STOCK) {
            throw notComparable(
                    "'" + indicator.id() + "' is a " + indicator.kind() + ", better " + indicator.direction()
                            + ", which is not half done when half of the time is over",
                    "ask for Measure.gapToTarget() or Measure.attainment()");
        }
        PlannedTarget target = planned(frame, true);
        PlanPath path = measure.path().orElseThrow();
        requireFits(path, target);
        return new ScheduleGapFormula(
                value(indicator, grows ? frame : fromStart(frame, target), target),
                target,
                grows ? AttainmentRule.ratio(Direction.HIGHER) : AttainmentRule.fromBaseline(),
                new DueShares(path, target.isOfYear()),
                Unit.PERCENTAGE_POINT);
    }

    private void requireFits(PlanPath path, PlannedTarget target) {
        for (TimePeriod group : plan.time().groups().orElseThrow()) {
            try {
                path.due(target.plan(group.toCode()), group.lastDay());
            } catch (AssessmentRefusedException refused) {
                throw notComparable(
                        refused.refusal().message(), refused.refusal().suggestion());
            }
        }
    }

    private static void requireParts(Measure measure, Indicator indicator) {
        switch (indicator.kind()) {
            case GROWTH, RANK, RATING ->
                throw notComparable(
                        "'" + indicator.id() + "' is a " + indicator.kind() + ": no part of it is '" + measure.name()
                                + "'",
                        indicator.kind() == IndicatorKind.RATING
                                ? "ask for Measure.value() and Measure.target()"
                                : IN_POINTS);
            case FLOW, SHARED_FLOW, STOCK, RATIO, INDEX, DISTINCT -> {}
        }
    }

    private static RefusedException notComparable(String message, String suggestion) {
        return RefusedException.of(Reason.NOT_COMPARABLE, message, suggestion);
    }

    private static boolean isFlow(Indicator indicator) {
        return indicator.kind().isAdditiveOverTime();
    }

    /** The value that is compared with a target: against one of a year from its beginning, if it can be computed over several periods. */
    private Formula value(Indicator indicator, AggregationFrame frame, PlannedTarget target) {
        boolean isPart = target.isOfYear()
                && plan.time().groups().orElseThrow().frequency() != Frequency.YEAR_TO_DATE
                && indicator.kind() != IndicatorKind.STOCK;
        if (isPart && isFlow(indicator)) {
            return aggregates.of(Measure.value(), frame.with(Window.YEAR_TO_DATE));
        }
        if (isPart) {
            try {
                return aggregates.of(Measure.value(), frame.with(Window.YEAR_TO_DATE));
            } catch (RefusedException notOverTime) {
                // A rate of which only the figure of the period itself is known.
                return aggregates.of(Measure.value(), frame);
            }
        }
        return aggregates.of(Measure.value(), frame);
    }

    private static AggregationFrame fromStart(AggregationFrame frame, PlannedTarget target) {
        return frame.from(PlannedTarget.start(Objects.requireNonNull(frame.from()), target.isOfYear()));
    }

    /**
     * Returns the target of the groups' own periods or else of their years; for a schedule that of their years alone.
     *
     * @param isSchedule whether all of a year's target must be known
     */
    private PlannedTarget planned(AggregationFrame frame, boolean isSchedule) {
        TargetPlans targets = plan.targets();
        if (isSchedule && targets.isWithinOtherYears()) {
            throw RefusedException.of(
                    Reason.NO_TARGET,
                    "schedules are of calendar years, or of the groups' own periods where these are years",
                    "group by Dimension.period(ANNUAL), or leave out yearsFrom(...)");
        }
        Optional<TargetPlan> ofYears = targets.ofYears();
        List<TargetPlan> plans = isSchedule && ofYears.isPresent()
                ? ImmutableList.of(ofYears.get())
                : ofYears.map(years -> List.of(targets.own(), years)).orElseGet(() -> List.of(targets.own()));
        Refusal last = null;
        for (TargetPlan candidate : plans) {
            try {
                return planned(candidate, candidate.target(subject, frame), frame, isSchedule);
            } catch (RefusedException refused) {
                last = refused.refusals().get(0);
            }
        }
        Refusal why = Objects.requireNonNull(last);
        throw RefusedException.of(
                Reason.NO_TARGET,
                "no target of '" + subject.id() + "' fits: " + why.message(),
                why.suggestion() + "; targets are asked for like observations, by the groups' periods or years");
    }

    private PlannedTarget planned(TargetPlan targets, Formula formula, AggregationFrame frame, boolean isSchedule) {
        if (!(formula instanceof AggregateFormula sum) || sum.rollups().size() != 1) {
            return new PlannedTarget(formula, targets.number(), targets.isOfYear(), -1, false);
        }
        PlanContext context = targets.context();
        TargetSums sums =
                new TargetSums(plan, targets, context.source(sum.rollups().get(0)), sum.lastPeriodOnly());
        sums.requireMembersApart();
        boolean whole = sums.isWholeOnly(subject.id(), isSchedule || targets.isOfYear());
        int check = whole || sums.isSingle()
                ? -1
                : plan.targets().add(sums.check(subject.indicators().get(0), frame));
        return new PlannedTarget(formula, targets.number(), targets.isOfYear(), check, whole);
    }
}
