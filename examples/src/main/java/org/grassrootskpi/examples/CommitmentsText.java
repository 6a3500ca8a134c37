package org.grassrootskpi.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.grassrootskpi.assess.Progress;
import org.grassrootskpi.assess.TargetState;
import org.grassrootskpi.model.Evidence;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Responsibility;

/** The ledger of commitments as text or Markdown: a part for each unit. */
final class CommitmentsText {
    private static final int INDENT = 12;

    private final Commitments commitments;
    private final ReportPage page;
    private final Labels labels;

    CommitmentsText(Commitments commitments, ReportPage page) {
        this.commitments = commitments;
        this.page = page;
        this.labels = page.labels();
    }

    void print() {
        page.heading(labels.of(
                "commitments",
                commitments.portfolio().asOf(),
                commitments.states().size()));
        List<String> counts = new ArrayList<>();
        for (Progress progress : Progress.values()) {
            long count = commitments.states().stream()
                    .filter(state -> state.progress() == progress)
                    .count();
            if (count > 0) {
                counts.add(labels.of("progress", progress) + " " + count);
            }
        }
        if (!counts.isEmpty()) {
            page.lines(String.join(labels.of("listed"), counts));
        }
        commitments.byUnit().forEach((unit, states) -> {
            page.title((unit.isEmpty() ? labels.of("unit.nobody") : unit) + labels.of("inParentheses", states.size()));
            if (page.isMarkdown()) {
                page.table(
                        Stream.of("deadline", "progress", "commitment", "reported", "reason", "evidence")
                                .map(key -> labels.of("commitments." + key))
                                .toList(),
                        states.stream().map(this::row).toList(),
                        2);
            } else {
                states.forEach(this::block);
            }
        });
    }

    private List<String> row(TargetState state) {
        return List.of(
                state.deadline().toString(),
                progress(state),
                state.target().name().in(labels.language()),
                reported(state),
                reason(state),
                evidence(state));
    }

    private void block(TargetState state) {
        page.indented(
                state.deadline().toString(),
                INDENT,
                progress(state) + labels.of("colon") + state.target().name().in(labels.language()));
        List<String> lines = new ArrayList<>();
        lines.add(reported(state));
        if (!reason(state).isEmpty()) {
            lines.add(labels.of("commitments.reason") + labels.of("colon") + reason(state));
        }
        if (!evidence(state).isEmpty()) {
            lines.add(labels.of("commitments.evidence") + labels.of("colon") + evidence(state));
        }
        lines.stream().filter(line -> !line.isEmpty()).forEach(line -> page.indented("", INDENT, line));
    }

    private String progress(TargetState state) {
        String progress = labels.of("progress", state.progress());
        if (state.daysOverdue() > 0) {
            return labels.of("commitments.overdue", progress, state.daysOverdue());
        }
        return state.reached()
                .map(reached -> labels.of(
                        state.reachedLate().orElse(false) ? "commitments.reachedLate" : "commitments.reached",
                        progress,
                        reached))
                .orElse(progress);
    }

    /** Returns what was reported last, how much of it is done, when, and by whom. */
    private String reported(TargetState state) {
        List<String> parts = new ArrayList<>();
        state.status().ifPresent(status -> parts.add(labels.of("status", status)));
        state.completion().ifPresent(part -> parts.add(Percent.of(part, labels.language())));
        state.figure()
                .ifPresent(done -> parts.add(state.target()
                        .figure()
                        .map(asked -> labels.of("commitments.of", Figures.shown(done, asked.unit()), asked))
                        .orElseGet(() -> Figures.shown(done, done.unit()))));
        state.reported().ifPresent(period -> parts.add(labels.of("commitments.asOf", period)));
        state.outcome().ifPresent(outcome -> {
            outcome.by()
                    .ifPresent(
                            by -> parts.add(labels.of("basis." + outcome.basis().name(), by)));
            outcome.into()
                    .ifPresent(into -> parts.add(labels.of(
                            "commitments.into",
                            commitments.catalog().target(into).name().in(labels.language()))));
        });
        if (!state.deadline().equals(state.target().deadline())) {
            parts.add(labels.of("commitments.changed", state.target().deadline()));
        }
        if (state.isContradicted()) {
            parts.add(labels.of("commitments.contradicted"));
        }
        if (commitments.notTakenUp().contains(state.target().id())) {
            parts.add(labels.of("commitments.notTakenUp"));
        }
        commitments
                .responsible(state)
                .filter(who -> !who.supporting().isEmpty())
                .map(Responsibility::supporting)
                .ifPresent(units -> parts.add(labels.of("commitments.supporting", String.join("、", units))));
        return String.join(labels.of("commitments.between"), parts);
    }

    private String reason(TargetState state) {
        return state.outcome()
                .flatMap(Outcome::reason)
                .map(reason -> reason.in(labels.language()))
                .orElse("");
    }

    private String evidence(TargetState state) {
        return String.join(
                labels.of("commitments.between"),
                state.outcome().stream()
                        .flatMap(outcome -> outcome.evidence().stream())
                        .map(CommitmentsText::evidence)
                        .toList());
    }

    /** Returns a piece of evidence on one line: a place in a document, a file, an address. */
    static String evidence(Evidence evidence) {
        return Stream.of(
                        evidence.citation()
                                .map(citation -> citation.document() + " " + citation.section())
                                .orElse(""),
                        evidence.file().orElse(""),
                        evidence.address().orElse(""))
                .filter(text -> !Objects.equals(text, ""))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
