package org.grassrootskpi.benchmarks;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.engine.LocalEngine;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultColumn;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** Our side: the questions as a user asks them, by {@link Query}. */
final class OurTable {
    private static final int PARALLEL_ROWS = 1 << 20;
    private static final Dimension PARENT = Dimension.region(RegionLevel.TOWNSHIP);
    private static final Dimension COMMUNITY = Dimension.region(RegionLevel.COMMUNITY);

    private final ObservationTable table;
    private final LocalEngine engine;
    private final int threads;
    private final Map<Question, Query> queries = new EnumMap<>(Question.class);
    private final Map<String, Integer> numbers = new HashMap<>();

    OurTable(ObservationTable table, int threads) {
        this.table = table;
        this.threads = threads;
        this.engine = Engine.local(table).withThreads(threads);
        for (Question question : Question.values()) {
            queries.put(question, query(question).observedOnly());
        }
        for (int i = 0; i < BenchmarkData.INDICATORS; i++) {
            numbers.put(BenchmarkData.indicator(i), i);
        }
        for (int i = 0; i < BenchmarkData.PARENTS; i++) {
            numbers.put(BenchmarkData.parent(i), i);
        }
        for (int i = 0; i < BenchmarkData.COMMUNITIES; i++) {
            numbers.put(BenchmarkData.community(i), i);
        }
    }

    private static Query query(Question question) {
        ImmutableList<String> all = indicators(0, BenchmarkData.INDICATORS);
        return switch (question) {
            case Q1 -> Query.select(all).measures(Measure.sum(), Measure.count());
            case Q2 ->
                Query.select(all)
                        .groupBy(Dimension.sector(), PARENT, Dimension.period(Frequency.ANNUAL))
                        .measures(Measure.sum());
            case Q3 ->
                Query.select(indicators(10, 13))
                        .groupBy(Dimension.indicator(), COMMUNITY)
                        .measures(Measure.sum(), Measure.min(), Measure.max());
            case Q4 ->
                Query.select(all)
                        .groupBy(Dimension.indicator(), COMMUNITY, Dimension.period(Frequency.MONTHLY))
                        .measures(Measure.sum());
            case Q5 ->
                Query.select(BenchmarkData.ratio(0))
                        .groupBy(PARENT, Dimension.period(Frequency.ANNUAL))
                        .measures(Measure.value());
            case Q6 ->
                Query.select(all)
                        .groupBy(Dimension.sector(), PARENT, Dimension.period(Frequency.QUARTERLY))
                        .measures(Measure.yearOnYear());
            case Q7 ->
                Query.select(BenchmarkData.indicator(5))
                        .within(BenchmarkData.parent(123))
                        .during(TimePeriod.ofYear(BenchmarkData.FIRST_YEAR + 2))
                        .groupBy(Dimension.period(Frequency.MONTHLY))
                        .measures(Measure.sum());
        };
    }

    private static ImmutableList<String> indicators(int from, int to) {
        return IntStream.range(from, to).mapToObj(BenchmarkData::indicator).collect(ImmutableList.toImmutableList());
    }

    private ResultTable ask(Question question) {
        return engine.execute(Objects.requireNonNull(queries.get(question)));
    }

    /** Asks, and reads every number and every key of the result. */
    double drain(Question question) {
        ResultTable result = ask(question);
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

    /** The fingerprint of the result. */
    String answer(Question question) {
        ResultTable result = ask(question);
        Answer answer = new Answer();
        boolean oneSubject = question != Question.Q1 && question != Question.Q3 && question != Question.Q4;
        List<ResultColumn<?>> columns =
                oneSubject ? result.columns().subList(1, result.columns().size()) : result.columns();
        for (int row = 0; row < result.rowCount(); row++) {
            answer.row();
            for (ResultColumn<?> column : columns) {
                add(answer, question, Objects.requireNonNull(column.get(row)));
            }
        }
        return answer.fingerprint();
    }

    private void add(Answer answer, Question question, Object element) {
        if (element instanceof Cell cell) {
            if (question == Question.Q5 || question == Question.Q6) {
                answer.add(cell.doubleValue());
            } else {
                BigDecimal value = cell.value().orElseThrow();
                boolean count = cell.unit().code().startsWith("count");
                answer.add((count ? value : value.movePointRight(BenchmarkData.DECIMALS)).longValueExact());
            }
        } else if (element instanceof TimePeriod period) {
            TimePeriod first = TimePeriod.containing(BenchmarkData.month(0).firstDay(), period.frequency());
            answer.add(period.toCode() - first.toCode());
        } else if (element instanceof Region region) {
            answer.add(Objects.requireNonNull(numbers.get(region.code())));
        } else {
            answer.add(Objects.requireNonNull(numbers.get(element.toString())));
        }
    }

    /** Returns the size in bytes of the columns that a question reads: values, periods unless all are selected, regions. */
    long bytes(Question question) {
        return switch (question) {
            case Q1 -> table.blocks().stream().mapToLong(OurTable::values).sum();
            case Q2, Q4, Q6 ->
                table.blocks().stream().mapToLong(OurTable::valuesAndPeriods).sum();
            case Q3 ->
                table.blocks().subList(10, 13).stream()
                        .mapToLong(OurTable::values)
                        .sum();
            case Q5 ->
                table.blocks().subList(90, 92).stream()
                        .mapToLong(OurTable::valuesAndPeriods)
                        .sum();
            case Q7 -> valuesAndPeriods(table.blocks().get(5)) / BenchmarkData.PARENTS / BenchmarkData.YEARS;
        };
    }

    private static long values(SeriesBlock block) {
        return (long) block.rows() * (block.values().intsUnsafe() != null ? Integer.BYTES : Long.BYTES);
    }

    private static long valuesAndPeriods(SeriesBlock block) {
        return values(block) + (long) block.rows() * (block.periods().bytesUnsafe() != null ? 1 : 2);
    }
}
