package org.grassrootskpi.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that were added for one block, in the order in which they came.
 *
 * <p>They are stored in pieces of moderate size, so that growing copies nothing and the collector never sees a huge
 * array. A row takes twelve bytes, or sixteen in a piece with a value that needs a long; columns for remarks and
 * combinations exist only in pieces that need them.
 */
final class RowBuffer {
    private static final int FIRST_PIECE = 1 << 6;
    private static final int PIECE = 1 << 14;

    private final List<Piece> pieces = new ArrayList<>();
    private Piece last = new Piece(FIRST_PIECE);
    private int before;
    private int minPeriod = Integer.MAX_VALUE;
    private int maxPeriod = Integer.MIN_VALUE;

    RowBuffer() {
        pieces.add(last);
    }

    /** Adds a row without remarks. */
    void add(int region, int period, long value) {
        if (last.size == last.regions.length) {
            grow();
        }
        minPeriod = Math.min(minPeriod, period);
        maxPeriod = Math.max(maxPeriod, period);
        last.add(region, period, value);
    }

    /** Adds a row with remarks: a combination, a status and a precision of the builder's dictionaries. */
    void add(int region, int period, long value, int combination, byte status, int precision) {
        add(region, period, value);
        last.remark(last.size - 1, combination, status, precision);
    }

    /** Sets the line of its source that the last row came from. */
    void origin(int line) {
        last.origin(last.size - 1, line);
    }

    private void grow() {
        before = Math.addExact(before, last.size);
        last = new Piece(Math.min(PIECE, 2 * last.regions.length));
        pieces.add(last);
    }

    int size() {
        return before + last.size;
    }

    int minPeriod() {
        return minPeriod;
    }

    int maxPeriod() {
        return maxPeriod;
    }

    /** Returns the pieces in order and forgets them. */
    List<Piece> drain() {
        List<Piece> drained = new ArrayList<>(pieces);
        pieces.clear();
        return drained;
    }

    /** A number of rows as columns. */
    static final class Piece {
        final int[] regions;
        final int[] periods;
        int @Nullable [] ints;
        long @Nullable [] longs;
        int @Nullable [] combinations;
        byte @Nullable [] statuses;
        int @Nullable [] precisions;
        int @Nullable [] origins;
        int size;

        Piece(int capacity) {
            regions = new int[capacity];
            periods = new int[capacity];
            ints = new int[capacity];
        }

        void add(int region, int period, long value) {
            int row = size++;
            regions[row] = region;
            periods[row] = period;
            int[] narrow = ints;
            if (narrow != null) {
                narrow[row] = (int) value;
                if (narrow[row] == value) {
                    return;
                }
                widen(narrow, row);
            }
            if (longs != null) {
                longs[row] = value;
            }
        }

        private void widen(int[] narrow, int rows) {
            long[] wide = new long[narrow.length];
            for (int i = 0; i < rows; i++) {
                wide[i] = narrow[i];
            }
            ints = null;
            longs = wide;
        }

        void remark(int row, int combination, byte status, int precision) {
            if (combination != 0) {
                if (combinations == null) {
                    combinations = new int[regions.length];
                }
                combinations[row] = combination;
            }
            if (status != 0) {
                if (statuses == null) {
                    statuses = new byte[regions.length];
                }
                statuses[row] = status;
            }
            if (precision != 0) {
                if (precisions == null) {
                    precisions = new int[regions.length];
                }
                precisions[row] = precision;
            }
        }

        void origin(int row, int line) {
            if (origins == null) {
                origins = new int[regions.length];
            }
            origins[row] = line;
        }

        int combination(int row) {
            return combinations == null ? 0 : combinations[row];
        }

        /** Returns the number of rows with a status or a precision. */
        int remarked() {
            int remarked = 0;
            for (int row = 0; (statuses != null || precisions != null) && row < size; row++) {
                boolean isPlain =
                        (statuses == null || statuses[row] == 0) && (precisions == null || precisions[row] == 0);
                remarked += isPlain ? 0 : 1;
            }
            return remarked;
        }

        long value(int row) {
            return ints != null ? ints[row] : longs != null ? longs[row] : 0;
        }
    }
}
