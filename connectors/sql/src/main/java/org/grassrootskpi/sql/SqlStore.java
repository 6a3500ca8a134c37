package org.grassrootskpi.sql;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * A database that answers statements over observations: through JDBC, {@link JdbcStore}, or another way in.
 *
 * <p>Implementations may be asked by several threads at once, and end a running statement when the thread that asked for it is
 * interrupted.
 */
public interface SqlStore {
    /** {@return the SQL that it understands} */
    SqlDialect dialect();

    /**
     * Answers a statement.
     *
     * @param select the statement, which refers to the lookups by their names
     * @param lookups small relations that this statement joins
     * @param rows receives each row of the answer
     * @throws org.grassrootskpi.rollup.EngineException if the statement cannot be answered, or the thread was interrupted
     */
    void read(String select, ImmutableList<Lookup> lookups, RowHandler rows);

    /**
     * Returns the columns of a relation without reading a row.
     *
     * @param relation what may follow {@code FROM}: a table, a view, a table function, a subquery with an alias
     * @return the kind of each column by its name, in the order of the relation
     * @throws org.grassrootskpi.rollup.EngineException if there is no such relation
     */
    ImmutableMap<String, ColumnKind> columns(String relation);

    /** The kinds of columns that matter to observations. */
    enum ColumnKind {
        /** Whole numbers and decimals, which add up exactly. */
        EXACT,
        /** Binary fractions, whose sum depends on the order of the rows. */
        FLOATING_POINT,
        /** Texts. */
        TEXT,
        /** Anything else. */
        OTHER
    }

    /** Receives the rows of an answer. */
    @FunctionalInterface
    interface RowHandler {
        /**
         * Receives a row.
         *
         * @param row its fields; not to be kept beyond the call
         */
        void row(SqlRow row);
    }
}
