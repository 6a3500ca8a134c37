package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.conformance.Village;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultRow;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What SQL can say too, said by DuckDB over the same rows. */
class DuckDbTest {
    private static final int TOWNSHIPS = 3;
    private static final int COMMUNITIES = 4;

    static LongStream seeds() {
        return Seeds.of(DuckDbTest.class, 6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesOnTotalsExtremesMediansAndRatiosByTownshipAndQuarter(long seed) throws SQLException {
        Village village = places();
        try (Connection sql = DriverManager.getConnection("jdbc:duckdb:")) {
            fill(village, new Random(seed), sql);
            ResultTable ours = Engine.local(village.table())
                    .execute(Query.select("handled")
                            .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.QUARTERLY))
                            .measures(
                                    Measure.sum(), Measure.count(), Measure.min(), Measure.max(), Measure.quantile(0.5))
                            .observedOnly());
            List<String> expected = rows(sql, """
                    select township, year || '-Q' || quarter, sum(value), count(*), min(value), max(value),
                           quantile_disc(value, 0.5)
                    from observed where indicator = 'handled' group by all order by 1, 2""");

            assertThat(shown(ours)).isEqualTo(expected);
            ratios(village, sql);
            yearOnYear(village, sql);
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
        Village village = places();
        try (Connection sql = DriverManager.getConnection("jdbc:duckdb:")) {
            fillMembers(village, new Random(seed), sql);
            Engine engine = Engine.local(village.table(schema));
            Query query = Query.select("handled")
                    .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.ANNUAL))
                    .measures(Measure.sum(), Measure.count())
                    .observedOnly();
            String sums = "select township, year, sum(value), count(value) from observed where %s"
                    + " group by all having count(value) > 0 order by 1, 2";

            assertThat(members(engine.execute(query.where("sex", "F").where("age", "old"))))
                    .isEqualTo(rows(sql, String.format(sums, "sex = 'F' and age = 'old'")));
            assertThat(members(engine.execute(query.where("sex", "F", "M").where("age", "young"))))
                    .isEqualTo(rows(sql, String.format(sums, "sex in ('F', 'M') and age = 'young'")));
            assertThat(members(engine.execute(query.where("age", "old"))))
                    .isEqualTo(rows(
                            sql,
                            String.format(
                                    sums,
                                    "age = 'old' and (sex = 'both') = exists("
                                            + "select 1 from observed where age = 'old' and sex = 'both')")));
            assertThat(members(engine.execute(query)))
                    .isEqualTo(
                            rows(
                                    sql,
                                    String.format(
                                            sums,
                                            "sex = (select max(sex) from observed where sex = 'both')"
                                                    + " and age = (select max(age) from observed where sex = 'both' and age = 'all')")));
            assertThat(byMember(engine.execute(query.groupBy(Dimension.extra("age")))))
                    .isEqualTo(rows(sql, """
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
    private static void fillMembers(Village village, Random random, Connection sql) throws SQLException {
        boolean hasMargins = random.nextBoolean();
        try (Statement create = sql.createStatement()) {
            create.execute(
                    "create table observed (township varchar, year int, sex varchar, age varchar, value bigint)");
        }
        try (PreparedStatement insert = sql.prepareStatement("insert into observed values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < 8; i++) {
                String region = "t" + i % TOWNSHIPS;
                int year = 2022 + i / TOWNSHIPS;
                for (String sex : List.of("F", "M", "both")) {
                    for (String age : List.of("old", "young", "all")) {
                        boolean marginal = sex.equals("both") != age.equals("all");
                        if (marginal ? hasMargins && random.nextBoolean() : random.nextInt(5) > 0) {
                            boolean withheld = random.nextInt(6) == 0;
                            long value = random.nextInt(50);
                            village.row(new Village.Row(
                                    "handled",
                                    region,
                                    Period.ofYear(year),
                                    withheld ? Optional.empty() : Optional.of(Quantity.parse(value + "宗")),
                                    withheld ? ObservationStatus.SUPPRESSED : ObservationStatus.NORMAL,
                                    List.of(sex, age)));
                            insert.setString(1, region);
                            insert.setInt(2, year);
                            insert.setString(3, sex);
                            insert.setString(4, age);
                            insert.setObject(5, withheld ? null : value);
                            insert.execute();
                        }
                    }
                }
            }
        }
    }

    private static void ratios(Village village, Connection sql) throws SQLException {
        ResultTable ours = Engine.local(village.table())
                .execute(Query.select("rate")
                        .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.ANNUAL))
                        .observedOnly());
        List<String> sums = rows(sql, """
                select township, year, sum(value) filter (indicator = 'handled'),
                       sum(value) filter (indicator = 'received')
                from observed group by all order by 1, 2""");
        assertThat(ours.size()).isEqualTo(sums.size());
        for (int row = 0; row < sums.size(); row++) {
            List<String> parts = List.of(sums.get(row).split(",", -1));
            boolean defined = !parts.get(2).equals("null")
                    && !parts.get(3).equals("null")
                    && !parts.get(3).equals("0");
            assertThat(ours.row(row).cell("value").hasValue()).isEqualTo(defined);
            if (defined) {
                assertThat(ours.row(row).cell("value").get())
                        .isEqualByComparingTo(new BigDecimal(parts.get(2))
                                .divide(new BigDecimal(parts.get(3)), java.math.MathContext.DECIMAL128));
            }
        }
    }

    private static void yearOnYear(Village village, Connection sql) throws SQLException {
        ResultTable ours = Engine.local(village.table())
                .execute(Query.select("handled")
                        .during("2024")
                        .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.MONTHLY))
                        .measures(Measure.yearOnYear()));
        List<String> expected = rows(sql, """
                with monthly as (select township, year, month, sum(value) as value
                                 from observed where indicator = 'handled' group by all)
                select now.township, now.month, now.value, before.value
                from monthly now join monthly before
                  on now.township = before.township and now.month = before.month and before.year = now.year - 1
                where now.year = 2024 and before.value > 0 order by now.township, now.month""");
        List<String> got = new ArrayList<>();
        for (ResultRow row : ours.rows()) {
            if (row.cell("yearOnYear").hasValue()) {
                got.add(row.region().orElseThrow().code() + ","
                        + row.period().orElseThrow().numberInYear() + ","
                        + plain(row.cell("yearOnYear").get()));
            }
        }
        List<String> changes = expected.stream()
                .map(line -> List.of(line.split(",", -1)))
                .map(parts -> parts.get(0) + "," + parts.get(1) + ","
                        + plain(new BigDecimal(parts.get(2))
                                .subtract(new BigDecimal(parts.get(3)))
                                .divide(new BigDecimal(parts.get(3)), java.math.MathContext.DECIMAL128)))
                .toList();
        assertThat(got).isEqualTo(changes);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Village places() {
        Village village = new Village().sector("s", "").region("x", RegionLevel.COUNTY, "");
        for (int t = 0; t < TOWNSHIPS; t++) {
            village.region("t" + t, RegionLevel.TOWNSHIP, "x");
            for (int c = 0; c < COMMUNITIES; c++) {
                village.region("t" + t + "c" + c, RegionLevel.COMMUNITY, "t" + t);
            }
        }
        return village.indicator("handled", IndicatorKind.FLOW, "count:宗", 0)
                .indicator("received", IndicatorKind.FLOW, "count:宗", 0)
                .indicator(Village.indicator("rate", "s", IndicatorKind.RATIO, "ratio", 4)
                        .numerator("handled")
                        .denominator("received")
                        .build());
    }

    private static void fill(Village village, Random random, Connection sql) throws SQLException {
        try (Statement create = sql.createStatement()) {
            create.execute(
                    "create table observed (indicator varchar, township varchar, year int, quarter int, month int,"
                            + " value hugeint)");
        }
        Set<String> taken = new HashSet<>();
        try (PreparedStatement insert = sql.prepareStatement("insert into observed values (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < 150; i++) {
                String indicator = random.nextBoolean() ? "handled" : "received";
                int township = random.nextInt(TOWNSHIPS);
                String region = "t" + township + "c" + random.nextInt(COMMUNITIES);
                Period period = Period.ofMonth(2023 + random.nextInt(2), 1 + random.nextInt(12));
                long value = random.nextInt(9) == 0 ? Long.MAX_VALUE - random.nextInt(9) : random.nextInt(40) - 5;
                if (taken.add(indicator + region + period)) {
                    village.row(indicator, region, period.toString(), Long.toString(value));
                    insert.setString(1, indicator);
                    insert.setString(2, "t" + township);
                    insert.setInt(3, period.year());
                    insert.setInt(4, (period.numberInYear() + 2) / 3);
                    insert.setInt(5, period.numberInYear());
                    insert.setLong(6, value);
                    insert.execute();
                }
            }
        }
    }

    private static List<String> rows(Connection sql, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = sql.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> fields = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    fields.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join(",", fields));
            }
        }
        return rows;
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
