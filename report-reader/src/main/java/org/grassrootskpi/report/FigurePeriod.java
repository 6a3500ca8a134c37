package org.grassrootskpi.report;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * The time that a figure is about, from its first to its last period: {@code 2024}, {@code 2024-H1}, {@code
 * 2024-01..2024-09}, {@code 2021..2025}, {@code 2024 (end)} for a state at the end of 2024. Immutable and thread-safe.
 */
public final class FigurePeriod {
    private final TimePeriod from;
    private final TimePeriod to;
    private final boolean end;

    FigurePeriod(TimePeriod from, TimePeriod to, boolean end) {
        this.from = from;
        this.to = to;
        this.end = end;
    }

    static FigurePeriod of(TimePeriod period) {
        return new FigurePeriod(period, period, false);
    }

    static FigurePeriod ofYears(int first, int last) {
        TimePeriod from = TimePeriod.ofYear(first);
        return new FigurePeriod(from, first == last ? from : TimePeriod.ofYear(last), false);
    }

    FigurePeriod atEnd() {
        return new FigurePeriod(from, to, true);
    }

    /** From the beginning of this one to the end of another; this one if it begins behind that. */
    FigurePeriod until(FigurePeriod last, boolean months) {
        if (from.firstDay().isAfter(last.to.lastDay())) {
            return this;
        }
        if (!months && last.to.frequency() == Frequency.ANNUAL) {
            return ofYears(from.year(), last.to.year());
        }
        return new FigurePeriod(monthOf(from.firstDay()), monthOf(last.to.lastDay()), false);
    }

    private static TimePeriod monthOf(LocalDate day) {
        return TimePeriod.ofMonth(day.getYear(), day.getMonthValue());
    }

    /**
     * Finds the last time that a text prints: 2025-09 in 已于9月底建成.
     *
     * @param text any words
     * @param context what a time without a year is of
     * @return empty if it prints none
     */
    public static Optional<FigurePeriod> lastIn(String text, TimePeriod context) {
        TimeExpressions expressions = new TimeExpressions(text);
        FigurePeriod found = null;
        for (int i = 0; i < text.length(); i++) {
            TimeExpression time = expressions.at(i, text.length(), false);
            if (time != null && (time.hasYear() || time.hasPart())) {
                FigurePeriod period = time.in(of(context));
                found = period == null ? found : period;
                i = Math.max(i, time.end() - 1);
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * Returns the first period.
     *
     * @return the only one if {@link #single()} is present
     */
    public TimePeriod from() {
        return from;
    }

    /**
     * Returns the last period.
     *
     * @return the only one if {@link #single()} is present
     */
    public TimePeriod to() {
        return to;
    }

    /**
     * Returns whether the figure is a state at the end of the time: 年末.
     *
     * @return false for what happened in the time, and where the text does not say
     */
    public boolean isEnd() {
        return end;
    }

    /**
     * Returns the time as one period.
     *
     * @return empty if it goes from one period to another
     */
    public Optional<TimePeriod> single() {
        return from.equals(to) ? Optional.of(from) : Optional.empty();
    }

    /** Returns the time as one period: of a state the last one, of a stretch the quarter or half-year that has the same days. */
    Optional<TimePeriod> whole() {
        if (end || from.equals(to)) {
            return Optional.of(to);
        }
        return Stream.of(Frequency.HALF_YEARLY, Frequency.QUARTERLY)
                .map(frequency -> TimePeriod.containing(from.firstDay(), frequency))
                .filter(of ->
                        of.firstDay().equals(from.firstDay()) && of.lastDay().equals(to.lastDay()))
                .findFirst();
    }

    /** Returns the year in which it ends. */
    int year() {
        return to.year();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FigurePeriod period
                && from.equals(period.from)
                && to.equals(period.to)
                && end == period.end;
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, to, end);
    }

    /** The first and the last period as ISO 8601 spells them, months for a year to date, days for a week. */
    @Override
    public String toString() {
        boolean whole =
                from.equals(to) && from.frequency() != Frequency.YEAR_TO_DATE && from.frequency() != Frequency.WEEKLY;
        return (whole ? from.toString() : first() + ".." + last()) + (end ? " (end)" : "");
    }

    private String first() {
        return switch (from.frequency()) {
            case YEAR_TO_DATE -> from.year() + "-01";
            case WEEKLY -> from.firstDay().toString();
            default -> from.toString();
        };
    }

    private String last() {
        return switch (to.frequency()) {
            case YEAR_TO_DATE ->
                TimePeriod.ofMonth(to.year(), to.lastDay().getMonthValue()).toString();
            case WEEKLY -> to.lastDay().toString();
            default -> to.toString();
        };
    }
}
