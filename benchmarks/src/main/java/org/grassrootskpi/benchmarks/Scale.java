package org.grassrootskpi.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.sql.JdbcStore;
import org.grassrootskpi.sql.ObservationLayout;
import org.grassrootskpi.sql.SqlRollupSource;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where each engine starts to pay: observations in Parquet files, asked through DuckDB, and loaded into a table and asked there. */
@Command(
        name = "Scale",
        mixinStandardHelpOptions = true,
        description =
                "Writes simulated observations as Parquet files, asks both engines, compares the answers; prints times as CSV.")
public final class Scale implements Callable<Integer> {
    private static final int ROUNDS = 3;

    @Option(names = "--rows", required = true, description = "How many rows, 1 to 120000000.")
    private long rows;

    @Option(names = "--threads", defaultValue = "2", description = "DuckDB's threads (default: 2).")
    private int threads;

    @Option(
            names = "--memory",
            defaultValue = "",
            description = "DuckDB's memory limit, such as 512MB (default: its own).")
    private String memory = "";

    @Option(names = "--engine", defaultValue = "both", description = "duckdb alone, or both (the default).")
    private String engine = "both";

    @Option(names = "--folder", required = true, description = "A folder for the Parquet files, kept for the next run.")
    private Path folder = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    /** For the command line. */
    Scale() {}

    /**
     * Runs it.
     *
     * @param args see {@code --help}
     */
    public static void main(String... args) {
        System.exit(new CommandLine(new Scale()).execute(args));
    }

    private static Map<String, Query> questions() {
        List<String> flows =
                IntStream.range(0, 80).mapToObj(BenchmarkData::indicator).toList();
        Map<String, Query> questions = new LinkedHashMap<>();
        questions.put(
                "sum and count of 80 indicators",
                Query.select(flows).groupBy(Dimension.indicator()).measures(Measure.sum(), Measure.count()));
        questions.put(
                "sum of 80 indicators by township and year",
                Query.select(flows)
                        .groupBy(
                                Dimension.indicator(),
                                Dimension.region(RegionLevel.TOWNSHIP),
                                Dimension.period(Frequency.ANNUAL))
                        .measures(Measure.sum()));
        questions.put(
                "year on year of one indicator by township and quarter",
                Query.select(flows.get(0))
                        .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.QUARTERLY))
                        .measures(Measure.yearOnYear()));
        questions.put(
                "one community, one indicator, by month",
                Query.select(flows.get(0))
                        .within(BenchmarkData.community(0))
                        .groupBy(Dimension.period(Frequency.MONTHLY)));
        return questions;
    }

    @Override
    public Integer call() throws SQLException, IOException {
        PrintWriter out = (spec == null ? new CommandLine(this).getCommandSpec() : spec)
                .commandLine()
                .getOut();
        BenchmarkData data = new BenchmarkData(rows, true);
        Catalog catalog = data.toCatalog();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement settings = connection.createStatement()) {
            settings.execute("set threads = " + threads);
            if (!memory.isEmpty()) {
                settings.execute("set memory_limit = '" + memory + "'");
                settings.execute("set temp_directory = '" + folder + "/spill'");
            }
            write(data, connection, out);
            List<Engine> engines = new ArrayList<>();
            long began = System.nanoTime();
            engines.add(SqlRollupSource.builder(catalog)
                    .build(JdbcStore.of(connection), ObservationLayout.of("read_parquet('" + folder + "/*/*.parquet')"))
                    .engine());
            out.printf(Locale.ROOT, "DuckDB: what there is, read in %.2f s%n", seconds(began));
            if (engine.equals("both")) {
                began = System.nanoTime();
                engines.add(Engine.local(TableLoad.load(data)));
                out.printf(Locale.ROOT, "table: built in %.2f s%n", seconds(began));
            }
            out.println("question,rows,duckdb_ms,duckdb_million_rows_per_s,table_ms,ratio,equal");
            for (Map.Entry<String, Query> question : questions().entrySet()) {
                ask(question.getKey(), question.getValue(), engines, out);
            }
            out.println("greatest resident memory: " + peak());
            out.flush();
        }
        return 0;
    }

    private void ask(String name, Query query, List<Engine> engines, PrintWriter out) {
        double[] medians = new double[engines.size()];
        List<ResultTable> answers = new ArrayList<>();
        double[][] times = new double[engines.size()][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            answers.clear();
            for (int i = 0; i < engines.size(); i++) {
                long began = System.nanoTime();
                answers.add(engines.get(i).execute(query));
                if (round >= 0) {
                    times[i][round] = seconds(began) * 1000;
                }
            }
        }
        for (int i = 0; i < medians.length; i++) {
            Arrays.sort(times[i]);
            medians[i] = times[i][ROUNDS / 2];
        }
        boolean hasBoth = engines.size() > 1;
        out.printf(
                Locale.ROOT,
                "%s,%d,%.1f,%.1f,%s,%s,%s%n",
                name,
                rows,
                medians[0],
                rows / medians[0] / 1000,
                hasBoth ? String.format(Locale.ROOT, "%.2f", medians[1]) : "",
                hasBoth ? String.format(Locale.ROOT, "%.1f", medians[0] / medians[1]) : "",
                hasBoth ? answers.get(0).equals(answers.get(1)) : "");
        out.flush();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Writes the rows as one folder of Parquet files for each indicator, in texts and decimals, unless they are there. */
    private void write(BenchmarkData data, Connection connection, PrintWriter out) throws SQLException, IOException {
        Path done = folder.resolve("rows-" + rows);
        if (Files.exists(done)) {
            return;
        }
        long began = System.nanoTime();
        Path source = Files.createTempFile(folder, "rows", ".duckdb");
        Files.delete(source);
        try (Statement statement = connection.createStatement()) {
            statement.execute("attach '" + source + "' as source");
            statement.execute(
                    "create table source.observation (indicator varchar, region varchar, period varchar, value decimal(18,2))");
            try (DuckDBAppender appender =
                    connection.unwrap(DuckDBConnection.class).createAppender("source", "main", "observation")) {
                data.forEach((indicator, community, period, scaled) ->
                        append(appender, indicator, community, period, scaled));
            }
            statement.execute(
                    "copy source.observation to '" + folder
                            + "' (format parquet, partition_by (indicator), write_partition_columns true, overwrite_or_ignore true)");
            statement.execute("detach source");
        }
        Files.delete(source);
        Files.createFile(done);
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
                bytes += Files.size(file);
            }
            out.printf(
                    Locale.ROOT,
                    "%d rows written as %.1f MB of Parquet in %.1f s%n",
                    rows,
                    bytes / 1e6,
                    seconds(began));
            out.flush();
        }
    }

    private static void append(DuckDBAppender appender, int indicator, int community, int period, long scaled) {
        try {
            appender.beginRow();
            appender.append(BenchmarkData.indicator(indicator));
            appender.append(BenchmarkData.community(community));
            appender.append(BenchmarkData.month(period).toString());
            appender.append(BigDecimal.valueOf(scaled, BenchmarkData.DECIMALS));
            appender.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB takes no more rows", e);
        }
    }

    /** Returns the greatest memory that the process has had, where the system tells. */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.substring("VmHWM:".length()).strip())
                .findFirst()
                .orElse("unknown");
    }
}
