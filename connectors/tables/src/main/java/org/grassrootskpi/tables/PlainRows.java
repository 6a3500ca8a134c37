package org.grassrootskpi.tables;

import java.util.concurrent.ForkJoinTask;
import org.grassrootskpi.table.RowAppender;

/** Adds rows of plain numbers to a table in their order: while those of one half are added, the other half is filled. Not thread-safe. */
final class PlainRows {
    private static final int SIZE = 1 << 13;

    private final RowAppender rows;
    private Half filled = new Half();
    private Half other = new Half();
    private ForkJoinTask<?> adding = ForkJoinTask.adapt(() -> {}).fork();

    PlainRows(RowAppender rows) {
        this.rows = rows;
    }

    /** Adds a row; one without a combination of members has a negative one. */
    void add(int indicator, int region, int period, int combination, int origin, long unscaled) {
        if (filled.size == SIZE) {
            adding.join();
            Half full = filled;
            adding = ForkJoinTask.adapt(() -> full.addTo(rows)).fork();
            filled = other;
            other = full;
        }
        filled.add(indicator, region, period, combination, origin, unscaled);
    }

    /** Waits until all rows are added, so that others can be added behind them. */
    void flush() {
        adding.join();
        filled.addTo(rows);
    }

    /** Rows that are added together. */
    private static final class Half {
        private final int[] indicators = new int[SIZE];
        private final int[] regions = new int[SIZE];
        private final int[] periods = new int[SIZE];
        private final int[] combinations = new int[SIZE];
        private final int[] origins = new int[SIZE];
        private final long[] unscaled = new long[SIZE];
        private int size;

        void add(int indicator, int region, int period, int combination, int origin, long value) {
            indicators[size] = indicator;
            regions[size] = region;
            periods[size] = period;
            combinations[size] = combination;
            origins[size] = origin;
            unscaled[size] = value;
            size++;
        }

        void addTo(RowAppender rows) {
            for (int i = 0; i < size; i++) {
                rows.row(indicators[i], regions[i], periods[i]).origin(origins[i]);
                if (combinations[i] >= 0) {
                    rows.combination(combinations[i]);
                }
                rows.addUnscaled(unscaled[i]);
            }
            size = 0;
        }
    }
}
