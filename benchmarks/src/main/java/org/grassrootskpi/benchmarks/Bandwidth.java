package org.grassrootskpi.benchmarks;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/** The time that reading so many bytes takes at least: a plain sum over a {@code long[]}, split among the threads. */
final class Bandwidth {
    private final long[] numbers;
    private final int threads;

    Bandwidth(long mostBytes, int threads) {
        numbers = new long[Ints.checkedCast(Math.max(1, mostBytes / Long.BYTES))];
        this.threads = threads;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
    }

    long read(long bytes) {
        int length = (int) Math.min(numbers.length, Math.max(1, bytes / Long.BYTES));
        List<ForkJoinTask<Long>> parts = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int from = (int) ((long) length * t / threads);
            int to = (int) ((long) length * (t + 1) / threads);
            parts.add(ForkJoinTask.adapt(() -> sum(from, to)));
        }
        return ForkJoinTask.invokeAll(parts).stream()
                .mapToLong(ForkJoinTask::join)
                .sum();
    }

    private long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += numbers[i];
        }
        return sum;
    }
}
