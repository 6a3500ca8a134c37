package org.grassrootskpi.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What is done, compared with what is due at a date. Every figure has the bounds that follow from the reported ones. Immutable and
 * thread-safe.
 */
public final class ScheduleState {
    private static final Unit POINTS = Unit.parse("个百分点");

    /**
     * A difference in time; two ends where the path is flat, or the figure leaves it open. Positive is ahead of the schedule,
     * negative behind it.
     *
     * @param earliestDays days at least
     * @param latestDays days at most
     * @param earliestMonths months at least, each month of the calendar being one
     * @param latestMonths months at most
     */
    public record TimeDistance(
            BigDecimal earliestDays, BigDecimal latestDays, BigDecimal earliestMonths, BigDecimal latestMonths) {}

    private final Schedule schedule;
    private final LocalDate asOf;
    private final PlanLine line;
    private final Fraction due;
    private final ScheduleStatus status;
    private final @Nullable Attainment attainment;
    private final @Nullable Bounded start;
    private final @Nullable Quantity actual;
    private final @Nullable Quantity target;
    private final Optional<LocalDate> lastFigure;

    ScheduleState(
            Schedule schedule,
            LocalDate asOf,
            PlanLine line,
            Fraction due,
            Attainment attainment,
            Quantity actual,
            Quantity target,
            Optional<Bounded> start) {
        this.schedule = schedule;
        this.asOf = asOf;
        this.line = line;
        this.due = due;
        this.attainment = attainment;
        this.start = start.orElse(null);
        this.actual = actual;
        this.target = target;
        this.lastFigure = Optional.of(asOf);
        this.status = attainment.exactPart().map(part -> status(part, due)).orElse(ScheduleStatus.UNDECIDED);
    }

    ScheduleState(
            Schedule schedule,
            LocalDate asOf,
            PlanLine line,
            Fraction due,
            ScheduleStatus status,
            Optional<LocalDate> lastFigure) {
        this.schedule = schedule;
        this.asOf = asOf;
        this.line = line;
        this.due = due;
        this.status = status;
        this.attainment = null;
        this.start = null;
        this.actual = null;
        this.target = null;
        this.lastFigure = lastFigure;
    }

    private static ScheduleStatus status(Bounded part, Fraction due) {
        if (due.signum() == 0 && part.isExact() && part.value().signum() == 0) {
            return ScheduleStatus.NOT_STARTED;
        }
        return part.isSurelyAtLeast(due)
                ? ScheduleStatus.ON_SCHEDULE
                : part.isSurelyBelow(due) ? ScheduleStatus.BEHIND : ScheduleStatus.UNDECIDED;
    }

    /** {@return the schedule} */
    public Schedule schedule() {
        return schedule;
    }

