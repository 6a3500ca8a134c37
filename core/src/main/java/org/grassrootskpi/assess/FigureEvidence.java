package org.grassrootskpi.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.grassrootskpi.assess.TargetEvidence.Answer;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Programme;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.time.TimePeriod;

/** Compares the observations of an indicator with a target that sets a figure. Forecasts do not count. */
final class FigureEvidence {
    private final Catalog catalog;
    private final LocalDate asOf;
    private final Target target;
    private final TimePeriod deadline;
    private final Predicate<Citation> isLater;

    FigureEvidence(Catalog catalog, LocalDate asOf, Target target, TimePeriod deadline, Predicate<Citation> isLater) {
        this.catalog = catalog;
        this.asOf = asOf;
        this.target = target;
        this.deadline = deadline;
        this.isLater = isLater;
    }

    TargetEvidence find() {
        Optional<Indicator> indicator = indicator();
        if (indicator.isEmpty() || target.figure().isEmpty()) {
            return TargetEvidence.NONE;
        }
        Indicator of = indicator.get();
        return LatestFigure.of(of, observations(of), deadline)
                .map(latest -> judge(of, latest))
                .orElse(TargetEvidence.NONE);
    }

    /** The indicator of the target, or the only one of its programme that is in the unit of the figure. */
    private Optional<Indicator> indicator() {
        if (target.indicator().isPresent()) {
            return target.indicator().map(catalog::indicator);
        }
        if (target.programme().isEmpty() || target.figure().isEmpty()) {
            return Optional.empty();
        }
        Programme programme = catalog.programmes().stream()
                .filter(any -> any.id().equals(target.programme().get()))
                .findFirst()
                .orElseThrow();
        var fitting = programme.indicators().stream()
                .map(catalog::indicator)
                .filter(any -> any.unit().hasSameBase(target.figure().get().unit()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private List<Observation> observations(Indicator indicator) {
        return catalog.observations(indicator.id()).stream()
                .filter(observation -> observation.region().equals(target.region()))
                .filter(observation -> observation.figure().isPresent())
                .filter(observation -> observation.status() != ObservationStatus.FORECAST)
                .filter(observation -> isLater.test(observation.citation()))
                .filter(observation -> deadline.contains(observation.period()))
                .filter(observation -> !observation.period().lastDay().isAfter(asOf))
                .toList();
    }

    /** A flow that is to be high is reached as soon as its sum is; all else is judged by its figure at the deadline. */
    private TargetEvidence judge(Indicator indicator, LatestFigure latest) {
        TargetRule rule = TargetRule.of(Optional.of(indicator), target.figure().orElseThrow());
        Answer answer = rule.answer(latest.figure());
        boolean atDeadline = latest.isOfTarget() && latest.period().lastDay().equals(deadline.lastDay());
        boolean early = answer == Answer.REACHED && indicator.kind().isAdditiveOverTime() && rule.isHigher();
        return new TargetEvidence(
                atDeadline || early ? answer : Answer.NOTHING,
                Optional.of(latest.period()),
                latest.isOfTarget() ? rule.completion(latest.figure()) : Optional.empty(),
                Optional.of(latest.figure()),
                latest.isOfTarget());
    }
}
