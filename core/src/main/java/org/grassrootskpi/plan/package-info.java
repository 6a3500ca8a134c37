/**
 * From a query to the roll-ups that answer it, or to a refusal.
 *
 * <p>A {@link org.grassrootskpi.plan.Planner} knows the catalogue and which data there is. It turns a {@link
 * org.grassrootskpi.query.Query} into a {@link org.grassrootskpi.plan.Plan}: a few {@linkplain org.grassrootskpi.rollup.Rollup roll-ups}
 * that an engine reads, and the formulas that make a table of their results. All rules (which kinds add up, what is missing, what a
 * calendar period is compared with, how uncertain a figure is) are decided here, before a row is read:
 *
 * <pre>{@code
 * Plan plan = Planner.of(table).plan(query);
 * plan.refusals();                       // which measures are refused, and what to ask instead
 * System.out.println(plan);              // the roll-ups and the formulas
 * }</pre>
 *
 * <p>An engine runs plans; {@link org.grassrootskpi.plan.Plan#finish} is for those who write one.
 */
@NullMarked
package org.grassrootskpi.plan;

import org.jspecify.annotations.NullMarked;
