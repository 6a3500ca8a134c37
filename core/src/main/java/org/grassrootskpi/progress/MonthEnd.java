package org.grassrootskpi.progress;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.assess.AttainmentRule;
import org.grassrootskpi.assess.LevelJudgement;
import org.grassrootskpi.assess.Portfolio;
import org.grassrootskpi.assess.Schedule;
import org.grassrootskpi.assess.ScheduleState;
import org.grassrootskpi.assess.TargetState;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** All commitments at the end of one month. */
final class MonthEnd {
    private static final Quantity ALL = Quantity.parse("100%");

    /**
     * A commitment at the end of the month.
     *
     * @param judged what documents and outcomes say
     * @param state its state
     * @param schedule its state against its schedule
     * @param misfit why the path does not fit the period of its plan
     * @param level the level of its gap
     */
    record Entry(
            TargetState judged,
            ItemState state,
            Optional<ScheduleState> schedule,
            Optional<AssessmentRefusal> misfit,
            Optional<LevelJudgement> level) {}

    /** A comparison with a schedule, or why there is none; neither where there is nothing to compare. */
    private record Compared(Optional<ScheduleState> schedule, Optional<AssessmentRefusal> misfit) {
        static final Compared NOTHING = new Compared(Optional.empty(), Optional.empty());
    }

    private final Catalog catalog;
    private final ProgressRule rule;
    private final TimePeriod month;
    private final LocalDate asOf;
    private final Portfolio portfolio;
    private final ImmutableMap<String, Entry> byTarget;

    MonthEnd(Catalog catalog, ProgressRule rule, TimePeriod month) {
        this.catalog = catalog;
        this.rule = rule;
        this.month = month;
        this.asOf = month.lastDay();
        this.portfolio = Portfolio.of(catalog, asOf);
        ImmutableMap.Builder<String, Entry> entries = ImmutableMap.builder();
        portfolio.targets().forEach(state -> entries.put(state.target().id(), entry(state)));
        this.byTarget = entries.buildOrThrow();
    }

    Portfolio portfolio() {
        return portfolio;
    }

    Entry of(Target target) {
        return Objects.requireNonNull(byTarget.get(target.id()), target.id());
    }

    private Entry entry(TargetState judged) {
        Compared compared = compare(judged);
        Optional<ScheduleState> schedule = compared.schedule();
        return new Entry(
                judged,
                state(judged, schedule),
                schedule,
                compared.misfit(),
                schedule.flatMap(ScheduleState::gap).map(rule.levels()::judge));
    }

    private ItemState state(TargetState judged, Optional<ScheduleState> schedule) {
        return switch (judged.progress()) {
            case REACHED -> ItemState.REACHED;
            case OVERDUE -> ItemState.OVERDUE;
            case NOT_MET -> ItemState.NOT_MET;
            case UNDER_WAY -> ItemState.UNDER_WAY;
            case UNDECIDED -> ItemState.UNDECIDED;
            case NOT_REPORTED -> ItemState.NOT_REPORTED;
            case WITHDRAWN -> ItemState.WITHDRAWN;
            case NOT_JUDGED -> ItemState.NOT_JUDGED;
            case OPEN -> open(judged, schedule);
        };
    }

    private ItemState open(TargetState judged, Optional<ScheduleState> schedule) {
        if (!isReported(judged)) {
            return judged.reported().isEmpty() && begin(judged).isAfter(asOf)
                    ? ItemState.NOT_BEGUN
                    : ItemState.NOT_REPORTED;
        }
        return schedule.map(state -> switch (state.status()) {
                    case ON_SCHEDULE -> ItemState.ON_SCHEDULE;
                    case BEHIND -> ItemState.BEHIND;
                    case UNDECIDED -> ItemState.UNDECIDED;
                    default -> ItemState.UNDER_WAY;
                })
                .orElse(ItemState.UNDER_WAY);
    }

    /** Returns whether the last report is of this month. */
    boolean isReported(TargetState judged) {
        return judged.reported()
                .filter(period -> !period.lastDay().isBefore(month.firstDay()))
                .isPresent();
    }

