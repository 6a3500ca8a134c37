package org.grassrootskpi.progress;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multimaps;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.assess.ScheduleState;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.time.TimePeriod;

/**
 * How the commitments of a catalogue stand at the end of a month, and how they stood at the ends of the months before in that year.
 *
 * <p>A commitment with a figure that adds up, or with a stated completion, is compared with its schedule; what has none is under way as
 * long as somebody reports it. A figure of a flow counts within the period of its deadline; a stated completion and a stock run from
 * the beginning of that year, a stock from its value then. A report of an earlier month says nothing of this one. Immutable and
 * thread-safe.
 */
public final class ProgressSheet {
    private final TimePeriod month;
    private final ProgressRule rule;
    private final ImmutableList<ProgressItem> items;
    private final Standings standings;

    private ProgressSheet(TimePeriod month, ProgressRule rule, ImmutableList<ProgressItem> items, Standings standings) {
        this.month = month;
        this.rule = rule;
        this.items = items;
        this.standings = standings;
    }

    /**
     * {@return the sheet of a month by the standard rule}
     *
     * @param catalog the commitments, what became of them and their figures; see {@link TargetFigures} for figures of a table
     * @param month a month
     * @throws AssessmentRefusedException if the period is no month ({@link Reason#BAD_DEFINITION})
     */
    public static ProgressSheet of(Catalog catalog, TimePeriod month) {
        return of(catalog, month, ProgressRule.standard());
    }

