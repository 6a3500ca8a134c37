package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;

class ConcurrentUseTest {
    private static final int THREADS = 16;
    private static final int ROUNDS = 20;

    private static final List<Query> QUERIES = List.of(
            Query.select("handled")
                    .groupBy(Dimension.region(RegionLevel.COMMUNITY), Dimension.period(Frequency.QUARTERLY))
                    .measures(Measure.value(), Measure.share(), Measure.rank()),
            Query.select("handled")
                    .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.MONTHLY))
                    .measures(Measure.yearToDate(), Measure.yearOnYear(), Measure.quantile(0.5)),
            Query.select("staff")
                    .groupBy(Dimension.period(Frequency.ANNUAL))
                    .measures(Measure.value(), Measure.yearOnYear(), Measure.coverage()));

    private static Engine engine() {
        TableFixture fixture = new TableFixture()
                .region("t", RegionLevel.TOWNSHIP, "")
                .sector("s", "")
                .indicator("handled", IndicatorKind.FLOW, "count:宗", 0)
                .indicator("staff", IndicatorKind.STOCK, "count:人", 0);
        for (int community = 0; community < 12; community++) {
            fixture.region("c" + community, RegionLevel.COMMUNITY, "t");
        }
        for (int community = 0; community < 12; community++) {
            for (int month = 0; month < 24; month++) {
                String period = (2023 + month / 12) + "-" + (month % 12 < 9 ? "0" : "") + (month % 12 + 1);
                fixture.row("handled", "c" + community, period, String.valueOf(7 * community + month));
                if ((community + month) % 5 > 0) {
                    fixture.row("staff", "c" + community, period, String.valueOf(100 + community - month));
                }
            }
        }
        return Engine.local(fixture.table());
    }

    /** Every thread asks every question of one engine, all beginning at once, and reads every cell. */
    @Test
    void answersSixteenThreadsAsItAnswersOne() throws Exception {
        List<String> expected =
                QUERIES.stream().map(query -> print(engine().execute(query))).toList();
        Engine shared = engine();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Callable<List<String>> asks = () -> {
            start.await();
            List<String> answers = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                QUERIES.forEach(query -> answers.add(print(shared.execute(query))));
            }
            return answers;
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<String>>> found = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                found.add(threads.submit(asks));
            }
            for (Future<List<String>> answers : found) {
                for (int i = 0; i < ROUNDS * QUERIES.size(); i++) {
                    assertThat(answers.get().get(i)).isEqualTo(expected.get(i % QUERIES.size()));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Sixteen threads read the cells of one result, which are computed as they are asked for. */
    @Test
    void givesSixteenThreadsTheSameCellsOfOneResult() throws Exception {
        for (Query query : QUERIES) {
            String expected = print(engine().execute(query));
            ResultTable shared = engine().execute(query);
            CyclicBarrier start = new CyclicBarrier(THREADS);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<String>> found = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    found.add(threads.submit(() -> {
                        start.await();
                        return print(shared);
                    }));
                }
                for (Future<String> answer : found) {
                    assertThat(answer.get()).isEqualTo(expected);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static String print(ResultTable result) {
        return result.toCsv();
    }
}
