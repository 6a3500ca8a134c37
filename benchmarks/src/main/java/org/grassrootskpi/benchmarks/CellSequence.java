package org.grassrootskpi.benchmarks;

/**
 * The numbers from 0 to a limit, exclusive, in an order that looks random and costs no memory: a Feistel network over the
 * next even power of two, from which numbers beyond the limit are skipped. Fixed: every run has the same order.
 */
final class CellSequence {
    private static final int ROUNDS = 4;
    private static final long SEED = 20261123;

    private final long limit;
    private final int halfBits;
    private final long mask;
    private long next;

    CellSequence(long limit) {
        this.limit = limit;
        halfBits = (Long.SIZE - Long.numberOfLeadingZeros(Math.max(3, limit - 1)) + 1) / 2;
        mask = (1L << halfBits) - 1;
    }

    /** The next number; the caller asks at most as many times as there are numbers. */
    long next() {
        long cell;
        do {
            cell = permuted(next++);
        } while (cell >= limit);
        return cell;
    }

    /** Returns whether {@link #next} has returned this number already. */
    boolean hasGiven(long cell) {
        return origin(cell) < next;
    }

    private long permuted(long number) {
        long left = number >>> halfBits;
        long right = number & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = left ^ mix(right, round);
            left = right;
            right = mixed & mask;
        }
        return left << halfBits | right;
    }

    private long origin(long cell) {
        long left = cell >>> halfBits;
        long right = cell & mask;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long mixed = right ^ mix(left, round);
            right = left;
            left = mixed & mask;
        }
        return left << halfBits | right;
    }

    private long mix(long half, int round) {
        return spread(half + round * 0x9E3779B97F4A7C15L + SEED) & mask;
    }

    /** The finishing step of SplitMix64: every bit of the input moves about half of the output. */
    static long spread(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
