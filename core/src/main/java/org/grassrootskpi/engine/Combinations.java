package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.rollup.CombinationGroups;

/** Maps the combinations of extra dimensions, as a block numbers them, to the groups of a roll-up. */
final class Combinations {
    private Combinations() {}

    /** Returns the group of each of the block's combinations, -1 where it is not read. */
    static int[] groupsOf(SeriesBlock block, CombinationGroups groups) {
        return block.combinationValues().stream().mapToInt(groups::groupOf).toArray();
    }

    /** Returns for each combination of one segment the same combination of another, or -1. */
    static int[] matching(Segment from, Segment to) {
        Map<ImmutableList<String>, Integer> positions = new HashMap<>();
        for (int c = 0; c < to.combinationValues().size(); c++) {
            positions.put(to.combinationValues().get(c), c);
        }
        return from.combinationValues().stream()
                .mapToInt(values -> Objects.requireNonNullElse(positions.get(values), -1))
                .toArray();
    }
}
