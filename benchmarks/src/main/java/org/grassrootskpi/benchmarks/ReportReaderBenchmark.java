package org.grassrootskpi.benchmarks;

import java.util.concurrent.TimeUnit;
import org.grassrootskpi.report.FigureReader;
import org.grassrootskpi.report.ReaderVocabulary;
import org.grassrootskpi.report.WorkReport;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.infra.Blackhole;

/** Reading a report: cutting it into clauses and finding its figures, on one thread, in characters a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class ReportReaderBenchmark {
    /** The length of the report in bytes of UTF-8; three of them are a character. */
    @Param({"10000", "1000000", "100000000"})
    public int bytes;

    /** The sample that is repeated. */
    @Param({"PROSE", "TABLES"})
    public String report = "";

    private String text = "";

    /** Builds the report. */
    @Setup
    public void build() {
        text = LongReport.valueOf(report).ofBytes(bytes);
    }

    /** The amount that was read, for JMH to divide by the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {
        /** Characters of the reports read. */
        public long characters;

        /** Figures found. */
        public long figures;
    }

    /**
     * Cuts and reads the report.
     *
     * @param read counts
     * @param sink takes the figures
     */
    @Benchmark
    public void read(Read read, Blackhole sink) {
        FigureReader.read(WorkReport.parse(text), ReaderVocabulary.standard(), figure -> {
            sink.consume(figure);
            read.figures++;
        });
        read.characters += text.length();
    }
}
