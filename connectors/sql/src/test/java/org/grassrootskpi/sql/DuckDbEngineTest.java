package org.grassrootskpi.sql;

import java.util.stream.LongStream;
import org.grassrootskpi.conformance.EngineSuite;
import org.grassrootskpi.conformance.RandomQueries;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That an engine over texts and decimals in DuckDB answers like the local one. */
class DuckDbEngineTest extends EngineSuite {
    @Override
    protected Engine engine(ObservationTable table) {
        return StoredTable.source(table, Databases.duckDb(), false).engine();
    }

    @Override
    protected boolean addsDoubles() {
        return false;
    }

    static LongStream seeds() {
        return Seeds.of(DuckDbEngineTest.class, 3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheOracleOnRandomQueries(long seed) {
        new RandomQueries("mvn -pl connectors/sql -am test -Dtest=DuckDbEngineTest", this::engine).check(seed);
    }
}
