/**
 * Answers queries, from a columnar table in memory or from a {@link org.grassrootskpi.rollup.RollupSource}.
 *
 * <p>A {@link org.grassrootskpi.engine.LocalEngine} runs each roll-up of a plan over the one block of the table that holds its
 * source. It uses one physical operation, a scan: rows in a range of regions and a range of periods are assigned to groups
 * that are numbered without gaps, and aggregated there. It reads as little as the groups allow: whole series by their
 * statistics, siblings by their subtotals, rows by loops over the columns. Everything that depends on an indicator's kind
 * has been decided before a scan begins.
 *
 * <pre>{@code
 * Engine engine = Engine.local(table).withThreads(2);
 * ResultTable result = engine.execute(Query.select("requests.handled").during("2024"));
 * Plan plan = engine.plan(query);                 // how it would be answered, without reading a row
 * }</pre>
 */
@NullMarked
package org.grassrootskpi.engine;

import org.jspecify.annotations.NullMarked;
