package org.grassrootskpi.rollup;

import java.util.Arrays;

/**
 * Finds the k-th smallest of many numbers without sorting them all: Hoare's selection (C. A. R. Hoare, "Algorithm 65: Find", 1961), with
 * a pivot near the wanted place and Lomuto's partition, whose loop has no branch that a processor could guess wrongly. Where that
 * divides badly again and again, the rest is sorted, so that no order of numbers takes more than the time of a sort.
 */
final class Selection {
    /** So few numbers are sorted at once. */
    private static final int FEW = 8;

    /** From so many numbers on a sample is worth its sort. */
    private static final int MANY = 512;

    private static final int SAMPLE = 15;
    private static final int BAD_DIVISIONS = 8;

    private Selection() {}

    /**
     * {@return the k-th smallest number}
     *
     * @param numbers one or more; they are rearranged
     * @param start no number before it is greater than one at or behind it, as after finding a smaller k
     * @param k from the start, below the number of numbers
     */
    static long smallest(long[] numbers, int start, int k) {
        int from = start;
        int to = numbers.length;
        int bad = 0;
        while (to - from > FEW && bad < BAD_DIVISIONS) {
            int size = to - from;
            long pivot = pivot(numbers, from, to, k);
            int less = less(numbers, from, to, pivot);
            if (k < less) {
                to = less;
            } else if (less > from) {
                from = less;
            } else {
                // The pivot is the least of them.
                from = pivot == Long.MAX_VALUE ? to : less(numbers, from, to, pivot + 1);
                if (k < from) {
                    return pivot;
                }
            }
            bad += to - from > size - size / 8 ? 1 : 0;
        }
        Arrays.sort(numbers, from, to);
        return numbers[k];
    }

    /** Moves the numbers that are less than a bound to the front, and returns where the others begin. */
    private static int less(long[] numbers, int from, int to, long bound) {
        int end = from;
        for (int i = from; i < to; i++) {
            long number = numbers[i];
            numbers[i] = numbers[end];
            numbers[end] = number;
            end += number < bound ? 1 : 0;
        }
        return end;
    }

    /** Returns one of the numbers: the median of three, or of a larger sample the one whose place is that of k in them all. */
    private static long pivot(long[] numbers, int from, int to, int k) {
        int size = to - from;
        if (size < MANY) {
            return middle(numbers[from], numbers[from + size / 2], numbers[to - 1]);
        }
        long[] sample = new long[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            sample[i] = numbers[from + (int) ((long) size * i / SAMPLE)];
        }
        Arrays.sort(sample);
        return sample[(int) ((long) (k - from) * SAMPLE / size)];
    }

    private static long middle(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
