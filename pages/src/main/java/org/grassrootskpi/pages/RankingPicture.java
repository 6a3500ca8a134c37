package org.grassrootskpi.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.grassrootskpi.pages.DataTable.Cell;
import org.grassrootskpi.pages.DataTable.Column;

/** The ranking of the parts of the region: from which to which place, how many places up or down, and what cost points. */
final class RankingPicture {
    private static final int MOST_LOST = 2;

    private final Html html;
    private final PageData.Standings standings;

    RankingPicture(Html html, PageData.Standings standings) {
        this.html = html;
        this.standings = standings;
    }

    void write() {
        html.element("p", Words.of("ranking.how"), "class", "how");
        DataTable table = new DataTable(
                "ranking",
                Words.of(
                        standings.areCommunities() ? "ranking.caption" : "ranking.caption.any",
                        standings.places().size()),
                List.of(
                        Column.number(Words.of("head.place")),
                        Column.number(Words.of("head.rise")),
                        Column.words(Words.of("head.region")),
                        Column.bar(Words.of("head.places")),
                        Column.number(Words.of("head.score")),
                        Column.text(Words.of("head.lost")),
                        Column.file(Words.of("head.best")),
                        Column.file(Words.of("head.worst")),
                        Column.file(Words.of("head.value")),
                        Column.file(Words.of("head.lower")),
                        Column.file(Words.of("head.upper"))),
                standings.simulated());
        standings.places().forEach(place -> row(table, place));
        table.write(html);
        if (!standings.unranked().isEmpty()) {
            html.open("p");
            html.element(
                    "span",
                    Words.of(
                            "ranking.unranked",
                            new Text(
                                    standings.unranked().stream().map(Text::zh).collect(Collectors.joining("、")),
                                    standings.unranked().stream().map(Text::en).collect(Collectors.joining(", ")))),
                    "class",
                    "missing");
            html.close();
        }
    }

    private void row(DataTable table, PageData.Place place) {
        table.row(
                List.of(),
                List.of(
                        Cell.of(to -> rank(to, place)).by(place.rank()),
                        Cell.of(to -> rise(to, place)).by(place.rise().orElse("")),
                        Cell.of(place.regionName()),
                        Cell.of(to -> draw(to, place)),
                        Cell.of(to -> score(to, place)).by(place.score().value()),
                        Cell.of(to -> place.lost().stream()
                                .limit(MOST_LOST)
                                .forEach(lost -> to.open("span", "class", "lost")
                                        .text(lost.name())
                                        .text(" −" + lost.points())
                                        .close()
                                        .text(" "))),
                        Cell.of(Text.same(place.best())),
                        Cell.of(Text.same(place.worst())),
                        Cell.of(Text.same(place.score().value())),
                        Cell.of(Text.same(place.score().lower().orElse(""))),
                        Cell.of(Text.same(place.score().upper().orElse("")))));
    }

    private static void rank(Html html, PageData.Place place) {
        html.element("span", place.rank() + (place.tied() ? "=" : ""), "class", "rank");
        if (!place.best().equals(place.worst())) {
            html.text(" ").element("span", place.best() + "–" + place.worst(), "class", "part");
        }
    }

    private static void score(Html html, PageData.Place place) {
        html.text(place.score().text());
        if (place.score().lower().isPresent() && place.score().upper().isPresent()) {
            String least = Scores.points(new BigDecimal(place.score().lower().get()));
            String most = Scores.points(new BigDecimal(place.score().upper().get()));
            if (!least.equals(most)) {
                html.text(" ").element("span", least + "–" + most, "class", "part");
            }
        }
    }

    private static void rise(Html html, PageData.Place place) {
        if (place.rise().isEmpty()) {
            html.element("span", Words.of("ranking.new"), "class", "change plain");
            return;
        }
        int rise = new BigDecimal(place.rise().get()).signum();
        String places = new BigDecimal(place.rise().get()).abs().toPlainString();
        html.open("span", "class", "change " + (rise > 0 ? "good" : rise < 0 ? "bad" : "plain"));
        html.element("span", rise > 0 ? "▲" : rise < 0 ? "▼" : "＝", "aria-hidden", "true");
        if (rise != 0) {
            html.text(" " + places);
        }
        html.element(
                "span",
                Words.of(rise > 0 ? "ranking.up" : rise < 0 ? "ranking.down" : "ranking.same"),
                "class",
                "hidden-text");
        html.close();
    }

    /** Draws the places from the best to the worst that bounds leave open, the first place on the left. */
    private void draw(Html html, PageData.Place place) {
        double all = standings.places().size();
        Marks.svg(html, "target", "100%", "22");
        html.leaf("line", "class", "tick", "x1", "0%", "x2", "100%", "y1", "11", "y2", "11");
        double best = Double.parseDouble(place.best());
        double worst = Double.parseDouble(place.worst());
        if (best < worst) {
            html.leaf(
                    "rect",
                    "class",
                    "perhaps",
                    "x",
                    Marks.percent((best - 1) / all),
                    "y",
                    "4",
                    "width",
                    Marks.percent((worst - best + 1) / all),
                    "height",
                    "14",
                    "rx",
                    "3");
        }
        html.open("svg", "x", Marks.percent((Double.parseDouble(place.rank()) - 0.5) / all), "overflow", "visible");
        html.leaf("circle", "class", "place", "cx", "0", "cy", "11", "r", "5");
        html.close().close();
    }
}
