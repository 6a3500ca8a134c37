package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Evidence;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.ProjectMilestone;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.update.NameIndex.Mention;
import org.grassrootskpi.update.OutcomeReader.Said;
import org.grassrootskpi.update.StageWords.Reached;
import org.jspecify.annotations.Nullable;

/** What a report says of the projects and the commitments that it names: milestones, outcomes, and what is named again. */
final class CommitmentUpdate {
    private final Catalog catalog;
    private final ImmutableList<Target> targets;
    private final TimePeriod year;
    private final String document;
    private final OutcomeReader reader;
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, UpdateEntry> milestones = new LinkedHashMap<>();
    private final SetMultimap<String, UpdateNote> restarts = LinkedHashMultimap.create();

    private record Claim(Target target, Statement statement, Mention mention, Said said, List<String> others) {}

    CommitmentUpdate(Catalog catalog, List<Target> targets, TimePeriod year, String document) {
        this.catalog = catalog;
        this.targets = ImmutableList.copyOf(targets);
        this.year = year;
        this.document = document;
        this.reader = new OutcomeReader(year);
    }

    void read(Statement statement, List<FigureMention> figures) {
        for (Mention mention : statement.mentions()) {
            mention.meaning().project().ifPresent(project -> milestone(statement, mention, project));
            for (Target target : mention.meaning().targets()) {
                StageModel model = target.project().map(this::model).orElse(null);
                claim(new Claim(target, statement, mention, reader.read(statement, target, model, figures), List.of()));
            }
        }
    }

    private StageModel model(String project) {
        return catalog.stageModel(catalog.project(project).stageModel());
    }

    /** Of several sentences the most express one counts, and of equal ones the later. */
    private void claim(Claim claim) {
        String id = claim.target().id();
        @Nullable Claim before = claims.get(id);
        if (before == null || claim.said().weight() >= before.said().weight()) {
            List<String> others = new ArrayList<>();
            if (before != null) {
                others.addAll(before.others());
                if (before.said().weight() > 3
                        && before.said().status() != claim.said().status()) {
                    others.add(before.statement().quote());
                }
            }
            claims.put(id, new Claim(claim.target(), claim.statement(), claim.mention(), claim.said(), others));
        }
    }

    private void milestone(Statement statement, Mention mention, Project project) {
        StageModel model = model(project.id());
        List<Reached> named = StageWords.in(statement.words(), model, year).stream()
                .filter(Reached::isReached)
                .toList();
        named.forEach(reached -> restart(statement, project, model, reached));
        if (named.isEmpty()
                || UpdateWords.in(UpdateWords.Kind.DROPPED, statement.words()).isPresent()) {
            return;
        }
        Reached last = named.get(named.size() - 1);
        Milestone milestone = Milestone.builder()
                .stage(last.stage().id())
                .phase(last.phase())
                .period(last.period().orElse(year))
                .citation(Citation.of(document, statement.sentence().place().section(), statement.quote()))
                .build();
        UpdateEntry entry = UpdateEntry.of(
                ProjectMilestone.of(project.id(), milestone),
                project.name(),
                statement.sentence().place(),
                UpdateTexts.of("milestone", last.word(), last.stage().name().zh()));
        if (mention.isShort()) {
            entry = entry.asking(UpdateTexts.of("ask-named", mention.name()));
        }
        Optional<Milestone> again = before(project, model, last);
        if (again.isPresent()) {
            entry = entry.asking(UpdateTexts.of(
                    "ask-back",
                    stage(model, again.get()).name().zh(),
                    again.get().period().toString()));
        }
        milestones.putIfAbsent(entry.id(), entry);
    }

    private static Stage stage(StageModel model, Milestone milestone) {
        return model.stage(milestone.stage()).orElseThrow();
    }

