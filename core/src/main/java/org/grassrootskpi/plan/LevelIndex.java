package org.grassrootskpi.plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.table.RegionOrder;

/** Where the regions of each level stand in a region order, so that those of a subtree are counted by two searches. */
final class LevelIndex {
    private static final int[] NONE = {};

    private final Map<RegionLevel, int[]> positions = new EnumMap<>(RegionLevel.class);

    LevelIndex(RegionOrder order) {
        for (RegionLevel level : RegionLevel.values()) {
            positions.put(
                    level,
                    IntStream.range(0, order.size())
                            .filter(i -> order.region(i).level() == level)
                            .toArray());
        }
    }

    int[] positions(RegionLevel level) {
        return positions.getOrDefault(level, NONE);
    }
}
