package org.grassrootskpi.pages;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multisets;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** A tile for each sector: its most telling figures, and how its commitments are. */
final class SectorTiles {
    private final Html html;
    private final PageData data;

    /** The region and the period of most headlines, which they need not name. */
    private final String region;

    private final String period;

    private final Citations citations = new Citations("tile");

    SectorTiles(Html html, PageData data) {
        this.html = html;
        this.data = data;
        this.region = mostOf(PageData.NumberRow::region);
        this.period = mostOf(PageData.NumberRow::period);
    }

    private String mostOf(Function<PageData.NumberRow, String> property) {
        ImmutableMultiset<String> values = data.sectors().stream()
                .flatMap(tile -> tile.headlines().stream())
                .map(data.numbers()::get)
                .map(property)
                .collect(ImmutableMultiset.toImmutableMultiset());
        return Multisets.copyHighestCountFirst(values).stream().findFirst().orElse("");
    }

    void write() {
        if (data.sectors().isEmpty()) {
            html.open("p")
                    .element("span", Words.of("sectors.empty"), "class", "missing")
                    .close();
            return;
        }
        html.element("p", Words.of("sectors.how"), "class", "how");
        html.open("div", "class", "tiles");
        data.sectors().forEach(this::tile);
        html.close();
    }

    private void tile(PageData.SectorTile tile) {
        html.open("article", "class", "tile", "aria-labelledby", "tile-" + tile.id());
        html.element("h3", tile.name(), "id", "tile-" + tile.id());
        if (data.simulated()) {
            html.open("p", "class", "simulated")
                    .element("strong", Words.of("simulated"))
                    .close();
        }
        if (tile.headlines().isEmpty()) {
            html.open("p")
                    .element("span", Words.of("sectors.none"), "class", "missing")
                    .close();
        } else {
            html.open("dl", "class", "figures");
            tile.headlines().forEach(number -> headline(data.numbers().get(number)));
            html.close();
        }
        if (tile.commitments() > 0) {
            html.element("p", Words.of("sectors.commitments", tile.commitments()), "class", "states-of");
            Marks.states(html, tile.states());
        }
        if (tile.numbers() > tile.headlines().size()) {
            html.open("p", "class", "more")
                    .element(
                            "a",
                            Words.of("sectors.more", tile.numbers()),
                            "href",
                            "#numbers",
                            "data-choose",
                            "numbers-sector",
                            "data-value",
                            tile.id())
                    .close();
        }
        html.close();
    }

    private void headline(PageData.NumberRow row) {
        html.open("div");
        html.open("dt").text(row.name());
        if (!row.region().equals(region)) {
            html.text(Words.of("of", row.regionName()));
        }
        if (!row.period().equals(period)) {
            html.text(Words.of("of", row.periodName()));
        }
        html.close().open("dd");
        citations.write(html, row.citation(), row.note(), to -> Marks.figure(to, row.figure(), row.missing()));
        row.change().ifPresent(change -> Marks.change(html, change, row.better()));
        row.completion()
                .ifPresent(share ->
                        html.element("span", Words.of("sectors.completion", share.text()), "class", "completion"));
        html.close();
        commitment(row).ifPresent(this::schedule);
        html.close();
    }

    /** Returns the commitment about a number: the one that is due next, else the one that was due last. */
    private Optional<PageData.Commitment> commitment(PageData.NumberRow row) {
        return data.commitments().stream()
                .filter(commitment ->
                        commitment.indicator().filter(row.indicator()::equals).isPresent())
                .filter(commitment -> commitment.region().equals(row.region()))
                .filter(commitment -> commitment.target().isPresent())
                .min(Comparator.comparing((PageData.Commitment commitment) -> commitment.daysLeft() < 0)
                        .thenComparing(commitment -> Math.abs(commitment.daysLeft())));
    }

    /** Writes what was promised of a number, its light, and what is done and due of it by now. */
    private void schedule(PageData.Commitment commitment) {
        html.open("dd", "class", "schedule");
        html.open("span")
                .text(Words.of(
                        "sectors.target", commitment.target().orElseThrow().text(), commitment.deadlineName()))
                .close();
        if (commitment.levels().isEmpty()) {
            html.open("span", "class", "lights");
            Marks.state(html, commitment.state());
            html.close();
        } else {
            Marks.lights(html, commitment.levels());
        }
        commitment
                .completion()
                .ifPresent(done -> html.element(
                        "span",
                        commitment
                                .due()
                                .map(due -> Words.of("sectors.schedule", done.text(), due.text()))
                                .orElseGet(() -> Words.of("sectors.done", done.text()))));
        html.close();
    }
}
