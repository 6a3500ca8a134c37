package org.grassrootskpi.pages;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.assess.Attainment;
import org.grassrootskpi.assess.Level;
import org.grassrootskpi.assess.ScheduleState;
import org.grassrootskpi.assess.TargetState;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Responsibility;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.progress.ItemState;
import org.grassrootskpi.progress.ProgressItem;
import org.grassrootskpi.progress.ProgressSheet;
import org.grassrootskpi.progress.Standings;
import org.grassrootskpi.time.TimePeriod;

/** Collects the commitments and the ranking of the page from a monthly sheet. */
final class Commitments {
    private final Catalog catalog;
    private final Names names;

    Commitments(Catalog catalog, Names names) {
        this.catalog = catalog;
        this.names = names;
    }

    ImmutableList<PageData.Commitment> of(ProgressSheet sheet) {
        ImmutableSet<ProgressItem> dueSoon = ImmutableSet.copyOf(sheet.dueSoon());
        return sheet.items().stream()
                .map(item -> commitment(sheet, item, dueSoon.contains(item)))
                .collect(ImmutableList.toImmutableList());
    }

    private PageData.Commitment commitment(ProgressSheet sheet, ProgressItem item, boolean isDueSoon) {
        Target target = item.target();
        TargetState judged = item.judged();
        Optional<ScheduleState> schedule = item.schedule();
        String top = names.topSector(target.sector());
        return new PageData.Commitment(
                target.id(),
                Text.of(target.name()),
                top,
                names.sector(top),
                target.indicator(),
                target.region(),
                names.region(target.region()),
                item.unit(),
                responsible(target).flatMap(Responsibility::leader),
                target.type().name(),
                judged.deadline().toString(),
                Names.period(judged.deadline()),
                sheet.daysLeft(item),
                item.state().name(),
                item.before().map(ItemState::name),
                item.level().stream()
                        .flatMap(level -> level.possible().stream())
                        .map(Level::name)
                        .toList(),
                item.monthsBehind(),
                item.state() == ItemState.OVERDUE,
                isDueSoon,
                target.figure().map(Figure::of),
                judged.figure().map(Figure::of),
                judged.reported().map(TimePeriod::toString),
                schedule.flatMap(ScheduleState::attainment)
                        .flatMap(Attainment::part)
                        .or(judged::completion)
                        .map(Figure::computed),
                schedule.map(ScheduleState::due).map(Figure::computed),
                schedule.flatMap(ScheduleState::gap).map(Figure::computed),
                schedule.flatMap(ScheduleState::requiredPerMonth).map(Figure::computed),
                schedule.flatMap(ScheduleState::addedPerMonth).map(Figure::computed),
                judged.outcome().flatMap(Outcome::reason).map(Text::of),
                names.cited(target.citation()));
    }

    private Optional<Responsibility> responsible(Target target) {
        return target.responsible()
                .or(() -> target.project().map(catalog::project).flatMap(Project::responsible))
                .or(() -> target.indicator().map(catalog::indicator).flatMap(Indicator::responsible));
    }

    Optional<PageData.Standings> standings(Standings standings, boolean isSimulated) {
        if (standings.places().isEmpty() && standings.unranked().isEmpty()) {
            return Optional.empty();
        }
        ImmutableSet<String> levels = Stream.concat(
                        standings.places().stream().map(Standings.Standing::region),
                        standings.unranked().keySet().stream())
                .map(region -> catalog.region(region).level().code())
                .collect(ImmutableSet.toImmutableSet());
        return Optional.of(new PageData.Standings(
                isSimulated,
                levels.size() == 1 ? levels.stream().findFirst() : Optional.empty(),
                standings.places().stream().map(this::place).toList(),
                standings.unranked().keySet().stream().map(names::region).toList()));
    }

    private PageData.Place place(Standings.Standing standing) {
        return new PageData.Place(
                standing.region(),
                names.region(standing.region()),
                standing.place().rank().toPlainString(),
                standing.place().best().toPlainString(),
                standing.place().worst().toPlainString(),
                standing.place().isTied(),
                standing.rise().map(rise -> rise.toPlainString()),
                Scores.figure(standing.place().score()),
                standing.lost().stream()
                        .map(part -> new PageData.Lost(
                                Text.of(catalog.indicator(part.item()).name()),
                                Scores.points(part.lost().value())))
                        .toList());
    }
}
