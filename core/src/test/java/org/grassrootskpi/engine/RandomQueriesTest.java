package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.grassrootskpi.conformance.RandomQueries;
import org.junit.jupiter.api.Test;

/**
 * Twenty thousand made-up queries, each answered by the engine with 1, 2 and 8 threads and by an oracle.
 *
 * <p>{@code -Dgrassroots.queries=1000000} asks more of them, {@code -Dgrassroots.seed=7} one world again, and
 * {@code -Dgrassroots.first=123} begins with another seed.
 */
class RandomQueriesTest {
    private static final int USUAL = 20_000;

    @Test
    void engineAndOracleAgreeToTheLastDigit() {
        RandomQueries queries =
                new RandomQueries((table, threads) -> Engine.local(table).withThreads(threads));
        Long seed = Long.getLong("grassroots.seed");
        if (seed != null) {
            queries.check(seed);
            return;
        }
        long first = Long.getLong("grassroots.first", 1);
        long worlds = Math.max(1, Integer.getInteger("grassroots.queries", USUAL) / RandomQueries.QUERIES_PER_WORLD);
        for (long world = 0; world < worlds; world++) {
            queries.check(first + world);
        }
        System.out.println("Seeds " + first + " to " + (first + worlds - 1) + ": " + queries.statistics());
        assertThat(queries.statistics()).contains("values");
    }
}
