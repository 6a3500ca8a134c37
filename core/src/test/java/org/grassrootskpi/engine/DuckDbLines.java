package org.grassrootskpi.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.grassrootskpi.query.ResultTable;
import org.jspecify.annotations.Nullable;

/** What DuckDB answers and what we answer, as lines of text to compare: the fields of a row, with commas between them. */
final class DuckDbLines {
    private DuckDbLines() {}

    /** Fills a table whose columns are texts and {@code bigint}; statements that insert take many times as long. */
    static DuckDBAppender appender(Connection sql, String table) throws SQLException {
        return sql.unwrap(DuckDBConnection.class).createAppender(table);
    }

    /** Adds a row of texts, whole numbers and nulls. */
    static void append(DuckDBAppender rows, @Nullable Object... values) throws SQLException {
        rows.beginRow();
        for (Object value : values) {
            if (value == null) {
                rows.appendNull();
            } else if (value instanceof Number number) {
                rows.append(number.longValue());
            } else {
                rows.append(value.toString());
            }
        }
        rows.endRow();
    }

    /** Returns the rows that DuckDB answers. */
    static List<String> of(Connection sql, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = sql.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> fields = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    fields.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join(",", fields));
            }
        }
        return rows;
    }

    /** Returns for lines of a place, a period, a dividend and a divisor the place, the period and the quotient. */
    static List<String> divided(List<String> lines) {
        return lines.stream()
                .map(line -> List.of(line.split(",", -1)))
                .map(parts -> parts.get(0) + "," + parts.get(1) + ","
                        + plain(new BigDecimal(parts.get(2))
                                .divide(new BigDecimal(parts.get(3)), MathContext.DECIMAL128)))
                .toList();
    }

    /** Returns place, period and value of the rows that have a value. */
    static List<String> shown(ResultTable table, String measure) {
        return table.stream()
                .filter(row -> row.cell(measure).hasValue())
                .map(row -> row.region().orElseThrow().code() + ","
                        + row.period().orElseThrow() + ","
                        + plain(row.cell(measure).get()))
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
