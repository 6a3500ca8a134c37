package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.evaluate.Formula;
import org.grassrootskpi.evaluate.Peers;
import org.grassrootskpi.evaluate.RankFormula;
import org.grassrootskpi.evaluate.RefusedFormula;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Measure.Kind;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;

/** Finds the groups that a group is ranked among, or refuses to compare them. */
final class RankRules {
    private final Subject subject;
    private final PlanContext plan;

    RankRules(Subject subject, PlanContext plan) {
        this.subject = subject;
        this.plan = plan;
    }

    Formula rank(Measure measure, Measure inner, AggregationFrame frame) {
        if (measure.over().isEmpty() && measure.frequency().isEmpty()) {
            plan.regionAxes().requireRegions(measure.name());
        }
        if (inner.kind() == Kind.RANK) {
            throw RefusedException.of(
                    Reason.NOT_COMPARABLE,
                    "'" + inner.name() + "' is a rank already: '" + measure.name() + "' of it means nothing",
                    "ask for Measure.rank() of what '" + inner.name() + "' is of");
        }
        boolean ascending = isAscending(subject, inner);
        if (measure.frequency().isPresent()) {
            Peers periods = new Peers.Periods(Optional.of(new GroupingRules(plan).requireLonger(measure)));
            return new RankFormula(of(subject, inner, frame), periods, ascending, Unit.RANK);
        }
        if (measure.over().isPresent()) {
            return over(measure.over().get(), measure, inner, frame, ascending);
        }
        measure.level().ifPresent(level -> {
            plan.regionAxes().requireTree(measure.name());
            if (plan.regionAxes().isFineEnough(level)) {
                throw RefusedException.of(
                        Reason.NEEDS_REGION,
                        "'" + measure.name() + "' is within " + level + ", which is not above the groups' level "
                                + plan.regionAxes().asked(),
                        "name a level above " + plan.regionAxes().asked());
            }
        });
        return new RankFormula(of(subject, inner, frame), new Peers.Regions(measure.level()), ascending, Unit.RANK);
    }

    private Formula of(Subject ranked, Measure inner, AggregationFrame frame) {
        return new MeasureRules(ranked, plan).of(inner, frame);
    }

    private Formula over(
            Dimension dimension, Measure measure, Measure inner, AggregationFrame frame, boolean ascending) {
        new GroupingRules(plan).requireGroupedBy(dimension, measure);
        switch (dimension.kind()) {
            case PERIOD -> {
                return new RankFormula(
                        of(subject, inner, frame), new Peers.Periods(Optional.empty()), ascending, Unit.RANK);
            }
            case EXTRA -> {
                Formula ranked = of(subject, inner, frame);
                plan.requireNoSuspectedTotal(ranked, dimension.name(), measure.name());
                Peers members = new Peers.Members(
                        dimension.name(),
                        Optional.ofNullable(plan.schema().totals().get(dimension.name())));
                return new RankFormula(ranked, members, ascending, Unit.RANK);
            }
            default -> {
                Peers.Subjects all = plan.subjectsRankedBy(measure, frame, () -> subjects(measure, inner, frame));
                Formula own = all.formulas().get(plan.subjects().indexOf(subject));
                if (own instanceof RefusedFormula refused) {
                    throw new RefusedException(List.of(refused.refusal()));
                }
                return new RankFormula(own, all, ascending, Unit.RANK);
            }
        }
    }

    /** Returns what is ranked of each subject; one that is refused has no place, and the others keep theirs. */
    private Peers.Subjects subjects(Measure measure, Measure inner, AggregationFrame frame) {
        ImmutableList.Builder<Formula> formulas = ImmutableList.builder();
        Subject first = subject;
        Optional<Unit> unit = Optional.empty();
        for (Subject each : plan.subjects()) {
            Formula formula;
            try {
                formula = each.unknown().isPresent()
                        ? new RefusedFormula(each.unknown().get(), each.unit())
                        : of(each, inner, frame);
            } catch (RefusedException refused) {
                formula = new RefusedFormula(refused.refusals().get(0), each.unit());
            }
            formulas.add(formula);
            if (!(formula instanceof RefusedFormula)) {
                if (unit.isEmpty()) {
                    unit = Optional.of(formula.unit());
                    first = each;
                }
                requireLike(measure, inner, first, unit.get(), each, formula.unit());
            }
        }
        requireNoTotal(measure);
        return new Peers.Subjects(formulas.build());
    }

    private static void requireLike(
            Measure measure, Measure inner, Subject first, Unit unit, Subject other, Unit ofOther) {
        if (!unit.hasSameBase(ofOther)) {
            throw RefusedException.of(
                    Reason.MIXED_UNITS,
                    "'" + measure.name() + "' would compare '" + first.id() + "' in " + unit.code() + " and '"
                            + other.id() + "' in " + ofOther.code(),
                    "select indicators of one unit, or rank what has none, such as Measure.yearOnYear()");
        }
        if (isAscending(first, inner) != isAscending(other, inner)) {
            throw RefusedException.of(
                    Reason.NOT_COMPARABLE,
                    "'" + measure.name() + "' would compare '" + first.id() + "' and '" + other.id()
                            + "', of which one is better the more there is of it and the other the less",
                    "select indicators of one direction");
        }
    }

    /** Refuses to rank an indicator beside one that contains it. */
    private void requireNoTotal(Measure measure) {
        List<String> ids = plan.subjects().stream()
                .flatMap(each -> each.indicators().stream())
                .map(Indicator::id)
                .toList();
        for (Subject each : plan.subjects()) {
            for (Indicator indicator : each.indicators()) {
                Optional<String> whole = indicator.partOf();
                while (whole.isPresent()) {
                    if (ids.contains(whole.get())) {
                        throw RefusedException.of(
                                Reason.TOTAL_BESIDE_PARTS,
                                "'" + measure.name() + "' would compare '" + indicator.id() + "' with '" + whole.get()
                                        + "', which contains it",
                                "select one of the two");
                    }
                    whole = plan.catalog().indicator(whole.get()).partOf();
                }
            }
        }
    }

    /** Returns whether the least is the best: where all indicators say so, and the measure is of what they measure. */
    private static boolean isAscending(Subject subject, Measure inner) {
        boolean judged = switch (MeasureRules.base(inner)) {
            // What counts reporters, and what is reached of a target, is better the more there is of it.
            case COUNT, COVERAGE, ATTAINMENT, ATTAINMENT_FROM_BASELINE, GAP_TO_SCHEDULE -> false;
            default -> true;
        };
        return judged && subject.indicators().stream().allMatch(indicator -> indicator.direction() == Direction.LOWER);
    }
}