    /**
     * {@return the sheet of a month}
     *
     * @param catalog the commitments, what became of them and their figures
     * @param month a month
     * @param rule path, levels, and what is due soon
     * @throws AssessmentRefusedException if the period is no month, or if the rule ranks regions of a level that the catalogue does not have
     *     ({@link Reason#BAD_DEFINITION})
     */
    public static ProgressSheet of(Catalog catalog, TimePeriod month, ProgressRule rule) {
        if (!MonthEnd.isMonth(month)) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "a monthly sheet expected a month, got " + month,
                    "give one such as 2025-09, at whose end things are judged");
        }
        if (!catalog.levels().contains(rule.rankedLevel())) {
            throw new AssessmentRefusedException(
                    Reason.BAD_DEFINITION,
                    "rankedLevel of the rule expected one of the catalogue's levels "
                            + catalog.levels().inOrder() + ", got " + rule.rankedLevel(),
                    "name one of them, or declare it among the catalogue's regionLevels");
        }
        List<MonthEnd> months = new ArrayList<>();
        for (TimePeriod past = TimePeriod.ofMonth(month.year(), 1); past.compareTo(month) <= 0; past = past.next()) {
            months.add(new MonthEnd(catalog, rule, past));
        }
        MonthEnd now = months.get(months.size() - 1);
        Map<String, String> units = new HashMap<>();
        now.portfolio()
                .byUnit()
                .forEach((unit, state) -> units.put(state.target().id(), unit));
        CompletionScores scores = new CompletionScores(catalog, rule);
        Optional<MonthEnd> before = months.size() < 2 ? Optional.empty() : Optional.of(months.get(months.size() - 2));
        return new ProgressSheet(
                month,
                rule,
                catalog.targets().stream()
                        .map(target -> item(target, months, before, units.getOrDefault(target.id(), "")))
                        .collect(toImmutableList()),
                scores.at(now)
                        .map(scored -> Standings.of(scored, before.flatMap(scores::at)))
                        .orElseGet(Standings::none));
    }

    private static ProgressItem item(Target target, List<MonthEnd> months, Optional<MonthEnd> before, String unit) {
        MonthEnd.Entry now = months.get(months.size() - 1).of(target);
        int behind = 0;
        for (int i = months.size() - 1;
                i >= 0 && ProgressItem.isLate(months.get(i).of(target).state());
                i--) {
            behind++;
        }
        return new ProgressItem(
                now.judged(),
                unit,
                now.state(),
                now.schedule(),
                now.misfit(),
                now.level(),
                before.map(month -> month.of(target).state()),
                before.flatMap(month -> month.of(target).level()),
                behind);
    }

    /** {@return the month} */
    public TimePeriod month() {
        return month;
    }

    /** {@return the last day of the month, at whose end things are judged} */
    public LocalDate asOf() {
        return month.lastDay();
    }

    /** {@return the rule} */
    public ProgressRule rule() {
        return rule;
    }

    /** {@return all commitments, in the order of the catalogue} */
    public ImmutableList<ProgressItem> items() {
        return items;
    }

    /** {@return how many commitments have each state} */
    public ImmutableMultiset<ItemState> counts() {
        return count(items);
    }

    /** {@return by the unit in charge how many commitments have each state; of nobody under the empty text} */
    public ImmutableMap<String, ImmutableMultiset<ItemState>> countsByUnit() {
        return countsBy(ProgressItem::unit);
    }

    /** {@return by the id of the sector how many commitments have each state} */
    public ImmutableMap<String, ImmutableMultiset<ItemState>> countsBySector() {
        return countsBy(item -> item.target().sector());
    }

    private ImmutableMap<String, ImmutableMultiset<ItemState>> countsBy(Function<ProgressItem, String> key) {
        ImmutableMap.Builder<String, ImmutableMultiset<ItemState>> counts = ImmutableMap.builder();
        Multimaps.index(items, key::apply).asMap().forEach((name, of) -> counts.put(name, count(of)));
        return counts.buildOrThrow();
    }

    private static ImmutableMultiset<ItemState> count(Iterable<ProgressItem> items) {
        ImmutableMultiset.Builder<ItemState> counts = ImmutableMultiset.builder();
        items.forEach(item -> counts.add(item.state()));
        return counts.build();
    }

    /** {@return the commitments that are behind their schedule and not yet due, the greatest gap first} */
    public ImmutableList<ProgressItem> behind() {
        return items.stream()
                .filter(item -> item.state() == ItemState.BEHIND)
                .sorted(Comparator.comparing(ProgressSheet::gap))
                .collect(toImmutableList());
    }

    private static BigDecimal gap(ProgressItem item) {
        return item.schedule().flatMap(ScheduleState::gap).orElseThrow().value();
    }

    /** {@return the commitments that fell behind or became overdue in this month} */
    public ImmutableList<ProgressItem> fallen() {
        return select(ProgressItem::hasFallen);
    }

    /** {@return the commitments that caught up in this month} */
    public ImmutableList<ProgressItem> recovered() {
        return select(ProgressItem::hasRecovered);
    }

    /** {@return the commitments that were reached in this month, and not a month ago} */
    public ImmutableList<ProgressItem> reached() {
        return select(item -> item.state() == ItemState.REACHED
                && item.before().filter(then -> then == ItemState.REACHED).isEmpty());
    }

    /** {@return the commitments that are due within the days of the rule and not known to be reached, the earliest deadline first} */
    public ImmutableList<ProgressItem> dueSoon() {
        LocalDate last = asOf().plusDays(rule.dueSoonDays());
        return items.stream()
                .filter(item -> item.state() != ItemState.REACHED
                        && item.state() != ItemState.WITHDRAWN
                        && item.state() != ItemState.NOT_JUDGED)
                .filter(item -> daysLeft(item) > 0 && !deadline(item).isAfter(last))
                .sorted(Comparator.comparing(ProgressSheet::deadline))
                .collect(toImmutableList());
    }

    /** {@return the overdue commitments, the most days first} */
    public ImmutableList<ProgressItem> overdue() {
        return items.stream()
                .filter(item -> item.state() == ItemState.OVERDUE)
                .sorted(Comparator.comparing(ProgressSheet::deadline))
                .collect(toImmutableList());
    }

    /** {@return the commitments of which nothing is reported for this month, or since their deadline} */
    public ImmutableList<ProgressItem> notReported() {
        return select(item -> item.state() == ItemState.NOT_REPORTED);
    }

    /**
     * {@return the days from the end of the month to the deadline; negative where it has passed}
     *
     * @param item a commitment of this sheet
     */
    public long daysLeft(ProgressItem item) {
        return ChronoUnit.DAYS.between(asOf(), deadline(item));
    }

    private static LocalDate deadline(ProgressItem item) {
        return item.judged().deadline().lastDay();
    }

    /** {@return the regions ranked by the completion of their targets} */
    public Standings standings() {
        return standings;
    }

    /** {@return the commitments whose figures are not to be relied on, with each reason} */
    public ImmutableList<Doubt> doubts() {
        ImmutableList.Builder<Doubt> doubts = ImmutableList.builder();
        for (ProgressItem item : items) {
            if (item.judged().isContradicted()) {
                doubts.add(new Doubt(item, Doubt.Reason.CONTRADICTED));
            }
            if (item.state() == ItemState.UNDECIDED) {
                doubts.add(new Doubt(item, Doubt.Reason.UNDECIDED));
            }
            if (item.judged()
                    .figure()
                    .filter(figure -> figure.qualifier() != Qualifier.EXACT)
                    .isPresent()) {
                doubts.add(new Doubt(item, Doubt.Reason.VAGUE));
            }
            if (item.state() == ItemState.NOT_REPORTED
                    && item.judged().reported().isPresent()) {
                doubts.add(new Doubt(item, Doubt.Reason.OLD));
            }
            if (item.misfit().isPresent()) {
                doubts.add(new Doubt(item, Doubt.Reason.NO_SCHEDULE));
            }
        }
        return doubts.build();
    }

    private ImmutableList<ProgressItem> select(Predicate<ProgressItem> wanted) {
        return items.stream().filter(wanted).collect(toImmutableList());
    }
}
