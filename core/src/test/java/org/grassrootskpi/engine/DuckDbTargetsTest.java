package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.plan.Planner;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Targets and what is reached of them, said by DuckDB over the same rows: two years of months of twelve communities in three
 * townships, of which a tenth has no value and a tenth no target. Every group is compared, those without a value by the reason.
 */
class DuckDbTargetsTest {
    private static final Dimension TOWNSHIP = Dimension.region(RegionLevel.TOWNSHIP);
    private static final Dimension COMMUNITY = Dimension.region(RegionLevel.COMMUNITY);
    private static final Dimension MONTH = Dimension.period(Frequency.MONTHLY);
    private static final Dimension QUARTER = Dimension.period(Frequency.QUARTERLY);
    private static final Dimension YEAR = Dimension.period(Frequency.ANNUAL);

    /** The rows of a seed, in DuckDB for its own sums, in a table and in a store: to write them takes longer than to ask. */
    private record World(Connection sql, Engine local, Engine stored) {}

    private static final Map<Long, World> WORLDS = new ConcurrentHashMap<>();

    /** Communities and townships by month; targets of years and of months; which communities have a value and no target. */
    private static final String WITH = """
            with months as (select range as month, 2024 + range // 12 as year, range % 12 + 1 as number,
                            (2024 + range // 12) || '-' || lpad((range % 12 + 1)::varchar, 2, '0') as name,
                            (2024 + range // 12) || '-Q' || (range % 12 // 3 + 1) as quarter from range(24)),
            places as (select distinct region, township from place),
            yearly as (select p.indicator, p.region, q.township, p.year, p.value from planned p join places q using (region)
                       where p.month is null),
            gap_of_year as (select distinct o.indicator, o.township, m.year from observed o join months m using (month)
                            left join yearly t on t.indicator = o.indicator and t.region = o.region and t.year = m.year
                            where t.value is null),
            target_of_year as (select indicator, township, year, sum(value) as target from yearly group by all),
            gap_of_month as (select distinct o.indicator, o.township, o.month from observed o
                             left join planned t on t.indicator = o.indicator and t.region = o.region and t.month = o.month
                             where t.value is null),
            target_of_month as (select indicator, q.township, month, sum(value) as target from planned p
                                join places q using (region) where month is not null group by all),
            so_far as (select indicator, region, township, m.month, sum(value) as done
                       from observed o join months f using (month)
                       join months m on f.year = m.year and f.month <= m.month group by all)
            """;

