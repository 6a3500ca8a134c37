package org.grassrootskpi.time;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The periods of each frequency, numbered from 0 along the days from 0001-01-01 to 9999-12-31, and the days that belong
 * to each number. Day 0 is a Monday, so that weeks need no offset.
 */
final class Timeline {
    static final int MAX_YEAR = 9999;

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final long FIRST_DAY = FIRST.toEpochDay();
    private static final LocalDate LAST = LocalDate.of(MAX_YEAR, 12, 31);
    private static final int DAYS = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;

    private Timeline() {}

    /** Returns the number of whole periods: the week of 9999-12-31, which ends in the year 10000, is not one. */
    static int count(Frequency frequency) {
        return frequency.months() > 0
                ? (MAX_YEAR * 12 - frequency.offset()) / frequency.months()
                : DAYS / frequency.days();
    }

    static int indexAt(int year, int month, Frequency frequency) {
        return Math.floorDiv((year - 1) * 12 + month - 1 - frequency.offset(), frequency.months());
    }

    /**
     * Returns the number of the period with this day; for year-to-date, of the shortest such range; -1 before the first year that begins
     * in the year 0001.
     */
    static int indexAt(LocalDate date, Frequency frequency) {
        return frequency.months() > 0
                ? indexAt(date.getYear(), date.getMonthValue(), frequency)
                : day(date) / frequency.days();
    }

    static int checkedIndexAt(LocalDate date, Frequency frequency) {
        checkRange(date.getYear(), 1, MAX_YEAR, "year");
        int index = indexAt(date, frequency);
        if (frequency.offset() > 0 && (index < 0 || index >= count(frequency))) {
            throw new IllegalArgumentException("The year from " + frequency.startMonth() + " on that contains " + date
                    + " is no period: it is not wholly within the years 0001 to 9999");
        }
        if (index >= count(frequency)) {
            throw new IllegalArgumentException("The week of " + date + " is no period: it ends after 9999-12-31");
        }
        return index;
    }

    static int indexOfWeek(int year, int week) {
        return firstWeek(year) + week - 1;
    }

    /** Returns the number of weeks of the week-based year, 52 or 53 by ISO 8601; 51 in 9999, see {@link #count}. */
    static int weeksOf(int year) {
        return Math.min(firstWeek(year + 1), count(Frequency.WEEKLY)) - firstWeek(year);
    }

    static int startDay(Frequency frequency, int index) {
        if (frequency == Frequency.YEAR_TO_DATE) {
            return day(LocalDate.of(index / 12 + 1, 1, 1));
        }
        return frequency.months() > 0
                ? dayOfMonthStart(index * frequency.months() + frequency.offset())
                : index * frequency.days();
    }

    static int endDay(Frequency frequency, int index) {
        int next = index + 1;
        return (frequency.months() > 0
                        ? dayOfMonthStart(next * frequency.months() + frequency.offset())
                        : next * frequency.days())
                - 1;
    }

    static int year(Frequency frequency, int index) {
        return frequency.months() > 0
                ? index / (12 / frequency.months()) + 1
                : middle(frequency, index).getYear();
    }

    static int numberInYear(Frequency frequency, int index) {
        return frequency.months() > 0
                ? index % (12 / frequency.months()) + 1
                : (middle(frequency, index).getDayOfYear() - 1) / frequency.days() + 1;
    }

    /** Returns the period with the same name in another year, if that year has it. */
    static Optional<TimePeriod> inYear(Frequency frequency, int index, int year) {
        OptionalInt other = indexInYear(frequency, index, year);
        return other.isPresent() ? Optional.of(new TimePeriod(frequency, other.getAsInt())) : Optional.empty();
    }

    private static OptionalInt indexInYear(Frequency frequency, int index, int year) {
        if (year < 1 || year > MAX_YEAR) {
            return OptionalInt.empty();
        }
        int years = year - year(frequency, index);
        if (frequency.months() > 0) {
            int other = index + years * (12 / frequency.months());
            return other < count(frequency) ? OptionalInt.of(other) : OptionalInt.empty();
        }
        if (frequency == Frequency.WEEKLY) {
            int week = numberInYear(frequency, index);
            return week <= weeksOf(year) ? OptionalInt.of(indexOfWeek(year, week)) : OptionalInt.empty();
        }
        LocalDate day = date(index);
        LocalDate other = day.plusYears(years);
        return other.getDayOfMonth() == day.getDayOfMonth() ? OptionalInt.of(day(other)) : OptionalInt.empty();
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(FIRST_DAY + day);
    }

    static void checkRange(int value, int min, int max, String what) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("Expected a " + what + " from " + min + " to " + max + ", got " + value);
        }
    }

    /** Returns the period of exactly these days, other than a year-to-date range. */
    static Optional<TimePeriod> regularPeriod(LocalDate start, LocalDate end) {
        if (!covers(start) || !covers(end) || end.isBefore(start)) {
            return Optional.empty();
        }
        for (Frequency frequency : Frequency.values()) {
            int index = indexAt(start, frequency);
            if (frequency != Frequency.YEAR_TO_DATE
                    && index >= 0
                    && startDay(frequency, index) == day(start)
                    && endDay(frequency, index) == day(end)) {
                return Optional.of(new TimePeriod(frequency, index));
            }
        }
        return Optional.empty();
    }

    /** Returns the day whose year the period is named after: by ISO 8601 a week's Thursday. */
    private static LocalDate middle(Frequency frequency, int index) {
        return date(index * frequency.days() + frequency.days() / 2);
    }

    private static boolean covers(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    private static int firstWeek(int year) {
        // By ISO 8601, 4 January is always in week 1.
        return day(LocalDate.of(year, 1, 4)) / 7;
    }

    private static int dayOfMonthStart(int month) {
        return day(LocalDate.of(month / 12 + 1, month % 12 + 1, 1));
    }

    private static int day(LocalDate date) {
        return (int) (date.toEpochDay() - FIRST_DAY);
    }
}
