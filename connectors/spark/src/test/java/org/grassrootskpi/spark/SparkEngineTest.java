package org.grassrootskpi.spark;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.EngineSuite;
import org.grassrootskpi.conformance.RandomQueries;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.sql.ObservationLayout;
import org.grassrootskpi.sql.SqlRollupSource;
import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That an engine over texts and decimals in Spark answers like the local one. */
class SparkEngineTest extends EngineSuite {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Override
    protected Engine engine(ObservationTable table) {
        ObservationLayout layout =
                SparkTable.createView(table, Sessions.shared(), "observation" + NUMBERS.incrementAndGet());
        return SqlRollupSource.builder(table.catalog())
                .schema(table.schema())
                .build(SparkStore.of(Sessions.shared()), layout)
                .engine();
    }

    @Override
    protected boolean addsDoubles() {
        return false;
    }

    static LongStream seeds() {
        return Seeds.of(SparkEngineTest.class, 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheOracleOnRandomQueries(long seed) {
        new RandomQueries("mvn -pl connectors/spark -am test -Dtest=SparkEngineTest", this::engine).check(seed);
    }
}
