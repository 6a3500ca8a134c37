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

/** The groups of a scan with accumulated tallies; every group has a place, or only those that have rows do. */
final class TalliedGroups extends Groups {
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();

    private final Accumulators found;
    private final long @Nullable [] ids;

    TalliedGroups(Accumulators found, long @Nullable [] ids) {
        this.found = found;
        this.ids = ids;
    }

    @Override
    int size() {
        return found.size;
    }

    @Override
    long id(int place) {
        return ids == null ? place : ids[place];
    }

    @Override
    int indexOf(long id) {
        if (ids != null) {
            return Math.max(-1, Arrays.binarySearch(ids, id));
        }
        return id >= 0 && id < found.size ? (int) id : -1;
    }

    @Override
    long count(int place) {
        return found.count[place];
    }

    @Override
    boolean isLongSum(int place) {
        return found.sumHigh == null || sum(place).bitLength() < Long.SIZE;
    }

    @Override
    long longSum(int place) {
        long[] low = array(found.sum, Tally.SUM);
        return found.sumHigh == null ? low[place] : (found.sumHigh[place] << 32) + low[place];
    }

    @Override
    BigInteger sum(int place) {
        long[] low = array(found.sum, Tally.SUM);
        return found.sumHigh == null ? BigInteger.valueOf(low[place]) : joined(low[place], found.sumHigh[place]);
    }

    @Override
    long min(int place) {
        return array(found.min, Tally.MIN)[place];
    }

    @Override
    long max(int place) {
        return array(found.max, Tally.MAX)[place];
    }

    @Override
    BigInteger firstSum(int place) {
        Accumulators.Ends ends = ends(found.first, Tally.FIRST);
        return joined(ends.low[place], ends.high[place]);
    }

    @Override
    BigInteger lastSum(int place) {
        Accumulators.Ends ends = ends(found.last, Tally.LAST);
        return joined(ends.low[place], ends.high[place]);
    }

    @Override
    long lastCount(int place) {
        return ends(found.last, Tally.LAST).count[place];
    }

    @Override
    int earliestLast(int place) {
        return ends(found.last, Tally.LAST).earliest[place];
    }

    @Override
    int latestLast(int place) {
        return ends(found.last, Tally.LAST).latest[place];
    }

    @Override
    int earliestFirst(int place) {
        return ends(found.first, Tally.FIRST).earliest[place];
    }

    @Override
    int latestFirst(int place) {
        return ends(found.first, Tally.FIRST).latest[place];
    }

    @Override
    ObservationStatus worstStatus(int place) {
        return STATUSES[remarks().worst[place]];
    }

    @Override
    long withoutValue(int place) {
        return remarks().withoutValue[place];
    }

    @Override
    ObservationStatus worstWithoutValue(int place) {
        return STATUSES[remarks().worstWithoutValue[place]];
    }

    @Override
    Qualifier qualifier(int place) {
        return slack().qualifier(place);
    }

    @Override
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

    @Override
    double doubleSum(int place) {
        return doubles().sums.get(place);
    }

    @Override
    double doubleMin(int place) {
        return doubles().min[place];
    }

    @Override
    double doubleMax(int place) {
        return doubles().max[place];
    }

    @Override
    double doubleFirstSum(int place) {
        return doubles().firsts.get(place);
    }

    @Override
    double doubleLastSum(int place) {
        return doubles().lasts.get(place);
    }

    private Doubles doubles() {
        return Objects.requireNonNull(found.doubles, "the values are exact");
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
