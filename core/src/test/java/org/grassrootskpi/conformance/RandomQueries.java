package org.grassrootskpi.conformance;

import com.google.common.collect.Sets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.grassrootskpi.conformance.Oracle.Answer;
import org.grassrootskpi.conformance.OracleLines.Line;
import org.grassrootskpi.conformance.TableFixture.Row;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.query.ResultRow;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;

/**
 * Asks an engine and the oracle the same made-up questions.
 *
 * <p>A difference ends the test with the seed, and leaves the world, the query and both answers in a file of
 * {@code target/conformance}; the message names the command that asks that one world's questions again.
 */
public final class RandomQueries {
    /** How many queries each made-up world is asked. */
    public static final int QUERIES_PER_WORLD = 75;

    /** Those of them, after all others, that are drawn around an observation. */
    private static final int OBSERVED = 25;

    private final Function<Shuffled, List<Engine>> engines;
    private final String command;
    private final LongAdder answered = new LongAdder();
    private final LongAdder refusedWhole = new LongAdder();
    private final Map<Reason, Long> refusedCells = new ConcurrentSkipListMap<>();
    private final LongAdder values = new LongAdder();
    private final LongAdder absences = new LongAdder();

    /**
     * Asks engines over a table that use a number of threads.
     *
     * @param command what runs the test that asks; a failure names it together with the seed
     */
    public RandomQueries(String command, BiFunction<ObservationTable, Integer, Engine> engines) {
        this.command = command;
        this.engines = tables -> List.of(
                engines.apply(tables.table(), 1),
                engines.apply(tables.table(), 2),
                engines.apply(tables.shuffled(), 8));
    }

    /**
     * Asks an engine to which the order of the rows means nothing, and that has no threads of its own.
     *
     * @param command what runs the test that asks; a failure names it together with the seed
     */
    public RandomQueries(String command, Function<ObservationTable, Engine> engine) {
        this.command = command;
        this.engines = tables -> List.of(engine.apply(tables.table()));
    }

    /** The same rows, in two orders. */
    private record Shuffled(ObservationTable table, ObservationTable shuffled) {}

    /** Makes the world of a seed and asks its queries; fails at the first difference. May be called by many threads. */
    public void check(long seed) {
        RandomWorld world = new RandomWorld(seed);
        RandomQuery questions = new RandomQuery(world);
        TableSchema schema = world.schema;
        List<Row> rows = world.fixture.rows();
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        var catalog = world.fixture.catalog();
        ObservationTable table = TableFixture.table(catalog, schema, rows);
        List<Engine> all = engines.apply(new Shuffled(table, TableFixture.table(catalog, schema, shuffled)));
        Oracle printed = new Oracle(catalog, schema, rows, Map.of());
        Oracle truth = new Oracle(catalog, schema, rows, world.truth);
        for (int i = 0; i < QUERIES_PER_WORLD; i++) {
            Query query = i < QUERIES_PER_WORLD - OBSERVED ? questions.next() : questions.nextObserved();
            String difference;
            try {
                difference = difference(all, query, printed, truth);
            } catch (RuntimeException e) {
                difference = e.toString() + " at " + List.of(e.getStackTrace()).subList(0, 8);
            }
            if (difference != null) {
                throw new AssertionError(saved(seed, i, query, difference, all.get(0), rows));
            }
        }
    }

    /** What was asked, so that nobody believes in a test that only compares refusals. */
    public String statistics() {
        return answered + " queries answered with " + values + " values, " + absences + " absences and refused cells "
                + refusedCells + "; " + refusedWhole + " refused as a whole";
    }

    private String difference(List<Engine> engines, Query query, Oracle printed, Oracle truth) {
        OracleLines expected = new OracleLines(printed, query);
        Set<Reason> refusals = expected.refusals();
        List<ResultTable> results = new ArrayList<>();
        for (Engine engine : engines) {
            try {
                results.add(engine.execute(query));
            } catch (RefusedException refused) {
                Reason reason = refused.refusals().get(0).reason();
                if (!refusals.contains(reason)) {
                    return "refused: " + refused.getMessage() + ", expected " + refusals;
                }
                refusedWhole.increment();
                return null;
            }
        }
        if (!refusals.isEmpty()) {
            return "not refused, expected " + refusals;
        }
        for (ResultTable other : results) {
            if (!other.equals(results.get(0))) {
                return "threads or order matter:\n" + results.get(0) + "\n" + other;
            }
        }
        String number = NumberOracle.difference(query, results.get(0));
        if (number != null) {
            return number;
        }
        answered.increment();
        if (!ExportOracle.agrees(results.get(0))) {
            return "exported text is not what the cells say:\n" + results.get(0).toCsv();
        }
        boolean trimmed = !query.having().isEmpty()
                || query.limit().isPresent()
                || !query.orderBy().isEmpty();
        if (trimmed) {
            return trimmedDifference(
                    engines.get(0),
                    query,
                    results.get(0),
                    List.copyOf(printed.subjects(query).keySet()));
        }
        return difference(query, results.get(0), expected, new OracleLines(truth, query));
    }

