package org.grassrootskpi.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.time.TimePeriodRange;

/** Finds the time of the data, for queries that name none. */
final class DataTime {
    private final Catalog catalog;
    private final SourceSelector sources;

    DataTime(Catalog catalog, SourceSelector sources) {
        this.catalog = catalog;
        this.sources = sources;
    }

    /** Returns the time of each source that answers for some subjects. */
    Set<TimePeriodRange> of(List<Subject> subjects) {
        Set<TimePeriodRange> times = new LinkedHashSet<>();
        for (Subject subject : subjects) {
            for (Indicator indicator : subject.indicators()) {
                addTime(times, indicator);
            }
        }
        return times;
    }

    private void addTime(Set<TimePeriodRange> times, Indicator indicator) {
        try {
            times.add(sources.periodsOf(indicator.id()));
        } catch (RefusedException refused) {
            // An indicator without data may have parts or a base; if not, its measures are refused one by one.
        }
        indicator.numerator().ifPresent(id -> addTime(times, catalog.indicator(id)));
        indicator.denominator().ifPresent(id -> addTime(times, catalog.indicator(id)));
        indicator.base().ifPresent(id -> addTime(times, catalog.indicator(id)));
        indicator
                .formula()
                .ifPresent(formula -> formula.indicators().forEach(id -> addTime(times, catalog.indicator(id))));
        addTimeOfPairs(times, indicator);
    }

    /** What needs two indicators may find both only in other data than each by itself. */
    private void addTimeOfPairs(Set<TimePeriodRange> times, Indicator indicator) {
        indicator
                .weight()
                .flatMap(weight -> sources.common(indicator.id(), weight))
                .ifPresent(pair -> times.add(sources.periods(pair.one())));
        catalog.formula(indicator)
                .flatMap(formula -> sources.common(formula.indicators().asList()))
                .ifPresent(found -> found.forEach(source -> times.add(sources.periods(source))));
        if (indicator.numerator().isPresent() && indicator.denominator().isPresent()) {
            sources.common(indicator.numerator().get(), indicator.denominator().get())
                    .ifPresent(pair -> {
                        times.add(sources.periods(pair.one()));
                        times.add(sources.periods(pair.other()));
                    });
        }
    }
}
