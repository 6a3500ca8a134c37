/**
 * Observations by the million, as columns.
 *
 * <p>What flows in are observations, primitive arrays or the rows of a CSV file, in any order; what comes out is an
 * immutable {@link org.grassrootskpi.table.ObservationTable} that a query reads:
 *
 * <pre>{@code
 * ObservationTable table = ObservationTable.builder(catalog)
 *         .add(observation)
 *         .addAll("event.handled", regions, periods, values)
 *         .build();
 * }</pre>
 *
 * <p>The table cuts its rows into blocks, one for each indicator, region level and frequency, a block into segments, and a
 * segment into <dfn>series</dfn>, the rows of one region (and one combination of the extra dimensions that a {@link
 * org.grassrootskpi.table.TableSchema} declares) in order of time. Regions are numbered by {@link
 * org.grassrootskpi.model.RegionNumbering} so that everything below a region is a range of numbers. Values are whole
 * numbers at the indicator's decimals, so that sums are exact; the extremes prove that a sum of {@code long}s cannot
 * overflow. Each series keeps its minimum, maximum and sum, so that a roll-up over all its periods needs none of its
 * rows; neighbours of one parent region keep subtotals by period, so that a roll-up over regions needs none either.
 *
 * <p>Rows that are appended become a segment of their own, or are merged with others of their size, as in a log-structured
 * store: an append costs its rows, whatever the size of the table.
 *
 * <p>What is missing is absent, never zero. What a report says about a number, "近" or "provisional", is stored in columns
 * of one byte, in segments of the rows that have such a remark; the other rows have none. See {@link
 * org.grassrootskpi.quantity.Precision}.
 *
 * <p>Nothing in this package knows which values may be added: that is the business of queries.
 */
@NullMarked
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        allParameters = false,
        get = "*",
        depluralize = true,
        allowedClasspathAnnotations = {Override.class})
package org.grassrootskpi.table;

import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
