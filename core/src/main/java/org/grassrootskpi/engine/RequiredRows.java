package org.grassrootskpi.engine;

import java.util.List;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;

/** The rows that a pair needs besides its own two: those of the same region, period and extra dimensions in further blocks. */
final class RequiredRows {
    private final List<SeriesBlock> blocks;
    private final List<int[][]> combinations;

    /**
     * Finds the combinations of extra dimensions that rows and the required ones have in common.
     *
     * @param of the rows that need others
     */
    RequiredRows(Segment of, List<SeriesBlock> blocks) {
        this.blocks = blocks;
        combinations = blocks.stream()
                .map(block -> block.segments().stream()
                        .map(segment -> Combinations.matching(of, segment))
                        .toArray(int[][]::new))
                .toList();
    }

    /**
     * Returns whether each of the blocks has a row with a value.
     *
     * @param combination a number of the segment whose rows need others
     * @param code the period
     */
    boolean haveValues(int combination, int region, int code) {
        for (int block = 0; block < blocks.size(); block++) {
            List<Segment> segments = blocks.get(block).segments();
            boolean found = false;
            for (int s = 0; s < segments.size() && !found; s++) {
                int own = combinations.get(block)[s][combination];
                found = own >= 0 && segments.get(s).hasValue(own, region, code);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }
}
