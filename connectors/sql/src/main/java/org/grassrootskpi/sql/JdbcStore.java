package org.grassrootskpi.sql;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.grassrootskpi.rollup.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * A database behind a JDBC connection. Nothing is written to it: small relations travel as parameters of the statement, so a connection
 * that may only read will do.
 *
 * <p>The connection stays the caller's, who closes it. Thread-safe: one statement runs at a time.
 */
public final class JdbcStore implements SqlStore {
    private static final int ROWS_AT_A_TIME = 10_000;

    private final Connection connection;
    private final SqlDialect dialect;

    private JdbcStore(Connection connection, SqlDialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * {@return the database of a connection}
     *
     * @param connection to DuckDB or to PostgreSQL
     * @throws IllegalArgumentException if it is another database; {@link #of(Connection, SqlDialect)} takes those that speak one of
     *     the known dialects
     * @throws EngineException if the connection does not answer
     */
    public static JdbcStore of(Connection connection) {
        try {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product.toLowerCase(Locale.ROOT)) {
                case "duckdb" -> of(connection, SqlDialect.DUCKDB);
                case "postgresql" -> of(connection, SqlDialect.POSTGRESQL);
                default ->
                    throw new IllegalArgumentException("Expected DuckDB or PostgreSQL, got " + product
                            + "; if it speaks the SQL of one of them, name the dialect");
            };
        } catch (SQLException e) {
            throw new EngineException("The connection does not answer: " + e.getMessage(), e);
        }
    }

    /**
     * {@return the database of a connection, which speaks a known dialect}
     *
     * @param connection to the database
     * @param dialect one of those with parameters: not {@link SqlDialect#SPARK}
     */
    public static JdbcStore of(Connection connection, SqlDialect dialect) {
        if (dialect == SqlDialect.SPARK) {
            throw new IllegalArgumentException(
                    "Expected a dialect of JDBC, got Spark's, whose small relations are views");
        }
        return new JdbcStore(connection, dialect);
    }

    @Override
    public SqlDialect dialect() {
        return dialect;
    }

    @Override
    public synchronized void read(String select, ImmutableList<Lookup> lookups, RowHandler rows) {
        String sql = with(lookups) + select;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                Interruption interruption = new Interruption(statement)) {
            int parameter = 0;
            for (Lookup lookup : lookups) {
                for (Lookup.Column column : lookup.columns()) {
                    statement.setString(++parameter, String.join("\u001f", column.values()));
                }
            }
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet answer = statement.executeQuery()) {
                Row row = new Row(answer);
                while (answer.next()) {
                    rows.row(row);
                }
            } catch (SQLException e) {
                throw interruption.happened()
                        ? new EngineException("The query was interrupted while the database answered", e)
                        : failure(sql, e);
            }
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private static EngineException failure(String sql, SQLException e) {
        return new EngineException("The database refused a statement: " + e.getMessage() + "\n" + sql, e);
    }

    /** Returns the lookups as relations of the statement. */
    private String with(ImmutableList<Lookup> lookups) {
        return lookups.isEmpty()
                ? ""
                : lookups.stream().map(this::relation).collect(Collectors.joining(",\n     ", "WITH ", "\n"));
    }

    private String relation(Lookup lookup) {
        return lookup.name() + " AS (SELECT "
                + lookup.columns().stream().map(this::column).collect(Collectors.joining(", ")) + ")";
    }

    private String column(Lookup.Column column) {
        String element = "unnest(" + dialect.elements("?") + ")";
        return (column.isText() ? element : "CAST(" + element + " AS INTEGER)") + " AS " + dialect.name(column.name());
    }

    @Override
    public synchronized ImmutableMap<String, ColumnKind> columns(String relation) {
        String sql = "SELECT * FROM " + relation + " LIMIT 0";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet none = statement.executeQuery()) {
            ResultSetMetaData columns = none.getMetaData();
            ImmutableMap.Builder<String, ColumnKind> kinds = ImmutableMap.builder();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                kinds.put(columns.getColumnLabel(i), kind(columns.getColumnType(i), columns.getColumnTypeName(i)));
            }
            return kinds.buildKeepingLast();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private static ColumnKind kind(int type, String name) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.DECIMAL, Types.NUMERIC ->
                ColumnKind.EXACT;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> ColumnKind.FLOATING_POINT;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR ->
                ColumnKind.TEXT;
            default ->
                // JDBC has no word for DuckDB's integers of 128 bits and without a sign.
                name.endsWith("HUGEINT") || (name.startsWith("U") && name.endsWith("INT")) || name.endsWith("INTEGER")
                        ? ColumnKind.EXACT
                        : name.startsWith("ENUM") ? ColumnKind.TEXT : ColumnKind.OTHER;
        };
    }

    /** {@return the dialect and the connection} */
    @Override
    public String toString() {
        return dialect + " at " + connection;
    }

    /** The row at which an answer stands. */
    private record Row(ResultSet answer) implements SqlRow {
        @Override
        public @Nullable String text(int field) {
            try {
                return answer.getString(field + 1);
            } catch (SQLException e) {
                throw new EngineException("The database's answer cannot be read: " + e.getMessage(), e);
            }
        }

        @Override
        public @Nullable BigDecimal number(int field) {
            try {
                Object number = answer.getObject(field + 1);
                if (number == null || number instanceof BigDecimal) {
                    return (BigDecimal) number;
                }
                return number instanceof BigInteger integer
                        ? new BigDecimal(integer)
                        : new BigDecimal(number.toString());
            } catch (SQLException | NumberFormatException e) {
                throw new EngineException("The database's answer cannot be read as a number: " + e.getMessage(), e);
            }
        }
    }

    /** Cancels a statement when the thread that runs it is interrupted, for which a driver does not look. */
    private static final class Interruption implements AutoCloseable {
        private static final int LOOK_EVERY_MILLIS = 100;

        private final AtomicBoolean happened = new AtomicBoolean();
        private final Thread watcher;

        Interruption(PreparedStatement statement) {
            Thread asking = Thread.currentThread();
            watcher = new Thread(() -> watch(asking, statement), "statement watcher");
            watcher.setDaemon(true);
            watcher.start();
        }

        /** Cancels until the statement has ended: one that has not begun yet does not hear the first time. */
        private void watch(Thread asking, PreparedStatement statement) {
            try {
                while (true) {
                    Thread.sleep(LOOK_EVERY_MILLIS);
                    if (asking.isInterrupted()) {
                        happened.set(true);
                        cancel(statement);
                    }
                }
            } catch (InterruptedException ended) {
                // The statement was answered.
                Thread.currentThread().interrupt();
            }
        }

        private static void cancel(PreparedStatement statement) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                // It was answered meanwhile, which ends the watch; or it is tried again.
                return;
            }
        }

        boolean happened() {
            return happened.get();
        }

        @Override
        public void close() {
            watcher.interrupt();
        }
    }
}
