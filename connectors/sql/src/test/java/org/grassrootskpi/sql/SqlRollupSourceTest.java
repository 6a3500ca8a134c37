package org.grassrootskpi.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.rollup.RowProblem;
import org.grassrootskpi.rollup.RowProblem.Reason;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the rows of a database, and how they are read; that the answers are right is the business of the suites. */
class SqlRollupSourceTest {
    private static final Catalog CATALOG = new TableFixture()
            .sector("s", "")
            .region("town", RegionLevel.TOWNSHIP, "")
            .region("a", RegionLevel.COMMUNITY, "town")
            .region("b", RegionLevel.COMMUNITY, "town")
            .indicator("visits", IndicatorKind.FLOW, "count:人", 0)
            .indicator("spent", IndicatorKind.FLOW, "元", 2)
            .catalog();

    private Connection duckDb;

    @TempDir
    Path folder;

    @BeforeEach
    void connect() throws SQLException {
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterEach
    void close() throws SQLException {
        duckDb.close();
    }

    private void execute(String... statements) throws SQLException {
        try (Statement run = duckDb.createStatement()) {
            for (String statement : statements) {
                run.execute(statement);
            }
        }
    }

    private SqlRollupSource source(ObservationLayout layout) {
        return SqlRollupSource.builder(CATALOG).build(JdbcStore.of(duckDb), layout);
    }

    private static String quarters(SqlRollupSource source, String indicator) {
        return source.engine()
                .execute(Query.select(indicator)
                        .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.QUARTERLY)))
                .toString();
    }

    @Test
    void readsParquetFiles() throws SQLException {
        execute("copy (select * from (values ('visits', 'a', '2024-01', 3.0), ('visits', 'b', '2024-02', 4.0),"
                + " ('visits', 'b', '2024-04', 5.0)) t(indicator, region, period, value)) to '"
                + folder.resolve("1.parquet")
                + "' (format parquet)");

        assertThat(quarters(source(ObservationLayout.of("read_parquet('" + folder + "/*.parquet')")), "visits"))
                .isEqualTo("""
                        indicator  region       period   value (人)
                        visits     town 村town  2024-Q1     7 (2/6)
                        visits     town 村town  2024-Q2     5 (1/6)
                        source COMMUNITY, MONTHLY: visits
                        """);
    }

    @Test
    void readsCsvFilesWhoseColumnsHaveOtherNames() throws SQLException {
        execute("copy (select * from (values ('visits', 'a', 'x', '2024-01', 3), ('visits', 'a', 'y', '2024-01', 4))"
                + " t(kpi, \"area code\", channel, month, figure)) to '" + folder.resolve("1.csv")
                + "' (format csv, header)");

        SqlRollupSource source = SqlRollupSource.builder(CATALOG)
                .schema(TableSchema.builder().addDimensions("way").build())
                .build(
                        JdbcStore.of(duckDb),
                        ObservationLayout.of("read_csv('" + folder + "/1.csv')")
                                .withIndicator("kpi")
                                .withRegion("area code")
                                .withPeriod("month")
                                .withValue("figure")
                                .withDimension("way", "channel"));

        assertThat(source.engine()
                        .execute(Query.select("visits").groupBy(Dimension.extra("way")))
                        .toString())
                .isEqualTo("""
                        indicator  way  value (人)
                        visits     x       3 (1/2)
                        visits     y       4 (1/2)
                        source COMMUNITY, MONTHLY: visits
                        """);
    }

    @Test
    void readsSmallIntegers() throws SQLException {
        // The township is region 0, its first community region 1.
        execute("create table figures as select 'spent' as indicator, 1 as region, "
                + TimePeriod.parse("2024-01").toCode() + " as period, 150::bigint as value");

        SqlRollupSource source = source(ObservationLayout.of("figures")
                .withRegionNumber("region")
                .withPeriodCode("period")
                .withUnscaledValue("value"));

        assertThat(quarters(source, "spent")).isEqualTo("""
                indicator  region       period   value (CNY)
                spent      town 村town  2024-Q1    1.5 (1/6)
                source COMMUNITY, MONTHLY: spent
                """);
    }

    @Test
    void quotesWhatHasAQuote() throws SQLException {
        execute(
                "create table figures (indicator varchar, region varchar, period varchar, way varchar, \"val\"\"ue\" int)",
                "insert into figures values ('visits', 'a', '2024', 'o''brien', 3), ('visits', 'a', '2024-01', 'o''brien', 3)");

        assertThat(SqlRollupSource.builder(CATALOG)
                        .schema(TableSchema.builder().addDimensions("way").build())
                        .build(
                                JdbcStore.of(duckDb),
                                ObservationLayout.of("figures").withValue("val\"ue"))
                        .engine()
                        .execute(Query.select("visits").within("town").where("way", "o'brien"))
                        .toString())
                .isEqualTo("""
                        indicator  value (人)
                        visits        3 (1/2)
                        source COMMUNITY, ANNUAL: visits
                        """);
    }

    @Test
    void namesEachKindOfInvalidRow() throws SQLException {
        execute(
                "create table figures (indicator varchar, region varchar, period varchar, value decimal(18, 3), status varchar,"
                        + " how varchar)",
                "insert into figures values ('visits', 'a', '2024', 3, null, null), ('visit', 'a', '2024', 3, 'A', null),"
                        + " ('visits', 'c', '2024', 3, null, null), ('visits', null, '2024', 3, null, null),"
                        + " ('visits', 'a', '2024年', 3, null, null), ('visits', 'a', 'soon', 3, null, null),"
                        + " ('visits', 'a', '2025', null, null, null), ('visits', 'a', '2026', 3, 'MISSING', null),"
                        + " ('visits', 'a', '2027', 3, 'Z', null), ('visits', 'a', '2028', 3.5, null, null),"
                        + " ('spent', 'a', '2028', 3.505, 'P', null), ('spent', 'b', '2028', 3.50, 'P', 'some')");

        SqlRowsException refused = catchThrowableOfType(
                SqlRowsException.class,
                () -> source(
                        ObservationLayout.of("figures").withStatus("status").withPrecision("how")));

        assertThat(refused.problems())
                .extracting(RowProblem::reason)
                .containsExactly(
                        Reason.UNKNOWN_INDICATOR,
                        Reason.UNKNOWN_REGION,
                        Reason.UNKNOWN_REGION,
                        Reason.NO_VALUE,
                        Reason.CONTRADICTION,
                        Reason.BAD_STATUS,
                        Reason.BAD_PERIOD,
                        Reason.BAD_PERIOD,
                        Reason.TOO_MANY_DECIMALS,
                        Reason.TOO_MANY_DECIMALS,
                        Reason.BAD_PRECISION);
        assertThat(refused)
                .hasMessageStartingWith(
                        "Unknown indicator 'visit' (did you mean 'visits'?), 1 row\nUnknown region 'c', 1 row\n")
                .hasMessageContaining(
                        "\nExpected the spelling '2024' of a period, got '2024年'; let a subquery convert it, 1 row\n")
                .hasMessageEndingWith(
                        "\n… and 1 more\nin figures; correct the rows, or let a lenient source set aside those that it can");
    }

    @Test
    void setsAsideWhatItCanIfItIsLenient() throws SQLException {
        execute(
                "create table figures (indicator varchar, region varchar, period varchar, value decimal(18, 2), status varchar)",
                "insert into figures values ('visits', 'a', '2024-01', 3, 'P'), ('visit', 'a', '2024-02', 10, null),"
                        + " ('visits', 'c', '2024-02', 100, null), ('visits', 'a', '2024.2', 1000, null),"
                        + " ('visits', 'b', '2024-02', null, null), ('visits', 'b', '2024-03', 10000, 'MISSING'),"
                        + " ('visits', 'b', '2024-03', 100000, 'Z')");

        SqlRollupSource source = SqlRollupSource.builder(CATALOG)
                .lenient()
                .build(JdbcStore.of(duckDb), ObservationLayout.of("figures").withStatus("status"));

        assertThat(source.problems()).extracting(RowProblem::rows).containsExactly(1L, 1L, 1L, 1L, 1L, 1L);
        assertThat(source.extents()).hasSize(1);
        assertThat(source.engine()
                        .execute(Query.select("visits").measures(Measure.value(), Measure.count()))
                        .toString())
                .isEqualTo("""
                        indicator  value (人)            count
                        visits     3 (1/2, provisional)  1 (1/2, provisional)
                        source COMMUNITY, MONTHLY: visits
                        """);
    }

    @Test
    void namesRowsWithoutAMemberAndSetsThemAsideIfItIsLenient() throws SQLException {
        execute(
                "create table figures as select * from (values ('visits', 'a', null, '2024', 3), ('visits', 'a', 'x', '2024', 4))"
                        + " t(indicator, region, way, period, value)");
        SqlRollupSource.Builder builder = SqlRollupSource.builder(CATALOG)
                .schema(TableSchema.builder().addDimensions("way").build());

        assertThatThrownBy(() -> builder.build(JdbcStore.of(duckDb), ObservationLayout.of("figures")))
                .isInstanceOf(SqlRowsException.class)
                .hasMessageStartingWith("Expected a member of 'way', got none; let a subquery name it, 1 row\n");
        SqlRollupSource lenient = builder.lenient().build(JdbcStore.of(duckDb), ObservationLayout.of("figures"));
        assertThat(lenient.engine()
                        .execute(Query.select("visits"))
                        .row(0)
                        .cell("value")
                        .get())
                .isEqualByComparingTo("4");
        assertThat(lenient.problems()).extracting(RowProblem::reason).containsExactly(Reason.NO_MEMBER);
    }

    @Test
    void refusesInLenientModeWhatCannotBeSetAside() throws SQLException {
        execute("create table figures as select 'visits' as indicator, 'a' as region, '2024' as period, 3.5 as value");

        assertThatThrownBy(() -> SqlRollupSource.builder(CATALOG)
                        .lenient()
                        .build(JdbcStore.of(duckDb), ObservationLayout.of("figures")))
                .isInstanceOf(SqlRowsException.class)
                .hasMessageStartingWith("Expected at most 0 decimals for indicator 'visits', got more");
    }

    @Test
    void findsKeysThatOccurTwiceWhenItIsAsked() throws SQLException {
        execute("create table figures as select * from (values ('visits', 'a', '2024', 3), ('visits', 'a', '2024', 3))"
                + " t(indicator, region, period, value)");

        assertThat(source(ObservationLayout.of("figures")).verify())
                .extracting(RowProblem::toString)
                .containsExactly("Expected one row with the key visits a 2024; keep the right one, 2 rows");
    }

    @Test
    void refusesDoublesAndTexts() throws SQLException {
        execute("create table figures (indicator varchar, region varchar, period varchar, value double, said varchar)");

        assertThatThrownBy(() -> source(ObservationLayout.of("figures")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Expected decimals or whole numbers in the column 'value' of figures, got FLOATING_POINT, whose sums are"
                                + " not exact; let a subquery cast it, such as (SELECT indicator, region, period, CAST(value AS"
                                + " DECIMAL(18, 2)) AS value FROM …)");
        assertThatThrownBy(() -> source(ObservationLayout.of("figures").withValue("said")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got TEXT");
    }

    @Test
    void readsDoublesThatASubqueryCasts() throws SQLException {
        execute(
                "create table figures as select 'spent' as indicator, 'a' as region, '2024' as period, 0.1::double as value");

        assertThat(source(ObservationLayout.of("(select * replace (value::decimal(18, 2) as value) from figures)"))
                        .engine()
                        .execute(Query.select("spent"))
                        .toString())
                .isEqualTo("""
                        indicator  value (CNY)
                        spent        0.1 (1/2)
                        source COMMUNITY, ANNUAL: spent
                        """);
    }

    @Test
    void refusesColumnsAndDimensionsThatThereAreNot() throws SQLException {
        execute("create table figures (indicator varchar, region varchar, month varchar, value int)");

        assertThatThrownBy(() -> source(ObservationLayout.of("figures")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Expected the columns [period] in figures, got [indicator, region, month, value]; a layout says what they"
                                + " are called");
        assertThatThrownBy(() -> source(
                        ObservationLayout.of("figures").withPeriod("month").withDimension("age", "age")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected dimensions of the schema, [], got 'age'");
        assertThatThrownBy(() -> source(ObservationLayout.of("figure")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Table with name figure does not exist");
    }

    @Test
    void asksForHalfOfTheIndicatorsWhereAllDoNotFit() throws SQLException {
        execute("create table figures as select * from (values ('visits', 'a', '2024', 3), ('spent', 'a', '2024', 4))"
                + " t(indicator, region, period, value)");
        SmallStore store = new SmallStore(JdbcStore.of(duckDb));
        SqlRollupSource source = SqlRollupSource.builder(CATALOG).build(store, ObservationLayout.of("figures"));

        assertThat(source.engine()
                        .execute(Query.select("visits", "spent")
                                .groupBy(Dimension.indicator())
                                .measures(Measure.sum()))
                        .toString())
                .isEqualTo("""
                        indicator    sum
                        visits      3 人 (1/2)
                        spent      4 CNY (1/2)
                        source COMMUNITY, ANNUAL: visits, spent
                        """);
        assertThat(store.refused).isEqualTo(1);
    }

    /** A database that has room for one indicator at a time. */
    private static final class SmallStore implements SqlStore {
        private final SqlStore large;
        private int refused;

        SmallStore(SqlStore large) {
            this.large = large;
        }

        @Override
        public SqlDialect dialect() {
            return large.dialect();
        }

        @Override
        public void read(String select, ImmutableList<Lookup> lookups, RowHandler rows) {
            if (select.contains("IN ('visits', 'spent')")) {
                refused++;
                throw new EngineException("Out of Memory Error: failed to allocate", null);
            }
            large.read(select, lookups, rows);
        }

        @Override
        public ImmutableMap<String, ColumnKind> columns(String relation) {
            return large.columns(relation);
        }
    }

    @Test
    void needsNoMoreThanToRead() throws SQLException {
        Databases.assumePostgreSql();
        try (Connection connection = Databases.anotherPostgreSql();
                Statement run = connection.createStatement()) {
            run.execute(
                    "create table figures as select * from (values ('visits', 'a', '2024', 3.0)) t(indicator, region, period,"
                            + " value)");
            run.execute("set session characteristics as transaction read only");
            SqlRollupSource source =
                    SqlRollupSource.builder(CATALOG).build(JdbcStore.of(connection), ObservationLayout.of("figures"));

            assertThat(source.engine().execute(Query.select("visits")).toString())
                    .isEqualTo("""
                    indicator  value (人)
                    visits        3 (1/2)
                    source COMMUNITY, ANNUAL: visits
                    """);
        }
    }
}
