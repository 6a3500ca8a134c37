package org.grassrootskpi.columns;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one indicator, at one region level and one frequency, as columns.
 *
 * <p>The rows are cut into <dfn>series</dfn>: one region, and one combination of the extra dimensions' values, in order
 * of time. Series {@code s} has the rows from {@code start(s)} to {@code start(s + 1)}, exclusive; series are sorted by
 * region, then by combination. No key occurs twice. Immutable and thread-safe.
 */
public final class SeriesBlock {
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();

    private final Indicator indicator;
    private final RegionLevel level;
    private final Frequency frequency;
    private final int[] regions;
    private final int @Nullable [] combinations;
    private final ImmutableList<ImmutableList<String>> combinationValues;
    private final int[] starts;
    private final int longest;
    private final PeriodColumn periods;
    private final ValueColumn values;
    private final @Nullable SeriesStatistics statistics;
    private final @Nullable Subtotals subtotals;
    private final byte @Nullable [] statuses;
    private final @Nullable PrecisionColumn precisions;

    public SeriesBlock(
            Indicator indicator,
            RegionLevel level,
            Frequency frequency,
            SeriesIndex index,
            PeriodColumn periods,
            ValueColumn values,
            byte @Nullable [] statuses,
            @Nullable PrecisionColumn precisions,
            RegionNumbering numbering) {
        this.indicator = indicator;
        this.level = level;
        this.frequency = frequency;
        this.regions = index.regions;
        this.combinations = index.combinations;
        this.combinationValues = index.combinationValues;
        this.starts = index.starts;
        this.longest = index.longest;
        this.periods = periods;
        this.values = values;
        this.statistics = statuses == null ? SeriesStatistics.of(values, starts, longest) : null;
        this.statuses = statuses;
        this.precisions = precisions;
        this.subtotals = statuses == null ? Subtotals.of(numbering, regions, starts, periods, values) : null;
    }

    /**
     * Returns the indicator that was measured.
     *
     * @return the indicator
     */
    public Indicator indicator() {
        return indicator;
    }

    /**
     * Returns the level of all regions of this block.
     *
     * @return the level
     */
    public RegionLevel level() {
        return level;
    }

    /**
     * Returns the frequency of all periods of this block.
     *
     * @return the frequency
     */
    public Frequency frequency() {
        return frequency;
    }

    /**
     * Returns the number of rows, those whose status has no value included.
     *
     * @return 1 or more
     */
    public int rows() {
        return values.size();
    }

    /**
     * Returns the number of series.
     *
     * @return from 1 to {@link #rows}
     */
    public int series() {
        return regions.length;
    }

    /**
     * Returns the first row of a series.
     *
     * @param series from 0 to {@link #series}, inclusive: the last one gives {@link #rows}
     * @return the row
     */
    public int start(int series) {
        return starts[series];
    }

    /**
     * Returns the number of rows of the longest series.
     *
     * @return 1 or more
     */
    public int longest() {
        return longest;
    }

    /**
     * Returns the region of a series.
     *
     * @param series from 0, below {@link #series}
     * @return its number in the table's {@link RegionNumbering}
     */
    public int region(int series) {
        return regions[series];
    }

    /**
     * Returns the regions of the series, not copied: writing to the array breaks the table.
     *
     * @return ascending numbers of the table's {@link RegionNumbering}
     */
    public int[] regionsUnsafe() {
        return regions;
    }

