package org.grassrootskpi.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are written into DuckDB; that all engines answer from such tables is said by the suites of both databases. */
class JdbcTableTest {
    private static TableFixture places() {
        return new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .region("c1", RegionLevel.COMMUNITY, "t")
                .region("c2", RegionLevel.COMMUNITY, "t")
                .indicator("visits", IndicatorKind.FLOW, "count:人", 0)
                .indicator("income", IndicatorKind.FLOW, "CNY", 2);
    }

    private static TableFixture.Row row(
            String indicator, String region, String period, String figure, ObservationStatus status, String sex) {
        return new TableFixture.Row(
                indicator,
                region,
                TimePeriod.parse(period),
                figure.isEmpty() ? Optional.empty() : Optional.of(Quantity.parse(figure)),
                status,
                List.of(sex));
    }

    private static ObservationTable observations() {
        TableFixture fixture = places().row(row("visits", "c1", "2024-01", "近600人", ObservationStatus.NORMAL, "F"))
                .row(row("visits", "c2", "2024-01", "7人", ObservationStatus.PROVISIONAL, "M"))
                .row(row("visits", "c2", "2024-02", "", ObservationStatus.SUPPRESSED, "M"))
                .row(row("income", "c1", "2024-Q1", "12.5元", ObservationStatus.NORMAL, "F"));
        return TableFixture.table(
                fixture.catalog(), TableSchema.builder().addDimensions("sex").build(), fixture.rows());
    }

    private static List<String> lines(Connection connection, String select) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                List<String> fields = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    fields.add(String.valueOf(rows.getString(i)));
                }
                lines.add(String.join(" | ", fields));
            }
        }
        return lines;
    }

    @Test
    void writesEachObservationAsARow() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            JdbcTable.write(observations(), connection, "observation");

            assertThat(lines(connection, "select * from observation order by indicator, region, period"))
                    .containsExactly(
                            "income | c1 | 2024-Q1 | 12.50 | null | EXACT 0.1 [-0.05, 0.05) | F",
                            "visits | c1 | 2024-01 | 600.00 | null | BELOW 1 [-600, 0) | F",
                            "visits | c2 | 2024-01 | 7.00 | P | null | M",
                            "visits | c2 | 2024-02 | null | Q | null | M");
        }
    }

    /** Through a Parquet file, which DuckDB writes and reads. */
    @Test
    void answersFromACopyAsFromTheTable(@TempDir Path folder) throws SQLException, IOException {
        ObservationTable observations = observations();
        String file = "'" + folder.resolve("figures.parquet") + "'";
        Query query = Query.select("visits")
                .groupBy(Dimension.region(RegionLevel.COMMUNITY), Dimension.extra("sex"))
                .measures(Measure.sum(), Measure.count(), Measure.coverage());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            JdbcTable.write(observations, connection, "observation");
            statement.execute("copy observation to " + file);
            SqlRollupSource source = SqlRollupSource.builder(observations.catalog())
                    .schema(observations.schema())
                    .build(
                            JdbcStore.of(connection),
                            ObservationLayout.of("read_parquet(" + file + ")")
                                    .withStatus("status")
                                    .withPrecision("precision"));

            assertThat(source.engine().execute(query))
                    .isEqualTo(Engine.local(observations).execute(query));
            assertThat(source.verify()).isEmpty();
        }
    }

    @Test
    void writesMoreRowsThanOneStatementTakes() throws SQLException {
        TableFixture fixture = places();
        for (int i = 0; i < 1203; i++) {
            fixture.row(
                    "visits",
                    "c" + (1 + i % 2),
                    TimePeriod.ofDay(2020, 1, 1).plus(i).toString(),
                    "1");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            JdbcTable.write(fixture.table(), connection, "observation");

            assertThat(lines(connection, "select count(*), sum(value), count(distinct period) from observation"))
                    .containsExactly("1203 | 1203 | 1203");
        }
    }

    @Test
    void writesNothingWhereThereIsSuchATable() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table observation (x int)");

            assertThatThrownBy(() -> JdbcTable.write(observations(), connection, "observation"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("The table 'observation' cannot be written: ")
                    .hasMessageContaining("already exists");
            assertThat(lines(connection, "select count(*) from observation")).containsExactly("0");
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    /** What somebody has begun is neither committed nor rolled back. */
    @Test
    void leavesATransactionAlone() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table mine (x int)");
            connection.setAutoCommit(false);
            statement.execute("insert into mine values (1)");

            assertThatThrownBy(() -> JdbcTable.write(observations(), connection, "observation"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Expected a connection that commits by itself");
            connection.rollback();
            assertThat(lines(connection, "select count(*) from mine")).containsExactly("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a;drop table b", "a.b.c", "1a", "观测", "\"a\""})
    void refusesNamesThatWouldHaveToBeQuoted(String name) {
        assertThatThrownBy(() -> JdbcTable.write(observations(), Databases.duckDb(), name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Expected a name of letters, digits and underscores, such as observation, got '" + name + "'");
    }

    @Test
    void refusesDoubles() {
        ObservationTable doubles = ObservationTable.builder(
                        places().catalog(),
                        TableSchema.builder().addFloatingPoint("income").build())
                .build();

        assertThatThrownBy(() -> JdbcTable.write(doubles, Databases.duckDb(), "doubles"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Expected decimals, got doubles of [income]; give them as decimals, which a database adds up"
                                + " exactly");
    }
}
