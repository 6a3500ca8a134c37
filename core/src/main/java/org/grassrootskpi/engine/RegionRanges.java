package org.grassrootskpi.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which regions a range of region groups has, where the groups ascend with the regions, as all levels of a tree do. */
final class RegionRanges {
    private final int @Nullable [] firstRegion;

    RegionRanges(Scan scan) {
        firstRegion = scan.regionGroup == null ? null : firstRegions(scan.regionGroup, scan.regionGroups);
    }

    /** The first region of each group and of all later ones; null if the groups do not ascend. */
    private static int @Nullable [] firstRegions(int[] groupOfRegion, int groups) {
        int[] first = new int[groups + 1];
        Arrays.fill(first, groupOfRegion.length);
        int highest = -1;
        for (int region = 0; region < groupOfRegion.length; region++) {
            int group = groupOfRegion[region];
            if (group >= 0 && group < highest) {
                return null;
            }
            for (; highest < group; highest++) {
                first[highest + 1] = region;
            }
        }
        return first;
    }

    /** The tasks without series that cannot belong to the groups. */
    List<ScanTask> narrowed(List<ScanTask> tasks, int fromGroup, int toGroup) {
        if (firstRegion == null) {
            return tasks;
        }
        List<ScanTask> narrowed = new ArrayList<>();
        for (ScanTask task : tasks) {
            int from = Math.max(task.from(), task.block().firstSeries(firstRegion[fromGroup]));
            int to = Math.min(task.to(), task.block().firstSeries(firstRegion[toGroup]));
            if (from < to) {
                narrowed.add(new ScanTask(task.number(), task.blockGroup(), task.block(), from, to));
            }
        }
        return narrowed;
    }
}
