/**
 * Answers queries, from a columnar table in memory or from a {@link org.grassrootskpi.rollup.RollupSource}.
 *
 * <p>A {@link org.grassrootskpi.engine.LocalEngine} runs each roll-up of a plan over the one block of the table that holds its
 * source. It uses one physical operation, a scan: rows in a range of regions and a range of periods are assigned to groups
 * that are numbered without gaps, and aggregated there. It reads as little as the groups allow, and every question takes one
 * of these paths through each segment of the block:
 *
 * <ul>
 *   <li>all periods in one group: the statistics of whole series;
 *   <li>sums and counts of siblings by period, such as a roll-up to parents and years: their subtotals;
 *   <li>sums and counts of other neighbours: a loop that adds up the rows by period, then groups periods;
 *   <li>minima and maxima of siblings by year, without sums: the statistics of years;
 *   <li>other minima and maxima by period: a loop like it, besides the sums;
 *   <li>groups of one row each, such as all rows by month: rows are passed on as they are, those of several segments merged;
 *   <li>sums and counts of doubles: loops like these, in exact parts of a double, few rows directly;
 *   <li>rows with a remark, and extremes of doubles: row by row;
 *   <li>ratios, growth and weighted means over pairs of rows: two segments side by side.
 * </ul>
 *
 * <p>Everything that depends on an indicator's kind has been decided before a scan begins.
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
