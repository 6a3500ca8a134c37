package org.grassrootskpi.benchmarks;

import java.io.PrintWriter;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duckdb.DuckDBConnection;
import org.grassrootskpi.benchmarks.SmallQuestion.Kind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Small questions from several clients at once, answered by our table, DuckDB and a map; answers are compared. */
@Command(
        name = "Dashboard",
        mixinStandardHelpOptions = true,
        description = "Asks small questions from several clients; prints throughput and percentiles as CSV.")
public final class Dashboard implements Callable<Integer> {
    private static final int COMPARED = 2_000;
    private static final double SLACK = 1e-9;
    private static final long NANOS = 1_000_000_000;

    @Option(names = "--rows", defaultValue = "2000000", description = "How many rows (default: 2000000).")
    private long rows;

    @Option(names = "--clients", defaultValue = "2", description = "Threads that ask at the same time (default: 2).")
    private int clients;

    @Option(names = "--millis", defaultValue = "3000", description = "How long each side is asked (default: 3000).")
    private int millis;

    @Option(names = "--rounds", defaultValue = "3", description = "Timed rounds (default: 3), after one to warm up.")
    private int rounds;

    @Option(names = "--questions", defaultValue = "100000", description = "Different questions (default: 100000).")
    private int questions;

    @Option(names = "--only", defaultValue = "", description = "Ask one side only: ours, duckdb or map.")
    private String only = "";

    @Spec
    private @Nullable CommandSpec spec;

    /** For the command line. */
    Dashboard() {}

    /**
     * Runs it.
     *
     * @param args see {@code --help}
     */
    public static void main(String... args) {
        System.exit(new CommandLine(new Dashboard()).execute(args));
    }

    /** The nanoseconds that answers took. */
    private static final class Times {
        private long[] nanos = new long[1 << 12];
        private int size;

        void add(long took) {
            if (size == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * size);
            }
            nanos[size++] = took;
        }

        void addAll(Times other) {
            for (int i = 0; i < other.size; i++) {
                add(other.nanos[i]);
            }
        }

