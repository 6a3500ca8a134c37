/**
 * From the results of roll-ups to the cells and rows of a table. Not exported.
 *
 * <p>A {@link org.grassrootskpi.evaluate.Recipe} holds a {@link org.grassrootskpi.evaluate.Formula} for each measure and subject.
 * Formulas divide, compare and rank, by {@code CellMath} with bounds, and ask {@code Cells} for what lies below them. {@code
 * Evaluation} answers: it looks into {@code RollupResults}, and has {@code SlotFold} fold the slots of one group and {@code PairFold}
 * those of pairs; {@code PackedSlots} answer most questions without either. {@link org.grassrootskpi.evaluate.ResultAssembly} decides
 * which groups become rows, in which order.
 *
 * <pre>{@code
 * ResultTable table = ResultAssembly.table(recipe, results, further);
 * }</pre>
 */
@NullMarked
package org.grassrootskpi.evaluate;

import org.jspecify.annotations.NullMarked;
