package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Change;
import org.grassrootskpi.model.Completion;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.model.Responsibility;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.publish.FigureText;
import org.grassrootskpi.publish.PeriodName;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;

/** The tables of a catalogue that an office puts into its report: indicators, projects, and tasks with who is in charge. */
final class OfficeTables {
    private final Catalog catalog;
    private final Language language;
    private final Labels labels;

    OfficeTables(Catalog catalog, Language language) {
        this.catalog = catalog;
        this.language = language;
        this.labels = new Labels(language);
    }

    /** The tables that have a row. */
    ImmutableList<OfficeTable> all() {
        return ImmutableList.of(indicators(), projects(), tasks()).stream()
                .filter(table -> !table.rows().isEmpty())
                .collect(ImmutableList.toImmutableList());
    }

    /** Figures as they were printed, with unit, change, completion and place. */
    private OfficeTable indicators() {
        Optional<String> usualRegion = usual(catalog.observations().stream().map(Observation::region));
        Optional<TimePeriod> usualPeriod = usual(catalog.observations().stream().map(Observation::period));
        ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
        for (Indicator indicator : catalog.indicators()) {
            for (Observation observation : catalog.observations(indicator.id())) {
                List<String> row = new ArrayList<>();
                row.add(catalog.sector(indicator.sector()).name().in(language));
                row.add(indicator.name().in(language)
                        + (usualRegion.filter(observation.region()::equals).isPresent()
                                ? ""
                                : labels.of(
                                        "table.of",
                                        catalog.region(observation.region())
                                                .name()
                                                .in(language)))
                        + (usualPeriod.filter(observation.period()::equals).isPresent()
                                ? ""
                                : labels.of("table.of", period(observation.period()))));
                figure(observation.figure()).forEach(row::add);
                row.add(observation
                        .yearOnYear()
                        .map(Change::value)
                        .map(this::text)
                        .orElse(""));
                row.add(observation
                        .completion()
                        .map(Completion::value)
                        .map(this::text)
                        .orElse(""));
                row.add(observation.ranks().stream().map(Rank::quote).collect(Collectors.joining("；")));
                rows.add(ImmutableList.copyOf(row));
            }
        }
        return table(
                "indicators",
                ImmutableSet.of(3, 4, 5),
                rows.build(),
                "sector",
                "indicator",
                "unit",
                "value",
                "change",
                "completion",
                "place");
    }

    /** What most have, which need not be said of each. */
    private static <T> Optional<T> usual(Stream<T> values) {
        Multiset<T> counted = values.collect(Collectors.toCollection(LinkedHashMultiset::create));
        return Multisets.copyHighestCountFirst(counted).elementSet().stream().findFirst();
    }

    private OfficeTable projects() {
        ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
        for (Project project : catalog.projects()) {
            StageModel model = catalog.stageModel(project.stageModel());
            Optional<Milestone> last = project.milestones().stream()
                    .reduce((a, b) -> a.period().lastDay().isAfter(b.period().lastDay()) ? a : b);
            List<String> next = catalog.targets().stream()
                    .filter(target ->
                            target.project().filter(project.id()::equals).isPresent())
                    .map(target -> target.name().in(language) + labels.of("table.of", period(target.deadline())))
                    .toList();
            rows.add(ImmutableList.of(
                    project.name().in(language),
                    model.name().in(language),
                    last.flatMap(milestone -> model.stage(milestone.stage()))
                            .map(stage -> stage.name().in(language))
                            .orElse(""),
                    last.map(Milestone::period).map(this::period).orElse(""),
                    String.join("；", next),
                    unit(project.responsible())));
        }
        return table(
                "projects",
                ImmutableSet.of(),
                rows.build(),
                "project",
                "model",
                "stage",
                "since",
                "next",
                "responsible");
    }

    private OfficeTable tasks() {
        ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
        int number = 1;
        for (Target target : catalog.targets()) {
            rows.add(ImmutableList.of(
                    Integer.toString(number++),
                    catalog.sector(target.sector()).name().in(language),
                    target.name().in(language),
                    target.figure().map(this::text).orElse(""),
                    period(target.deadline()),
                    unit(target.responsible()),
                    target.responsible()
                            .map(Responsibility::supporting)
                            .map(units -> String.join("、", units))
                            .orElse("")));
        }
        return table(
                "tasks",
                ImmutableSet.of(0, 3),
                rows.build(),
                "number",
                "sector",
                "task",
                "figure",
                "deadline",
                "responsible",
                "supporting");
    }

    /** A table without the columns in which nothing stands. */
    private OfficeTable table(
            String title, ImmutableSet<Integer> figures, ImmutableList<ImmutableList<String>> rows, String... head) {
        int[] used = IntStream.range(0, head.length)
                .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
                .toArray();
        return new OfficeTable(
                labels.of("table." + title),
                Arrays.stream(used)
                        .mapToObj(column -> labels.of("table.head." + head[column]))
                        .collect(ImmutableList.toImmutableList()),
                IntStream.range(0, used.length)
                        .filter(column -> figures.contains(used[column]))
                        .boxed()
                        .collect(ImmutableSet.toImmutableSet()),
                rows.stream()
                        .map(row -> Arrays.stream(used).mapToObj(row::get).collect(ImmutableList.toImmutableList()))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** The unit and the number of a figure as it is printed, in two cells; 近 and 超 stay with the number. */
    private ImmutableList<String> figure(Optional<Quantity> figure) {
        String text = figure.map(this::text).orElse("");
        int end = text.length();
        while (end > 0 && !isNumber(text.charAt(end - 1))) {
            end--;
        }
        return ImmutableList.of(text.substring(end).strip(), text.substring(0, end));
    }

    private static boolean isNumber(char c) {
        return (c >= '0' && c <= '9') || "一二两三四五六七八九十百千零余多".indexOf(c) >= 0;
    }

    private String text(Quantity figure) {
        return FigureText.of(figure, language);
    }

    private String period(TimePeriod period) {
        return PeriodName.of(period, language);
    }

    private static String unit(Optional<Responsibility> responsible) {
        return responsible.map(Responsibility::unit).orElse("");
    }
}
