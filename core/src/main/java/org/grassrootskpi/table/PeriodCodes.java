package org.grassrootskpi.table;

import java.time.LocalDate;
import java.util.Arrays;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.Period;

/** Tells the codes of periods from other numbers, a few times a nanosecond. */
final class PeriodCodes {
    private static final int TAG_SHIFT = 24;
    private static final int TAGS = 8;
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    // The last day whose week also ends in the year 9999.
    private static final LocalDate LAST_DAY_OF_A_WEEK = LocalDate.of(9999, 12, 26);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final int[] ORDINALS = new int[TAGS];
    private static final int[] LAST_CODES = new int[TAGS];

    static {
        Arrays.fill(ORDINALS, -1);
        for (Frequency frequency : Frequency.values()) {
            int tag = Period.containing(FIRST_DAY, frequency).toCode() >> TAG_SHIFT;
            LocalDate last = frequency == Frequency.WEEKLY ? LAST_DAY_OF_A_WEEK : LAST_DAY;
            ORDINALS[tag] = frequency.ordinal();
            LAST_CODES[tag] = Period.containing(last, frequency).toCode();
        }
    }

    private PeriodCodes() {}

    /** The ordinal of the frequency of a period's code, or -1 if the number is no period's code. */
    static int frequency(int code) {
        int tag = code >>> TAG_SHIFT;
        return tag < TAGS && code <= LAST_CODES[tag] ? ORDINALS[tag] : -1;
    }
}
