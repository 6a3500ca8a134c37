package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import org.grassrootskpi.plan.Plan;
import org.grassrootskpi.plan.Planner;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.slots.Workers;
import org.grassrootskpi.table.ObservationTable;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries from a table in memory, on this machine's threads.
 *
 * <p>Answers depend neither on the number of threads nor on the order in which the table was filled: sums are exact, and doubles
 * are added in the order of the table. Immutable and thread-safe.
 */
public final class LocalEngine implements Engine {
    private static final int MOST_JOBS_PER_THREAD = 1 << 6;

    private final ObservationTable table;
    private final @Nullable ObservationTable targets;
    private final Planner planner;
    private final int threads;

    private LocalEngine(ObservationTable table, @Nullable ObservationTable targets, Planner planner, int threads) {
        this.table = table;
        this.targets = targets;
        this.planner = planner;
        this.threads = threads;
    }

    /**
     * Creates an engine with a thread for each processor.
     *
     * @param table the observations
     * @return the engine
     */
    static LocalEngine of(ObservationTable table) {
        return new LocalEngine(
                table, null, Planner.of(table), Runtime.getRuntime().availableProcessors());
    }

    /**
     * Returns this engine with another number of threads.
     *
     * @param count how many threads a query may use, 1 or more
     * @return the engine
     * @throws IllegalArgumentException if the number is less than 1
     */
    public LocalEngine withThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("Expected one thread or more, got " + count);
        }
        return new LocalEngine(table, targets, planner, count);
    }

    /**
     * Returns this engine with targets, which {@code Measure.target()}, {@code Measure.attainment()} and the other measures of
     * targets ask for.
     *
     * @param table the targets, of the same catalogue: each row says what an indicator is to be for a region and a period
     * @return the engine
     * @throws IllegalArgumentException if the catalogue is another
     */
    public LocalEngine withTargets(ObservationTable table) {
        return new LocalEngine(this.table, table, planner.withTargets(Planner.of(table)), threads);
    }

    /** {@return how many threads a query may use} */
    public int threads() {
        return threads;
    }

    @Override
    public ResultTable execute(Query query) {
        Plan plan = planner.plan(query);
        ObservationTable planned = targets;
        if (planned == null) {
            return plan.finish(run(table, plan.rollups()), further -> run(table, further), threads);
        }
        return plan.finish(
                run(table, plan.rollups()),
                further -> run(table, further),
                ofTargets -> run(planned, ofTargets),
                threads);
    }

    private List<RollupResult> run(ObservationTable of, ImmutableList<Rollup> rollups) {
        RollupResult[] results = new RollupResult[rollups.size()];
        // As many as keep all threads busy are run one by one, each by one thread; the rest are cut into chunks.
        int alone = rollups.size() / threads * threads;
        // Thousands are shared by neighbours, of which each lies beside the next in memory, as their results do.
        int jobs = Math.min(alone, threads * MOST_JOBS_PER_THREAD);
        Workers.run(threads, jobs, job -> {
            int end = (int) ((long) alone * (job + 1) / jobs);
            for (int number = (int) ((long) alone * job / jobs); number < end; number++) {
                results[number] = BlockRollup.run(of, rollups.get(number), 1);
            }
        });
        for (int number = alone; number < results.length; number++) {
            results[number] = BlockRollup.run(of, rollups.get(number), threads);
        }
        return Arrays.asList(results);
    }

    @Override
    public Plan plan(Query query) {
        return planner.plan(query);
    }

    @Override
    public Planner planner() {
        return planner;
    }

    /** {@return the table and the number of threads} */
    @Override
    public String toString() {
        return "LocalEngine over " + table + ", " + threads + (threads == 1 ? " thread" : " threads");
    }
}
