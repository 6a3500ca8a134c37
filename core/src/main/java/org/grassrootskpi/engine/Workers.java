package org.grassrootskpi.engine;

import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Numbered jobs on a number of threads: each takes the next job when it is done with one. */
final class Workers {
    private Workers() {}

    /** Does the jobs from 0 to a number, exclusive; with one thread in their order on the caller's own. */
    static void run(int threads, int jobs, IntConsumer job) {
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
