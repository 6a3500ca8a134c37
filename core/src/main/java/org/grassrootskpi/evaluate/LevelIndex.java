package org.grassrootskpi.evaluate;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;

/**
 * Index of the positions in a region order where observations of each level are expected. Those of a subtree are counted by
 * two searches: in the regions of the level, and in those above it that have no parts. Without the latter, a sum of
 * communities would seem complete although a township without communities is in none of them.
 */
public final class LevelIndex {
    private static final int[] NONE = {};

    private final Map<RegionLevel, int[]> positions = new EnumMap<>(RegionLevel.class);

    public LevelIndex(RegionNumbering order) {
        for (RegionLevel level : RegionLevel.values()) {
            positions.put(
                    level,
                    IntStream.range(0, order.size())
                            .filter(i -> isExpected(order, i, level))
                            .toArray());
        }
    }

    private static boolean isExpected(RegionNumbering order, int region, RegionLevel level) {
        RegionLevel own = order.region(region).level();
        boolean hasNoParts = order.subtreeEnd(region) == region + 1;
        return own == level || (own.compareTo(level) < 0 && hasNoParts);
    }

    public int[] positions(RegionLevel level) {
        return positions.getOrDefault(level, NONE);
    }
}
