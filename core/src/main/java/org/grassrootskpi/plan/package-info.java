/**
 * How a query is answered, in terms that every engine understands.
 *
 * <p>A {@link org.grassrootskpi.plan.Planner} knows the catalogue and which data there is. It turns a
 * {@link org.grassrootskpi.query.Query} into a {@link org.grassrootskpi.plan.Plan}: a few
 * {@link org.grassrootskpi.rollup.Rollup rollups} that an engine makes over its rows, and the formulas that turn their
 * {@link org.grassrootskpi.rollup.RollupResult results} into a table:
 *
 * <pre>{@code
 * Plan plan = planner.plan(query);                      // refusals are decided here
 * List<RollupResult> results = new ArrayList<>();
 * for (Rollup rollup : plan.rollups()) {
 *     results.add(read(rollup));                          // all that an engine has to do
 * }
 * ResultTable table = plan.finish(results);
 * }</pre>
 *
 * <p>All rules (which kinds add up, what is missing, what a calendar period is compared with, what a figure leaves open)
 * are in the plan. An engine only groups rows by slots of {@link org.grassrootskpi.rollup.RegionGroups regions} and
 * {@link org.grassrootskpi.rollup.PeriodGroups periods} and gathers {@link org.grassrootskpi.rollup.Aggregate aggregates}
 * exactly. The suite {@code org.grassrootskpi.conformance} in this module's test jar holds engines to that.
 */
@NullMarked
package org.grassrootskpi.plan;

import org.jspecify.annotations.NullMarked;
