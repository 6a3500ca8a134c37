package org.grassrootskpi.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

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
        html.open("div", "class", "picture");
        if (standings.simulated()) {
            Marks.simulated(html);
        }
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", "caption-ranking");
        html.open("table", "class", "bars");
        html.element(
                "caption",
                Words.of(
                        standings.areCommunities() ? "ranking.caption" : "ranking.caption.any",
                        standings.places().size()),
                "id",
                "caption-ranking");
        html.open("thead").open("tr");
        for (String head : List.of("place", "rise", "region", "places", "score", "lost")) {
            html.element("th", Words.of("head." + head), "scope", "col", "class", style(head));
        }
        html.close().close().open("tbody");
        standings.places().forEach(this::row);
        html.close().close().close();
        if (!standings.unranked().isEmpty()) {
            html.element(
                    "p",
                    Words.of(
                            "ranking.unranked",
                            new Text(
                                    standings.unranked().stream().map(Text::zh).collect(Collectors.joining("、")),
                                    standings.unranked().stream().map(Text::en).collect(Collectors.joining(", ")))),
                    "class",
                    "missing");
        }
        html.close();
    }

    private static String style(String head) {
        return switch (head) {
            case "place", "rise", "score" -> "number";
            case "places" -> "bar";
            default -> "text";
        };
    }

    private void row(PageData.Place place) {
        boolean isOpen = !place.best().equals(place.worst());
        html.open("tr").open("td", "class", "number rank");
        html.text(place.rank() + (place.tied() ? "=" : ""));
        if (isOpen) {
            html.element("span", place.best() + "–" + place.worst(), "class", "part");
        }
        html.close().open("td", "class", "number");
        rise(place);
        html.close().element("th", place.regionName(), "scope", "row").open("td", "class", "bar");
        draw(place);
        html.close().open("td", "class", "number").text(place.score().text());
        if (place.score().lower().isPresent() && place.score().upper().isPresent()) {
            String least = Scores.points(new BigDecimal(place.score().lower().get()));
            String most = Scores.points(new BigDecimal(place.score().upper().get()));
            if (!least.equals(most)) {
                html.element("span", least + "–" + most, "class", "part");
            }
        }
        html.close().open("td");
        place.lost().stream()
                .limit(MOST_LOST)
                .forEach(lost -> html.open("span", "class", "lost")
                        .text(lost.name())
                        .text(" −" + lost.points())
                        .close());
        html.close().close();
    }

    private void rise(PageData.Place place) {
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
    private void draw(PageData.Place place) {
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
