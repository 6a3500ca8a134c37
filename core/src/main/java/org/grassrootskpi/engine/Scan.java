package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.grassrootskpi.table.SeriesBlock;
import org.jspecify.annotations.Nullable;

/**
 * One pass over some blocks: which rows it takes, to which group each belongs, and what is tallied there.
 *
 * <p>The number of a group is made of four parts, each counted from 0: {@code ((block * R + region) * P + period) * C +
 * combination}, where R, P and C are the numbers of region, period and combination groups. Unless told otherwise a scan
 * takes every row and puts all rows into one group. A part of -1 leaves the row out.
 *
 * <p>Blocks of one group must have the same unit, decimals and frequency; all blocks of a scan must be of one frequency if
 * it selects or groups periods. A builder that {@link #run} leaves unchanged.
 */
final class Scan {
    final ImmutableList<SeriesBlock> blocks;
    final Set<Tally> tallies;
    int @Nullable [] blockGroup;
    int blockGroups = 1;
    int regionFrom;
    int regionTo = Integer.MAX_VALUE;
    int @Nullable [] regionGroup;
    int regionGroups = 1;
    int periodFrom = Integer.MIN_VALUE;
    int periodTo = Integer.MAX_VALUE;
    int @Nullable [] periodGroup;
    int periodGroups = 1;

    @Nullable ImmutableList<int[]> combinationGroup;

    int combinationGroups = 1;

    private Scan(List<SeriesBlock> blocks, Set<Tally> tallies) {
        this.blocks = ImmutableList.copyOf(blocks);
        this.tallies = tallies;
        boolean floating = blocks.stream().anyMatch(block -> block.values().isFloatingPoint());
        if (floating && !blocks.stream().allMatch(block -> block.values().isFloatingPoint())) {
            throw new IllegalArgumentException(
                    "Expected blocks of exact values or of doubles, got both: scan them apart");
        }
    }

    /** A scan of these blocks; the count of values needs no tally. */
    static Scan of(List<SeriesBlock> blocks, Tally... tallies) {
        return new Scan(blocks, Sets.immutableEnumSet(Arrays.asList(tallies)));
    }

    /** Groups by block: the group of each, in the order of the blocks. */
    @CanIgnoreReturnValue
    Scan groupBlocks(int[] groupOfBlock, int groups) {
        blockGroup = groupOfBlock;
        blockGroups = groups;
        return this;
    }

    /** Takes only regions of a range of numbers, such as a subtree. */
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

    /** Takes only periods of a range of codes. */
    @CanIgnoreReturnValue
    Scan during(int fromCode, int toCodeInclusive) {
        periodFrom = fromCode;
        periodTo = toCodeInclusive;
        return this;
    }

    /** Groups by period: the group of each code of the range given to {@link #during}; for FIRST and LAST, ascending. */
    @CanIgnoreReturnValue
    Scan groupPeriods(int[] groupOfPeriod, int groups) {
        periodGroup = groupOfPeriod;
        periodGroups = groups;
        return this;
    }

    /** Groups by extra dimensions: for each block, the group of each of its combinations. */
    @CanIgnoreReturnValue
    Scan groupCombinations(List<int[]> groupOfCombination, int groups) {
        combinationGroup = ImmutableList.copyOf(groupOfCombination);
        combinationGroups = groups;
        return this;
    }

    /** How many groups can be told apart, those without rows included. */
    long groups() {
        return Math.multiplyExact(
                Math.multiplyExact((long) blockGroups, regionGroups),
                Math.multiplyExact((long) periodGroups, combinationGroups));
    }

    boolean wants(Tally tally) {
        return tallies.contains(tally);
    }

    boolean isFloatingPoint() {
        return !blocks.isEmpty() && blocks.get(0).values().isFloatingPoint();
    }

    /** The number of the first group of a region group, without period and combination. */
    long groupOf(int block, int region, int period, int combination) {
        return (((long) block * regionGroups + region) * periodGroups + period) * combinationGroups + combination;
    }

    /** The group of a period, or -1 if its rows are left out. */
    int periodGroupOf(int code) {
        if (code < periodFrom || code > periodTo) {
            return -1;
        }
        return periodGroup == null ? 0 : periodGroup[code - periodFrom];
    }

    /** Runs the scan. The result does not depend on the number of threads. */
    Groups run(int threads) {
        return run(threads, ScanRun.DENSE_GROUPS);
    }

    /** Runs the scan with another limit for the number of groups that have dense arrays. */
    Groups run(int threads, int denseGroups) {
        return new ScanRun(this, threads, denseGroups).run();
    }
}
