package org.grassrootskpi.table;

import java.time.LocalDate;
import java.time.Month;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** Checks whether a number is the code of a period, and returns its frequency, without making a period. */
final class PeriodCodes {
    /** Above all frequencies' marks, which are the bits of a code from {@link #MARK_SHIFT} up. */
    static final int MARKS = 19;

    private static final int MARK_SHIFT = 24;
    // The last day whose week also ends in the year 9999.
    private static final LocalDate LAST_DAY_OF_A_WEEK = LocalDate.of(9999, 12, 26);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final int[] LAST_CODES = new int[MARKS];

    static {
        for (Frequency frequency : Frequency.values()) {
            LocalDate last = frequency == Frequency.WEEKLY
                    ? LAST_DAY_OF_A_WEEK
                    : LAST_DAY.minusMonths(frequency.startMonth() == Month.JANUARY ? 0 : 12);
            int code = TimePeriod.containing(last, frequency).toCode();
            LAST_CODES[code >>> MARK_SHIFT] = code;
        }
    }

    private PeriodCodes() {}

    /** Returns the mark of a code's frequency, below {@link #MARKS}, or -1 if the number is no period's code. */
    static int mark(int code) {
        int mark = code >>> MARK_SHIFT;
        return mark < MARKS && LAST_CODES[mark] > 0 && code <= LAST_CODES[mark] ? mark : -1;
    }

    static Frequency frequencyOf(int mark) {
        return TimePeriod.ofCode(mark << MARK_SHIFT).frequency();
    }
}
