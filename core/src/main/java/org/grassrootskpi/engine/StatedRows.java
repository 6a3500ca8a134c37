package org.grassrootskpi.engine;

import java.util.Arrays;

/**
 * The rows that have an explicit precision, by group and precision: how many there are, and the least and the greatest of their
 * values. A hash table over arrays.
 */
final class StatedRows {
    private static final long FREE = -1;

    private final int precisions;
    private long[] keys = new long[16];
    private long[] counts = new long[16];
    private long[] min = new long[16];
    private long[] max = new long[16];
    private int size;

    /** Creates a table without rows; precisions are numbered from 0. */
    StatedRows(int precisions) {
        this.precisions = precisions;
        Arrays.fill(keys, FREE);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds a row. */
    void add(int group, int precision, long value) {
        add((long) group * precisions + precision, 1, value, value);
    }

    void addAll(StatedRows other) {
        for (int at = 0; at < other.keys.length; at++) {
            if (other.keys[at] != FREE) {
                add(other.keys[at], other.counts[at], other.min[at], other.max[at]);
            }
        }
    }

    private void add(long key, long rows, long least, long greatest) {
        int at = find(key);
        if (keys[at] == FREE) {
            if (2 * size >= keys.length) {
                grow();
                at = find(key);
            }
            size++;
            keys[at] = key;
            counts[at] = rows;
            min[at] = least;
            max[at] = greatest;
        } else {
            counts[at] += rows;
            min[at] = Math.min(min[at], least);
            max[at] = Math.max(max[at], greatest);
        }
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (keys[at] != key && keys[at] != FREE) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        long[] oldMin = min;
        long[] oldMax = max;
        int length = 2 * oldKeys.length;
        keys = new long[length];
        Arrays.fill(keys, FREE);
        counts = new long[length];
        min = new long[length];
        max = new long[length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != FREE) {
                int at = find(oldKeys[old]);
                keys[at] = oldKeys[old];
                counts[at] = oldCounts[old];
                min[at] = oldMin[old];
                max[at] = oldMax[old];
            }
        }
    }

    /** Receives the rows of one group and precision. */
    @FunctionalInterface
    interface Consumer {
        void accept(int group, int precision, long rows, long least, long greatest);
    }

    /** Passes on all groups and precisions that have rows, in their order. */
    void forEach(Consumer consumer) {
        long[] sorted = Arrays.stream(keys).filter(key -> key != FREE).sorted().toArray();
        for (long key : sorted) {
            int at = find(key);
            consumer.accept((int) (key / precisions), (int) (key % precisions), counts[at], min[at], max[at]);
        }
    }
}
