package org.grassrootskpi.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.table.ObservationTable;
import org.jspecify.annotations.Nullable;

/**
 * Writes observations into a table of a database: a row for each, ids, codes and periods as text, values as decimals, a status and a
 * precision where there are any, and a column for each extra dimension.
 *
 * <pre>{@code
 * ObservationLayout layout = JdbcTable.write(observations, connection, "observation");
 * SqlRollupSource source = SqlRollupSource.builder(catalog).build(JdbcStore.of(connection), layout);
 * }</pre>
 *
 * <p>With DuckDB the table can be copied on: {@code COPY observation TO 'figures.parquet'}.
 */
public final class JdbcTable {
    private static final Pattern NAME = Pattern.compile("([A-Za-z_]\\w{0,62}\\.)?[A-Za-z_]\\w{0,62}");
    private static final int DIGITS = 38;
    private static final int ROWS_AT_A_TIME = 500;

    private final ObservationRows rows;
    private final Connection connection;
    private final SqlDialect dialect;
    private final String name;
    private final int columns;

    private JdbcTable(ObservationRows rows, Connection connection, String name) {
        this.rows = rows;
        this.connection = connection;
        this.dialect = JdbcStore.of(connection).dialect();
        this.name = name;
        columns = rows.columns().size();
    }

    /**
     * Creates a table and writes all observations into it, in one transaction: all of them, or nothing.
     *
     * @param table the observations
     * @param connection to DuckDB or PostgreSQL, which commits by itself; it stays the caller's
     * @param name the name of a table that does not exist yet, with or without a schema: letters, digits and underscores
     * @return where the columns lie, for {@link SqlRollupSource.Builder#build}
     * @throws IllegalArgumentException if the name is another, the connection is within a transaction, or the table has columns of doubles, which a store does not add up alike
     * @throws EngineException if the database refuses, with its reason: there is such a table, or it may not be created
     */
    public static ObservationLayout write(ObservationTable table, Connection connection, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Expected a name of letters, digits and underscores, such as observation, got '" + name + "'");
        }
        JdbcTable target = new JdbcTable(ObservationRows.of(table), connection, name);
        try {
            target.write();
        } catch (SQLException e) {
            throw new EngineException("The table '" + name + "' cannot be written: " + e.getMessage(), e);
        }
        return target.rows.layout(name);
    }

    private void write() throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalArgumentException(
                    "Expected a connection that commits by itself, got one within a transaction, which would be committed as"
                            + " well; commit it and call setAutoCommit(true)");
        }
        connection.setAutoCommit(false);
        try {
            create();
            insert();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void create() throws SQLException {
        List<String> definitions = new ArrayList<>();
        for (String column : rows.columns()) {
            definitions.add(dialect.name(column)
                    + (definitions.size() == ObservationRows.VALUE
                            ? " DECIMAL(" + DIGITS + ", " + rows.decimals() + ")"
                            : " VARCHAR"));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + name + " (" + String.join(", ", definitions) + ")");
        }
    }

    private void insert() throws SQLException {
        List<@Nullable Object> fields = new ArrayList<>();
        try (PreparedStatement many = connection.prepareStatement(insertOf(ROWS_AT_A_TIME))) {
            for (List<@Nullable Object> row : rows) {
                fields.addAll(row);
                if (fields.size() == ROWS_AT_A_TIME * columns) {
                    execute(many, fields);
                }
            }
        }
        if (!fields.isEmpty()) {
            try (PreparedStatement rest = connection.prepareStatement(insertOf(fields.size() / columns))) {
                execute(rest, fields);
            }
        }
    }

    private String insertOf(int count) {
        String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        return "INSERT INTO " + name + " VALUES " + String.join(", ", Collections.nCopies(count, row));
    }

    private static void execute(PreparedStatement insert, List<@Nullable Object> fields) throws SQLException {
        for (int i = 0; i < fields.size(); i++) {
            Object field = fields.get(i);
            if (field == null) {
                insert.setNull(i + 1, Types.NULL);
            } else if (field instanceof BigDecimal number) {
                insert.setBigDecimal(i + 1, number);
            } else {
                insert.setString(i + 1, field.toString());
            }
        }
        insert.executeUpdate();
        fields.clear();
    }
}
