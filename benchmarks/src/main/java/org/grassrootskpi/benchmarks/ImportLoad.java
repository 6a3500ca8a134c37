package org.grassrootskpi.benchmarks;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.tables.TableImport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@link TableImport} and DuckDB's {@code read_csv}, from one file into a table of each, in turns, in one run: both are given the file
 * alone, and find out themselves what it holds. The tables are compared.
 */
@Command(
        name = "ImportLoad",
        mixinStandardHelpOptions = true,
        description =
                "Imports one CSV file, of which nothing is said, into our table and into DuckDB's; prints medians as CSV.")
public final class ImportLoad implements Callable<Integer> {
    @Mixin
    private final LoadOptions options = new LoadOptions(2, 9);

    /** For the command line. */
    ImportLoad() {}

    /**
     * Runs it.
     *
     * @param args see {@code --help}
     */
    public static void main(String... args) {
        System.exit(new CommandLine(new ImportLoad()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        BenchmarkData data = options.data();
        Path file = Files.createTempFile("observations", ".csv");
        try {
            CsvLoad.write(data, file);
            return run(file, options.line().getOut());
        } finally {
            Files.delete(file);
        }
    }

    private int run(Path file, PrintWriter out) throws Exception {
        double[] ours = new double[options.rounds()];
        double[] rival = new double[options.rounds()];
        double[] ourCpu = new double[options.rounds()];
        double[] rivalCpu = new double[options.rounds()];
        String answer = "";
        String expected = "";
        ForkJoinPool pool = new ForkJoinPool(options.threads());
        try (DuckDb duckDb = new DuckDb(options.threads())) {
            for (int round = -5; round < options.rounds(); round++) {
                long cpuStart = cpuTime();
                long start = System.nanoTime();
                ObservationTable table =
                        pool.submit(() -> TableImport.of(file).read().table()).get();
                long took = System.nanoTime() - start;
                long cpuBetween = cpuTime();
                long duckTook = duckDb.importCsv(file);
                long cpuEnd = cpuTime();
                if (round >= 0) {
                    ourCpu[round] = (cpuBetween - cpuStart) / 1e6;
                    rivalCpu[round] = (cpuEnd - cpuBetween) / 1e6;
                    ours[round] = took / 1e6;
                    rival[round] = duckTook / 1e6;
                }
                answer = CsvLoad.answer(table);
                expected = duckDb.answer("SELECT count(*), sum(round(value * 100)::BIGINT) FROM csv");
            }
        } finally {
            pool.shutdown();
        }
        double mine = CsvLoad.median(ours);
        double theirs = CsvLoad.median(rival);
        out.println("rows,threads,order,mib,ours_ms,duckdb_ms,ratio,ours_cpu_ms,duckdb_cpu_ms,cpu_ratio");
        out.println(String.format(
                Locale.ROOT,
                "%d,%d,%s,%.1f,%.1f,%.1f,%.2f,%.1f,%.1f,%.2f",
                options.rows(),
                options.threads(),
                options.order(),
                Files.size(file) / (double) (1 << 20),
                mine,
                theirs,
                theirs / mine,
                CsvLoad.median(ourCpu),
                CsvLoad.median(rivalCpu),
                CsvLoad.median(rivalCpu) / CsvLoad.median(ourCpu)));
        if (!answer.equals(expected)) {
            out.println("answers differ: ours " + answer + ", DuckDB " + expected);
        }
        out.flush();
        return answer.equals(expected) ? 0 : 1;
    }

    /** The time of all threads of this process, DuckDB's, the compiler's and the collector's among them, in nanoseconds. */
    private static long cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
