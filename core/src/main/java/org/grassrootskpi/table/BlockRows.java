package org.grassrootskpi.table;

import java.util.Arrays;
import org.grassrootskpi.columns.PrecisionColumn;
import org.grassrootskpi.columns.Segment;
import org.jspecify.annotations.Nullable;

/** All rows of a block that is being built, side by side, in the order in which they came. */
final class BlockRows {
    private static final int[] NONE = {};

    int[] regions;
    int[] periods;
    int @Nullable [] ints;
    long @Nullable [] longs;
    int @Nullable [] combinations;
    byte @Nullable [] statuses;
    int @Nullable [] precisions;
    int @Nullable [] origins;
    final int capacity;
    int size;

    BlockRows(int capacity) {
        this.capacity = capacity;
        regions = new int[capacity];
        periods = new int[capacity];
        ints = new int[capacity];
    }

    void append(RowBuffer.Piece piece) {
        System.arraycopy(piece.regions, 0, regions, size, piece.size);
        System.arraycopy(piece.periods, 0, periods, size, piece.size);
        if (piece.longs != null) {
            widen();
        }
        if (longs != null) {
            for (int i = 0; i < piece.size; i++) {
                longs[size + i] = piece.value(i);
            }
        } else if (ints != null && piece.ints != null) {
            System.arraycopy(piece.ints, 0, ints, size, piece.size);
        }
        if (piece.combinations != null) {
            combinations = combinations == null ? new int[capacity] : combinations;
            System.arraycopy(piece.combinations, 0, combinations, size, piece.size);
        }
        if (piece.statuses != null) {
            statuses = statuses == null ? new byte[capacity] : statuses;
            System.arraycopy(piece.statuses, 0, statuses, size, piece.size);
        }
        if (piece.precisions != null) {
            precisions = precisions == null ? new int[capacity] : precisions;
            System.arraycopy(piece.precisions, 0, precisions, size, piece.size);
        }
        if (piece.origins != null) {
            origins = origins == null ? new int[capacity] : origins;
            System.arraycopy(piece.origins, 0, origins, size, piece.size);
        }
        size += piece.size;
    }

    /** Appends the rows of a segment, whose combinations and precisions have other numbers here. */
    void append(Segment segment, int[] combinationNumbers, int[] precisionNumbers) {
        if (segment.values().intsUnsafe() == null) {
            widen();
        }
        PrecisionColumn stated = segment.precisions();
        for (int c = 0; c < combinationNumbers.length; c++) {
            int number = combinationNumbers[c];
            for (int s = segment.combinationStart(c); s < segment.combinationStart(c + 1); s++) {
                int start = segment.start(s);
                int end = segment.start(s + 1);
                Arrays.fill(regions, size + start, size + end, segment.region(s));
                if (number != 0) {
                    combinations = combinations == null ? new int[capacity] : combinations;
                    Arrays.fill(combinations, size + start, size + end, number);
                }
            }
        }
        for (int row = 0; row < segment.rows(); row++) {
            int to = size + row;
            periods[to] = segment.periods().code(row);
            if (ints != null) {
                ints[to] = (int) segment.values().raw(row);
            } else if (longs != null) {
                longs[to] = segment.values().raw(row);
            }
            if (segment.statusesUnsafe() != null) {
                statuses = statuses == null ? new byte[capacity] : statuses;
                statuses[to] = segment.statusCode(row);
            }
            int code = stated == null ? 0 : stated.code(row);
            if (code > 0) {
                precisions = precisions == null ? new int[capacity] : precisions;
                precisions[to] = precisionNumbers[code - 1];
            }
        }
        size += segment.rows();
    }

    private void widen() {
        if (ints != null) {
            longs = new long[capacity];
            for (int i = 0; i < size; i++) {
                longs[i] = ints[i];
            }
            ints = null;
        }
    }

    boolean hasRemarks() {
        return statuses != null || precisions != null;
    }

    boolean isRemarked(int row) {
        return status(row) != 0 || precision(row) != 0;
    }

    void releaseKeys() {
        regions = NONE;
        periods = NONE;
        combinations = null;
    }

    long value(int row) {
        return ints != null ? ints[row] : longs != null ? longs[row] : 0;
    }

    int combination(int row) {
        return combinations == null ? 0 : combinations[row];
    }

    byte status(int row) {
        return statuses == null ? 0 : statuses[row];
    }

    int origin(int row) {
        return origins == null ? 0 : origins[row];
    }

    int precision(int row) {
        return precisions == null ? 0 : precisions[row];
    }
}
