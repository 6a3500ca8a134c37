package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;

/** The subjects of the rows of a query's result: the indicators that it selects, or their sectors. */
final class Subjects {
    private final Catalog catalog;
    private final IndicatorIndex indicators;

    private Subjects(Catalog catalog, IndicatorIndex indicators) {
        this.catalog = catalog;
        this.indicators = indicators;
    }

    /** Returns the subjects of a query, in the order of the result. */
    static ImmutableList<Subject> of(Catalog catalog, IndicatorIndex indicators, Query query) {
        return new Subjects(catalog, indicators).of(query);
    }

    private ImmutableList<Subject> of(Query query) {
        Optional<Dimension> sector = query.groupBy().stream()
                .filter(dimension -> dimension.kind() == Dimension.Kind.SECTOR)
                .findFirst();
        return sector.isPresent()
                ? bySector(selected(query), sector.get().equals(Dimension.topSector()))
                : byIndicator(selected(query));
    }

    private List<String> selected(Query query) {
        return query.sector()
                .<List<String>>map(id -> catalog.sectorSubtree(id).stream()
                        .flatMap(sector -> catalog.indicatorsOf(sector.id()).stream())
                        .map(Indicator::id)
                        .toList())
                .orElse(query.indicators());
    }

    private ImmutableList<Subject> byIndicator(List<String> selected) {
        IndicatorIndex.Lookup lookup = indicators.lookup();
        ImmutableList.Builder<Subject> subjects = ImmutableList.builderWithExpectedSize(selected.size());
        for (String id : selected) {
            int number = lookup.numberOf(id);
            subjects.add(number < 0 ? unknown(id) : Subject.of(indicators.indicator(number)));
        }
        return subjects.build();
    }

    /** Groups by sector; an unknown indicator has none, so it gets a row of its own id and does not affect the others. */
    private ImmutableList<Subject> bySector(List<String> selected, boolean isTop) {
        IndicatorIndex.Lookup lookup = indicators.lookup();
        Map<String, ImmutableList.Builder<Indicator>> sectors = new LinkedHashMap<>();
        ImmutableList.Builder<Subject> unknown = ImmutableList.builder();
        for (String id : selected) {
            int number = lookup.numberOf(id);
            if (number < 0) {
                unknown.add(unknown(id));
            } else {
                sectors.computeIfAbsent(indicators.sector(number, isTop), sector -> ImmutableList.builder())
                        .add(indicators.indicator(number));
            }
        }
        ImmutableList.Builder<Subject> subjects = ImmutableList.builder();
        sectors.forEach((id, ofSector) -> subjects.add(new Subject(id, ofSector.build(), Optional.empty())));
        return subjects.addAll(unknown.build()).build();
    }

    private Subject unknown(String id) {
        UnknownIdException unknown = indicators.unknown(id);
        Refusal refusal = Refusal.of(
                Reason.UNKNOWN_INDICATOR,
                unknown.getMessage(),
                unknown.suggestion()
                        .map(near -> "select '" + near + "'")
                        .orElse("select an indicator of the catalogue"));
        return new Subject(id, ImmutableList.of(), Optional.of(refusal));
    }
}
