package org.grassrootskpi.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/**
 * The time that reading so many bytes takes at least: a plain sum over {@code long}s, split among the threads. They are in
 * arrays of eight megabytes, so that a full heap need not have room for all of them in one piece.
 */
final class Bandwidth {
    private static final int LENGTH = 1 << 20;

    private final long[][] numbers;
    private final int threads;

    Bandwidth(long mostBytes, int threads) {
        numbers = new long[arrays(mostBytes)][LENGTH];
        this.threads = threads;
        for (long[] array : numbers) {
            Arrays.setAll(array, i -> i);
        }
    }

    private static int arrays(long bytes) {
        return (int) Math.max(1, (bytes - 1) / ((long) LENGTH * Long.BYTES) + 1);
    }

    long read(long bytes) {
        long length = Math.max(1, bytes / Long.BYTES);
        List<ForkJoinTask<Long>> parts = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            long from = length * t / threads;
            long to = length * (t + 1) / threads;
            parts.add(ForkJoinTask.adapt(() -> sum(from, to)));
        }
        return ForkJoinTask.invokeAll(parts).stream()
                .mapToLong(ForkJoinTask::join)
                .sum();
    }

    private long sum(long from, long to) {
        long sum = 0;
        for (long at = from; at < to; ) {
            long[] array = numbers[(int) (at / LENGTH)];
            int begin = (int) (at % LENGTH);
            int end = (int) Math.min(LENGTH, begin + to - at);
            sum += sum(array, begin, end);
            at += end - begin;
        }
        return sum;
    }

    private static long sum(long[] numbers, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += numbers[i];
        }
        return sum;
    }
}
