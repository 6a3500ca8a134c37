package org.grassrootskpi.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The frame of the page: policy, style, switches, and the sections one below the other. */
final class HtmlPage {
    private final PageData data;
    private final Html html = new Html();

    HtmlPage(PageData data) {
        this.data = data;
    }

    private interface Content {
        void write();
    }

    private record Section(String id, Text title, Content content) {
        static Section of(String id, Content content) {
            return new Section(id, Words.of("section." + id), content);
        }

        /** A section about regions that are named by their level where all of them are communities. */
        static Section of(String id, boolean isOfCommunities, Content content) {
            return isOfCommunities ? of(id, content) : new Section(id, Words.of("section." + id + ".any"), content);
        }
    }

    @Override
    public String toString() {
        String style = Resource.text("page.css");
        String script = Resource.text("page.js");
        html.resource("<!DOCTYPE html>\n").open("html", "lang", "zh-Hans", "data-lang", "zh");
        head(style, script);
        html.open("body");
        Marks.patterns(html);
        html.element("a", Words.of("skip"), "class", "skip", "href", "#main");
        List<Section> sections = sections();
        header(sections);
        html.open("main", "id", "main", "tabindex", "-1");
        for (Section section : sections) {
            html.open("section", "id", section.id(), "aria-labelledby", "h-" + section.id());
            html.element("h2", section.title(), "id", "h-" + section.id());
            section.content().write();
            html.close();
        }
        html.close();
        footer();
        html.open("div", "id", "tip", "role", "tooltip", "hidden", "").close();
        html.open("script").resource(script).close();
        return html.close().close() + "\n";
    }

    private void head(String style, String script) {
        html.open("head").leaf("meta", "charset", "utf-8");
        html.leaf(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; script-src " + Resource.hash(script) + "; style-src " + Resource.hash(style)
                        + "; base-uri 'none'; form-action 'none'");
        html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.leaf("meta", "name", "referrer", "content", "no-referrer");
        html.leaf("meta", "name", "color-scheme", "content", "light dark");
        html.element(
                "title",
                data.title().zh(),
                "data-zh",
                data.title().zh(),
                "data-en",
                data.title().en());
        html.open("style").resource(style).close().close();
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("sectors", () -> new SectorTiles(html, data).write()));
        if (TargetBars.hasAny(data)) {
            sections.add(Section.of("progress", () -> new TargetBars(html, data).write()));
        }
        if (!data.commitments().isEmpty()) {
            sections.add(Section.of("ledger", () -> new Ledger(html, data).write()));
        }
        if (!data.projects().isEmpty()) {
            sections.add(Section.of("projects", () -> new Timeline(html, data).write()));
        }
        data.standings()
                .ifPresent(standings -> sections.add(Section.of(
                        "ranking", standings.areCommunities(), () -> new RankingPicture(html, standings).write())));
        data.regions()
                .ifPresent(figures -> sections.add(Section.of(
                        "regions", figures.areCommunities(), () -> new RegionPictures(html, figures).write())));
        data.check()
                .ifPresent(check -> sections.add(Section.of("check", () -> new FindingsTable(html, check).write())));
        if (!data.numbers().isEmpty()) {
            sections.add(Section.of("numbers", () -> new NumbersTable(html, data).write()));
        }
        return sections;
    }

    private void header(List<Section> sections) {
        html.open("header", "class", "top");
        html.element("h1", data.title());
        html.open("p", "class", "lead")
                .text(Words.of(
                        "lead",
                        data.asOf(),
                        data.numbers().size(),
                        data.commitments().size(),
                        data.projects().size()))
                .close();
        if (data.simulated()) {
            Marks.simulated(html);
        }
        html.open("div", "class", "switches", "hidden", "");
        choice("lang", "zh", Text.same("中文"));
        choice("lang", "en", Text.same("English"));
        html.element("span", "", "class", "gap");
        choice("theme", "auto", Words.of("theme.auto"));
        choice("theme", "light", Words.of("theme.light"));
        choice("theme", "dark", Words.of("theme.dark"));
        html.element("span", "", "class", "gap");
        html.element("button", Words.of("print"), "type", "button", "id", "print");
        html.close();
        html.open("nav", "aria-labelledby", "contents");
        html.element("span", Words.of("contents"), "id", "contents", "class", "hidden-text");
        html.open("ul");
        for (Section section : sections) {
            html.open("li")
                    .element("a", section.title(), "href", "#" + section.id())
                    .close();
        }
        html.close().close().close();
    }

    private void choice(String what, String value, Text text) {
        html.element("button", text, "type", "button", "data-" + what + "-choice", value, "aria-pressed", "false");
    }

    private void footer() {
        html.open("footer").open("p");
        html.text(Words.of(
                "sources",
                new Text(
                        data.documents().stream()
                                .map(document -> document.title().zh() + "（"
                                        + document.publisher().zh() + "）")
                                .collect(Collectors.joining("、")),
                        data.documents().stream()
                                .map(document -> document.title().en() + " ("
                                        + document.publisher().en() + ")")
                                .collect(Collectors.joining(", ")))));
        html.close();
        html.element("p", Words.of("made"));
        html.close();
    }
}
