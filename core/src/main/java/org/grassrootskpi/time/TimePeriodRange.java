package org.grassrootskpi.time;

import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive periods of one frequency, {@code 2024-01..2024-06}: both ends belong to it, and it is never empty.
 *
 * <p>Iteration runs from the first period to the last. The codes of its periods are the numbers from
 * {@code from().toCode()} to {@code to().toCode()}.
 *
 * <p>It is a sequence of periods and not one longer period: {@code 2024-01..2024-09} has nine members, while
 * {@code 2024-YTD09} is a single period of nine months.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TimePeriodRange implements Iterable<TimePeriod> {
    private final TimePeriod from;
    private final TimePeriod to;

    private TimePeriodRange(TimePeriod from, TimePeriod to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Returns the periods from one to another.
     *
     * @param from the first, inclusive
     * @param to the last, inclusive; of the same frequency and not before the first
     * @return the range
     * @throws IllegalArgumentException if the frequencies differ or the last is before the first
     */
    public static TimePeriodRange of(TimePeriod from, TimePeriod to) {
        if (from.frequency() != to.frequency()) {
            throw new IllegalArgumentException("Expected two periods of one frequency, got " + from + " ("
                    + from.frequency() + ") and " + to + " (" + to.frequency() + ")");
        }
        if (from.toCode() > to.toCode()) {
            throw new IllegalArgumentException("Expected a range in order of time, got " + from + " to " + to);
        }
        return new TimePeriodRange(from, to);
    }

    /**
     * Reads a range: two periods in any of the spellings of {@link TimePeriod#parse}, with two dots between them, or a
     * single period, which is the range of itself.
     *
     * @param text one range or period and nothing else
     * @return the range
     * @throws TimePeriodFormatException if the text is anything else, the frequencies differ, or the last is before the
     *     first
     */
    public static TimePeriodRange parse(String text) {
        return PeriodFormat.range(text);
    }

    /**
     * Reads a range exactly as {@link #parse} does; see {@link TimePeriod#valueOf}.
     *
     * @param text one range or period and nothing else
     * @return the range
     * @throws TimePeriodFormatException if the text is anything else, the frequencies differ, or the last is before the
     *     first
     */
    public static TimePeriodRange valueOf(String text) {
        return parse(text);
    }

    /**
     * Returns the first period.
     *
     * @return the first period, inclusive
     */
    public TimePeriod from() {
        return from;
    }

    /**
     * Returns the last period.
     *
     * @return the last period, inclusive
     */
    public TimePeriod to() {
        return to;
    }

    /**
     * Returns the frequency of all periods of this range.
     *
     * @return the frequency
     */
    public Frequency frequency() {
        return from.frequency();
    }

    /**
     * Returns the number of periods.
     *
     * @return at least 1
     */
    public int size() {
        return to.toCode() - from.toCode() + 1;
    }

    /**
     * Returns whether a period is one of this range.
     *
     * @param period any period
     * @return true if it has the frequency of this range and lies between its ends; so {@code 2024-01..2024-06} does not
     *     contain {@code 2024-Q1}
     */
    public boolean contains(TimePeriod period) {
        return from.toCode() <= period.toCode() && period.toCode() <= to.toCode();
    }

    /**
     * Returns the periods in order of time.
     *
     * @return a stream of {@link #size} periods
     */
    public Stream<TimePeriod> stream() {
        return IntStream.rangeClosed(from.toCode(), to.toCode()).mapToObj(TimePeriod::ofCode);
    }

    @Override
    public Iterator<TimePeriod> iterator() {
        return stream().iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof TimePeriodRange range && from.equals(range.from) && to.equals(range.to));
    }

    @Override
    public int hashCode() {
        return 31 * from.hashCode() + to.hashCode();
    }

    /**
     * Returns this range as {@link #parse} reads it.
     *
     * @return such as {@code 2024-01..2024-06}, also {@code 2024..2024} for a single period
     */
    @Override
    public String toString() {
        return from + PeriodFormat.RANGE_SEPARATOR + to;
    }
}