    /** Order, conditions and limit only choose and arrange the rows that there are without them; subjects have the query's order. */
    private static String trimmedDifference(Engine engine, Query query, ResultTable result, List<String> natural) {
        Query all = query.indicators().isEmpty()
                ? Query.selectSector(query.sector().orElseThrow())
                : Query.select(query.indicators());
        all = all.groupBy(query.groupBy().toArray(Dimension[]::new))
                .measures(query.measures().toArray(Measure[]::new))
                .missing(query.missing());
        if (!query.within().isEmpty()) {
            all = all.within(query.within().toArray(String[]::new));
        }
        if (query.during().isPresent()) {
            all = all.during(query.during().get());
        }
        if (query.sourceLevel().isPresent()) {
            all = all.sourcedFrom(
                    query.sourceLevel().get(), query.sourceFrequency().orElseThrow());
        }
        for (var limit : query.where().entrySet()) {
            all = all.where(limit.getKey(), limit.getValue().toArray(String[]::new));
        }
        List<ResultRow> rows = new ArrayList<>(engine.execute(all).rows());
        for (var condition : query.having().entries()) {
            rows.removeIf(row -> row.cell(condition.getKey())
                    .value()
                    .filter(condition.getValue())
                    .isEmpty());
        }
        if (!query.orderBy().isEmpty()) {
            String subject = query.orderBy().get(0).column();
            boolean descending = query.orderBy().get(1).isDescending();
            String column = query.orderBy().get(1).column();
            rows.sort((a, b) -> {
                int order = Integer.compare(
                        natural.indexOf(a.text(subject).orElseThrow()),
                        natural.indexOf(b.text(subject).orElseThrow()));
                Optional<BigDecimal> left = a.cell(column).value();
                Optional<BigDecimal> right = b.cell(column).value();
                if (order != 0 || (left.isEmpty() && right.isEmpty())) {
                    return order;
                }
                if (left.isEmpty() || right.isEmpty()) {
                    return left.isEmpty() ? 1 : -1;
                }
                return descending
                        ? right.get().compareTo(left.get())
                        : left.get().compareTo(right.get());
            });
        }
        OptionalInt limit = query.limit();
        if (limit.isPresent() && limit.getAsInt() < rows.size()) {
            rows = rows.subList(0, limit.getAsInt());
        }
        return rows.equals(result.rows()) ? null : "order, conditions or limit: expected " + rows + "\ngot\n" + result;
    }

    private String difference(Query query, ResultTable result, OracleLines expected, OracleLines truth) {
        Map<Map<String, String>, Line> lines = new LinkedHashMap<>();
        expected.lines().forEach(line -> lines.put(line.key(), line));
        Map<Map<String, String>, Line> trueLines = new HashMap<>();
        truth.lines().forEach(line -> trueLines.put(line.key(), line));
        boolean timeless = expected.periods(new java.time.LocalDate[2]).isEmpty();
        Set<Map<String, String>> keys = new LinkedHashSet<>();
        boolean[] likePeers = new boolean[query.measures().size()];
        for (int m = 0; m < likePeers.length; m++) {
            likePeers[m] = haveLikePeers(query.measures().get(m), m, lines, trueLines);
        }
        for (ResultRow row : result.rows()) {
            Map<String, String> key = key(query, row);
            if (!keys.add(key)) {
                return "row " + key + " twice";
            }
            Line line = lines.get(key);
            for (int m = 0; m < query.measures().size(); m++) {
                Cell cell = row.cell(query.measures().get(m));
                if (timeless) {
                    if (cell.refusal().isEmpty()) {
                        return "there is no data, but " + key + " has " + cell;
                    }
                    continue;
                }
                if (line == null) {
                    return "unexpected row " + key;
                }
                String difference = difference(
                        query.measures().get(m),
                        cell,
                        line.cells().get(m),
                        trueLines.get(key).cells().get(m),
                        likePeers[m]);
                if (difference != null) {
                    return query.measures().get(m) + " at " + key + ": " + difference;
                }
            }
        }
        if (timeless) {
            return null;
        }
        List<Map<String, String>> order = new ArrayList<>(lines.keySet());
        order.retainAll(keys);
        if (!order.equals(List.copyOf(keys))) {
            return "rows in the order " + keys + ", expected " + order;
        }
        boolean hides = query.groupBy().stream().anyMatch(d -> d.kind() == Dimension.Kind.EXTRA);
        for (Line line : lines.values()) {
            boolean empty = true;
            for (int m = 0; m < query.measures().size(); m++) {
                empty &= isEmpty(query.measures().get(m), line.cells().get(m), line.elsewhere());
            }
            if (!keys.contains(line.key()) && !((hides || line.elsewhere()) && empty)) {
                return "missing row " + line.key() + ", expected " + line.cells();
            }
        }
        return null;
    }

