package org.grassrootskpi.benchmarks;

import java.util.concurrent.TimeUnit;
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

/** The questions of {@link SideBySide} to our table alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class QuestionBenchmark {
    /** The number of rows. */
    @Param("2000000")
    public long rows;

    /** The number of threads that a query may use. */
    @Param("2")
    public int threads;

    /** The question. */
    @Param({"Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7"})
    public Question question = Question.Q1;

    private OurTable table = table(1, 1);

    /** Builds the table. */
    @Setup
    public void load() {
        table = table(rows, threads);
    }

    private static OurTable table(long rows, int threads) {
        BenchmarkData data = new BenchmarkData(rows, false);
        return new OurTable(data, TableLoad.load(data), threads);
    }

    /**
     * Asks the question and reads the result.
     *
     * @return something that depends on every number of it
     */
    @Benchmark
    public double ask() {
        return table.drain(question);
    }
}
