package org.grassrootskpi.examples.demo;

import java.io.PrintWriter;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;

/** Builds a catalogue of one observation in code and writes it as JSON. */
final class BuildACatalog {
    private BuildACatalog() {}

    static void run(PrintWriter out) {
        Catalog catalog = Catalog.builder()
                .addDocuments(Document.builder()
                        .id("report-2024")
                        .title(LocalizedText.of("2024年工作总结", "Summary of work in 2024"))
                        .publisher(LocalizedText.of("某街道", "Some subdistrict"))
                        .period(TimePeriod.parse("2024"))
                        .build())
                .addRegions(Region.builder()
                        .code("440307003")
                        .name(LocalizedText.of("平湖街道", "Pinghu Subdistrict"))
                        .level(RegionLevel.TOWNSHIP)
                        .build())
                .addSectors(Sector.builder()
                        .id("safety")
                        .name(LocalizedText.of("安全", "Safety"))
                        .build())
                .addIndicators(Indicator.builder()
                        .id("safety.shelters")
                        .name(LocalizedText.of("开放避难场所", "Openings of emergency shelters"))
                        .sector("safety")
                        .kind(IndicatorKind.FLOW)
                        .unit(Unit.parse("count:次"))
                        .decimals(0)
                        .direction(Direction.NEUTRAL)
                        .definition(LocalizedText.of("避难场所开放的次数。", "Times a shelter was opened."))
                        .build())
                .addObservations(Observation.builder()
                        .indicator("safety.shelters")
                        .region("440307003")
                        .period(TimePeriod.parse("2024"))
                        .figure(Quantity.parse("22次"))
                        .citation(Citation.of("report-2024", "2024-5", "22次"))
                        .build())
                .build();
        out.print(CatalogJson.toJson(catalog));
    }
}
