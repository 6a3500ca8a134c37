package org.grassrootskpi.evaluate;

import java.time.LocalDate;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/**
 * The target that a group is compared with: a formula over the table of targets, and which of its groups is meant.
 *
 * @param formula the target, in a recipe of targets
 * @param recipe the number of that recipe
 * @param isOfYear whether it is that of the year that contains the group's period, instead of the period's own
 * @param check the number of the check that each region and period with a value has a target; -1 for none
 * @param isWholeOnly whether there is no target unless all that it is added up from are there
 */
public record PlannedTarget(Formula formula, int recipe, boolean isOfYear, int check, boolean isWholeOnly) {
    /** Returns the cell of a group, without value if there is no target, or not all of it. */
    Cell cell(Cells cells, int region, int period, int combination) {
        return cells.target(this, region, period, combination);
    }

    /** Returns the code of the period whose target is meant. */
    int period(int group) {
        return isOfYear && group != 0 ? plan(group).toCode() : group;
    }

    /** Returns the period whose target is meant. */
    public TimePeriod plan(int group) {
        TimePeriod period = TimePeriod.ofCode(group);
        return isOfYear ? TimePeriod.ofYear(period.year()) : period;
    }

    /** Returns the code of the last group before the period whose target is meant begins, or -1 if the calendar has none. */
    int start(int group) {
        TimePeriod period = TimePeriod.ofCode(group);
        return start(period, isOfYear).toCode();
    }

    /**
     * Returns the last group before a target's period begins.
     *
     * @param isOfYear whether the target is that of the group's year
     */
    public static TimePeriod start(TimePeriod group, boolean isOfYear) {
        if (!isOfYear && group.frequency() != Frequency.YEAR_TO_DATE) {
            return group.earlier(1);
        }
        // The last week of a year has 28 December in it.
        int day = group.frequency() == Frequency.WEEKLY ? 28 : 31;
        return TimePeriod.containing(LocalDate.of(group.year() - 1, 12, day), group.frequency());
    }

    @Override
    public String toString() {
        return "target " + recipe + ": " + formula;
    }
}
