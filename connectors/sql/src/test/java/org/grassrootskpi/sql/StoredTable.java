package org.grassrootskpi.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;

/** A copy of a table in a database, as natural columns (texts and decimals) or as small integers. */
final class StoredTable {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final ObservationTable table;
    private final boolean isCoded;
    private final String name = "observation" + NUMBERS.incrementAndGet();

    private StoredTable(ObservationTable table, boolean isCoded) {
        this.table = table;
        this.isCoded = isCoded;
    }

    /** Copies a table and returns it as a source. */
    static SqlRollupSource source(ObservationTable table, Connection connection, boolean isCoded) {
        if (!isCoded) {
            ObservationLayout layout = JdbcTable.write(table, connection, "observation" + NUMBERS.incrementAndGet());
            return SqlRollupSource.builder(table.catalog())
                    .schema(table.schema())
                    .build(JdbcStore.of(connection), layout);
        }
        StoredTable stored = new StoredTable(table, isCoded);
        try {
            stored.copy(connection);
        } catch (SQLException e) {
            throw new EngineException("Cannot copy " + table, e);
        }
        return SqlRollupSource.builder(table.catalog())
                .schema(table.schema())
                .build(JdbcStore.of(connection), stored.layout());
    }

    private ObservationLayout layout() {
        ObservationLayout natural =
                ObservationLayout.of(name).withStatus("status").withPrecision("precision_text");
        for (int i = 0; i < table.schema().dimensions().size(); i++) {
            natural = natural.withDimension(table.schema().dimensions().get(i), "dimension" + i);
        }
        return isCoded
                ? natural.withRegionNumber("region").withPeriodCode("period").withUnscaledValue("value")
                : natural;
    }

    private void copy(Connection connection) throws SQLException {
        StringBuilder columns = new StringBuilder("indicator varchar, status varchar, precision_text varchar");
        columns.append(
                isCoded
                        ? ", region int, period int, value bigint"
                        : ", region varchar, period varchar, value decimal(38, 12)");
        StringBuilder marks = new StringBuilder("?, ?, ?, ?, ?, ?");
        for (int i = 0; i < table.schema().dimensions().size(); i++) {
            columns.append(", dimension").append(i).append(" varchar");
            marks.append(", ?");
        }
        try (Statement create = connection.createStatement()) {
            create.execute("create temporary table " + name + " (" + columns + ")");
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + name + " values (" + marks + ")")) {
            int rows = 0;
            for (Object[] row : rows()) {
                for (int i = 0; i < row.length; i++) {
                    if (row[i] == null) {
                        insert.setNull(i + 1, i == 5 ? isCoded ? Types.BIGINT : Types.DECIMAL : Types.VARCHAR);
                    } else {
                        insert.setObject(i + 1, row[i]);
                    }
                }
                insert.addBatch();
                rows++;
            }
            if (rows > 0) {
                insert.executeBatch();
            }
        }
    }

    private List<Object[]> rows() {
        List<Object[]> rows = new ArrayList<>();
        for (SeriesBlock block : table.blocks()) {
            for (Segment segment : block.segments()) {
                for (int c = 0; c < segment.combinationValues().size(); c++) {
                    for (int s = segment.combinationStart(c); s < segment.combinationStart(c + 1); s++) {
                        for (int row = segment.start(s); row < segment.start(s + 1); row++) {
                            rows.add(row(
                                    block, segment, segment.combinationValues().get(c), segment.region(s), row));
                        }
                    }
                }
            }
        }
        return rows;
    }

    private Object[] row(SeriesBlock block, Segment segment, List<String> members, int region, int row) {
        ObservationStatus status = segment.status(row);
        boolean isPrinted = segment.precisions() != null && segment.precisions().code(row) > 0;
        int period = segment.periods().code(row);
        long unscaled = segment.values().unscaled(row);
        Object[] fields = new Object[6 + members.size()];
        fields[0] = block.indicator().id();
        // Letters and names, and nothing for the usual one.
        fields[1] = status == ObservationStatus.NORMAL
                ? null
                : row % 2 == 0 ? status.name() : String.valueOf(status.sdmx());
        fields[2] = isPrinted ? PrecisionText.of(segment.precision(row)) : null;
        fields[3] = isCoded ? (Object) region : table.regions().region(region).code();
        fields[4] = isCoded ? (Object) period : TimePeriod.ofCode(period).toString();
        if (status.hasValue()) {
            fields[5] = isCoded
                    ? (Object) unscaled
                    : BigDecimal.valueOf(unscaled, block.indicator().decimals());
        }
        for (int i = 0; i < members.size(); i++) {
            fields[6 + i] = members.get(i);
        }
        return fields;
    }
}
