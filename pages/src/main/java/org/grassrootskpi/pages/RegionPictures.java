package org.grassrootskpi.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The figures of the parts of the region: as a tree of areas that are as large as one figure, and as a heat table of all. */
final class RegionPictures {
    private final Html html;
    private final PageData.RegionFigures figures;
    private final Map<String, PageData.RegionCell> cells = new HashMap<>();
    private final Map<String, Heat> heats = new HashMap<>();

    RegionPictures(Html html, PageData.RegionFigures figures) {
        this.html = html;
        this.figures = figures;
        figures.cells().forEach(cell -> cells.put(cell.region() + ' ' + cell.indicator(), cell));
        figures.indicators().forEach(indicator -> heats.put(indicator.id(), new Heat(figures.cells(), indicator.id())));
    }

    void write() {
        html.element("p", Words.of("regions.how"), "class", "how");
        sized().ifPresent(indicator -> {
            html.open("div", "class", "picture");
            mark();
            new RegionTree(html, figures, indicator, heats.get(indicator.id())).write();
            html.close();
        });
        html.open("div", "class", "picture");
        mark();
        heatTable();
        html.close();
    }

    private void mark() {
        if (figures.simulated()) {
            Marks.simulated(html);
        }
    }

    /** Returns the first indicator whose figures of regions add up, none of which is missing or below nothing. */
    private Optional<PageData.Column> sized() {
        return figures.indicators().stream()
                .filter(PageData.Column::additive)
                .filter(indicator -> figures.cells().stream()
                        .filter(cell -> cell.indicator().equals(indicator.id()))
                        .allMatch(cell -> cell.figure()
                                .filter(figure -> figure.number() >= 0)
                                .isPresent()))
                .filter(indicator -> figures.cells().stream()
                        .filter(cell -> cell.indicator().equals(indicator.id()))
                        .anyMatch(cell -> cell.figure().orElseThrow().number() > 0))
                .findFirst();
    }

    private void heatTable() {
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", "caption-heat");
        html.open("table", "class", "heat");
        html.element("caption", Words.of("regions.heat", figures.periodName()), "id", "caption-heat");
        html.open("thead").open("tr").element("th", Words.of("head.region"), "scope", "col");
        figures.indicators().forEach(indicator -> html.element("th", indicator.name(), "scope", "col"));
        html.close().close().open("tbody");
        for (PageData.Part region : figures.regions()) {
            html.open("tr").element("th", region.name(), "scope", "row");
            for (PageData.Column indicator : figures.indicators()) {
                cell(region, indicator);
            }
            html.close();
        }
        html.close().close().close();
        html.open("ul", "class", "legend");
        for (int step = 0; step < Heat.STEPS; step++) {
            html.open("li");
            Marks.swatch(html, "h" + step);
            html.text(Words.of("heat." + step)).close();
        }
        html.close();
    }

    private void cell(PageData.Part region, PageData.Column indicator) {
        Optional<PageData.RegionCell> cell = Optional.ofNullable(cells.get(region.code() + ' ' + indicator.id()));
        Optional<Figure> figure = cell.flatMap(PageData.RegionCell::figure);
        Heat heat = heats.get(indicator.id());
        html.open("td", "class", "number " + (heat == null ? "none" : heat.style(region.code())));
        Marks.figure(html, figure, cell.flatMap(PageData.RegionCell::missing));
        html.close();
    }
}
