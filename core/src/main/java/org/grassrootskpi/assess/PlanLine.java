package org.grassrootskpi.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.time.TimePeriod;

/** A path laid over the days of one plan: straight from corner to corner, upright where a milestone is due. */
final class PlanLine {
    private static final int PERCENT_PLACES = 2;

    private record Corner(int day, Fraction due) {}

    /** Days since the plan began. */
    record Days(Fraction from, Fraction to) {}

    private final PlanPath path;
    private final TimePeriod plan;
    private final List<Corner> corners = new ArrayList<>();

    private PlanLine(PlanPath path, TimePeriod plan) {
        this.path = path;
        this.plan = plan;
    }

    static PlanLine of(PlanPath path, TimePeriod plan) {
        PlanLine line = new PlanLine(path, plan);
        line.corners.add(new Corner(0, Fraction.ZERO));
        switch (path.kind()) {
            case DAYS -> line.corners.add(new Corner(plan.lengthInDays(), Fraction.ONE));
            case MONTHS -> line.parts(line.months(), List.of());
            case SHARES -> line.parts(path.shares().size(), line.sums());
            case LIKE -> line.parts(path.cumulative().size(), line.like());
            case MILESTONES -> line.steps();
        }
        return line;
    }

    private List<Fraction> sums() {
        List<Fraction> sums = new ArrayList<>();
        Fraction sum = Fraction.ZERO;
        for (BigDecimal share : path.shares()) {
            sum = sum.plus(Fraction.of(share));
            sums.add(sum);
        }
        return sums;
    }

    private List<Fraction> like() {
        Fraction all = Fraction.of(path.cumulative().get(path.cumulative().size() - 1));
        return path.cumulative().stream()
                .map(c -> Fraction.of(c).dividedBy(all))
                .toList();
    }

    /** Returns how many whole months the plan has. */
    int months() {
        LocalDate end = plan.lastDay().plusDays(1);
        int months = (int) ChronoUnit.MONTHS.between(plan.firstDay(), end);
        if (plan.firstDay().getDayOfMonth() != 1
                || !plan.firstDay().plusMonths(months).equals(end)
                || months == 0) {
            throw new AssessmentRefusedException(
                    Reason.SHARES_DO_NOT_FIT,
                    "the plan's period " + plan + " does not consist of whole months",
                    "use PlanPath.days()");
        }
        return months;
    }

    private void parts(int count, List<Fraction> due) {
        int months = months();
        if (months % count != 0) {
            throw new AssessmentRefusedException(
                    Reason.SHARES_DO_NOT_FIT,
                    "the plan's period " + plan + " of " + months + " months cannot be cut into " + count
                            + " equal parts",
                    "give a share for each month, quarter or half of it");
        }
        for (int i = 1; i <= count; i++) {
            LocalDate end = plan.firstDay().plusMonths((long) i * (months / count));
            Fraction share = due.isEmpty() ? Fraction.of(i).dividedBy(Fraction.of(count)) : due.get(i - 1);
            corners.add(new Corner(elapsed(end.minusDays(1)), share));
        }
    }

    private void steps() {
        Fraction before = Fraction.ZERO;
        for (PlanPath.Step step : path.milestones()) {
            LocalDate day = step.until().lastDay();
            int at = elapsed(day);
            if (at < corners.get(corners.size() - 1).day
                    || day.isAfter(plan.lastDay())
                    || day.isBefore(plan.firstDay())) {
                throw new AssessmentRefusedException(
                        Reason.SHARES_DO_NOT_FIT,
                        "the milestone of " + step.until() + " is not in its place in the plan's period " + plan,
                        "give milestones within the period, in the order of their dates");
            }
            Fraction share = Fraction.of(step.share());
            corners.add(new Corner(at, before));
            corners.add(new Corner(at, share));
            before = share;
        }
        corners.add(new Corner(plan.lengthInDays(), Fraction.ONE));
    }

    /** Returns the number of days that are over; the day itself counts, and no more than the plan has. */
    int elapsed(LocalDate asOf) {
        return (int) Math.min(plan.lengthInDays(), ChronoUnit.DAYS.between(plan.firstDay(), asOf) + 1);
    }

    Fraction due(LocalDate asOf) {
        int day = elapsed(asOf);
        if (day < 0) {
            throw new AssessmentRefusedException(
                    Reason.OUTSIDE_PLAN,
                    "as of " + asOf + " nothing can be said of the plan " + plan,
                    "give a day from " + plan.firstDay().minusDays(1) + " on");
        }
        boolean isMonthEnd = asOf.plusDays(1).getDayOfMonth() == 1 || day == plan.lengthInDays();
        if (!isMonthEnd && path.partialMonth() == PlanPath.PartialMonth.REFUSE) {
            throw new AssessmentRefusedException(
                    Reason.OUTSIDE_PLAN,
                    "this path is defined at ends of months, got " + asOf,
                    "give the end of a month, or let the days count: PartialMonth.BY_DAYS");
        }
        Fraction due = at(day);
        return path.percentDecimals().isEmpty()
                ? due
                : due.rounded(path.percentDecimals().get() + PERCENT_PLACES, RoundingMode.HALF_UP);
    }

    private Fraction at(int day) {
        for (int i = corners.size() - 1; i >= 0; i--) {
            Corner from = corners.get(i);
            if (from.day <= day) {
                if (i == corners.size() - 1 || from.day == day) {
                    return from.due;
                }
                Corner to = corners.get(i + 1);
                Fraction part = Fraction.of((long) day - from.day).dividedBy(Fraction.of((long) to.day - from.day));
                return from.due.plus(to.due.minus(from.due).times(part));
            }
        }
        return Fraction.ZERO;
    }

    /** Returns the days at which a part of the plan is due: several where the path is flat, the end for more than all. */
    Days dayOf(Fraction part) {
        Fraction wanted = part.max(Fraction.ZERO).min(Fraction.ONE);
        Fraction first = null;
        Fraction last = null;
        for (int i = 1; i < corners.size(); i++) {
            Corner from = corners.get(i - 1);
            Corner to = corners.get(i);
            if (from.due.compareTo(wanted) <= 0 && wanted.compareTo(to.due) <= 0) {
                Fraction rise = to.due.minus(from.due);
                Fraction begin = Fraction.of(from.day);
                Fraction run = Fraction.of((long) to.day - from.day);
                Fraction low = rise.signum() == 0
                        ? begin
                        : begin.plus(run.times(wanted.minus(from.due).dividedBy(rise)));
                Fraction high = rise.signum() == 0 ? Fraction.of(to.day) : low;
                first = first == null ? low : first.min(low);
                last = last == null ? high : last.max(high);
            }
        }
        if (first == null || last == null) {
            throw new IllegalStateException("A path from 0 to 1 passes " + wanted);
        }
        return new Days(first, last);
    }

    /** Returns how many months a number of days since the beginning is, each month being one. */
    Fraction inMonths(Fraction days) {
        Fraction rest = days;
        long months = 0;
        for (LocalDate month = plan.firstDay(); ; month = month.plusMonths(1)) {
            Fraction length = Fraction.of(month.lengthOfMonth());
            if (rest.compareTo(length) < 0) {
                return Fraction.of(months).plus(rest.dividedBy(length));
            }
            rest = rest.minus(length);
            months++;
        }
    }
}
