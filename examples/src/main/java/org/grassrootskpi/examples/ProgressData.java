package org.grassrootskpi.examples;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grassrootskpi.assess.Level;
import org.grassrootskpi.assess.LevelJudgement;
import org.grassrootskpi.assess.ScheduleState;
import org.grassrootskpi.progress.Doubt;
import org.grassrootskpi.progress.ItemState;
import org.grassrootskpi.progress.ProgressItem;
import org.grassrootskpi.progress.ProgressSheet;
import org.grassrootskpi.progress.Standings;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;

/** The monthly sheet as CSV, a row for each commitment, and as JSON. */
final class ProgressData {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final MathContext DIGITS = new MathContext(10);

    private ProgressData() {}

    static void print(ProgressReport report, Labels labels, CsvOutput.Records records) {
        ProgressSheet sheet = report.sheet();
        records.write(List.of(
                "id",
                "name",
                "unit",
                "sector",
                "region",
                "deadline",
                "days_left",
                "state",
                "state_before",
                "level",
                "level_before",
                "target",
                "figure",
                "reported",
                "completion",
                "completion_lower",
                "completion_upper",
                "due",
                "gap_points",
                "gap_days_from",
                "gap_days_to",
                "months_behind",
                "required_per_month",
                "added_per_month",
                "required_against_pace",
                "doubts",
                "simulated"));
        for (ProgressItem item : sheet.items()) {
            Optional<Quantity> completion = item.judged().completion();
            Optional<ScheduleState> schedule = item.schedule();
            records.write(List.of(
                    item.target().id(),
                    item.target().name().in(labels.language()),
                    item.unit(),
                    item.target().sector(),
                    item.target().region(),
                    item.judged().deadline().toString(),
                    Long.toString(sheet.daysLeft(item)),
                    item.state().name(),
                    item.before().map(ItemState::name).orElse(""),
                    item.level().map(ProgressData::levels).orElse(""),
                    item.levelBefore().map(ProgressData::levels).orElse(""),
                    item.target().figure().map(Quantity::toString).orElse(""),
                    item.judged()
                            .figure()
                            .map(figure -> decimal(figure.value()))
                            .orElse(""),
                    item.judged().reported().map(TimePeriod::toString).orElse(""),
                    completion.map(part -> decimal(part.value())).orElse(""),
                    completion
                            .filter(part -> part.bounds().hasLowerBound())
                            .map(part -> decimal(part.bounds().lowerEndpoint()))
                            .orElse(""),
                    completion
                            .filter(part -> part.bounds().hasUpperBound())
                            .map(part -> decimal(part.bounds().upperEndpoint()))
                            .orElse(""),
                    schedule.map(state -> decimal(state.due().value())).orElse(""),
                    schedule.flatMap(ScheduleState::gap)
                            .map(gap -> decimal(gap.value().movePointRight(2)))
                            .orElse(""),
                    schedule.flatMap(ScheduleState::timeDistance)
                            .map(distance -> decimal(distance.earliestDays()))
                            .orElse(""),
                    schedule.flatMap(ScheduleState::timeDistance)
                            .map(distance -> decimal(distance.latestDays()))
                            .orElse(""),
                    Integer.toString(item.monthsBehind()),
                    schedule.flatMap(ScheduleState::requiredPerMonth)
                            .map(rate -> decimal(rate.value()))
                            .orElse(""),
                    schedule.flatMap(ScheduleState::addedPerMonth)
                            .map(rate -> decimal(rate.value()))
                            .orElse(""),
                    schedule.flatMap(ScheduleState::requiredAgainstPace)
                            .map(rate -> decimal(rate.value()))
                            .orElse(""),
                    doubts(sheet, item),
                    Boolean.toString(report.isSimulated())));
        }
        records.finish();
    }

    private static String doubts(ProgressSheet sheet, ProgressItem item) {
        return sheet.doubts().stream()
                .filter(doubt -> doubt.item().equals(item))
                .map(doubt -> doubt.reason().name())
                .collect(Collectors.joining(" "));
    }

    private static String levels(LevelJudgement level) {
        return level.possible().stream().map(Level::name).collect(Collectors.joining(" "));
    }

