package org.grassrootskpi.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The seeds of random tests: the same in every build, so that a build fails by what was changed and not by chance.
 *
 * <p>System properties ask for others: {@code grassroots.seeds=fresh} for new ones, {@code grassroots.seed=<seed>} for one
 * alone. A seed that ever failed is written into {@code failed-seeds.tsv} beside this class and tried in every build.
 */
public final class Seeds {
    private static final String FAILED = "failed-seeds.tsv";
    private static final int FRESH_FACTOR = 10;

    private Seeds() {}

    /**
     * Returns the seeds of a test in this build: those of {@link #known}, or ten times as many new ones where fresh ones are
     * asked for.
     */
    public static LongStream of(Class<?> test, int count) {
        return one() == null && areFresh()
                ? new SplittableRandom().longs((long) FRESH_FACTOR * count)
                : known(test, count);
    }

    /** Returns the seeds of a test that ever failed and the numbers from 1 to {@code count}, or the one asked for. */
    public static LongStream known(Class<?> test, int count) {
        Long one = one();
        return one != null
                ? LongStream.of(one)
                : LongStream.concat(failed(test.getSimpleName()), LongStream.rangeClosed(1, count))
                        .distinct();
    }

    /** Returns whether {@code grassroots.seeds} asks for new seeds; refuses other values than {@code fresh}. */
    public static boolean areFresh() {
        String seeds = System.getProperty("grassroots.seeds", "");
        if (!seeds.isEmpty() && !seeds.equals("fresh")) {
            throw new IllegalArgumentException("Expected -Dgrassroots.seeds=fresh or no such property, got " + seeds);
        }
        return !seeds.isEmpty();
    }

    /** Returns how many tries a property has in this build that has so many in the usual one. */
    static int tries(int usual) {
        return areFresh() ? FRESH_FACTOR * usual : usual;
    }

    /** Returns the only seed to try, from {@code grassroots.seed}. */
    static @Nullable Long one() {
        String seed = System.getProperty("grassroots.seed", "");
        return seed.isEmpty() ? null : Long.valueOf(seed);
    }

    private static LongStream failed(String test) {
        try (InputStream in = Objects.requireNonNull(Seeds.class.getResourceAsStream(FAILED), FAILED);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return LongStream.of(lines.lines()
                    .filter(line -> line.startsWith(test + "\t"))
                    .mapToLong(line -> Long.parseLong(line.split("\t", -1)[1]))
                    .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks new seeds on {@code grassroots.threads} threads (all processors unless given) until {@code grassroots.queries} were
     * asked or {@code grassroots.minutes} are over (20,000 queries if neither is given), and prints each minute how many were.
     * The first failure ends it and is thrown.
     *
     * @param queries how many queries are asked of each seed
     * @return how many queries were asked
     */
    public static long checkFresh(int queries, LongConsumer check) throws InterruptedException {
        int threads =
                Integer.getInteger("grassroots.threads", Runtime.getRuntime().availableProcessors());
        Integer minutes = Integer.getInteger("grassroots.minutes");
        long limit = Long.getLong("grassroots.queries", minutes == null ? 20_000 : Long.MAX_VALUE);
        long start = System.nanoTime();
        long end = minutes == null ? Long.MAX_VALUE : minutes * 60_000_000_000L;
        AtomicLong begun = new AtomicLong();
        AtomicLong done = new AtomicLong();
        AtomicLong minute = new AtomicLong();
        AtomicBoolean failed = new AtomicBoolean();
        Runnable worker = () -> {
            SplittableRandom random = new SplittableRandom();
            while (!failed.get()
                    && System.nanoTime() - start < end
                    && begun.getAndUpdate(n -> n >= limit ? n : n + queries) < limit) {
                long seed = random.nextLong();
                try {
                    check.accept(seed);
                } catch (RuntimeException e) {
                    failed.set(true);
                    throw new IllegalStateException("seed " + seed + " ended with " + e, e);
                } catch (Error e) {
                    failed.set(true);
                    throw e;
                }
                long asked = done.addAndGet(queries);
                long now = (System.nanoTime() - start) / 60_000_000_000L;
                if (minute.getAndSet(now) != now) {
                    System.out.println(spoken(asked, System.nanoTime() - start, threads));
                }
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<?> future : IntStream.range(0, threads)
                    .<Future<?>>mapToObj(i -> pool.submit(worker))
                    .toList()) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdown();
        }
        System.out.println(spoken(done.get(), System.nanoTime() - start, threads));
        return done.get();
    }

    private static String spoken(long asked, long nanos, int threads) {
        return String.format(
                Locale.ROOT,
                "%,d fresh queries compared in %,d s on %d threads",
                asked,
                nanos / 1_000_000_000,
                threads);
    }
}
