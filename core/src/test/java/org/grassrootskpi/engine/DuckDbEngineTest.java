package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.EngineSuite;
import org.grassrootskpi.conformance.RandomQueries;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.plan.Planner;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That an engine over SQL answers like the local one, to the last digit. */
class DuckDbEngineTest extends EngineSuite {
    @Override
    protected Engine engine(ObservationTable table) {
        return DuckDbSource.engine(table);
    }

    @Override
    protected boolean addsDoubles() {
        return false;
    }

    static LongStream seeds() {
        return Seeds.of(DuckDbEngineTest.class, 6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheOracleOnRandomQueries(long seed) {
        new RandomQueries("mvn -pl core test -Dtest=DuckDbEngineTest", DuckDbSource::engine).check(seed);
    }

    @Test
    void refusesDoubles() {
        TableSchema schema = TableSchema.builder().addFloatingPoint("rate").build();

        assertThatThrownBy(() -> Planner.of(
                        new TableFixture().catalog(),
                        schema,
                        ImmutableList.of(),
                        (source, regions, periods, members) -> 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Expected decimals, got doubles of [rate]; a store adds doubles up in any order, with another sum each"
                                + " time: give them as decimals");
    }
}
