package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.progress.ProgressSheet;
import org.grassrootskpi.progress.Standings;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultRow;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/**
 * Invented figures of Pinghu's communities, of which its report says nothing: its yearly totals cut at random, and monthly figures of
 * the next year against invented commitments.
 */
final class SimulatedCommunities {
    private static final long SEED = 2024;
    /** One figure of so many is printed as near. */
    private static final int VAGUE = 60;

    private static final String REGION = "440307003";
    private static final TimePeriod YEAR = TimePeriod.ofYear(2024);
    private static final String PLAN = "simulated-plan";
    private static final String FIGURES = "simulated-figures";
    private static final String REQUESTS = "safety.requests.handled";
    private static final String CLOSING_RATE = "safety.requests.closing-rate";
    private static final ImmutableList<String> RANKED = ImmutableList.of(
            "business-environment.services.visits",
            "livelihood.employment.jobs-offered",
            "livelihood.education.childcare-places-added",
            "party-building.integrity.discipline-lectures");

    private final Catalog catalog;
    private final Engine engine;

    private SimulatedCommunities(Catalog catalog) {
        this.catalog = catalog;
        this.engine = Engine.local(ObservationTable.builder(catalog)
                .addAll(MonthlySplit.of(catalog, REGION, YEAR, SEED))
                .build());
    }

    static SimulatedCommunities of(Catalog pinghu) {
        return new SimulatedCommunities(pinghu);
    }

    static TimePeriod year() {
        return YEAR;
    }

    /** Returns the figures of the communities by indicator. */
    ResultTable figures() {
        return engine.execute(query(Stream.concat(Stream.of(REQUESTS, CLOSING_RATE), RANKED.stream())
                .toList()));
    }

    private static Query query(List<String> indicators) {
        return Query.select(indicators)
                .within(REGION)
                .during(YEAR)
                .groupBy(Dimension.indicator(), Dimension.region(RegionLevel.COMMUNITY));
    }

    /** Returns how the communities rank at the end of a month of a later year. */
    Standings standings(TimePeriod month) {
        SplittableRandom random = new SplittableRandom(SEED);
        Catalog.Builder simulated = Catalog.builder()
                .addDocuments(
                        document(PLAN, TimePeriod.ofYear(month.year() - 1)),
                        document(FIGURES, TimePeriod.ofYear(month.year())))
                .addAllRegions(catalog.regions())
                .addAllSectors(catalog.sectors())
                .addAllIndicators(catalog.indicators());
        for (ResultRow row : engine.execute(query(RANKED)).rows()) {
            Indicator indicator = catalog.indicator(row.indicator().orElseThrow());
            String region = row.region().orElseThrow().code();
            BigDecimal asked =
                    row.cell("value").get().setScale(0, RoundingMode.UP).max(BigDecimal.TEN);
            simulated.addTargets(Target.builder()
                    .id(indicator.id() + "." + region)
                    .name(LocalizedText.of("模拟", "Simulated"))
                    .sector(indicator.sector())
                    .region(region)
                    .strength(Target.Strength.COMPLETE)
                    .deadline(TimePeriod.ofYear(month.year()))
                    .indicator(indicator.id())
                    .figure(Quantity.ofExact(asked, indicator.unit()))
                    .citation(Citation.of(PLAN, "none", "invented"))
                    .build());
            for (TimePeriod past : TimePeriod.ofYear(month.year()).subperiods(Frequency.MONTHLY)) {
                if (past.compareTo(month) <= 0) {
                    BigDecimal done = asked.multiply(BigDecimal.valueOf(random.nextDouble(0.05, 0.11)))
                            .setScale(0, RoundingMode.HALF_UP);
                    String printed = (random.nextInt(VAGUE) == 0 ? "近" : "")
                            + done.toPlainString()
                            + indicator.unit().code().substring("count:".length());
                    simulated.addObservations(Observation.builder()
                            .indicator(indicator.id())
                            .region(region)
                            .period(past)
                            .figure(Quantity.parse(printed))
                            .status(ObservationStatus.IMPUTED)
                            .citation(Citation.of(FIGURES, "none", printed))
                            .build());
                }
            }
        }
        return ProgressSheet.of(simulated.build(), month).standings();
    }

    private static Document document(String id, TimePeriod period) {
        return Document.builder()
                .id(id)
                .title(LocalizedText.of("模拟数据", "Simulated figures"))
                .publisher(LocalizedText.of("grassroots-kpi", "grassroots-kpi"))
                .period(period)
                .build();
    }
}
