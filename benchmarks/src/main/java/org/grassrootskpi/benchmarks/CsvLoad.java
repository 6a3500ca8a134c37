package org.grassrootskpi.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.csv.ObservationCsvReader;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.table.ObservationTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Our CSV reader and DuckDB's, from one file into a table of each, in turns, in one run; the tables are compared. */
@Command(
        name = "CsvLoad",
        mixinStandardHelpOptions = true,
        description = "Loads one CSV file into our table and into DuckDB's; prints medians as CSV.")
public final class CsvLoad implements Callable<Integer> {
    @Mixin
    private final LoadOptions options = new LoadOptions(1, 5);

    /** For the command line. */
    CsvLoad() {}

    /**
     * Runs it.
     *
     * @param args see {@code --help}
     */
    public static void main(String... args) {
        System.exit(new CommandLine(new CsvLoad()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        BenchmarkData data = options.data();
        Path file = Files.createTempFile("observations", ".csv");
        try {
            write(data, file);
            return run(file, options.line().getOut());
        } finally {
            Files.delete(file);
        }
    }

    static void write(BenchmarkData data, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("indicator,region,period,value\n");
            data.forEach((indicator, community, month, scaled) -> {
                try {
                    out.write(BenchmarkData.indicator(indicator));
                    out.write(',');
                    out.write(BenchmarkData.community(community));
                    out.write(',');
                    out.write(BenchmarkData.month(month).toString());
                    out.write(',');
                    out.write(Long.toString(scaled / 100));
                    out.write('.');
                    out.write('0' + (int) (scaled % 100 / 10));
                    out.write('0' + (int) (scaled % 10));
                    out.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private int run(Path file, PrintWriter out) throws Exception {
        Catalog catalog = new BenchmarkData(options.rows(), false).toCatalog();
        ObservationCsvReader reader = ObservationCsv.reader(catalog);
        double[] ours = new double[options.rounds()];
        double[] rival = new double[options.rounds()];
        String answer = "";
        String expected = "";
        ForkJoinPool pool = new ForkJoinPool(options.threads());
        try (DuckDb duckDb = new DuckDb(options.threads())) {
            for (int round = -1; round < options.rounds(); round++) {
                long start = System.nanoTime();
                ObservationTable table =
                        pool.submit(() -> reader.read(file).table()).get();
                long took = System.nanoTime() - start;
                long duckTook = duckDb.loadCsv(file);
                if (round >= 0) {
                    ours[round] = took / 1e6;
                    rival[round] = duckTook / 1e6;
                }
                answer = answer(table);
                expected = duckDb.answer("SELECT count(*), sum(value) FROM csv");
            }
        } finally {
            pool.shutdown();
        }
        double mine = median(ours);
        double theirs = median(rival);
        out.println("rows,threads,order,mib,ours_ms,duckdb_ms,ours_rows_per_s,duckdb_rows_per_s,ratio");
        out.println(String.format(
                Locale.ROOT,
                "%d,%d,%s,%.1f,%.1f,%.1f,%.0f,%.0f,%.2f",
                options.rows(),
                options.threads(),
                options.order(),
                Files.size(file) / (double) (1 << 20),
                mine,
                theirs,
                options.rows() * 1e3 / mine,
                options.rows() * 1e3 / theirs,
                theirs / mine));
        if (!answer.equals(expected)) {
            out.println("answers differ: ours " + answer + ", DuckDB " + expected);
        }
        out.flush();
        return answer.equals(expected) ? 0 : 1;
    }

    /** Count and sum of all rows. */
    static String answer(ObservationTable table) {
        long count = 0;
        long sum = 0;
        for (SeriesBlock block : table.blocks()) {
            count += block.rows();
            for (Segment segment : block.segments()) {
                for (int row = 0; row < segment.rows(); row++) {
                    sum += segment.values().unscaled(row);
                }
            }
        }
        Answer answer = new Answer();
        answer.row();
        answer.add(count);
        answer.add(sum);
        return answer.fingerprint();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
