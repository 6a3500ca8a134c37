package org.grassrootskpi.examples;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.grassrootskpi.assess.Portfolio;
import org.grassrootskpi.assess.Progress;
import org.grassrootskpi.assess.ProjectState;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.text.TextWidth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints the state of the report's projects at a date. */
@Command(
        name = "projects",
        mixinStandardHelpOptions = true,
        description = "The state of the projects at a date, and which targets are due, overdue or not reported.")
final class ProjectsCommand implements Callable<Integer> {
    private static final int ID = 12;
    private static final int PROGRESS = 14;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Main main;

    @Mixin
    private final CatalogOption catalogOption = new CatalogOption();

    @Option(
            names = "--as-of",
            defaultValue = "2025-07-01",
            paramLabel = "DATE",
            description = "The date at which things are judged (default: ${DEFAULT-VALUE}).")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--due-by",
            paramLabel = "DATE",
            description = "The last deadline to list (default: the date of --as-of).")
    private @Nullable LocalDate dueBy;

    @Option(names = "--sector", paramLabel = "ID", description = "Only this sector and its sub-sectors.")
    private @Nullable String sector;

    @Option(names = "--region", paramLabel = "CODE", description = "Only this region and what lies below it.")
    private @Nullable String region;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "zh or en, or a language of the catalogue's names such as fr (default: en).")
    private Language language = Language.EN;

    @Override
    public Integer call() {
        Catalog catalog = catalogOption.load();
        Portfolio portfolio = Portfolio.of(catalog, asOf);
        portfolio = sector == null ? portfolio : portfolio.inSector(sector);
        portfolio = region == null ? portfolio : portfolio.within(region);
        PrintWriter out = spec.commandLine().getOut();

        Labels labels = new Labels(language);
        heading(
                out,
                labels.of(
                        "projects",
                        asOf,
                        portfolio.projects().size(),
                        portfolio.targets().size()));
        for (StageModel model : catalog.stageModels()) {
            List<ProjectState> projects = portfolio.projects().stream()
                    .filter(state -> state.project().stageModel().equals(model.id()))
                    .toList();
            if (!projects.isEmpty()) {
                out.println();
                heading(out, model.name().in(language));
                out.println("-".repeat(main.width()));
                for (Stage stage : model.stages()) {
                    print(
                            out,
                            stage.name().in(language),
                            projects.stream()
                                    .filter(state ->
                                            state.stage().filter(stage::equals).isPresent())
                                    .toList());
                }
                print(
                        out,
                        labels.of("stage.unstated"),
                        projects.stream()
                                .filter(state -> state.stage().isEmpty())
                                .toList());
            }
        }
        out.println();
        for (Progress progress : Progress.values()) {
            out.println(labels.of("targets") + "  " + TextWidth.padRight(labels.of("progress", progress), PROGRESS)
                    + TextWidth.padLeft(
                            String.valueOf(portfolio.targets(progress).size()), 5));
        }
        out.println();
        LocalDate lastDeadline = dueBy == null ? asOf : dueBy;
        heading(out, labels.of("due", lastDeadline));
        out.println("-".repeat(main.width()));
        for (Target target : portfolio.dueBy(lastDeadline)) {
            List<String> lines = TextWidth.wrap(target.name().in(language), main.width() - ID);
            for (int i = 0; i < lines.size(); i++) {
                out.println(TextWidth.padRight(i == 0 ? target.deadline().toString() : "", ID) + lines.get(i));
            }
        }
        return 0;
    }

    private void heading(PrintWriter out, String text) {
        TextWidth.wrap(text, main.width()).forEach(out::println);
    }

    private void print(PrintWriter out, String stage, List<ProjectState> projects) {
        if (!projects.isEmpty()) {
            String names =
                    projects.stream().map(this::name).collect(Collectors.joining(new Labels(language).of("listed")));
            out.println(TextWidth.padLeft(String.valueOf(projects.size()), 4) + "  "
                    + TextWidth.shorten(stage, main.width() - 6));
            TextWidth.wrap(names, main.width() - 6).forEach(line -> out.println("      " + line));
        }
    }

    /** Describes whether an activity has begun or is finished, which its stage alone does not say. */
    private String name(ProjectState state) {
        String name = state.project().name().in(language);
        return name
                + state.phase()
                        .map(phase -> switch (phase) {
                            case BEGUN -> language.isChinese() ? "（进行中）" : " (begun)";
                            case FINISHED -> language.isChinese() ? "（已完成）" : " (finished)";
                        })
                        .orElse("");
    }
}
