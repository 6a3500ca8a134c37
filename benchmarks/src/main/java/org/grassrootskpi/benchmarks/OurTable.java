package org.grassrootskpi.benchmarks;

import com.google.common.primitives.Longs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntFunction;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.engine.LocalEngine;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultColumn;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Our side: the questions as a user asks them, by {@link Query}. */
final class OurTable {
    private static final int PARALLEL_ROWS = 1 << 20;

    private final ObservationTable table;
    private final LocalEngine engine;
    private final int threads;
    private final BenchmarkData data;
    private final Map<Question, Query> queries = new EnumMap<>(Question.class);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Boolean, NewRows> newRows = new HashMap<>();
    private @Nullable Path exported;

    /** The rows that are appended, as arrays. */
    private static final class NewRows {
        private final int[] indicators;
        private final int[] regions;
        private final int[] periods;
        private final long[] values;

        NewRows(int[] indicators, int[] regions, int[] periods, long[] values) {
            this.indicators = indicators;
            this.regions = regions;
            this.periods = periods;
            this.values = values;
        }
    }

    OurTable(BenchmarkData data, ObservationTable table, int threads) {
        this.data = data;
        this.table = table;
        this.threads = threads;
        LocalEngine engine = Engine.local(table).withThreads(threads);
        this.engine =
                data.set() == DataSet.TARGETS ? engine.withTargets(TableLoad.targets(data, table.catalog())) : engine;
        for (Question question : Question.values()) {
            if (question.data() == data.set()) {
                queries.put(question, QuestionQueries.of(question, data.shape().indicators()));
            }
        }
        put(data.shape().indicators(), BenchmarkData::indicator);
        put(data.shape().sectors(), BenchmarkData::sector);
        put(data.shape().parents(), BenchmarkData::parent);
        put(data.shape().communities(), BenchmarkData::community);
        put(4, TableLoad::source);
    }

    private void put(int size, IntFunction<String> name) {
        for (int i = 0; i < size; i++) {
            numbers.put(name.apply(i), i);
        }
    }

    /** Returns the table with the rows of a new month. */
    private ObservationTable append(Question question) {
        NewRows rows = newRows.computeIfAbsent(question == Question.W19A, this::newRows);
        return table.toBuilder()
                .addAll(rows.indicators, rows.regions, rows.periods, rows.values)
                .build();
    }

    private NewRows newRows(boolean all) {
        List<int[]> keys = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        data.forEachNew(all, (indicator, community, period, value) -> {
            int region = table.regions().numberOf(BenchmarkData.community(community));
            keys.add(new int[] {indicator, region, data.periodCode(period)});
            values.add(value);
        });
        int[][] columns = new int[3][];
        for (int column = 0; column < columns.length; column++) {
            int of = column;
            columns[column] = keys.stream().mapToInt(key -> key[of]).toArray();
        }
        return new NewRows(columns[0], columns[1], columns[2], Longs.toArray(values));
    }

    private ResultTable ask(Question question) {
        return engine.execute(Objects.requireNonNull(queries.get(question)));
    }

