package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/**
 * The part of a plan that is due at a date (序时进度): from 0 when the plan's period begins to 1 when it ends, and never falling.
 *
 * <p>The usual path of Chinese notices is {@link #months()}: at the end of May 5/12 of the year's plan are due, whatever the
 * lengths of the months. A day counts as a whole: at the date of the last day of May, May is over. Within a month, and within a part of
 * {@link #shares}, the days of that part count; {@link PartialMonth#REFUSE} demands the end of a month instead. Immutable and
 * thread-safe.
 */
@Value.Immutable
public interface PlanPath {
    /** The kinds of paths. */
    enum Kind {
        /** The completed months, divided by all months of the plan. */
        MONTHS,
        /** The elapsed days, divided by all days of the plan: 366 in a leap year. */
        DAYS,
        /** Stated shares of equal parts of the period: of twelve months or four quarters of a year. */
        SHARES,
        /** The shares that an earlier plan, such as last year's, had reached at the end of each part. */
        LIKE,
        /** Steps at stated dates. */
        MILESTONES
    }

    /** The treatment of a date within a month. */
    enum PartialMonth {
        /** The days of that month count in proportion. */
        BY_DAYS,
        /** Refused with {@link Reason#OUTSIDE_PLAN}: only ends of months are judged. */
        REFUSE
    }

    /** A step of a path. */
    @Value.Immutable
    interface Step {
        /** {@return the period at whose end the step is due} */
        @Value.Parameter
        TimePeriod until();

        /** {@return the part of the plan that is due then: more than 0, at most 1} */
        @Value.Parameter
        BigDecimal share();

        /**
         * {@return a step}
         *
         * @param until the period at whose end it is due
         * @param share the part of the plan that is due then, all earlier steps included
         */
        static Step of(TimePeriod until, BigDecimal share) {
            return ImmutableStep.of(until, share);
        }
    }

    /**
     * A part of a plan as a quotient of two whole numbers in lowest terms.
     *
     * @param part from 0 to {@code whole}
     * @param whole at least 1
     */
    record Share(BigInteger part, BigInteger whole) {}

    /** {@return the kind of path} */
    Kind kind();

    /** {@return the shares of the parts, in order, which add up to 1; of {@link Kind#SHARES}} */
    ImmutableList<BigDecimal> shares();

    /** {@return what was reached at the end of each part of the earlier plan, in any one unit; of {@link Kind#LIKE}} */
    ImmutableList<BigDecimal> cumulative();

    /** {@return the steps, in order; of {@link Kind#MILESTONES}} */
    ImmutableList<Step> milestones();

    /** {@return the treatment of a date within a month; by days by default} */
    @Value.Default
    default PartialMonth partialMonth() {
        return PartialMonth.BY_DAYS;
    }

    /**
     * {@return to how many decimals of a percent the part that is due is rounded, half up, before anything is compared with it;
     * empty for not at all}
     */
    Optional<Integer> percentDecimals();

    /** {@return the path of completed months, the practice of notices} */
    static PlanPath months() {
        return builder().kind(Kind.MONTHS).build();
    }

    /** {@return the path of elapsed days} */
    static PlanPath days() {
        return builder().kind(Kind.DAYS).build();
    }

    /**
     * {@return a path of stated shares of equal parts of the period}
     *
     * @param shares none negative, with the exact sum 1; for a year 12, 4 or 2 of them
     * @throws AssessmentRefusedException if they are not ({@link Reason#BAD_WEIGHTS})
     */
    static PlanPath shares(BigDecimal... shares) {
        return builder().kind(Kind.SHARES).addShares(shares).build();
    }

    /**
     * {@return the path that an earlier plan took}
     *
     * @param cumulative what was reached at the end of each part, January to December, in any one unit; never falling
     * @throws AssessmentRefusedException if it falls, or the last one is not positive ({@link Reason#BAD_DEFINITION})
     */
    static PlanPath like(List<BigDecimal> cumulative) {
        return builder().kind(Kind.LIKE).addAllCumulative(cumulative).build();
    }