    /** The milestone of an earlier year by which the stage was reached, or passed, already; activities may be taken up again. */
    private Optional<Milestone> before(Project project, StageModel model, Reached reached) {
        if (reached.stage().kind() == Stage.Kind.ACTIVITY) {
            return Optional.empty();
        }
        int order = model.order(reached.stage().id());
        return catalog.milestones(project.id()).stream()
                .filter(milestone -> stage(model, milestone).kind() == Stage.Kind.STEP
                        && milestone.period().lastDay().isBefore(year.firstDay()))
                .filter(milestone -> {
                    int then = model.order(milestone.stage());
                    return then > order
                            || (then == order
                                    && reached.isEvent()
                                    && reached.period().isPresent());
                })
                .max(Comparator.comparingInt(milestone -> model.order(milestone.stage())));
    }

    private void restart(Statement statement, Project project, StageModel model, Reached reached) {
        before(project, model, reached)
                .ifPresent(milestone -> restarts.put(
                        project.id(),
                        new UpdateNote(
                                UpdateNote.Kind.RESTART,
                                project.id(),
                                UpdateTexts.of(
                                        "restart",
                                        stage(model, milestone).name().zh(),
                                        milestone.period().toString(),
                                        statement.quote()),
                                Optional.of(statement.sentence().place()))));
    }

    ImmutableList<UpdateEntry> milestones() {
        return ImmutableList.copyOf(milestones.values());
    }

    ImmutableList<UpdateEntry> outcomes() {
        return claims.values().stream().map(this::outcome).collect(ImmutableList.toImmutableList());
    }

    private UpdateEntry outcome(Claim claim) {
        Said said = claim.said();
        TextPlace place = claim.statement().sentence().place();
        Outcome outcome = said.outcome(claim.target(), year)
                .addEvidence(Evidence.builder()
                        .citation(Citation.of(
                                document, place.section(), claim.statement().quote()))
                        .build())
                .build();
        UpdateEntry entry = UpdateEntry.of(
                outcome,
                claim.target().name(),
                place,
                said.word().isEmpty() ? UpdateTexts.of("outcome-vague") : UpdateTexts.of("outcome", said.word()));
        if (said.word().isEmpty()) {
            entry = entry.asking(UpdateTexts.of("ask-status"));
        }
        if (claim.mention().isShort()) {
            entry = entry.asking(UpdateTexts.of("ask-named", claim.mention().name()));
        }
        if (said.isOpen()) {
            entry = entry.asking(UpdateTexts.of("ask-more"));
        }
        for (String other : claim.others()) {
            entry = entry.asking(UpdateTexts.of("ask-other", other));
        }
        return entry;
    }

    /** The targets that a report of this year should speak of; headings and slogans are never judged. */
    ImmutableList<UpdateNote> notMentioned() {
        return targets.stream()
                .filter(target -> target.type() != Target.Type.ASPIRATION && !claims.containsKey(target.id()))
                .map(target -> new UpdateNote(
                        UpdateNote.Kind.NOT_MENTIONED, target.id(), UpdateTexts.of("not-mentioned"), Optional.empty()))
                .collect(ImmutableList.toImmutableList());
    }

    /** A new target on what is said to be done is planned again. */
    void plannedAgain(List<UpdateEntry> planned) {
        Set<String> done = new HashSet<>();
        claims.values().stream()
                .filter(claim -> claim.said().status() == Outcome.Status.DONE
                        && claim.said().weight() > 4)
                .forEach(claim -> done.add(claim.target().id()));
        ImmutableMap<String, Claim> all = ImmutableMap.copyOf(claims);
        for (UpdateEntry entry : planned) {
            Target target = entry.target().orElseThrow();
            target.continues()
                    .filter(done::contains)
                    .map(all::get)
                    .filter(claim -> claim.target().stage().equals(target.stage()))
                    .ifPresent(claim -> restarts.put(
                            claim.target().id(),
                            new UpdateNote(
                                    UpdateNote.Kind.RESTART,
                                    claim.target().id(),
                                    UpdateTexts.of(
                                            "restart",
                                            claim.target().name().zh(),
                                            year.toString(),
                                            entry.place().sentence()),
                                    Optional.of(entry.place()))));
        }
    }

    ImmutableList<UpdateNote> restarts() {
        return ImmutableList.copyOf(restarts.values());
    }
}
