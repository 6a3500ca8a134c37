package org.grassrootskpi.table;

import java.util.Comparator;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.time.Frequency;

/** The block that a row belongs to: the indicator by its position in the catalogue, the level also by its position among the catalogue's. */
record BlockKey(int indicator, int depth, RegionLevel level, Frequency frequency) implements Comparable<BlockKey> {
    private static final Comparator<BlockKey> ORDER = Comparator.comparingInt(BlockKey::indicator)
            .thenComparingInt(BlockKey::depth)
            .thenComparing(BlockKey::frequency);

    @Override
    public int compareTo(BlockKey other) {
        return ORDER.compare(this, other);
    }
}
