package org.grassrootskpi.engine;

import com.google.common.collect.Sets;
import com.google.common.math.LongMath;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.grassrootskpi.columns.SeriesBlock;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a block: selects rows, assigns each to a group, and aggregates the groups.
 *
 * <p>The number of a group has three parts, each counted from 0: {@code (combination * R + region) * P + period}, where R
 * and P are the numbers of region and period groups. By default a scan selects every row and puts all rows into one group.
 * A part of -1 leaves the row out. Groups have dense arrays, one for each thread, which are combined once.
 *
 * <p>This is a builder that {@link #run} does not change.
 */
final class Scan {
    private static final int ROWS_PER_CHUNK = 1 << 16;
    private static final int CHUNKS_PER_THREAD = 4;

    final SeriesBlock block;
    final Set<ScanAggregate> aggregates;
    int regionFrom;
    int regionTo = Integer.MAX_VALUE;
    int @Nullable [] regionGroup;
    int regionGroups = 1;
    int periodFrom = Integer.MIN_VALUE;
    int periodTo = Integer.MAX_VALUE;
    int @Nullable [] periodGroup;
    int periodGroups = 1;
    int @Nullable [] combinationGroup;
    int combinationGroups = 1;

    private Scan(SeriesBlock block, Set<ScanAggregate> aggregates) {
        this.block = block;
        this.aggregates = aggregates;
    }

    /** Creates a scan of a block; the count of values needs no aggregate. */
    static Scan of(SeriesBlock block, ScanAggregate... aggregates) {
        return new Scan(block, Sets.immutableEnumSet(Arrays.asList(aggregates)));
    }

    /** Selects only regions of a range of numbers, such as a subtree. */
    @CanIgnoreReturnValue
    Scan within(int fromRegion, int toRegionExclusive) {
        regionFrom = fromRegion;
        regionTo = toRegionExclusive;
        return this;
    }

    /** Groups by region: the group of each, by the region's number. */
    @CanIgnoreReturnValue
    Scan groupRegions(int[] groupOfRegion, int groups) {
        regionGroup = groupOfRegion;
        regionGroups = groups;
        return this;
    }

    /** Selects only periods of a range of codes. */
    @CanIgnoreReturnValue
    Scan during(int fromCode, int toCodeInclusive) {
        periodFrom = fromCode;
        periodTo = toCodeInclusive;
        return this;
    }

    /** Groups by period: the group of each code of the range given to {@link #during}. */
    @CanIgnoreReturnValue
    Scan groupPeriods(int[] groupOfPeriod, int groups) {
        periodGroup = groupOfPeriod;
        periodGroups = groups;
        return this;
    }

    /** Groups by extra dimensions: the group of each of the block's combinations. */
    @CanIgnoreReturnValue
    Scan groupCombinations(int[] groupOfCombination, int groups) {
        combinationGroup = groupOfCombination;
        combinationGroups = groups;
        return this;
    }

    /**
     * Returns the number of possible groups, those without rows included.
     *
     * @throws IllegalArgumentException if an int cannot count them
     */
    int groups() {
        long perCombination = (long) regionGroups * periodGroups;
        if (LongMath.saturatedMultiply(perCombination, combinationGroups) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Expected at most " + Integer.MAX_VALUE + " groups of '"
                    + block.indicator().id() + "', got " + regionGroups + " regions x " + periodGroups + " periods x "
                    + combinationGroups + " combinations of the extra dimensions: limit the query by within(), during()"
                    + " or where(), or group by less");
        }
        return (int) perCombination * combinationGroups;
    }

    /** Returns the first series that may be selected. */
    int firstSeries() {
        return block.firstSeries(regionFrom);
    }

    /** Returns the series behind the last that may be selected. */
    int endSeries() {
        return block.firstSeries(regionTo);
    }

    /** Returns the first of the period groups of a series, or -1 if the series is left out. */
    int groupBaseOf(int series) {
        int region = regionGroup == null ? 0 : regionGroup[block.region(series)];
        int combination = combinationGroup == null ? 0 : combinationGroup[block.combination(series)];
        return region < 0 || combination < 0 ? -1 : (combination * regionGroups + region) * periodGroups;
    }

    /** Returns the first series behind a given one that may be of another group, or the end. */
    int sameGroupUntil(int series, int end) {
        if (combinationGroup != null) {
            return series + 1;
        }
        if (regionGroup == null) {
            return end;
        }
        int[] regions = block.regionsUnsafe();
        int group = regionGroup[regions[series]];
        int next = series + 1;
        while (next < end && regionGroup[regions[next]] == group) {
            next++;
        }
        return next;
    }

    /** Returns the group of a period, or -1 if its rows are left out. */
    int periodGroupOf(int code) {
        if (code < periodFrom || code > periodTo) {
            return -1;
        }
        return periodGroup == null ? 0 : periodGroup[code - periodFrom];
    }

    /** Receives a row with a value. */
    @FunctionalInterface
    interface ValueConsumer {
        void accept(int group, int row);
    }

    /** Passes on every selected row that has a value, in the order of the table. */
    void forEachValue(ValueConsumer consumer) {
        for (int s = firstSeries(); s < endSeries(); s++) {
            int groupBase = groupBaseOf(s);
            for (int row = block.start(s); groupBase >= 0 && row < block.start(s + 1); row++) {
                int period = periodGroupOf(block.periods().code(row));
                if (period >= 0 && block.status(row).hasValue()) {
                    consumer.accept(groupBase + period, row);
                }
            }
        }
    }

    /** Runs the scan. The result does not depend on the number of threads. */
    Accumulators run(int threads) {
        int from = firstSeries();
        int series = Math.max(0, endSeries() - from);
        int rows = block.start(from + series) - block.start(from);
        // A sum of doubles depends on its order: one thread adds them in the order of the table.
        boolean alone = threads == 1 || block.values().isFloatingPoint();
        int chunks = alone ? 1 : Math.max(1, Math.min(CHUNKS_PER_THREAD * threads, rows / ROWS_PER_CHUNK));
        Accumulators[] found = new Accumulators[Math.min(threads, chunks)];
        AtomicInteger next = new AtomicInteger();
        Workers.run(threads, found.length, worker -> {
            Accumulators own = new Accumulators(this);
            Rows taken = rows(own);
            for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                int begin = from + (int) ((long) series * chunk / chunks);
                taken.take(begin, from + (int) ((long) series * (chunk + 1) / chunks));
            }
            found[worker] = own;
        });
        for (Accumulators other : Arrays.asList(found).subList(1, found.length)) {
            found[0].combine(other);
        }
        return found[0];
    }

    /** Scans the rows of some neighbouring series. */
    private interface Rows {
        void take(int fromSeries, int toSeries);
    }

    private Rows rows(Accumulators found) {
        return block.statusesUnsafe() == null && !block.values().isFloatingPoint()
                ? new PlainRowScan(this, found)::take
                : new RowByRowScan(this, found)::take;
    }
}