    /**
     * Returns the first series of a region or of any later one.
     *
     * @param region a number of the table's {@link RegionNumbering}, or its size
     * @return from 0 to {@link #series}; the series of a range of regions lie between the results of its ends
     */
    public int firstSeries(int region) {
        int low = 0;
        int high = regions.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (regions[middle] < region) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Returns the values that a series has of the extra dimensions.
     *
     * @param series from 0, below {@link #series}
     * @return a position in {@link #combinationValues}; 0 where the schema has no extra dimensions
     */
    public int combination(int series) {
        return combinations == null ? 0 : combinations[series];
    }

    /**
     * Returns the combinations of the extra dimensions' values that occur in this block.
     *
     * @return sorted; each has one value for each dimension of the schema. A single empty combination where the schema
     *     has no extra dimensions
     */
    public ImmutableList<ImmutableList<String>> combinationValues() {
        return combinationValues;
    }

    /**
     * Returns the period of each row; within a series in ascending order.
     *
     * @return the column
     */
    public PeriodColumn periods() {
        return periods;
    }

    /**
     * Returns the value of each row.
     *
     * @return the column
     */
    public ValueColumn values() {
        return values;
    }

    /**
     * Returns sum, minimum and maximum of each series.
     *
     * @return null where the block does not keep them
     */
    public @Nullable SeriesStatistics statistics() {
        return statistics;
    }

    /**
     * Returns sum and count of each period over neighbouring series of one parent region.
     *
     * @return null where the block does not keep them
     */
    public @Nullable Subtotals subtotals() {
        return subtotals;
    }

    /**
     * Returns whether every row is of status {@link ObservationStatus#NORMAL}, exact and printed to the indicator's own
     * decimals.
     *
     * @return false where a row has a remark
     */
    public boolean isPlain() {
        return statuses == null && precisions == null;
    }

    /**
     * Returns the status of a row.
     *
     * @param row from 0, below {@link #rows}
     * @return the status
     */
    public ObservationStatus status(int row) {
        return STATUSES[statusCode(row)];
    }

    public byte statusCode(int row) {
        return statuses == null ? 0 : statuses[row];
    }

    /**
     * Returns the ordinals of the rows' statuses, not copied: writing to the array breaks the table.
     *
     * @return null where all are {@link ObservationStatus#NORMAL}
     */
    public byte @Nullable [] statusesUnsafe() {
        return statuses;
    }

    /**
     * Returns the precision of the figure of each row.
     *
     * @return the column, or null where all rows are exact to the indicator's own decimals
     */
    public @Nullable PrecisionColumn precisions() {
        return precisions;
    }

    /**
     * Returns the precision of the figure of a row.
     *
     * @param row from 0, below {@link #rows}, with an exact value
     * @return that of a figure printed to the indicator's decimals unless something else was said
     */
    public Precision precision(int row) {
        if (precisions != null) {
            Precision stated = precisions.stated(row);
            if (stated != null) {
                return stated;
            }
        }
        return ownPrecision(indicator, values.unscaled(row));
    }

    /**
     * Returns the precision of a figure that is exact to an indicator's own decimals.
     *
     * @param indicator the indicator
     * @param unscaled the figure times ten to the power of the indicator's decimals
     * @return half a step on either side; nothing for what is counted in ones
     */
    public static Precision ownPrecision(Indicator indicator, long unscaled) {
        return Precision.from(Quantity.of(
                BigDecimal.valueOf(unscaled, indicator.decimals()),
                indicator.unit().base()));
    }

    /**
     * Returns the room that the columns take.
     *
     * @return bytes, without the few hundred of a block's own objects
     */
    public long bytes() {
        return 4L * regions.length
                + (combinations == null ? 0 : 4L * combinations.length)
                + 4L * starts.length
                + periods.bytes()
                + values.bytes()
                + (statistics == null ? 0 : statistics.bytes())
                + (subtotals == null ? 0 : subtotals.bytes())
                + (statuses == null ? 0 : statuses.length)
                + (precisions == null ? 0 : precisions.bytes());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeriesBlock that
                && indicator.equals(that.indicator)
                && level == that.level
                && frequency == that.frequency
                && Arrays.equals(regions, that.regions)
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(combinations, that.combinations)
                && combinationValues.equals(that.combinationValues)
                && periods.equals(that.periods)
                && values.equals(that.values)
                && Arrays.equals(statuses, that.statuses)
                && Objects.equals(precisions, that.precisions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(indicator.id(), level, frequency, rows(), values);
    }

    /** {@return for example {@code event.handled COMMUNITY MONTHLY: 240 rows in 12 series}} */
    @Override
    public String toString() {
        return indicator.id() + ' ' + level + ' ' + frequency + ": " + rows() + " rows in " + series() + " series";
    }
}
