package org.grassrootskpi.pages;

import java.util.List;
import java.util.Optional;
import org.grassrootskpi.pages.DataTable.Cell;
import org.grassrootskpi.pages.DataTable.Column;

/** The table with every number behind the pictures, each with the place where it is printed. */
final class NumbersTable {
    private final Html html;
    private final PageData data;
    private final Citations citations;

    NumbersTable(Html html, PageData data) {
        this.html = html;
        this.data = data;
        this.citations = new Citations("number");
    }

    void write() {
        html.element("p", Words.of("numbers.how"), "class", "how");
        DataTable table = new DataTable(
                "numbers",
                Words.of("numbers.caption", data.numbers().size()),
                List.of(
                        Column.words(Words.of("head.sector")).filtered("sector"),
                        Column.text(Words.of("head.indicator")),
                        Column.words(Words.of("head.region")).filtered("region"),
                        Column.words(Words.of("head.period")),
                        Column.number(Words.of("head.figure")),
                        Column.number(Words.of("head.change")),
                        Column.number(Words.of("head.completion")),
                        Column.words(Words.of("head.source")).filtered("source"),
                        Column.file(Words.of("head.value")),
                        Column.file(Words.of("head.unit")),
                        Column.file(Words.of("head.qualifier")),
                        Column.file(Words.of("head.lower")),
                        Column.file(Words.of("head.upper")),
                        Column.file(Words.of("head.quote")),
                        Column.file(Words.of("head.note"))),
                data.simulated());
        data.numbers().forEach(row -> row(table, row));
        table.write(html);
    }

    private void row(DataTable table, PageData.NumberRow row) {
        Optional<Figure> figure = row.figure();
        Text source = row.citation()
                .map(PageData.Cited::section)
                .map(Text::same)
                .orElseGet(() -> Words.of(row.simulated() ? "source.simulated" : "source.computed"));
        table.row(
                List.of(),
                List.of(
                        Cell.of(row.sectorName()).chosenBy(row.sector(), row.sectorName()),
                        Cell.of(row.name()),
                        Cell.of(row.regionName()).chosenBy(row.region(), row.regionName()),
                        Cell.of(row.periodName()).by(row.period()),
                        number(
                                figure,
                                to -> citations.write(
                                        to,
                                        row.citation(),
                                        row.note(),
                                        inner -> Marks.figure(inner, figure, row.missing()))),
                        number(
                                row.change(),
                                to -> row.change().ifPresent(change -> Marks.change(to, change, row.better()))),
                        number(row.completion(), to -> row.completion().ifPresent(share -> to.text(share.text()))),
                        Cell.of(to -> {
                                    if (row.simulated()) {
                                        to.element("strong", source, "class", "invented");
                                    } else {
                                        to.text(source);
                                    }
                                })
                                .chosenBy(source.en(), source),
                        file(figure.map(Figure::value)),
                        file(figure.map(Figure::unit)),
                        file(figure.map(known -> known.qualifier().name())),
                        file(figure.flatMap(Figure::lower)),
                        file(figure.flatMap(Figure::upper)),
                        file(row.citation().map(PageData.Cited::quote)),
                        Cell.of(row.note().orElse(Text.EMPTY))));
    }

    private static Cell number(Optional<Figure> figure, DataTable.Content content) {
        Cell cell = Cell.of(content);
        return figure.map(known -> cell.by(known.value())).orElse(cell.by(""));
    }

    private static Cell file(Optional<String> text) {
        return Cell.of(Text.same(text.orElse("")));
    }
}
