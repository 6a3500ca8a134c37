package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.evaluate.Recipe;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.evaluate.TargetCheck;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.jspecify.annotations.Nullable;

/** What a query asks of the table of targets: those of its groups' own periods, and those of the years that contain them. */
final class TargetPlans {
    private final @Nullable Planner planner;
    private final Query query;
    private final ImmutableList<Subject> subjects;
    private final TimeAxis time;
    private final List<TargetPlan> plans = new ArrayList<>();
    private final List<TargetCheck> checks = new ArrayList<>();
    private @Nullable TargetPlan own;
    private @Nullable TargetPlan ofYears;

    /**
     * Prepares the plans, which are made if a measure needs them.
     *
     * @param planner of the table of targets; null if there is none
     * @param time the time of the query
     */
    TargetPlans(@Nullable Planner planner, Query query, ImmutableList<Subject> subjects, TimeAxis time) {
        this.planner = planner;
        this.query = query;
        this.subjects = subjects;
        this.time = time;
    }

    /** Returns the plan for the targets of the groups' own periods. */
    TargetPlan own() {
        TargetPlan known = own;
        if (known == null) {
            known = plan(query.groupBy(), time.span(), false);
            own = known;
        }
        return known;
    }

    /**
     * Returns the plan for the targets of the years that contain the groups' periods; empty where the groups are years or no periods, or
     * years begin in another month than January.
     */
    Optional<TargetPlan> ofYears() {
        Optional<TimePeriodRange> groups =
                time.groups().filter(periods -> !periods.frequency().isYears() && query.yearsFrom() == Month.JANUARY);
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        TargetPlan known = ofYears;
        if (known == null) {
            TimePeriodRange years = TimePeriodRange.of(
                    TimePeriod.ofYear(groups.get().from().year()),
                    TimePeriod.ofYear(groups.get().to().year()));
            ImmutableList<Dimension> byYear = Stream.concat(
                            query.groupBy().stream()
                                    .filter(dimension -> dimension.frequency().isEmpty()),
                            Stream.of(Dimension.period(Frequency.ANNUAL)))
                    .collect(ImmutableList.toImmutableList());
            known = plan(byYear, years, true);
            ofYears = known;
        }
        return Optional.of(known);
    }

    /** Returns whether the groups are parts of years that begin in another month than January, of which schedules are not known. */
    boolean isWithinOtherYears() {
        return query.yearsFrom() != Month.JANUARY
                && time.groups()
                        .filter(periods -> !periods.frequency().isYears())
                        .isPresent();
    }

    private TargetPlan plan(List<Dimension> groupBy, TimePeriodRange during, boolean isOfYear) {
        if (planner == null) {
            throw RefusedException.of(
                    Reason.NO_TARGET,
                    "the engine has no table of targets",
                    "give it one: Engine.local(observations).withTargets(targets)");
        }
        Query ofTargets = Query.select(subjects.stream()
                        .flatMap(subject -> subject.indicators().stream())
                        .map(indicator -> indicator.id())
                        .distinct()
                        .toList())
                .during(during)
                .groupBy(groupBy.toArray(Dimension[]::new))
                .yearsFrom(query.yearsFrom());
        if (!query.within().isEmpty()) {
            ofTargets = ofTargets.within(query.within().toArray(String[]::new));
        }
        for (String dimension : query.where().keySet()) {
            ofTargets = ofTargets.where(dimension, query.where().get(dimension).toArray(String[]::new));
        }
        planner.requireDimensions(ofTargets);
        TargetPlan plan = new TargetPlan(planner.context(ofTargets, subjects), plans.size(), isOfYear);
        plans.add(plan);
        return plan;
    }

    /** Returns the number of a check. */
    int add(TargetCheck check) {
        checks.add(check);
        return checks.size() - 1;
    }

    ImmutableList<Recipe> toRecipes() {
        return plans.stream().map(TargetPlan::toRecipe).collect(ImmutableList.toImmutableList());
    }

    ImmutableList<TargetCheck> checks() {
        return ImmutableList.copyOf(checks);
    }
}
