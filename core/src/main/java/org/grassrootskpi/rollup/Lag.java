package org.grassrootskpi.rollup;

import java.util.Optional;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/**
 * The distance from an observation back to its counterpart when groups of periods are compared: 2024-06 of the year 2024 has
 * 2023-06 as its counterpart in the year before, and 2024-05 (the second month of its quarter) has 2024-02 in the quarter before.
 *
 * <p>A year earlier the counterpart is the same month, week or day; against the previous group it is the period with the same
 * number from the group's beginning. Where there is none (29 February, the 31st of a month before one of 30 days), a flow has no
 * counterpart; the last period of a group is to a stock the counterpart of the last of the other, whatever their numbers.
 *
 * @param comparison which earlier group
 * @param groups the frequency of the groups
 * @param ofMoments whether moments are compared (stocks), not stretches of time (flows)
 */
public record Lag(BasePeriod comparison, Frequency groups, boolean ofMoments) {
    /**
     * {@return the code of the counterpart of a period that belongs to a group, or -1 if it has none}
     *
     * @param code a code of {@link TimePeriod#toCode()}, of a frequency that nests in the groups'
     */
    public int counterpart(int code) {
        return counterpart(TimePeriod.ofCode(code)).map(TimePeriod::toCode).orElse(-1);
    }

    /**
     * {@return the counterpart of a period that belongs to a group, if the calendar has one}
     *
     * @param period of a frequency that nests in the groups'
     */
    public Optional<TimePeriod> counterpart(TimePeriod period) {
        // Years to date overlap: their moments are those of their months.
        Frequency unit = groups == Frequency.YEAR_TO_DATE ? Frequency.MONTHLY : groups;
        if (period.frequency() == groups || !period.frequency().nestsIn(unit)) {
            return comparison.of(period);
        }
        TimePeriod group = TimePeriod.containing(period.lastDay(), unit);
        Optional<TimePeriod> base = comparison.of(group);
        if (base.isEmpty()) {
            return base;
        }
        TimePeriod last = base.get().subperiods(period.frequency()).to();
        if (ofMoments && period.equals(group.subperiods(period.frequency()).to())) {
            return Optional.of(last);
        }
        if (comparison.isByYear()) {
            // Years that begin in another month have days of two calendar years: how many years lie between decides.
            return period.inYear(period.year() - group.year() + base.get().year());
        }
        int number =
                period.toCode() - group.subperiods(period.frequency()).from().toCode();
        TimePeriod counterpart =
                base.get().subperiods(period.frequency()).from().plus(number);
        return counterpart.toCode() <= last.toCode() ? Optional.of(counterpart) : Optional.empty();
    }
}
