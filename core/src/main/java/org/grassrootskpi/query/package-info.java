/**
 * Queries and their results.
 *
 * <p>A {@link org.grassrootskpi.query.Query} has indicators, regions, periods,
 * {@link org.grassrootskpi.query.Dimension dimensions} and {@link org.grassrootskpi.query.Measure measures}. An engine
 * answers it with a {@link org.grassrootskpi.query.ResultTable}, whose {@link org.grassrootskpi.query.Cell cells} hold a
 * value or the reason why there is none:
 *
 * <pre>{@code
 * ResultTable result = Engine.local(table).execute(
 *         Query.select("requests.handled", "requests.closing-rate")
 *                 .within("440307003")
 *                 .during("2024")
 *                 .groupBy(Dimension.region(RegionLevel.COMMUNITY), Dimension.period(Frequency.QUARTERLY))
 *                 .measures(Measure.value(), Measure.sum(), Measure.yearOnYear()));
 * System.out.println(result);                    // an aligned table
 * result.refusals();                             // sum of requests.closing-rate: SUM_OF_RATIO, with the way out
 * result.row(0).cell("value").bounds();          // where the true value lies
 * double[] values = result.doubles("value");     // NaN where there is no value
 * }</pre>
 *
 * <p>One query may ask for flows, stocks and ratios at once, and each is combined by its own rule. A computation that
 * makes no sense is refused before a row is read, with a {@link org.grassrootskpi.query.Refusal} that says what to ask
 * instead; what the data lacks is an {@link org.grassrootskpi.query.Absence}. Everything here is immutable.
 */
@NullMarked
@QueryStyle
package org.grassrootskpi.query;

import org.jspecify.annotations.NullMarked;
