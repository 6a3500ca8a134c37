package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.evaluate.Subject;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;

/** The subjects of the rows of a query's result: the indicators that it selects, or their sectors. */
final class Subjects {
    private final Catalog catalog;

    private Subjects(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the subjects of a query, in the order of the result. */
    static ImmutableList<Subject> of(Catalog catalog, Query query) {
        return new Subjects(catalog).of(query);
    }

    private ImmutableList<Subject> of(Query query) {
        ImmutableList<Subject> selected = query.sector()
                .map(id -> catalog.sectorSubtree(id).stream()
                        .flatMap(sector -> catalog.indicatorsOf(sector.id()).stream())
                        .map(Subject::of)
                        .collect(ImmutableList.toImmutableList()))
                .orElseGet(
                        () -> query.indicators().stream().map(this::subject).collect(ImmutableList.toImmutableList()));
        Optional<Dimension> sector = query.groupBy().stream()
                .filter(dimension -> dimension.kind() == Dimension.Kind.SECTOR)
                .findFirst();
        return sector.isPresent() ? bySector(selected, sector.get().equals(Dimension.topSector())) : selected;
    }

    private Subject subject(String id) {
        try {
            return Subject.of(catalog.indicator(id));
        } catch (UnknownIdException unknown) {
            Refusal refusal = Refusal.of(
                    Reason.UNKNOWN_INDICATOR,
                    unknown.getMessage(),
                    unknown.suggestion()
                            .map(near -> "select '" + near + "'")
                            .orElse("select an indicator of the catalogue"));
            return new Subject(id, ImmutableList.of(), Optional.of(refusal));
        }
    }

    /** Groups by sector; an unknown indicator has none, so it gets a row of its own id and does not affect the others. */
    private ImmutableList<Subject> bySector(List<Subject> selected, boolean top) {
        Map<String, ImmutableList.Builder<Indicator>> sectors = new LinkedHashMap<>();
        ImmutableList.Builder<Subject> unknown = ImmutableList.builder();
        for (Subject subject : selected) {
            if (subject.unknown().isPresent()) {
                unknown.add(subject);
            }
            for (Indicator indicator : subject.indicators()) {
                String sector = top ? topOf(indicator.sector()) : indicator.sector();
                sectors.computeIfAbsent(sector, id -> ImmutableList.builder()).add(indicator);
            }
        }
        ImmutableList.Builder<Subject> subjects = ImmutableList.builder();
        sectors.forEach((id, indicators) -> subjects.add(new Subject(id, indicators.build(), Optional.empty())));
        return subjects.addAll(unknown.build()).build();
    }

    private String topOf(String sector) {
        Sector top = catalog.sector(sector);
        while (top.parent().isPresent()) {
            top = catalog.sector(top.parent().get());
        }
        return top.id();
    }
}
