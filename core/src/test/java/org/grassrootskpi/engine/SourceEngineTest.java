package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.plan.Planner;
import org.grassrootskpi.plan.SourceExtent;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.rollup.RollupSource;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;

/** What an engine asks of the store whose observations it rolls up. */
class SourceEngineTest {
    private static final Catalog CATALOG = new TableFixture()
            .sector("s", "")
            .region("a", TOWNSHIP, "")
            .region("a1", COMMUNITY, "a")
            .indicator("births", IndicatorKind.FLOW, "count:人", 0)
            .indicator("deaths", IndicatorKind.FLOW, "count:人", 0)
            .indicator("beds", IndicatorKind.STOCK, "count:张", 0)
            .catalog();
    private static final Planner PLANNER = Planner.of(
            CATALOG,
            TableSchema.empty(),
            CATALOG.indicators().stream()
                    .map(indicator -> new SourceExtent(
                            Source.of(indicator.id(), COMMUNITY, Frequency.MONTHLY),
                            TimePeriodRange.parse("2024-01..2024-12")))
                    .toList(),
            (source, regions, periods, members) -> 1);
    private static final Query QUERY = Query.select("births", "beds", "deaths")
            .during("2024")
            .groupBy(Dimension.region(TOWNSHIP))
            .measures(Measure.value());

    private final List<String> batches = new ArrayList<>();

    private RollupResult one(Rollup rollup) {
        RollupResult.Builder result = RollupResult.builder(rollup);
        result.slot(0).count(12).sum(BigDecimal.TEN);
        return result.build();
    }

    private RollupSource source() {
        return new RollupSource() {
            @Override
            public RollupResult read(Rollup rollup) {
                throw new AssertionError("All are read in batches");
            }

            @Override
            public ImmutableList<RollupResult> readAll(ImmutableList<Rollup> alike) {
                batches.add(String.join(
                        "+",
                        alike.stream()
                                .map(rollup -> rollup.source().indicator())
                                .toList()));
                return alike.stream().map(SourceEngineTest.this::one).collect(ImmutableList.toImmutableList());
            }
        };
    }

    @Test
    void readsRollUpsThatDifferInTheIndicatorInOneBatchAndSaysHowFarItIs() {
        List<String> progress = new ArrayList<>();

        ResultTable result = Engine.of(PLANNER, source(), (done, all) -> progress.add(done + "/" + all))
                .execute(QUERY);

        assertThat(batches).as("a stock needs its months").containsExactly("births+deaths", "beds");
        assertThat(progress).containsExactly("2/3", "3/3");
        assertThat(result.stream().map(row -> row.cell("value").toString()))
                .containsExactly("10 (12/12)", "10 (12/1) as of 2024-01", "10 (12/12)");
    }

    /** The value of a stock takes its last period and a mean all of them: of single periods these are the same roll-up. */
    @Test
    void readsARollUpThatTwoMeasuresNeedOnce() {
        Query query = Query.select("beds")
                .during("2024-05")
                .groupBy(Dimension.region(TOWNSHIP), Dimension.period(Frequency.MONTHLY))
                .measures(Measure.value(), Measure.rolling(1, Measure.mean()));

        ResultTable result = Engine.of(PLANNER, source()).execute(query);

        assertThat(batches).containsExactly("beds");
        assertThat(result.row(0).cell("value").toString()).isEqualTo("10 (12/1) as of 2024-05");
        assertThat(result.row(0).cell("rolling(1, mean)").hasValue()).isTrue();
    }

    @Test
    void endsAQueryOfAnInterruptedThreadAndKeepsItsFlag() {
        Engine engine = Engine.of(PLANNER, source());
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> engine.execute(QUERY))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("The query was interrupted before reading births from COMMUNITY, MONTHLY");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(batches).isEmpty();
    }

    @Test
    void endsAQueryWithWhatProgressThrows() {
        IllegalStateException stop = new IllegalStateException("stop");
        Engine engine = Engine.of(PLANNER, source(), (done, all) -> {
            throw stop;
        });

        assertThatThrownBy(() -> engine.execute(QUERY)).isSameAs(stop);
        assertThat(batches).containsExactly("births+deaths");
    }

    @Test
    void refusesResultsOfOtherRollUps() {
        RollupSource swaps = new RollupSource() {
            @Override
            public RollupResult read(Rollup rollup) {
                return one(rollup);
            }

            @Override
            public ImmutableList<RollupResult> readAll(ImmutableList<Rollup> alike) {
                return alike.reverse().stream().map(this::read).collect(ImmutableList.toImmutableList());
            }
        };

        assertThatThrownBy(() -> Engine.of(PLANNER, swaps).execute(QUERY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected results of [births from COMMUNITY, MONTHLY");
    }

    /** A comparison over time with a month that is missing reads pairs besides, and a target is read among the targets. */
    @Test
    void readsFurtherRollUpsAndTargetsWhereTheyAre() {
        TableFixture done = places();
        TableFixture planned = places().row("births", "a1", "2024", "500");
        for (int month = 1; month <= 12; month++) {
            if (month != 5) {
                done.row("births", "a1", TimePeriod.ofMonth(2023, month).toString(), "" + month);
            }
            done.row("births", "a1", TimePeriod.ofMonth(2024, month).toString(), "" + 3 * month);
        }
        ObservationTable table = done.table();
        ObservationTable targets = planned.table();
        Query query = Query.select("births")
                .during("2024")
                .groupBy(Dimension.region(TOWNSHIP))
                .measures(Measure.yearOnYear(Measure.value()), Measure.target());

        ResultTable result = Engine.of(
                        Planner.of(table).withTargets(Planner.of(targets)),
                        over(table),
                        over(targets),
                        (read, all) -> {})
                .execute(query);

        assertThat(result.row(0).cell(Measure.yearOnYear(Measure.value())).get())
                .isEqualByComparingTo("2");
        assertThat(result.row(0).cell(Measure.target()).get()).isEqualByComparingTo("500");
        assertThat(result.toJson())
                .isEqualTo(
                        Engine.local(table).withTargets(targets).execute(query).toJson());
    }

    private static TableFixture places() {
        return new TableFixture()
                .sector("s", "")
                .region("a", TOWNSHIP, "")
                .region("a1", COMMUNITY, "a")
                .indicator("births", IndicatorKind.FLOW, "count:人", 0);
    }

    private static RollupSource over(ObservationTable table) {
        return rollup -> BlockRollup.run(table, rollup, 1);
    }

    @Test
    void namesItsSource() {
        RollupSource source = new RollupSource() {
            @Override
            public RollupResult read(Rollup rollup) {
                return one(rollup);
            }

            @Override
            public String toString() {
                return "a store";
            }
        };

        assertThat(Engine.of(PLANNER, source)).hasToString("Engine over a store");
    }
}
