package org.grassrootskpi.table;

/** The numbers that the combinations and the precisions of a segment have in the table that is being built. */
final class SegmentNumbers {
    final int[] combinations;
    final int[] precisions;

    SegmentNumbers(int[] combinations, int[] precisions) {
        this.combinations = combinations;
        this.precisions = precisions;
    }
}