    /**
     * {@return a path of steps}
     *
     * @param steps in the order of their dates and shares, the last with the share 1
     * @throws AssessmentRefusedException if they are not ({@link Reason#BAD_DEFINITION})
     */
    static PlanPath milestones(Step... steps) {
        return builder().kind(Kind.MILESTONES).addMilestones(steps).build();
    }

    /**
     * {@return the same path, rounded}
     *
     * @param percentDecimals decimals of the percent that is due, 0 or more
     */
    default PlanPath rounded(int percentDecimals) {
        return builder().from(this).percentDecimals(percentDecimals).build();
    }

    /**
     * {@return the part of a plan that is due}
     *
     * @param plan the period of the plan
     * @param asOf a day of it, which counts as over; a day after it counts as its last
     * @throws AssessmentRefusedException if the day is before the plan ({@link Reason#OUTSIDE_PLAN}), or the parts do not fit the
     *     period ({@link Reason#SHARES_DO_NOT_FIT})
     */
    default Quantity due(TimePeriod plan, LocalDate asOf) {
        return Bounded.of(PlanLine.of(this, plan).due(asOf)).toQuantity(Unit.RATIO);
    }

    /**
     * {@return the same part as it is, not as the nearest decimal: 5/12 at the end of May}
     *
     * @param plan the period of the plan
     * @param asOf a day of it, as for {@link #due}
     * @throws AssessmentRefusedException as {@link #due} does
     */
    default Share dueShare(TimePeriod plan, LocalDate asOf) {
        Fraction due = PlanLine.of(this, plan).due(asOf);
        BigInteger whole = due.denominator();
        return new Share(
                due.times(Fraction.of(new BigDecimal(whole))).toDecimal().toBigIntegerExact(), whole);
    }

    /** Refuses shares that are no path. */
    @Value.Check
    default void check() {
        boolean fits = (kind() == Kind.SHARES) == !shares().isEmpty()
                && (kind() == Kind.LIKE) == !cumulative().isEmpty()
                && (kind() == Kind.MILESTONES) == !milestones().isEmpty();
        if (!fits) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "a path of kind " + kind() + " got " + shares().size() + " shares, "
                            + cumulative().size() + " cumulative figures and "
                            + milestones().size() + " milestones",
                    "SHARES has shares, LIKE cumulative figures, MILESTONES milestones, the others nothing");
        }
        if (percentDecimals().isPresent() && percentDecimals().get() < 0) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "expected 0 or more decimals, got " + percentDecimals().get(),
                    "leave them out for no rounding");
        }
        Fraction sum = Fraction.ZERO;
        for (BigDecimal share : shares()) {
            sum = sum.plus(Fraction.of(share));
        }
        if (kind() == Kind.SHARES
                && (!sum.equals(Fraction.ONE) || shares().stream().anyMatch(s -> s.signum() < 0))) {
            throw new AssessmentRefusedException(
                    Reason.BAD_WEIGHTS,
                    "expected shares that add up to 1, none negative, got " + shares() + " with the sum " + sum,
                    "correct them, or let PlanPath.like(cumulative) divide");
        }
        requireRising(cumulative());
        requireRising(milestones().stream().map(Step::share).toList());
        if (kind() == Kind.MILESTONES
                && milestones().get(milestones().size() - 1).share().compareTo(BigDecimal.ONE) != 0) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "the last milestone has the share "
                            + milestones().get(milestones().size() - 1).share(),
                    "let it be 1, because all is due at the end");
        }
    }

    private static void requireRising(List<BigDecimal> values) {
        BigDecimal before = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            if (value.compareTo(before) < 0) {
                throw new AssessmentRefusedException(
                        Reason.BAD_DEFINITION,
                        "a path falls from " + before + " to " + value,
                        "state what is due in all until then, which never falls");
            }
            before = value;
        }
        if (!values.isEmpty() && before.signum() == 0) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION, "a path ends at zero", "state what is due in all at the end");
        }
    }

    /**
     * Starts a path.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PlanPath}; {@code build()} refuses a missing or contradictory attribute by name. */
    final class Builder extends ImmutablePlanPath.Builder {
        Builder() {}
    }
}
