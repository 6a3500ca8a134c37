package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.duckdb.DuckDBAppender;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultRow;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What SQL can say too, said by DuckDB over the same rows. */
class DuckDbTest {
    private static final int TOWNSHIPS = 3;
    private static final int COMMUNITIES = 4;

    static LongStream seeds() {
        return Seeds.of(DuckDbTest.class, 4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesOnTotalsExtremesMediansAndRatiosByTownshipAndQuarter(long seed) throws SQLException {
        TableFixture fixture = places();
        try (Connection sql = DriverManager.getConnection("jdbc:duckdb:")) {
            fill(fixture, new Random(seed), sql);
            ResultTable ours = Engine.local(fixture.table())
                    .execute(Query.select("handled")
                            .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.QUARTERLY))
                            .measures(
                                    Measure.sum(), Measure.count(), Measure.min(), Measure.max(), Measure.quantile(0.5))
                            .observedOnly());
            List<String> expected = DuckDbLines.of(sql, """
                    select township, year || '-Q' || quarter, sum(value), count(*), min(value), max(value),
                           quantile_disc(value, 0.5)
                    from observed where indicator = 'handled' group by all order by 1, 2""");

            assertThat(shown(ours)).isEqualTo(expected);
            ratios(fixture, sql);
            yearOnYear(fixture, sql);
        }
    }

    /** Sexes and ages, of both of which some years have a total, and some of them only a part of the rows. */
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesOnTotalsAndPinnedMembersOfExtraDimensions(long seed) throws SQLException {
        TableSchema schema = TableSchema.builder()
                .addDimensions("sex", "age")
                .total("sex", "both")
                .total("age", "all")
                .build();
        TableFixture fixture = places();
        try (Connection sql = DriverManager.getConnection("jdbc:duckdb:")) {
            fillMembers(fixture, new Random(seed), sql);
            Engine engine = Engine.local(fixture.table(schema));
            Query query = Query.select("handled")
                    .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.ANNUAL))
                    .measures(Measure.sum(), Measure.count())
                    .observedOnly();
            String sums = "select township, year, sum(value), count(value) from observed where %s"
                    + " group by all having count(value) > 0 order by 1, 2";

