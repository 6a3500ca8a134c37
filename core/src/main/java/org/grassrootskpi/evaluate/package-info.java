/**
 * Turns the results of roll-ups into the cells and rows of a table. Not exported.
 *
 * <p>A {@link org.grassrootskpi.evaluate.Recipe} holds a {@link org.grassrootskpi.evaluate.Formula} for each measure and subject.
 * Formulas divide, compare and rank, by {@code CellMath} with bounds, and read their inputs from {@code Cells}, which {@code
 * Evaluation} implements: it reads {@code RollupResults}, and uses {@code SlotFold} to fold the slots of one group and {@code PairFold}
 * for those of pairs; {@code PackedSlots} answer most queries without either. {@link org.grassrootskpi.evaluate.ResultAssembly} decides
 * which groups become rows, in which order.
 *
 * <pre>{@code
 * ResultTable table = ResultAssembly.table(recipe, results, further);
 * }</pre>
 */
@NullMarked
package org.grassrootskpi.evaluate;

import org.jspecify.annotations.NullMarked;
