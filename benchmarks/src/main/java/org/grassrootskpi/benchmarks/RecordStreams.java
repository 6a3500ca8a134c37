package org.grassrootskpi.benchmarks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summarizingLong;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.teeing;
import static java.util.stream.Collectors.toMap;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

/** The code that one writes without a library: a parallel stream over records, and collectors. */
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

    private record Pair(Key group, long one, long other) {}

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
            default -> throw new IllegalArgumentException("Expected Q1 to Q7, got " + question);
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
        Map<Key, Long> below = stream()
                .filter(row -> row.indicator == 91)
                .collect(toMap(row -> new Key(row.community, row.month), Row::scaled));
        Stream<Pair> pairs = stream()
                .filter(row -> row.indicator == 90)
                .flatMap(row -> Optional.ofNullable(below.get(new Key(row.community, row.month))).stream()
                        .map(other -> new Pair(new Key(row.parent(), row.month / 12), row.scaled, other)));
        Stream<Key> groups = stream()
                .filter(row -> row.indicator == 90 || row.indicator == 91)
                .map(row -> new Key(row.parent(), row.month / 12));
        return answer(groups, sums(pairs), 0);
    }

    private Answer yearOnYear() {
        Stream<Pair> pairs =
                stream().collect(groupingBy(row -> new Key(row.indicator, row.community))).values().parallelStream()
                        .flatMap(RecordStreams::yearsApart);
        return answer(stream().map(row -> new Key(row.parent(), row.month / 3)), sums(pairs), 1);
    }

    /** The rows of one series that have a row twelve months before, with that. */
    private static Stream<Pair> yearsApart(List<Row> series) {
        Map<Integer, Long> byMonth = series.stream().collect(toMap(Row::month, Row::scaled));
        return series.stream()
                .flatMap(row -> Optional.ofNullable(byMonth.get(row.month - 12)).stream()
                        .map(before -> new Pair(new Key(row.parent(), row.month / 3), row.scaled, before)));
    }

    private static Map<Key, long[]> sums(Stream<Pair> pairs) {
        return pairs.collect(groupingBy(
                Pair::group,
                teeing(summingLong(Pair::one), summingLong(Pair::other), (one, other) -> new long[] {one, other})));
    }

    private static Answer answer(Stream<Key> groups, Map<Key, long[]> sums, int less) {
        Answer answer = new Answer();
        groups.distinct().sequential().forEach(group -> {
            long[] sum = sums.get(group);
            double quotient = sum == null || sum[1] == 0 ? Double.NaN : (double) sum[0] / sum[1] - less;
            answer.row().add(group.first).add(group.second).add(quotient);
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
