package org.grassrootskpi.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.jspecify.annotations.Nullable;

/**
 * The time of a query: periods of one frequency, each of them a group; or some days as one group; or nothing, where a query
 * names no time and there is no data.
 */
final class TimeAxis {
    private static final TimeAxis EMPTY = new TimeAxis(null, null, null);

    private final @Nullable TimePeriodRange groups;
    private final @Nullable LocalDate start;
    private final @Nullable LocalDate end;

    private TimeAxis(@Nullable TimePeriodRange groups, @Nullable LocalDate start, @Nullable LocalDate end) {
        this.groups = groups;
        this.start = start;
        this.end = end;
    }

    /** Returns the frequency that a query groups by: that of its dimension, or else that of the one period it is restricted to. */
    static Optional<Frequency> frequency(Query query) {
        for (Dimension dimension : query.groupBy()) {
            if (dimension.frequency().isPresent()) {
                return dimension.frequency().map(frequency -> inYearsOf(query, frequency));
            }
        }
        return query.during().filter(periods -> periods.size() == 1).map(TimePeriodRange::frequency);
    }

    /** Returns a frequency that a query names; for years those that begin with the query's month. */
    static Frequency inYearsOf(Query query, Frequency frequency) {
        return frequency == Frequency.ANNUAL ? Frequency.yearsFrom(query.yearsFrom()) : frequency;
    }

    /** Returns the time that a query names, or else that of the data from the first period to the last. */
    static TimeAxis of(Query query, Iterable<TimePeriodRange> data) {
        Optional<Frequency> frequency = frequency(query);
        if (query.during().isPresent()) {
            TimePeriodRange during = query.during().get();
            return frequency
                    .map(f -> new TimeAxis(groups(during, f), null, null))
                    .orElseGet(() -> new TimeAxis(
                            null, during.from().firstDay(), during.to().lastDay()));
        }
        LocalDate first = null;
        LocalDate last = null;
        for (TimePeriodRange extent : data) {
            LocalDate from = extent.from().firstDay();
            LocalDate to = extent.to().lastDay();
            first = first == null || from.isBefore(first) ? from : first;
            last = last == null || to.isAfter(last) ? to : last;
        }
        if (first == null || last == null) {
            return EMPTY;
        }
        return frequency.isPresent()
                ? new TimeAxis(
                        TimePeriodRange.of(
                                TimePeriod.containing(dataStart(data, frequency.get(), first), frequency.get()),
                                TimePeriod.containing(last, frequency.get())),
                        null,
                        null)
                : new TimeAxis(null, first, last);
    }

    /** A year to date begins on 1 January, but its group is that of the last month. */
    private static LocalDate dataStart(Iterable<TimePeriodRange> data, Frequency frequency, LocalDate first) {
        LocalDate start = null;
        for (TimePeriodRange extent : data) {
            LocalDate from = extent.frequency() == Frequency.YEAR_TO_DATE && frequency == Frequency.YEAR_TO_DATE
                    ? extent.from().lastDay()
                    : extent.from().firstDay();
            start = start == null || from.isBefore(start) ? from : start;
        }
        return start == null ? first : start;
    }

    private static TimePeriodRange groups(TimePeriodRange during, Frequency frequency) {
        if (during.frequency() == frequency) {
            return during;
        }
        LocalDate start = during.from().firstDay();
        LocalDate end = during.to().lastDay();
        TimePeriod first = TimePeriod.containing(start, frequency);
        TimePeriod last = TimePeriod.containing(end, frequency);
        boolean startCut =
                frequency != Frequency.YEAR_TO_DATE && first.firstDay().isBefore(start);
        boolean endCut = last.lastDay().isAfter(end);
        if (frequency == Frequency.WEEKLY && during.frequency() != Frequency.DAILY) {
            // A week that lies in two months or years belongs to the one of its Thursday, as ISO 8601 has it.
            first = thursday(first).isBefore(start) ? first.next() : first;
            last = thursday(last).isAfter(end) ? last.previous() : last;
            return TimePeriodRange.of(first, last);
        }
        if (startCut || endCut) {
            TimePeriod cut = startCut ? first : last;
            throw RefusedException.of(
                    Reason.PERIOD_CUT,
                    "the group " + cut + " is not wholly within " + during
                            + ", so that a part would stand for the whole",
                    "limit the query to whole " + frequency + " periods, or group by a frequency finer than "
                            + frequency);
        }
        return TimePeriodRange.of(first, last);
    }

