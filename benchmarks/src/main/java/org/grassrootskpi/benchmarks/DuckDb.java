package org.grassrootskpi.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Path exported;

    DuckDb(int threads) throws SQLException {
        this((DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", new Properties()), threads);
    }

    /** Uses a connection, and closes it. */
    DuckDb(DuckDBConnection connection, int threads) throws SQLException {
        this.connection = connection;
        statement = connection.createStatement();
        statement.execute("SET threads = " + threads);
    }

    void load(BenchmarkData data) throws SQLException {
        DataSet.Shape shape = data.shape();
        boolean daily = shape.first().frequency() == Frequency.DAILY;
        boolean marked = isMarked(data.set());
        createGiven("given", shape);
        append("given", data, data::forEach);
        statement.execute("CREATE TABLE best AS SELECT indicator, community, month, "
                + (data.set() == DataSet.DOUBLES ? "value / 100::DOUBLE AS value" : "value") + (marked ? ", mark" : "")
                + ", (community // " + DataSet.CHILDREN + ")::" + type(shape.parents()) + " AS parent"
                + (daily ? "" : ", (month // 3)::UTINYINT AS quarter, (month // 12)::UTINYINT AS year")
                + (shape.sectors() > 1 ? ", (indicator % " + shape.sectors() + ")::UTINYINT AS sector" : "")
                + " FROM given ORDER BY indicator, community, month");
        statement.execute("CREATE TABLE indicator AS SELECT range::INTEGER AS id, range::INTEGER AS number,"
                + " format('i{:02d}', range) AS code, (range % " + shape.sectors() + ")::INTEGER AS sector"
                + " FROM range(" + shape.indicators() + ")");
        statement.execute("CREATE TABLE region AS SELECT range::INTEGER AS id, range::INTEGER AS number,"
                + " format('C{:05d}', range) AS code, (range // " + DataSet.CHILDREN + ")::INTEGER AS parent"
                + " FROM range(" + shape.communities() + ")");
        String first = "DATE '" + shape.first().firstDay() + "'";
        statement.execute("CREATE TABLE fact AS SELECT indicator::INTEGER AS indicator_id,"
                + " community::INTEGER AS region_id,"
                + " (" + first + (daily ? " + month::INTEGER" : " + to_months(month::INTEGER)") + ")::DATE AS month,"
                + (data.set() == DataSet.DOUBLES
                        ? " value / 100::DOUBLE AS value"
                        : " (value::DECIMAL(18, 2) / 100)::DECIMAL(18, 2) AS value")
                + (marked ? ", mark" : "") + " FROM given");
        statement.execute("DROP TABLE given");
        if (data.set() == DataSet.TARGETS) {
            loadTargets(data);
        }
    }

    /** Makes a table of targets by year, sorted as the observations are, and one of decimals. */
    private void loadTargets(BenchmarkData data) throws SQLException {
        createGiven("wanted", data.shape());
        append("wanted", data, data::forEachTarget);
        statement.execute("CREATE TABLE target AS SELECT indicator, community, month AS year, value,"
                + " (community // " + DataSet.CHILDREN + ")::"
                + type(data.shape().parents()) + " AS parent"
                + " FROM wanted ORDER BY indicator, community, month");
        statement.execute("CREATE TABLE planned AS SELECT indicator::INTEGER AS indicator_id,"
                + " community::INTEGER AS region_id, month::INTEGER + " + DataSet.FIRST_YEAR + " AS year,"
                + " (value::DECIMAL(18, 2) / 100)::DECIMAL(18, 2) AS value FROM wanted");
        statement.execute("DROP TABLE wanted");
    }

    private static boolean isMarked(DataSet set) {
        return set == DataSet.STATUS || set == DataSet.QUALIFIED || set == DataSet.SOURCES;
    }

    private void createGiven(String table, DataSet.Shape shape) throws SQLException {
        statement.execute("CREATE TABLE " + table + " (indicator " + type(shape.indicators()) + ", community "
                + type(shape.communities()) + ", month " + type(shape.periods()) + ", mark UTINYINT, value BIGINT)");
    }

    /** The smallest type of keys from 0, one more than there are. */
    private static String type(int size) {
        return size < 1 << 8 ? "UTINYINT" : size < 1 << 16 ? "USMALLINT" : "UINTEGER";
    }

    private void append(String table, BenchmarkData data, Consumer<BenchmarkData.RowConsumer> rows)
            throws SQLException {
        DataSet.Shape shape = data.shape();
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
            rows.accept((indicator, community, month, scaled) -> {
                try {
                    appender.beginRow();
                    key(appender, indicator, shape.indicators());
                    key(appender, community, shape.communities());
                    key(appender, month, shape.periods());
                    appender.append((byte) data.mark(indicator, community, month));
                    appender.append(scaled);
                    appender.endRow();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static void key(DuckDBAppender appender, int key, int size) throws SQLException {
        if (size < 1 << 8) {
            appender.append((byte) key);
        } else if (size < 1 << 16) {
            appender.append((short) key);
        } else {
            appender.append(key);
        }
    }

    /** Makes a table in the order of keys that are checked to be unique, and the rows that will be appended to it. */
    void loadAppends(BenchmarkData data) throws SQLException {
        statement.execute("CREATE TABLE keyed (indicator UTINYINT, community USMALLINT, month UTINYINT, value BIGINT,"
                + " PRIMARY KEY (indicator, community, month))");
        statement.execute("INSERT INTO keyed SELECT indicator, community, month, value FROM best");
        createGiven("W19A", data.shape());
        append("W19A", data, rows -> data.forEachNew(true, rows));
        createGiven("W19B", data.shape());
        append("W19B", data, rows -> data.forEachNew(false, rows));
    }

    /** Makes a sorted table with the texts that are exported, so that writing them is all that is left to do. */
    void loadExports(BenchmarkData data) throws SQLException {
        statement.execute("CREATE TABLE exported AS SELECT format('i{:02d}', indicator) AS indicator,"
                + " format('C{:05d}', community) AS region, format('C{:05d}', community) AS name,"
                + " strftime(DATE '" + data.shape().first().firstDay()
                + "' + to_months(month::INTEGER), '%Y-%m') AS period,"
                + " (value::DECIMAL(18, 2) / 100)::DECIMAL(18, 2) AS value"
                + " FROM best ORDER BY best.indicator, best.community, best.month");
    }

    /** Writes a file, which the next export replaces, and returns its size. */
    double export(String sql) throws SQLException, IOException {
        if (exported == null) {
            exported = Files.createTempFile("duckdb", ".export");
            exported.toFile().deleteOnExit();
        }
        statement.execute(sql.replace("{file}", exported.toString()));
        return Files.size(exported);
    }

    /** The fingerprint of an exported file. */
    String answerOfExport(String sql, boolean isJson) throws SQLException, IOException {
        export(sql);
        return ExportedFile.fingerprint(Objects.requireNonNull(exported), isJson);
    }

    /** Appends rows in the order of their keys, and returns how many nanoseconds that took; they are deleted again. */
    long append(Question question) throws SQLException {
        long start = System.nanoTime();
        insert(question);
        long took = System.nanoTime() - start;
        delete();
        return took;
    }

    /** The fingerprint of all months after an append. */
    String answerAfterAppend(Question question) throws SQLException {
        insert(question);
        String answer = answer(
                "SELECT month, sum(value), count(*) FROM keyed WHERE indicator = 0 GROUP BY month ORDER BY month");
        delete();
        return answer;
    }

    private void insert(Question question) throws SQLException {
        statement.execute("INSERT INTO keyed SELECT indicator, community, month, value FROM " + question
                + " ORDER BY indicator, community, month");
    }

    private void delete() throws SQLException {
        statement.execute(
                "DELETE FROM keyed WHERE month = " + DataSet.PLAIN.shape(1).periods());
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
        return answer(sql, 0);
    }

    /** The fingerprint of a query's result without the last columns. */
    String answer(String sql, int omitted) throws SQLException {
        Answer answer = new Answer();
        try (ResultSet rows = statement.executeQuery(sql)) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                answer.row();
                for (int column = 1; column <= columns.getColumnCount() - omitted; column++) {
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

    /** Returns how long DuckDB takes to find out what a CSV file holds and to read it into the table {@code csv}, in nanoseconds. */
    long importCsv(Path file) throws SQLException {
        statement.execute("DROP TABLE IF EXISTS csv");
        long start = System.nanoTime();
        statement.execute("CREATE TABLE csv AS SELECT * FROM read_csv('" + file + "')");
        return System.nanoTime() - start;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
