package org.grassrootskpi.sql;

import java.util.stream.LongStream;
import org.grassrootskpi.conformance.EngineSuite;
import org.grassrootskpi.conformance.RandomQueries;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That an engine over PostgreSQL answers like the local one; skipped where PostgreSQL is not installed. */
class PostgreSqlEngineTest extends EngineSuite {
    @BeforeAll
    static void start() {
        Databases.assumePostgreSql();
    }

    @Override
    protected Engine engine(ObservationTable table) {
        return StoredTable.source(table, Databases.postgreSql(), false).engine();
    }

    @Override
    protected boolean addsDoubles() {
        return false;
    }

    static LongStream seeds() {
        return Seeds.of(PostgreSqlEngineTest.class, 3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheOracleOnRandomQueries(long seed) {
        new RandomQueries("mvn -pl connectors/sql -am test -Dtest=PostgreSqlEngineTest", this::engine).check(seed);
    }
}
