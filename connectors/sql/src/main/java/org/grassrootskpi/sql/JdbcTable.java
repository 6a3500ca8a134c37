package org.grassrootskpi.sql;

import com.google.common.collect.ImmutableList;
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
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;
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

    private final ObservationTable table;
    private final Connection connection;
    private final SqlDialect dialect;
    private final String name;
    private final boolean hasStatus;
    private final boolean hasPrecision;
    private final String precision;
    private final int columns;

    private JdbcTable(ObservationTable table, Connection connection, String name) {
        this.table = table;
        this.connection = connection;
        this.dialect = JdbcStore.of(connection).dialect();
        this.name = name;
        hasStatus = table.blocks().stream()
                .flatMap(block -> block.segments().stream())
                .anyMatch(segment -> segment.statusesUnsafe() != null);
        hasPrecision = table.blocks().stream()
                .flatMap(block -> block.segments().stream())
                .anyMatch(segment -> segment.precisions() != null);
        precision = table.schema().dimensions().contains("precision") ? "precision_text" : "precision";
        columns = 4
                + (hasStatus ? 1 : 0)
                + (hasPrecision ? 1 : 0)
                + table.schema().dimensions().size();
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
        if (!table.schema().floatingPoint().isEmpty()) {
            throw new IllegalArgumentException("Expected decimals, got doubles of "
                    + table.schema().floatingPoint() + "; give them as decimals, which a database adds up exactly");
        }
        JdbcTable target = new JdbcTable(table, connection, name);
        try {
            target.write();
        } catch (SQLException e) {
            throw new EngineException("The table '" + name + "' cannot be written: " + e.getMessage(), e);
        }
        return target.layout();
    }

    private ObservationLayout layout() {
        ObservationLayout layout = ObservationLayout.of(name);
        layout = hasStatus ? layout.withStatus("status") : layout;
        return hasPrecision ? layout.withPrecision(precision) : layout;
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
        int decimals = table.blocks().stream()
                .mapToInt(block -> block.indicator().decimals())
                .max()
                .orElse(0);
        List<String> definitions = new ArrayList<>(List.of(
                "indicator VARCHAR",
                "region VARCHAR",
                "period VARCHAR",
                "value DECIMAL(" + DIGITS + ", " + decimals + ")"));
        if (hasStatus) {
            definitions.add("status VARCHAR");
        }
        if (hasPrecision) {
            definitions.add(precision + " VARCHAR");
        }
        table.schema().dimensions().forEach(dimension -> definitions.add(dialect.name(dimension) + " VARCHAR"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + name + " (" + String.join(", ", definitions) + ")");
        }
    }

    private void insert() throws SQLException {
        List<@Nullable Object> fields = new ArrayList<>();
        try (PreparedStatement many = connection.prepareStatement(insertOf(ROWS_AT_A_TIME))) {
            for (SeriesBlock block : table.blocks()) {
                ImmutableList<ImmutableList<String>> members = ImmutableList.copyOf(block.combinationValues());
                RowCursor rows = new RowCursor(block);
                while (rows.next()) {
                    add(fields, block, rows, members.get(rows.combination()));
                    if (fields.size() == ROWS_AT_A_TIME * columns) {
                        execute(many, fields);
                    }
                }
            }
        }
        if (!fields.isEmpty()) {
            try (PreparedStatement rest = connection.prepareStatement(insertOf(fields.size() / columns))) {
                execute(rest, fields);
            }
        }
    }

    private String insertOf(int rows) {
        String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        return "INSERT INTO " + name + " VALUES " + String.join(", ", Collections.nCopies(rows, row));
    }

    private void add(List<@Nullable Object> fields, SeriesBlock block, RowCursor rows, List<String> members) {
        ObservationStatus status = rows.segment().status(rows.row());
        fields.add(block.indicator().id());
        fields.add(table.regions().region(rows.region()).code());
        fields.add(TimePeriod.ofCode(rows.period()).toString());
        fields.add(
                status.hasValue()
                        ? BigDecimal.valueOf(
                                rows.segment().values().unscaled(rows.row()),
                                block.indicator().decimals())
                        : null);
        if (hasStatus) {
            fields.add(status == ObservationStatus.NORMAL ? null : String.valueOf(status.sdmx()));
        }
        if (hasPrecision) {
            boolean isPrinted = rows.segment().precisions() != null
                    && rows.segment().precisions().code(rows.row()) > 0;
            fields.add(isPrinted ? PrecisionText.of(rows.segment().precision(rows.row())) : null);
        }
        fields.addAll(members);
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