    /** Whether a cell is of no row: none with a value, and none without one, which gives a group's own counts a status. */
    private static boolean isEmpty(Measure measure, Object cell, boolean elsewhere) {
        boolean isOwn = measure.kind() == Measure.Kind.COUNT || measure.kind() == Measure.Kind.MIN;
        return !(cell instanceof Answer answer)
                || (answer.present() == 0 && (elsewhere || !isOwn || answer.status() == ObservationStatus.NORMAL));
    }

    private static Map<String, String> key(Query query, ResultRow row) {
        Map<String, String> key = new LinkedHashMap<>();
        key.put("subject", row.text(RandomQuery.subject(query).name()).orElseThrow());
        List<String> combo = new ArrayList<>();
        for (Dimension dimension : query.groupBy()) {
            switch (dimension.kind()) {
                case REGION -> key.put("region", row.region().map(r -> r.code()).orElse("-"));
                case PERIOD -> key.put("period", row.period().orElseThrow().toString());
                case EXTRA -> combo.add(row.text(dimension.name()).orElseThrow());
                default -> {}
            }
        }
        if (!combo.isEmpty()) {
            key.put("combo", combo.toString());
        }
        return key;
    }

    /** Whether a place is among the same regions in truth: a base that prints as zero leaves a region out. */
    private static boolean haveLikePeers(
            Measure measure, int m, Map<Map<String, String>, Line> lines, Map<Map<String, String>, Line> trueLines) {
        return !measure.toString().startsWith("rank")
                || lines.keySet().stream()
                        .allMatch(key -> has(lines.get(key).cells().get(m))
                                == has(trueLines.get(key).cells().get(m)));
    }

    private static boolean has(Object cell) {
        return cell instanceof Answer answer && answer.has();
    }

    private String difference(Measure measure, Cell cell, Object expected, Object truth, boolean likePeers) {
        if (expected instanceof Reason reason) {
            refusedCells.merge(reason, 1L, Long::sum);
            return cell.refusal().filter(r -> r.reason() == reason).isPresent()
                    ? null
                    : "expected the refusal " + reason + ", got " + cell + cell.refusal();
        }
        Answer answer = (Answer) expected;
        boolean same = answer.has() == cell.hasValue()
                && (!answer.has() || sameValue(measure, cell.get(), answer.value()))
                && cell.absence().equals(Optional.ofNullable(answer.absence()))
                && cell.present() == answer.present()
                && cell.expected().orElse(-1) == answer.expected()
                && cell.expectedAtLeast() == answer.atLeast()
                && cell.status() == answer.status()
                && cell.asOf().equals(Optional.ofNullable(answer.asOf()))
                && cell.unpaired() == answer.unpaired()
                && (!answer.has()
                        || Sets.difference(cell.remarks(), Set.of(Remark.UNPAIRED))
                                .equals(answer.remarks()))
                && (answer.qualifier() == null || cell.qualifier() == answer.qualifier());
        if (!same) {
            return "expected " + answer + ", got " + cell + " " + cell.qualifier() + " " + cell.refusal();
        }
        if (!answer.has()) {
            absences.increment();
            return null;
        }
        values.increment();
        Answer hidden = (Answer) truth;
        return hidden.has() && likePeers && !cell.bounds().contains(rounded(hidden.value(), cell))
                ? "bounds " + cell.bounds() + " of " + cell + " do not contain the true " + hidden.value()
                : null;
    }

    /** The true value where it is not the exact one of a cell that leaves nothing open. */
    private static BigDecimal rounded(BigDecimal value, Cell cell) {
        return value.compareTo(cell.get()) == 0 ? cell.get() : value;
    }

    private static boolean sameValue(Measure measure, BigDecimal got, BigDecimal expected) {
        if (measure.toString().contains("quantileSketch")) {
            BigDecimal error = got.subtract(expected).abs().multiply(BigDecimal.valueOf(256));
            return !measure.kind().isAggregate() || error.compareTo(expected.abs()) <= 0;
        }
        return got.compareTo(expected) == 0;
    }

    private String saved(long seed, int number, Query query, String difference, Engine engine, List<Row> rows) {
        StringBuilder text = new StringBuilder()
                .append("seed ")
                .append(seed)
                .append(", query ")
                .append(number)
                .append("; replay with\n  ")
                .append(command)
                .append(" -Dgrassroots.seed=")
                .append(seed)
                .append('\n')
                .append(query)
                .append("\n\n")
                .append(difference)
                .append("\n\n");
        try {
            text.append(engine.plan(query)).append('\n');
        } catch (RuntimeException e) {
            text.append(e).append('\n');
        }
        String summary = text.toString();
        rows.forEach(row -> text.append(row).append('\n'));
        Path file = Path.of("target", "conformance", "seed" + seed + ".txt");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return summary + "saved in " + file;
    }
}
