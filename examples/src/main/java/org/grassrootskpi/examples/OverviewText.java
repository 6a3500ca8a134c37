package org.grassrootskpi.examples;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Award;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Change;
import org.grassrootskpi.model.Completion;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.model.Rating;
import org.grassrootskpi.model.Recognition;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.text.TextWidth;

/** The overview as a table; a narrow one has no column for the value in the base unit. */
final class OverviewText {
    private static final int NARROW = 80;
    private static final int GAP = 2;
    private static final int MARGIN = 2;
    private static final int FIGURE = 14;
    private static final int VALUE = 24;
    private static final int CHANGE = 12;

    private final Catalog catalog;
    private final Language language;
    private final boolean notes;
    private final int width;
    private final boolean hasValues;
    private final int nameWidth;
    private final Labels labels;

    OverviewText(Catalog catalog, Language language, boolean notes, int width) {
        this.catalog = catalog;
        this.language = language;
        this.notes = notes;
        this.width = width;
        this.hasValues = width >= NARROW;
        this.nameWidth = width - MARGIN - FIGURE - CHANGE - 2 * GAP - (hasValues ? VALUE + GAP : 0);
        this.labels = new Labels(language);
    }

    void print(PrintWriter out) {
        catalog.documents().forEach(document -> line(out, document.title().in(language)));
        line(
                out,
                label(
                        "counts",
                        catalog.indicators().size(),
                        catalog.observations().size(),
                        catalog.recognitions().size()));
        for (Sector top : catalog.topSectors()) {
            out.println();
            line(out, top.name().in(language));
            out.println("=".repeat(width));
            row(out, label("indicator"), label("figure"), label("value"), label("change"));
            out.println("-".repeat(width));
            List<Sector> sectors = catalog.sectorSubtree(top.id());
            for (Sector sector : sectors) {
                for (Indicator indicator : catalog.indicatorsOf(sector.id())) {
                    catalog.observations(indicator.id())
                            .forEach(observation -> observation(out, indicator, observation));
                }
            }
            List<String> ids = sectors.stream().map(Sector::id).toList();
            List<Recognition> recognitions = catalog.recognitions().stream()
                    .filter(recognition -> ids.contains(recognition.sector()))
                    .toList();
            if (!recognitions.isEmpty()) {
                out.println(label("recognitions"));
                recognitions.forEach(recognition -> recognition(out, recognition));
            }
        }
    }

    private void observation(PrintWriter out, Indicator indicator, Observation observation) {
        String unstated = observation.status().hasValue() ? "" : label("unstated");
        row(
                out,
                indicator.name().in(language) + community(observation.region()) + otherPeriod(observation),
                observation.printed().orElse(unstated),
                observation
                        .figure()
                        .map(figure -> Figures.converted(figure, labels))
                        .orElse(""),
                observation
                        .yearOnYear()
                        .map(Change::value)
                        .map(change -> Figures.change(change, language))
                        .orElse(""));
        observation.completion().map(Completion::value).ifPresent(share -> remark(out, completion(observation, share)));
        beside(observation.ranks(), observation.rating(), observation.awards()).forEach(text -> remark(out, text));
        observation.note().filter(note -> notes).ifPresent(note -> remark(out, note.in(language)));
    }

    private String completion(Observation observation, Quantity share) {
        return Figures.impliedTarget(observation)
                .map(target -> {
                    Unit unit = observation.figure().orElseThrow().unit();
                    return label("completion", share, Figures.rounded(target, unit), Figures.bounds(target, unit));
                })
                .orElseGet(() -> label("completion.alone", share));
    }

    private void recognition(PrintWriter out, Recognition recognition) {
        String subject = recognition.subject().in(language) + community(recognition.region());
        remark(
                out,
                subject
                        + label("colon")
                        + String.join(
                                label("semicolon"),
                                beside(recognition.ranks(), recognition.rating(), recognition.awards())));
    }

    private List<String> beside(List<Rank> ranks, Optional<Rating> rating, List<Award> awards) {
        List<String> texts = new ArrayList<>();
        ranks.forEach(rank -> texts.add(rank(rank)));
        rating.ifPresent(grade -> texts.add(label("rating", grade.grade().in(language))));
        awards.stream().map(Award::title).map(title -> title.in(language)).forEach(texts::add);
        return texts;
    }

    private String rank(Rank rank) {
        if (language.isChinese()) {
            return rank.quote();
        }
        String scope = rank.scope()
                .map(level -> labels.scope(level)
                        .orElseGet(() -> catalog.levels().name(level).in(language)))
                .orElse("");
        String place = rank.place().map(String::valueOf).orElse("");
        return label("rank." + rank.kind(), place, scope);
    }

    private String community(String region) {
        Region of = catalog.region(region);
        boolean below = of.parent().isPresent()
                && catalog.region(of.parent().get()).parent().isPresent()
                && catalog.regionSubtree(region).size() == 1;
        return below ? label("inParentheses", of.name().in(language)) : "";
    }

    /** The period, where it is not the one that the document reports on. */
    private String otherPeriod(Observation observation) {
        boolean usual = catalog.documents().stream()
                .anyMatch(
                        document -> document.id().equals(observation.citation().document())
                                && document.period().equals(observation.period()));
        return usual ? "" : label("inParentheses", observation.period());
    }

    private void row(PrintWriter out, String name, String figure, String value, String change) {
        List<String> names = TextWidth.wrap(name, nameWidth);
        List<String> figures = TextWidth.wrap(figure, FIGURE);
        List<String> values = hasValues ? TextWidth.wrap(value, VALUE) : List.of();
        List<String> changes = TextWidth.wrap(change, CHANGE);
        int lines = Math.max(Math.max(names.size(), figures.size()), Math.max(values.size(), changes.size()));
        for (int i = 0; i < lines; i++) {
            String line = TextWidth.padRight(at(names, i), nameWidth)
                    + " ".repeat(GAP)
                    + TextWidth.padRight(at(figures, i), FIGURE)
                    + (hasValues ? " ".repeat(GAP) + TextWidth.padLeft(at(values, i), VALUE) : "")
                    + " ".repeat(GAP)
                    + TextWidth.padLeft(at(changes, i), CHANGE);
            out.println(line.stripTrailing());
        }
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "";
    }

    private void line(PrintWriter out, String text) {
        TextWidth.wrap(text, width).forEach(out::println);
    }

    private void remark(PrintWriter out, String text) {
        out.println(TextWidth.wrap(text, width - 6).stream().collect(Collectors.joining("\n      ", "    - ", "")));
    }

    private String label(String key, Object... arguments) {
        return labels.of(key, arguments);
    }
}
