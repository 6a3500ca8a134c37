package org.grassrootskpi.tables;

/** Numbers longs from zero, in the order in which they are first seen. Not thread-safe. */
final class Numbers {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[16];
    /** One more than the number of the key at the same place; zero where there is none. */
    private int[] numbers = new int[keys.length];

    private int size;

    /** Returns how many were seen. */
    int size() {
        return size;
    }

    /** Returns the number of a long. */
    int of(long key) {
        int slot = slot(key);
        while (numbers[slot] != 0) {
            if (keys[slot] == key) {
                return numbers[slot] - 1;
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        numbers[slot] = ++size;
        if (2 * size > keys.length) {
            grow();
        }
        return size - 1;
    }

    private int slot(long key) {
        return (int) ((key * SPREAD) >>> Integer.SIZE) & (keys.length - 1);
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldKeys[i]);
                while (numbers[slot] != 0) {
                    slot = (slot + 1) & (keys.length - 1);
                }
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
