package org.grassrootskpi.query;

import org.grassrootskpi.model.RegionLevel;

/**
 * The factories of the measures that relate a group to others: shares, ranks and changes. They are called as methods of
 * {@link Measure}, which inherits them, and stand here so that each file has one job.
 */
abstract sealed class Comparisons extends TargetMeasures permits Measure {
    Comparisons() {}

    /**
     * Returns the amount that a month added to a flow that was observed cumulatively: the year to date less that of the
     * month before; January as it is.
     *
     * @return the measure, for queries grouped by {@link org.grassrootskpi.time.Frequency#YEAR_TO_DATE}
     */
    public static Measure discrete() {
        return Measure.derived(Measure.Kind.DISCRETE, null, null);
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
        return Measure.derived(Measure.Kind.SHARE, null, null);
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
        return Measure.derived(Measure.Kind.SHARE, level, null);
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
     * Returns the place among all regions of the result for the same indicator, period and other dimensions: 1 is the
     * best by the indicator's direction (the highest for one without), equals share a place and leave the next ones out
     * (1, 2, 2, 4). Filters and limits come after it; regions without a value have no place. Stocks are ranked among
     * those of the last moment that any of them is of. The bounds are the best and the worst place among the regions
     * with a value that the figures allow.
     *
     * @return the measure
     */
    public static Measure rank() {
        return Measure.derived(Measure.Kind.RANK, null, null);
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
        return Measure.derived(Measure.Kind.RANK, level, null);
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
     * {@return the value less that of an earlier period; of ratios in percentage points}
     *
     * @param comparison which earlier period
     */
    public static Measure difference(BasePeriod comparison) {
        return Measure.derived(Measure.Kind.DIFFERENCE, null, comparison);
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
        return Measure.derived(Measure.Kind.GROWTH, null, comparison);
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
        return Measure.derived(Measure.Kind.CONTRIBUTION, null, comparison);
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
        return Measure.derived(Measure.Kind.CONTRIBUTION, level, comparison);
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
