package org.grassrootskpi.time;

/** The number of a period: the tag of its frequency above 24 bits that count the periods of that frequency. */
final class PeriodCode {
    private static final int TAG_SHIFT = 24;

    private PeriodCode() {}

    static int of(Frequency frequency, int index) {
        return frequency.tag() << TAG_SHIFT | index;
    }

    static TimePeriod period(int code) {
        int index = code & (1 << TAG_SHIFT) - 1;
        for (Frequency frequency : Frequency.values()) {
            if (frequency.tag() == code >> TAG_SHIFT && index < Timeline.count(frequency)) {
                return new TimePeriod(frequency, index);
            }
        }
        throw new IllegalArgumentException(
                "Not the code of a period: " + code + "; codes come from TimePeriod.toCode()");
    }
}
