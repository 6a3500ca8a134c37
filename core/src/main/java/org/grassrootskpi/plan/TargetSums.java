package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.grassrootskpi.evaluate.TargetCheck;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;

/** Decides how it is known that targets which are added up make up the target of the whole. */
final class TargetSums {
    private final PlanContext plan;
    private final TargetPlan targets;
    private final Source source;
    private final boolean isStock;

    /**
     * Creates the decisions for targets.
     *
     * @param plan that of the observations
     * @param source of the targets
     */
    TargetSums(PlanContext plan, TargetPlan targets, Source source, boolean isStock) {
        this.plan = plan;
        this.targets = targets;
        this.source = source;
        this.isStock = isStock;
    }

    /** Refuses targets that would be added up over members of extra dimensions: nobody knows which members there should be. */
    void requireMembersApart() {
        if (!targets.context().combinations(source).isSingle()) {
            throw RefusedException.of(
                    Reason.NO_TARGET,
                    "targets of '" + source.indicator() + "' are set for several members of "
                            + targets.context().schema().dimensions(),
                    "group by these dimensions, limit each to one member by where(...), or declare its total");
        }
    }

    /** Returns whether each group has one target. */
    boolean isSingle() {
        return hasSingleRegions() && hasSinglePeriods();
    }

    private boolean hasSingleRegions() {
        return targets.context().hasSingleRegions(source, targets.context().frame());
    }

    private boolean hasSinglePeriods() {
        return targets.context().hasSinglePeriods(source, targets.context().frame());
    }

    /**
     * Returns whether all targets must be there that can be, because it cannot be seen which of them a value is without.
     *
     * @param isOfPlan whether all of a year's target is needed, before the year is over
     */
    boolean isWholeOnly(String indicator, boolean isOfPlan) {
        if (isSingle()) {
            return false;
        }
        if (!hasSinglePeriods() && (isOfPlan || isStock)) {
            return true;
        }
        if (!plan.sources().canAnswer(indicator)) {
            return true;
        }
        Source observed = plan.sources().of(indicator);
        return plan.regionAxes().depth(observed.level()) < plan.regionAxes().depth(source.level())
                || !observed.frequency().nestsIn(source.frequency());
    }

    /** Returns the counts that show where there is a value and no target. */
    TargetCheck check(Indicator indicator, AggregationFrame frame) {
        Source observed = plan.sources().of(indicator.id());
        TimePeriodRange shown = plan.time().span();
        TimePeriod from = frame.from();
        TimePeriodRange periods =
                TimePeriodRange.of(inTargets(from == null ? shown.from() : from, true), inTargets(shown.to(), false));
        return new TargetCheck(
                counts(indicator, observed, plan, periods), counts(indicator, source, targets.context(), periods));
    }

    private Rollup counts(Indicator indicator, Source of, PlanContext context, TimePeriodRange periods) {
        return new Rollup(
                indicator,
                of,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                context.regionAxes().byLevel(source.level()),
                PeriodGroups.of(periods, of.frequency()),
                context.combinations(of),
                ImmutableSet.of());
    }

    private TimePeriod inTargets(TimePeriod group, boolean isFirst) {
        if (targets.isOfYear()) {
            return TimePeriod.ofYear(group.year());
        }
        return group.frequency() == source.frequency()
                ? group
                : TimePeriod.containing(isFirst ? group.firstDay() : group.lastDay(), source.frequency());
    }
}
