package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The definition of each measure in SQL, said by DuckDB over the same rows: two years of months of twelve communities in three
 * townships, of which a fifth is missing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuckDbMeasuresTest {
    private static final Dimension TOWNSHIP = Dimension.region(RegionLevel.TOWNSHIP);
    private static final Dimension COMMUNITY = Dimension.region(RegionLevel.COMMUNITY);
    private static final Dimension MONTH = Dimension.period(Frequency.MONTHLY);
    private static final Dimension QUARTER = Dimension.period(Frequency.QUARTERLY);
    private static final Dimension YEAR = Dimension.period(Frequency.ANNUAL);

    /** Months counted from the first, and names of periods; a pair is a month and that of a year or a month before it. */
    private static final String WITH = """
            with flow as (select region, township, month, value from observed where indicator = 'handled'),
            stock as (select region, township, month, value from observed where indicator = 'open'),
            price as (select region, township, month, value from observed where indicator = 'price'),
            months as (select range as month, 2023 + range // 12 as year,
                       (2023 + range // 12) || '-' || lpad((range % 12 + 1)::varchar, 2, '0') as name,
                       (2023 + range // 12) || '-Q' || (range % 12 // 3 + 1) as quarter from range(24)),
            townships as (select distinct township from observed),
            pair as (select n.*, b.value as base from flow n join flow b on n.region = b.region and b.month = n.month - 12),
            step as (select n.*, b.value as base from flow n join flow b on n.region = b.region and b.month = n.month - 1),
            growth as (select township, month, sum(value - base) as change, sum(base) as base from pair group by all),
            sums as (select township, month, sum(value) as value from flow group by all),
            ratios as (select f.township, month, sum(f.value) / sum(s.value)::double as value
                       from flow f join stock s using (region, month) group by all),
            places as (select township, month, rank() over (partition by month order by value desc) as place from sums)
            """;

    private final Map<Long, World> worlds = new HashMap<>();

    private static Stream<Arguments> cases() {
        Query flow = Query.select("handled");
        Query monthly = flow.groupBy(TOWNSHIP, MONTH);
        Query second = monthly.during("2024");
        return Stream.of(
                Arguments.of("mean", flow.groupBy(TOWNSHIP, QUARTER), Measure.mean(), """
                        select township, quarter, sum(value), count(*) from flow join months using (month) group by all"""),
                Arguments.of("coverage", flow.groupBy(TOWNSHIP, QUARTER), Measure.coverage(), """
                        select township, quarter, count(value), 12
                        from (townships cross join months) left join flow using (township, month) group by all"""),
                Arguments.of("ninth decile", flow.groupBy(TOWNSHIP, QUARTER), Measure.quantile(0.9), """
                        select township, quarter, quantile_disc(value, 0.9), 1
                        from flow join months using (month) group by all"""),
                Arguments.of(
                        "stock at the end of a quarter",
                        Query.select("open").groupBy(TOWNSHIP, QUARTER),
                        Measure.value(),
                        """
                        select township, m.quarter, sum(value), 1 from stock join months m using (month)
                        where month = (select max(s.month) from stock s join months l using (month)
                                       where l.quarter = m.quarter) group by all"""),
                Arguments.of("year to date", monthly, Measure.yearToDate(), """
                        select township, m.name, sum(value), 1 from flow join months f using (month)
                        join months m on f.year = m.year and f.month <= m.month group by all"""),
                Arguments.of("greatest of the year to date", monthly, Measure.yearToDate(Measure.max()), """
                        select township, m.name, max(value), 1 from flow join months f using (month)
                        join months m on f.year = m.year and f.month <= m.month group by all"""),
                Arguments.of("rolling sum", second, Measure.rolling(5), """
                        select township, m.name, sum(value), 1
                        from flow f join months m on f.month between m.month - 4 and m.month
                        where m.year = 2024 group by all"""),
                Arguments.of("rolling minimum", second, Measure.rolling(3, Measure.min()), """
                        select township, m.name, min(value), 1
                        from flow f join months m on f.month between m.month - 2 and m.month
                        where m.year = 2024 group by all"""),
                Arguments.of("rolling mean", second, Measure.rolling(7, Measure.mean()), """
                        select township, m.name, sum(value), count(*)
                        from flow f join months m on f.month between m.month - 6 and m.month
                        where m.year = 2024 group by all"""),
                Arguments.of("share", monthly, Measure.share(), """
                        select township, name, sum(value), (select sum(w.value) from flow w where w.month = months.month)
                        from flow join months using (month) group by township, name, months.month"""),
                Arguments.of(
                        "share of a township",
                        flow.groupBy(COMMUNITY, MONTH),
                        Measure.shareOf(RegionLevel.TOWNSHIP),
                        """
                        select region, name, value, sum(value) over (partition by township, month)
                        from flow join months using (month)"""),
                Arguments.of("rank", monthly, Measure.rank(), """
                        select township, name, place, 1 from places join months using (month)"""),
                Arguments.of(
                        "rank within a township",
                        flow.groupBy(COMMUNITY, MONTH),
                        Measure.rankWithin(RegionLevel.TOWNSHIP),
                        """
                        select region, name, rank() over (partition by township, month order by value desc), 1
                        from flow join months using (month)"""),
                Arguments.of("rank of growths", second, Measure.rank(Measure.yearOnYear()), """
                        select township, name, rank() over (partition by month order by change / base::double desc), 1
                        from growth join months using (month)"""),
                Arguments.of(
                        "change of rank", second, Measure.difference(BasePeriod.YEAR_EARLIER, Measure.rank()), """
                        select n.township, name, n.place - b.place, 1
                        from places n join places b on n.township = b.township and b.month = n.month - 12
                        join months on months.month = n.month"""),
                Arguments.of("difference", monthly, Measure.difference(BasePeriod.PREVIOUS_PERIOD), """
                        select township, name, sum(value - base), 1 from step join months using (month) group by all"""),
                Arguments.of("period on period", monthly, Measure.periodOnPeriod(), """
                        select township, name, sum(value - base), sum(base) from step join months using (month)
                        group by all"""),
                Arguments.of("year on year of a year to date", second, Measure.yearOnYear(Measure.yearToDate()), """
                        select township, m.name, sum(value - base), sum(base)
                        from pair join months m on m.year = 2024 and pair.month <= m.month group by all"""),
                Arguments.of("year on year of a window", second, Measure.yearOnYear(Measure.rolling(4)), """
                        select township, m.name, sum(value - base), sum(base)
                        from pair join months m on m.year = 2024 and pair.month between m.month - 3 and m.month
                        group by all"""),
                Arguments.of(
                        "contribution of a community",
                        flow.during("2024").groupBy(COMMUNITY, MONTH),
                        Measure.contributionTo(RegionLevel.TOWNSHIP, BasePeriod.YEAR_EARLIER),
                        """
                        select region, name, value - base, sum(base) over (partition by township, month)
                        from pair join months using (month)"""),
                Arguments.of("ratio", Query.select("rate").groupBy(TOWNSHIP, MONTH), Measure.value(), """
                        select f.township, name, sum(f.value), sum(s.value)
                        from flow f join stock s using (region, month) join months using (month) group by all"""),
                Arguments.of("mean by weights", Query.select("price").groupBy(TOWNSHIP, QUARTER), Measure.value(), """
                        select f.township, quarter, sum(f.value * p.value), sum(f.value)
                        from flow f join price p using (region, month) join months using (month) group by all"""),
                Arguments.of(
                        "mean without weights",
                        Query.select("price").groupBy(TOWNSHIP, QUARTER),
                        Measure.meanOfRates(),
                        """
                        select township, quarter, sum(value), count(*) from price join months using (month)
                        group by all"""),
                Arguments.of("rank of ratios", Query.select("rate").groupBy(TOWNSHIP, MONTH), Measure.rank(), """
                        select township, name, rank() over (partition by month order by value desc), 1
                        from ratios join months using (month)"""));
    }

    static Stream<Arguments> casesBySeed() {
        return Seeds.of(DuckDbMeasuresTest.class, 2)
                .boxed()
                .flatMap(seed -> cases().map(of ->
                        Arguments.of(of.get()[0] + ", seed " + seed, seed, of.get()[1], of.get()[2], of.get()[3])));
    }

    /** The same rows as our table and as a table of DuckDB's. */
    private record World(ObservationTable table, Connection sql) {
        static World of(long seed) throws SQLException {
            TableFixture fixture = places();
            Connection sql = DriverManager.getConnection("jdbc:duckdb:");
            fill(fixture, new Random(seed), sql);
            return new World(fixture.table(), sql);
        }
    }

    private World world(long seed) throws SQLException {
        World known = worlds.get(seed);
        if (known == null) {
            known = World.of(seed);
            worlds.put(seed, known);
        }
        return known;
    }

    @AfterAll
    void close() throws SQLException {
        for (World world : worlds.values()) {
            world.sql().close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesBySeed")
    void agrees(String name, long seed, Query query, Measure measure, String sql) throws SQLException {
        World world = world(seed);
        ResultTable ours = Engine.local(world.table()).execute(query.measures(measure));
        List<String> expected =
                DuckDbLines.divided(DuckDbLines.of(world.sql(), WITH + "select * from (" + sql + ") order by 1, 2"));

        assertThat(expected).hasSizeGreaterThan(8);
        assertThat(DuckDbLines.shown(ours, measure.name())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sketchesAreWithinTheirError(long seed) throws SQLException {
        World world = world(seed);
        Measure measure = Measure.quantileSketch(0.75);
        ResultTable ours = Engine.local(world.table())
                .execute(Query.select("handled").groupBy(TOWNSHIP, YEAR).measures(measure));
        List<String> exact = DuckDbLines.of(world.sql(), WITH + """
                select township, year, quantile_disc(value, 0.75), 1
                from flow join months using (month) group by all order by 1, 2""");

        assertThat(exact).hasSize(6);
        for (int row = 0; row < exact.size(); row++) {
            String[] fields = exact.get(row).split(",", -1);
            BigDecimal value = new BigDecimal(fields[2]);
            BigDecimal error = ours.row(row).cell(measure).get().subtract(value).abs();
            assertThat(error.multiply(BigDecimal.valueOf(256)))
                    .as(exact.get(row))
                    .isLessThanOrEqualTo(value);
        }
    }

    static Stream<Long> seeds() {
        return Seeds.of(DuckDbMeasuresTest.class, 2).boxed();
    }

    private static TableFixture places() {
        TableFixture fixture = new TableFixture().sector("s", "").region("x", RegionLevel.COUNTY, "");
        for (int t = 0; t < 3; t++) {
            fixture.region("t" + t, RegionLevel.TOWNSHIP, "x");
            for (int c = 0; c < 4; c++) {
                fixture.region("t" + t + "c" + c, RegionLevel.COMMUNITY, "t" + t);
            }
        }
        return fixture.indicator("handled", IndicatorKind.FLOW, "count:宗", 0)
                .indicator("open", IndicatorKind.STOCK, "count:宗", 0)
                .indicator(TableFixture.indicator("price", "s", IndicatorKind.INDEX, "CNY", 0)
                        .weight("handled")
                        .build())
                .indicator(TableFixture.indicator("rate", "s", IndicatorKind.RATIO, "ratio", 4)
                        .numerator("handled")
                        .denominator("open")
                        .build());
    }

    /** Few different values, so that there are ties. */
    private static void fill(TableFixture fixture, Random random, Connection sql) throws SQLException {
        try (Statement create = sql.createStatement()) {
            create.execute(
                    "create table observed (indicator varchar, region varchar, township varchar, month bigint, value bigint)");
        }
        try (DuckDBAppender rows = DuckDbLines.appender(sql, "observed")) {
            for (String indicator : List.of("handled", "open", "price")) {
                for (int place = 0; place < 12; place++) {
                    for (int month = 0; month < 24; month++) {
                        if (random.nextInt(5) > 0) {
                            String township = "t" + place / 4;
                            String region = township + "c" + place % 4;
                            int value = 1 + random.nextInt(month % 5 == 0 ? 3 : 400);
                            fixture.row(
                                    indicator,
                                    region,
                                    TimePeriod.ofMonth(2023 + month / 12, 1 + month % 12)
                                            .toString(),
                                    Integer.toString(value));
                            DuckDbLines.append(rows, indicator, region, township, month, value);
                        }
                    }
                }
            }
        }
    }
}
