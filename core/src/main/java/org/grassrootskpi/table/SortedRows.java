package org.grassrootskpi.table;

/** The rows of a block that is being built, in the order of their keys. */
final class SortedRows {
    /** Ascending; a key is {@code (combination * regions + region) * periods + period}, each part counted from 0. */
    final long[] keys;

    /** Which of the {@link BlockRows} have these keys. */
    final int[] numbers;

    /** The number of each combination among those of the table. */
    final int[] used;

    final int minPeriod;
    final int maxPeriod;
    final long periodCount;
    private final int regions;

    SortedRows(RadixSort sorted, int[] used, int minPeriod, int maxPeriod, int regions) {
        keys = sorted.keys();
        numbers = sorted.numbers();
        this.used = used;
        this.minPeriod = minPeriod;
        this.maxPeriod = maxPeriod;
        this.regions = regions;
        periodCount = (long) maxPeriod - minPeriod + 1;
    }

    int combination(int i) {
        return (int) (keys[i] / periodCount / regions);
    }

    int region(int i) {
        return (int) (keys[i] / periodCount % regions);
    }

    int period(int i) {
        return minPeriod + (int) (keys[i] % periodCount);
    }

    /** Moves those of the first rows that have no remark to the front, in order, and returns how many there are. */
    int movePlainFirst(BlockRows rows, int count) {
        long[] remarkedKeys = new long[count];
        int[] remarkedNumbers = new int[count];
        int plain = 0;
        int remarked = 0;
        for (int i = 0; i < count; i++) {
            if (rows.isRemarked(numbers[i])) {
                remarkedKeys[remarked] = keys[i];
                remarkedNumbers[remarked++] = numbers[i];
            } else {
                keys[plain] = keys[i];
                numbers[plain++] = numbers[i];
            }
        }
        System.arraycopy(remarkedKeys, 0, keys, plain, remarked);
        System.arraycopy(remarkedNumbers, 0, numbers, plain, remarked);
        return plain;
    }
}
