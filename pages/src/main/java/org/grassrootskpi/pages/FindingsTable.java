package org.grassrootskpi.pages;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.Arrays;
import java.util.List;
import org.grassrootskpi.pages.DataTable.Cell;
import org.grassrootskpi.pages.DataTable.Column;

/** The sentences of a report in which a check found something, each with what was found beside it. */
final class FindingsTable {
    private static final ImmutableList<CheckedReport.Level> LEVELS = ImmutableList.copyOf(CheckedReport.Level.values());

    private final Html html;
    private final PageData.Check check;

    FindingsTable(Html html, PageData.Check check) {
        this.html = html;
        this.check = check;
    }

    void write() {
        html.element("p", Words.of("check.how"), "class", "how");
        html.element(
                "p",
                Words.of("check.made", check.report(), check.made(), check.passed(), check.impossible()),
                "class",
                "lead");
        if (check.findings().isEmpty()) {
            html.element("p", Words.of("check.nothing"), "class", "picture");
            return;
        }
        html.open("ul", "class", "counts");
        for (CheckedReport.Level level : LEVELS) {
            count(level);
        }
        html.close();
        ImmutableListMultimap<String, PageData.Finding> bySentence = Multimaps.index(
                check.findings(), finding -> finding.passages().get(0).sentence());
        DataTable table = new DataTable(
                "check",
                Words.of("check.caption", bySentence.keySet().size()),
                List.of(
                        Column.number(Words.of("head.line")),
                        Column.text(Words.of("head.sentence")),
                        Column.text(Words.of("head.findings"))),
                false);
        for (CheckedReport.Level level : LEVELS) {
            table.tag(level.name(), Words.of("finding", level));
        }
        bySentence.asMap().forEach((sentence, findings) -> row(table, sentence, List.copyOf(findings)));
        table.write(html);
    }

    private void count(CheckedReport.Level level) {
        long count = check.findings().stream()
                .filter(finding -> finding.level() == level)
                .count();
        html.open("li");
        html.open("a", "href", "#check", "data-choose", "check-tag", "data-value", level.name());
        html.element("strong", Long.toString(count));
        html.open("span");
        Marks.finding(html, level);
        html.close().close().close();
    }

    private void row(DataTable table, String sentence, List<PageData.Finding> findings) {
        CheckedReport.Level gravest = findings.stream()
                .map(PageData.Finding::level)
                .min(CheckedReport.Level::compareTo)
                .orElseThrow();
        String line = Integer.toString(findings.get(0).passages().get(0).line());
        table.row(
                findings.stream()
                        .map(PageData.Finding::level)
                        .distinct()
                        .map(CheckedReport.Level::name)
                        .toList(),
                List.of(
                        Cell.of(Text.same(line)).by(line),
                        Cell.of(to -> sentence(to, sentence, findings)),
                        Cell.of(to -> findings.forEach(finding -> finding(to, finding)))
                                .by(Integer.toString(LEVELS.indexOf(gravest)))));
    }

    /** Writes the sentence with what was checked in it marked, where it is clear which of its characters these are. */
    private static void sentence(Html to, String sentence, List<PageData.Finding> findings) {
        boolean[] marked = new boolean[sentence.length()];
        findings.stream()
                .flatMap(finding -> finding.passages().stream())
                .filter(passage -> passage.source().isEmpty())
                .filter(passage -> passage.sentence().equals(sentence))
                .map(PageData.Passage::surface)
                .filter(surface -> sentence.indexOf(surface) == sentence.lastIndexOf(surface))
                .filter(sentence::contains)
                .forEach(surface -> {
                    int at = sentence.indexOf(surface);
                    Arrays.fill(marked, at, at + surface.length(), true);
                });
        for (int from = 0; from < marked.length; ) {
            int end = from;
            while (end < marked.length && marked[end] == marked[from]) {
                end++;
            }
            if (marked[from]) {
                to.element("mark", sentence.substring(from, end));
            } else {
                to.text(sentence.substring(from, end));
            }
            from = end;
        }
    }

    /** Writes a finding; the blanks between its parts are for the CSV file. */
    private static void finding(Html to, PageData.Finding finding) {
        to.open("div", "class", "finding", "data-tag", finding.level().name());
        to.open("strong", "class", "lights");
        Marks.finding(to, finding.level());
        to.close().text(Words.of("colon")).text(finding.title());
        PageData.Passage place = finding.passages().get(0);
        to.element("span", Words.of("check.place", finding.rule(), place.line(), place.column()), "class", "where");
        to.text(" ").element("p", finding.sum(), "class", "sum");
        finding.passages().stream()
                .filter(passage -> !passage.sentence().equals(place.sentence())
                        || !passage.source().equals(place.source()))
                .distinct()
                .forEach(passage -> other(to.text(" "), passage));
        if (!finding.remedies().isEmpty()) {
            to.text(" ").element("p", Words.of("check.remedies")).text(" ");
            to.open("ul");
            finding.remedies().forEach(remedy -> {
                to.open("li").text(remedy.surface() + " → ").element("strong", remedy.value());
                remedy.slip().ifPresent(slip -> to.text(Words.of("of", slip)));
                to.close().text(" ");
            });
            to.close();
        }
        to.close().text(" ");
    }

    /** Writes another sentence that the figure was checked against. */
    private static void other(Html to, PageData.Passage passage) {
        to.open("p", "class", "against");
        to.text(
                passage.source().isPresent()
                        ? passage.line() > 0
                                ? Words.of("check.elsewhere", passage.source().get(), passage.line())
                                : Words.of("check.catalogue", passage.source().get())
                        : Words.of("check.here", passage.line()));
        to.element("q", passage.sentence());
        to.close();
    }
}
