package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grassrootskpi.assess.LevelJudgement;
import org.grassrootskpi.assess.ScheduleState;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.progress.Doubt;
import org.grassrootskpi.progress.ItemState;
import org.grassrootskpi.progress.ProgressItem;
import org.grassrootskpi.progress.ProgressSheet;
import org.grassrootskpi.progress.Standings;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.score.Ranks;

/** The monthly sheet as text or Markdown. */
final class ProgressText {
    private static final int MOST_LOST = 2;
    private static final Unit PERCENT = Unit.parse("%");
    private static final List<ItemState> COLUMNS = List.of(
            ItemState.REACHED,
            ItemState.ON_SCHEDULE,
            ItemState.BEHIND,
            ItemState.OVERDUE,
            ItemState.UNDECIDED,
            ItemState.UNDER_WAY,
            ItemState.NOT_REPORTED);

    private final ProgressReport report;
    private final ProgressSheet sheet;
    private final ReportPage page;
    private final Labels labels;

    ProgressText(ProgressReport report, ReportPage page) {
        this.report = report;
        this.sheet = report.sheet();
        this.page = page;
        this.labels = page.labels();
    }

    void print() {
        page.heading(
                labels.of("sheet", sheet.month(), sheet.asOf(), sheet.items().size()));
        page.lines(String.join(
                labels.of("listed"),
                Stream.of(ItemState.values())
                        .filter(state -> sheet.counts().count(state) > 0)
                        .map(state -> labels.of(
                                "sheet.share",
                                labels.of("state", state),
                                sheet.counts().count(state),
                                share(sheet.counts().count(state))))
                        .toList()));
        counts("byUnit", "unit", sheet.countsByUnit(), this::unit);
        counts(
                "bySector",
                "sector",
                sheet.countsBySector(),
                id -> text(report.catalog().sector(id).name()));
        behind();
        list("fallen", sheet.fallen());
        list("recovered", sheet.recovered());
        list("reached", sheet.reached());
        dueSoon();
        overdue();
        notReported();
        standings();
        doubts();
    }

    private String share(int count) {
        return Percent.share(count, sheet.items().size());
    }

    /** Prints counts by unit or sector, with the sum of all below. */
    private void counts(
            String title,
            String first,
            ImmutableMap<String, ImmutableMultiset<ItemState>> counts,
            Function<String, String> name) {
        page.title(labels.of("sheet." + title));
        List<String> header = new ArrayList<>(List.of(labels.of("sheet." + first), labels.of("sheet.all")));
        COLUMNS.forEach(state -> header.add(labels.of("state", state)));
        header.add(labels.of("sheet.others"));
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((key, states) -> rows.add(counts(name.apply(key), states)));
        rows.add(counts(labels.of("sheet.all"), sheet.counts()));
        page.table(header, rows, 0);
    }

    private static List<String> counts(String name, ImmutableMultiset<ItemState> states) {
        List<String> row = new ArrayList<>(List.of(name, Integer.toString(states.size())));
        int rest = states.size();
        for (ItemState state : COLUMNS) {
            int count = states.count(state);
            row.add(count == 0 ? "" : Integer.toString(count));
            rest -= count;
        }
        row.add(rest == 0 ? "" : Integer.toString(rest));
        return row;
    }

    private void behind() {
        if (!begin("behind", sheet.behind(), sheet.items().size())) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> needed = new ArrayList<>();
        for (ProgressItem item : sheet.behind()) {
            ScheduleState schedule = item.schedule().orElseThrow();
            rows.add(List.of(
                    name(item),
                    done(item),
                    Percent.of(schedule.due(), labels.language()),
                    schedule.gap().map(Percent::points).orElse(""),
                    schedule.timeDistance().map(this::days).orElse(""),
                    Integer.toString(item.monthsBehind()),
                    level(item.level()),
                    level(item.levelBefore())));
            needed.add(List.of(
                    name(item),
                    schedule.requiredPerMonth().map(rate -> amount(rate, item)).orElse(""),
                    schedule.addedPerMonth().map(rate -> amount(rate, item)).orElse(""),
                    schedule.requiredAgainstPace()
                            .map(ratio -> Figures.sign(ratio.qualifier())
                                    + ratio.value().setScale(1, RoundingMode.HALF_UP))
                            .orElse("")));
        }
        page.table(header("commitment", "done", "due", "gap", "days", "months", "level", "levelBefore"), rows, 0);
        page.title(labels.of("sheet.needed"));
        page.table(header("commitment", "perMonth", "soFar", "times"), needed, 0);
    }

    /** Prints a title with the number of what follows; returns whether anything does. */
    private boolean begin(String title, List<ProgressItem> items, int of) {
        page.title(labels.of("sheet." + title, items.size(), of, sheet.rule().dueSoonDays()));
        if (items.isEmpty()) {
            page.lines(labels.of("sheet.none"));
        }
        return !items.isEmpty();
    }

    private void list(String title, List<ProgressItem> items) {
        if (begin(title, items, sheet.items().size())) {
            for (ProgressItem item : items) {
                page.bullet(name(item)
                        + labels.of("colon")
                        + labels.of(
                                "sheet.change",
                                item.before()
                                        .map(then -> labels.of("state", then))
                                        .orElse(labels.of("sheet.unknown")),
                                labels.of("state", item.state()))
                        + item.daysEarly()
                                .map(days -> labels.of("sheet.early", days))
                                .orElse(""));
            }
        }
    }

