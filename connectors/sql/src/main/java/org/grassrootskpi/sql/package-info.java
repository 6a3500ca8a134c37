/**
 * Rolls up observations where they lie: in DuckDB, over Parquet and CSV files or its own tables, and in PostgreSQL.
 *
 * <pre>{@code
 * try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
 *     SqlRollupSource source = SqlRollupSource.builder(catalog)
 *             .build(JdbcStore.of(connection), ObservationLayout.of("read_parquet('figures/*.parquet')"));
 *     System.out.println(source.engine().execute(query));
 * }
 * }</pre>
 *
 * <p>An {@link org.grassrootskpi.sql.ObservationLayout} says which columns hold what. A query becomes one statement for all indicators
 * that are rolled up alike: the observations, joined with the slots of regions and periods, in groups. Values are decimals or whole
 * numbers, so that sums are exact; columns of doubles are refused.
 *
 * <p>An {@link org.grassrootskpi.sql.SqlStore} is the way into a database; {@link org.grassrootskpi.sql.JdbcStore} is the one through
 * JDBC. {@link org.grassrootskpi.sql.JdbcTable} writes observations into a database.
 */
@NullMarked
package org.grassrootskpi.sql;

import org.jspecify.annotations.NullMarked;
