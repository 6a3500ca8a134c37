package org.grassrootskpi.query;

import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.time.Frequency;

/**
 * The factories of the measures that are of several groups: windows, shares, ranks and changes. They are called as methods of
 * {@link Measure}, which inherits them, and stand here so that each file has one job.
 */
abstract sealed class Comparisons extends TargetMeasures permits Measure {
    Comparisons() {}

    /** {@return the aggregate over the year from its first period to that of the group (累计)} */
    public static Measure yearToDate() {
        return Measure.window(Measure.Kind.YEAR_TO_DATE, 0);
    }

    /**
     * {@return an aggregate over the year from its first period to that of the group}
     *
     * @param measure an aggregate
     * @throws IllegalArgumentException if the measure is no aggregate
     */
    public static Measure yearToDate(Measure measure) {
        return yearToDate().of(measure);
    }

    /**
     * {@return the aggregate over the last few periods, that of the group included}
     *
     * @param periods how many, 1 or more
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Measure rolling(int periods) {
        if (periods < 1) {
            throw new IllegalArgumentException("Expected 1 or more periods, got " + periods);
        }
        return Measure.window(Measure.Kind.ROLLING, periods);
    }

    /**
     * {@return an aggregate over the last few periods, that of the group included}
     *
     * @param periods how many, 1 or more
     * @param measure an aggregate
     * @throws IllegalArgumentException if the measure is no aggregate
     */
    public static Measure rolling(int periods, Measure measure) {
        return rolling(periods).of(measure);
    }

    /**
     * Returns the amount that a month added to a flow that was observed cumulatively: the year to date less that of the
     * month before; January as it is.
     *
     * @return the measure, for queries grouped by {@link org.grassrootskpi.time.Frequency#YEAR_TO_DATE}
     */
    public static Measure discrete() {
        return Measure.derived(Measure.Kind.DISCRETE, Scope.REGIONS, null);
    }

    /**
     * {@return what a month added to another measure of a year to date}
     *
     * @param measure the other measure
     */
    public static Measure discrete(Measure measure) {
        return discrete().of(measure);
    }

    /**
     * {@return the part that a region has in the region it directly belongs to, from 0 to 1 if nothing is negative;
     * exactly 1 for an only part, however vague its figure; of totals and counts of flows and stocks}
     *
     * <p>If a part has no upper bound (超, 约), its share is only known to be between 0 and 1.
     */
    public static Measure share() {
        return Measure.derived(Measure.Kind.SHARE, Scope.REGIONS, null);
    }

    /**
     * {@return the {@link #share()} of another measure}
     *
     * @param measure the other measure
     */
    public static Measure share(Measure measure) {
        return share().of(measure);
    }

    /**
     * {@return the part that a region has in the region of a level above it}
     *
     * @param level a level above that of the groups
     */
    public static Measure shareOf(RegionLevel level) {
        return Measure.derived(Measure.Kind.SHARE, Scope.in(level), null);
    }

    /**
     * {@return the {@link #shareOf(RegionLevel)} of another measure}
     *
     * @param level a level above that of the groups
     * @param measure the other measure
     */
    public static Measure shareOf(RegionLevel level, Measure measure) {
        return shareOf(level).of(measure);
    }

    /**
     * {@return the part that a period has in the longer period that it belongs to: of a month in its year by {@code
     * shareOf(ANNUAL)}; of values, sums and counts of flows, since a stock is there in each period again}
     *
     * <p>The whole is of all periods of the longer one, also of those that the query leaves out.
     *
     * @param frequency a frequency of which the groups' periods are parts
     */
    public static Measure shareOf(Frequency frequency) {
        return Measure.derived(Measure.Kind.SHARE, Scope.in(frequency), null);
    }

    /**
     * {@return the {@link #shareOf(Frequency)} of another measure}
     *
     * @param frequency a frequency of which the groups' periods are parts
     * @param measure the other measure
     */
    public static Measure shareOf(Frequency frequency, Measure measure) {
        return shareOf(frequency).of(measure);
    }

