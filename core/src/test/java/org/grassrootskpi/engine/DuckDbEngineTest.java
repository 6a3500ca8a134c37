package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.EngineSuite;
import org.grassrootskpi.conformance.RandomQueries;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.plan.Planner;
import org.grassrootskpi.rollup.RowProblem;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;
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
        return Seeds.of(DuckDbEngineTest.class, 2);
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

    /** A store refuses nothing, so its rows are checked by the rules of a table. */
    @Test
    void checksTheRowsOfAStore() {
        DuckDbSource source = new DuckDbSource(new TableFixture()
                .sector("s", "")
                .region("a", RegionLevel.TOWNSHIP, "")
                .indicator("visits", IndicatorKind.FLOW, "count:人", 0)
                .row("visits", "a", "2024", "3")
                .table());
        assertThat(source.verify()).isEmpty();

        int period = TimePeriod.parse("2024").toCode();
        source.sql.execute("insert into observation values"
                + " ('visits', 'TOWNSHIP', 'ANNUAL', 'a', " + period + ", 0, 0, true, -1, 3),"
                + " ('visit', 'COMMUNITY', 'ANNUAL', 'a', " + period + ", 0, 0, false, -1, 0),"
                + " ('visits', 'TOWNSHIP', 'ANNUAL', 'A', " + period + ", 0, 10, true, -1, 4)");

        assertThat(source.verify())
                .extracting(RowProblem::toString)
                .containsExactly(
                        "Unknown indicator 'visit' (did you mean 'visits'?), 1 row",
                        "Unknown region 'A', 1 row",
                        "Expected the level TOWNSHIP with region 'a', got COMMUNITY, 1 row",
                        "Expected a value with the status NORMAL, got none; where there is none, the status says why,"
                                + " 1 row",
                        "Expected no value with the status SUPPRESSED, got one; clear it, or choose a status that has"
                                + " one, 1 row",
                        "Expected one row with the key visits a " + period + " 0; keep the right one, 2 rows");
    }
}
