package org.grassrootskpi.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.Period;
import org.grassrootskpi.time.PeriodRange;
import org.jspecify.annotations.Nullable;

/**
 * The time of a query: periods of one frequency, each of them a group; or some days as one group; or nothing, where a query
 * names no time and there is no data.
 */
public final class Axis {
    private static final Axis EMPTY = new Axis(null, null, null);

    private final @Nullable PeriodRange groups;
    private final @Nullable LocalDate start;
    private final @Nullable LocalDate end;

    private Axis(@Nullable PeriodRange groups, @Nullable LocalDate start, @Nullable LocalDate end) {
        this.groups = groups;
        this.start = start;
        this.end = end;
    }

    /** The frequency that a query groups by: that of its dimension, or else that of the one period it is limited to. */
    static Optional<Frequency> frequency(Query query) {
        for (Dimension dimension : query.dimensions()) {
            if (dimension.frequency().isPresent()) {
                return dimension.frequency();
            }
        }
        return query.periods().filter(periods -> periods.size() == 1).map(PeriodRange::frequency);
    }

    /** The time that a query names, or else that of the data from the first period to the last. */
    static Axis of(Query query, Iterable<PeriodRange> data) {
        Optional<Frequency> frequency = frequency(query);
        if (query.periods().isPresent()) {
            PeriodRange during = query.periods().get();
            return frequency
                    .map(f -> new Axis(groups(during, f), null, null))
                    .orElseGet(() ->
                            new Axis(null, during.from().start(), during.to().end()));
        }
        LocalDate first = null;
        LocalDate last = null;
        for (PeriodRange extent : data) {
            LocalDate from = extent.from().start();
            LocalDate to = extent.to().end();
            first = first == null || from.isBefore(first) ? from : first;
            last = last == null || to.isAfter(last) ? to : last;
        }
        if (first == null || last == null) {
            return EMPTY;
        }
        return frequency.isPresent()
                ? new Axis(
                        PeriodRange.of(
                                Period.containing(dataStart(data, frequency.get(), first), frequency.get()),
                                Period.containing(last, frequency.get())),
                        null,
                        null)
                : new Axis(null, first, last);
    }

    /** A year to date begins on 1 January, but its group is that of the last month. */
    private static LocalDate dataStart(Iterable<PeriodRange> data, Frequency frequency, LocalDate first) {
        LocalDate start = null;
        for (PeriodRange extent : data) {
            LocalDate from = extent.frequency() == Frequency.YEAR_TO_DATE && frequency == Frequency.YEAR_TO_DATE
                    ? extent.from().end()
                    : extent.from().start();
            start = start == null || from.isBefore(start) ? from : start;
        }
        return start == null ? first : start;
    }

    private static PeriodRange groups(PeriodRange during, Frequency frequency) {
        if (during.frequency() == frequency) {
            return during;
        }
        LocalDate start = during.from().start();
        LocalDate end = during.to().end();
        Period first = Period.containing(start, frequency);
        Period last = Period.containing(end, frequency);
        boolean startCut = frequency != Frequency.YEAR_TO_DATE && first.start().isBefore(start);
        boolean endCut = last.end().isAfter(end);
        if (frequency == Frequency.WEEKLY && during.frequency() != Frequency.DAILY) {
            // A week that lies in two months or years belongs to the one of its Thursday, as ISO 8601 has it.
            first = thursday(first).isBefore(start) ? first.next() : first;
            last = thursday(last).isAfter(end) ? last.previous() : last;
            return PeriodRange.of(first, last);
        }
        if (startCut || endCut) {
            Period cut = startCut ? first : last;
            throw RefusedException.of(
                    Reason.PERIOD_CUT,
                    "the group " + cut + " is not wholly within " + during
                            + ", so that a part would stand for the whole",
                    "limit the query to whole " + frequency + " periods, or group by a frequency finer than "
                            + frequency);
        }
        return PeriodRange.of(first, last);
    }

    private static LocalDate thursday(Period week) {
        return week.start().plusDays(3);
    }

    /** The periods that are groups. */
    public Optional<PeriodRange> groups() {
        return Optional.ofNullable(groups);
    }

    boolean isEmpty() {
        return groups == null && start == null;
    }

    /** Whether rows of a frequency tell anything of these groups. */
    static boolean accepts(Query query, Frequency source) {
        Optional<Frequency> frequency = frequency(query);
        if (frequency.isPresent()) {
            return source.nestsIn(frequency.get());
        }
        if (source == Frequency.YEAR_TO_DATE) {
            return false;
        }
        return query.periods().isEmpty()
                || (isStart(query.periods().get().from().start(), source)
                        && isEnd(query.periods().get().to().end(), source));
    }

    private static boolean isStart(LocalDate day, Frequency frequency) {
        return Period.containing(day, frequency).start().equals(day);
    }

    private static boolean isEnd(LocalDate day, Frequency frequency) {
        return Period.containing(day, frequency).end().equals(day);
    }

    /**
     * How rows of a frequency fall into slots, from a group on that may lie before the first one shown. Slots are the
     * groups, or months for years to date, which overlap; or the source's own periods, of which a stock takes the last.
     */
    PeriodGroups slots(Frequency source, @Nullable Period from, boolean byPeriod) {
        if (groups != null) {
            Period first = from == null || from.toCode() > groups.from().toCode() ? groups.from() : from;
            Frequency slots = byPeriod ? source : slotFrequency(groups.frequency(), source);
            return PeriodGroups.of(
                    slots == groups.frequency()
                            ? PeriodRange.of(first, groups.to())
                            : PeriodRange.of(
                                    Period.containing(first.start(), slots),
                                    Period.containing(groups.to().end(), slots)),
                    source);
        }
        if (start == null || end == null) {
            throw new IllegalStateException("A query without time has no slots");
        }
        Period first = Period.containing(start, source);
        Period last = Period.containing(end, source);
        PeriodRange rows = PeriodRange.of(
                first.start().isBefore(start) ? first.next() : first, last.end().isAfter(end) ? last.previous() : last);
        return byPeriod ? PeriodGroups.of(rows, source) : PeriodGroups.whole(rows);
    }

    /** The frequency of the slots whose groups have a frequency. */
    private static Frequency slotFrequency(Frequency groups, Frequency source) {
        return groups == Frequency.YEAR_TO_DATE && source != Frequency.YEAR_TO_DATE ? Frequency.MONTHLY : groups;
    }
}
