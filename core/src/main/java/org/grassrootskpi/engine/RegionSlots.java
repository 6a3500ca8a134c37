package org.grassrootskpi.engine;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.grassrootskpi.rollup.RegionGroups;

/** The slot of every region, computed once for all roll-ups of a query that group regions alike. Thread-safe. */
final class RegionSlots {
    private final IdentityHashMap<RegionGroups, int[]> known = new IdentityHashMap<>();

    /** Returns the slot of each region by its number, -1 for regions that are left out; the array must not be modified. */
    synchronized int[] of(RegionGroups groups) {
        return known.computeIfAbsent(groups, RegionSlots::slots);
    }

    private static int[] slots(RegionGroups groups) {
        int[] slots = new int[groups.numbering().size()];
        Arrays.fill(slots, -1);
        for (int range = 0; range < groups.ranges(); range++) {
            Arrays.fill(slots, groups.start(range), groups.end(range), groups.slot(range));
        }
        return slots;
    }
}
