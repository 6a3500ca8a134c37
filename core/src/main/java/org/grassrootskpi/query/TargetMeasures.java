package org.grassrootskpi.query;

import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.query.Measure.Kind;

/**
 * The factories of the measures that compare a group with its target, for engines that have a table of targets. They are
 * called as methods of {@link Measure}, which inherits them.
 */
abstract sealed class TargetMeasures permits Comparisons {
    TargetMeasures() {}

    /**
     * Returns the target of a group, by the indicator's own rule as {@link Measure#value}: targets of a flow add up over
     * regions and periods, those of a stock over regions.
     *
     * <p>A target is looked for among those of the group's own period; where the table has none of the indicator, among
     * those of the year that contains the period. Among several levels of regions the most complete answers, and among
     * equals the coarsest, as for observations. Without any target of a group there is {@link Absence#NO_TARGET}. Targets
     * that have to be added up must include one for each region and period that has a value, or else there is {@link
     * Absence#INCOMPLETE_TARGETS}, because what is done without a target would seem to be a part of the target of others.
     *
     * @return the measure; refused with {@link Refusal.Reason#NO_TARGET} where there is no target of the indicator at all
     */
    public static Measure target() {
        return Measure.ofTarget(Kind.TARGET, null);
    }

    /**
     * Returns the part of the {@link #target} that is reached (完成率), as a ratio: 0.75 for 75 %, not capped. By the rule
     * {@code AttainmentRule.forIndicator}: value by target where more is better, target by value where less is better. A
     * target's number is a line and not a rounded figure; bounds come from the value, and from a target of 近 or 约.
     *
     * <p>Against the target of a year, a flow or a rate counts from the beginning of the year to the end of the group; a
     * stock, and a rate that cannot be computed over several periods, count as of the group. If the value is incomplete, so
     * is the attainment, with {@link Remark#NOT_PAIRED}: the whole target is compared with what was reported of it.
     *
     * @return the measure; a target of zero or less has none ({@link Absence#ZERO_TARGET}, {@link Absence#NEGATIVE_TARGET});
     *     refused for growths, ranks and ratings, which are compared in points, for indicators that are not better one way,
     *     and for a flow that is better the less there is of it before its year is over
     */
    public static Measure attainment() {
        return Measure.ofTarget(Kind.ATTAINMENT, null);
    }

    /**
     * Returns the part of the way from the start to the {@link #target} that is covered, (a - b) / (t - b), as a ratio, less
     * than zero where the value is worse than at the start. The start b is the value at the end of the period before that
     * of the target: of December for the target of the next year. Zero and negative targets are fine.
     *
     * @return the measure; {@link Absence#MISSING_BASE} without a value at the start, {@link Absence#ZERO_DENOMINATOR}
     *     where the start is, or may be, the target; refused for growths, ranks and ratings, and for a flow before the
     *     period of its target is over
     */
    public static Measure attainmentFromBaseline() {
        return Measure.ofTarget(Kind.ATTAINMENT_FROM_BASELINE, null);
    }

    /**
     * {@return the value less the {@link #target}, in their unit; of rates in percentage points; of all but ratings. The
     * value is that of {@link #attainment}}
     */
    public static Measure gapToTarget() {
        return Measure.ofTarget(Kind.GAP_TO_TARGET, null);
    }

    /**
     * {@return the {@link #gapToSchedule(PlanPath)} on the path of months, the practice of notices: 9/12 are due at the end
     * of September}
     */
    public static Measure gapToSchedule() {
        return gapToSchedule(PlanPath.months());
    }

    /**
     * Returns the part of the year's target that is reached at the end of a group's period less the part that is due then,
     * in percentage points: less than zero where work is behind schedule (序时进度).
     *
     * @param path the part that is due at each date of the year
     * @return the measure, for queries grouped by period; of flows by {@link #attainment}, of stocks by {@link
     *     #attainmentFromBaseline}; refused for all others, which are not half done at half-time, and for flows that are not
     *     better the more there is of them
     */
    public static Measure gapToSchedule(PlanPath path) {
        return Measure.ofTarget(Kind.GAP_TO_SCHEDULE, path);
    }
}
