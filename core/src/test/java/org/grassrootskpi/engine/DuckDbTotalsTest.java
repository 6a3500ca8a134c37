package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.duckdb.DuckDBAppender;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.totals.TotalCheck;
import org.grassrootskpi.totals.TotalChecks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Totals against the sums of their parts, counted by DuckDB over the same rows: a tenth of them without a value, some wrong by a step. */
class DuckDbTotalsTest {
    private static final int TOWNSHIPS = 3;
    private static final int COMMUNITIES = 4;
    private static final int MONTHS = 12;

    static LongStream seeds() {
        return Seeds.of(DuckDbTotalsTest.class, 4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsAsSqlDoes(long seed) throws SQLException {
        TableFixture fixture = places();
        try (Connection sql = DriverManager.getConnection("jdbc:duckdb:")) {
            try (Statement create = sql.createStatement()) {
                create.execute("create table given (indicator varchar, level varchar, region varchar, township varchar,"
                        + " year bigint, month bigint, cents bigint)");
            }
            fill(fixture, new Random(seed), sql);
            ObservationTable table = fixture.table();
            TotalChecks local = TotalChecks.of(Engine.local(table));

            assertThat(local.checks().stream().map(DuckDbTotalsTest::shown))
                    .containsExactly(
                            line(sql, "INDICATORS township,month", """
                                    select cents as total, null as sum, 0 as slack from given where level = 'township'"""),
                            line(sql, "INDICATORS community,year", """
                                    select cents as total, null as sum, 0 as slack from given where month = 0"""),
                            line(sql, "INDICATORS community,month", """
                                    select total, a + b - c as sum, 2.0 as slack from (
                                        select max(cents) filter (indicator = 'total') as total,
                                               max(cents) filter (indicator = 'a') as a,
                                               max(cents) filter (indicator = 'b') as b,
                                               max(cents) filter (indicator = 'c') as c
                                        from given where level = 'community' and month > 0 group by region, month)"""),
                            line(sql, "REGIONS township,month", """
                                    select above.cents as total, below.sum, 2.5 as slack
                                    from (select * from given where level = 'township' and month > 0) above
                                    full join (select township, month, if(count(cents) = 4, sum(cents), null) as sum
                                               from given where indicator = 'total' and level = 'community' and month > 0
                                               group by all) below
                                    on above.region = below.township and above.month = below.month"""),
                            line(sql, "PERIODS community,year", """
                                    select years.cents as total, months.sum, 6.5 as slack
                                    from (select * from given where month = 0) years
                                    full join (select region, if(count(cents) = 12, sum(cents), null) as sum
                                               from given where indicator = 'total' and level = 'community' and month > 0
                                               group by all) months
                                    on years.region = months.region"""));
            assertThat(TotalChecks.of(DuckDbSource.engine(table)).checks()).isEqualTo(local.checks());
        }
    }

    private static TableFixture places() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .indicator("total", IndicatorKind.FLOW, "CNY", 2)
                .indicator("a", IndicatorKind.FLOW, "CNY", 2)
                .indicator("b", IndicatorKind.FLOW, "CNY", 2)
                .indicator("c", IndicatorKind.FLOW, "CNY", 2)
                .identity("parts", "total", "a + b - c", "");
        for (int t = 0; t < TOWNSHIPS; t++) {
            fixture.region("t" + t, RegionLevel.TOWNSHIP, "");
            for (int c = 0; c < COMMUNITIES; c++) {
                fixture.region("t" + t + "c" + c, RegionLevel.COMMUNITY, "t" + t);
            }
        }
        return fixture;
    }

    /** Parts of each community and month, totals of them, of townships, and of years: most of them right, or off by some hundredths. */
    private static void fill(TableFixture fixture, Random random, Connection sql) throws SQLException {
        try (DuckDBAppender rows = DuckDbLines.appender(sql, "given")) {
            for (int t = 0; t < TOWNSHIPS; t++) {
                long[] ofTownship = new long[MONTHS];
                for (int c = 0; c < COMMUNITIES; c++) {
                    String region = "t" + t + "c" + c;
                    long ofYear = 0;
                    for (int month = 1; month <= MONTHS; month++) {
                        long a = random.nextInt(1_000_000);
                        long b = random.nextInt(1_000_000);
                        long part = random.nextInt(1000);
                        long total = a + b - part + off(random);
                        add("total", "community", region, t, month, total, 10, random, fixture, rows);
                        add("a", "community", region, t, month, a, 10, random, fixture, rows);
                        add("b", "community", region, t, month, b, 10, random, fixture, rows);
                        add("c", "community", region, t, month, part, 10, random, fixture, rows);
                        ofYear += total;
                        ofTownship[month - 1] += total;
                    }
                    add("total", "community", region, t, 0, ofYear + off(random), 10, random, fixture, rows);
                }
                for (int month = 1; month <= MONTHS; month++) {
                    add(
                            "total",
                            "township",
                            "t" + t,
                            t,
                            month,
                            ofTownship[month - 1] + off(random),
                            10,
                            random,
                            fixture,
                            rows);
                }
            }
        }
    }

    /** Nothing, or some steps of the last place, of which rounding explains a few. */
    private static long off(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(17) - 8 : 0;
    }

    /** A row, a row without a value, or none. */
    private static void add(
            String indicator,
            String level,
            String region,
            int township,
            int month,
            long cents,
            int oneOf,
            Random random,
            TableFixture fixture,
            DuckDBAppender rows)
            throws SQLException {
        boolean isLast = month == 1 || month == MONTHS;
        int fate = random.nextInt(oneOf * 2);
        if (fate == 0 && !isLast) {
            return;
        }
        boolean isWithheld = fate == 1;
        fixture.row(new TableFixture.Row(
                indicator,
                region,
                month == 0 ? TimePeriod.ofYear(2024) : TimePeriod.ofMonth(2024, month),
                isWithheld ? Optional.empty() : Optional.of(Quantity.of(BigDecimal.valueOf(cents, 2), Unit.CNY)),
                isWithheld ? ObservationStatus.SUPPRESSED : ObservationStatus.NORMAL,
                List.of()));
        DuckDbLines.append(
                rows, indicator, level, region, "t" + township, 2024L, (long) month, isWithheld ? null : cents);
    }

    private static String shown(TotalCheck check) {
        return check.kind() + " " + check.total().level().toString().toLowerCase(Locale.ROOT) + ","
                + (check.total().frequency() == Frequency.ANNUAL ? "year" : "month") + ": "
                + check.passed() + "," + check.failed() + "," + check.impossible();
    }

    private static String line(Connection sql, String name, String cells) throws SQLException {
        return name + ": "
                + DuckDbLines.of(
                                sql,
                                "select count(*) filter (abs(total - sum) <= slack),"
                                        + " count(*) filter (abs(total - sum) > slack),"
                                        + " count(*) filter ((total is null) != (sum is null)) from (" + cells + ")")
                        .get(0);
    }
}
