package org.grassrootskpi.benchmarks;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grassrootskpi.table.ObservationTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Our table, DuckDB in two forms, and record streams, on the same data, in turns, in one run; answers are compared. */
@Command(
        name = "SideBySide",
        mixinStandardHelpOptions = true,
        description = "Asks questions of our table, DuckDB and record streams; prints medians as CSV.")
public final class SideBySide implements Callable<Integer> {
    private static final long MOST_STREAMED_ROWS = 20_000_000;
    private static final int WARM_UPS = 3;

    @Option(names = "--rows", required = true, description = "How many rows, 1 to 120000000.")
    private long rows;

    @Option(names = "--threads", defaultValue = "2", description = "Threads for everybody (default: 2).")
    private int threads;

    @Option(names = "--order", defaultValue = "random", description = "How rows are given: random or sorted.")
    private String order = "random";

    @Option(names = "--rounds", defaultValue = "7", description = "Timed rounds (default and least: 7).")
    private int rounds;

    @Option(
            names = "--millis",
            defaultValue = "200",
            description = "How long a short question is asked again in each round (default: 200).")
    private int millis;

    @Option(
            names = "--questions",
            split = ",",
            defaultValue = "seven",
            description =
                    "seven (Q1 to Q7, the default), wide (W1 to W21), targets (T1 and T2), exports (X1 and X2), or only these, such as W5,W6.")
    private List<String> questions = List.of();

    @Option(
            names = "--no-streams",
            description = "Leave record streams out; they take the longest, and are left out above 20 million rows.")
    private boolean withoutStreams;

    @Spec
    private @Nullable CommandSpec spec;

    private enum Side {
        OURS,
        DUCKDB_BEST,
        DUCKDB_NATURAL,
        STREAMS,
        BANDWIDTH
    }

    /** For the command line. */
    SideBySide() {}

    /**
     * Runs it.
     *
     * @param args see {@code --help}
     */
    public static void main(String... args) {
        System.exit(new CommandLine(new SideBySide())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
        if (!order.equals("random") && !order.equals("sorted")) {
            throw new CommandLine.ParameterException(line, "Expected --order random or sorted, got " + order);
        }
        if (rounds < 7 || threads < 1) {
            throw new CommandLine.ParameterException(line, "Expected 7 rounds or more and a thread or more");
        }
        Map<DataSet, List<Question>> asked;
        try {
            asked = asked();
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    line, "Expected seven, wide, targets, exports, or such as W5,W6, got " + questions);
        }
        PrintWriter out = line.getOut();
        out.println("question,rows,ours_ms,duckdb_best_ms,duckdb_natural_ms,streams_ms,ratio_best,ratio_natural,"
                + "bandwidth_ms");
        int disagreements = 0;
        for (Map.Entry<DataSet, List<Question>> ofSet : asked.entrySet()) {
            disagreements += run(ofSet.getKey(), ofSet.getValue(), out, line.getErr());
        }
        return disagreements;
    }

    /** Returns the questions by the data that they are asked of. */
    private Map<DataSet, List<Question>> asked() {
        Stream<Question> all = questions.stream().flatMap(name -> switch (name.toLowerCase(Locale.ROOT)) {
            case "seven" -> Arrays.stream(Question.values()).filter(Question::isPublished);
            case "wide" ->
                Arrays.stream(Question.values())
                        .filter(question -> question.name().startsWith("W"));
            case "targets" ->
                Arrays.stream(Question.values())
                        .filter(question -> question.name().startsWith("T"));
            case "exports" -> Arrays.stream(Question.values()).filter(Question::isExport);
            default -> Stream.of(Question.valueOf(name.toUpperCase(Locale.ROOT)));
        });
        return all.collect(
                Collectors.groupingBy(Question::data, () -> new EnumMap<>(DataSet.class), Collectors.toList()));
    }

    private int run(DataSet set, List<Question> asked, PrintWriter out, PrintWriter log) throws Exception {
        BenchmarkData data = set == DataSet.PLAIN
                ? new BenchmarkData(rows, order.equals("sorted"))
                : new BenchmarkData(set, rows, order.equals("sorted"));
        TableLoad load = new TableLoad(data, data.toCatalog());
        ObservationTable table = load.load();
        OurTable ours = new OurTable(data, table, threads);
        log.println(set + " " + load.report(table));
        log.flush();
        boolean streamed =
                !withoutStreams && rows <= MOST_STREAMED_ROWS && asked.stream().anyMatch(Question::isPublished);
        try (DuckDb duckDb = new DuckDb(threads);
                RecordStreams records = streamed ? new RecordStreams(data, threads) : null) {
            duckDb.load(data);
            if (asked.stream().anyMatch(Question::isAppend)) {
                duckDb.loadAppends(data);
            }
            if (asked.stream().anyMatch(Question::isExport)) {
                duckDb.loadExports(data);
            }
            Bandwidth bandwidth =
                    new Bandwidth(asked.stream().mapToLong(ours::bytes).max().orElse(1), threads);
            return run(new Sides(ours, duckDb, records, bandwidth, millis * 1_000_000L), asked, data, out, log);
        }
    }

