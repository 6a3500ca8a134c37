package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.rollup.RegionGroups;
import org.grassrootskpi.time.TimePeriodRange;

/**
 * The groups of a result: subjects, regions (and, for shares, the regions that contain them), periods.
 *
 * @param subjects the indicators, or the sectors
 * @param regionAxes the regions of the groups, then those of their parents at one level after the other
 * @param periods the periods of the groups; empty where there is one group for all time
 * @param levels the positions of the regions of each level in the region order
 */
public record ResultGrid(
        ImmutableList<Subject> subjects,
        ImmutableList<RegionAxis> regionAxes,
        Optional<TimePeriodRange> periods,
        LevelIndex levels) {
    /**
     * Groups of regions, and the slot of each region of the result among them.
     *
     * @param level the level of the parents; empty for the groups themselves
     * @param groups the regions
     * @param slots for each region of the result the slot, or -1; none where these are the groups themselves
     */
    public record RegionAxis(Optional<RegionLevel> level, RegionGroups groups, ImmutableIntArray slots) {}

    public RegionGroups regions() {
        return regionAxes.get(0).groups();
    }

    Optional<Region> region(int slot) {
        return regions().region(slot);
    }
}
