package org.grassrootskpi.evaluate;

import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** The slots before a group's own that an aggregate includes: none, those of the year so far, or a number of them. */
public record Window(Kind kind, int periods) {
    public enum Kind {
        PERIOD,
        YEAR_TO_DATE,
        ROLLING
    }

    public static final Window PERIOD = new Window(Kind.PERIOD, 1);
    public static final Window YEAR_TO_DATE = new Window(Kind.YEAR_TO_DATE, 0);

    public static Window rolling(int periods) {
        return new Window(Kind.ROLLING, periods);
    }

    /** Returns the first period of the window that ends with a period. */
    public TimePeriod first(TimePeriod last) {
        return switch (kind) {
            case PERIOD -> last;
            case YEAR_TO_DATE -> firstOfYear(last);
            case ROLLING -> last.earlier(periods - 1);
        };
    }

    private static TimePeriod firstOfYear(TimePeriod slot) {
        if (slot.frequency() == Frequency.YEAR_TO_DATE) {
            return slot;
        }
        return slot.earlier(slot.numberInYear() - 1);
    }
}
