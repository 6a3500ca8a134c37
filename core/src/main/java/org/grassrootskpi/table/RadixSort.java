package org.grassrootskpi.table;

/** Sorts keys that carry a number each, by counting eleven bits at a time from the lowest: stable, in linear time. */
final class RadixSort {
    private static final int BITS = 11;
    private static final int MASK = (1 << BITS) - 1;

    private long[] keys;
    private int[] numbers;

    private RadixSort(long[] keys, int[] numbers) {
        this.keys = keys;
        this.numbers = numbers;
    }

    /**
     * Sorts by key; both arrays may be overwritten; the sorted ones are in the result.
     *
     * @param keys not negative
     * @param numbers one for each key
     */
    static RadixSort sort(long[] keys, int[] numbers) {
        RadixSort sort = new RadixSort(keys, numbers);
        long bits = 0;
        boolean sorted = true;
        for (int i = 0; i < keys.length; i++) {
            bits |= keys[i];
            sorted &= i == 0 || keys[i - 1] <= keys[i];
        }
        if (!sorted) {
            long[] spareKeys = new long[keys.length];
            int[] spareNumbers = new int[keys.length];
            for (int shift = 0; shift < Long.SIZE && bits >>> shift != 0; shift += BITS) {
                if (sort.pass(shift, spareKeys, spareNumbers)) {
                    long[] usedKeys = sort.keys;
                    int[] usedNumbers = sort.numbers;
                    sort.keys = spareKeys;
                    sort.numbers = spareNumbers;
                    spareKeys = usedKeys;
                    spareNumbers = usedNumbers;
                }
            }
        }
        return sort;
    }

    long[] keys() {
        return keys;
    }

    int[] numbers() {
        return numbers;
    }

    /** Moves all to the spare arrays in the order of some bits; false if all have the same, and nothing was moved. */
    private boolean pass(int shift, long[] toKeys, int[] toNumbers) {
        int[] next = new int[MASK + 1];
        for (long key : keys) {
            next[(int) (key >>> shift) & MASK]++;
        }
        if (next[(int) (keys[0] >>> shift) & MASK] == keys.length) {
            return false;
        }
        int start = 0;
        for (int digit = 0; digit <= MASK; digit++) {
            int count = next[digit];
            next[digit] = start;
            start += count;
        }
        for (int i = 0; i < keys.length; i++) {
            int place = next[(int) (keys[i] >>> shift) & MASK]++;
            toKeys[place] = keys[i];
            toNumbers[place] = numbers[i];
        }
        return true;
    }
}
