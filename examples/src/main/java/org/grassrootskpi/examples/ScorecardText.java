package org.grassrootskpi.examples;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.LevelJudgement;
import org.grassrootskpi.score.Explanation;
import org.grassrootskpi.score.MemberScore;
import org.grassrootskpi.score.Ranks;
import org.grassrootskpi.score.WeightRobustness.Neighbours;
import org.grassrootskpi.text.TextWidth;

/** The report of a scorecard as aligned text or as Markdown. */
final class ScorecardText {
    private static final int MOST_PARTS = 3;

    private final ScorecardReport report;
    private final Labels labels;
    private final boolean isMarkdown;
    private final int width;

    ScorecardText(ScorecardReport report, Labels labels, boolean isMarkdown, int width) {
        this.report = report;
        this.labels = labels;
        this.isMarkdown = isMarkdown;
        this.width = width;
    }

    void print(PrintWriter out) {
        out.println((isMarkdown ? "# " : "") + report.scores().card().name().in(labels.language()));
        report.scores()
                .card()
                .source()
                .ifPresent(source -> wrapped(out, labels.of("scorecard.source") + labels.of("colon") + source));
        out.println();
        title(out, "scorecard.places");
        table(out, header("rank", "member", "score", "bounds", "level"), places());
        out.println();
        title(out, "scorecard.holding");
        ScorecardReport.Holding holding = report.holding();
        holding.refusal().ifPresent(refusal -> wrapped(out, refusal));
        if (holding.refusal().isEmpty()) {
            table(out, header("ahead", "behind", "difference", "tolerance"), neighbours(holding.neighbours()));
        }
        out.println();
        title(out, "scorecard.lost");
        table(out, header("member", "parts"), lost());
        if (!report.unscored().isEmpty()) {
            out.println();
            title(out, "scorecard.unscored");
            report.unscored()
                    .forEach(member ->
                            wrapped(out, member.refusal().orElseThrow().describe()));
        }
    }

    private void title(PrintWriter out, String key) {
        out.println((isMarkdown ? "## " : "") + labels.of(key));
        if (report.isSimulated()) {
            out.println(labels.of("scorecard.simulated"));
        }
        if (isMarkdown) {
            out.println();
        }
    }

    private void wrapped(PrintWriter out, String text) {
        (isMarkdown ? List.of(text) : TextWidth.wrap(text, width)).forEach(out::println);
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
            Optional<LevelJudgement> level =
                    report.scores().member(place.member()).level();
            rows.add(List.of(
                    rank,
                    (place.group().isEmpty() ? "" : place.group() + " / ") + place.member(),
                    ScorecardReport.number(place.score().value()),
                    place.score().isExact()
                            ? ""
                            : ScorecardReport.bounds(place.score().bounds()),
                    level.map(this::level).orElse("")));
        }
        return rows;
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

    private List<List<String>> lost() {
        List<List<String>> rows = new ArrayList<>();
        for (Ranks.Place place : report.ranks().places()) {
            MemberScore member = report.scores().member(place.member());
            List<String> parts = new ArrayList<>();
            for (Explanation.Part part : report.parts(member)) {
                if (parts.size() < MOST_PARTS && part.lost().value().signum() > 0) {
                    parts.add(part.item() + " "
                            + ScorecardReport.number(part.lost().value()));
                }
            }
            rows.add(List.of(place.member(), String.join(labels.of("listed"), parts)));
        }
        return rows;
    }

    private void table(PrintWriter out, List<String> header, List<List<String>> rows) {
        if (isMarkdown) {
            markdown(out, header);
            markdown(out, header.stream().map(name -> "---").toList());
            rows.forEach(row -> markdown(out, row));
            return;
        }
        List<List<String>> all = new ArrayList<>(List.of(header));
        all.addAll(rows);
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int wide = all.stream()
                        .mapToInt(other -> TextWidth.of(other.get(column)))
                        .max()
                        .orElse(0);
                line.append(i == row.size() - 1 ? row.get(i) : TextWidth.padRight(row.get(i), wide) + "  ");
            }
            out.println(TextWidth.shorten(line.toString().stripTrailing(), width));
        }
    }

    private static void markdown(PrintWriter out, List<String> cells) {
        out.println("| "
                + String.join(
                        " | ",
                        cells.stream().map(cell -> cell.replace("|", "\\|")).toList()) + " |");
    }
}
