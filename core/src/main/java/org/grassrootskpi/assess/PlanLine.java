package org.grassrootskpi.assess;

import com.google.common.base.Suppliers;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
    /** Into how many parts of equal months the plan is cut; 0 for a path of days or milestones. */
    private final int parts;
    /** How many months such a part has. */
    private final int months;
    /** The corners of the path, which few need: at the end of a part its share is due. */
    private final Supplier<List<Corner>> corners;

    private PlanLine(PlanPath path, TimePeriod plan) {
        this.path = path;
        this.plan = plan;
        parts = switch (path.kind()) {
            case DAYS, MILESTONES -> 0;
            case MONTHS -> months();
            case SHARES -> path.shares().size();
            case LIKE -> path.cumulative().size();
        };
        months = parts == 0 ? 0 : monthsOfPart();
        if (path.kind() == PlanPath.Kind.MILESTONES) {
            List<Corner> steps = steps();
            corners = () -> steps;
        } else {
            corners = Suppliers.memoize(this::straight);
        }
    }

    static PlanLine of(PlanPath path, TimePeriod plan) {
        return new PlanLine(path, plan);
    }

    private List<Corner> straight() {
        List<Corner> corners = new ArrayList<>();
        corners.add(new Corner(0, Fraction.ZERO));
        if (parts == 0) {
            corners.add(new Corner(plan.lengthInDays(), Fraction.ONE));
        }
        for (int part = 1; part <= parts; part++) {
            LocalDate end = plan.firstDay().plusMonths((long) part * months);
            corners.add(new Corner(elapsed(end.minusDays(1)), share(part)));
        }
        return corners;
    }

    /** Returns what is due at the end of a part. */
    private Fraction share(int part) {
        return switch (path.kind()) {
            case MONTHS -> Fraction.of(part).dividedBy(Fraction.of(parts));
            case SHARES -> path.shares().stream().limit(part).map(Fraction::of).reduce(Fraction.ZERO, Fraction::plus);
            case LIKE ->
                Fraction.of(path.cumulative().get(part - 1))
                        .dividedBy(Fraction.of(path.cumulative().get(parts - 1)));
            case DAYS, MILESTONES -> throw new IllegalStateException("No parts of " + path);
        };
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

    private int monthsOfPart() {
        int all = months();
        if (all % parts != 0) {
            throw new AssessmentRefusedException(
                    Reason.SHARES_DO_NOT_FIT,
                    "the plan's period " + plan + " of " + all + " months cannot be cut into " + parts + " equal parts",
                    "give a share for each month, quarter or half of it");
        }
        return all / parts;
    }

    private List<Corner> steps() {
        List<Corner> corners = new ArrayList<>();
        corners.add(new Corner(0, Fraction.ZERO));
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
        return corners;
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
        Fraction due = isMonthEnd && parts > 0 ? atMonthEnd(asOf, day) : at(day);
        return path.percentDecimals().isEmpty()
                ? due
                : due.rounded(path.percentDecimals().get() + PERCENT_PLACES, RoundingMode.HALF_UP);
    }

    /** Returns the share of the part that ends at the end of a month, without laying out the path. */
    private Fraction atMonthEnd(LocalDate asOf, int day) {
        LocalDate end = day == plan.lengthInDays() ? plan.lastDay() : asOf;
        long over = ChronoUnit.MONTHS.between(plan.firstDay(), end.plusDays(1));
        return over == 0 || over % months != 0 ? at(day) : share((int) over / months);
    }

    private Fraction at(int day) {
        List<Corner> corners = this.corners.get();
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
        List<Corner> corners = this.corners.get();
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
