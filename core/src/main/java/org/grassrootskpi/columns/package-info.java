/**
 * The column store beneath a table. Not exported: its arrays are handed to the engine without a copy.
 *
 * <p>A {@link org.grassrootskpi.columns.SeriesBlock} holds the rows of one indicator, region level and frequency, in
 * {@link org.grassrootskpi.columns.Segment}s: those without a remark apart from those with one, and those that were appended
 * lately apart from the many before them. A segment is sorted, series by series in order of time. {@link
 * org.grassrootskpi.columns.ValueColumn} and {@link org.grassrootskpi.columns.PeriodColumn} are as narrow as the data; {@link
 * org.grassrootskpi.columns.PrecisionColumn} exists only where a figure has a qualifier or a precision of its digits that
 * differs from the indicator's. {@link org.grassrootskpi.columns.SeriesStatistics}, and over the {@link
 * org.grassrootskpi.columns.SiblingRuns} of one parent {@link org.grassrootskpi.columns.Subtotals} and {@link
 * org.grassrootskpi.columns.YearStatistics}, save a scan most of its rows. {@link org.grassrootskpi.columns.RowCursor} reads a
 * block in the order of its keys.
 *
 * <pre>{@code
 * Segment segment = table.blocks().get(0).segments().get(0);
 * int first = segment.start(0);                     // the first row of the first series
 * long unscaled = segment.values().unscaled(first); // its value, times ten to the power of the decimals
 * }</pre>
 */
@NullMarked
package org.grassrootskpi.columns;

import org.jspecify.annotations.NullMarked;
