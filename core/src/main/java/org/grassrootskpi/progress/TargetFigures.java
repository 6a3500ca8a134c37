package org.grassrootskpi.progress;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/**
 * The monthly figures of a table that the targets of a catalogue are about: those of communities are rolled up to the region of the
 * target, and only where all of them reported.
 */
public final class TargetFigures {
    private static final String DOCUMENT = "computed-monthly-figures";

    private TargetFigures() {}

    /**
     * Adds to a catalogue what a table says of its targets.
     *
     * @param catalog the catalogue that has the targets
     * @param table monthly observations by region, of a catalogue with the same indicators and regions
     * @return the catalogue with an observation for each month, region and indicator of a target that the table has and the catalogue
     *     has not; a month in which a part of the region is missing has none
     */
    public static Catalog addTo(Catalog catalog, ObservationTable table) {
        Engine engine = Engine.local(table);
        Set<String> seen = new HashSet<>();
        Map<Integer, Map<String, Observation>> byYear = new TreeMap<>();
        for (Target target : catalog.targets()) {
            if (target.indicator().isPresent()
                    && seen.add(target.indicator().get()
                            + ' '
                            + target.region()
                            + ' '
                            + target.deadline().year())) {
                add(catalog, engine, target, byYear);
            }
        }
        Catalog.Builder extended = Catalog.builder().from(catalog);
        byYear.forEach((year, observations) ->
                extended.addDocuments(document(catalog, year)).addAllObservations(observations.values()));
        return extended.build();
    }

    private static void add(
            Catalog catalog, Engine engine, Target target, Map<Integer, Map<String, Observation>> byYear) {
        String indicator = target.indicator().orElseThrow();
        int year = target.deadline().year();
        engine
                .execute(Query.select(indicator)
                        .within(target.region())
                        .during(TimePeriod.ofYear(year))
                        .groupBy(Dimension.period(Frequency.MONTHLY))
                        .measures(Measure.value())
                        .missing(MissingPolicy.requireAll()))
                .stream()
                .forEach(row -> {
                    Cell cell = row.cell(Measure.value());
                    TimePeriod month = row.period().orElseThrow();
                    boolean isNew = catalog.observation(indicator, target.region(), month)
                            .isEmpty();
                    if (isNew && cell.quantity().isPresent()) {
                        Observation observation = Observation.builder()
                                .indicator(indicator)
                                .region(target.region())
                                .period(month)
                                .figure(cell.quantity().get())
                                .status(cell.status())
                                .citation(Citation.of(
                                        DOCUMENT + "-" + year,
                                        indicator,
                                        cell.quantity().get().toString()))
                                .build();
                        byYear.computeIfAbsent(year, any -> new HashMap<>()).put(observation.key(), observation);
                    }
                });
    }

    private static Document document(Catalog catalog, int year) {
        return Document.builder()
                .id(DOCUMENT + "-" + year)
                .title(LocalizedText.of("月度数据表(汇总值)", "Table of monthly figures (rolled up)")
                        .within(catalog.languages()))
                .publisher(LocalizedText.of("grassroots-kpi", "grassroots-kpi").within(catalog.languages()))
                .period(TimePeriod.ofYear(year))
                .build();
    }
}