    /**
     * Returns the part that a group has in all groups that differ from it in one dimension only: of 60+ in the population of
     * all ages by {@code shareOver(Dimension.extra("age"))}, of an indicator or a sector in all that the query selects, of a period in
     * all of the query.
     *
     * <p>The whole of an extra dimension is of all its members, also of those that {@link Query#where} leaves out: their declared total
     * where the data has it for these groups, else their sum. A total was observed for itself, so that nothing is given ({@link
     * Absence#UNPAIRED}) where it has fewer observations than the part, and the share has the remark {@link Remark#NOT_PAIRED} where
     * either lacks some. Indicators must add up as in a {@link Dimension#sector}.
     *
     * @param dimension by which the query groups; not of regions, which have {@link #share} and {@link #shareOf(RegionLevel)}
     * @return the measure
     * @throws IllegalArgumentException if it is of regions
     */
    public static Measure shareOver(Dimension dimension) {
        return Measure.derived(
                Measure.Kind.SHARE, Scope.over(dimension, "Measure.share() or Measure.shareOf(level)"), null);
    }

    /**
     * {@return the {@link #shareOver(Dimension)} of another measure}
     *
     * @param dimension by which the query groups
     * @param measure the other measure
     * @throws IllegalArgumentException if the dimension is of regions
     */
    public static Measure shareOver(Dimension dimension, Measure measure) {
        return shareOver(dimension).of(measure);
    }

    /**
     * Returns the place among all regions of the result for the same indicator, period and other dimensions: 1 is the
     * best by the indicator's direction (the highest for one without), equals share a place and leave the next ones out
     * (1, 2, 2, 4). Filters and limits come after it; regions without a value have no place. Stocks are ranked among
     * those of the last moment that any of them is of. The bounds are the best and the worst place among the regions
     * with a value that the figures allow.
     *
     * @return the measure
     */
    public static Measure rank() {
        return Measure.derived(Measure.Kind.RANK, Scope.REGIONS, null);
    }

    /**
     * {@return the {@link #rank()} by another measure}
     *
     * @param measure the other measure
     */
    public static Measure rank(Measure measure) {
        return rank().of(measure);
    }

    /**
     * {@return the place among the regions that belong to the same region of a level, as in {@link #rank}; regions that
     * belong to none have no place}
     *
     * @param level a level above that of the groups
     */
    public static Measure rankWithin(RegionLevel level) {
        return Measure.derived(Measure.Kind.RANK, Scope.in(level), null);
    }

    /**
     * {@return the {@link #rankWithin(RegionLevel)} by another measure}
     *
     * @param level a level above that of the groups
     * @param measure the other measure
     */
    public static Measure rankWithin(RegionLevel level, Measure measure) {
        return rankWithin(level).of(measure);
    }

    /**
     * {@return the place among the periods of the result that belong to the same longer period, as in {@link #rank}: of a month among
     * those of its year by {@code rankWithin(ANNUAL)}; of stocks each as of its own moment}
     *
     * @param frequency a frequency of which the groups' periods are parts
     */
    public static Measure rankWithin(Frequency frequency) {
        return Measure.derived(Measure.Kind.RANK, Scope.in(frequency), null);
    }

    /**
     * {@return the {@link #rankWithin(Frequency)} by another measure}
     *
     * @param frequency a frequency of which the groups' periods are parts
     * @param measure the other measure
     */
    public static Measure rankWithin(Frequency frequency, Measure measure) {
        return rankWithin(frequency).of(measure);
    }

    /**
     * Returns the place among the groups of the result that differ in one dimension only, as in {@link #rank}: among the members of
     * an extra dimension, the indicators, the sectors or the periods. A declared total has no place among its parts ({@link
     * Absence#MISSING_BASE}). Indicators have one if they have one unit and one direction.
     *
     * @param dimension by which the query groups; not of regions, which have {@link #rank} and {@link #rankWithin(RegionLevel)}
     * @return the measure
     * @throws IllegalArgumentException if it is of regions
     */
    public static Measure rankOver(Dimension dimension) {
        return Measure.derived(
                Measure.Kind.RANK, Scope.over(dimension, "Measure.rank() or Measure.rankWithin(level)"), null);
    }

