package org.grassrootskpi.engine;

/** One thread's share of a scan: takes tasks and accumulates their rows in a range of groups. */
final class ScanWorker {
    private final Scan scan;
    private final PlainRows plain;
    private final Accumulators found;
    private final PeriodSums sums;
    private long firstGroup;
    private int fromRegion;
    private int toRegion;

    ScanWorker(Scan scan, PlainRows plain, Accumulators found) {
        this.scan = scan;
        this.plain = plain;
        this.found = found;
        this.sums = new PeriodSums(scan);
    }

    Accumulators found() {
        return found;
    }

    /** Goes on to a range of region groups, whose first group has the first place. */
    void begin(long first, int fromRegionGroup, int toRegionGroup) {
        firstGroup = first;
        fromRegion = fromRegionGroup;
        toRegion = toRegionGroup;
    }

    void take(ScanTask task) {
        if (plain.takes(task.number())) {
            plain.take(task, this, found, sums);
        } else {
            AnyRows.take(scan, task, this, found);
        }
    }

    /** The place of a series' group with the first period group, or -1 if the series is left out. */
    int placeOf(ScanTask task, int series) {
        int region =
                scan.regionGroup == null ? 0 : scan.regionGroup[task.block().region(series)];
        if (region < fromRegion || region >= toRegion) {
            return -1;
        }
        int combination = 0;
        if (scan.combinationGroup != null) {
            combination = scan.combinationGroup.get(task.number())[task.block().combination(series)];
            if (combination < 0) {
                return -1;
            }
        }
        return (int) (scan.groupOf(task.blockGroup(), region, 0, combination) - firstGroup);
    }

    /** The first series behind a given one that is of another group, or the task's end. */
    int sameGroupUntil(ScanTask task, int series) {
        if (scan.combinationGroup != null) {
            return series + 1;
        }
        int[] groups = scan.regionGroup;
        if (groups == null) {
            return task.to();
        }
        int[] regions = task.block().regionsUnsafe();
        int group = groups[regions[series]];
        int next = series + 1;
        while (next < task.to() && groups[regions[next]] == group) {
            next++;
        }
        return next;
    }
}
