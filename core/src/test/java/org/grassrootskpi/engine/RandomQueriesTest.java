package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import org.grassrootskpi.conformance.RandomQueries;
import org.jspecify.annotations.Nullable;

/**
 * Twenty thousand made-up queries, each answered by the engine with 1, 2 and 8 threads and by an oracle; other ones in every
 * run, from the seed that jqwik prints.
 *
 * <p>{@code -Dgrassroots.queries=1000000} asks more of them. What went wrong is saved in {@code target/conformance} with the
 * seed of its world, whose questions {@code -Dgrassroots.seed=<seed>} asks again, and no others; without it the next run has
 * the seed of the one that failed.
 */
class RandomQueriesTest {
    private static final int TRIES = 400;
    private static final int PER_RUN = TRIES * RandomQueries.QUERIES_PER_WORLD;
    private static final int WORLDS_PER_TRY =
            Math.max(1, (Integer.getInteger("grassroots.queries", PER_RUN) + PER_RUN - 1) / PER_RUN);

    private static final @Nullable Long ONE = Long.getLong("grassroots.seed");

    private final RandomQueries queries =
            new RandomQueries((table, threads) -> Engine.local(table).withThreads(threads));

    @Property(
            tries = TRIES,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.OFF,
            afterFailure = AfterFailureMode.PREVIOUS_SEED)
    void engineAndOracleAgreeToTheLastDigit(@ForAll("seeds") long seed) {
        int worlds = ONE == null ? WORLDS_PER_TRY : 1;
        for (int world = 0; world < worlds; world++) {
            queries.check(seed + world);
        }
    }

    /** Nothing is near to a seed, so that none is an edge case, and none shrinks. A single one is tried once. */
    @Provide
    Arbitrary<Long> seeds() {
        return ONE != null ? Arbitraries.just(ONE) : Arbitraries.longs().withDistribution(RandomDistribution.uniform());
    }

    @AfterProperty
    void printsWhatWasAsked() {
        System.out.println(queries.statistics());
        assertThat(queries.statistics()).contains("values");
    }
}
