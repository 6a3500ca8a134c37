package org.grassrootskpi.assess;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.assess.TargetEvidence.Answer;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Outcome.Status;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;

/**
 * Judges targets at a date by their outcomes and by later documents.
 *
 * <p>Whatever the document that sets a target reports was known when the target was set, so it does not count: the target
 * asks for more, be it another lot or the rest. A target that no document and no outcome mentions is not judged: silence is
 * neither success nor delay. Where an outcome and a milestone or a figure differ, the later of them decides.
 */
final class TargetJudgement {
    private final Catalog catalog;
    private final LocalDate asOf;

    TargetJudgement(Catalog catalog, LocalDate asOf) {
        this.catalog = catalog;
        this.asOf = asOf;
    }

    TargetState judge(Target target) {
        TimePeriod deadline = deadline(target);
        TargetEvidence evidence = target.type() == Target.Type.ASPIRATION
                ? TargetEvidence.NONE
                : target.indicator().isPresent() || target.programme().isPresent()
                        ? new FigureEvidence(catalog, asOf, target, deadline, by -> isLater(by, target)).find()
                        : new StageEvidence(catalog, asOf, target, deadline, by -> isLater(by, target)).find();
        Optional<Outcome> outcome = latest(target);
        Optional<Outcome> deciding = outcome.filter(stated -> decides(stated, evidence));
        TargetEvidence decisive =
                deciding.map(stated -> evidence(stated, target, deadline)).orElse(evidence);
        Optional<Status> status = deciding.map(Outcome::status).or(evidence::status);
        Progress progress = progress(target, outcome, decisive.answer(), deadline);
        boolean overdue = progress == Progress.OVERDUE;
        return ImmutableTargetState.builder()
                .target(target)
                .progress(progress)
                .reached(progress == Progress.REACHED ? decisive.period() : Optional.empty())
                .deadline(deadline)
                .outcome(outcome)
                .status(status)
                .derived(evidence.status())
                .completion(deciding.flatMap(stated -> completion(target, stated))
                        .or(evidence::completion)
                        .or(() -> outcome.flatMap(stated -> completion(target, stated))))
                .figure(deciding.flatMap(Outcome::figure)
                        .or(evidence::figure)
                        .or(() -> outcome.flatMap(Outcome::figure)))
                .reported(Stream.concat(outcome.map(Outcome::asOf).stream(), evidence.period().stream())
                        .max(Comparator.comparing(TimePeriod::lastDay)))
                .daysOverdue(overdue ? ChronoUnit.DAYS.between(deadline.lastDay(), asOf) : 0)
                .isContradicted(
                        outcome.filter(stated -> contradicts(stated, evidence) || contradictsItself(stated, target))
                                .isPresent())
                .build();
    }

    private TimePeriod deadline(Target target) {
        return catalog.outcomes(target.id()).stream()
                .filter(outcome -> !outcome.asOf().lastDay().isAfter(asOf))
                .filter(outcome -> outcome.deadline().isPresent())
                .max(Comparator.comparing(outcome -> outcome.asOf().lastDay()))
                .flatMap(Outcome::deadline)
                .orElse(target.deadline());
    }

    /** The last outcome by the date; of two that end on one day, that of the shorter time. */
    private Optional<Outcome> latest(Target target) {
        return catalog.outcomes(target.id()).stream()
                .filter(outcome -> !outcome.asOf().lastDay().isAfter(asOf))
                .max(Comparator.comparing((Outcome outcome) -> outcome.asOf().lastDay())
                        .thenComparing(outcome -> outcome.asOf().firstDay()));
    }

    private static boolean decides(Outcome stated, TargetEvidence evidence) {
        return !evidence.isOfTarget()
                || evidence.period()
                        .filter(period -> period.lastDay().isAfter(stated.asOf().lastDay()))
                        .isEmpty();
    }

    private static TargetEvidence evidence(Outcome stated, Target target, TimePeriod deadline) {
        boolean begun = stated.status() == Status.UNDER_WAY || stated.status() == Status.PARTLY;
        if (stated.status() == Status.DONE || (begun && target.strength() == Target.Strength.START)) {
            return TargetEvidence.of(Answer.REACHED, stated.reached().orElse(stated.asOf()));
        }
        boolean speaksOfDeadline = !stated.asOf().lastDay().isBefore(deadline.lastDay());
        return TargetEvidence.of(speaksOfDeadline ? Answer.SHORT : Answer.NOTHING, stated.asOf());
    }

    private Progress progress(Target target, Optional<Outcome> outcome, Answer answer, TimePeriod deadline) {
        if (target.type() == Target.Type.ASPIRATION) {
            return Progress.NOT_JUDGED;
        }
        if (answer == Answer.REACHED) {
            return Progress.REACHED;
        }
        if (outcome.filter(stated -> stated.status() == Status.MERGED || stated.status() == Status.DROPPED)
                .isPresent()) {
            return Progress.WITHDRAWN;
        }
        if (!deadline.lastDay().isBefore(asOf)) {
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

    private Optional<Quantity> completion(Target target, Outcome stated) {
        return stated.completion()
                .or(() -> stated.figure()
                        .filter(done -> target.figure().isPresent())
                        .flatMap(done -> rule(target).completion(done)));
    }

    /** One says that the target is reached, and the other, which was known by then, that it is not. */
    private static boolean contradicts(Outcome stated, TargetEvidence evidence) {
        boolean done = stated.status() == Status.DONE;
        return decides(stated, evidence)
                && (done ? evidence.answer() == Answer.SHORT : evidence.answer() == Answer.REACHED);
    }

    /** It is said to be done with a figure that falls short of the target's. */
    private boolean contradictsItself(Outcome stated, Target target) {
        if (stated.status() != Status.DONE
                || stated.figure().isEmpty()
                || target.figure().isEmpty()) {
            return false;
        }
        return rule(target).answer(stated.figure().get()) == Answer.SHORT;
    }

    private TargetRule rule(Target target) {
        return TargetRule.of(
                target.indicator().map(catalog::indicator), target.figure().orElseThrow());
    }

    private boolean isLater(Citation citation, Target target) {
        return reportedUntil(citation).isAfter(reportedUntil(target.citation()));
    }

    private LocalDate reportedUntil(Citation citation) {
        return catalog.document(citation.document()).period().lastDay();
    }
}
