/**
 * Results in columns: the form in which the local engine hands them over, and in which cells are made of them. Not exported.
 *
 * <p>{@link org.grassrootskpi.slots.SlotColumns} holds one {@link org.grassrootskpi.slots.DecimalColumn} for each aggregate;
 * {@link org.grassrootskpi.slots.SlotPositions} says where a slot is in them. The arrays are shared with the engine, not copied. {@link
 * org.grassrootskpi.slots.Workers} is how scans, and what is made of their results, use several threads.
 *
 * <pre>{@code
 * SlotColumns columns = SlotColumns.from(result);  // of any engine
 * for (int slot : columns.slots()) {
 *     System.out.println(slot + ": " + columns.sum(slot));
 * }
 * }</pre>
 */
@NullMarked
package org.grassrootskpi.slots;

import org.jspecify.annotations.NullMarked;
