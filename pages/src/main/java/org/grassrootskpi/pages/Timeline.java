package org.grassrootskpi.pages;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The projects over time, sector by sector: when a stage was reached, as exactly as documents say, and when one is due. */
final class Timeline {
    /** A period longer than this is drawn as not exactly known. */
    private static final long EXACT_DAYS = 31;

    private static final int MOST_TICKS = 8;

    private final Html html;
    private final PageData data;
    private final LocalDate asOf;
    private final LocalDate first;
    private final LocalDate last;
    private final long days;
    private final Citations citations = new Citations("project");

    Timeline(Html html, PageData data) {
        this.html = html;
        this.data = data;
        this.asOf = LocalDate.parse(data.asOf());
        this.first = events().map(event -> LocalDate.parse(event.firstDay()))
                .min(LocalDate::compareTo)
                .filter(asOf::isAfter)
                .orElse(asOf)
                .withDayOfYear(1);
        this.last = LocalDate.of(
                events().map(event -> LocalDate.parse(event.lastDay()))
                        .max(LocalDate::compareTo)
                        .filter(asOf::isBefore)
                        .orElse(asOf)
                        .getYear(),
                12,
                31);
        this.days = ChronoUnit.DAYS.between(first, last) + 1;
    }

    private Stream<PageData.Event> events() {
        return data.projects().stream()
                .flatMap(project -> Stream.concat(project.history().stream(), project.planned().stream()));
    }

    void write() {
        html.element("p", Words.of("projects.how"), "class", "how");
        html.open("ul", "class", "legend");
        legend("exact", "projects.exact");
        legend("vague", "projects.vague");
        legend("planned", "projects.planned");
        legend("today", "projects.today");
        html.close();
        ImmutableListMultimap<String, PageData.ProjectRow> bySector =
                Multimaps.index(data.projects(), PageData.ProjectRow::sector);
        boolean isFirst = true;
        for (String sector : bySector.keySet()) {
            sector(bySector.get(sector), isFirst);
            isFirst = false;
        }
    }

    private void legend(String style, String word) {
        html.open("li");
        Marks.svg(html, "timeline", "16", "14");
        if (style.equals("planned")) {
            diamond("8");
        } else if (style.equals("today")) {
            html.leaf("line", "class", "today", "x1", "8", "x2", "8", "y1", "0", "y2", "14");
        } else {
            html.leaf("rect", "class", style, "x", "1", "y", "3", "width", "14", "height", "8");
        }
        html.close().text(Words.of(word)).close();
    }

    private void sector(List<PageData.ProjectRow> projects, boolean isOpen) {
        PageData.ProjectRow any = projects.get(0);
        if (isOpen) {
            html.open("details", "class", "picture", "open", "");
        } else {
            html.open("details", "class", "picture");
        }
        long reached = projects.stream()
                .filter(project -> !project.history().isEmpty())
                .count();
        html.open("summary")
                .element("strong", any.sectorName())
                .text(Words.of("projects.count", projects.size(), reached))
                .close();
        if (data.simulated()) {
            Marks.simulated(html);
        }
        String caption = "caption-projects-" + any.sector();
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", caption);
        html.open("table", "class", "bars projects");
        html.element(
                "caption",
                Words.of("projects.caption", any.sectorName(), first.toString(), last.toString()),
                "id",
                caption);
        html.open("thead").open("tr");
        html.element("th", Words.of("head.project"), "scope", "col");
        html.open("th", "scope", "col", "class", "bar");
        html.element("span", Words.of("head.time"), "class", "hidden-text");
        axis();
        html.close().element("th", Words.of("head.stage"), "scope", "col");
        html.close().close().open("tbody");
        projects.forEach(this::row);
        html.close().close().close().close();
    }

    private void axis() {
        Marks.svg(html, "axis", "100%", "18");
        int years = last.getYear() - first.getYear() + 1;
        int every = (years + MOST_TICKS - 1) / MOST_TICKS;
        for (int year = first.getYear(); year <= last.getYear(); year += every) {
            String x = x(LocalDate.of(year, 1, 1));
            html.leaf("line", "class", "tick", "x1", x, "x2", x, "y1", "0", "y2", "18");
            html.open("svg", "x", x, "overflow", "visible")
                    .element("text", Integer.toString(year), "x", "4", "y", "13")
                    .close();
        }
        html.close();
    }

    private void row(PageData.ProjectRow project) {
        html.open("tr").element("th", project.name(), "scope", "row").open("td", "class", "bar");
        if (project.history().isEmpty() && project.planned().isEmpty()) {
            html.element("span", Words.of("projects.unknown"), "class", "missing");
        } else {
            Marks.svg(html, "timeline", "100%", "22");
            project.history().forEach(this::reached);
            html.leaf("line", "class", "today", "x1", x(asOf), "x2", x(asOf), "y1", "0", "y2", "22");
            for (PageData.Event event : project.planned()) {
                html.open("svg", "x", x(LocalDate.parse(event.lastDay())), "overflow", "visible");
                diamond("-1");
                html.close();
            }
            html.close();
        }
        html.close().open("td");
        stage(project);
        html.close().close();
    }

    /** Draws a stage over the days within which it was reached: a document may say no more than the year. */
    private void reached(PageData.Event event) {
        LocalDate from = LocalDate.parse(event.firstDay());
        LocalDate to = LocalDate.parse(event.lastDay());
        boolean isExact = ChronoUnit.DAYS.between(from, to) < EXACT_DAYS;
        html.leaf(
                "rect",
                "class",
                isExact ? "exact" : "vague",
                "x",
                x(from),
                "y",
                "6",
                "width",
                Marks.percent((double) (ChronoUnit.DAYS.between(from, to) + 1) / days),
                "height",
                "10");
    }

    private void diamond(String x) {
        html.open("svg", "x", x, "y", "0", "overflow", "visible");
        html.leaf("path", "class", "planned", "d", "M0 5 L6 11 L0 17 L-6 11 Z");
        html.close();
    }

    private void stage(PageData.ProjectRow project) {
        Optional<PageData.Event> latest = project.history().isEmpty()
                ? Optional.empty()
                : Optional.of(project.history().get(project.history().size() - 1));
        latest.ifPresent(event -> event(
                event,
                to -> to.open("span")
                        .text(event.stage())
                        .element("span", " " + event.period(), "class", "who")
                        .close()));
        for (PageData.Event event : project.planned()) {
            event(
                    event,
                    to -> to.element("span", Words.of("projects.due", event.stage(), event.period()), "class", "who"));
        }
    }

    /** Writes a stage that says where it is printed. */
    private void event(PageData.Event event, DataTable.Content content) {
        html.open("div", "class", "event");
        citations.write(html, Optional.of(event.citation()), Optional.empty(), content);
        html.close();
    }

    private String x(LocalDate day) {
        return Marks.percent((double) ChronoUnit.DAYS.between(first, day) / days);
    }
}
