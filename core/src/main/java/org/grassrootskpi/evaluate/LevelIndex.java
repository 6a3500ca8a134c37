package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.rollup.RegionGroups;

/**
 * Index of the positions in a region order where observations of each level are expected. Those of a subtree are counted by
 * two searches: in the regions of the level, and in those above it that have no parts. Without the latter, a sum of
 * communities would seem complete although a township without communities is in none of them.
 */
public final class LevelIndex {
    private static final int[] NONE = {};

    private final RegionNumbering numbering;
    private final Map<RegionLevel, int[]> positions = new HashMap<>();
    private final Map<RegionLevel, RegionGroups> groups = new ConcurrentHashMap<>();

    public LevelIndex(RegionNumbering numbering) {
        this.numbering = numbering;
        Map<RegionLevel, ImmutableIntArray.Builder> expected = new HashMap<>();
        ImmutableList<RegionLevel> levels = numbering.levels().inOrder();
        for (int region = 0; region < numbering.size(); region++) {
            int own = numbering.depth(region);
            boolean hasNoParts = numbering.subtreeEnd(region) == region + 1;
            for (int level = own; level < levels.size() && (level == own || hasNoParts); level++) {
                expected.computeIfAbsent(levels.get(level), l -> ImmutableIntArray.builder())
                        .add(region);
            }
        }
        expected.forEach(
                (level, regions) -> positions.put(level, regions.build().toArray()));
    }

    public int[] positions(RegionLevel level) {
        return positions.getOrDefault(level, NONE);
    }

    /** Returns a group for each region of a level, as {@link RegionGroups#byLevel} does for all regions; made once. */
    public RegionGroups groups(RegionLevel level) {
        return groups.computeIfAbsent(level, l -> RegionGroups.byLevel(numbering, NONE, l));
    }
}
