package org.grassrootskpi.query;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.text.ShortestDecimal;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * A computation for each group: {@code Measure.value()}, {@code Measure.yearOnYear().of(Measure.yearToDate())}.
 *
 * <p><dfn>Aggregates</dfn> combine the observations of a group: {@link #value} (by the indicator's own rule, the one
 * that is always safe), {@link #sum}, {@link #mean}, {@link #meanOfRates}, {@link #min}, {@link #max}, {@link #count},
 * {@link #coverage}, {@link #quantile}, {@link #quantileSketch}. <dfn>Windows</dfn> ({@link #yearToDate}, {@link
 * #rolling}) apply an aggregate to several periods at once, so that a ratio of a window is the ratio of the windows of
 * its parts. <dfn>Comparisons</dfn> ({@link #share}, {@link #rank}, {@link #difference}, {@link #growth}, {@link
 * #contribution}, {@link #discrete}) relate a group to others: regions, or by {@link #shareOver} and {@link #rankOver} members,
 * indicators or periods. {@link #target}, {@link #attainment}, {@link
 * #attainmentFromBaseline}, {@link #gapToTarget} and {@link #gapToSchedule} ask a table of targets. Windows and comparisons are of {@code value()} unless
 * {@link #of} says otherwise.
 *
 * <p>Where a {@link Dimension#sector} combines several indicators, {@link #count} and {@link #coverage} are about all
 * observations, whatever they measure. An indicator that was never observed counts as none, and how many of its
 * observations to expect is unknown; the coverage is then refused, unless the indicator follows from others, as a ratio
 * does from its parts. All other measures take observed indicators of one unit of which none is part of another; values
 * and sums only flows, or only stocks.
 *
 * <h2>Pairs</h2>
 *
 * A ratio of two totals and a comparison over time of a sum or a mean ({@link #difference}, {@link #growth}, {@link
 * #contribution}, {@link #discrete}) are of the same reporters. Where both sides are complete, they are the whole
 * totals. Where one lacks an observation, both are taken from the observations that have a counterpart with a value: of
 * the same region, period and extra dimensions for a ratio; of the same region and extra dimensions a year earlier, or
 * in the same place of the group before, for a comparison. {@link Cell#present()} then counts pairs, and {@link
 * Cell#unpaired()} the observations left out. A flow over several periods and a stock have no common periods; those,
 * and parts of different levels or frequencies, and comparisons of anything but sums and means, are taken as they are,
 * with {@link Remark#NOT_PAIRED} if a side is incomplete.
 *
 * <p>Stocks are compared only with a like moment: against the group before or a year earlier, the period with the same
 * place in its group, or the last against the last; anything else is {@link Absence#DIFFERENT_PERIODS}.
 *
 * <p>Whether a measure makes sense for an indicator depends on the indicator's kind: what does not is refused, see
 * {@link Refusal.Reason}. Immutable.
 */
public final class Measure extends Comparisons {
    /** The closed list of measures. */
    public enum Kind {
        /** The indicator's own rule. */
        VALUE("value"),
        /** The sum. */
        SUM("sum"),
        /** The mean of the observations. */
        MEAN("mean"),
        /** The unweighted mean of rates. */
        MEAN_OF_RATES("meanOfRates"),
        /** The smallest observation. */
        MIN("min"),
        /** The largest observation. */
        MAX("max"),
        /** The number of observations. */
        COUNT("count"),
        /** Contributors present by contributors expected. */
        COVERAGE("coverage"),
        /** An exact quantile. */
        QUANTILE("quantile"),
        /** An approximate quantile. */
        QUANTILE_SKETCH("quantileSketch"),
        /** From the beginning of the year on. */
        YEAR_TO_DATE("yearToDate"),
        /** Over the last few periods. */
        ROLLING("rolling"),
        /** The amount that the last period adds to a cumulative series. */
        DISCRETE("discrete"),
        /** The part of a larger region or period, or of all groups of a dimension. */
        SHARE("share"),
        /** The place among regions, or among the groups of a dimension. */
        RANK("rank"),
        /** The difference to an earlier period. */
        DIFFERENCE("difference"),
        /** The relative change since an earlier period. */
        GROWTH("growth"),
        /** The part in the growth of a larger region. */
        CONTRIBUTION("contribution"),
        /** The target. */
        TARGET("target"),
        /** The part of the target that is reached. */
        ATTAINMENT("attainment"),
        /** The part of the way to the target that is covered. */
        ATTAINMENT_FROM_BASELINE("attainmentFromBaseline"),
        /** The value less the target. */
        GAP_TO_TARGET("gapToTarget"),
        /** The attainment less what is due. */
        GAP_TO_SCHEDULE("gapToSchedule");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** {@return whether it combines the observations of a group, rather than relating groups} */
        public boolean isAggregate() {
            return compareTo(YEAR_TO_DATE) < 0;
        }

        /** {@return whether it applies an aggregate to several periods} */
        public boolean isWindow() {
            return this == YEAR_TO_DATE || this == ROLLING;
        }

        /** {@return whether it needs the table of targets} */
        public boolean isOfTarget() {
            return compareTo(CONTRIBUTION) > 0;
        }
    }

    private static final Measure VALUE = new Measure(Kind.VALUE, null, 0, null, Scope.REGIONS, null, null, null);

    private final Kind kind;
    private final @Nullable Measure inner;
    private final int periods;
    private final @Nullable BigDecimal probability;
    private final Scope scope;
    private final @Nullable BasePeriod comparison;
    private final @Nullable PlanPath path;
    private final @Nullable String alias;

    private Measure(
            Kind kind,
            @Nullable Measure inner,
            int periods,
            @Nullable BigDecimal probability,
            Scope scope,
            @Nullable BasePeriod comparison,
            @Nullable PlanPath path,
            @Nullable String alias) {
        this.kind = kind;
        this.inner = inner;
        this.periods = periods;
        this.probability = probability;
        this.scope = scope;
        this.comparison = comparison;
        this.path = path;
        this.alias = alias;
    }

    private static Measure aggregate(Kind kind) {
        return new Measure(kind, null, 0, null, Scope.REGIONS, null, null, null);
    }

    /** Returns a window or comparison of {@code value()}. */
    static Measure derived(Kind kind, Scope scope, @Nullable BasePeriod comparison) {
        return new Measure(kind, VALUE, 0, null, scope, comparison, null, null);
    }

    /** Returns a window of {@code value()}, of a number of periods or, with 0, of the year so far. */
    static Measure window(Kind kind, int periods) {
        return new Measure(kind, VALUE, periods, null, Scope.REGIONS, null, null, null);
    }

    /** Returns a measure that needs the table of targets. */
    static Measure ofTarget(Kind kind, @Nullable PlanPath path) {
        return new Measure(kind, null, 0, null, Scope.REGIONS, null, path, null);
    }

    /**
     * Returns the value by the indicator's own rule: a flow adds up; a stock adds over regions as of the last period in
     * which any of them was observed; a ratio is recomputed from its parts, or is a mean by its weight; a growth is
     * recomputed from its base as a change against the year before; an index is a mean by its weight; and whatever else
     * is taken as it was observed, where the group is a single observation. The bounds of a mean by a weight are those
     * of its values, where the weights are exact; else they reach from the least to the greatest that any value can be,
     * or are the whole line if a weight may be negative. Where the parts, the base or the weights lack data for a cell,
     * a figure observed of the indicator itself is taken, with {@link Remark#AS_OBSERVED}.
     *
     * <p>{@link Cell#asOf()} names the period of a stock. A region that was observed only before it is missing, and not
     * carried forward: {@link Cell#present()} is then less than {@link Cell#expected()}.
     *
     * @return the measure
     */
    public static Measure value() {
        return VALUE;
    }

    /** {@return the sum of the observations; for flows, and for stocks within one period} */
    public static Measure sum() {
        return aggregate(Kind.SUM);
    }

    /** {@return the sum of the observations divided by their number; for flows and stocks} */
    public static Measure mean() {
        return aggregate(Kind.MEAN);
    }

    /**
     * Returns the unweighted mean of observed rates, in which a small region counts as much as a large one. It is
     * seldom the rate of the whole, so it has a separate name.
     *
     * @return the measure; for ratios, growth rates and indices
     */
    public static Measure meanOfRates() {
        return aggregate(Kind.MEAN_OF_RATES);
    }

    /** {@return the smallest observation} */
    public static Measure min() {
        return aggregate(Kind.MIN);
    }

    /** {@return the largest observation} */
    public static Measure max() {
        return aggregate(Kind.MAX);
    }

    /** {@return the number of observations; zero where there is none} */
    public static Measure count() {
        return aggregate(Kind.COUNT);
    }

    /**
     * {@return the fraction (0 to 1) of the expected contributors of the value that are present; of a sector, of its
     * observations}
     */
    public static Measure coverage() {
        return aggregate(Kind.COVERAGE);
    }

    /**
     * Returns the exact quantile of the observations: the smallest of them that is not less than the given part of
     * them. It is always one of the observations; of an even number the median is the lower of the two in the middle.
     * Its bounds are those of a figure printed to the indicator's decimals; if an observation has a qualifier (近, 约),
     * there are none.
     *
     * @param probability from 0 (the minimum) to 1 (the maximum), both included
     * @return the measure
     * @throws IllegalArgumentException if the probability is outside of that
     */
    public static Measure quantile(double probability) {
        return new Measure(Kind.QUANTILE, null, 0, checked(probability), Scope.REGIONS, null, null, null);
    }

    /**
     * Returns the exact quantile of the observations; see {@link #quantile(double)}.
     *
     * @param probability from 0 (the minimum) to 1 (the maximum), both included
     * @return the measure
     * @throws IllegalArgumentException if the probability is outside of that
     */
    public static Measure quantile(BigDecimal probability) {
        if (probability.signum() < 0 || probability.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "Expected a probability from 0 to 1, got " + probability.toPlainString());
        }
        return new Measure(Kind.QUANTILE, null, 0, probability, Scope.REGIONS, null, null, null);
    }

    /**
     * Returns the quantile of {@link #quantile(double)}, within a relative error of 1/256 (0.4 %), in memory that does
     * not grow with the observations. It counts observations in buckets whose width is a fixed part of their value,
     * after DDSketch (Masson, Rim and Lee, VLDB 2019), with the bucket borders of a binary number as in HdrHistogram;
     * the result does not depend on the order of the observations.
     *
     * @param probability from 0 to 1, both included
     * @return the measure
     * @throws IllegalArgumentException if the probability is outside of that
     */
    public static Measure quantileSketch(double probability) {
        return new Measure(Kind.QUANTILE_SKETCH, null, 0, checked(probability), Scope.REGIONS, null, null, null);
    }

    private static BigDecimal checked(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Expected a probability from 0 to 1, got " + probability);
        }
        return ShortestDecimal.of(probability);
    }

    /** Returns this window or comparison of another measure. */
    Measure of(Measure measure) {
        if (kind.isWindow() && !measure.kind.isAggregate()) {
            throw new IllegalArgumentException("Expected a window of an aggregate such as value() or sum(), got '"
                    + this + "' of '" + measure + "'; take '" + measure + "' of the window instead");
        }
        return new Measure(kind, measure, periods, probability, scope, comparison, path, alias);
    }

    /**
     * {@return the same measure under another name}
     *
     * @param name the name of its column, not blank
     * @throws IllegalArgumentException if it is blank
     */
    public Measure as(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Expected a name for the column of '" + this + "', got a blank one");
        }
        return new Measure(kind, inner, periods, probability, scope, comparison, path, name);
    }

    /** {@return the kind of measure} */
    public Kind kind() {
        return kind;
    }

    /** {@return the measure that a window or a comparison is of; empty for an aggregate} */
    public Optional<Measure> inner() {
        return Optional.ofNullable(inner);
    }

    /** {@return the number of periods of a rolling window; 0 for any other measure} */
    public int periods() {
        return periods;
    }

    /** {@return the probability of a quantile} */
    public Optional<BigDecimal> probability() {
        return Optional.ofNullable(probability);
    }

    /** {@return the level of a share, a rank or a contribution, where one is named} */
    public Optional<RegionLevel> level() {
        return Optional.ofNullable(scope.region());
    }

    /** {@return the frequency of the periods within which a share or a rank is, where one is named} */
    public Optional<Frequency> frequency() {
        return Optional.ofNullable(scope.period());
    }

    /** {@return the dimension over whose groups a share or a rank is, where one is named} */
    public Optional<Dimension> over() {
        return Optional.ofNullable(scope.dimension());
    }

    /** {@return the earlier period of a change} */
    public Optional<BasePeriod> comparison() {
        return Optional.ofNullable(comparison);
    }

    /** {@return the path on which a target is due; only of {@link Kind#GAP_TO_SCHEDULE}} */
    public Optional<PlanPath> path() {
        return Optional.ofNullable(path);
    }

    /** {@return the name of its column: that of {@link #as}, or else {@link #toString}} */
    public String name() {
        return alias != null ? alias : toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Measure that && toString().equals(that.toString()) && Objects.equals(alias, that.alias);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, periods, probability, scope, comparison, path, alias);
    }

    /**
     * {@return such as {@code value}, {@code yearOnYear(yearToDate)}, {@code rolling(3)}, {@code shareOf(TOWNSHIP,
     * sum)}}
     */
    @Override
    public String toString() {
        return MeasureText.of(this);
    }

    String label() {
        return kind.label;
    }

    Scope scope() {
        return scope;
    }
}
