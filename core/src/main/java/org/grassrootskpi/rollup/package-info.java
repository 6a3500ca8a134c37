/**
 * Defines the roll-ups that every engine computes, and their results.
 *
 * <p>A {@link org.grassrootskpi.rollup.Rollup} names the observations of one source and the slots that their rows belong to: which {@link
 * org.grassrootskpi.rollup.RegionGroups regions}, {@link org.grassrootskpi.rollup.PeriodGroups periods} and {@link
 * org.grassrootskpi.rollup.CombinationGroups members of extra dimensions} are combined. A {@link
 * org.grassrootskpi.rollup.RollupSource} reads them where they are stored, and returns {@link
 * org.grassrootskpi.rollup.RollupResult results} that it builds in any order:
 *
 * <pre>{@code
 * RollupSource source = rollup -> {
 *     RollupResult.Builder result = RollupResult.builder(rollup);
 *     Map<String, Integer> regions = rollup.slotByRegion();                // join your rows with these two,
 *     Map<TimePeriod, Integer> periods = rollup.periods().slotByPeriod();      // group them, and hand over each group
 *     result.slot(0, 0, List.of()).count(3).sum(new BigDecimal("12.50"));
 *     return result.build();
 * };
 * Engine engine = Engine.of(planner, source);
 * }</pre>
 *
 * <p>A source need not know kinds of indicators, calendars, missing values, bounds or refusals. Results of parts of the rows
 * {@linkplain org.grassrootskpi.rollup.RollupResult#merge merge}. Everything here is immutable, except for what is being built.
 */
@NullMarked
package org.grassrootskpi.rollup;

import org.jspecify.annotations.NullMarked;
