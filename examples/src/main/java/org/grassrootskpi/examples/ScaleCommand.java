package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.sql.JdbcStore;
import org.grassrootskpi.sql.ObservationLayout;
import org.grassrootskpi.sql.SqlRollupSource;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the same questions of a table in memory and of a Parquet file through DuckDB or Spark: where each starts to pay. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        description =
                "Makes up observations of every township of the country, asks questions of them in memory and through"
                        + " DuckDB or Spark over Parquet, compares the answers, and prints what it took.")
final class ScaleCommand implements Callable<Integer> {
    private static final int ROUNDS = 3;
    private static final double MEGABYTE = 1e6;

    private enum Store {
        LOCAL,
        DUCKDB,
        SPARK
    }

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many observations, 1 to 1000000000 (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Option(
            names = "--engine",
            split = ",",
            defaultValue = "local,duckdb",
            description =
                    "Of local, duckdb and spark one or several, whose answers are compared then; spark needs Spark on the"
                            + " class path (default: ${DEFAULT-VALUE}).")
    private List<Store> stores = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "Threads of each engine (default: all processors).")
    private @Nullable Integer threads;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description =
                    "How much memory DuckDB may take, such as 512MB; beyond it, it writes to a folder beside the file.")
    private @Nullable String memory;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "Where the Parquet file is kept for the next run (default: a temporary folder, removed at the end).")
    private @Nullable Path folder;

    @Option(names = "--progress", description = "Say on the error output how far a question is that DuckDB answers.")
    private boolean withProgress;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    /** An engine, and how long each question took it at the median. */
    private record Side(Store store, Engine engine, List<Double> millis) {}

    @Override
    public Integer call() throws IOException {
        CommandLine line = spec.commandLine();
        if (rows < 1 || rows > 1_000_000_000) {
            throw new CommandLine.ParameterException(line, "Expected --rows from 1 to 1000000000, got " + rows);
        }
        if (threads != null && threads < 1) {
            throw new CommandLine.ParameterException(line, "Expected --threads of 1 or more, got " + threads);
        }
        if (memory != null && !memory.matches("[1-9]\\d{0,5}(MB|GB)")) {
            throw new CommandLine.ParameterException(
                    line, "Expected --memory such as 512MB or 4GB, got '" + memory + "'");
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CommandLine.ParameterException(line, "Expected a folder for --folder, got the file " + folder);
        }
        PrintWriter out = line.getOut();
        SimulatedRows data = new SimulatedRows(rows);
        out.printf(
                Locale.ROOT,
                "%,d simulated observations: %,d townships, 12 months, %d indicator%s%n",
                rows,
                data.townships(),
                data.indicators(),
                data.indicators() == 1 ? "" : "s");
        Catalog catalog = data.catalog();
        List<Side> sides = new ArrayList<>();
        if (stores.contains(Store.LOCAL)) {
            sides.add(new Side(Store.LOCAL, local(data, catalog, out), new ArrayList<>()));
        }
        if (stores.equals(List.of(Store.LOCAL))) {
            ask(sides, data, out);
            return 0;
        }
        Path place = folder == null ? Files.createTempDirectory("scale") : Files.createDirectories(folder);
        Path file = place.resolve("observations-" + rows + ".parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            limit(connection, place);
            writeParquet(data, connection, file, out);
            if (stores.contains(Store.DUCKDB)) {
                sides.add(new Side(Store.DUCKDB, duckDb(catalog, connection, file, out), new ArrayList<>()));
            }
            if (stores.contains(Store.SPARK)) {
                sides.add(new Side(Store.SPARK, spark(catalog, file, out), new ArrayList<>()));
            }
            ask(sides, data, out);
        } catch (SQLException e) {
            // Behind the first line DuckDB gives hints for who writes SQL.
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new EngineException("DuckDB has stopped: " + reason + "; give it more with --memory", e);
        } finally {
            if (folder == null) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(place.resolve("spill"));
                Files.deleteIfExists(place);
            }
        }
        return 0;
    }

    private Engine local(SimulatedRows data, Catalog catalog, PrintWriter out) {
        long began = System.nanoTime();
        ObservationTable table = data.table(catalog);
        out.printf(
                Locale.ROOT, "local:  a table of %.1f MB, built in %.2f s%n", table.bytes() / MEGABYTE, seconds(began));
        return threads == null ? Engine.local(table) : Engine.local(table).withThreads(threads);
    }

    private void limit(Connection connection, Path place) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            if (threads != null) {
                settings.execute("set threads = " + threads);
            }
            if (memory != null) {
                settings.execute("set memory_limit = '" + memory + "'");
                String spill = place.resolve("spill").toString().replace("'", "''");
                settings.execute("set temp_directory = '" + spill + "'");
            }
        }
    }

    private static void writeParquet(SimulatedRows data, Connection connection, Path file, PrintWriter out)
            throws SQLException, IOException {
        long began = System.nanoTime();
        boolean isNew = !Files.exists(file);
        if (isNew) {
            data.write(connection, file);
        }
        out.printf(
                Locale.ROOT,
                "file:   %.1f MB of Parquet, %s%n",
                Files.size(file) / MEGABYTE,
                isNew ? String.format(Locale.ROOT, "written in %.2f s", seconds(began)) : "of an earlier run");
    }

    private Engine spark(Catalog catalog, Path file, PrintWriter out) {
        if (threads != null && System.getProperty("spark.master") == null) {
            System.setProperty("spark.master", "local[" + threads + "]");
        }
        long began = System.nanoTime();
        Engine engine = SparkEngine.over(file, catalog);
        out.printf(Locale.ROOT, "spark:  started, and what there is, found in %.2f s%n", seconds(began));
        return engine;
    }

    private Engine duckDb(Catalog catalog, Connection connection, Path file, PrintWriter out) {
        long began = System.nanoTime();
        SqlRollupSource source = SqlRollupSource.builder(catalog)
                .build(
                        JdbcStore.of(connection),
                        ObservationLayout.of("read_parquet('" + file.toString().replace("'", "''") + "')"));
        out.printf(Locale.ROOT, "duckdb: what there is, found in %.2f s%n", seconds(began));
        PrintWriter err = spec.commandLine().getErr();
        return source.engine((done, all) -> {
            if (withProgress) {
                err.println("duckdb: " + done + " of " + all + " passes");
                err.flush();
            }
        });
    }

    /** A question, and whether all rows are looked at to answer it. */
    private record Question(String name, Query query, boolean ofAllRows) {}

    private static List<Question> questions(SimulatedRows data) {
        Query all = Query.select(data.indicatorIds());
        Query first = Query.select(SimulatedRows.indicator(0));
        Dimension quarter = Dimension.period(Frequency.QUARTERLY);
        return List.of(
                new Question(
                        "sum and count by indicator",
                        all.groupBy(Dimension.indicator()).measures(Measure.sum(), Measure.count()),
                        true),
                new Question(
                        "sum by indicator, province and quarter",
                        all.groupBy(Dimension.indicator(), Dimension.region(RegionLevel.PROVINCE), quarter)
                                .measures(Measure.sum())
                                .observedOnly(),
                        true),
                new Question(
                        "the ten greatest townships of one indicator",
                        first.groupBy(Dimension.region(RegionLevel.TOWNSHIP))
                                .measures(Measure.value(), Measure.rank())
                                .orderBy(Order.descending(Measure.value()))
                                .limit(10),
                        false),
                new Question(
                        "one province, one indicator, by month",
                        first.within("44").groupBy(Dimension.period(Frequency.MONTHLY)),
                        false));
    }

    private void ask(List<Side> sides, SimulatedRows data, PrintWriter out) throws IOException {
        out.println();
        List<String> head = new ArrayList<>(List.of("question", "groups"));
        sides.forEach(side -> {
            head.add(name(side) + " ms");
            head.add("million rows/s");
        });
        sides.stream().skip(1).forEach(side -> head.add(name(side) + "/" + name(sides.get(0))));
        if (sides.size() > 1) {
            head.add("equal");
        }
        List<List<String>> lines = new ArrayList<>(List.of(head));
        questions(data).forEach(question -> lines.add(line(question, sides)));
        print(lines, out);
        peak().ifPresent(memory -> out.println("greatest memory of the process: " + memory));
        out.flush();
    }

    private List<String> line(Question question, List<Side> sides) {
        List<ResultTable> answers = ask(question.query, sides);
        List<String> line = new ArrayList<>(
                List.of(question.name, Integer.toString(answers.get(0).rowCount())));
        for (Side side : sides) {
            double millis = side.millis.get(side.millis.size() - 1);
            line.add(String.format(Locale.ROOT, "%.1f", millis));
            line.add(question.ofAllRows ? String.format(Locale.ROOT, "%.1f", rows / millis / 1000) : "");
        }
        sides.stream()
                .skip(1)
                .forEach(side -> line.add(String.format(Locale.ROOT, "%.1f", last(side) / last(sides.get(0)))));
        if (sides.size() > 1) {
            boolean isEqual = answers.stream().allMatch(answers.get(0)::equals);
            line.add(isEqual ? "yes" : "NO");
        }
        return line;
    }

    private static String name(Side side) {
        return side.store.toString().toLowerCase(Locale.ROOT);
    }

    private static double last(Side side) {
        return side.millis.get(side.millis.size() - 1);
    }

    /** Asks the engines in turns, once to warm up, and adds the median of the others; returns the answers. */
    private static List<ResultTable> ask(Query query, List<Side> sides) {
        double[][] times = new double[sides.size()][ROUNDS];
        List<ResultTable> answers = new ArrayList<>();
        for (int round = -1; round < ROUNDS; round++) {
            answers.clear();
            for (int i = 0; i < sides.size(); i++) {
                long began = System.nanoTime();
                answers.add(sides.get(i).engine.execute(query));
                if (round >= 0) {
                    times[i][round] = seconds(began) * 1000;
                }
            }
        }
        for (int i = 0; i < sides.size(); i++) {
            Arrays.sort(times[i]);
            sides.get(i).millis.add(times[i][ROUNDS / 2]);
        }
        return answers;
    }

    private static void print(List<List<String>> lines, PrintWriter out) {
        int[] widths = new int[lines.get(0).size()];
        lines.forEach(line -> Arrays.setAll(
                widths, column -> Math.max(widths[column], line.get(column).length())));
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String format = column == 0 ? "%-" + widths[0] + "s" : "  %" + widths[column] + "s";
                text.append(String.format(Locale.ROOT, format, line.get(column)));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Returns the greatest memory that the process has had, where the system tells. */
    private static Optional<String> peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? ImmutableList.copyOf(Files.readAllLines(status)).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.substring("VmHWM:".length()).strip())
                        .findFirst()
                : Optional.empty();
    }
}