    /** {@return the date} */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * {@return whether the work is on schedule; {@link ScheduleStatus#UNDECIDED} also where there is no part of the target to
     * compare, see {@link Attainment#refusal()}}
     */
    public ScheduleStatus status() {
        return status;
    }

    /** {@return how the figure compares with the whole target; empty without figure or target} */
    public Optional<Attainment> attainment() {
        return Optional.ofNullable(attainment);
    }

    /** {@return the part of the plan that is due} */
    public Quantity due() {
        return Bounded.of(due).toQuantity(Unit.RATIO);
    }

    /** {@return the figure that is due: b + (t - b) P, the target being read as its rule says; empty without target or baseline} */
    public Optional<Quantity> expected() {
        if (target == null || start == null) {
            return Optional.empty();
        }
        Bounded goal = Bounded.of(Fraction.of(target.value()));
        return Optional.of(
                start.times(Fraction.ONE.minus(due)).plus(goal.times(due)).toQuantity(target.unit()));
    }

    /** {@return the part that is done less the part that is due, in percentage points; negative is behind} */
    public Optional<Quantity> gap() {
        return part().map(part -> part.minus(Bounded.of(due)).toQuantity(POINTS));
    }

    /**
     * {@return the part that is done divided by the part that is due (the schedule performance index of earned value
     * management); empty while nothing is due}
     */
    public Optional<Quantity> scheduleIndex() {
        return due.signum() == 0
                ? Optional.empty()
                : part().map(part -> part.times(Fraction.ONE.dividedBy(due)).toQuantity(Unit.RATIO));
    }

    /**
     * {@return how far in time the work is ahead of its schedule (Sicherl's time distance, Lipke's earned schedule): the time at
     * which what is done is due, less the date; more than all counts as all}
     */
    public Optional<TimeDistance> timeDistance() {
        return part().map(part -> {
            Fraction now = Fraction.of(line.elapsed(asOf));
            Fraction least =
                    line.dayOf(part.lower().map(End::at).orElse(Fraction.ZERO)).from();
            Fraction most =
                    line.dayOf(part.upper().map(End::at).orElse(Fraction.ONE)).to();
            Fraction months = line.inMonths(now);
            return new TimeDistance(
                    least.minus(now).toDecimal(),
                    most.minus(now).toDecimal(),
                    line.inMonths(least).minus(months).toDecimal(),
                    line.inMonths(most).minus(months).toDecimal());
        });
    }

    /** {@return the months of the plan that are left, a part of a month as its days} */
    public BigDecimal monthsLeft() {
        return allMonths().minus(months()).toDecimal();
    }

    /**
     * {@return how much must be added in each month that is left to reach the target: (t - a) / months; negative where it is
     * passed; empty when no month is left}
     */
    public Optional<Quantity> requiredPerMonth() {
        return required().map(rate -> rate.toQuantity(unit()));
    }

    /** {@return how much was added in each month so far: (a - b) / months; empty at the very beginning} */
    public Optional<Quantity> addedPerMonth() {
        return added().map(rate -> rate.toQuantity(unit()));
    }

    /** {@return the required pace divided by the pace so far; empty where one of them is, or the pace so far is not positive} */
    public Optional<Quantity> requiredAgainstPace() {
        return required()
                .flatMap(needed -> added().filter(pace -> pace.value().signum() > 0)
                        .map(pace -> needed.dividedBy(pace).toQuantity(Unit.RATIO)));
    }

    /** {@return the figure at the plan's end at the same pace: b + (a - b) / P; empty while nothing is due. It is no prediction} */
    public Optional<Quantity> atSamePace() {
        if (actual == null || start == null || due.signum() == 0) {
            return Optional.empty();
        }
        Fraction factor = Fraction.ONE.dividedBy(due);
        Bounded forecast = Bounded.from(actual).times(factor).plus(start.times(Fraction.ONE.minus(factor)));
        return Optional.of(forecast.toQuantity(actual.unit()));
    }

    /** {@return days between the last figure and the date; empty if there never was a figure} */
    public OptionalLong figureAgeInDays() {
        return lastFigure
                .map(day -> OptionalLong.of(ChronoUnit.DAYS.between(day, asOf)))
                .orElse(OptionalLong.empty());
    }

    /** {@return days from the date to the end of the plan; negative when it has passed} */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(asOf, schedule.plan().lastDay());
    }

    private Optional<Bounded> part() {
        return attainment().flatMap(Attainment::exactPart);
    }

    private Unit unit() {
        return actual == null ? Unit.RATIO : actual.unit();
    }

    private Fraction months() {
        return line.inMonths(Fraction.of(line.elapsed(asOf)));
    }

    private Fraction allMonths() {
        return line.inMonths(Fraction.of(schedule.plan().lengthInDays()));
    }

    private Optional<Bounded> required() {
        Fraction left = allMonths().minus(months());
        if (actual == null || target == null || left.signum() == 0) {
            return Optional.empty();
        }
        Bounded missing = Bounded.of(Fraction.of(target.value())).minus(Bounded.from(actual));
        return Optional.of(missing.times(Fraction.ONE.dividedBy(left)));
    }

    private Optional<Bounded> added() {
        if (actual == null || start == null || months().signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(Bounded.from(actual).minus(start).times(Fraction.ONE.dividedBy(months())));
    }

    /** {@return such as {@code ON_SCHEDULE 2023-05-31: 56.5% done, 41.67% due}} */
    @Override
    public String toString() {
        return status + " " + asOf + ": "
                + part().map(part -> Percents.of(part) + " done, ").orElse("") + Percents.of(Bounded.of(due)) + " due";
    }
}