    private void dueSoon() {
        List<ProgressItem> items = sheet.dueSoon();
        if (begin("dueSoon", items, sheet.items().size())) {
            page.table(
                    header("deadline", "daysLeft", "commitment", "done", "state"),
                    items.stream()
                            .map(item -> List.of(
                                    item.judged().deadline().toString(),
                                    Long.toString(sheet.daysLeft(item)),
                                    name(item),
                                    done(item),
                                    labels.of("state", item.state())))
                            .toList(),
                    2);
        }
    }

    private void overdue() {
        List<ProgressItem> items = sheet.overdue();
        if (begin("overdue", items, sheet.items().size())) {
            page.table(
                    header("deadline", "daysOver", "commitment", "done", "reason"),
                    items.stream()
                            .map(item -> List.of(
                                    item.judged().deadline().toString(),
                                    Long.toString(item.judged().daysOverdue()),
                                    name(item),
                                    done(item),
                                    item.judged()
                                            .outcome()
                                            .flatMap(Outcome::reason)
                                            .map(this::text)
                                            .orElse("")))
                            .toList(),
                    2,
                    4);
        }
    }

    private void notReported() {
        List<ProgressItem> items = sheet.notReported();
        if (begin("notReported", items, sheet.items().size())) {
            page.table(
                    header("commitment", "deadline", "lastReport"),
                    items.stream()
                            .map(item -> List.of(
                                    name(item),
                                    item.judged().deadline().toString(),
                                    item.judged()
                                            .reported()
                                            .map(Object::toString)
                                            .orElse(labels.of("sheet.never"))))
                            .toList(),
                    0);
        }
    }

    private void standings() {
        Standings standings = sheet.standings();
        if (standings.places().isEmpty() && standings.unranked().isEmpty()) {
            return;
        }
        page.title(labels.of("sheet.standings"));
        List<List<String>> rows = new ArrayList<>();
        for (Standings.Standing standing : standings.places()) {
            rows.add(List.of(
                    place(standing.place()),
                    standing.rise().map(ProgressText::signed).orElse(labels.of("sheet.new")),
                    region(standing.region()),
                    ScorecardReport.number(standing.place().score().value().setScale(1, RoundingMode.HALF_UP)),
                    String.join(
                            labels.of("listed"),
                            standing.lost().stream()
                                    .limit(MOST_LOST)
                                    .map(part -> text(report.catalog()
                                                    .indicator(part.item())
                                                    .name())
                                            + " "
                                            + part.lost().value().setScale(1, RoundingMode.HALF_UP))
                                    .toList())));
        }
        page.table(header("place", "rise", "region", "completion", "lost"), rows, 4);
        standings.unranked().keySet().forEach(region -> page.lines(labels.of("sheet.unranked", region(region))));
    }

    /** Returns a place; a tie is marked, and the places that the bounds allow are in parentheses. */
    private static String place(Ranks.Place place) {
        return place.rank().toPlainString()
                + (place.isTied() ? "=" : "")
                + (place.isDecided()
                        ? ""
                        : " (" + place.best().toPlainString() + "-"
                                + place.worst().toPlainString() + ")");
    }

    private static String signed(BigDecimal rise) {
        return (rise.signum() > 0 ? "+" : "") + rise.toPlainString();
    }

    private void doubts() {
        page.title(labels.of("sheet.doubts", sheet.doubts().size()));
        if (sheet.doubts().isEmpty()) {
            page.lines(labels.of("sheet.none"));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Doubt doubt : sheet.doubts()) {
            ProgressItem item = doubt.item();
            rows.add(List.of(
                    name(item),
                    item.judged()
                            .figure()
                            .map(figure -> Figures.shown(figure, unitOf(item)))
                            .orElse(""),
                    item.judged().reported().map(Object::toString).orElse(""),
                    labels.of("doubt", doubt.reason())));
        }
        page.table(header("commitment", "figure", "lastReport", "doubt"), rows, 0);
    }

    private List<String> header(String... keys) {
        return Stream.of(keys).map(key -> labels.of("sheet." + key)).toList();
    }

    private String name(ProgressItem item) {
        return text(item.target().name()) + (item.unit().isEmpty() ? "" : labels.of("inParentheses", item.unit()));
    }

    private String unit(String name) {
        return name.isEmpty() ? labels.of("unit.nobody") : name;
    }

    private String region(String code) {
        return text(report.catalog().region(code).name());
    }

    private String text(LocalizedText name) {
        return name.in(labels.language());
    }

    private String done(ProgressItem item) {
        return item.judged()
                .completion()
                .map(part -> Percent.of(part, labels.language()))
                .orElse("");
    }

    private String days(ScheduleState.TimeDistance distance) {
        String from = whole(distance.earliestDays());
        String to = whole(distance.latestDays());
        return from.equals(to) ? from : from + ".." + to;
    }

    private static String whole(BigDecimal days) {
        return days.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    private String level(Optional<LevelJudgement> level) {
        return level.map(judged -> judged.isDecided()
                        ? labels.level(judged.nominal().name())
                        : labels.of(
                                "scorecard.undecided",
                                labels.level(judged.possible().get(0).name()),
                                labels.level(judged.possible()
                                        .get(judged.possible().size() - 1)
                                        .name())))
                .orElse("");
    }

    private String amount(Quantity rate, ProgressItem item) {
        return rate.unit().isRatio() ? Percent.of(rate, labels.language()) : Figures.rounded(rate, unitOf(item));
    }

    private static Unit unitOf(ProgressItem item) {
        return item.target().figure().map(Quantity::unit).orElse(PERCENT);
    }
}
