package org.grassrootskpi.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.grassrootskpi.io.ObservationCsv;
import org.grassrootskpi.model.Catalog;

/** Reading the same CSV file into a table of ours, on one thread, and into one of DuckDB's, on its threads. */
final class CsvLoad {
    private static final long MOST_ROWS = 2_000_000;
    private static final int ROUNDS = 5;

    private CsvLoad() {}

    /** The medians of both, in words. */
    static String compare(BenchmarkData data, DuckDb duckDb) throws IOException, SQLException {
        BenchmarkData some = data.first(MOST_ROWS);
        Catalog catalog = BenchmarkData.catalog();
        Path file = Files.createTempFile("observations", ".csv");
        try {
            write(some, file);
            double[] ours = new double[ROUNDS];
            double[] theirs = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                long rows = ObservationCsv.of(catalog).read(file).table().rows();
                ours[round] = System.nanoTime() - start;
                if (rows != some.rows()) {
                    throw new IllegalStateException("Expected " + some.rows() + " rows from CSV, got " + rows);
                }
                theirs[round] = duckDb.readCsv(file);
            }
            Arrays.sort(ours);
            Arrays.sort(theirs);
            double own = ours[ROUNDS / 2];
            double other = theirs[ROUNDS / 2];
            return String.format(
                    Locale.ROOT,
                    "csv: %d rows read into a table in %.0f ms on one thread, %.1f million rows a second;"
                            + " DuckDB's read_csv %.0f ms, ratio %.2f",
                    some.rows(),
                    own / 1e6,
                    some.rows() * 1e3 / own,
                    other / 1e6,
                    other / own);
        } finally {
            Files.delete(file);
        }
    }

    private static void write(BenchmarkData data, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("indicator,region,period,value\n");
            data.forEach((indicator, community, month, scaled) -> {
                try {
                    out.write(BenchmarkData.indicator(indicator)
                            + ','
                            + BenchmarkData.community(community)
                            + ','
                            + BenchmarkData.month(month)
                            + ','
                            + BigDecimal.valueOf(scaled, BenchmarkData.DECIMALS)
                            + '\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
