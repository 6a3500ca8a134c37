package org.grassrootskpi.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.pages.DataTable.Cell;
import org.grassrootskpi.pages.DataTable.Column;

/** The ledger of commitments: what was promised, by whom, by when, and what became of it. */
final class Ledger {
    private final Html html;
    private final PageData data;
    private final Citations citations = new Citations("commitment");

    Ledger(Html html, PageData data) {
        this.html = html;
        this.data = data;
    }

    void write() {
        long overdue =
                data.commitments().stream().filter(PageData.Commitment::overdue).count();
        long dueSoon =
                data.commitments().stream().filter(PageData.Commitment::dueSoon).count();
        html.open("ul", "class", "counts");
        count("OVERDUE", overdue, Words.of("ledger.overdue"));
        count("due-soon", dueSoon, Words.of("ledger.dueSoon", data.dueSoonDays()));
        count("BEHIND", data.states().getOrDefault("BEHIND", 0), Words.of("state.BEHIND"));
        count("NOT_REPORTED", data.states().getOrDefault("NOT_REPORTED", 0), Words.of("state.NOT_REPORTED"));
        html.close();
        DataTable table = new DataTable(
                        "ledger",
                        Words.of("ledger.caption", data.commitments().size(), data.asOf()),
                        List.of(
                                Column.text(Words.of("head.commitment")),
                                Column.words(Words.of("head.sector")).filtered("sector"),
                                Column.words(Words.of("head.unit.charge")).filtered("unit"),
                                Column.words(Words.of("head.deadline")),
                                Column.number(Words.of("head.daysLeft")),
                                Column.words(Words.of("head.state")).filtered("state"),
                                Column.number(Words.of("head.target")),
                                Column.number(Words.of("head.done")),
                                Column.words(Words.of("head.reported")),
                                Column.text(Words.of("head.reason")),
                                Column.file(Words.of("head.region")),
                                Column.file(Words.of("head.leader")),
                                Column.file(Words.of("head.light")),
                                Column.file(Words.of("head.part")),
                                Column.file(Words.of("head.due")),
                                Column.file(Words.of("head.gap.exact")),
                                Column.file(Words.of("head.perMonth")),
                                Column.file(Words.of("head.soFar")),
                                Column.file(Words.of("head.quote"))),
                        data.simulated())
                .tag("OVERDUE", Words.of("ledger.overdue"))
                .tag("due-soon", Words.of("ledger.dueSoon", data.dueSoonDays()))
                .tag("BEHIND", Words.of("state.BEHIND"))
                .tag("NOT_REPORTED", Words.of("state.NOT_REPORTED"));
        data.commitments().forEach(commitment -> row(table, commitment));
        table.write(html);
    }

    /** Writes a number that narrows the table when it is chosen. */
    private void count(String tag, long count, Text text) {
        html.open("li");
        html.open("a", "href", "#ledger", "data-choose", "ledger-tag", "data-value", tag);
        html.element("strong", Long.toString(count)).text(text);
        html.close().close();
    }

    private void row(DataTable table, PageData.Commitment commitment) {
        List<String> tags = new ArrayList<>(List.of(commitment.state()));
        if (commitment.dueSoon()) {
            tags.add("due-soon");
        }
        Text unit = commitment.unit().isEmpty() ? Words.of("nobody") : Text.same(commitment.unit());
        Text state = Words.of("state." + commitment.state());
        table.row(
                tags,
                List.of(
                        Cell.of(to -> citations.write(
                                to,
                                Optional.of(commitment.citation()),
                                Optional.empty(),
                                inner -> inner.text(commitment.name()))),
                        Cell.of(commitment.sectorName()).chosenBy(commitment.sector(), commitment.sectorName()),
                        Cell.of(unit).chosenBy(commitment.unit().isEmpty() ? "-" : commitment.unit(), unit),
                        Cell.of(commitment.deadlineName()).by(commitment.deadline()),
                        Cell.of(Text.same(Long.toString(commitment.daysLeft())))
                                .by(Long.toString(commitment.daysLeft())),
                        Cell.of(to -> Marks.state(to, commitment.state())).chosenBy(commitment.state(), state),
                        figure(commitment.target()),
                        done(commitment),
                        Cell.of(Text.same(commitment.reported().orElse(""))),
                        Cell.of(commitment.reason().orElse(Text.EMPTY)),
                        Cell.of(commitment.regionName()),
                        Cell.of(Text.same(commitment.leader().orElse(""))),
                        Cell.of(to -> levels(to, commitment)),
                        exact(commitment.completion()),
                        exact(commitment.due()),
                        exact(commitment.gap()),
                        exact(commitment.requiredPerMonth()),
                        exact(commitment.addedPerMonth()),
                        Cell.of(Text.same(commitment.citation().quote()))));
    }

    /** Writes the lights that are possible. */
    private static void levels(Html to, PageData.Commitment commitment) {
        for (int i = 0; i < commitment.levels().size(); i++) {
            to.text(i > 0 ? Words.of("or") : Text.EMPTY)
                    .text(Marks.level(commitment.levels().get(i)));
        }
    }

    /** Returns a cell of the file with a value and what is known of it. */
    private static Cell exact(Optional<Figure> figure) {
        return Cell.of(figure.map(known -> Words.find("qualified." + known.qualifier())
                        .orElse(Text.EMPTY)
                        .plus(known.value()))
                .orElse(Text.EMPTY));
    }

    private static Cell figure(Optional<Figure> figure) {
        return Cell.of(to -> figure.ifPresent(known -> Marks.figure(to, figure, Optional.empty())))
                .by(figure.map(Figure::value).orElse(""));
    }

    private static Cell done(PageData.Commitment commitment) {
        Optional<Figure> part = commitment.completion();
        Optional<Figure> shown = commitment.figure().or(() -> part);
        return Cell.of(to -> {
                    if (shown.isPresent()) {
                        Marks.figure(to, shown, Optional.empty());
                    }
                    if (commitment.figure().isPresent()) {
                        part.ifPresent(share -> to.element("span", share.text(), "class", "part"));
                    }
                })
                .by(part.map(Figure::value).orElse(""));
    }
}
