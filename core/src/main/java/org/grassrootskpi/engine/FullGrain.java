package org.grassrootskpi.engine;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import org.grassrootskpi.table.SeriesBlock;
import org.jspecify.annotations.Nullable;

/** The scan in which every row is a group of its own, in the order of the table: nothing is added, rows are handed on. */
final class FullGrain {
    private FullGrain() {}

    /** Whether groups ascend strictly with the rows of all blocks, and nothing is wanted but the values. */
    static boolean fits(Scan scan) {
        if (scan.isFloatingPoint() || scan.wants(Tally.FIRST) || scan.wants(Tally.LAST)) {
            return false;
        }
        if (scan.blockGroup == null ? scan.blocks.size() != 1 : !ascends(scan.blockGroup, 0, scan.blockGroup.length)) {
            return false;
        }
        for (int b = 0; b < scan.blocks.size(); b++) {
            if (!fits(scan, b, scan.blocks.get(b))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Scan scan, int number, SeriesBlock block) {
        int first = block.periods().first();
        int last = block.periods().last();
        boolean periods = scan.periodFrom <= first
                && last <= scan.periodTo
                && (scan.periodGroup == null
                        ? first == last
                        : ascends(scan.periodGroup, first - scan.periodFrom, last - scan.periodFrom + 1));
        boolean combinations = scan.combinationGroup == null
                ? block.combinationValues().size() == 1
                : ascends(
                        scan.combinationGroup.get(number),
                        0,
                        block.combinationValues().size());
        return block.isPlain() && periods && combinations && regionsAscend(scan, block);
    }

    private static boolean regionsAscend(Scan scan, SeriesBlock block) {
        if (scan.regionGroup == null) {
            return false;
        }
        int region = -1;
        int group = -1;
        for (int s = block.firstSeries(scan.regionFrom); s < block.firstSeries(scan.regionTo); s++) {
            if (block.region(s) != region) {
                region = block.region(s);
                if (scan.regionGroup[region] <= group) {
                    return false;
                }
                group = scan.regionGroup[region];
            }
        }
        return true;
    }

    /** Whether a range of numbers ascends from 0 or more, so that they all differ and none is left out. */
    private static boolean ascends(int[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            if (numbers[i] < 0 || (i > from && numbers[i] <= numbers[i - 1])) {
                return false;
            }
        }
        return true;
    }

    static GrainGroups run(Scan scan, int threads) {
        long rows = 0;
        int[] starts = new int[scan.blocks.size()];
        for (int b = 0; b < starts.length; b++) {
            SeriesBlock block = scan.blocks.get(b);
            starts[b] = Ints.checkedCast(rows);
            rows += block.start(block.firstSeries(scan.regionTo)) - block.start(block.firstSeries(scan.regionFrom));
        }
        int size = Ints.checkedCast(rows);
        GrainGroups groups = new GrainGroups(scan, new long[size], new long[size]);
        int workers = Math.min(threads, starts.length);
        if (workers == 1) {
            for (int b = 0; b < starts.length; b++) {
                hand(scan, b, starts[b], groups);
            }
            return groups;
        }
        List<ForkJoinTask<?>> jobs = new ArrayList<>();
        for (int w = 0; w < workers; w++) {
            int worker = w;
            jobs.add(ForkJoinTask.adapt(() -> {
                for (int b = worker; b < starts.length; b += workers) {
                    hand(scan, b, starts[b], groups);
                }
            }));
        }
        ForkJoinTask.invokeAll(jobs);
        return groups;
    }

    private static void hand(Scan scan, int number, int at, GrainGroups groups) {
        SeriesBlock block = scan.blocks.get(number);
        int blockGroup = scan.blockGroup == null ? 0 : scan.blockGroup[number];
        int from = block.firstSeries(scan.regionFrom);
        int to = block.firstSeries(scan.regionTo);
        int shift = at - block.start(from);
        int[] regionGroup = scan.regionGroup == null ? new int[0] : scan.regionGroup;
        for (int s = from; s < to; s++) {
            int combination =
                    scan.combinationGroup == null ? 0 : scan.combinationGroup.get(number)[block.combination(s)];
            long base = scan.groupOf(blockGroup, regionGroup[block.region(s)], 0, combination);
            ids(scan, block, base, s, shift, groups.ids);
        }
        RowLoops.widen(block.values(), block.start(from), block.start(to), groups.values, at);
    }

    private static void ids(Scan scan, SeriesBlock block, long base, int series, int shift, long[] ids) {
        int first = block.periods().first();
        int @Nullable [] periodGroup = scan.periodGroup;
        byte[] bytes = block.periods().bytesUnsafe();
        int end = block.start(series + 1);
        if (bytes != null && periodGroup != null) {
            int skipped = first - scan.periodFrom;
            for (int row = block.start(series); row < end; row++) {
                ids[shift + row] = base + (long) periodGroup[skipped + (bytes[row] & 0xFF)] * scan.combinationGroups;
            }
            return;
        }
        for (int row = block.start(series); row < end; row++) {
            int group = scan.periodGroupOf(block.periods().code(row));
            ids[shift + row] = base + (long) group * scan.combinationGroups;
        }
    }
}
