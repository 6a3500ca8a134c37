package org.grassrootskpi.benchmarks;

import java.util.concurrent.TimeUnit;
import org.grassrootskpi.quantity.Quantity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading one printed figure. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class QuantityParseBenchmark {
    /** The figure as printed. */
    @Param({"2678家次", "509.45亿元", "六千余次", "6.34%"})
    public String figure = "";

    /**
     * Reads it.
     *
     * @return the quantity, so that reading it cannot be optimised away
     */
    @Benchmark
    public Quantity parse() {
        return Quantity.parse(figure);
    }
}
