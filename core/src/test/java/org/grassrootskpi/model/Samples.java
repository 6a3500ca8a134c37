package org.grassrootskpi.model;

import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;

/** A small, valid catalogue whose parts the tests bend. */
public final class Samples {
    private Samples() {}

    public static LocalizedText name(String text) {
        return LocalizedText.of(text, text);
    }

    public static Document report() {
        return Document.builder()
                .id("report")
                .title(name("report"))
                .publisher(name("office"))
                .period(TimePeriod.parse("2024"))
                .build();
    }

    public static Region subdistrict() {
        return Region.builder()
                .code("440307003")
                .name(name("Pinghu"))
                .level(RegionLevel.TOWNSHIP)
                .build();
    }

    public static Region community() {
        return Region.builder()
                .code("440307003007")
                .name(name("Pinghu community"))
                .level(RegionLevel.COMMUNITY)
                .parent("440307003")
                .build();
    }

    public static Sector sector() {
        return Sector.builder().id("safety").name(name("safety")).build();
    }

    public static Indicator flow(String id) {
        return Indicator.builder()
                .id(id)
                .name(name(id))
                .sector("safety")
                .kind(IndicatorKind.FLOW)
                .unit(Unit.parse("count:宗"))
                .decimals(0)
                .direction(Direction.NEUTRAL)
                .definition(name(id))
                .build();
    }

    public static Indicator ratio(String id, String numerator, String denominator) {
        return Indicator.builder()
                .from(flow(id))
                .kind(IndicatorKind.RATIO)
                .unit(Unit.RATIO)
                .decimals(4)
                .numerator(numerator)
                .denominator(denominator)
                .build();
    }

    public static Observation observation(String indicator, String figure) {
        return Observation.builder()
                .indicator(indicator)
                .region("440307003")
                .period(TimePeriod.parse("2024"))
                .figure(Quantity.parse(figure))
                .citation(Citation.of("report", "2024-5", figure))
                .build();
    }

    /** Two flows and their ratio, observed once each. */
    public static Catalog.Builder valid() {
        return Catalog.builder()
                .addDocuments(report())
                .addRegions(subdistrict(), community())
                .addSectors(sector())
                .addIndicators(flow("requests.handled"), flow("requests.closed"))
                .addIndicators(ratio("requests.closing-rate", "requests.closed", "requests.handled"))
                .addObservations(observation("requests.handled", "9.3万宗"))
                .addObservations(observation("requests.closing-rate", "96.9%"));
    }
}