    private static LocalDate begin(TargetState judged) {
        return judged.deadline().firstDay().withDayOfYear(1);
    }

    /** What is done against what is due: by the figure where it adds up, else by the completion that somebody stated. */
    private Compared compare(TargetState judged) {
        boolean isPast = judged.deadline().lastDay().isBefore(asOf);
        if (judged.completion().isEmpty() || !(isPast || isReported(judged))) {
            return Compared.NOTHING;
        }
        Target target = judged.target();
        Optional<Outcome> stated = judged.outcome()
                .filter(outcome -> judged.reported().equals(Optional.of(outcome.asOf())))
                .filter(outcome -> outcome.completion().isPresent());
        Optional<Indicator> indicator = target.indicator().map(catalog::indicator);
        boolean hasFigures = stated.isEmpty()
                && judged.figure().isPresent()
                && target.figure().isPresent();
        if (!hasFigures) {
            return assess(
                    Schedule.of(plan(judged), rule.path()), judged.completion().get(), ALL, Optional.empty());
        }
        Quantity done = judged.figure().orElseThrow();
        Quantity asked = target.figure().orElseThrow();
        IndicatorKind kind = indicator.map(Indicator::kind).orElse(IndicatorKind.FLOW);
        if (kind.isAdditiveOverTime()) {
            TimePeriod plan = indicator.isPresent() ? judged.deadline() : plan(judged);
            return assess(Schedule.of(plan, rule.path()), done, asked, Optional.empty());
        }
        if (kind != IndicatorKind.STOCK) {
            return Compared.NOTHING;
        }
        TimePeriod plan = plan(judged);
        return baseline(target, plan.firstDay().minusDays(1))
                .map(start -> assess(
                        Schedule.of(plan, rule.path()).withRule(AttainmentRule.fromBaseline()),
                        done,
                        asked,
                        Optional.of(start)))
                .orElse(Compared.NOTHING);
    }

    /** A plan runs from the beginning of the year of its deadline; of a deadline within a month the whole month counts. */
    private static TimePeriod plan(TargetState judged) {
        LocalDate last = judged.deadline().lastDay();
        return last.getMonthValue() == 12
                ? TimePeriod.ofYear(last.getYear())
                : TimePeriod.yearToDate(last.getYear(), last.getMonthValue());
    }

    private Compared assess(Schedule schedule, Quantity done, Quantity asked, Optional<Quantity> baseline) {
        try {
            return new Compared(Optional.of(schedule.assess(done, asked, baseline, asOf)), Optional.empty());
        } catch (AssessmentRefusedException e) {
            // Before the plan there is nothing to compare with.
            return e.refusal().reason() == Reason.SHARES_DO_NOT_FIT
                    ? new Compared(Optional.empty(), Optional.of(e.refusal()))
                    : Compared.NOTHING;
        }
    }

    private Optional<Quantity> baseline(Target target, LocalDate day) {
        return target.indicator().stream()
                .flatMap(id -> catalog.observations(id).stream())
                .filter(observation -> observation.region().equals(target.region()))
                .filter(observation -> observation.status() != ObservationStatus.FORECAST)
                .filter(observation -> observation.period().lastDay().equals(day))
                .filter(observation -> observation.figure().isPresent())
                .min(Comparator.comparing(
                        (Observation observation) -> observation.period().lengthInDays()))
                .flatMap(Observation::figure);
    }

    static TimePeriod monthBefore(TimePeriod month) {
        return month.plus(-1);
    }

    static boolean isMonth(TimePeriod period) {
        return period.frequency() == Frequency.MONTHLY && !period.isYearToDate();
    }

    /** Returns the completion for a ranking: none counts as more than all. */
    static Optional<Quantity> completion(Entry entry) {
        return entry.schedule()
                .flatMap(ScheduleState::attainment)
                .flatMap(attainment -> attainment.part())
                .or(() -> entry.judged().completion());
    }
}