    private int run(Sides sides, List<Question> asked, BenchmarkData data, PrintWriter out, PrintWriter log)
            throws Exception {
        int disagreements = 0;
        for (Question question : asked) {
            disagreements += sides.disagreements(question, log);
        }
        Map<Question, Map<Side, double[]>> times = new EnumMap<>(Question.class);
        for (int round = -WARM_UPS; round < rounds; round++) {
            for (Question question : asked) {
                // What the question before left behind in the heap is not to be paid for by this one.
                System.gc();
                for (Side side : Side.values()) {
                    double took = sides.millis(side, question);
                    if (round >= 0) {
                        times.computeIfAbsent(question, q -> new EnumMap<>(Side.class))
                                .computeIfAbsent(side, s -> new double[rounds])[round] = took;
                    }
                }
            }
        }
        times.forEach((question, bySide) -> out.println(line(question, data.rows(), bySide)));
        out.flush();
        return disagreements;
    }

    private static String line(Question question, long rows, Map<Side, double[]> bySide) {
        double ours = median(bySide, Side.OURS);
        double best = median(bySide, Side.DUCKDB_BEST);
        double natural = median(bySide, Side.DUCKDB_NATURAL);
        return String.join(
                ",",
                question.label(),
                Long.toString(rows),
                number(ours),
                number(best),
                number(natural),
                number(median(bySide, Side.STREAMS)),
                number(best / ours),
                number(natural / ours),
                number(median(bySide, Side.BANDWIDTH)));
    }

    private static double median(Map<Side, double[]> bySide, Side side) {
        double[] sorted = bySide.getOrDefault(side, new double[] {Double.NaN}).clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
    }

    /** The sides of the comparison, and how one of them is timed. */
    private record Sides(
            OurTable ours, DuckDb duckDb, @Nullable RecordStreams records, Bandwidth bandwidth, long leastNanos) {
        double millis(Side side, Question question) throws Exception {
            if (!isAsked(side, question)) {
                return Double.NaN;
            }
            // A short question is asked again and again, by every side alike: a dashboard does not ask it once.
            int times = 0;
            long took = 0;
            while (took < leastNanos) {
                took += nanos(side, question);
                times++;
            }
            return took / 1e6 / times;
        }

        private boolean isAsked(Side side, Question question) {
            return switch (side) {
                case OURS, DUCKDB_BEST, BANDWIDTH -> true;
                case DUCKDB_NATURAL -> !question.isAppend();
                case STREAMS -> records != null && question.isPublished();
            };
        }

        private long nanos(Side side, Question question) throws Exception {
            if (side == Side.DUCKDB_BEST && question.isAppend()) {
                return duckDb.append(question);
            }
            long start = System.nanoTime();
            double sink = switch (side) {
                case OURS -> ours.drain(question);
                case DUCKDB_BEST -> ofDuckDb(question, question.best());
                case DUCKDB_NATURAL -> ofDuckDb(question, question.natural());
                case STREAMS ->
                    Objects.requireNonNull(records).ask(question).fingerprint().hashCode();
                case BANDWIDTH -> bandwidth.read(ours.bytes(question));
            };
            if (Double.isInfinite(sink)) {
                throw new IllegalStateException("Expected finite results of " + question + " from " + side);
            }
            return System.nanoTime() - start;
        }

        private double ofDuckDb(Question question, String sql) throws Exception {
            return question.isExport() ? duckDb.export(sql) : duckDb.drain(sql);
        }

        int disagreements(Question question, PrintWriter log) throws Exception {
            if (question.isExport()) {
                boolean isJson = question == Question.X2;
                String best = duckDb.answerOfExport(question.best(), isJson);
                return compare(question, "ours", ours.answer(question), best, log)
                        + compare(question, "natural", duckDb.answerOfExport(question.natural(), isJson), best, log);
            }
            if (question.isAppend()) {
                return compare(question, "ours", ours.answer(question), duckDb.answerAfterAppend(question), log);
            }
            int omitted = question.isApproximate() ? 1 : 0;
            String expected = duckDb.answer(question.best(), omitted);
            int wrong = 0;
            wrong += compare(question, "ours", ours.answer(question), expected, log);
            wrong += compare(question, "DuckDB natural", duckDb.answer(question.natural(), omitted), expected, log);
            if (isAsked(Side.STREAMS, question)) {
                String streamed = Objects.requireNonNull(records).ask(question).fingerprint();
                wrong += compare(question, "streams", streamed, expected, log);
            }
            return wrong;
        }

        private static int compare(Question question, String side, String answer, String expected, PrintWriter log) {
            if (answer.equals(expected)) {
                return 0;
            }
            log.println(question + ": DuckDB best has " + expected + ", " + side + " has " + answer);
            log.flush();
            return 1;
        }
    }
}
