package org.grassrootskpi.benchmarks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summarizingLong;
import static java.util.stream.Collectors.summingLong;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

/** What one writes without a library: a parallel stream over records, and collectors. */
final class RecordStreams implements AutoCloseable {
    private final Row[] rows;
    private final ForkJoinPool pool;
    private int size;

    private record Row(int indicator, int community, int month, long scaled) {
        int parent() {
            return BenchmarkData.parentOf(community);
        }
    }

    private record Key(int first, int second) {}

    private record Cell(int indicator, int community, int month) {}

    RecordStreams(BenchmarkData data, int threads) {
        rows = new Row[Ints.checkedCast(data.rows())];
        data.forEach(
                (indicator, community, month, scaled) -> rows[size++] = new Row(indicator, community, month, scaled));
        pool = new ForkJoinPool(threads);
    }

    /** The answer to a question; its rows have been made, which is as good as reading them. */
    Answer ask(Question question) throws Exception {
        Callable<Answer> job = () -> switch (question) {
            case Q1 -> byIndicator();
            case Q2 -> byParentAndYear();
            case Q3 -> threeByCommunity();
            case Q4 -> fullGrain();
            case Q5 -> ratio();
            case Q6 -> yearOnYear();
            case Q7 -> dashboard();
        };
        return pool.submit(job).get();
    }

    private Stream<Row> stream() {
        return Arrays.stream(rows).parallel();
    }

    private Answer byIndicator() {
        Map<Integer, LongSummaryStatistics> result =
                stream().collect(groupingBy(Row::indicator, summarizingLong(Row::scaled)));
        Answer answer = new Answer();
        result.forEach((indicator, found) ->
                answer.row().add(indicator).add(found.getSum()).add(found.getCount()));
        return answer;
    }

    private Answer byParentAndYear() {
        Map<Key, Long> result =
                stream().collect(groupingBy(row -> new Key(row.parent(), row.month / 12), summingLong(Row::scaled)));
        Answer answer = new Answer();
        result.forEach((key, sum) -> answer.row().add(key.first).add(key.second).add(sum));
        return answer;
    }

    private Answer threeByCommunity() {
        Map<Key, LongSummaryStatistics> result = stream()
                .filter(row -> row.indicator >= 10 && row.indicator <= 12)
                .collect(groupingBy(row -> new Key(row.indicator, row.community), summarizingLong(Row::scaled)));
        Answer answer = new Answer();
        result.forEach((key, found) -> answer.row()
                .add(key.first)
                .add(key.second)
                .add(found.getSum())
                .add(found.getMin())
                .add(found.getMax()));
        return answer;
    }

    private Answer fullGrain() {
        Map<Cell, Long> result = stream()
                .collect(
                        groupingBy(row -> new Cell(row.indicator, row.community, row.month), summingLong(Row::scaled)));
        Answer answer = new Answer();
        result.forEach((cell, sum) -> answer.row()
                .add(cell.indicator)
                .add(cell.community)
                .add(cell.month)
                .add(sum));
        return answer;
    }

    private Answer ratio() {
        Map<Key, Long> above = sums(90);
        Map<Key, Long> below = sums(91);
        Answer answer = new Answer();
        above.keySet().forEach(key -> below.putIfAbsent(key, 0L));
        below.forEach((key, sum) -> {
            Long part = above.get(key);
            double quotient = part == null || sum == 0 ? Double.NaN : (double) part / sum;
            answer.row().add(key.first).add(key.second).add(quotient);
        });
        return answer;
    }

    private Map<Key, Long> sums(int indicator) {
        return stream()
                .filter(row -> row.indicator == indicator)
                .collect(groupingBy(row -> new Key(row.parent(), row.month / 12), summingLong(Row::scaled)));
    }

    private Answer yearOnYear() {
        Map<Key, Long> result =
                stream().collect(groupingBy(row -> new Key(row.parent(), row.month / 3), summingLong(Row::scaled)));
        Answer answer = new Answer();
        result.forEach((key, sum) -> {
            Long before = result.get(new Key(key.first, key.second - 4));
            double change = before == null || before == 0 ? Double.NaN : (double) sum / before - 1;
            answer.row().add(key.first).add(key.second).add(change);
        });
        return answer;
    }

    private Answer dashboard() {
        Map<Integer, Long> result = stream()
                .filter(row -> row.indicator == 5 && row.parent() == 123 && row.month / 12 == 2)
                .collect(groupingBy(Row::month, summingLong(Row::scaled)));
        Answer answer = new Answer();
        result.forEach((month, sum) -> answer.row().add(month).add(sum));
        return answer;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