    /** Asks, and reads every number and every key of the result. */
    double drain(Question question) {
        if (question.isAppend()) {
            return append(question).rows();
        }
        ResultTable result = ask(question);
        if (question.isExport()) {
            return export(result, question);
        }
        if (threads == 1 || result.rowCount() < PARALLEL_ROWS) {
            return drain(result, 0, result.rowCount());
        }
        List<ForkJoinTask<Double>> parts = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int from = (int) ((long) result.rowCount() * t / threads);
            int to = (int) ((long) result.rowCount() * (t + 1) / threads);
            parts.add(ForkJoinTask.adapt(() -> drain(result, from, to)));
        }
        return ForkJoinTask.invokeAll(parts).stream()
                .mapToDouble(ForkJoinTask::join)
                .sum();
    }

    /** Writes a result to a temporary file, which the next export replaces, and returns its size. */
    private double export(ResultTable result, Question question) {
        try {
            if (exported == null) {
                exported = Files.createTempFile("ours", ".export");
                exported.toFile().deleteOnExit();
            }
            try (Writer out = Files.newBufferedWriter(exported, StandardCharsets.UTF_8)) {
                if (question == Question.X1) {
                    result.writeCsv(out);
                } else {
                    result.writeJson(out);
                }
            }
            return Files.size(exported);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double drain(ResultTable result, int from, int to) {
        double sink = 0;
        for (ResultColumn<?> column : result.columns()) {
            boolean numbers = column.type() == Cell.class;
            for (int row = from; row < to; row++) {
                double number = numbers ? column.doubleAt(row) : column.get(row) == null ? 1 : 0;
                sink += Double.isNaN(number) ? 0 : number;
            }
        }
        return sink;
    }

    /** The fingerprint of the result; of an append that of all months after it. */
    String answer(Question question) {
        if (question.isExport()) {
            export(ask(question), question);
            try {
                return ExportedFile.fingerprint(Objects.requireNonNull(exported), question == Question.X2);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        ResultTable result = question.isAppend()
                ? Engine.local(append(question)).execute(Objects.requireNonNull(queries.get(question)))
                : ask(question);
        Answer answer = new Answer();
        // A subject that is the same in all rows is no column of SQL.
        List<ResultColumn<?>> columns = result.columns().stream()
                .filter(column -> !isConstant(column, question))
                .toList();
        int compared = columns.size() - (question.isApproximate() ? 1 : 0);
        for (int row = 0; row < result.rowCount(); row++) {
            answer.row();
            for (ResultColumn<?> column : columns.subList(0, compared)) {
                add(answer, Objects.requireNonNull(column.get(row)));
            }
        }
        return answer.fingerprint();
    }

    private static boolean isConstant(ResultColumn<?> column, Question question) {
        boolean oneIndicator = question.endIndicator() - question.firstIndicator() == 1 || question == Question.Q5;
        return column.name().equals("topSector")
                || (column.name().equals("indicator") && oneIndicator)
                || (column.name().equals("period") && question == Question.W6);
    }

    private void add(Answer answer, Object element) {
        if (element instanceof Cell cell) {
            add(answer, cell);
        } else if (element instanceof TimePeriod period) {
            TimePeriod first = TimePeriod.containing(data.shape().first().firstDay(), period.frequency());
            answer.add(period.toCode() - first.toCode());
        } else if (element instanceof Region region) {
            answer.add(Objects.requireNonNull(numbers.get(region.code())));
        } else {
            answer.add(Objects.requireNonNull(numbers.get(element.toString())));
        }
    }

    /** Adds money in whole hundredths, counts and ranks as they are, and quotients as doubles. */
    private void add(Answer answer, Cell cell) {
        if (cell.unit().equals(Unit.CNY)) {
            BigDecimal hundredths = cell.value().orElseThrow().movePointRight(BenchmarkData.DECIMALS);
            boolean isRounded = data.set() == DataSet.DOUBLES;
            answer.add((isRounded ? hundredths.setScale(0, RoundingMode.HALF_EVEN) : hundredths).longValueExact());
        } else if (cell.unit().equals(Unit.RATIO) || cell.unit().equals(Unit.PERCENTAGE_POINT)) {
            answer.add(cell.doubleValue());
        } else {
            answer.add(cell.value().orElseThrow().longValueExact());
        }
    }

    /** Returns the size in bytes of the columns that a question reads: values, periods unless all are selected, regions. */
    long bytes(Question question) {
        if (question.isAppend()) {
            NewRows rows = newRows.computeIfAbsent(question == Question.W19A, this::newRows);
            return (long) rows.values.length * (Long.BYTES + Integer.BYTES);
        }
        boolean wholeSeries = question == Question.Q1
                || question == Question.Q3
                || question == Question.W5
                || question == Question.W11S
                || question == Question.W11Q
                || question == Question.W14
                || question == Question.W18A
                || question == Question.W20;
        int end = Math.min(question.endIndicator(), table.blocks().size());
        long bytes = table.blocks().subList(Math.min(question.firstIndicator(), end), end).stream()
                .mapToLong(wholeSeries ? OurTable::values : OurTable::valuesAndPeriods)
                .sum();
        return switch (question) {
            case Q7 -> bytes / BenchmarkData.PARENTS / BenchmarkData.YEARS;
            case W6 -> 2 * bytes / BenchmarkData.YEARS;
            default -> bytes;
        };
    }

    private static long values(SeriesBlock block) {
        boolean isNarrow = block.segments().get(0).values().intsUnsafe() != null;
        return (long) block.rows() * (isNarrow ? Integer.BYTES : Long.BYTES);
    }

    private static long valuesAndPeriods(SeriesBlock block) {
        boolean isNarrow = block.segments().get(0).periods().bytesUnsafe() != null;
        return values(block) + (long) block.rows() * (isNarrow ? 1 : 2);
    }
}
