package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import com.google.common.math.LongMath;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.slots.Workers;
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
    /** The explicit precisions of the block's rows, as {@link SlotUncertainties} numbers them; none where rows are only counted. */
    final ImmutableList<Precision> precisions;

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

    private Scan(SeriesBlock block, Set<ScanAggregate> aggregates, ImmutableList<Precision> precisions) {
        this.block = block;
        this.aggregates = aggregates;
        this.precisions = precisions;
    }

    /** Creates a scan of a block; the count of values needs no aggregate. */
    static Scan of(SeriesBlock block, ScanAggregate... aggregates) {
        return new Scan(block, Sets.immutableEnumSet(Arrays.asList(aggregates)), SlotUncertainties.precisionsOf(block));
    }

    /** Creates a scan that counts rows, for which the precision of their values does not matter. */
    static Scan counting(SeriesBlock block, ScanAggregate... aggregates) {
        return new Scan(block, Sets.immutableEnumSet(Arrays.asList(aggregates)), ImmutableList.of());
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

    /** Returns the selected series of each segment and combination. */
    ImmutableList<Stretch> stretches() {
        ImmutableList.Builder<Stretch> stretches = ImmutableList.builder();
        for (int number = 0; number < block.segments().size(); number++) {
            Segment segment = block.segments().get(number);
            int[] combinations = block.combinationsUnsafe(number);
            for (int c = 0; c < combinations.length; c++) {
                int group = combinationGroup == null ? 0 : combinationGroup[combinations[c]];
                int from = group < 0 ? 0 : firstSeries(segment, c);
                int to = group < 0 ? 0 : endSeries(segment, c);
                if (from < to) {
                    stretches.add(new Stretch(number, segment, from, to, group * regionGroups * periodGroups));
                }
            }
        }
        return stretches.build();
    }

    private int firstSeries(Segment segment, int combination) {
        return regionFrom == 0 ? segment.combinationStart(combination) : segment.firstSeries(combination, regionFrom);
    }

    /** Returns the series behind those that are selected: without a search where none is left out. */
    private int endSeries(Segment segment, int combination) {
        return regionTo == Integer.MAX_VALUE
                ? segment.combinationStart(combination + 1)
                : segment.firstSeries(combination, regionTo);
    }

    /** Returns the first of the period groups of a series, or -1 if the series is left out. */
    int groupBaseOf(Stretch stretch, int series) {
        int region = regionGroup == null ? 0 : regionGroup[stretch.segment().region(series)];
        return region < 0 ? -1 : stretch.base() + region * periodGroups;
    }

    /** Returns the first series behind a given one that may be of another group, or the end. */
    int sameGroupUntil(Stretch stretch, int series) {
        int end = stretch.to();
        if (regionGroup == null) {
            return end;
        }
        int[] regions = stretch.segment().regionsUnsafe();
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
        void accept(int group, Segment segment, int row);
    }

    /** Receives the rows of neighbouring series of one region group. */
    @FunctionalInterface
    interface SeriesConsumer {
        /**
         * Takes a range of rows.
         *
         * @param periodGroups the period group of each period by its distance from the segment's first; -1 for those that are left out
         * @param groupBase what is added to it
         */
        void accept(Segment segment, int from, int to, int[] periodGroups, int groupBase);
    }

    /** Passes on every selected row that has a value; the rows of a group come one after the other, from one thread. */
    void forEachValue(int threads, ValueConsumer consumer) {
        forEachSeries(threads, (segment, from, to, periodGroups, groupBase) -> {
            boolean hasStatuses = segment.statusesUnsafe() != null;
            for (int row = from; row < to; row++) {
                int period = periodGroups[segment.periods().distance(row)];
                if (period >= 0 && (!hasStatuses || segment.status(row).hasValue())) {
                    consumer.accept(groupBase + period, segment, row);
                }
            }
        });
    }

    /** Passes on all rows of the selected regions, in the same order. */
    void forEachSeries(int threads, SeriesConsumer consumer) {
        for (Stretch stretch : stretches()) {
            List<Stretch> parts = partsByGroup(stretch, threads);
            Workers.run(threads, parts.size(), part -> forEachSeries(parts.get(part), consumer));
        }
    }

    private void forEachSeries(Stretch stretch, SeriesConsumer consumer) {
        Segment segment = stretch.segment();
        int[] periodGroups = groupsByDistance(segment);
        for (int s = stretch.from(), next; s < stretch.to(); s = next) {
            next = sameGroupUntil(stretch, s);
            int groupBase = groupBaseOf(stretch, s);
            if (groupBase >= 0) {
                consumer.accept(segment, segment.start(s), segment.start(next), periodGroups, groupBase);
            }
        }
    }

    /** Returns parts of a stretch that have no group in common: one for each thread where regions of a group are neighbours. */
    ImmutableList<Stretch> partsByGroup(Stretch stretch, int threads) {
        if (threads == 1 || stretch.rows() < ROWS_PER_CHUNK || !hasGroupsInOrder(stretch)) {
            return ImmutableList.of(stretch);
        }
        ImmutableList.Builder<Stretch> parts = ImmutableList.builder();
        int from = stretch.from();
        for (int part = 0; part < threads; part++) {
            int last = Math.max(from, stretch.part(part, threads).to() - 1);
            int to = part == threads - 1 || last >= stretch.to() ? stretch.to() : sameGroupUntil(stretch, last);
            if (from < to) {
                parts.add(new Stretch(stretch.number(), stretch.segment(), from, to, stretch.base()));
            }
            from = to;
        }
        return parts.build();
    }

    /** Returns whether the series of each group are neighbours. */
    private boolean hasGroupsInOrder(Stretch stretch) {
        int greatest = -1;
        int before = -1;
        for (int s = stretch.from(); s < stretch.to(); s++) {
            int group = regionGroup == null ? 0 : regionGroup[stretch.segment().region(s)];
            if (group >= 0 && group != before && group <= greatest) {
                return false;
            }
            before = group;
            greatest = Math.max(greatest, group);
        }
        return true;
    }

    /** Returns the group of each period of a segment, by its distance from the first; -1 for those that are left out. */
    int[] groupsByDistance(Segment segment) {
        int first = segment.periods().first();
        int[] groupOf = new int[segment.periods().last() - first + 1];
        Arrays.setAll(groupOf, distance -> periodGroupOf(first + distance));
        return groupOf;
    }

    /** Runs the scan. The result does not depend on the number of threads. */
    Accumulators run(int threads) {
        List<Stretch> chunks = chunks(threads);
        Accumulators[] found = new Accumulators[Math.max(1, Math.min(threads, chunks.size()))];
        AtomicInteger next = new AtomicInteger();
        Workers.run(threads, found.length, worker -> {
            Accumulators own = new Accumulators(this);
            Rows[] scans = new Rows[block.segments().size()];
            for (int chunk = next.getAndIncrement(); chunk < chunks.size(); chunk = next.getAndIncrement()) {
                Stretch stretch = chunks.get(chunk);
                Rows rows = scans[stretch.number()];
                if (rows == null) {
                    rows = rows(stretch.segment(), own);
                    scans[stretch.number()] = rows;
                }
                rows.take(stretch);
            }
            found[worker] = own;
        });
        for (Accumulators other : Arrays.asList(found).subList(1, found.length)) {
            found[0].combine(other);
        }
        return found[0];
    }

    /** Returns all stretches; long ones in parts if there are several threads. */
    ImmutableList<Stretch> chunks(int threads) {
        ImmutableList.Builder<Stretch> chunks = ImmutableList.builder();
        int most = threads == 1 ? 1 : CHUNKS_PER_THREAD * threads;
        for (Stretch stretch : stretches()) {
            int parts = Math.max(1, Math.min(most, stretch.rows() / ROWS_PER_CHUNK));
            for (int part = 0; part < parts; part++) {
                chunks.add(stretch.part(part, parts));
            }
        }
        return chunks.build();
    }

    /** Scans the rows of some neighbouring series. */
    private interface Rows {
        void take(Stretch stretch);
    }

    private Rows rows(Segment segment, Accumulators found) {
        return segment.isPlain() && !segment.values().isFloatingPoint()
                ? new PlainRowScan(this, segment, found)::take
                : new RowByRowScan(this, segment, found)::take;
    }
}
