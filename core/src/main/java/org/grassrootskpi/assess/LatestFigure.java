package org.grassrootskpi.assess;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;

/**
 * The last figure for the time of a target: of a flow from its beginning on, stated for all of it or added up from periods that follow
 * each other; of all else at any moment in it. A month that is missing ends the sum.
 *
 * @param figure the figure, a sum with the bounds of all its parts
 * @param period the period at whose end it was so: the last one of a sum
 * @param isOfTarget whether it can be compared with the target: a rate of a part of the time cannot
 */
record LatestFigure(Quantity figure, TimePeriod period, boolean isOfTarget) {
    /**
     * A sum from the beginning on.
     *
     * @param latest the sum, and the period that ends it
     * @param parts of how many periods
     */
    private record Sum(LatestFigure latest, int parts) {}

    /**
     * Returns the last figure.
     *
     * @param indicator the indicator of all observations
     * @param observations figures of one region in the time of the target
     * @param time the time of the target
     */
    static Optional<LatestFigure> of(Indicator indicator, List<Observation> observations, TimePeriod time) {
        if (indicator.kind().isAdditiveOverTime()) {
            return sum(observations, time);
        }
        return observations.stream()
                .max(Comparator.comparing((Observation observation) ->
                                observation.period().lastDay())
                        .thenComparing(observation -> observation.period().coincidesWith(time))
                        .thenComparing(observation -> observation.period().equals(time)))
                .map(observation -> new LatestFigure(
                        observation.figure().orElseThrow(),
                        observation.period(),
                        indicator.kind() == IndicatorKind.STOCK
                                || observation.period().coincidesWith(time)));
    }

    /** Of several sums until one day the one of the fewest parts counts, because each part is rounded. */
    private static Optional<LatestFigure> sum(List<Observation> observations, TimePeriod time) {
        List<Observation> ordered = observations.stream()
                .sorted(Comparator.comparing(observation -> observation.period().firstDay()))
                .toList();
        Map<LocalDate, Sum> until = new HashMap<>();
        for (Observation next : ordered) {
            TimePeriod period = next.period();
            Quantity figure = next.figure().orElseThrow();
            LocalDate end = period.lastDay();
            Sum sum = null;
            if (period.firstDay().equals(time.firstDay())) {
                sum = new Sum(new LatestFigure(figure, period, true), 1);
            } else {
                Sum before = until.get(period.firstDay().minusDays(1));
                if (before != null) {
                    sum = new Sum(
                            new LatestFigure(before.latest().figure().plus(figure), period, true), before.parts() + 1);
                }
            }
            if (sum != null
                    && (!until.containsKey(end) || sum.parts() < until.get(end).parts())) {
                until.put(end, sum);
            }
        }
        return until.entrySet().stream()
                .max(Map.Entry.comparingByKey())
                .map(last -> last.getValue().latest());
    }
}
