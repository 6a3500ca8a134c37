package org.grassrootskpi.benchmarks;

import java.util.concurrent.TimeUnit;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.table.ObservationTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Building a table of rows that are given in shuffled or in sorted order; making the rows up counts as well. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TableBenchmark {
    /** The number of rows. */
    @Param("1000000")
    public long rows;

    /** Whether they are given in the order of the table. */
    @Param({"false", "true"})
    public boolean sorted;

    private final Catalog catalog = new BenchmarkData(1, false).toCatalog();

    /** The rows. */
    private BenchmarkData data = new BenchmarkData(1, false);

    /** Prepares the rows. */
    @Setup
    public void prepare() {
        data = new BenchmarkData(rows, sorted);
    }

    /**
     * Builds the table.
     *
     * @return the table, so that building it cannot be optimised away
     */
    @Benchmark
    public ObservationTable build() {
        return new TableLoad(data, catalog).load();
    }
}
