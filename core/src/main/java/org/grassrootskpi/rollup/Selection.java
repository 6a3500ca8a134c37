package org.grassrootskpi.rollup;

import java.util.Arrays;

/**
 * Finds the k-th smallest of many numbers without sorting them all: Hoare's selection (C. A. R. Hoare, "Algorithm 65: Find", 1961) with
 * the median of three as pivot. Where that divides badly again and again, the rest is sorted, so that no order of numbers takes
 * more than the time of a sort.
 */
final class Selection {
    /** So few numbers are sorted at once. */
    private static final int FEW = 32;

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
            long pivot = middle(numbers[from], numbers[from + size / 2], numbers[to - 1]);
            int left = from;
            int right = to - 1;
            while (left <= right) {
                while (numbers[left] < pivot) {
                    left++;
                }
                while (numbers[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    long swapped = numbers[left];
                    numbers[left++] = numbers[right];
                    numbers[right--] = swapped;
                }
            }
            if (k <= right) {
                to = right + 1;
            } else if (k >= left) {
                from = left;
            } else {
                return numbers[k];
            }
            bad += to - from > size - size / 8 ? 1 : 0;
        }
        Arrays.sort(numbers, from, to);
        return numbers[k];
    }

    private static long middle(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
