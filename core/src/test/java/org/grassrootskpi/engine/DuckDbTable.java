package org.grassrootskpi.engine;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.table.ObservationTable;

/** A copy of a table in DuckDB: codes as text, statuses, combinations of members and precisions by their numbers. */
final class DuckDbTable {
    static final ImmutableList<ObservationStatus> STATUSES = ImmutableList.copyOf(ObservationStatus.values());

    /** To start a database takes longer than all that one test asks of it, so all tables are in one. */
    private static final DuckDBConnection DATABASE = start();

    private final ObservationTable table;
    /** Has temporary tables that no other connection sees. */
    private final DuckDBConnection sql;

    private final List<ImmutableList<String>> combinations = new ArrayList<>();
    private final List<Precision> precisions = new ArrayList<>();

    DuckDbTable(ObservationTable table) {
        this.table = table;
        try {
            sql = DATABASE.duplicate();
            // Tables of some hundred rows: to think about a statement takes longer than to run it as it is written.
            execute("pragma disable_optimizer");
            execute(
                    "create temporary table observation (indicator varchar, level varchar, frequency varchar, region varchar,"
                            + " period int, combination int, status int, has_value boolean, precision int, value bigint)");
            try (DuckDBAppender rows = sql.createAppender("temp", "main", "observation")) {
                for (SeriesBlock block : table.blocks()) {
                    append(block, rows);
                }
            }
        } catch (SQLException e) {
            throw new EngineException("Cannot copy " + table + " into DuckDB", e);
        }
    }

    private static DuckDBConnection start() {
        try {
            Properties properties = new Properties();
            properties.setProperty("threads", "1");
            return DriverManager.getConnection("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
        } catch (SQLException e) {
            throw new EngineException("Cannot start DuckDB", e);
        }
    }

    List<ImmutableList<String>> combinations() {
        return combinations;
    }

    List<Precision> precisions() {
        return precisions;
    }

    private void append(SeriesBlock block, DuckDBAppender rows) throws SQLException {
        for (Segment segment : block.segments()) {
            for (int c = 0; c < segment.combinationValues().size(); c++) {
                int combination =
                        number(combinations, segment.combinationValues().get(c));
                for (int s = segment.combinationStart(c); s < segment.combinationStart(c + 1); s++) {
                    for (int row = segment.start(s); row < segment.start(s + 1); row++) {
                        append(block, segment, combination, segment.region(s), row, rows);
                    }
                }
            }
        }
    }

    private void append(SeriesBlock block, Segment segment, int combination, int region, int row, DuckDBAppender rows)
            throws SQLException {
        ObservationStatus status = segment.status(row);
        boolean isPrinted = segment.precisions() != null && segment.precisions().code(row) > 0;
        rows.beginRow();
        rows.append(block.indicator().id());
        rows.append(block.level().code());
        rows.append(block.frequency().name());
        rows.append(table.regions().region(region).code());
        rows.append(segment.periods().code(row));
        rows.append(combination);
        rows.append(DuckDbTable.STATUSES.indexOf(status));
        rows.append(status.hasValue());
        rows.append(isPrinted ? number(precisions, segment.precision(row)) : -1);
        rows.append(segment.values().unscaled(row));
        rows.endRow();
    }

    private static <T> int number(List<T> known, T value) {
        if (!known.contains(value)) {
            known.add(value);
        }
        return known.indexOf(value);
    }

    void execute(String statement) {
        try (Statement run = sql.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new EngineException("DuckDB refused: " + statement, e);
        }
    }

    List<BigInteger[]> rows(String query) {
        return texts(query).stream()
                .map(line -> Stream.of(line).map(BigInteger::new).toArray(BigInteger[]::new))
                .toList();
    }

    List<String[]> texts(String query) {
        List<String[]> rows = new ArrayList<>();
        try (Statement run = sql.createStatement();
                ResultSet lines = run.executeQuery(query)) {
            while (lines.next()) {
                String[] line = new String[lines.getMetaData().getColumnCount()];
                for (int i = 0; i < line.length; i++) {
                    line[i] = lines.getString(i + 1);
                }
                rows.add(line);
            }
        } catch (SQLException e) {
            throw new EngineException("DuckDB refused: " + query, e);
        }
        return rows;
    }
}
