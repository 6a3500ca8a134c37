package org.grassrootskpi.assess;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;

/**
 * Judges targets at a date by later documents.
 *
 * <p>Whatever the document that sets a target reports was known when the target was set, so it does not count: the target
 * asks for more, be it another lot or the rest. A target that no document mentions is not judged: silence is neither
 * success nor delay.
 */
final class TargetJudgement {
    /** The answers that documents give to whether a target was reached. */
    private enum Answer {
        REACHED,
        SHORT,
        LEFT_OPEN,
        NOTHING
    }

    private record Evidence(Answer answer, Optional<TimePeriod> period) {
        static final Evidence NONE = new Evidence(Answer.NOTHING, Optional.empty());
        static final Evidence SHORT = new Evidence(Answer.SHORT, Optional.empty());
        static final Evidence LEFT_OPEN = new Evidence(Answer.LEFT_OPEN, Optional.empty());

        static Evidence reached(TimePeriod period) {
            return new Evidence(Answer.REACHED, Optional.of(period));
        }
    }

    private final Catalog catalog;
    private final LocalDate asOf;

    TargetJudgement(Catalog catalog, LocalDate asOf) {
        this.catalog = catalog;
        this.asOf = asOf;
    }

    TargetState judge(Target target) {
        if (target.type() == Target.Type.ASPIRATION) {
            return ImmutableTargetState.of(target, Progress.NOT_JUDGED, Optional.empty());
        }
        Evidence evidence = target.indicator().isPresent() ? figure(target) : stage(target);
        return ImmutableTargetState.of(target, progress(target, evidence.answer()), evidence.period());
    }

    private Progress progress(Target target, Answer answer) {
        if (answer == Answer.REACHED) {
            return Progress.REACHED;
        }
        if (!target.deadline().lastDay().isBefore(asOf)) {
            return Progress.OPEN;
        }
        return switch (answer) {
            case SHORT ->
                switch (target.strength()) {
                    case COMPLETE, START -> Progress.OVERDUE;
                    case CONTINUE -> Progress.UNDER_WAY;
                    case STRIVE -> Progress.NOT_MET;
                };
            case LEFT_OPEN -> Progress.UNDECIDED;
            default -> Progress.NOT_REPORTED;
        };
    }

    private Evidence stage(Target target) {
        if (target.project().isEmpty() || target.stage().isEmpty()) {
            return Evidence.NONE;
        }
        Project project = catalog.project(target.project().get());
        StageModel model = catalog.stageModel(project.stageModel());
        Stage asked = model.stage(target.stage().get()).orElseThrow();
        boolean beyond = project.milestones().stream()
                .filter(milestone -> !isLater(milestone.citation(), target))
                .anyMatch(milestone -> order(model, milestone) > model.order(asked.id()) && isDone(model, milestone));
        ImmutableList<Milestone> later = project.milestones().stream()
                .filter(milestone -> isLater(milestone.citation(), target))
                .filter(milestone -> !milestone.period().lastDay().isAfter(asOf))
                .sorted(Comparator.comparing(milestone -> milestone.period().lastDay()))
                .collect(toImmutableList());
        for (Milestone milestone : later) {
            if (reaches(model, milestone, asked, target, beyond)) {
                return Evidence.reached(milestone.period());
            }
        }
        return later.stream().anyMatch(milestone -> !milestone
                        .period()
                        .lastDay()
                        .isBefore(target.deadline().lastDay()))
                ? Evidence.SHORT
                : Evidence.NONE;
    }

    /**
     * Returns whether a milestone fulfils a target. A later stage implies the one that is asked for, unless the project
     * had passed that stage already when the target was set: then the target is about the rest, and only the stage itself
     * fulfils it.
     */
    private static boolean reaches(StageModel model, Milestone milestone, Stage asked, Target target, boolean beyond) {
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
                || milestone.phase().equals(Optional.of(Milestone.Phase.FINISHED));
    }

    private static int order(StageModel model, Milestone milestone) {
        return model.order(milestone.stage());
    }

    /** Returns what was observed for the deadline's period; a forecast does not count. */
    private Evidence figure(Target target) {
        if (target.figure().isEmpty() || target.deadline().lastDay().isAfter(asOf)) {
            return Evidence.NONE;
        }
        String indicator = target.indicator().orElseThrow();
        boolean lower = catalog.indicator(indicator).direction() == Direction.LOWER;
        return catalog.observation(indicator, target.region(), target.deadline())
                .filter(observation -> observation.status() != ObservationStatus.FORECAST)
                .filter(observation -> isLater(observation.citation(), target))
                .flatMap(Observation::figure)
                .map(done -> compare(done, target.figure().get(), lower, target.deadline()))
                .orElse(Evidence.NONE);
    }

    /** Compares the printed values if both are exact but for rounding, else their bounds. */
    private static Evidence compare(Quantity done, Quantity asked, boolean lower, TimePeriod period) {
        if (done.qualifier() == Qualifier.EXACT) {
            int difference = done.compareValueTo(asked);
            return (lower ? difference <= 0 : difference >= 0) ? Evidence.reached(period) : Evidence.SHORT;
        }
        Range<BigDecimal> possible = done.bounds();
        Range<BigDecimal> meets = lower ? Range.atMost(asked.value()) : Range.atLeast(asked.value());
        if (meets.encloses(possible)) {
            return Evidence.reached(period);
        }
        return possible.isConnected(meets) && !possible.intersection(meets).isEmpty()
                ? Evidence.LEFT_OPEN
                : Evidence.SHORT;
    }

    private boolean isLater(Citation citation, Target target) {
        return reportedUntil(citation).isAfter(reportedUntil(target.citation()));
    }

    private LocalDate reportedUntil(Citation citation) {
        return catalog.document(citation.document()).period().lastDay();
    }
}
