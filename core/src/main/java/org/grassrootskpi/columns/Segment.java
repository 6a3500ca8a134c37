package org.grassrootskpi.columns;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a {@link SeriesBlock}, as columns: either rows without any remark, or rows with one each.
 *
 * <p>The rows are cut into <dfn>series</dfn>: one region, and one combination of the extra dimensions' values, in order
 * of time. Series {@code s} has the rows from {@code start(s)} to {@code start(s + 1)}, exclusive; series are sorted by
 * combination, then by region. No key occurs twice. Immutable and thread-safe.
 */
public final class Segment {
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();

    private final Indicator indicator;
    private final int[] regions;
    private final int[] combinationStarts;
    private final ImmutableList<ImmutableList<String>> combinationValues;
    private final int[] starts;
    private final int longest;
    private final PeriodColumn periods;
    private final ValueColumn values;
    private final @Nullable SeriesStatistics statistics;
    private final @Nullable Subtotals subtotals;
    private final @Nullable YearStatistics years;
    private final long statisticsBytes;
    private final byte @Nullable [] statuses;
    private final @Nullable PrecisionColumn precisions;

    /**
     * Creates a segment of columns that nobody changes any more.
     *
     * @param indicator the indicator of all rows
     * @param index where each series begins
     * @param periods the period of each row
     * @param values the value of each row
     * @param statuses the ordinal of each row's status; null where all are normal
     * @param precisions the precision of each row; null where all have the implied one
     * @param numbering the numbers of the regions
     */
    public Segment(
            Indicator indicator,
            SeriesIndex index,
            PeriodColumn periods,
            ValueColumn values,
            byte @Nullable [] statuses,
            @Nullable PrecisionColumn precisions,
            RegionNumbering numbering) {
        this.indicator = indicator;
        this.regions = index.regions;
        this.combinationStarts = index.combinationStarts;
        this.combinationValues = index.combinationValues;
        this.starts = index.starts;
        this.longest = index.longest;
        this.periods = periods;
        this.values = values;
        this.statuses = statuses;
        this.precisions = precisions;
        boolean plain = statuses == null && precisions == null;
        this.statistics = plain ? SeriesStatistics.of(values, starts, longest) : null;
        SiblingRuns runs = SiblingRuns.of(numbering, index);
        this.subtotals = plain ? Subtotals.of(runs, index, periods, values) : null;
        this.years = plain ? YearStatistics.of(runs, index, periods, values) : null;
        long ofRuns = subtotals == null && years == null ? 0 : runs.bytes();
        this.statisticsBytes = ofRuns
                + (statistics == null ? 0 : statistics.bytes())
                + (subtotals == null ? 0 : subtotals.bytes())
                + (years == null ? 0 : years.bytes());
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
     * @return numbers of the table's {@link RegionNumbering}, ascending within a combination
     */
    public int[] regionsUnsafe() {
        return regions;
    }

    /**
     * Returns the first series of a combination whose region is a given one or any later one.
     *
     * @param combination a position in {@link #combinationValues}
     * @param region a number of the table's {@link RegionNumbering}, or any greater number
     * @return from the first series of the combination to the first of the next one; the series of a range of regions lie
     *     between the results of its ends
     */
    public int firstSeries(int combination, int region) {
        int low = combinationStarts[combination];
        int high = combinationStarts[combination + 1];
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
     * Returns the first row of a series whose period is a given one or any later one.
     *
     * @param series from 0, below {@link #series}
     * @param code a code of {@link org.grassrootskpi.time.TimePeriod#toCode()}
     * @return from the first row of the series to the first of the next one
     */
    public int firstRow(int series, int code) {
        int low = starts[series];
        int high = starts[series + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (periods.code(middle) < code) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * {@return whether there is a row of a key, as of {@link #has}, that has a value}
     * @param combination a position in {@link #combinationValues}
     * @param region a number of the table's {@link RegionNumbering}
     * @param code a code of {@link org.grassrootskpi.time.TimePeriod#toCode()}
     */
    public boolean hasValue(int combination, int region, int code) {
        int row = row(combination, region, code);
        return row >= 0 && status(row).hasValue();
    }

    /**
     * Returns whether there is a row of a key.
     *
     * @param combination a position in {@link #combinationValues}
     * @param region a number of the table's {@link RegionNumbering}
     * @param code a code of {@link org.grassrootskpi.time.TimePeriod#toCode()}
     * @return whether the key occurs
     */
    public boolean has(int combination, int region, int code) {
        return row(combination, region, code) >= 0;
    }

    private int row(int combination, int region, int code) {
        if (code < periods.first() || code > periods.last()) {
            return -1;
        }
        int series = firstSeries(combination, region);
        if (series == combinationStarts[combination + 1] || regions[series] != region) {
            return -1;
        }
        int row = firstRow(series, code);
        return row < starts[series + 1] && periods.code(row) == code ? row : -1;
    }

    /**
     * Returns the first series of a combination.
     *
     * @param combination from 0 to the number of {@link #combinationValues}, inclusive: the last one gives {@link #series}
     * @return the series
     */
    public int combinationStart(int combination) {
        return combinationStarts[combination];
    }

    /**
     * Returns the combinations of the extra dimensions' values that occur in this segment.
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
     * @return null where the segment does not keep them
     */
    public @Nullable SeriesStatistics statistics() {
        return statistics;
    }

    /**
     * Returns sum and count of each period over neighbouring series of one parent region.
     *
     * @return null where the segment does not keep them
     */
    public @Nullable Subtotals subtotals() {
        return subtotals;
    }

    /**
     * Returns count, minimum and maximum of each year over neighbouring series of one parent region.
     *
     * @return null where the segment does not keep them
     */
    public @Nullable YearStatistics years() {
        return years;
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

    /**
     * Returns the ordinal of the status of a row.
     *
     * @param row from 0, below {@link #rows}
     * @return the ordinal
     */
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
     * @return bytes, without the few hundred of a segment's own objects
     */
    public long bytes() {
        return 4L * regions.length
                + 4L * combinationStarts.length
                + 4L * starts.length
                + periods.bytes()
                + values.bytes()
                + statisticsBytes
                + (statuses == null ? 0 : statuses.length)
                + (precisions == null ? 0 : precisions.bytes());
    }

    /** Returns whether the columns of another segment hold the same, row by row. */
    boolean hasSameRows(Segment that) {
        return this == that
                || (Arrays.equals(regions, that.regions)
                        && Arrays.equals(starts, that.starts)
                        && Arrays.equals(combinationStarts, that.combinationStarts)
                        && combinationValues.equals(that.combinationValues)
                        && periods.equals(that.periods)
                        && values.equals(that.values)
                        && Arrays.equals(statuses, that.statuses)
                        && Objects.equals(precisions, that.precisions));
    }

    /** {@return for example {@code event.handled: 240 rows in 12 series}} */
    @Override
    public String toString() {
        return indicator.id() + ": " + rows() + " rows in " + series() + " series";
    }
}
