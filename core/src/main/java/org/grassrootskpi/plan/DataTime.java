package org.grassrootskpi.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.time.TimePeriodRange;
import org.jspecify.annotations.Nullable;

/** Finds the time of the data, for queries that name none. */
final class DataTime {
    private final Catalog catalog;
    private final SourceSelector sources;
    private final Set<TimePeriodRange> times = new LinkedHashSet<>();
    private @Nullable TimePeriodRange last;

    DataTime(Catalog catalog, SourceSelector sources) {
        this.catalog = catalog;
        this.sources = sources;
    }

    /** Returns the time of each source that answers for some subjects. */
    Set<TimePeriodRange> of(List<Subject> subjects) {
        for (Subject subject : subjects) {
            for (Indicator indicator : subject.indicators()) {
                addTime(indicator);
            }
        }
        return times;
    }

    private void addTime(Indicator indicator) {
        try {
            add(sources.periodsOf(indicator.id()));
        } catch (RefusedException refused) {
            // An indicator without data may have parts or a base; if not, its measures are refused one by one.
        }
        indicator.numerator().ifPresent(id -> addTime(catalog.indicator(id)));
        indicator.denominator().ifPresent(id -> addTime(catalog.indicator(id)));
        indicator.base().ifPresent(id -> addTime(catalog.indicator(id)));
        indicator.formula().ifPresent(formula -> formula.indicators().forEach(id -> addTime(catalog.indicator(id))));
        addTimeOfPairs(indicator);
    }

    /** Adds a time: most often that of the source before. */
    private void add(TimePeriodRange time) {
        if (!time.equals(last)) {
            times.add(time);
            last = time;
        }
    }

    /** What needs two indicators may find both only in other data than each by itself. */
    private void addTimeOfPairs(Indicator indicator) {
        indicator
                .weight()
                .flatMap(weight -> sources.common(indicator.id(), weight))
                .ifPresent(pair -> add(sources.periods(pair.one())));
        catalog.formula(indicator)
                .flatMap(formula -> sources.common(formula.indicators().asList()))
                .ifPresent(found -> found.forEach(source -> add(sources.periods(source))));
        if (indicator.numerator().isPresent() && indicator.denominator().isPresent()) {
            sources.common(indicator.numerator().get(), indicator.denominator().get())
                    .ifPresent(pair -> {
                        add(sources.periods(pair.one()));
                        add(sources.periods(pair.other()));
                    });
        }
    }
}
