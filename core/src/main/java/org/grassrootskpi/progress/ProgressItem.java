package org.grassrootskpi.progress;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal;
import org.grassrootskpi.assess.LevelJudgement;
import org.grassrootskpi.assess.ScheduleState;
import org.grassrootskpi.assess.TargetState;
import org.grassrootskpi.model.Target;

/**
 * A commitment at the end of a month.
 *
 * @param judged what documents and outcomes say of it
 * @param unit the unit in charge; empty text where nobody is named
 * @param state its state
 * @param schedule what is done, compared with what is due; empty where nothing of it can be compared
 * @param misfit why the rule's path does not fit the period of the plan, so that there is no schedule; empty where it does
 * @param level the level of the gap to the schedule; empty where there is no gap
 * @param before its state at the end of the month before; empty in the first month of a year
 * @param levelBefore its level then
 * @param monthsBehind for how many months in a row it is behind or overdue, this one included; counted from the beginning of the year
 */
public record ProgressItem(
        TargetState judged,
        String unit,
        ItemState state,
        Optional<ScheduleState> schedule,
        Optional<AssessmentRefusal> misfit,
        Optional<LevelJudgement> level,
        Optional<ItemState> before,
        Optional<LevelJudgement> levelBefore,
        int monthsBehind) {
    /** {@return the commitment} */
    public Target target() {
        return judged.target();
    }

    /** {@return whether it was on schedule or reached a month ago, and is behind or overdue now} */
    public boolean hasFallen() {
        return isLate(state)
                && before.filter(then -> then == ItemState.ON_SCHEDULE || then == ItemState.REACHED)
                        .isPresent();
    }

    /** {@return whether it was behind or overdue a month ago, and is on schedule or reached now} */
    public boolean hasRecovered() {
        return (state == ItemState.ON_SCHEDULE || state == ItemState.REACHED)
                && before.filter(ProgressItem::isLate).isPresent();
    }

    static boolean isLate(ItemState state) {
        return state == ItemState.BEHIND || state == ItemState.OVERDUE;
    }

    /**
     * {@return by how many days before its deadline it was reached: to the last day of the period in which it was; empty where it is not
     * reached, or not surely before}
     */
    public Optional<Long> daysEarly() {
        return judged.reached()
                .map(reached -> ChronoUnit.DAYS.between(
                        reached.lastDay(), judged.deadline().lastDay()))
                .filter(days -> days > 0);
    }
}
