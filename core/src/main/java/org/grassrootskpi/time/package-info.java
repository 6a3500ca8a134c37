/**
 * Periods of time that figures are about.
 *
 * <p>A {@link org.grassrootskpi.time.TimePeriod} is a year, half-year, quarter, month, ISO week or day, or a
 * <dfn>year to date</dfn>: the months from January on that a cumulative figure counts; or a year that begins in another month, as
 * fiscal and academic years do. It is read from the spellings of
 * ISO 8601 and SDMX and from those of Chinese reports, and always written in one. Its {@link
 * org.grassrootskpi.time.Frequency} says which kind it is, and which kinds are composed of which:
 *
 * <pre>{@code
 * TimePeriod quarter = TimePeriod.parse("2024-Q3");
 * quarter.firstDay();                           // 2024-07-01
 * quarter.lastDay();                            // 2024-09-30, inclusive
 * quarter.subperiods(Frequency.MONTHLY);        // 2024-07..2024-09
 * quarter.parent(Frequency.ANNUAL);             // Optional[2024]
 * quarter.yearEarlier();                        // Optional[2023-Q3]
 *
 * TimePeriod.parse("2024-W05").parent(Frequency.MONTHLY);   // Optional.empty: January and February share it
 * Frequency.WEEKLY.nestsIn(Frequency.MONTHLY);          // false: weekly figures don't roll up to months
 *
 * TimePeriod cumulative = TimePeriod.parse("2024-01-01/P9M");   // 1-9月累计
 * cumulative.toString();                                // 2024-YTD09
 * cumulative.previous();                                // 2024-YTD08: the difference is September's
 *
 * TimePeriod fiscal = TimePeriod.ofYear(2024, Month.APRIL);     // 2024/25-M04
 * fiscal.lastDay();                                     // 2025-03-31
 * fiscal.subperiods(Frequency.QUARTERLY);               // 2024-Q2..2025-Q1
 * }</pre>
 *
 * <p>A {@link org.grassrootskpi.time.TimePeriodRange} is a sequence of periods of one frequency, such as the months of
 * a query. Tables store periods as the {@code int} of {@link org.grassrootskpi.time.TimePeriod#toCode}, in which the
 * periods of a frequency are consecutive numbers.
 *
 * <h2>Spellings</h2>
 *
 * <p>The first of each line is what {@code toString} writes; all are read.
 *
 * <ul>
 *   <li>{@code 2024}, {@code 2024-A1}, {@code 2024年}, {@code 2024年度}: a year
 *   <li>{@code 2024-H1}, {@code 2024-S1}, {@code 2024H1}, {@code 2024年上半年}: a half-year
 *   <li>{@code 2024-Q3}, {@code 2024Q3}, {@code 2024年第三季度}, {@code 2024年三季度}, {@code 2024年3季度}: a quarter
 *   <li>{@code 2024-07}, {@code 2024-M07}, {@code 2024M07}, {@code 2024年7月}, {@code 2024年7月份}: a month
 *   <li>{@code 2024-W05}, {@code 2024W05}: a week
 *   <li>{@code 2024-07-15}, {@code 2024-D197}, {@code 2024年7月15日}: a day
 *   <li>{@code 2024-YTD09}, {@code 2024-01-01/P9M}, {@code 2024年1-9月}, {@code 2024年1月至9月}, {@code 2024年前三季度}: a year to
 *       date
 *   <li>{@code 2024/25-M04}, {@code 2024-04-01/P1Y}: a year from April on; {@code 2024/25} alone is refused, because it does not say
 *       in which month it begins
 * </ul>
 *
 * <p>A first day with an ISO 8601 duration in years, months, weeks or days is the period of exactly those days, and
 * refused if there is none: {@code 2024-07-01/P3M} is {@code 2024-Q3}, {@code 2024-01-01/P1Y} is {@code 2024}, {@code
 * 2024-01-29/P7D} is {@code 2024-W05}. From 1 January in months it is always a year to date, since SDMX has no other
 * spelling for it: {@code 2024-01-01/P3M} is {@code 2024-YTD03}, not {@code 2024-Q1}.
 *
 * <p>Text that is no period is refused with a {@link org.grassrootskpi.time.TimePeriodFormatException}, which says
 * where and what was expected. Nothing here knows a clock, a time zone or a locale.
 */
@NullMarked
package org.grassrootskpi.time;

import org.jspecify.annotations.NullMarked;
