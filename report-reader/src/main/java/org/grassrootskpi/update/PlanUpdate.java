package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.report.FigurePeriod;
import org.grassrootskpi.report.WorkReport;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.update.NameIndex.Mention;
import org.grassrootskpi.update.StageWords.Reached;

/** The commitments of the new plan that name a project or a commitment of the last one. */
final class PlanUpdate {
    private final Catalog catalog;
    private final TimePeriod planned;
    private final String document;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, UpdateEntry> entries = new LinkedHashMap<>();

    PlanUpdate(Catalog catalog, TimePeriod planned, String document) {
        this.catalog = catalog;
        this.planned = planned;
        this.document = document;
        catalog.targets().forEach(target -> ids.add(target.id()));
    }

    void read(Statement statement) {
        for (Mention mention : statement.mentions()) {
            if (mention.meaning().targets().isEmpty()) {
                mention.meaning().project().ifPresent(project -> add(statement, Optional.empty(), project));
            }
            for (Target target : mention.meaning().targets()) {
                if (target.type() != Target.Type.ASPIRATION) {
                    continuing(statement, target);
                }
            }
        }
    }

    private void continuing(Statement statement, Target old) {
        Optional<Project> project = old.project().map(catalog::project);
        Optional<Stage> stage = project.flatMap(of -> stage(statement, of));
        if (entries.containsKey(old.id())) {
            return;
        }
        String id = id(old.id());
        Target.Builder target = Target.builder()
                .id(id)
                .name(LocalizedText.of(statement.quote(), old.name().en()))
                .sector(old.sector())
                .region(old.region())
                .strength(strength(statement))
                .deadline(deadline(statement))
                .project(old.project())
                .programme(old.programme())
                .stage(stage.map(Stage::id))
                .continues(old.id())
                .responsible(old.responsible())
                .citation(citation(statement));
        if (stage.isEmpty() && old.type() != Target.Type.PROJECT && old.type() != Target.Type.INDICATOR) {
            target.type(old.type());
        }
        entries.put(
                old.id(),
                UpdateEntry.of(
                                target.build(),
                                ImmutableList.of(),
                                statement.sentence().place(),
                                UpdateTexts.of("target-continued", old.name().zh()))
                        .asking(UpdateTexts.of("ask-english")));
    }

    /** A project that the last plan did not speak of. */
    private void add(Statement statement, Optional<Target> none, Project project) {
        if (entries.containsKey(project.id())) {
            return;
        }
        Target target = Target.builder()
                .id(id(project.id()))
                .name(LocalizedText.of(statement.quote(), project.name().en()))
                .sector(project.sector())
                .region(project.region())
                .strength(strength(statement))
                .deadline(deadline(statement))
                .project(project.id())
                .stage(stage(statement, project).map(Stage::id))
                .continues(none.map(Target::id))
                .responsible(project.responsible())
                .citation(citation(statement))
                .build();
        entries.put(
                project.id(),
                UpdateEntry.of(
                                target,
                                ImmutableList.of(),
                                statement.sentence().place(),
                                UpdateTexts.of(
                                        "target-continued", project.name().zh()))
                        .asking(UpdateTexts.of("ask-english")));
    }

    private Citation citation(Statement statement) {
        return Citation.of(document, statement.sentence().place().section(), statement.quote());
    }

    private static Target.Strength strength(Statement statement) {
        return WorkReport.parse(statement.quote()).clauses().stream()
                .findFirst()
                .map(clause -> clause.strength())
                .orElse(Target.Strength.COMPLETE);
    }

    private TimePeriod deadline(Statement statement) {
        return FigurePeriod.lastIn(statement.words(), planned)
                .map(FigurePeriod::to)
                .filter(time -> planned.contains(time) || time.firstDay().isAfter(planned.lastDay()))
                .orElse(planned);
    }

    private Optional<Stage> stage(Statement statement, Project project) {
        StageModel model = catalog.stageModel(project.stageModel());
        List<Reached> named = StageWords.in(statement.words(), model, planned);
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(named.get(named.size() - 1).stage());
    }

    /** The id of the commitment that it continues, with the year of this plan: land.2025.road becomes land.2026.road. */
    private String id(String old) {
        String year = Integer.toString(planned.year());
        String id = old.matches(".*(?<![0-9])20[0-9]{2}(?![0-9]).*")
                ? old.replaceFirst("(?<![0-9])20[0-9]{2}(?![0-9])", year)
                : old + "." + year;
        String free = id;
        for (int i = 2; !ids.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    /** The elements that the plan names. */
    Set<String> named() {
        return entries.keySet();
    }

    List<UpdateEntry> targets() {
        return new ArrayList<>(entries.values());
    }
}
