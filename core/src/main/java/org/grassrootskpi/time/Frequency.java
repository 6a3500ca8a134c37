package org.grassrootskpi.time;

import java.time.Month;
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
 * <p>Years that begin in another month than January, such as fiscal and academic years, are as many frequencies as there are such
 * months, {@link #yearsFrom}: figures of years that overlap are never added or compared as if they were of one.
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
    YEAR_TO_DATE("M", 7, 1, 0),
    /** Years from February to January, {@code 2024/25-M02}; SDMX {@code A}. */
    ANNUAL_FROM_FEBRUARY("A", 8, 12, 0, 2),
    /** Years from March to February, {@code 2024/25-M03}; SDMX {@code A}. */
    ANNUAL_FROM_MARCH("A", 9, 12, 0, 3),
    /** Years from April to March, {@code 2024/25-M04}; SDMX {@code A}. */
    ANNUAL_FROM_APRIL("A", 10, 12, 0, 4),
    /** Years from May to April, {@code 2024/25-M05}; SDMX {@code A}. */
    ANNUAL_FROM_MAY("A", 11, 12, 0, 5),
    /** Years from June to May, {@code 2024/25-M06}; SDMX {@code A}. */
    ANNUAL_FROM_JUNE("A", 12, 12, 0, 6),
    /** Years from July to June, {@code 2024/25-M07}; SDMX {@code A}. */
    ANNUAL_FROM_JULY("A", 13, 12, 0, 7),
    /** Years from August to July, {@code 2024/25-M08}; SDMX {@code A}. */
    ANNUAL_FROM_AUGUST("A", 14, 12, 0, 8),
    /** Years from September to August, {@code 2024/25-M09}; SDMX {@code A}. */
    ANNUAL_FROM_SEPTEMBER("A", 15, 12, 0, 9),
    /** Years from October to September, {@code 2024/25-M10}; SDMX {@code A}. */
    ANNUAL_FROM_OCTOBER("A", 16, 12, 0, 10),
    /** Years from November to October, {@code 2024/25-M11}; SDMX {@code A}. */
    ANNUAL_FROM_NOVEMBER("A", 17, 12, 0, 11),
    /** Years from December to November, {@code 2024/25-M12}; SDMX {@code A}. */
    ANNUAL_FROM_DECEMBER("A", 18, 12, 0, 12);

    private final String sdmxCode;
    private final int tag;
    private final int months;
    private final int days;
    private final int startMonth;

    Frequency(String sdmxCode, int tag, int months, int days) {
        this(sdmxCode, tag, months, days, 1);
    }

    Frequency(String sdmxCode, int tag, int months, int days, int startMonth) {
        this.sdmxCode = sdmxCode;
        this.tag = tag;
        this.months = months;
        this.days = days;
        this.startMonth = startMonth;
    }

    /**
     * Returns the frequency of years that begin with a month, such as the fiscal years of India from April, of Australia from July and of
     * the United States from October, or academic years from September.
     *
     * @param start the first month of each year
     * @return {@link #ANNUAL} for January
     */
    public static Frequency yearsFrom(Month start) {
        for (Frequency frequency : values()) {
            if (frequency.isYears() && frequency.startMonth == start.getValue()) {
                return frequency;
            }
        }
        throw new IllegalStateException("There are years from each month, and none from " + start);
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

    /** {@return whether its periods are years, whatever the month that they begin with} */
    public boolean isYears() {
        return months == 12;
    }

    /** {@return the month with which its years begin; January for all but years} */
    public Month startMonth() {
        return Month.of(startMonth);
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
        return other == YEAR_TO_DATE
                ? compareTo(MONTHLY) >= 0 && !isYears()
                : onScale().compareTo(other.onScale()) > 0;
    }

    /** Returns the constant whose place on the scale this has: all years share one. */
    private Frequency onScale() {
        return isYears() ? ANNUAL : this;
    }

    /**
     * Returns whether every period of another frequency consists of whole periods of this one, without gap or overlap;
     * so whether figures that add up over time can be rolled up from this frequency to the other.
     *
     * <p>Each frequency nests in itself, and {@link #DAILY} in all. {@link #MONTHLY} nests in quarters, half-years, years
     * and {@link #YEAR_TO_DATE}. {@link #WEEKLY} nests in nothing but itself: a week belongs to two months or years as
     * often as not, and the week-based year of ISO 8601, which does consist of weeks, is not a calendar year and has no
     * {@code TimePeriod}. {@link #YEAR_TO_DATE} nests in nothing but itself, because its periods overlap. Years nest in no other years;
     * quarters nest in those from January, April, July and October, half-years in those from January and July.
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
        return months > 0
                && coarser.months > months
                && coarser.months % months == 0
                && (coarser.startMonth - 1) % months == 0;
    }

    /** Returns the number that marks this frequency in a period code: stable, unlike the position of the constant. */
    int tag() {
        return tag;
    }

    /** Returns the length in calendar months from one period to the next, or 0 if it is counted in days. */
    int months() {
        return months;
    }

    /** Returns how many months the first period lies behind the beginning of the year 0001. */
    int offset() {
        return startMonth - 1;
    }

    /** Returns the length in days from one period to the next, or 0 if it is counted in months. */
    int days() {
        return days;
    }
}
