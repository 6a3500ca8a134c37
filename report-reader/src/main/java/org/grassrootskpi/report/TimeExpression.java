package org.grassrootskpi.report;

import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * A time as printed: 2023年1—6月, 上半年, 去年, “十四五”. What it leaves out is that of its context.
 *
 * @param end where it ends in the text
 * @param fromYear the first year, an offset if {@code relative}, {@link #NO_YEAR} if none is printed
 * @param toYear the last year alike
 * @param relative true if the years are counted from that of the context
 * @param part a half, quarter or year to date as periods spell them; empty if none is printed
 * @param fromMonth the first month, 0 if none is printed
 * @param toMonth the last month, 0 if none is printed
 * @param fromDay the first day of the month, 0 if none is printed
 * @param toDay the last day of the month, 0 if none is printed
 * @param atEnd true if a state at the end is meant
 * @param open true if it goes on to the end of its context: 2020年以来
 */
record TimeExpression(
        int end,
        int fromYear,
        int toYear,
        boolean relative,
        String part,
        int fromMonth,
        int toMonth,
        int fromDay,
        int toDay,
        boolean atEnd,
        boolean open) {
    static final int NO_YEAR = Integer.MIN_VALUE;
    static final String WHOLE_YEAR = "A1";

    static TimeExpression ofYears(int end, int from, int to, boolean relative) {
        return new TimeExpression(end, from, to, relative, "", 0, 0, 0, 0, false, false);
    }

    static TimeExpression ofMonths(int end, int from, int to) {
        return new TimeExpression(end, NO_YEAR, NO_YEAR, false, "", from, to, 0, 0, false, false);
    }

    static TimeExpression ofPart(int end, String part) {
        return new TimeExpression(end, NO_YEAR, NO_YEAR, false, part, 0, 0, 0, 0, false, false);
    }

    TimeExpression withDays(int newEnd, int lastMonth, int first, int last) {
        return new TimeExpression(
                newEnd, fromYear, toYear, relative, part, fromMonth, lastMonth, first, last, atEnd, open);
    }

    TimeExpression asEnd(int newEnd) {
        return new TimeExpression(
                newEnd, fromYear, toYear, relative, part, fromMonth, toMonth, fromDay, toDay, true, open);
    }

    /** The same time, which goes on to the end of its context. */
    TimeExpression asOpen(int newEnd) {
        return new TimeExpression(
                newEnd, fromYear, toYear, relative, part, fromMonth, toMonth, fromDay, toDay, false, true);
    }

    /** The same time, which ends at an offset. */
    TimeExpression endingAt(int newEnd) {
        return new TimeExpression(
                newEnd, fromYear, toYear, relative, part, fromMonth, toMonth, fromDay, toDay, atEnd, open);
    }

    TimeExpression sinceJanuary() {
        return new TimeExpression(end, fromYear, toYear, relative, part, 1, toMonth, 0, 0, atEnd, open);
    }

    /** The years of this one with the part of another that follows it. */
    TimeExpression plus(TimeExpression finer) {
        return new TimeExpression(
                finer.end,
                fromYear,
                toYear,
                relative,
                finer.part,
                finer.fromMonth,
                finer.toMonth,
                finer.fromDay,
                finer.toDay,
                atEnd || finer.atEnd,
                open || finer.open);
    }

    /** Returns whether it does not say when it begins: 近年来. */
    boolean hasNoStart() {
        return open && !hasYear() && !hasPart();
    }

    boolean hasYear() {
        return fromYear != NO_YEAR;
    }

    boolean hasPart() {
        return fromMonth > 0 || !part.isEmpty();
    }

    boolean isSingleYear() {
        return hasYear() && fromYear == toYear;
    }

    boolean isDay() {
        return fromDay > 0 && fromDay == toDay && fromMonth == toMonth;
    }

    /** Returns the period, with the year of a context where it names none; null if there is no year. */
    @Nullable FigurePeriod in(@Nullable FigurePeriod context) {
        int base = context == null ? NO_YEAR : context.year();
        if ((relative || !hasYear()) && base == NO_YEAR) {
            return null;
        }
        int first = !hasYear() ? base : relative ? base + fromYear : fromYear;
        int last = !hasYear() ? base : relative ? base + toYear : toYear;
        FigurePeriod period = period(first, last);
        if (open) {
            return context == null || hasNoStart() ? context : period.until(context, hasPart());
        }
        FigurePeriod found = !hasYear() && !hasPart() && context != null ? context : period;
        return atEnd ? found.atEnd() : found;
    }

    private FigurePeriod period(int first, int last) {
        if (fromDay > 0) {
            int from = Math.min(fromDay, lengthOf(first, fromMonth));
            int to = Math.min(toDay, lengthOf(last, toMonth));
            return new FigurePeriod(
                    TimePeriod.ofDay(first, fromMonth, from), TimePeriod.ofDay(last, toMonth, to), false);
        }
        if (fromMonth > 0 && fromMonth == 1 && toMonth > 1) {
            return FigurePeriod.of(TimePeriod.yearToDate(last, toMonth));
        }
        if (fromMonth > 0) {
            return new FigurePeriod(TimePeriod.ofMonth(first, fromMonth), TimePeriod.ofMonth(last, toMonth), false);
        }
        if (!part.isEmpty() && !part.equals(WHOLE_YEAR)) {
            return FigurePeriod.of(TimePeriod.parse(last + "-" + part));
        }
        return FigurePeriod.ofYears(first, last);
    }

    private static int lengthOf(int year, int month) {
        return TimePeriod.ofMonth(year, month).lengthInDays();
    }
}
