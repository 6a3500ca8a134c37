package org.grassrootskpi.time;

import java.util.OptionalInt;

/**
 * The frequency with which a series is observed, and so how long each of its {@linkplain TimePeriod periods} is: {@code
 * MONTHLY}.
 *
 * <p>The first six constants are a scale, from the longest period to the shortest; each of them cuts time into periods
 * without gap or overlap. {@link #YEAR_TO_DATE} is not part of the scale: it is observed every month, but its periods all
 * begin on 1 January and so overlap. It is a separate constant because figures of that kind must never be mixed with
 * those of single months, nor added to each other.
 *
 * <p>The codes are those of the SDMX code list {@code FREQ}.
 */
public enum Frequency {
    /** Calendar years, {@code 2024}; SDMX {@code A}. */
    ANNUAL("A", 1, 12, 0),
    /** January to June and July to December, {@code 2024-H1}; SDMX {@code S}. */
    HALF_YEARLY("S", 2, 6, 0),
    /** Quarters beginning in January, April, July and October, {@code 2024-Q3}; SDMX {@code Q}. */
    QUARTERLY("Q", 3, 3, 0),
    /** Calendar months, {@code 2024-07}; SDMX {@code M}. */
    MONTHLY("M", 4, 1, 0),
    /** ISO 8601 weeks, Monday to Sunday, {@code 2024-W05}; SDMX {@code W}. */
    WEEKLY("W", 5, 0, 7),
    /** Calendar days, {@code 2024-07-15}; SDMX {@code D}. */
    DAILY("D", 6, 0, 1),
    /**
     * From 1 January to the end of a month of the same year, {@code 2024-YTD09}, as in 1-9月累计; observed monthly, so SDMX
     * {@code M}. {@code 2024-YTD12} is the last of a cumulative series, and {@code 2024} is a year: they are not equal,
     * though {@link TimePeriod#coincidesWith} returns true for the two.
     */
    YEAR_TO_DATE("M", 7, 1, 0);

    private final String sdmxCode;
    private final int tag;
    private final int months;
    private final int days;

    Frequency(String sdmxCode, int tag, int months, int days) {
        this.sdmxCode = sdmxCode;
        this.tag = tag;
        this.months = months;
        this.days = days;
    }

    /**
     * Returns the frequency of an SDMX code.
     *
     * @param code one of {@code A}, {@code S}, {@code Q}, {@code M}, {@code W}, {@code D}; upper case
     * @return the frequency; {@link #MONTHLY} for {@code M}, never {@link #YEAR_TO_DATE}
     * @throws IllegalArgumentException for any other text
     */
    public static Frequency ofSdmxCode(String code) {
        for (Frequency frequency : values()) {
            if (frequency.sdmxCode.equals(code)) {
                return frequency;
            }
        }
        throw new IllegalArgumentException("Unknown SDMX frequency \"" + code
                + "\": expected A (year), S (half-year), Q (quarter), M (month), W (week) or D (day)");
    }

    /**
     * Returns the code of this frequency in the SDMX code list {@code FREQ}.
     *
     * @return one letter; {@code M} for both {@link #MONTHLY} and {@link #YEAR_TO_DATE}, which SDMX distinguishes by the
     *     time period of each observation
     */
    public String sdmxCode() {
        return sdmxCode;
    }

    /**
     * Returns the number of periods of this frequency in every year, where that number is fixed.
     *
     * @return 1, 2, 4 or 12; empty for {@link #WEEKLY} (52 or 53) and {@link #DAILY} (365 or 366)
     */
    public OptionalInt periodsPerYear() {
        return months > 0 ? OptionalInt.of(12 / months) : OptionalInt.empty();
    }

    /**
     * Returns whether periods of this frequency are shorter than those of another, by the order of the scale. Days,
     * weeks and months are finer than {@link #YEAR_TO_DATE}; it is finer than nothing, and not coarser than a quarter.
     *
     * <p>Finer does not mean that the longer period consists of the shorter ones: see {@link #nestsIn}.
     *
     * @param other the frequency to compare with
     * @return whether this one is strictly finer
     */
    public boolean isFinerThan(Frequency other) {
        if (this == YEAR_TO_DATE) {
            return false;
        }
        return other == YEAR_TO_DATE ? compareTo(MONTHLY) >= 0 : compareTo(other) > 0;
    }

    /**
     * Returns whether every period of another frequency consists of whole periods of this one, without gap or overlap;
     * so whether figures that add up over time can be rolled up from this frequency to the other.
     *
     * <p>Each frequency nests in itself, and {@link #DAILY} in all. {@link #MONTHLY} nests in quarters, half-years, years
     * and {@link #YEAR_TO_DATE}. {@link #WEEKLY} nests in nothing but itself: a week belongs to two months or years as
     * often as not, and the week-based year of ISO 8601, which does consist of weeks, is not a calendar year and has no
     * {@code TimePeriod}. {@link #YEAR_TO_DATE} nests in nothing but itself, because its periods overlap.
     *
     * @param coarser the frequency of the longer periods
     * @return whether this frequency divides it
     */
    public boolean nestsIn(Frequency coarser) {
        if (this == coarser || this == DAILY) {
            return true;
        }
        if (this == YEAR_TO_DATE || coarser == YEAR_TO_DATE) {
            return this == MONTHLY;
        }
        return months > 0 && coarser.months > months && coarser.months % months == 0;
    }

    /** Returns the number that marks this frequency in a period code: stable, unlike the position of the constant. */
    int tag() {
        return tag;
    }

    /** Returns the length in calendar months from one period to the next, or 0 if it is counted in days. */
    int months() {
        return months;
    }

    /** Returns the length in days from one period to the next, or 0 if it is counted in months. */
    int days() {
        return days;
    }
}
