package org.grassrootskpi.benchmarks;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The rival: DuckDB in memory, with the same rows in two forms.
 *
 * <p>{@code best} has the smallest integers that hold the keys, parent, quarter and year with every row, values as BIGINT
 * hundredths, and is sorted as our table is. {@code fact} is what one would write at first: DECIMAL values, a date, and
 * keys of dimension tables, in the order in which rows were given.
 */
final class DuckDb implements AutoCloseable {
    private final DuckDBConnection connection;
    private final Statement statement;

    DuckDb(int threads) throws SQLException {
        connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", new Properties());
        statement = connection.createStatement();
        statement.execute("SET threads = " + threads);
    }

    void load(BenchmarkData data) throws SQLException {
        statement.execute("CREATE TABLE given (indicator UTINYINT, community USMALLINT, month UTINYINT, value BIGINT)");
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "given")) {
            data.forEach(
                    (indicator, community, month, scaled) -> append(appender, indicator, community, month, scaled));
        }
        statement.execute("CREATE TABLE best AS SELECT indicator, community, month, value,"
                + " (community // " + BenchmarkData.CHILDREN + ")::USMALLINT AS parent,"
                + " (month // 3)::UTINYINT AS quarter, (month // 12)::UTINYINT AS year"
                + " FROM given ORDER BY indicator, community, month");
        statement.execute("CREATE TABLE indicator AS SELECT range::INTEGER AS id, range::INTEGER AS number,"
                + " format('i{:02d}', range) AS code FROM range(" + BenchmarkData.INDICATORS + ")");
        statement.execute("CREATE TABLE region AS SELECT range::INTEGER AS id, range::INTEGER AS number,"
                + " format('C{:05d}', range) AS code, (range // " + BenchmarkData.CHILDREN + ")::INTEGER AS parent"
                + " FROM range(" + BenchmarkData.COMMUNITIES + ")");
        statement.execute("CREATE TABLE fact AS SELECT indicator::INTEGER AS indicator_id,"
                + " community::INTEGER AS region_id,"
                + " (DATE '2015-01-01' + to_months(month::INTEGER))::DATE AS month,"
                + " (value::DECIMAL(18, 2) / 100)::DECIMAL(18, 2) AS value FROM given");
        statement.execute("DROP TABLE given");
    }

    private static void append(DuckDBAppender appender, int indicator, int community, int month, long scaled) {
        try {
            appender.beginRow();
            appender.append((byte) indicator);
            appender.append((short) community);
            appender.append((byte) month);
            appender.append(scaled);
            appender.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a query and reads every number of its result. */
    double drain(String sql) throws SQLException {
        double sink = 0;
        try (ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    sink += rows.getDouble(column);
                }
            }
        }
        return sink;
    }

    /** The fingerprint of a query's result. */
    String answer(String sql) throws SQLException {
        Answer answer = new Answer();
        try (ResultSet rows = statement.executeQuery(sql)) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                answer.row();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    add(answer, rows, column, columns.getColumnType(column));
                }
            }
        }
        return answer.fingerprint();
    }

    private static void add(Answer answer, ResultSet rows, int column, int type) throws SQLException {
        if (type == Types.DOUBLE) {
            double quotient = rows.getDouble(column);
            answer.add(rows.wasNull() ? Double.NaN : quotient);
        } else if (type == Types.DECIMAL) {
            BigDecimal hundredths = rows.getBigDecimal(column).movePointRight(BenchmarkData.DECIMALS);
            answer.add(hundredths.longValueExact());
        } else {
            answer.add(rows.getLong(column));
        }
    }

    /**
     * Returns how long DuckDB takes to read a CSV file of ours into the table {@code csv}, in nanoseconds. It is given the types, so
     * that it neither guesses them nor reads doubles; the check that no key occurs twice is left out.
     */
    long loadCsv(Path file) throws SQLException {
        statement.execute("DROP TABLE IF EXISTS csv");
        long start = System.nanoTime();
        statement.execute("CREATE TABLE csv AS SELECT * FROM read_csv('" + file + "', header = true, delim = ',',"
                + " columns = {'indicator': 'VARCHAR', 'region': 'VARCHAR', 'period': 'VARCHAR',"
                + " 'value': 'DECIMAL(18, 2)'})");
        return System.nanoTime() - start;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
