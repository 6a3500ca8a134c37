package org.grassrootskpi.assess;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.grassrootskpi.assess.TargetEvidence.Answer;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;

/** Compares the milestones of a project, or of its parts, with a target on one of its stages. */
final class StageEvidence {
    private final Catalog catalog;
    private final LocalDate asOf;
    private final Target target;
    private final Predicate<Citation> isLater;
    private final LocalDate deadline;

    StageEvidence(Catalog catalog, LocalDate asOf, Target target, TimePeriod deadline, Predicate<Citation> isLater) {
        this.catalog = catalog;
        this.asOf = asOf;
        this.target = target;
        this.deadline = deadline.lastDay();
        this.isLater = isLater;
    }

    TargetEvidence find() {
        if (target.project().isEmpty() || target.stage().isEmpty()) {
            return TargetEvidence.NONE;
        }
        Project project = catalog.project(target.project().get());
        TargetEvidence own = of(project);
        return own.answer() == Answer.NOTHING && own.period().isEmpty() ? ofParts(project) : own;
    }

    private TargetEvidence of(Project project) {
        StageModel model = catalog.stageModel(project.stageModel());
        Optional<Stage> stage = model.stage(target.stage().orElseThrow());
        if (stage.isEmpty()) {
            return TargetEvidence.NONE;
        }
        Stage asked = stage.get();
        boolean beyond = catalog.milestones(project.id()).stream()
                .filter(milestone -> !isLater.test(milestone.citation()))
                .anyMatch(milestone -> order(model, milestone) > model.order(asked.id()) && isDone(model, milestone));
        ImmutableList<Milestone> later = catalog.milestones(project.id()).stream()
                .filter(milestone -> isLater.test(milestone.citation()))
                .filter(milestone -> !milestone.period().lastDay().isAfter(asOf))
                .sorted(Comparator.comparing(milestone -> milestone.period().lastDay()))
                .collect(toImmutableList());
        for (Milestone milestone : later) {
            if (reaches(model, milestone, asked, beyond)) {
                return TargetEvidence.of(Answer.REACHED, milestone.period());
            }
        }
        if (later.isEmpty()) {
            return TargetEvidence.NONE;
        }
        TimePeriod last = later.get(later.size() - 1).period();
        return TargetEvidence.of(last.lastDay().isBefore(deadline) ? Answer.NOTHING : Answer.SHORT, last);
    }

    /** A whole without milestones has reached a stage when each of its parts has; 6 of 8 parts are 75 % of it. */
    private TargetEvidence ofParts(Project whole) {
        ImmutableList<TargetEvidence> parts = catalog.projects().stream()
                .filter(project -> project.partOf().equals(Optional.of(whole.id())))
                .map(this::of)
                .collect(toImmutableList());
        Optional<TimePeriod> last =
                parts.stream().flatMap(part -> part.period().stream()).max(Comparator.comparing(TimePeriod::lastDay));
        if (last.isEmpty()) {
            return TargetEvidence.NONE;
        }
        long done =
                parts.stream().filter(part -> part.answer() == Answer.REACHED).count();
        boolean isShort = parts.stream().anyMatch(part -> part.answer() == Answer.SHORT);
        Answer answer = done == parts.size() ? Answer.REACHED : isShort ? Answer.SHORT : Answer.NOTHING;
        Quantity share = Quantity.ofExact(BigDecimal.valueOf(done), Unit.RATIO)
                .dividedBy(Quantity.ofExact(BigDecimal.valueOf(parts.size()), Unit.RATIO));
        return TargetEvidence.of(answer, last.get()).withCompletion(Optional.of(share));
    }

    /**
     * Returns whether a milestone fulfils the target. A later stage implies the one that is asked for, unless the project
     * had passed that stage already when the target was set: then the target is about the rest, and only the stage itself
     * fulfils it.
     */
    private boolean reaches(StageModel model, Milestone milestone, Stage asked, boolean beyond) {
        boolean enough = isDone(model, milestone) || target.strength() == Target.Strength.START;
        int ahead = order(model, milestone) - model.order(asked.id());
        return enough && (ahead == 0 || (ahead > 0 && !beyond));
    }

    /**
     * Returns whether a milestone completes its stage: a step is complete when it is reached, an activity only when it has
     * finished. Until then the stages before it may still go on.
     */
    private static boolean isDone(StageModel model, Milestone milestone) {
        return model.stage(milestone.stage()).orElseThrow().kind() == Stage.Kind.STEP
                || Objects.equals(milestone.phase(), Optional.of(Milestone.Phase.FINISHED));
    }

    private static int order(StageModel model, Milestone milestone) {
        return model.order(milestone.stage());
    }
}
