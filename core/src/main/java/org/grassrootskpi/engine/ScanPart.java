package org.grassrootskpi.engine;

import com.google.common.primitives.Ints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A range of groups of one block group that is small enough for dense arrays; afterwards, those of them with rows. */
final class ScanPart {
    private final List<ScanTask> tasks;
    private final long firstGroup;
    private final int fromRegion;
    private final int toRegion;
    private @Nullable Accumulators kept;
    private long @Nullable [] ids;

    ScanPart(List<ScanTask> tasks, long firstGroup, int fromRegion, int toRegion) {
        this.tasks = tasks;
        this.firstGroup = firstGroup;
        this.fromRegion = fromRegion;
        this.toRegion = toRegion;
    }

    void fill(ScanWorker worker, PlainRows plain) {
        if (tasks.isEmpty()) {
            return;
        }
        Accumulators found = worker.found();
        found.clear();
        worker.begin(firstGroup, fromRegion, toRegion);
        tasks.forEach(worker::take);
        plain.finish(found, firstGroup);
        int size = 0;
        int[] places = new int[found.size];
        for (int place = 0; place < found.size; place++) {
            if (found.hasRows(place)) {
                places[size++] = place;
            }
        }
        kept = found.pick(places, size);
        ids = new long[size];
        for (int i = 0; i < size; i++) {
            ids[i] = firstGroup + places[i];
        }
    }

    /** The groups of all parts, which are in order. */
    static Groups join(Scan scan, boolean wide, List<ScanPart> parts) {
        long size = 0;
        for (ScanPart part : parts) {
            size += part.ids == null ? 0 : part.ids.length;
        }
        Accumulators all = new Accumulators(scan, Ints.checkedCast(size), wide);
        long[] allIds = new long[all.size];
        int at = 0;
        for (ScanPart part : parts) {
            if (part.kept != null && part.ids != null) {
                all.put(at, part.kept);
                System.arraycopy(part.ids, 0, allIds, at, part.ids.length);
                at += part.ids.length;
                part.kept = null;
                part.ids = null;
            }
        }
        return new TalliedGroups(all, allIds);
    }
}
