package org.grassrootskpi.columns;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one indicator, at one region level and one frequency, in one or more {@linkplain Segment segments}.
 *
 * <p>Rows with a remark, a status or a precision of their own, are in other segments than those without, so that a few of
 * them do not slow down the rest. Rows that are appended are in new segments, until enough have come together to be
 * merged. No key occurs twice. Two blocks are equal if they have the same rows, whatever their segments are. Immutable
 * and thread-safe.
 */
public final class SeriesBlock {
    /** The order of combinations: by their first values, then by their second ones, and so on. */
    public static final Comparator<List<String>> COMBINATION_ORDER = (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private final Indicator indicator;
    private final RegionLevel level;
    private final Frequency frequency;
    private final ImmutableList<Segment> segments;
    private final ImmutableList<ImmutableList<String>> combinationValues;
    private final int[][] combinationsOfSegments;
    private final int rows;
    private final int firstPeriod;
    private final int lastPeriod;
    private final long min;
    private final long max;
    private final double magnitude;
    private final int lowestBit;

    /**
     * Creates a block.
     *
     * @param indicator the indicator of all rows
     * @param level the level of all regions
     * @param frequency the frequency of all periods
     * @param segments one or more, which have no key in common
     * @throws ArithmeticException if an int cannot count the rows
     */
    public SeriesBlock(Indicator indicator, RegionLevel level, Frequency frequency, ImmutableList<Segment> segments) {
        this.indicator = indicator;
        this.level = level;
        this.frequency = frequency;
        this.segments = segments;
        combinationValues = combinationValues(segments);
        combinationsOfSegments = new int[segments.size()][];
        int sum = 0;
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        long least = 0;
        long greatest = 0;
        double farthest = 0;
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            combinationsOfSegments[i] = segment.combinationValues().stream()
                    .mapToInt(values -> Collections.binarySearch(combinationValues, values, COMBINATION_ORDER))
                    .toArray();
            sum = Math.addExact(sum, segment.rows());
            first = Math.min(first, segment.periods().first());
            last = Math.max(last, segment.periods().last());
            least = Math.min(least, segment.values().min());
            greatest = Math.max(greatest, segment.values().max());
            farthest = Math.max(farthest, segment.values().magnitude());
            lowest = Math.min(lowest, segment.values().lowestBit());
        }
        rows = sum;
        firstPeriod = first;
        lastPeriod = last;
        min = least;
        max = greatest;
        magnitude = farthest;
        lowestBit = lowest;
    }

    private static ImmutableList<ImmutableList<String>> combinationValues(List<Segment> segments) {
        return segments.size() == 1
                ? segments.get(0).combinationValues()
                : segments.stream()
                        .flatMap(segment -> segment.combinationValues().stream())
                        .collect(ImmutableSortedSet.toImmutableSortedSet(COMBINATION_ORDER))
                        .asList();
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
     * Returns the parts of this block.
     *
     * @return one or more: those whose rows have no remark, then those whose rows have one, each from the oldest to the
     *     newest
     */
    public ImmutableList<Segment> segments() {
        return segments;
    }

    /**
     * Returns the number of rows, those whose status has no value included.
     *
     * @return 1 or more
     */
    public int rows() {
        return rows;
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
     * Returns where the combinations of a segment are among those of the block; writing to the array breaks the table.
     *
     * @param segment a position in {@link #segments}
     * @return for each of the segment's combinations its position in {@link #combinationValues}
     */
    public int[] combinationsUnsafe(int segment) {
        return combinationsOfSegments[segment];
    }

    /**
     * Returns the earliest period.
     *
     * @return a code of {@link org.grassrootskpi.time.TimePeriod#toCode()}
     */
    public int firstPeriod() {
        return firstPeriod;
    }

    /**
     * Returns the latest period.
     *
     * @return a code of {@link org.grassrootskpi.time.TimePeriod#toCode()}
     */
    public int lastPeriod() {
        return lastPeriod;
    }

    /**
     * Returns whether the values are doubles.
     *
     * @return false where they are exact
     */
    public boolean isFloatingPoint() {
        return segments.get(0).values().isFloatingPoint();
    }

    /**
     * Returns the greatest absolute value of a block of doubles.
     *
     * @return 0 for exact values
     */
    public double magnitude() {
        return magnitude;
    }

    /**
     * Returns the greatest power of two that all values of a block of doubles are multiples of.
     *
     * @return its exponent; the greatest int for exact values and where all are zero
     */
    public int lowestBit() {
        return lowestBit;
    }

    /**
     * Returns whether the sum of any of the values fits a {@code long}, in whatever order they are added.
     *
     * @return true if the extremes prove it
     */
    public boolean sumFitsLong() {
        return ValueColumn.sumFitsLong(min, max, rows);
    }

    /**
     * Returns the precision of a figure that is exact to the indicator's own decimals.
     *
     * @param unscaled the figure times ten to the power of the indicator's decimals
     * @return half a step on either side; nothing for what is counted in ones
     */
    public Precision ownPrecision(long unscaled) {
        return Segment.ownPrecision(indicator, unscaled);
    }

    /**
     * Returns the room that the columns take.
     *
     * @return bytes, without the few hundred of each segment's own objects
     */
    public long bytes() {
        return segments.stream().mapToLong(Segment::bytes).sum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeriesBlock that
                && indicator.equals(that.indicator)
                && level.equals(that.level)
                && frequency == that.frequency
                && rows == that.rows
                && combinationValues.equals(that.combinationValues)
                && (hasSameSegments(that) || hasSameRows(that));
    }

    private boolean hasSameSegments(SeriesBlock that) {
        boolean same = segments.size() == that.segments.size();
        for (int i = 0; same && i < segments.size(); i++) {
            same = segments.get(i).hasSameRows(that.segments.get(i));
        }
        return same;
    }

    private boolean hasSameRows(SeriesBlock that) {
        RowCursor own = new RowCursor(this);
        RowCursor others = new RowCursor(that);
        while (own.next() && others.next()) {
            if (!own.isAtSameRow(others)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Objects.hash(indicator.id(), level, frequency, rows, firstPeriod, lastPeriod, min, max);
    }

    /** {@return for example {@code event.handled COMMUNITY MONTHLY: 240 rows}} */
    @Override
    public String toString() {
        return indicator.id() + ' ' + level + ' ' + frequency + ": " + rows + " rows";
    }
}
