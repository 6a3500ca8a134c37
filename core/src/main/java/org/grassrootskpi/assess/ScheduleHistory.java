package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;

/** The states of one plan at successive dates: what fell behind, what caught up, what was reached early. Immutable. */
public final class ScheduleHistory {
    private final ImmutableList<ScheduleState> states;

    private ScheduleHistory(ImmutableList<ScheduleState> states) {
        this.states = states;
    }

    /**
     * {@return a history}
     *
     * @param states states of one plan, at least one, each later than the one before
     * @throws AssessmentRefusedException if they are not in the order of their dates ({@link Reason#BAD_DEFINITION})
     */
    public static ScheduleHistory of(List<ScheduleState> states) {
        Comparator<ScheduleState> byDate = Comparator.comparing(ScheduleState::asOf);
        if (states.isEmpty() || !Ordering.from(byDate).isStrictlyOrdered(states)) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "expected states at one or more dates, each later than the one before, got "
                            + states.stream().map(ScheduleState::asOf).toList(),
                    "sort them by their date and give one for each");
        }
        return new ScheduleHistory(ImmutableList.copyOf(states));
    }

    /** {@return the states, earliest first} */
    public ImmutableList<ScheduleState> states() {
        return states;
    }

    /** {@return the last state} */
    public ScheduleState latest() {
        return states.get(states.size() - 1);
    }

    /** {@return the first date at which the target was reached; empty if it is not, or not surely} */
    public Optional<LocalDate> reachedBy() {
        return states.stream()
                .filter(state -> state.attainment()
                        .filter(attainment -> attainment.state() == AttainmentState.REACHED)
                        .isPresent())
                .map(ScheduleState::asOf)
                .findFirst();
    }

    /** {@return by how many days the target was reached before the plan's last day; empty if it was not, or not before} */
    public OptionalLong daysEarly() {
        return reachedBy()
                .map(day ->
                        ChronoUnit.DAYS.between(day, latest().schedule().plan().lastDay()))
                .filter(days -> days > 0)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** {@return the dates at which the work was on schedule and had been behind at the date before (Ouhai: red becomes yellow)} */
    public ImmutableList<LocalDate> caughtUp() {
        return changes(ScheduleStatus.BEHIND, ScheduleStatus.ON_SCHEDULE);
    }

    /** {@return the dates at which the work was behind and had been on schedule at the date before} */
    public ImmutableList<LocalDate> fellBehind() {
        return changes(ScheduleStatus.ON_SCHEDULE, ScheduleStatus.BEHIND);
    }

    private ImmutableList<LocalDate> changes(ScheduleStatus from, ScheduleStatus to) {
        ImmutableList.Builder<LocalDate> dates = ImmutableList.builder();
        for (int i = 1; i < states.size(); i++) {
            if (states.get(i - 1).status() == from && states.get(i).status() == to) {
                dates.add(states.get(i).asOf());
            }
        }
        return dates.build();
    }

    /** {@return at how many of the last dates in a row the work was behind; what is undecided ends the row} */
    public int timesBehindInARow() {
        int times = 0;
        for (ScheduleState state : states.reverse()) {
            if (state.status() != ScheduleStatus.BEHIND) {
                break;
            }
            times++;
        }
        return times;
    }
}
