/**
 * From the results of roll-ups to the cells and rows of a table. Not exported.
 *
 * <p>A {@link org.grassrootskpi.evaluate.Recipe} holds a {@link org.grassrootskpi.evaluate.Formula} for each measure and subject.
 * {@link org.grassrootskpi.evaluate.Evaluation} looks results up, {@code Accumulation} folds the slots of one group, {@code CellMath}
 * divides and compares with bounds, {@link org.grassrootskpi.evaluate.ResultAssembly} decides which groups become rows, in which order.
 */
@NullMarked
package org.grassrootskpi.evaluate;

import org.jspecify.annotations.NullMarked;