            assertThat(members(engine.execute(query.where("sex", "F").where("age", "old"))))
                    .isEqualTo(DuckDbLines.of(sql, String.format(sums, "sex = 'F' and age = 'old'")));
            assertThat(members(engine.execute(query.where("sex", "F", "M").where("age", "young"))))
                    .isEqualTo(DuckDbLines.of(sql, String.format(sums, "sex in ('F', 'M') and age = 'young'")));
            assertThat(members(engine.execute(query.where("age", "old"))))
                    .isEqualTo(DuckDbLines.of(
                            sql,
                            String.format(
                                    sums,
                                    "age = 'old' and (sex = 'both') = exists("
                                            + "select 1 from observed where age = 'old' and sex = 'both')")));
            assertThat(members(engine.execute(query)))
                    .isEqualTo(
                            DuckDbLines.of(
                                    sql,
                                    String.format(
                                            sums,
                                            "sex = (select max(sex) from observed where sex = 'both')"
                                                    + " and age = (select max(age) from observed where sex = 'both' and age = 'all')")));
            assertThat(byMember(engine.execute(query.groupBy(Dimension.extra("age")))))
                    .isEqualTo(DuckDbLines.of(sql, """
                            select age, sum(value), count(value) from observed o
                            where (sex = 'both') = exists(
                                select 1 from observed t where t.age = o.age and t.sex = 'both')
                            group by all having count(value) > 0 order by 1"""));
        }
    }

    private static List<String> members(ResultTable table) {
        return table.stream()
                .map(row -> row.region().orElseThrow().code() + ","
                        + row.period().orElseThrow() + ","
                        + row.cell("sum").get() + "," + row.cell("count").get())
                .toList();
    }

    private static List<String> byMember(ResultTable table) {
        return table.stream()
                .map(row -> row.text("age").orElseThrow() + ","
                        + row.cell("sum").get() + "," + row.cell("count").get())
                .toList();
    }

    /** The total of totals is there in every round, those of one dimension alone in some; some values are withheld. */
    private static void fillMembers(TableFixture fixture, Random random, Connection sql) throws SQLException {
        boolean hasMargins = random.nextBoolean();
        try (Statement create = sql.createStatement()) {
            create.execute(
                    "create table observed (township varchar, year bigint, sex varchar, age varchar, value bigint)");
        }
        try (DuckDBAppender rows = DuckDbLines.appender(sql, "observed")) {
            for (int i = 0; i < 8; i++) {
                String region = "t" + i % TOWNSHIPS;
                int year = 2022 + i / TOWNSHIPS;
                for (String sex : List.of("F", "M", "both")) {
                    for (String age : List.of("old", "young", "all")) {
                        boolean marginal = sex.equals("both") != age.equals("all");
                        if (marginal ? hasMargins && random.nextBoolean() : random.nextInt(5) > 0) {
                            boolean withheld = random.nextInt(6) == 0;
                            long value = random.nextInt(50);
                            fixture.row(new TableFixture.Row(
                                    "handled",
                                    region,
                                    TimePeriod.ofYear(year),
                                    withheld ? Optional.empty() : Optional.of(Quantity.parse(value + "宗")),
                                    withheld ? ObservationStatus.SUPPRESSED : ObservationStatus.NORMAL,
                                    List.of(sex, age)));
                            DuckDbLines.append(rows, region, year, sex, age, withheld ? null : value);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesOnContributionsGrowthOfStocksAndRanks(long seed) throws SQLException {
        TableFixture fixture = places();
        try (Connection sql = DriverManager.getConnection("jdbc:duckdb:")) {
            fill(fixture, new Random(seed), sql);
            contributions(fixture, sql);
            growthOfStocks(fixture, sql);
            ranks(fixture, sql);
        }
    }

    /** A numerator and a denominator are those of the same community and month. */
    private static void ratios(TableFixture fixture, Connection sql) throws SQLException {
        ResultTable ours = Engine.local(fixture.table())
                .execute(Query.select("rate")
                        .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.ANNUAL)));
        List<String> sums = DuckDbLines.of(sql, """
                select n.township, n.year, sum(n.value), sum(d.value)
                from observed n join observed d on n.region = d.region and n.year = d.year and n.month = d.month
                where n.indicator = 'handled' and d.indicator = 'received'
                group by all having sum(d.value) <> 0 order by 1, 2""");

        assertThat(DuckDbLines.shown(ours, "value")).isEqualTo(DuckDbLines.divided(sums));
    }

    private static void yearOnYear(TableFixture fixture, Connection sql) throws SQLException {
        ResultTable ours = Engine.local(fixture.table())
                .execute(Query.select("handled")
                        .during("2024")
                        .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.QUARTERLY))
                        .measures(Measure.yearOnYear()));
        List<String> sums = DuckDbLines.of(sql, """
                select n.township, n.year || '-Q' || n.quarter, sum(n.value - b.value), sum(b.value)
                from observed n join observed b
                  on n.indicator = b.indicator and n.region = b.region and n.month = b.month and b.year = n.year - 1
                where n.indicator = 'handled' and n.year = 2024
                group by all having sum(b.value) > 0 order by 1, 2""");

        assertThat(DuckDbLines.shown(ours, "yearOnYear")).isEqualTo(DuckDbLines.divided(sums));
    }

    /** The change of a township's communities that have both months, by those of the county that have both. */
    private static void contributions(TableFixture fixture, Connection sql) throws SQLException {
        ResultTable ours = Engine.local(fixture.table())
                .execute(Query.select("handled", "beds")
                        .during("2024")
                        .groupBy(
                                Dimension.indicator(),
                                Dimension.region(RegionLevel.TOWNSHIP),
                                Dimension.period(Frequency.MONTHLY))
                        .measures(Measure.contribution(BasePeriod.YEAR_EARLIER)));
        List<String> parts = DuckDbLines.of(sql, """
                with pair as (
                  select n.indicator, n.township, n.year || '-' || lpad(n.month::varchar, 2, '0') as period,
                         n.value as now, b.value as before
                  from observed n join observed b
                    on n.indicator = b.indicator and n.region = b.region and n.month = b.month and b.year = n.year - 1
                  where n.year = 2024),
                county as (select indicator, period, sum(before) as before from pair group by all)
                select case pair.indicator when 'handled' then 0 else 1 end, pair.township, pair.period,
                       sum(pair.now - pair.before), any_value(county.before)
                from pair join county on pair.indicator = county.indicator and pair.period = county.period
                where pair.indicator in ('handled', 'beds')
                group by all having any_value(county.before) > 0 order by 1, 2, 3""");
        List<String> sums = parts.stream()
                .map(line -> line.substring(line.indexOf(',') + 1))
                .toList();

        assertThat(DuckDbLines.shown(ours, "contribution(yearEarlier)")).isEqualTo(DuckDbLines.divided(sums));
        assertThat(sums).isNotEmpty();
    }

    /** December against December, June against June; whoever was last observed in another month is not compared. */
    private static void growthOfStocks(TableFixture fixture, Connection sql) throws SQLException {
        ResultTable ours = Engine.local(fixture.table())
                .execute(Query.select("beds")
                        .during("2024")
                        .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.ANNUAL))
                        .measures(Measure.yearOnYear()));
        List<String> sums = DuckDbLines.of(sql, """
                with last as (select township, year, max(month) as month from observed
                              where indicator = 'beds' group by all)
                select n.township, n.year, sum(n.value - b.value), sum(b.value)
                from last join last base
                       on last.township = base.township and base.year = last.year - 1 and base.month = last.month
                     join observed n on n.township = last.township and n.year = last.year and n.month = last.month
                     join observed b on b.region = n.region and b.year = base.year and b.month = base.month
                where last.year = 2024 and n.indicator = 'beds' and b.indicator = 'beds'
                group by all having sum(b.value) > 0 order by 1, 2""");

        assertThat(DuckDbLines.shown(ours, "yearOnYear")).isEqualTo(DuckDbLines.divided(sums));
    }

    /** Places among the townships; of stocks only those that were observed in the last month that any was. */
    private static void ranks(TableFixture fixture, Connection sql) throws SQLException {
        ResultTable ours = Engine.local(fixture.table())
                .execute(Query.select("beds")
                        .during("2024")
                        .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.ANNUAL))
                        .measures(Measure.rank()));
        List<String> places = DuckDbLines.of(sql, """
                with last as (select max(month) as month from observed where indicator = 'beds' and year = 2024),
                sums as (select township, sum(value) as value from observed join last on observed.month = last.month
                         where indicator = 'beds' and year = 2024 group by all)
                select township, '2024', rank() over (order by value desc) from sums order by 1""");

        assertThat(DuckDbLines.shown(ours, "rank")).isEqualTo(places);
    }

    private static TableFixture places() {
        TableFixture fixture = new TableFixture().sector("s", "").region("x", RegionLevel.COUNTY, "");
        for (int t = 0; t < TOWNSHIPS; t++) {
            fixture.region("t" + t, RegionLevel.TOWNSHIP, "x");
            for (int c = 0; c < COMMUNITIES; c++) {
                fixture.region("t" + t + "c" + c, RegionLevel.COMMUNITY, "t" + t);
            }
        }
        return fixture.indicator("handled", IndicatorKind.FLOW, "count:宗", 0)
                .indicator("received", IndicatorKind.FLOW, "count:宗", 0)
                .indicator("beds", IndicatorKind.STOCK, "count:张", 0)
                .indicator(TableFixture.indicator("rate", "s", IndicatorKind.RATIO, "ratio", 4)
                        .numerator("handled")
                        .denominator("received")
                        .build());
    }

    private static void fill(TableFixture fixture, Random random, Connection sql) throws SQLException {
        try (Statement create = sql.createStatement()) {
            create.execute(
                    "create table given (indicator varchar, region varchar, township varchar, year bigint, quarter bigint,"
                            + " month bigint, value bigint)");
        }
        Set<String> taken = new HashSet<>();
        try (DuckDBAppender rows = DuckDbLines.appender(sql, "given")) {
            for (int i = 0; i < 300; i++) {
                String indicator = List.of("handled", "received", "beds").get(random.nextInt(3));
                int township = random.nextInt(TOWNSHIPS);
                String region = "t" + township + "c" + random.nextInt(COMMUNITIES);
                TimePeriod period = TimePeriod.ofMonth(2023 + random.nextInt(2), 1 + random.nextInt(12));
                long value = random.nextInt(9) == 0 ? Long.MAX_VALUE - random.nextInt(9) : random.nextInt(40) - 5;
                if (taken.add(indicator + region + period)) {
                    fixture.row(indicator, region, period.toString(), Long.toString(value));
                    DuckDbLines.append(
                            rows,
                            indicator,
                            region,
                            "t" + township,
                            period.year(),
                            (period.numberInYear() + 2) / 3,
                            period.numberInYear(),
                            value);
                }
            }
        }
        try (Statement create = sql.createStatement()) {
            // Differences of the longest numbers need more bits than they.
            create.execute("create table observed as select * replace (value::hugeint as value) from given");
        }
    }

    private static List<String> shown(ResultTable table) {
        List<String> rows = new ArrayList<>();
        for (ResultRow row : table.rows()) {
            List<String> fields = new ArrayList<>();
            fields.add(row.region().orElseThrow().code());
            fields.add(row.period().orElseThrow().toString());
            for (String measure : List.of("sum", "count", "min", "max", "quantile(0.5)")) {
                fields.add(row.cell(measure).get().toString());
            }
            rows.add(String.join(",", fields));
        }
        return rows;
    }
}
