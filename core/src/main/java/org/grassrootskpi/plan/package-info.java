/**
 * Turns a query into the roll-ups that answer it, or refuses it.
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
 * <p>A query goes one way through it: {@code QueryChecks} refuse unknown names; {@code Subjects}, {@code RegionAxes} and {@code
 * TimeAxis} lay out the groups, for which {@code SourceSelector} chooses the data; {@code MeasureRules}, then {@code AggregateRules}
 * and {@code ValueRules}, make a formula of each measure and subject, or refuse it; {@code RollupRequests} gather what the formulas
 * read, each of it once; and the plan holds the {@link org.grassrootskpi.evaluate.Recipe}, of which {@link
 * org.grassrootskpi.evaluate.ResultAssembly} makes the table.
 *
 * <p>A query may select thousands of indicators: {@code IndicatorIndex} finds them and their data, and what they have in common (their
 * level and frequency, their time, how they are grouped) is worked out once for neighbours that share it.
 *
 * <p>An engine runs plans; {@link org.grassrootskpi.plan.Plan#finish} is for those who write one.
 */
@NullMarked
package org.grassrootskpi.plan;

import org.jspecify.annotations.NullMarked;
