package org.grassrootskpi.engine;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * What a scan found: one place for each group, in ascending order of the groups' numbers.
 *
 * <p>Either every group has its place, at its own number, or only those that have rows do; {@link #indexOf} finds the
 * place in both cases. All tallies are read by place. Values are scaled, as in the table.
 */
final class Groups {
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();

    private final Accumulators found;
    private final long @Nullable [] ids;

    Groups(Accumulators found, long @Nullable [] ids) {
        this.found = found;
        this.ids = ids;
    }

    /** How many places there are. */
    int size() {
        return found.size;
    }

    /** The number of the group at a place. */
    long id(int place) {
        return ids == null ? place : ids[place];
    }

    /** The place of a group, or -1 where it has none because it has no rows. */
    int indexOf(long id) {
        if (ids != null) {
            return Math.max(-1, Arrays.binarySearch(ids, id));
        }
        return id >= 0 && id < found.size ? (int) id : -1;
    }

    /** How many values the group has; nothing else means anything where it is zero. */
    long count(int place) {
        return found.count[place];
    }

    /** Whether the sum fits a long. */
    boolean isLongSum(int place) {
        return found.sumHigh == null || sum(place).bitLength() < Long.SIZE;
    }

    /** The sum where {@link #isLongSum}. */
    long longSum(int place) {
        long[] low = array(found.sum, Tally.SUM);
        return found.sumHigh == null ? low[place] : (found.sumHigh[place] << 32) + low[place];
    }

    /** The exact sum. */
    BigInteger sum(int place) {
        long[] low = array(found.sum, Tally.SUM);
        return found.sumHigh == null ? BigInteger.valueOf(low[place]) : joined(low[place], found.sumHigh[place]);
    }

    /** The least value. */
    long min(int place) {
        return array(found.min, Tally.MIN)[place];
    }

    /** The greatest value. */
    long max(int place) {
        return array(found.max, Tally.MAX)[place];
    }

    /** The sum of the series' first values. */
    BigInteger firstSum(int place) {
        Accumulators.Ends ends = ends(found.first, Tally.FIRST);
        return joined(ends.low[place], ends.high[place]);
    }

    /** The sum of the series' last values. */
    BigInteger lastSum(int place) {
        Accumulators.Ends ends = ends(found.last, Tally.LAST);
        return joined(ends.low[place], ends.high[place]);
    }

    /** How many series have a last value: a region with more than one combination counts once for each. */
    long lastCount(int place) {
        return ends(found.last, Tally.LAST).count[place];
    }

    /** The earliest of the periods that the series' last values are of. */
    int earliestLast(int place) {
        return ends(found.last, Tally.LAST).earliest[place];
    }

    /** The latest of the periods that the series' last values are of. */
    int latestLast(int place) {
        return ends(found.last, Tally.LAST).latest[place];
    }

    /** The earliest of the periods that the series' first values are of. */
    int earliestFirst(int place) {
        return ends(found.first, Tally.FIRST).earliest[place];
    }

    /** The latest of the periods that the series' first values are of. */
    int latestFirst(int place) {
        return ends(found.first, Tally.FIRST).latest[place];
    }

    /** The worst status of the values. */
    ObservationStatus worstStatus(int place) {
        return STATUSES[remarks().worst[place]];
    }

    /** How many rows have a status without a value. */
    long withoutValue(int place) {
        return remarks().withoutValue[place];
    }

    /** The worst status of the rows without a value; NORMAL where there are none. */
    ObservationStatus worstWithoutValue(int place) {
        return STATUSES[remarks().worstWithoutValue[place]];
    }

    /** The qualifier of a sum of the values. */
    Qualifier qualifier(int place) {
        return slack().qualifier(place);
    }

    /** All values that the true sum can have; needs SUM and PRECISION. */
    Range<BigDecimal> bounds(int place, int decimals) {
        BigDecimal sum = new BigDecimal(sum(place), decimals);
        Slack slack = slack();
        long below = slack.below[place];
        long above = slack.above[place];
        Range<BigDecimal> lower = below == Slack.UNLIMITED
                ? Range.all()
                : Range.downTo(
                        sum.subtract(BigDecimal.valueOf(below, decimals + 1)), type(slack.isBelowIncluded(place)));
        Range<BigDecimal> upper = above == Slack.UNLIMITED
                ? Range.all()
                : Range.upTo(sum.add(BigDecimal.valueOf(above, decimals + 1)), type(slack.isAboveIncluded(place)));
        return lower.intersection(upper);
    }

    /** The sum of doubles. */
    double doubleSum(int place) {
        return Double.longBitsToDouble(array(found.sum, Tally.SUM)[place]);
    }

    private static BoundType type(boolean included) {
        return included ? BoundType.CLOSED : BoundType.OPEN;
    }

    private static BigInteger joined(long low, long high) {
        return BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(low));
    }

    private Accumulators.Remarks remarks() {
        return Objects.requireNonNull(found.remarks, "the scan was run without STATUS");
    }

    private Slack slack() {
        return Objects.requireNonNull(found.slack, "the scan was run without PRECISION");
    }

    private static Accumulators.Ends ends(Accumulators.@Nullable Ends ends, Tally tally) {
        return Objects.requireNonNull(ends, () -> "the scan was run without " + tally);
    }

    private static long[] array(long @Nullable [] array, Tally tally) {
        return Objects.requireNonNull(array, () -> "the scan was run without " + tally);
    }
}
