package org.grassrootskpi.benchmarks;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.tables.TableImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
    @Option(names = "--rows", defaultValue = "1000000", description = "How many rows the file has (default: 1000000).")
    private long rows;

    @Option(names = "--threads", defaultValue = "2", description = "Threads for both (default: 2).")
    private int threads = 2;

    @Option(names = "--rounds", defaultValue = "9", description = "Timed rounds (default: 9), after five to warm up.")
    private int rounds = 9;

    @Option(names = "--order", defaultValue = "random", description = "How rows are given: random or sorted.")
    private String order = "random";

    @Spec
    private @Nullable CommandSpec spec;

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
        CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
        if ((!order.equals("random") && !order.equals("sorted")) || rounds < 1 || threads < 1) {
            throw new CommandLine.ParameterException(
                    line, "Expected --order random or sorted, a round or more and a thread or more");
        }
        Path file = Files.createTempFile("observations", ".csv");
        try {
            CsvLoad.write(new BenchmarkData(rows, order.equals("sorted")), file);
            return run(file, line.getOut());
        } finally {
            Files.delete(file);
        }
    }

    private int run(Path file, PrintWriter out) throws Exception {
        double[] ours = new double[rounds];
        double[] rival = new double[rounds];
        double[] ourCpu = new double[rounds];
        double[] rivalCpu = new double[rounds];
        String answer = "";
        String expected = "";
        ForkJoinPool pool = new ForkJoinPool(threads);
        try (DuckDb duckDb = new DuckDb(threads)) {
            for (int round = -5; round < rounds; round++) {
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
                rows,
                threads,
                order,
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
