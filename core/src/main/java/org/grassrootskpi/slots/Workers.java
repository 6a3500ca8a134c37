package org.grassrootskpi.slots;

import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs numbered jobs on a number of threads: each thread takes the next job when it has finished one. */
public final class Workers {
    private Workers() {}

    /**
     * Runs jobs; with one thread in order, on the calling thread.
     *
     * @param threads how many threads run them at most, 1 or more
     * @param jobs their numbers are those from 0 to this, exclusive
     * @param job runs one of them
     */
    public static void run(int threads, int jobs, IntConsumer job) {
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int number = next.getAndIncrement(); number < jobs; number = next.getAndIncrement()) {
                job.accept(number);
            }
        };
        int workers = Math.min(threads, jobs);
        if (workers <= 1) {
            worker.run();
        } else {
            ForkJoinTask.invokeAll(IntStream.range(0, workers)
                    .mapToObj(number -> ForkJoinTask.adapt(worker))
                    .toList());
        }
    }
}
