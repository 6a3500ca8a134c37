package org.grassrootskpi.evaluate;

import java.util.Objects;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.jspecify.annotations.Nullable;

/**
 * The slots besides a group's own that an aggregate includes: none, those of the year so far, a number of them, those of the longer
 * period that the group belongs to, or all of the query.
 *
 * @param periods how many periods a rolling window has
 * @param within the frequency of the longer periods, or of the years
 * @param all the groups of the query
 */
public record Window(
        Kind kind,
        int periods,
        @Nullable Frequency within,
        @Nullable TimePeriodRange all) {
    public enum Kind {
        PERIOD,
        YEAR_TO_DATE,
        ROLLING,
        WITHIN,
        ALL
    }

    public static final Window PERIOD = new Window(Kind.PERIOD, 1, null, null);
    public static final Window YEAR_TO_DATE = yearToDate(Frequency.ANNUAL);

    /** Returns the window from the beginning of a year on, whatever month that begins with. */
    public static Window yearToDate(Frequency years) {
        return new Window(Kind.YEAR_TO_DATE, 0, years, null);
    }

    public static Window rolling(int periods) {
        return new Window(Kind.ROLLING, periods, null, null);
    }

    /** Returns the window of the periods of a frequency that groups belong to. */
    public static Window within(Frequency frequency) {
        return new Window(Kind.WITHIN, 0, frequency, null);
    }

    /** Returns the window of all groups. */
    public static Window all(TimePeriodRange groups) {
        return new Window(Kind.ALL, 0, null, groups);
    }

    /** Returns whether it may begin in another calendar year than its group. */
    public boolean isOfTwoYears() {
        return kind == Kind.ROLLING || (kind == Kind.YEAR_TO_DATE && within != Frequency.ANNUAL);
    }

    /** Returns the first period of the window of a group. */
    public TimePeriod first(TimePeriod group) {
        return switch (kind) {
            case PERIOD -> group;
            case YEAR_TO_DATE ->
                within == Frequency.ANNUAL ? firstOfYear(group) : whole(group).from();
            case ROLLING -> group.earlier(periods - 1);
            case WITHIN -> whole(group).from();
            case ALL -> Objects.requireNonNull(all).from();
        };
    }

    /** Returns the last period of the window of a group. */
    public TimePeriod last(TimePeriod group) {
        return switch (kind) {
            case PERIOD, YEAR_TO_DATE, ROLLING -> group;
            case WITHIN -> whole(group).to();
            case ALL -> Objects.requireNonNull(all).to();
        };
    }

    private TimePeriodRange whole(TimePeriod group) {
        return TimePeriod.containing(group.firstDay(), Objects.requireNonNull(within))
                .subperiods(group.frequency());
    }

    private static TimePeriod firstOfYear(TimePeriod slot) {
        if (slot.frequency() == Frequency.YEAR_TO_DATE) {
            return slot;
        }
        return slot.earlier(slot.numberInYear() - 1);
    }
}
