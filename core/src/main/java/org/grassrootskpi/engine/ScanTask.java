package org.grassrootskpi.engine;

import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.table.SeriesBlock;

/**
 * A range of series of one block, which one thread takes.
 *
 * @param number the block's position in the scan
 * @param blockGroup the block's group
 * @param block the block
 * @param from the first series
 * @param to the series after the last
 */
record ScanTask(int number, int blockGroup, SeriesBlock block, int from, int to) {
    int rows() {
        return block.start(to) - block.start(from);
    }

    List<ScanTask> cut(int parts) {
        List<ScanTask> pieces = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            int begin = from + (int) ((long) (to - from) * p / parts);
            int end = from + (int) ((long) (to - from) * (p + 1) / parts);
            if (begin < end) {
                pieces.add(new ScanTask(number, blockGroup, block, begin, end));
            }
        }
        return pieces;
    }
}
