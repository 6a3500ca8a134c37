package org.grassrootskpi.examples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.assess.LevelJudgement;
import org.grassrootskpi.score.Explanation;
import org.grassrootskpi.score.MemberScore;
import org.grassrootskpi.score.Ranks;
import org.grassrootskpi.score.WeightRobustness.Neighbours;

/** The report of a scorecard as aligned text or as Markdown. */
final class ScorecardText {
    private static final int MOST_PARTS = 3;

    private final ScorecardReport report;
    private final ReportPage page;
    private final Labels labels;

    ScorecardText(ScorecardReport report, ReportPage page) {
        this.report = report;
        this.page = page;
        this.labels = page.labels();
    }

    void print() {
        page.heading(report.scores().card().name().in(labels.language()));
        report.scores()
                .card()
                .source()
                .ifPresent(source -> page.lines(labels.of("scorecard.source") + labels.of("colon") + source));
        page.title(labels.of("scorecard.places"));
        page.table(header("rank", "member", "score", "bounds", "level"), places(), 1, 4);
        page.title(labels.of("scorecard.holding"));
        ScorecardReport.Holding holding = report.holding();
        holding.refusal().ifPresent(page::lines);
        if (holding.refusal().isEmpty()) {
            page.table(header("ahead", "behind", "difference", "tolerance"), neighbours(holding.neighbours()), 0, 1);
        }
        page.title(labels.of("scorecard.lost"));
        page.table(header("member", "parts"), lost(), 0, 1);
        if (!report.unscored().isEmpty()) {
            page.title(labels.of("scorecard.unscored"));
            report.unscored()
                    .forEach(member -> page.lines(member.refusal().orElseThrow().describe()));
        }
    }

    private List<String> header(String... keys) {
        List<String> header = new ArrayList<>();
        for (String key : keys) {
            header.add(labels.of("scorecard." + key));
        }
        return header;
    }

    private List<List<String>> places() {
        List<List<String>> rows = new ArrayList<>();
        for (Ranks.Place place : report.ranks().places()) {
            String rank = place.rank().toPlainString()
                    + (place.isDecided()
                            ? ""
                            : " (" + place.best().toPlainString() + "-"
                                    + place.worst().toPlainString() + ")");
            MemberScore member = report.scores().member(place.member());
            String level = member.level().map(this::level).orElse("")
                    + (member.notReached().isEmpty()
                            ? ""
                            : labels.of(
                                    "inParentheses",
                                    labels.of(
                                            "scorecard.notReached",
                                            String.join(
                                                    labels.of("listed"),
                                                    member.notReached().stream()
                                                            .map(this::adjustment)
                                                            .toList()))));
            rows.add(List.of(
                    rank,
                    (place.group().isEmpty() ? "" : place.group() + " / ") + place.member(),
                    ScorecardReport.number(place.score().value()),
                    place.score().isExact()
                            ? ""
                            : ScorecardReport.bounds(place.score().bounds()),
                    level));
        }
        return rows;
    }

    private String adjustment(String id) {
        return report.scores().card().adjustments().stream()
                .filter(adjustment -> adjustment.id().equals(id))
                .flatMap(adjustment -> adjustment.name().stream())
                .map(name -> name.in(labels.language()))
                .findFirst()
                .orElse(id);
    }

    private String level(LevelJudgement level) {
        return level.isDecided()
                ? level.nominal().name()
                : labels.of(
                        "scorecard.undecided",
                        level.possible().get(0).name(),
                        level.possible().get(level.possible().size() - 1).name());
    }

    private List<List<String>> neighbours(List<Neighbours> neighbours) {
        List<List<String>> rows = new ArrayList<>();
        for (Neighbours pair : neighbours) {
            rows.add(List.of(
                    pair.ahead(),
                    pair.behind(),
                    ScorecardReport.number(pair.difference()),
                    pair.tolerance()
                            .map(tolerance ->
                                    ScorecardReport.number(tolerance.multiply(BigDecimal.valueOf(100))) + " %")
                            .orElseGet(() -> labels.of("scorecard.always"))));
        }
        return rows;
    }

    /** Returns the name of an item, or its id where it has none. */
    private String name(MemberScore member, String item) {
        return member.item(item)
                .item()
                .name()
                .map(name -> name.in(labels.language()))
                .orElse(item);
    }

    private List<List<String>> lost() {
        List<List<String>> rows = new ArrayList<>();
        for (Ranks.Place place : report.ranks().places()) {
            MemberScore member = report.scores().member(place.member());
            List<String> parts = new ArrayList<>();
            for (Explanation.Part part : report.parts(member)) {
                if (parts.size() < MOST_PARTS && part.lost().value().signum() > 0) {
                    parts.add(name(member, part.item()) + " "
                            + ScorecardReport.number(part.lost().value()));
                }
            }
            rows.add(List.of(place.member(), String.join(labels.of("listed"), parts)));
        }
        return rows;
    }
}
