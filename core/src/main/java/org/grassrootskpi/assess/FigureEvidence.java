package org.grassrootskpi.assess;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.grassrootskpi.assess.TargetEvidence.Answer;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Programme;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
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
        return latest(of)
                .map(observation -> judge(of, observation, observation.figure().orElseThrow()))
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

    /** The last figure for the time of the target: of a flow from its beginning on, of all else at any moment in it. */
    private Optional<Observation> latest(Indicator indicator) {
        return catalog.observations(indicator.id()).stream()
                .filter(observation -> observation.region().equals(target.region()))
                .filter(observation -> observation.figure().isPresent())
                .filter(observation -> observation.status() != ObservationStatus.FORECAST)
                .filter(observation -> isLater.test(observation.citation()))
                .filter(observation -> deadline.contains(observation.period()))
                .filter(observation -> isComparable(indicator, observation.period()))
                .filter(observation -> !observation.period().lastDay().isAfter(asOf))
                .max(Comparator.comparing((Observation observation) ->
                                observation.period().lastDay())
                        .thenComparing(observation -> observation.period().equals(deadline)));
    }

    /** A part of the time says something of a flow from its beginning on and of a stock, and nothing of a rate. */
    private boolean isComparable(Indicator indicator, TimePeriod period) {
        return period.coincidesWith(deadline)
                || indicator.kind() == IndicatorKind.STOCK
                || (addsUp(indicator) && period.firstDay().equals(deadline.firstDay()));
    }

    private static boolean addsUp(Indicator indicator) {
        return indicator.kind() == IndicatorKind.FLOW || indicator.kind() == IndicatorKind.SHARED_FLOW;
    }

    /** A flow that is to be high is reached as soon as its sum is; all else is judged by its figure at the deadline. */
    private TargetEvidence judge(Indicator indicator, Observation observation, Quantity done) {
        TargetRule rule = TargetRule.of(Optional.of(indicator), target.figure().orElseThrow());
        Answer answer = rule.answer(done);
        boolean atDeadline = observation.period().lastDay().equals(deadline.lastDay());
        boolean early = answer == Answer.REACHED && addsUp(indicator) && rule.isHigher();
        return TargetEvidence.of(atDeadline || early ? answer : Answer.NOTHING, observation.period())
                .withCompletion(rule.completion(done));
    }
}