    private static LocalDate thursday(TimePeriod week) {
        return week.firstDay().plusDays(3);
    }

    /** Returns the periods that are groups. */
    Optional<TimePeriodRange> groups() {
        return Optional.ofNullable(groups);
    }

    /** Returns the whole time: the groups, or days where these are one group. */
    TimePeriodRange span() {
        if (groups != null) {
            return groups;
        }
        if (start == null || end == null) {
            throw RefusedException.of(
                    Reason.NO_DATA,
                    "there is no observation, so that nobody knows of which time targets are asked for",
                    "add observations, or limit the query to a time by during(...)");
        }
        return TimePeriodRange.of(TimePeriod.from(start), TimePeriod.from(end));
    }

    boolean isEmpty() {
        return groups == null && start == null;
    }

    /** Returns whether rows of a frequency can answer for these groups. */
    static boolean accepts(Query query, Frequency source) {
        Optional<Frequency> frequency = frequency(query);
        if (frequency.isPresent()) {
            return source.nestsIn(frequency.get());
        }
        if (source == Frequency.YEAR_TO_DATE) {
            return false;
        }
        return query.during().isEmpty()
                || (isStart(query.during().get().from().firstDay(), source)
                        && isEnd(query.during().get().to().lastDay(), source));
    }

    private static boolean isStart(LocalDate day, Frequency frequency) {
        return TimePeriod.containing(day, frequency).firstDay().equals(day);
    }

    private static boolean isEnd(LocalDate day, Frequency frequency) {
        return TimePeriod.containing(day, frequency).lastDay().equals(day);
    }

    /**
     * Returns how rows of a frequency fall into slots, from a group that may lie before the first one shown to one that may lie
     * behind the last. Slots are the groups, or months for years to date, which overlap; or the source's own periods, of which a stock uses the last.
     */
    PeriodGroups slots(Frequency source, @Nullable TimePeriod from, @Nullable TimePeriod to, boolean lastPeriodOnly) {
        if (groups != null) {
            TimePeriod first = from == null || from.toCode() > groups.from().toCode() ? groups.from() : from;
            TimePeriod last = to == null || to.toCode() < groups.to().toCode() ? groups.to() : to;
            Frequency slots = lastPeriodOnly ? source : slotFrequency(groups.frequency(), source);
            return PeriodGroups.of(
                    slots == groups.frequency()
                            ? TimePeriodRange.of(first, last)
                            : TimePeriodRange.of(
                                    TimePeriod.containing(first.firstDay(), slots),
                                    TimePeriod.containing(last.lastDay(), slots)),
                    source);
        }
        if (start == null || end == null) {
            throw new IllegalStateException("A query without time has no slots");
        }
        TimePeriod first = TimePeriod.containing(start, source);
        TimePeriod last = TimePeriod.containing(end, source);
        TimePeriodRange rows = TimePeriodRange.of(
                first.firstDay().isBefore(start) ? first.next() : first,
                last.lastDay().isAfter(end) ? last.previous() : last);
        return lastPeriodOnly ? PeriodGroups.of(rows, source) : PeriodGroups.whole(rows);
    }

    /** Returns the frequency of the slots whose groups have a frequency. */
    private static Frequency slotFrequency(Frequency groups, Frequency source) {
        return groups == Frequency.YEAR_TO_DATE && source != Frequency.YEAR_TO_DATE ? Frequency.MONTHLY : groups;
    }
}
