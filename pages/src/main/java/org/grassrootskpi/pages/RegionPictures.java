package org.grassrootskpi.pages;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The figures of the parts of the region: as a tree of areas that are as large as one figure, and as a heat table of all. */
final class RegionPictures {
    /** Deeper regions are not moved further to the right. */
    private static final int DEEPEST = 3;

    private final Html html;
    private final PageData.RegionFigures figures;
    private final Map<String, PageData.RegionCell> cells = new HashMap<>();
    private final Map<String, Heat> heats = new HashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();

    RegionPictures(Html html, PageData.RegionFigures figures) {
        this.html = html;
        this.figures = figures;
        figures.cells().forEach(cell -> cells.put(cell.region() + ' ' + cell.indicator(), cell));
        figures.regions()
                .forEach(region -> depths.put(
                        region.code(),
                        region.parent().map(depths::get).map(depth -> depth + 1).orElse(0)));
        figures.indicators().forEach(indicator -> heats.put(indicator.id(), new Heat(figures, indicator.id())));
    }

    void write() {
        html.element("p", Words.of("regions.how"), "class", "how");
        sized().ifPresent(indicator -> {
            html.open("div", "class", "picture");
            mark();
            new RegionTree(html, figures, indicator, heat(indicator)).write();
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

    /** Returns the first indicator that adds up and has a figure, preferably of all regions; none of them may be below 0. */
    private Optional<PageData.Column> sized() {
        return figures.indicators().stream()
                .filter(PageData.Column::additive)
                .filter(indicator -> values(indicator).anyMatch(value -> value > 0))
                .filter(indicator -> values(indicator).noneMatch(value -> value < 0))
                .max(Comparator.comparing(indicator -> values(indicator).count()));
    }

    private DoubleStream values(PageData.Column indicator) {
        return figures.cells().stream()
                .filter(cell -> cell.indicator().equals(indicator.id()))
                .flatMap(cell -> cell.figure().stream())
                .mapToDouble(Figure::number);
    }

    private void heatTable() {
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", "caption-heat");
        html.open("table", "class", "heat");
        html.element(
                "caption",
                Words.of(figures.areCommunities() ? "regions.heat" : "regions.heat.any", figures.periodName()),
                "id",
                "caption-heat");
        html.open("thead").open("tr").element("th", Words.of("head.region"), "scope", "col");
        figures.indicators().forEach(indicator -> html.element("th", indicator.name(), "scope", "col"));
        html.close().close().open("tbody");
        for (PageData.Part region : figures.regions()) {
            int depth = Objects.requireNonNull(depths.get(region.code()));
            html.open("tr").element("th", region.name(), "scope", "row", "class", "depth" + Math.min(depth, DEEPEST));
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
        html.open("td", "class", "number " + heat(indicator).style(region.code()));
        Marks.figure(html, figure, cell.flatMap(PageData.RegionCell::missing));
        html.close();
    }

    private Heat heat(PageData.Column indicator) {
        return Objects.requireNonNull(heats.get(indicator.id()));
    }
}
