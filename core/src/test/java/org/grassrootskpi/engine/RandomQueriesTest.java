package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.grassrootskpi.conformance.RandomQueries;
import org.grassrootskpi.conformance.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Made-up queries, each answered by the engine with 1, 2 and 8 threads and by an oracle: the same in every build, or new
 * ones, as {@link Seeds} says. What went wrong is saved in {@code target/conformance}.
 */
class RandomQueriesTest {
    private static final int WORLDS = 12;

    private static final RandomQueries QUERIES = new RandomQueries(
            "mvn -pl core test -Dtest=RandomQueriesTest",
            (table, threads) -> Engine.local(table).withThreads(threads));

    static LongStream seeds() {
        return Seeds.known(RandomQueriesTest.class, WORLDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void engineAndOracleAgreeToTheLastDigit(long seed) {
        QUERIES.check(seed);
    }

    /** No test at all unless fresh seeds are asked for. */
    @TestFactory
    Stream<DynamicTest> freshQueries() {
        return Seeds.areFresh()
                ? Stream.of(DynamicTest.dynamicTest(
                        "engine and oracle agree on fresh queries",
                        () -> Seeds.checkFresh(RandomQueries.QUERIES_PER_WORLD, QUERIES::check)))
                : Stream.empty();
    }

    @AfterAll
    static void printsWhatWasAsked() {
        System.out.println(QUERIES.statistics());
        assertThat(QUERIES.statistics()).contains("values");
    }
}