    private static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("a community's part of its year", "done", COMMUNITY, MONTH, Measure.attainment(), """
                        select region, name, case when target is null then 'NO_TARGET' when done is null then 'NO_OBSERVATION'
                               when target = 0 then 'ZERO_TARGET' when target < 0 then 'NEGATIVE_TARGET' end, done, target
                        from (select p.region, m.name, s.done, t.value as target from places p cross join months m
                              left join so_far s on s.indicator = 'done' and s.region = p.region and s.month = m.month
                              left join yearly t on t.indicator = 'done' and t.region = p.region and t.year = m.year)"""),
                Arguments.of(
                        "a community's gap to its schedule", "done", COMMUNITY, MONTH, Measure.gapToSchedule(), """
                        select region, name, case when target is null then 'NO_TARGET' when done is null then 'NO_OBSERVATION'
                               when target = 0 then 'ZERO_TARGET' when target < 0 then 'NEGATIVE_TARGET' end,
                               12 * done - number * target, 12 * target
                        from (select p.region, m.name, m.number, s.done, t.value as target from places p cross join months m
                              left join so_far s on s.indicator = 'done' and s.region = p.region and s.month = m.month
                              left join yearly t on t.indicator = 'done' and t.region = p.region and t.year = m.year)"""),
                Arguments.of("a community's gap to its target", "done", COMMUNITY, QUARTER, Measure.gapToTarget(), """
                        select region, quarter, case when target is null then 'NO_TARGET' when done is null then 'NO_OBSERVATION'
                               end, done - target, 1
                        from (select p.region, m.quarter, s.done, t.value as target from places p
                              cross join (select * from months where number % 3 = 0) m
                              left join so_far s on s.indicator = 'done' and s.region = p.region and s.month = m.month
                              left join yearly t on t.indicator = 'done' and t.region = p.region and t.year = m.year)"""),
                Arguments.of("a township's part of its year", "done", TOWNSHIP, MONTH, Measure.attainment(), """
                        select township, name, case when target is null then 'NO_TARGET'
                               when gap is not null then 'INCOMPLETE_TARGETS' when done is null then 'NO_OBSERVATION'
                               when target = 0 then 'ZERO_TARGET' when target < 0 then 'NEGATIVE_TARGET' end, done, target
                        from (select p.township, m.name, s.done, t.target, g.township as gap
                              from (select distinct township from places) p cross join months m
                              left join (select township, month, sum(done) as done from so_far where indicator = 'done'
                                         group by all) s using (township, month)
                              left join target_of_year t
                                on t.indicator = 'done' and t.township = p.township and t.year = m.year
                              left join gap_of_year g on g.indicator = 'done' and g.township = p.township and g.year = m.year)"""),
                Arguments.of("a township's target", "done", TOWNSHIP, YEAR, Measure.target(), """
                        select township, year, case when target is null then 'NO_TARGET'
                               when gap is not null then 'INCOMPLETE_TARGETS' end, target, 1
                        from (select p.township, m.year, t.target, g.township as gap
                              from (select distinct township from places) p cross join (select distinct year from months) m
                              left join target_of_year t
                                on t.indicator = 'done' and t.township = p.township and t.year = m.year
                              left join gap_of_year g on g.indicator = 'done' and g.township = p.township and g.year = m.year)"""),
                Arguments.of("a township's months", "visits", TOWNSHIP, MONTH, Measure.attainment(), """
                        select township, name, case when target is null then 'NO_TARGET'
                               when gap is not null then 'INCOMPLETE_TARGETS' when done is null then 'NO_OBSERVATION'
                               when target = 0 then 'ZERO_TARGET' when target < 0 then 'NEGATIVE_TARGET' end, done, target
                        from (select p.township, m.name, s.done, t.target, g.township as gap
                              from (select distinct township from places) p cross join months m
                              left join (select township, month, sum(value) as done from observed where indicator = 'visits'
                                         group by all) s using (township, month)
                              left join target_of_month t
                                on t.indicator = 'visits' and t.township = p.township and t.month = m.month
                              left join gap_of_month g
                                on g.indicator = 'visits' and g.township = p.township and g.month = m.month)"""),
                Arguments.of("a township's quarters of months", "visits", TOWNSHIP, QUARTER, Measure.attainment(), """
                        select township, quarter, case when target is null then 'NO_TARGET'
                               when gap is not null then 'INCOMPLETE_TARGETS' when done is null then 'NO_OBSERVATION'
                               when target = 0 then 'ZERO_TARGET' when target < 0 then 'NEGATIVE_TARGET' end, done, target
                        from (select p.township, m.quarter, sum(s.done) as done, sum(t.target) as target, max(g.township) as gap
                              from (select distinct township from places) p cross join months m
                              left join (select township, month, sum(value) as done from observed where indicator = 'visits'
                                         group by all) s using (township, month)
                              left join target_of_month t
                                on t.indicator = 'visits' and t.township = p.township and t.month = m.month
                              left join gap_of_month g
                                on g.indicator = 'visits' and g.township = p.township and g.month = m.month
                              group by p.township, m.quarter)"""),
                Arguments.of(
                        "a stock on the way from December", "open", COMMUNITY, MONTH, Measure.gapToSchedule(), """
                        select region, name, case when target is null then 'NO_TARGET' when value is null then 'NO_OBSERVATION'
                               when base is null then 'MISSING_BASE' when target = base then 'ZERO_DENOMINATOR' end,
                               12 * (value - base) - number * (target - base), 12 * (target - base)
                        from (select p.region, m.name, m.number, s.value, b.value as base, t.value as target
                              from places p cross join months m
                              left join observed s on s.indicator = 'open' and s.region = p.region and s.month = m.month
                              left join observed b on b.indicator = 'open' and b.region = p.region
                                   and b.month = 12 * (m.year - 2024) - 1
                              left join yearly t on t.indicator = 'open' and t.region = p.region and t.year = m.year)"""),
                Arguments.of("less is better", "late", COMMUNITY, YEAR, Measure.attainment(), """
                        select region, year, case when target is null then 'NO_TARGET' when done is null then 'NO_OBSERVATION'
                               when target = 0 then 'ZERO_TARGET' when target < 0 then 'NEGATIVE_TARGET'
                               when done = 0 then 'ZERO_DENOMINATOR' end, target, done
                        from (select p.region, m.year, s.done, t.value as target from places p
                              cross join (select * from months where number = 12) m
                              left join so_far s on s.indicator = 'late' and s.region = p.region and s.month = m.month
                              left join yearly t on t.indicator = 'late' and t.region = p.region and t.year = m.year)"""));
    }

    static Stream<Arguments> casesBySeed() {
        return Seeds.of(DuckDbTargetsTest.class, 2)
                .boxed()
                .flatMap(seed -> cases().map(of -> Arguments.of(
                        of.get()[0] + ", seed " + seed,
                        seed,
                        Query.select((String) of.get()[1])
                                .during("2024..2025")
                                .groupBy((Dimension) of.get()[2], (Dimension) of.get()[3])
                                .measures((Measure) of.get()[4]),
                        of.get()[5])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesBySeed")
    void agrees(String name, long seed, Query query, String select) throws SQLException {
        World world = WORLDS.computeIfAbsent(seed, DuckDbTargetsTest::world);
        Measure measure = query.measures().get(0);
        List<String> expected = lines(DuckDbLines.of(world.sql, WITH + "select * from (" + select + ") order by 1, 2"));

        assertThat(expected).anyMatch(line -> line.contains("TARGET"));
        ResultTable local = world.local.execute(query);
        assertThat(shown(local, measure)).isEqualTo(expected);
        assertThat(local.doubles(measure))
                .containsExactly(local.stream()
                        .mapToDouble(row -> row.cell(measure).doubleValue())
                        .toArray());
        assertThat(shown(world.stored.execute(query), measure)).isEqualTo(expected);
    }

    @AfterAll
    static void closesTheWorlds() throws SQLException {
        for (World world : WORLDS.values()) {
            world.sql.close();
        }
    }

    private static World world(long seed) {
        try {
            Connection sql = DriverManager.getConnection("jdbc:duckdb:");
            TableFixture observed = places();
            TableFixture planned = places();
            fill(observed, planned, new Random(seed), sql);
            Catalog catalog = observed.catalog();
            ObservationTable observations = TableFixture.table(catalog, TableSchema.empty(), observed.rows());
            ObservationTable targets = TableFixture.table(catalog, TableSchema.empty(), planned.rows());
            return new World(
                    sql,
                    Engine.local(observations).withTargets(targets),
                    Engine.of(
                            Planner.of(observations).withTargets(Planner.of(targets)),
                            new DuckDbSource(observations),
                            new DuckDbSource(targets),
                            (done, all) -> {}));
        } catch (SQLException e) {
            throw new EngineException("Cannot make the world of seed " + seed, e);
        }
    }

    private static List<String> lines(List<String> rows) {
        return rows.stream()
                .map(row -> List.of(row.split(",", -1)))
                .map(row -> row.get(0) + "," + row.get(1) + ","
                        + (row.get(2).equals("null")
                                ? plain(new BigDecimal(row.get(3))
                                        .divide(new BigDecimal(row.get(4)), MathContext.DECIMAL128))
                                : row.get(2)))
                .toList();
    }

    private static List<String> shown(ResultTable table, Measure measure) {
        return table.stream()
                .map(row -> {
                    Cell cell = row.cell(measure);
                    return row.region().orElseThrow().code() + ","
                            + row.period().orElseThrow() + ","
                            + (cell.hasValue()
                                    ? plain(cell.get())
                                    : cell.absence().orElseThrow().name());
                })
                .sorted()
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static TableFixture places() {
        TableFixture fixture = new TableFixture().sector("s", "").region("x", RegionLevel.COUNTY, "");
        for (int t = 0; t < 3; t++) {
            fixture.region("t" + t, RegionLevel.TOWNSHIP, "x");
            for (int c = 0; c < 4; c++) {
                fixture.region("t" + t + "c" + c, RegionLevel.COMMUNITY, "t" + t);
            }
        }
        indicator(fixture, "done", IndicatorKind.FLOW, Direction.HIGHER);
        indicator(fixture, "visits", IndicatorKind.FLOW, Direction.HIGHER);
        indicator(fixture, "open", IndicatorKind.STOCK, Direction.LOWER);
        indicator(fixture, "late", IndicatorKind.FLOW, Direction.LOWER);
        return fixture;
    }

    private static void indicator(TableFixture fixture, String id, IndicatorKind kind, Direction direction) {
        fixture.indicator(TableFixture.indicator(id, "s", kind, "count:宗", 0)
                .direction(direction)
                .build());
    }

    private static void fill(TableFixture observed, TableFixture planned, Random random, Connection sql)
            throws SQLException {
        try (Statement create = sql.createStatement()) {
            create.execute("create table place (region varchar, township varchar)");
            create.execute(
                    "create table observed (indicator varchar, region varchar, township varchar, month bigint, value bigint)");
            create.execute(
                    "create table planned (indicator varchar, region varchar, year bigint, month bigint, value bigint)");
        }
        try (DuckDBAppender place = DuckDbLines.appender(sql, "place");
                DuckDBAppender row = DuckDbLines.appender(sql, "observed");
                DuckDBAppender target = DuckDbLines.appender(sql, "planned")) {
            for (int number = 0; number < 12; number++) {
                String township = "t" + number / 4;
                String region = township + "c" + number % 4;
                DuckDbLines.append(place, region, township);
                for (String indicator : List.of("done", "visits", "open", "late")) {
                    boolean isMonthly = indicator.equals("visits");
                    for (int month = 0; month < 24; month++) {
                        TimePeriod period = TimePeriod.ofMonth(2024 + month / 12, 1 + month % 12);
                        // The last community of each township does this work in one year only.
                        if (random.nextInt(10) > 0 && (number % 4 < 3 || month < 12)) {
                            int value = random.nextInt(100);
                            observed.row(indicator, region, period.toString(), Integer.toString(value));
                            DuckDbLines.append(row, indicator, region, township, month, value);
                        }
                        if (isMonthly && random.nextInt(30) > 0) {
                            int value = random.nextInt(90);
                            planned.row(indicator, region, period.toString(), Integer.toString(value));
                            DuckDbLines.append(target, indicator, region, 2024 + month / 12, month, value);
                        }
                    }
                    for (int year = 2024; !isMonthly && year < 2026; year++) {
                        boolean isSet = year == 2025 ? number % 4 < 3 && number != 6 : random.nextInt(10) > 0;
                        if (isSet) {
                            int value = random.nextInt(8) == 0 ? random.nextInt(3) - 1 : random.nextInt(1200);
                            planned.row(indicator, region, Integer.toString(year), Integer.toString(value));
                            DuckDbLines.append(target, indicator, region, year, null, value);
                        }
                    }
                }
            }
        }
    }
}