    static ObjectNode json(ProgressReport report) {
        ProgressSheet sheet = report.sheet();
        ObjectNode root = JSON.objectNode()
                .put("month", sheet.month().toString())
                .put("asOf", sheet.asOf().toString())
                .put("simulated", report.isSimulated())
                .put("dueSoonDays", sheet.rule().dueSoonDays());
        root.set("counts", counts(sheet.counts()));
        root.set("countsByUnit", counts(sheet.countsByUnit()));
        root.set("countsBySector", counts(sheet.countsBySector()));
        ArrayNode items = root.putArray("items");
        sheet.items().forEach(item -> items.add(item(sheet, item)));
        ids(root, "behind", sheet.behind());
        ids(root, "fallen", sheet.fallen());
        ids(root, "recovered", sheet.recovered());
        ids(root, "reached", sheet.reached());
        ids(root, "dueSoon", sheet.dueSoon());
        ids(root, "overdue", sheet.overdue());
        ids(root, "notReported", sheet.notReported());
        ArrayNode standings = root.putArray("standings");
        sheet.standings().places().forEach(standing -> standings.add(standing(standing)));
        ObjectNode unranked = root.putObject("unranked");
        sheet.standings().unranked().forEach(unranked::put);
        ArrayNode doubts = root.putArray("doubts");
        for (Doubt doubt : sheet.doubts()) {
            doubts.addObject()
                    .put("id", doubt.item().target().id())
                    .put("reason", doubt.reason().name());
        }
        return root;
    }

    private static void ids(ObjectNode root, String name, List<ProgressItem> items) {
        ArrayNode ids = root.putArray(name);
        items.forEach(item -> ids.add(item.target().id()));
    }

    private static ObjectNode counts(ImmutableMultiset<ItemState> states) {
        ObjectNode node = JSON.objectNode();
        for (ItemState state : ItemState.values()) {
            if (states.contains(state)) {
                node.put(state.name(), states.count(state));
            }
        }
        return node;
    }

    private static ObjectNode counts(ImmutableMap<String, ImmutableMultiset<ItemState>> by) {
        ObjectNode node = JSON.objectNode();
        by.forEach((name, states) -> node.set(name, counts(states)));
        return node;
    }

    private static ObjectNode item(ProgressSheet sheet, ProgressItem item) {
        ObjectNode node = JSON.objectNode()
                .put("id", item.target().id())
                .put("zh", item.target().name().zh())
                .put("en", item.target().name().en())
                .put("unit", item.unit())
                .put("sector", item.target().sector())
                .put("region", item.target().region())
                .put("deadline", item.judged().deadline().toString())
                .put("daysLeft", sheet.daysLeft(item))
                .put("state", item.state().name())
                .put("monthsBehind", item.monthsBehind());
        item.before().ifPresent(state -> node.put("stateBefore", state.name()));
        item.level().ifPresent(level -> levels(node.putArray("levels"), level));
        item.levelBefore().ifPresent(level -> levels(node.putArray("levelsBefore"), level));
        item.target().figure().ifPresent(figure -> node.set("target", CommitmentsData.figure(figure)));
        item.judged().figure().ifPresent(figure -> node.set("figure", CommitmentsData.figure(figure)));
        item.judged().completion().ifPresent(part -> node.set("completion", CommitmentsData.figure(part)));
        item.judged().reported().ifPresent(period -> node.put("reported", period.toString()));
        item.schedule().ifPresent(schedule -> node.set("schedule", schedule(schedule)));
        node.set(
                "citation",
                JSON.objectNode()
                        .put("document", item.target().citation().document())
                        .put("section", item.target().citation().section())
                        .put("quote", item.target().citation().quote()));
        return node;
    }

    private static void levels(ArrayNode names, LevelJudgement level) {
        level.possible().forEach(possible -> names.add(possible.name()));
    }

    private static ObjectNode schedule(ScheduleState schedule) {
        ObjectNode node = JSON.objectNode();
        node.set("due", CommitmentsData.figure(schedule.due()));
        schedule.gap().ifPresent(gap -> node.set("gap", CommitmentsData.figure(gap)));
        schedule.timeDistance()
                .ifPresent(distance -> node.putObject("days")
                        .put("from", decimal(distance.earliestDays()))
                        .put("to", decimal(distance.latestDays())));
        schedule.requiredPerMonth().ifPresent(rate -> node.set("requiredPerMonth", CommitmentsData.figure(rate)));
        schedule.addedPerMonth().ifPresent(rate -> node.set("addedPerMonth", CommitmentsData.figure(rate)));
        schedule.requiredAgainstPace().ifPresent(rate -> node.set("requiredAgainstPace", CommitmentsData.figure(rate)));
        return node;
    }

    private static ObjectNode standing(Standings.Standing standing) {
        ObjectNode node = JSON.objectNode()
                .put("region", standing.region())
                .put("rank", standing.place().rank().toPlainString())
                .put("best", standing.place().best().toPlainString())
                .put("worst", standing.place().worst().toPlainString())
                .put("tied", standing.place().isTied());
        standing.rise().ifPresent(rise -> node.put("rise", rise.toPlainString()));
        node.set("completion", ScorecardJson.score(standing.place().score()));
        ArrayNode lost = node.putArray("lost");
        standing.lost()
                .forEach(part -> lost.addObject()
                        .put("indicator", part.item())
                        .put("points", decimal(part.lost().value())));
        return node;
    }

    /** Returns a number with ten digits at most, which are more than any report has. */
    private static String decimal(BigDecimal number) {
        return number.signum() == 0
                ? "0"
                : number.round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
