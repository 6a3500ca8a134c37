package org.grassrootskpi.query;

import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * The period that a change is measured against: {@link #YEAR_EARLIER}, {@code periodsEarlier(3)}, {@code inYear(2015)}. The
 * calendar decides, never the position of a row.
 *
 * <p>Immutable; two are equal if they have the same base for every period.
 */
public final class BasePeriod {
    /** The period with the same name in the year before (同比); 29 February and week 53 may have none. */
    public static final BasePeriod YEAR_EARLIER = new BasePeriod(Kind.YEARS_EARLIER, 1);

    /** The period of the same frequency just before (环比). */
    public static final BasePeriod PREVIOUS_PERIOD = new BasePeriod(Kind.PERIODS_EARLIER, 1);

    private enum Kind {
        YEARS_EARLIER,
        PERIODS_EARLIER,
        IN_YEAR
    }

    private final Kind kind;
    private final int number;

    private BasePeriod(Kind kind, int number) {
        this.kind = kind;
        this.number = number;
    }

    /**
     * {@return the period with the same name some years before}
     *
     * @param years how many years, 1 or more
     * @throws IllegalArgumentException if it is less than 1
     */
    public static BasePeriod yearsEarlier(int years) {
        requireOne(years, "years");
        return years == 1 ? YEAR_EARLIER : new BasePeriod(Kind.YEARS_EARLIER, years);
    }

    /**
     * {@return the period of the same frequency some periods before}
     *
     * @param periods how many periods, 1 or more
     * @throws IllegalArgumentException if it is less than 1
     */
    public static BasePeriod periodsEarlier(int periods) {
        requireOne(periods, "periods");
        return periods == 1 ? PREVIOUS_PERIOD : new BasePeriod(Kind.PERIODS_EARLIER, periods);
    }

    /**
     * {@return the period with the same name in a base year (定基比): of 2024-06 the June of that year; periods before the base year
     * have none}
     *
     * @param year 1 to 9999
     * @throws IllegalArgumentException if it is outside of that
     */
    public static BasePeriod inYear(int year) {
        return new BasePeriod(Kind.IN_YEAR, TimePeriod.ofYear(year).year());
    }

    private static void requireOne(int number, String what) {
        if (number < 1) {
            throw new IllegalArgumentException("Expected 1 or more " + what + ", got " + number);
        }
    }

    /**
     * {@return the base of a period, if the calendar has one}
     *
     * @param period any period
     */
    public Optional<TimePeriod> of(TimePeriod period) {
        return switch (kind) {
            case YEARS_EARLIER -> period.inYear(period.year() - number);
            case IN_YEAR -> number > period.year() ? Optional.empty() : period.inYear(number);
            case PERIODS_EARLIER -> {
                TimePeriod before = period.earlier(number);
                yield before.plus(number).equals(period) ? Optional.of(before) : Optional.empty();
            }
        };
    }

    /** {@return whether the base has the same name in another year, rather than a place some periods before} */
    public boolean isByYear() {
        return kind != Kind.PERIODS_EARLIER;
    }

    /** {@return the year in which all bases lie, if it is one} */
    public Optional<Integer> year() {
        return kind == Kind.IN_YEAR ? Optional.of(number) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BasePeriod that && kind == that.kind && number == that.number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, number);
    }

    /** {@return such as {@code YEAR_EARLIER}, {@code 3 periods earlier}, {@code in 2015}} */
    @Override
    public String toString() {
        if (equals(YEAR_EARLIER)) {
            return "YEAR_EARLIER";
        }
        if (equals(PREVIOUS_PERIOD)) {
            return "PREVIOUS_PERIOD";
        }
        return switch (kind) {
            case YEARS_EARLIER -> number + " years earlier";
            case PERIODS_EARLIER -> number + " periods earlier";
            case IN_YEAR -> "in " + number;
        };
    }
}
