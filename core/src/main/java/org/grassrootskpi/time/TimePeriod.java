package org.grassrootskpi.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole days that a figure is about: {@code 2024}, {@code 2024-H1}, {@code 2024-Q3}, {@code 2024-07},
 * {@code 2024-W05}, {@code 2024-07-15}, the year to date {@code 2024-YTD09}, January to September, or the year {@code 2024/25-M04} from
 * April 2024 to March 2025.
 *
 * <p>A period is one of those eight kinds, its {@link #frequency()}, and lies wholly between 0001-01-01 and 9999-12-31 of
 * the ISO calendar. It is neither an arbitrary span of days nor an amount of time, and it has no time zone. Weeks follow
 * ISO 8601: they begin on Monday, and their {@link #year()} is the week-based year, so that {@code 2025-W01} begins on
 * 2024-12-30.
 *
 * <p>{@code 2024-YTD12} and {@code 2024} have the same days and are not equal: see {@link Frequency#YEAR_TO_DATE}.
 *
 * <p>Periods are ordered by their first day, then the longer first, so that a year comes before its first half, its
 * first quarter, January and 1 January; of two with the same days, the year-to-date one comes last. So the longer of two
 * years to date comes first, though its code is higher. The order is consistent with {@code equals}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TimePeriod implements Comparable<TimePeriod> {
    private final Frequency frequency;
    private final int index;
    private final int startDay;
    private final int endDay;

    /** Makes the period with this number on the {@link Timeline}, which the caller has checked. */
    TimePeriod(Frequency frequency, int index) {
        this.frequency = frequency;
        this.index = index;
        this.startDay = Timeline.startDay(frequency, index);
        this.endDay = Timeline.endDay(frequency, index);
    }

    /**
     * {@return a calendar year, {@code 2024}}
     * @param year from 1 to 9999
     * @throws IllegalArgumentException if the year is out of range
     */
    public static TimePeriod ofYear(int year) {
        return ofPart(Frequency.ANNUAL, year, 1, 1, "year");
    }

    /**
     * {@return a year that begins with a month, {@code 2024/25-M04}; the calendar year for January}
     * @param year in which it begins, from 1 to 9998, or 9999 for January
     * @param start its first month
     * @throws IllegalArgumentException if the year is out of range
     */
    public static TimePeriod ofYear(int year, Month start) {
        Frequency frequency = Frequency.yearsFrom(start);
        Timeline.checkRange(year, 1, Timeline.count(frequency), "year");
        return new TimePeriod(frequency, year - 1);
    }

    /**
     * {@return a half of a calendar year, {@code 2024-H1}}
     * @param year from 1 to 9999
     * @param half 1 (January to June) or 2 (July to December)
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static TimePeriod ofHalf(int year, int half) {
        return ofPart(Frequency.HALF_YEARLY, year, half, 2, "half-year");
    }

    /**
     * {@return a quarter of a calendar year, {@code 2024-Q3}}
     * @param year from 1 to 9999
     * @param quarter from 1 to 4
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static TimePeriod ofQuarter(int year, int quarter) {
        return ofPart(Frequency.QUARTERLY, year, quarter, 4, "quarter");
    }

    /**
     * {@return a calendar month, {@code 2024-07}}
     * @param year from 1 to 9999
     * @param month from 1 to 12
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static TimePeriod ofMonth(int year, int month) {
        return ofPart(Frequency.MONTHLY, year, month, 12, "month");
    }

    /**
     * {@return a week of ISO 8601, {@code 2024-W05}}
     * @param year the week-based year, from 1 to 9999
     * @param week from 1 to the number of weeks of that year, 52 or 53; in 9999 to 51, for its last week ends in 10000
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static TimePeriod ofWeek(int year, int week) {
        Timeline.checkRange(year, 1, Timeline.MAX_YEAR, "year");
        Timeline.checkRange(week, 1, Timeline.weeksOf(year), "week of " + ofYear(year));
        return new TimePeriod(Frequency.WEEKLY, Timeline.indexOfWeek(year, week));
    }

    /**
     * {@return a calendar day, {@code 2024-07-15}}
     * @param year from 1 to 9999
     * @param month from 1 to 12
     * @param day from 1 to the length of the month
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static TimePeriod ofDay(int year, int month, int day) {
        TimePeriod of = ofMonth(year, month);
        Timeline.checkRange(day, 1, of.lengthInDays(), "day of " + of);
        return from(LocalDate.of(year, month, day));
    }

    /**
     * {@return the year from 1 January to the last day of a month, {@code 2024-YTD09}}
     * @param year from 1 to 9999
     * @param throughMonth the last month included, from 1 to 12
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static TimePeriod yearToDate(int year, int throughMonth) {
        return ofPart(Frequency.YEAR_TO_DATE, year, throughMonth, 12, "month");
    }

    /**
     * {@return the year as a period}
     * @param year a year from 1 to 9999
     * @throws IllegalArgumentException if the year is out of range
     */
    public static TimePeriod from(Year year) {
        return ofYear(year.getValue());
    }

    /**
     * {@return the month as a period}
     * @param month a month of the years 1 to 9999
     * @throws IllegalArgumentException if the year is out of range
     */
    public static TimePeriod from(YearMonth month) {
        return ofMonth(month.getYear(), month.getMonthValue());
    }

    /**
     * {@return the day as a period}
     * @param date a day from 0001-01-01 to 9999-12-31
     * @throws IllegalArgumentException if the date is out of range
     */
    public static TimePeriod from(LocalDate date) {
        return containing(date, Frequency.DAILY);
    }

    /**
     * {@return the period of a frequency with a given day in it}
     * @param date a day from 0001-01-01 to 9999-12-31
     * @param frequency the frequency of the result; for {@link Frequency#YEAR_TO_DATE}, the range through the month of
     *     the date, which is the shortest that contains it
     * @throws IllegalArgumentException if the date is out of range, or in the week that ends in the year 10000
     */
    public static TimePeriod containing(LocalDate date, Frequency frequency) {
        return new TimePeriod(frequency, Timeline.checkedIndexAt(date, frequency));
    }

    /**
     * {@return the period of a text: what {@link #toString} and {@link #toSdmx} write, and the other spellings of ISO
     * 8601, SDMX and Chinese reports that the {@linkplain org.grassrootskpi.time package description} lists} Years have
     * four digits and letters are upper case; blanks, signs and full-width digits are refused.
     *
     * @param text one period and nothing else
     * @throws TimePeriodFormatException if the text is anything else, or names a period that does not exist
     */
    public static TimePeriod parse(String text) {
        return PeriodFormat.period(text);
    }

    /**
     * {@return what {@link #parse} returns, under the name that web frameworks look for}
     * @param text one period and nothing else
     * @throws TimePeriodFormatException if the text is anything else, or names a period that does not exist
     */
    public static TimePeriod valueOf(String text) {
        return parse(text);
    }

    /**
     * {@return the period with a given code}
     * @param code what {@link #toCode} gave
     * @throws IllegalArgumentException if the number is no period's code
     */
    public static TimePeriod ofCode(int code) {
        return PeriodCode.period(code);
    }

    /**
     * Returns this period as a number, unlike that of any other period of any frequency. Within a frequency the codes
     * follow time: {@code p.plus(n).toCode() == p.toCode() + n}. Bits 24 to 28 mark the frequency (1 annual, 2 half-yearly, 3 quarterly, 4 monthly, 5 weekly, 6 daily, 7 year to
     * date, 8 to 18 years from February to December); bits 0 to 23 count the periods of that frequency from 0, which is the first in 0001. The layout is fixed and
     * may be stored.
     *
     * @return a positive number
     */
    public int toCode() {
        return PeriodCode.of(frequency, index);
    }

    /** {@return the kind of this period: the frequency of a series that has such periods} */
    public Frequency frequency() {
        return frequency;
    }

    /** {@return whether the frequency is {@link Frequency#YEAR_TO_DATE}; false for {@code 2024} and {@code 2024-01}} */
    public boolean isYearToDate() {
        return frequency == Frequency.YEAR_TO_DATE;
    }

    /**
     * {@return the year in the name of this period; for a week the week-based year, not always that of its days; for a year from another
     * month than January the one in which it begins}
     */
    public int year() {
        return Timeline.year(frequency, index);
    }

    /**
     * {@return the number in the name of this period, from 1: the half, quarter, month, week or day of the {@link
     * #year()}; the last month of a year to date; 1 for a year}
     */
    public int numberInYear() {
        return Timeline.numberInYear(frequency, index);
    }

    /** {@return the first day, inclusive} */
    public LocalDate firstDay() {
        return Timeline.date(startDay);
    }

    /** {@return the last day, inclusive; the same as {@link #firstDay} for a single day} */
    public LocalDate lastDay() {
        return Timeline.date(endDay);
    }

    /** {@return how many days this period has, from 1 to 366} */
    public int lengthInDays() {
        return endDay - startDay + 1;
    }

    /**
     * {@return whether every day of another period is a day of this one, whatever the frequencies}
     * @param other any period
     */
    public boolean contains(TimePeriod other) {
        return startDay <= other.startDay && other.endDay <= endDay;
    }

    /**
     * {@return whether some day belongs to both periods}
     * @param other any period
     */
    public boolean overlaps(TimePeriod other) {
        return startDay <= other.endDay && other.startDay <= endDay;
    }

    /**
     * {@return whether both periods have exactly the same days, as {@code 2024-YTD03} and {@code 2024-Q1} do}
     * @param other any period
     */
    public boolean coincidesWith(TimePeriod other) {
        return startDay == other.startDay && endDay == other.endDay;
    }

    /**
     * {@return the period of a coarser frequency that contains this one; empty if it belongs to two of them, as {@code 2024-W05} does
     * to two months and {@code 2024-H1} to two years from April}
     *
     * @param coarser the frequency of the result, or this period's own, which gives this period
     * @throws IllegalArgumentException if the frequency is finer, or if the two differ and either is {@link
     *     Frequency#YEAR_TO_DATE}: many of its periods contain the same month, and they overlap instead of dividing
     *     their year
     */
    public Optional<TimePeriod> parent(Frequency coarser) {
        if (coarser == frequency) {
            return Optional.of(this);
        }
        if (coarser == Frequency.YEAR_TO_DATE || !frequency.isFinerThan(coarser)) {
            throw new IllegalArgumentException(this + " has no parent among the " + coarser + " periods: expected a"
                    + " frequency coarser than " + frequency + " and not cumulative");
        }
        int index = Timeline.indexAt(firstDay(), coarser);
        return index < 0 || index >= Timeline.count(coarser)
                ? Optional.empty()
                : Optional.of(new TimePeriod(coarser, index)).filter(p -> p.contains(this));
    }

    /**
     * {@return the periods of a finer frequency that make up this one, in order, without gap or overlap; just this period
     * if the frequency is its own}
     *
     * @param finer a frequency that {@linkplain Frequency#nestsIn nests} in this period's own
     * @throws IllegalArgumentException if the frequency does not nest
     */
    public TimePeriodRange subperiods(Frequency finer) {
        if (!finer.nestsIn(frequency)) {
            throw new IllegalArgumentException(
                    this + " does not consist of whole " + finer + " periods; see Frequency.nestsIn");
        }
        return finer == frequency
                ? TimePeriodRange.of(this, this)
                : TimePeriodRange.of(containing(firstDay(), finer), containing(lastDay(), finer));
    }

    /** {@return the following period of this frequency, as {@link #plus plus(1)} does} */
    public TimePeriod next() {
        return plus(1);
    }

    /** {@return the preceding period of this frequency, as {@link #plus plus(-1)} does} */
    public TimePeriod previous() {
        return plus(-1);
    }

    /**
     * {@return the period of this frequency that is a number of steps away} The year to date moves by months: after
     * {@code 2024-YTD12} comes {@code 2025-YTD01}.
     *
     * @param periods how many steps; negative is back in time
     * @throws ArithmeticException if it would lie outside the years 0001 to 9999
     */
    public TimePeriod plus(int periods) {
        long moved = (long) index + periods;
        if (moved < 0 || moved >= Timeline.count(frequency)) {
            throw new ArithmeticException(this + " plus " + periods + " lies outside the years 0001 to 9999");
        }
        return new TimePeriod(frequency, (int) moved);
    }

    /**
     * {@return the period of this frequency some steps earlier, or the first one of the year 0001 at the earliest}
     * @param steps how many, 0 or more
     */
    public TimePeriod earlier(int steps) {
        return new TimePeriod(frequency, Math.max(0, index - steps));
    }

    /** {@return the period with the same name in the year before, see {@link #inYear}} */
    public Optional<TimePeriod> yearEarlier() {
        return inYear(year() - 1);
    }

    /**
     * {@return the period with the same name in another year: the same half, quarter, month, week number, day of the month, or year
     * to date; empty if the calendar has none: for 29 February, for week 53 in a year of 52 weeks, and outside the years 1 to 9999}
     * @param year the other year
     */
    public Optional<TimePeriod> inYear(int year) {
        return Timeline.inYear(frequency, index, year);
    }

    @Override
    public int compareTo(TimePeriod other) {
        if (startDay != other.startDay) {
            return Integer.compare(startDay, other.startDay);
        }
        return endDay != other.endDay ? Integer.compare(other.endDay, endDay) : frequency.compareTo(other.frequency);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimePeriod period && toCode() == period.toCode();
    }

    @Override
    public int hashCode() {
        return toCode();
    }

    /**
     * {@return the spelling of ISO 8601 where there is one; otherwise {@code 2024-H1}, {@code 2024-Q3}, {@code
     * 2024-YTD09}, {@code 2024/25-M04}}
     */
    @Override
    public String toString() {
        return PeriodFormat.print(this);
    }

    /**
     * {@return this period as the {@code TIME_PERIOD} of an SDMX message: {@link #toString}, except {@code 2024-S1} for a
     * half-year, {@code 2024-01-01/P9M} for a year to date, and {@code 2024-04-01/P1Y} for a year from April}
     */
    public String toSdmx() {
        return PeriodFormat.printSdmx(this);
    }

    private static TimePeriod ofPart(Frequency frequency, int year, int number, int numbers, String name) {
        Timeline.checkRange(year, 1, Timeline.MAX_YEAR, "year");
        Timeline.checkRange(number, 1, numbers, name);
        return new TimePeriod(frequency, (year - 1) * numbers + number - 1);
    }
}
