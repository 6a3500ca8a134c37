/**
 * Observations that Spark SQL reads, rolled up by Spark: in a lake, or where one machine does not suffice.
 *
 * <pre>{@code
 * SqlRollupSource source = SqlRollupSource.builder(catalog)
 *         .build(SparkStore.of(session), ObservationLayout.of("parquet.`/data/figures`"));
 * ResultTable result = source.engine().execute(query);
 * }</pre>
 *
 * <p>{@link org.grassrootskpi.spark.SparkStore} runs the statements of {@link org.grassrootskpi.sql.SqlRollupSource} in a session; {@link
 * org.grassrootskpi.spark.SparkTable} makes a view of observations in memory.
 */
@NullMarked
package org.grassrootskpi.spark;

import org.jspecify.annotations.NullMarked;
