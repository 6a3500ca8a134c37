package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.grassrootskpi.table.SeriesBlock;

/**
 * Runs a scan: cuts it into tasks, hands them to threads, and puts the partial results together.
 *
 * <p>Up to a few million groups have dense arrays. Where no two tasks can meet in a group all threads write into the same
 * arrays, otherwise each has its own, and they are combined once. More groups than that are cut, by block and by region,
 * into parts that fit; of each part only the groups with rows are kept. Since the rows are sorted that way, no part needs
 * to look for its rows.
 */
final class ScanRun {
    static final int DENSE_GROUPS = 1 << 22;
    private static final int PARTS = 16;
    private static final int TASK_ROWS = 1 << 16;

    private final Scan scan;
    private final int threads;
    private final int denseGroups;
    private final boolean wide;
    private final PlainRows plain;

    ScanRun(Scan scan, int threads, int denseGroups) {
        if (threads < 1) {
            throw new IllegalArgumentException("Expected one thread or more, got " + threads);
        }
        this.scan = scan;
        this.denseGroups = denseGroups;
        // A sum of doubles depends on its order: one thread takes them in the order of the table.
        this.threads = scan.isFloatingPoint() ? 1 : threads;
        this.wide = !sumsFitLong();
        this.plain = new PlainRows(scan);
    }

    Groups run() {
        if (scan.groups() <= denseGroups) {
            return dense();
        }
        return FullGrain.fits(scan) ? FullGrain.run(scan, threads) : parts();
    }

    private boolean sumsFitLong() {
        long rows = scan.blocks.stream().mapToLong(SeriesBlock::rows).sum();
        return scan.blocks.stream().allMatch(block -> block.values().provesLongSum(rows));
    }

    private Groups dense() {
        int groups = Ints.checkedCast(scan.groups());
        List<ScanTask> tasks = cut(tasks());
        int workers = rows(tasks) <= TASK_ROWS ? 1 : Math.min(threads, tasks.size());
        boolean shared = keepApart(tasks);
        Accumulators result = new Accumulators(scan, groups, wide);
        List<ScanWorker> all = new ArrayList<>();
        for (int w = 0; w < Math.max(1, workers); w++) {
            Accumulators own = w == 0 || shared ? result : new Accumulators(scan, groups, wide);
            all.add(new ScanWorker(scan, plain, own));
        }
        AtomicInteger next = new AtomicInteger();
        inParallel(all, worker -> {
            worker.begin(0, 0, scan.regionGroups);
            for (int t = next.getAndIncrement(); t < tasks.size(); t = next.getAndIncrement()) {
                worker.take(tasks.get(t));
            }
        });
        if (!shared) {
            for (ScanWorker worker : all.subList(1, all.size())) {
                result.combine(worker.found());
            }
        }
        plain.finish(result, 0);
        return new TalliedGroups(result, null);
    }

    /** Whether no two tasks can add to the same group, because each has a block group of its own. */
    private boolean keepApart(List<ScanTask> tasks) {
        boolean[] taken = new boolean[scan.blockGroups];
        for (ScanTask task : tasks) {
            if (taken[task.blockGroup()]) {
                return false;
            }
            taken[task.blockGroup()] = true;
        }
        return true;
    }

    private static long rows(List<ScanTask> tasks) {
        return tasks.stream().mapToLong(ScanTask::rows).sum();
    }

    /** A task for each block that has rows to give. */
    private List<ScanTask> tasks() {
        List<ScanTask> tasks = new ArrayList<>();
        for (int b = 0; b < scan.blocks.size(); b++) {
            SeriesBlock block = scan.blocks.get(b);
            int group = scan.blockGroup == null ? 0 : scan.blockGroup[b];
            int from = block.firstSeries(scan.regionFrom);
            int to = block.firstSeries(scan.regionTo);
            if (group >= 0 && from < to) {
                tasks.add(new ScanTask(b, group, block, from, to));
            }
        }
        return tasks;
    }

    /** The tasks in pieces, where there are too few of them to keep the threads busy. */
    private List<ScanTask> cut(List<ScanTask> tasks) {
        if (threads == 1 || tasks.size() >= 4 * threads) {
            return tasks;
        }
        List<ScanTask> pieces = new ArrayList<>();
        for (ScanTask task : tasks) {
            long parts = Math.min(4L * threads / tasks.size(), task.rows() / TASK_ROWS);
            pieces.addAll(task.cut((int) Math.max(1, parts)));
        }
        return pieces;
    }

    /** Cuts the groups into parts, each of one block group and a range of region groups, and keeps what has rows. */
    private Groups parts() {
        long perRegion = Math.multiplyExact((long) scan.periodGroups, scan.combinationGroups);
        int regions = Ints.checkedCast(Math.max(1, Math.min(scan.regionGroups, denseGroups / PARTS / perRegion)));
        RegionRanges ranges = new RegionRanges(scan);
        List<ScanPart> parts = new ArrayList<>();
        for (List<ScanTask> ofGroup : byBlockGroup()) {
            for (int from = 0; from < scan.regionGroups && !ofGroup.isEmpty(); from += regions) {
                int to = Math.min(scan.regionGroups, from + regions);
                long first = scan.groupOf(ofGroup.get(0).blockGroup(), from, 0, 0);
                parts.add(new ScanPart(ranges.narrowed(ofGroup, from, to), first, from, to));
            }
        }
        List<ScanWorker> workers = new ArrayList<>();
        for (int w = 0; w < Math.max(1, Math.min(threads, parts.size())); w++) {
            int groups = Ints.checkedCast(regions * perRegion);
            workers.add(new ScanWorker(scan, plain, new Accumulators(scan, groups, wide)));
        }
        AtomicInteger next = new AtomicInteger();
        inParallel(workers, worker -> {
            for (int p = next.getAndIncrement(); p < parts.size(); p = next.getAndIncrement()) {
                parts.get(p).fill(worker, plain);
            }
        });
        return ScanPart.join(scan, wide, parts);
    }

    private List<List<ScanTask>> byBlockGroup() {
        List<List<ScanTask>> byGroup = new ArrayList<>();
        for (int group = 0; group < scan.blockGroups; group++) {
            byGroup.add(new ArrayList<>());
        }
        tasks().forEach(task -> byGroup.get(task.blockGroup()).add(task));
        return byGroup;
    }

    private static void inParallel(List<ScanWorker> workers, Consumer<ScanWorker> job) {
        if (workers.size() == 1) {
            job.accept(workers.get(0));
            return;
        }
        ImmutableList.Builder<ForkJoinTask<?>> jobs = ImmutableList.builder();
        workers.forEach(worker -> jobs.add(ForkJoinTask.adapt(() -> job.accept(worker))));
        ForkJoinTask.invokeAll(jobs.build());
    }
}
