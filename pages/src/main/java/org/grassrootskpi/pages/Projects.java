package org.grassrootskpi.pages;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.List;
import org.grassrootskpi.assess.Portfolio;
import org.grassrootskpi.assess.ProjectState;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.time.TimePeriod;

/** Collects the projects of the page: what they have reached and what they are to reach. */
final class Projects {
    private final Catalog catalog;
    private final Names names;
    private final ImmutableListMultimap<String, Target> planned;

    Projects(Catalog catalog, Names names) {
        this.catalog = catalog;
        this.names = names;
        this.planned = Multimaps.index(
                catalog.targets().stream()
                        .filter(target -> target.project().isPresent())
                        .toList(),
                target -> target.project().orElseThrow());
    }

    ImmutableList<PageData.ProjectRow> at(LocalDate asOf) {
        return Portfolio.of(catalog, asOf).projects().stream().map(this::row).collect(ImmutableList.toImmutableList());
    }

    private PageData.ProjectRow row(ProjectState state) {
        Project project = state.project();
        StageModel model = catalog.stageModel(project.stageModel());
        String top = names.topSector(project.sector());
        List<PageData.Event> history = state.history().stream()
                .map(milestone -> event(stage(model, milestone), milestone.period(), milestone.citation()))
                .toList();
        List<PageData.Event> ahead = planned.get(project.id()).stream()
                .map(target -> event(
                        target.stage()
                                .flatMap(model::stage)
                                .map(Stage::name)
                                .map(Text::of)
                                .orElseGet(() -> Text.of(target.name())),
                        target.deadline(),
                        target.citation()))
                .toList();
        return new PageData.ProjectRow(
                project.id(),
                Text.of(project.name()),
                top,
                names.sector(top),
                names.region(project.region()),
                state.stage().map(Stage::name).map(Text::of),
                state.phase().map(Milestone.Phase::name),
                history,
                ahead);
    }

    private static Text stage(StageModel model, Milestone milestone) {
        Text name = Text.of(model.stage(milestone.stage()).orElseThrow().name());
        return milestone
                .phase()
                .map(phase -> name.plus(Words.of("phase", phase)))
                .orElse(name);
    }

    private PageData.Event event(Text stage, TimePeriod period, Citation citation) {
        return new PageData.Event(
                stage,
                period.toString(),
                period.firstDay().toString(),
                period.lastDay().toString(),
                names.cited(citation));
    }
}
