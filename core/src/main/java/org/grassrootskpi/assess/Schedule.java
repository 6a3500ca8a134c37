package org.grassrootskpi.assess;

import java.time.LocalDate;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AttainmentRule.Form;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/**
 * A plan's period, the path on which its target is due, and the rule of attainment: what compares work with its schedule.
 *
 * <p>The default rule is that of flows, what is done since the beginning divided by the target. A stock or a rate needs
 * {@link AttainmentRule#fromBaseline}: a rate of 95 % is not half done at half-time. Immutable and thread-safe.
 */
@Value.Immutable
public interface Schedule {
    /** {@return the period of the plan: a year, a half, a quarter, a month} */
    @Value.Parameter
    TimePeriod plan();

    /** {@return the path on which the target is due} */
    @Value.Parameter
    PlanPath path();

    /** {@return the rule of attainment: what is done divided by the target by default, or from a baseline} */
    @Value.Default
    default AttainmentRule rule() {
        return AttainmentRule.ratio(Direction.HIGHER);
    }

    /**
     * {@return a schedule of a flow}
     *
     * @param plan the period of the plan
     * @param path the path on which its target is due
     */
    static Schedule of(TimePeriod plan, PlanPath path) {
        return builder().plan(plan).path(path).build();
    }

    /**
     * {@return a schedule of an indicator}
     *
     * @param indicator an indicator that adds up over time
     * @param plan the period of the plan
     * @param path the path on which its target is due
     * @throws AssessmentRefusedException if it does not add up over time: {@link Reason#NOT_CUMULATIVE}; take {@link #builder}
     *     with a rule from a baseline for it
     */
    static Schedule forIndicator(Indicator indicator, TimePeriod plan, PlanPath path) {
        if (!indicator.kind().isAdditiveOverTime()) {
            throw new AssessmentRefusedException(
                    Reason.NOT_CUMULATIVE,
                    "'" + indicator.id() + "' is a " + indicator.kind()
                            + ", which is not half done when half of the time is over",
                    indicator.kind() == IndicatorKind.RANK || indicator.kind() == IndicatorKind.RATING
                            ? "ask only whether it is reached: AttainmentRule.limit(direction)"
                            : "state the value at the start: Schedule.builder() with"
                                    + " AttainmentRule.fromBaseline(baseline)");
        }
        return of(plan, path);
    }

    /**
     * {@return the same schedule with another rule}
     *
     * @param rule a ratio where more is better, or from a baseline
     */
    default Schedule withRule(AttainmentRule rule) {
        return builder().from(this).rule(rule).build();
    }

    /**
     * Compares what is done with what is due.
     *
     * @param actual what is done from the beginning of the plan until the date
     * @param target what is to be done in the whole plan
     * @param asOf the day until which the figure counts, in the plan's period; a day after it counts as its last
     * @return the state
     * @throws AssessmentRefusedException if the day is before the plan, or the units differ
     */
    default ScheduleState assess(Quantity actual, Quantity target, LocalDate asOf) {
        return assess(actual, target, rule().baseline(), asOf);
    }

    /**
     * Compares what is done with what is due, from a baseline.
     *
     * @param actual the figure at the date
     * @param target the figure that is to be reached at the end
     * @param baseline the figure at the start; empty for the rule's
     * @param asOf the day of the figure, in the plan's period; a day after it counts as its last
     * @return the state
     * @throws AssessmentRefusedException if the day is before the plan, or the units differ
     */
    default ScheduleState assess(Quantity actual, Quantity target, Optional<Quantity> baseline, LocalDate asOf) {
        PlanLine line = PlanLine.of(path(), plan());
        Fraction due = line.due(asOf);
        Attainment attainment = AttainmentMath.assess(rule(), actual, target, baseline);
        // A ratio of flows starts at nothing.
        Optional<Bounded> start = rule().form() == Form.FROM_BASELINE
                ? baseline.map(Bounded::from)
                : Optional.of(Bounded.of(Fraction.ZERO));
        return new ScheduleState(this, asOf, line, due, attainment, actual, target, start);
    }

    /**
     * {@return the state at a date for which no figure is reported}
     *
     * @param asOf the date
     * @param lastFigure the day of the last figure that was; empty if there never was one
     */
    default ScheduleState withoutFigure(LocalDate asOf, Optional<LocalDate> lastFigure) {
        PlanLine line = PlanLine.of(path(), plan());
        return new ScheduleState(this, asOf, line, line.due(asOf), ScheduleStatus.NO_DATA, lastFigure);
    }

    /**
     * {@return the state at a date where no target is set}
     *
     * @param asOf the date
     */
    default ScheduleState withoutTarget(LocalDate asOf) {
        PlanLine line = PlanLine.of(path(), plan());
        return new ScheduleState(this, asOf, line, line.due(asOf), ScheduleStatus.NO_TARGET, Optional.empty());
    }

    /** Refuses rules that have no way. */
    @Value.Check
    default void check() {
        boolean hasWay = rule().form() == Form.FROM_BASELINE
                || (rule().form() == Form.RATIO && rule().direction() == Direction.HIGHER);
        if (!hasWay) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "a rule of form " + rule().form() + " and direction " + rule().direction()
                            + " does not grow from 0 to 1 while the plan is carried out",
                    "use AttainmentRule.ratio(HIGHER) for what adds up, AttainmentRule.fromBaseline() for the rest");
        }
    }

    /**
     * Starts a schedule.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Schedule}; {@code build()} refuses a missing or contradictory attribute by name. */
    final class Builder extends ImmutableSchedule.Builder {
        Builder() {}
    }
}
