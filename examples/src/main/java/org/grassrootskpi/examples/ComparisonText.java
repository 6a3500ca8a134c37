package org.grassrootskpi.examples;

import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.examples.ReportComparison.Report;
import org.grassrootskpi.examples.ReportComparison.Statement;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.quantity.Quantity;

/** A comparison of reports as aligned text or as Markdown: indicators by reports, then each figure with its place. */
final class ComparisonText {
    /** The most reports that side by side fit a terminal. */
    private static final int MOST_COLUMNS = 4;

    private final ReportComparison comparison;
    private final ReportPage page;
    private final Labels labels;

    ComparisonText(ReportComparison comparison, ReportPage page) {
        this.comparison = comparison;
        this.page = page;
        this.labels = page.labels();
    }

    void print() {
        List<Report> reports = comparison.reports();
        page.heading(labels.of(
                "compare.heading",
                Integer.toString(reports.size()),
                Integer.toString(comparison.indicators().size())));
        page.title(labels.of("compare.reports"));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            Report report = reports.get(i);
            rows.add(List.of(number(i), report.name(), report.period().toString(), report.title()));
        }
        page.table(header("number", "file", "period", "title"), rows, 3, 1);
        if (comparison.indicators().isEmpty()) {
            page.lines(labels.of("compare.nothing"));
            return;
        }
        if (page.isMarkdown() || reports.size() <= MOST_COLUMNS) {
            sideBySide();
        }
        comparison.indicators().forEach(this::details);
    }

    private static String number(int report) {
        return "[" + (report + 1) + "]";
    }

    private List<String> header(String... keys) {
        List<String> header = new ArrayList<>();
        for (String key : keys) {
            header.add(labels.of("compare." + key));
        }
        return header;
    }

    private String name(Indicator indicator) {
        return indicator.name().in(labels.language());
    }

    private void sideBySide() {
        page.title(labels.of("compare.sideBySide"));
        List<String> header = header("indicator");
        int[] texts = new int[comparison.reports().size() + 1];
        for (int i = 0; i < comparison.reports().size(); i++) {
            header.add(number(i));
            texts[i + 1] = i + 1;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Indicator indicator : comparison.indicators()) {
            List<String> row = new ArrayList<>();
            row.add(name(indicator));
            for (Report report : comparison.reports()) {
                row.add(String.join(
                        labels.of("listed"),
                        report.statements().get(indicator.id()).stream()
                                .map(of -> cell(of, report))
                                .toList()));
            }
            rows.add(row);
        }
        page.table(header, rows, texts);
    }

    /** The figure with its change, rank and, where it is not the report's, its period. */
    private String cell(Statement of, Report report) {
        List<String> more = new ArrayList<>();
        of.change().map(ComparisonText::signed).ifPresent(more::add);
        of.ranks().forEach(rank -> more.add(rank(rank, labels)));
        if (!of.period().equals(report.period())) {
            more.add(of.period().toString());
        }
        String in = String.join(labels.of("listed"), more);
        return of.printed().isEmpty() ? in : of.printed() + (in.isEmpty() ? "" : labels.of("inParentheses", in));
    }

    private void details(Indicator indicator) {
        page.title(name(indicator));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < comparison.reports().size(); i++) {
            for (Statement of : comparison.reports().get(i).statements().get(indicator.id())) {
                List<String> ranks = new ArrayList<>();
                of.completion().ifPresent(share -> ranks.add(labels.of("compare.completed", share.toString())));
                of.ranks().forEach(rank -> ranks.add(rank(rank, labels)));
                rows.add(List.of(
                        number(i) + " " + comparison.reports().get(i).name(),
                        of.period().toString(),
                        of.printed().isEmpty() ? labels.of("unstated") : of.printed(),
                        of.change().map(ComparisonText::signed).orElse(""),
                        String.join(labels.of("listed"), ranks),
                        place(of)));
            }
        }
        page.table(header("report", "period", "figure", "change", "rank", "place"), rows, 5, 4, 0);
    }

    private String place(Statement of) {
        return labels.of("compare.at", of.section(), Integer.toString(of.start()), of.quote());
    }

    /** A change with its sign: +6.1%, -2.4%. */
    static String signed(Quantity change) {
        return (change.value().signum() > 0 ? "+" : "") + change;
    }

    /** A rank in English words, or as the report prints it. */
    static String rank(Rank rank, Labels labels) {
        if (labels.language().isChinese()) {
            return rank.quote();
        }
        return labels.of(
                "rank." + rank.kind().name(),
                rank.place().map(Object::toString).orElse(""),
                rank.scope()
                        .map(scope -> labels.scope(scope).orElseGet(scope::code))
                        .orElse(""));
    }
}