    /**
     * {@return the {@link #rankOver(Dimension)} by another measure}
     *
     * @param dimension by which the query groups
     * @param measure the other measure
     * @throws IllegalArgumentException if the dimension is of regions
     */
    public static Measure rankOver(Dimension dimension, Measure measure) {
        return rankOver(dimension).of(measure);
    }

    /**
     * {@return the value less that of an earlier period; of ratios in percentage points}
     *
     * @param comparison which earlier period
     */
    public static Measure difference(BasePeriod comparison) {
        return Measure.derived(Measure.Kind.DIFFERENCE, Scope.REGIONS, comparison);
    }

    /**
     * {@return the {@link #difference(BasePeriod)} of another measure}
     *
     * @param comparison which earlier period
     * @param measure the other measure
     */
    public static Measure difference(BasePeriod comparison, Measure measure) {
        return difference(comparison).of(measure);
    }

    /**
     * {@return the relative change: value / earlier value - 1; without value where the earlier one is missing, zero or
     * negative}
     *
     * @param comparison which earlier period
     */
    public static Measure growth(BasePeriod comparison) {
        return Measure.derived(Measure.Kind.GROWTH, Scope.REGIONS, comparison);
    }

    /**
     * {@return the {@link #growth(BasePeriod)} of another measure}
     *
     * @param comparison which earlier period
     * @param measure the other measure
     */
    public static Measure growth(BasePeriod comparison, Measure measure) {
        return growth(comparison).of(measure);
    }

    /** {@return the {@link #growth} against the year before (同比)} */
    public static Measure yearOnYear() {
        return growth(BasePeriod.YEAR_EARLIER);
    }

    /**
     * {@return the {@link #growth(BasePeriod)} of another measure against the year before}
     *
     * @param measure the other measure
     */
    public static Measure yearOnYear(Measure measure) {
        return yearOnYear().of(measure);
    }

    /** {@return the {@link #growth} against the period before (环比)} */
    public static Measure periodOnPeriod() {
        return growth(BasePeriod.PREVIOUS_PERIOD);
    }

    /**
     * {@return the {@link #growth(BasePeriod)} of another measure against the period before}
     *
     * @param measure the other measure
     */
    public static Measure periodOnPeriod(Measure measure) {
        return periodOnPeriod().of(measure);
    }

    /**
     * Returns the part that a region has in the growth of the region it directly belongs to: its difference by the
     * earlier value of that region. The contributions of all parts add up to the growth of the whole.
     *
     * @param comparison which earlier period
     * @return the measure
     */
    public static Measure contribution(BasePeriod comparison) {
        return Measure.derived(Measure.Kind.CONTRIBUTION, Scope.REGIONS, comparison);
    }

    /**
     * {@return the {@link #contribution(BasePeriod)} by another measure}
     *
     * @param comparison which earlier period
     * @param measure the other measure
     */
    public static Measure contribution(BasePeriod comparison, Measure measure) {
        return contribution(comparison).of(measure);
    }

    /**
     * {@return the {@link #contribution} to the growth of the region of a level above}
     *
     * @param comparison which earlier period
     * @param level a level above that of the groups
     */
    public static Measure contributionTo(RegionLevel level, BasePeriod comparison) {
        return Measure.derived(Measure.Kind.CONTRIBUTION, Scope.in(level), comparison);
    }

    /**
     * {@return the {@link #contributionTo(RegionLevel, BasePeriod)} by another measure}
     *
     * @param level a level above that of the groups
     * @param comparison which earlier period
     * @param measure the other measure
     */
    public static Measure contributionTo(RegionLevel level, BasePeriod comparison, Measure measure) {
        return contributionTo(level, comparison).of(measure);
    }
}
