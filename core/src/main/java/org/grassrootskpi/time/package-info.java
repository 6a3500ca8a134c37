/**
 * The time that a figure is about.
 *
 * <p>A {@link org.grassrootskpi.time.Period} is a year, half-year, quarter, month, ISO week or day, or a
 * <dfn>year to date</dfn>: the months from January on that a cumulative figure counts. It is read from the spellings of
 * ISO 8601 and SDMX, and always written in one. Its {@link org.grassrootskpi.time.Frequency} says which kind it is, and
 * which kinds can be put together from which:
 *
 * <pre>{@code
 * Period quarter = Period.parse("2024-Q3");
 * quarter.start();                              // 2024-07-01
 * quarter.end();                                // 2024-09-30, inclusive
 * quarter.subperiods(Frequency.MONTHLY);        // 2024-07..2024-09
 * quarter.parent(Frequency.ANNUAL);             // Optional[2024]
 * quarter.yearEarlier();                        // Optional[2023-Q3]
 *
 * Period.parse("2024-W05").parent(Frequency.MONTHLY);   // Optional.empty: January and February share it
 * Frequency.WEEKLY.nestsIn(Frequency.MONTHLY);          // false: weekly figures don't roll up to months
 *
 * Period cumulative = Period.parse("2024-01-01/P9M");   // 1-9月累计
 * cumulative.toString();                                // 2024-YTD09
 * cumulative.previous();                                // 2024-YTD08: the difference is September's
 * }</pre>
 *
 * <p>A {@link org.grassrootskpi.time.PeriodRange} is a sequence of periods of one frequency, such as the months of a
 * query. Tables store periods as the {@code int} of {@link org.grassrootskpi.time.Period#toCode}, in which the periods of
 * a frequency are consecutive numbers.
 *
 * <p>Text that is no period is refused with a {@link org.grassrootskpi.time.PeriodFormatException}, which says where and
 * what was expected. Nothing here knows a clock, a time zone or a locale.
 */
@NullMarked
package org.grassrootskpi.time;

import org.jspecify.annotations.NullMarked;
