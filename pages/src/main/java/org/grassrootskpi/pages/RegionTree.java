package org.grassrootskpi.pages;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.grassrootskpi.pages.Squares.Area;

/**
 * A tree map of regions: areas as large as a figure that adds up, regions within the region that they are a part of.
 *
 * <p>A region with parts is as large as its own figure where this is surely more than its parts have, and the rest of it is hatched;
 * otherwise, and where it has no figure, it is as large as its parts together. A region that has neither a figure nor parts with one, or
 * that has none of what is counted, cannot have an area and is listed below the picture.
 */
final class RegionTree {
    /** The height of the picture in pixels. */
    private static final double HEIGHT = 420;

    /** The height of the line with the name of a region with parts, and the share of an area that it takes at most. */
    private static final double HEAD = 26 / HEIGHT;

    private static final double MOST_HEAD = 0.3;

    private static final double LARGE = 0.035;

    /** By so much sums of binary numbers may differ from those of decimals. */
    private static final double ROUNDING = 1e-9;

    private record Node(PageData.Part region, Optional<Figure> figure, double size, double rest, List<Node> parts) {}

    private final Html html;
    private final PageData.RegionFigures figures;
    private final PageData.Column indicator;
    private final Heat heat;
    private final Map<String, PageData.RegionCell> cells = new HashMap<>();
    private final ListMultimap<String, PageData.Part> below = ArrayListMultimap.create();
    private final List<PageData.Part> exceeded = new ArrayList<>();
    private final Set<String> undrawn = new HashSet<>();

    RegionTree(Html html, PageData.RegionFigures figures, PageData.Column indicator, Heat heat) {
        this.html = html;
        this.figures = figures;
        this.indicator = indicator;
        this.heat = heat;
        figures.cells().stream()
                .filter(cell -> cell.indicator().equals(indicator.id()))
                .forEach(cell -> cells.put(cell.region(), cell));
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
                Integer.toString((int) HEIGHT),
                "role",
                "img",
                "aria-labelledby",
                "caption-tree");
        lay(roots(), new Area(0, 0, 1, 1));
        html.close().close();
        listUndrawn();
        for (PageData.Part region : exceeded) {
            html.element("p", Words.of("regions.exceeded", region.name()), "class", "how");
        }
        html.close();
    }

    private List<Node> roots() {
        Set<String> known = new HashSet<>();
        figures.regions().forEach(region -> known.add(region.code()));
        List<PageData.Part> roots = new ArrayList<>();
        for (PageData.Part region : figures.regions()) {
            Optional<String> parent = region.parent().filter(known::contains);
            parent.ifPresentOrElse(code -> below.put(code, region), () -> roots.add(region));
        }
        return roots.stream().map(this::node).toList();
    }

    private Node node(PageData.Part region) {
        List<Node> parts = below.get(region.code()).stream().map(this::node).toList();
        Optional<Figure> figure = Optional.ofNullable(cells.get(region.code())).flatMap(PageData.RegionCell::figure);
        double own = figure.map(Figure::number).orElse(0.0);
        double sum = parts.stream().mapToDouble(Node::size).sum();
        if (own + sum == 0) {
            undrawn.add(region.code());
        }
        if (sum == 0) {
            return new Node(region, figure, own, 0, List.of());
        }
        double least =
                parts.stream().mapToDouble(part -> bound(part, Figure::from)).sum();
        double most =
                parts.stream().mapToDouble(part -> bound(part, Figure::to)).sum();
        if (figure.filter(whole -> whole.to() < least * (1 - ROUNDING)).isPresent()) {
            exceeded.add(region);
        }
        boolean isMore =
                figure.filter(whole -> whole.from() > most * (1 + ROUNDING)).isPresent();
        return new Node(region, figure, isMore ? own : sum, isMore ? own - sum : 0, parts);
    }

    /** Returns what a region has at least or at most; one that has only parts is as large as they are. */
    private static double bound(Node node, ToDoubleFunction<Figure> bound) {
        if (node.figure().isPresent()) {
            return bound.applyAsDouble(node.figure().get());
        }
        return node.parts().stream().mapToDouble(part -> bound(part, bound)).sum();
    }

    private void lay(List<Node> nodes, Area area) {
        new Squares<>(nodes, Node::size).lay(area, this::draw);
    }

    private void draw(Node node, Area area) {
        if (node.parts().isEmpty()) {
            String style = heat.style(node.region().code());
            boolean isVague = !node.figure().orElseThrow().isPlain();
            html.leaf("rect", at("area " + style, area));
            name(node, isVague ? style + " vague" : style, area, area);
            return;
        }
        html.leaf("rect", at("area none", area));
        double head = Math.min(HEAD, area.height() * MOST_HEAD);
        name(node, "none head", area, new Area(area.x(), area.y(), area.width(), head));
        double width = area.width() * (1 - node.rest() / node.size());
        lay(node.parts(), new Area(area.x(), area.y() + head, width, area.height() - head));
        if (node.rest() > 0) {
            Area rest = new Area(area.x() + width, area.y() + head, area.width() - width, area.height() - head);
            html.leaf("rect", at("area rest", rest));
            html.open("foreignObject", at("label", rest)).open("div", "class", "name small", "aria-hidden", "true");
            html.element("span", Words.of("regions.rest"), "class", "missing");
            html.close().close();
        }
    }

    private void name(Node node, String style, Area area, Area label) {
        String size = area.width() * area.height() < LARGE ? " small" : "";
        html.open("foreignObject", at("label", label));
        html.open("div", "class", "name " + style + size, "aria-hidden", "true");
        html.element("b", node.region().name());
        html.open("span");
        figure(node.region());
        html.close().close().close();
    }

    private static String[] at(String style, Area area) {
        return new String[] {
            "class",
            style,
            "x",
            Marks.percent(area.x()),
            "y",
            Marks.percent(area.y()),
            "width",
            Marks.percent(area.width()),
            "height",
            Marks.percent(area.height())
        };
    }

    /** Lists the regions that no area can show: those without a figure, and those with 0. */
    private void listUndrawn() {
        if (undrawn.isEmpty()) {
            return;
        }
        html.open("ul", "class", "legend undrawn");
        html.element("li", Words.of("regions.undrawn"));
        for (PageData.Part region : figures.regions()) {
            if (undrawn.contains(region.code())) {
                html.open("li").text(region.name()).text(" ");
                figure(region);
                html.close();
            }
        }
        html.close();
    }

    private void figure(PageData.Part region) {
        Optional<PageData.RegionCell> cell = Optional.ofNullable(cells.get(region.code()));
        Marks.figure(html, cell.flatMap(PageData.RegionCell::figure), cell.flatMap(PageData.RegionCell::missing));
    }
}
