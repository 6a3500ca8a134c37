package org.grassrootskpi.pages;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tree map of regions: areas as large as a figure that adds up, regions within the region that they are a part of.
 *
 * <p>The areas are squarified as Bruls, Huizing and van Wijk (2000) describe: a row takes the next area as long as that makes its
 * worst side ratio better.
 */
final class RegionTree {
    /** The width of the picture as a multiple of its height, at which areas come out near to squares. */
    private static final double ASPECT = 2.2;

    /** The share of the height that the name of a region with parts takes. */
    private static final double HEAD = 0.08;

    private static final double LARGE = 0.035;

    private record Area(double x, double y, double width, double height) {}

    private final Html html;
    private final PageData.RegionFigures figures;
    private final PageData.Column indicator;
    private final @Nullable Heat heat;
    private final Map<String, Figure> values = new HashMap<>();
    private final ListMultimap<String, PageData.Part> parts = ArrayListMultimap.create();

    RegionTree(Html html, PageData.RegionFigures figures, PageData.Column indicator, @Nullable Heat heat) {
        this.html = html;
        this.figures = figures;
        this.indicator = indicator;
        this.heat = heat;
        figures.regions().forEach(region -> region.parent().ifPresent(parent -> parts.put(parent, region)));
        for (PageData.RegionCell cell : figures.cells()) {
            if (cell.indicator().equals(indicator.id())) {
                cell.figure().ifPresent(figure -> values.put(cell.region(), figure));
            }
        }
    }

    void write() {
        html.open("figure");
        html.element(
                "figcaption", Words.of("regions.tree", indicator.name(), figures.periodName()), "id", "caption-tree");
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", "caption-tree");
        html.open(
                "svg",
                "class",
                "tree",
                "width",
                "100%",
                "height",
                "420",
                "role",
                "img",
                "aria-labelledby",
                "caption-tree");
        Set<String> known = new HashSet<>();
        figures.regions().forEach(region -> known.add(region.code()));
        List<PageData.Part> roots = figures.regions().stream()
                .filter(region -> region.parent().filter(known::contains).isEmpty())
                .toList();
        lay(roots, new Area(0, 0, 1, 1));
        html.close().close().close();
    }

    private double size(PageData.Part region) {
        Figure figure = values.get(region.code());
        return figure == null ? 0 : figure.number();
    }

    private void lay(List<PageData.Part> regions, Area area) {
        List<PageData.Part> ordered = regions.stream()
                .filter(region -> size(region) > 0)
                .sorted(Comparator.comparingDouble(this::size).reversed())
                .toList();
        double sum = ordered.stream().mapToDouble(this::size).sum();
        Area left = area;
        double rest = sum;
        int next = 0;
        while (next < ordered.size()) {
            boolean isUpright = left.width() * ASPECT >= left.height();
            double side = isUpright ? left.height() : left.width() * ASPECT;
            double scale = left.width() * ASPECT * left.height() / rest;
            List<PageData.Part> row = new ArrayList<>();
            double inRow = 0;
            double worst = Double.MAX_VALUE;
            while (next < ordered.size()) {
                double size = size(ordered.get(next));
                double ratio = worst(row, inRow + size, size, scale, side);
                if (ratio > worst) {
                    break;
                }
                worst = ratio;
                inRow += size;
                row.add(ordered.get(next++));
            }
            left = row(row, inRow, rest, left, isUpright);
            rest -= inRow;
        }
    }

    /** Returns the worst side ratio of a row that has one more area. */
    private double worst(List<PageData.Part> row, double sum, double size, double scale, double side) {
        double depth = sum * scale / side;
        double worst = ratio(size * scale / depth, depth);
        for (PageData.Part region : row) {
            worst = Math.max(worst, ratio(size(region) * scale / depth, depth));
        }
        return worst;
    }

    private static double ratio(double a, double b) {
        return Math.max(a / b, b / a);
    }

    /** Draws a row along the shorter side and returns what is left. */
    private Area row(List<PageData.Part> row, double inRow, double rest, Area left, boolean isUpright) {
        double share = inRow / rest;
        double at = 0;
        for (PageData.Part region : row) {
            double part = size(region) / inRow;
            draw(
                    region,
                    isUpright
                            ? new Area(
                                    left.x(), left.y() + at * left.height(), left.width() * share, left.height() * part)
                            : new Area(
                                    left.x() + at * left.width(),
                                    left.y(),
                                    left.width() * part,
                                    left.height() * share));
            at += part;
        }
        return isUpright
                ? new Area(left.x() + left.width() * share, left.y(), left.width() * (1 - share), left.height())
                : new Area(left.x(), left.y() + left.height() * share, left.width(), left.height() * (1 - share));
    }

    private void draw(PageData.Part region, Area area) {
        List<PageData.Part> parts = this.parts.get(region.code());
        String style = parts.isEmpty() && heat != null ? heat.style(region.code()) : "none";
        html.leaf(
                "rect",
                "class",
                "area " + style,
                "x",
                Marks.percent(area.x()),
                "y",
                Marks.percent(area.y()),
                "width",
                Marks.percent(area.width()),
                "height",
                Marks.percent(area.height()));
        html.open(
                "foreignObject",
                "x",
                Marks.percent(area.x()),
                "y",
                Marks.percent(area.y()),
                "width",
                Marks.percent(area.width()),
                "height",
                Marks.percent(parts.isEmpty() ? area.height() : area.height() * HEAD));
        String size = area.width() * area.height() < LARGE ? " small" : "";
        html.open("div", "class", "name " + style + size, "aria-hidden", "true");
        html.element("b", region.name());
        Figure figure = values.get(region.code());
        if (figure != null) {
            html.open("span").text(figure.text()).close();
        }
        html.close().close();
        if (!parts.isEmpty()) {
            lay(parts, new Area(area.x(), area.y() + area.height() * HEAD, area.width(), area.height() * (1 - HEAD)));
        }
    }
}