        /** The middle one and the one below which 99 of 100 are, in microseconds. */
        String percentiles() {
            long[] sorted = Arrays.copyOf(nanos, size);
            Arrays.sort(sorted);
            return size == 0
                    ? ","
                    : String.format(
                            Locale.ROOT, "%.1f,%.1f", sorted[size / 2] / 1e3, sorted[(int) (size * 0.99)] / 1e3);
        }
    }

    /** The times of a side by the kind of question. */
    private static final class SideTimes {
        private final Map<Kind, Times> ofKinds = new EnumMap<>(Kind.class);
        private final List<Double> perSecond = new ArrayList<>();

        Times of(Kind kind) {
            return ofKinds.computeIfAbsent(kind, of -> new Times());
        }

        void addAll(SideTimes other) {
            other.ofKinds.forEach((kind, times) -> of(kind).addAll(times));
        }

        Times all() {
            Times all = new Times();
            ofKinds.values().forEach(all::addAll);
            return all;
        }
    }

    @Override
    public Integer call() throws Exception {
        CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
        if (clients < 1 || millis < 1 || rounds < 1 || questions < 1) {
            throw new CommandLine.ParameterException(
                    line, "Expected a client, a millisecond, a round and a question or more");
        }
        PrintWriter out = line.getOut();
        BenchmarkData data = new BenchmarkData(rows, false);
        List<SmallQuestion> asked = SmallQuestion.of(data, questions);
        Map<String, DashboardSide> sides = new LinkedHashMap<>();
        Connection connection = DashboardSide.Duck.connect();
        try (DuckDb duckDb = new DuckDb((DuckDBConnection) connection, clients)) {
            if (isAsked("ours")) {
                sides.put("ours", DashboardSide.Ours.of(TableLoad.load(data)));
            }
            if (isAsked("duckdb")) {
                duckDb.load(data);
                sides.put("duckdb", new DashboardSide.Duck(((DuckDBConnection) connection).duplicate()));
            }
            if (isAsked("map")) {
                sides.put("map", DashboardSide.Cube.of(data));
            }
            int disagreements = compare(sides, asked.subList(0, Math.min(COMPARED, asked.size())), line.getErr());
            run(sides, asked, out);
            for (DashboardSide side : sides.values()) {
                side.close();
            }
            return disagreements;
        }
    }

    private boolean isAsked(String side) {
        return only.isEmpty() || only.equals(side);
    }

    private static int compare(Map<String, DashboardSide> sides, List<SmallQuestion> asked, PrintWriter log)
            throws Exception {
        int disagreements = 0;
        for (SmallQuestion question : asked) {
            double expected = Double.NaN;
            for (Map.Entry<String, DashboardSide> side : sides.entrySet()) {
                double answer = side.getValue().ask(question);
                if (Double.isNaN(answer)) {
                    log.println(question + ": no answer from " + side.getKey());
                    disagreements++;
                } else if (Double.isNaN(expected)) {
                    expected = answer;
                } else if (Math.abs(answer - expected) > SLACK * Math.max(1, Math.abs(expected))) {
                    log.println(question + ": " + expected + ", but " + side.getKey() + " has " + answer);
                    disagreements++;
                }
            }
        }
        log.flush();
        return disagreements;
    }

    private void run(Map<String, DashboardSide> sides, List<SmallQuestion> asked, PrintWriter out) throws Exception {
        Map<String, SideTimes> times = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            for (int round = -1; round < rounds; round++) {
                for (Map.Entry<String, DashboardSide> side : sides.entrySet()) {
                    System.gc();
                    long start = System.nanoTime();
                    List<Future<SideTimes>> running = new ArrayList<>();
                    for (int client = 0; client < clients; client++) {
                        int first = (int) ((long) asked.size() * client / clients);
                        DashboardSide own = side.getValue().another();
                        running.add(pool.submit(() -> ask(own, asked, first, start + millis * (NANOS / 1000))));
                    }
                    SideTimes all = new SideTimes();
                    for (Future<SideTimes> client : running) {
                        all.addAll(client.get());
                    }
                    double took = (System.nanoTime() - start) / (double) NANOS;
                    if (round >= 0) {
                        SideTimes known = times.computeIfAbsent(side.getKey(), name -> new SideTimes());
                        known.addAll(all);
                        known.perSecond.add(all.all().size / took);
                    }
                }
            }
        } finally {
            pool.shutdown();
        }
        out.println("side,question,rows,clients,questions_per_s,p50_us,p99_us");
        times.forEach((side, all) -> print(side, all, out));
        out.flush();
    }

    private static SideTimes ask(DashboardSide side, List<SmallQuestion> asked, int first, long end) throws Exception {
        SideTimes times = new SideTimes();
        double sink = 0;
        int at = first;
        for (long before = System.nanoTime(); before < end; ) {
            SmallQuestion question = asked.get(at);
            at = at + 1 == asked.size() ? 0 : at + 1;
            sink += side.ask(question);
            long after = System.nanoTime();
            times.of(question.kind()).add(after - before);
            before = after;
        }
        if (Double.isNaN(sink)) {
            throw new IllegalStateException("Expected an answer to every question");
        }
        return times;
    }

    private void print(String side, SideTimes times, PrintWriter out) {
        double[] sorted = times.perSecond.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        String head = side + ",%s," + rows + "," + clients + ",%s,%s";
        String median = String.format(Locale.ROOT, "%.0f", sorted[sorted.length / 2]);
        out.println(String.format(Locale.ROOT, head, "all", median, times.all().percentiles()));
        for (Kind kind : Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            out.println(
                    String.format(Locale.ROOT, head, name, "", times.of(kind).percentiles()));
        }
    }
}
