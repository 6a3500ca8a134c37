package org.grassrootskpi.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.check.CheckCount;
import org.grassrootskpi.check.CheckLevel;
import org.grassrootskpi.check.CheckResult;
import org.grassrootskpi.check.CheckRule;
import org.grassrootskpi.check.Finding;
import org.grassrootskpi.check.Place;
import org.grassrootskpi.check.Remedy;

/** The findings of a check for a person: each with its sentence and its sum, then how often each rule was applied. */
final class CheckReportText {
    private static final int INDENT = 4;

    private final ReportPage page;
    private final Labels labels;

    CheckReportText(ReportPage page) {
        this.page = page;
        this.labels = page.labels();
    }

    void print(String name, List<Finding> findings, CheckResult result) {
        summary(name, result);
        findings.forEach(this::print);
        counts(result);
    }

    /** How much was found and checked. */
    void summary(String name, CheckResult result) {
        CheckCount total = result.total();
        page.heading(labels.of(
                "check.heading",
                name,
                count(result, CheckLevel.ERROR),
                count(result, CheckLevel.WARNING),
                count(result, CheckLevel.QUESTION)));
        page.lines(labels.of(
                "check.made",
                Integer.toString(total.made()),
                Integer.toString(total.passed()),
                Integer.toString(total.impossible())));
    }

    private static String count(CheckResult result, CheckLevel level) {
        return Integer.toString(result.findings(level).size());
    }

    private void print(Finding finding) {
        page.title(labels.of(
                "check.finding",
                labels.of("check", finding.level()),
                Integer.toString(finding.place().line()),
                Integer.toString(finding.place().column()),
                finding.rule().id(),
                finding.rule().title().in(labels.language().ofWords())));
        finding.places().stream().map(this::sentence).distinct().forEach(page::lines);
        page.indented("", INDENT, finding.sum());
        remedies(finding, labels).ifPresent(remedies -> page.indented("", INDENT, remedies));
    }

    /** What would make it right, if anything is known. */
    static Optional<String> remedies(Finding finding, Labels labels) {
        List<String> remedies = new ArrayList<>();
        for (Remedy remedy : finding.remedies()) {
            remedies.add(labels.of(
                    "check.remedy",
                    remedy.place().surface(),
                    remedy.value(),
                    remedy.slip()
                            .map(slip -> labels.of("inParentheses", labels.of("check.slip", slip)))
                            .orElse("")));
        }
        return remedies.isEmpty()
                ? Optional.empty()
                : Optional.of(labels.of("check.remedies", String.join(labels.of("listed"), remedies)));
    }

    /** A sentence of another source has the name of that in front of it. */
    private String sentence(Place place) {
        return place.source().isEmpty()
                ? place.sentence()
                : labels.of("check.from", place.source(), Integer.toString(place.line()), place.sentence());
    }

    private void counts(CheckResult result) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<CheckRule, CheckCount> entry : result.counts().entrySet()) {
            CheckCount count = entry.getValue();
            if (count.made() + count.impossible() > 0) {
                rows.add(List.of(
                        entry.getKey().id(),
                        entry.getKey().title().in(labels.language().ofWords()),
                        Integer.toString(count.made()),
                        Integer.toString(count.passed()),
                        Integer.toString(count.impossible())));
            }
        }
        page.title(labels.of("check.counts"));
        page.table(
                List.of(
                        labels.of("check.rule"),
                        labels.of("check.title"),
                        labels.of("check.checks"),
                        labels.of("check.passed"),
                        labels.of("check.impossible")),
                rows,
                1);
    }

    void rules(List<CheckRule> rules) {
        page.heading(labels.of("check.rules", Integer.toString(rules.size())));
        for (CheckRule rule : rules) {
            page.title(labels.of(
                    "check.ruleTitle",
                    rule.id(),
                    labels.of("check", rule.level()),
                    rule.isOn() ? "" : labels.of("inParentheses", labels.of("check.off")),
                    rule.title().in(labels.language().ofWords())));
            page.lines(rule.documentation().in(labels.language().ofWords()));
        }
    }
}
