/**
 * Turns the results of roll-ups into the cells and rows of a table. Not exported.
 *
 * <p>A {@link org.grassrootskpi.evaluate.Recipe} holds a {@link org.grassrootskpi.evaluate.Formula} for each measure and subject.
 * Formulas divide, compare and rank, by {@code CellMath} with bounds, and read their inputs from {@code Cells}, which {@code
 * Evaluation} implements: it reads {@code RollupResults}, and uses {@code SlotFold} to fold the slots of one group and {@code PairFold}
 * for those of pairs. {@link org.grassrootskpi.evaluate.ResultAssembly} decides which groups become rows, in which order.
 *
 * <p>A cell is made when it is read, with its bounds and remarks. Where only values are read or compared, most are had without:
 * {@code PackedSlots} hold the counts and values of all indicators of a group, which {@code SlotCombiner} combines once for all groups
 * from {@code PackedParts} (quantiles in {@code QuantileColumns}, what longs do not hold in {@code SlotDecimals}), {@code PackedPairs}
 * those of pairs, {@code SlidingWindow} those over windows, {@code RankNumbers} the ranks; {@code GroupNumbers} number the groups, {@code
 * ObservedRows} reads them in order, {@code PlainSlots} writes them, and {@code GroupOrder} orders rows
 * by the doubles next to them.
 *
 * <p>Measures of targets read a second evaluation, of a {@code Recipe} over the table of targets ({@code TargetResults}); {@code
 * TargetGaps} finds what has a value and no target.
 *
 * <pre>{@code
 * ResultTable table = ResultAssembly.table(recipe, results, further, targets, 2);
 * }</pre>
 */
@NullMarked
package org.grassrootskpi.evaluate;

import org.jspecify.annotations.NullMarked;
