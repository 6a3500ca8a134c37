package org.grassrootskpi.pages;

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
import org.grassrootskpi.model.Responsibility;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;

/** A catalogue in which everything that has a name has the same one. */
final class EvilCatalog {
    private EvilCatalog() {}

    static Catalog named(String name) {
        LocalizedText text = LocalizedText.of(name, name);
        Citation citation = Citation.of("report", "1", "12件" + name);
        return Catalog.builder()
                .addDocuments(Document.builder()
                        .id("report")
                        .title(text)
                        .publisher(text)
                        .period(TimePeriod.ofYear(2024))
                        .build())
                .addRegions(Region.builder()
                        .code("1")
                        .name(text)
                        .level(RegionLevel.TOWNSHIP)
                        .build())
                .addSectors(Sector.builder().id("sector").name(text).build())
                .addIndicators(Indicator.builder()
                        .id("cases")
                        .name(text)
                        .sector("sector")
                        .kind(IndicatorKind.FLOW)
                        .unit(Unit.parse("count:件"))
                        .decimals(0)
                        .direction(Direction.HIGHER)
                        .definition(text)
                        .build())
                .addObservations(Observation.builder()
                        .indicator("cases")
                        .region("1")
                        .period(TimePeriod.ofYear(2024))
                        .figure(Quantity.parse("12件"))
                        .citation(citation)
                        .note(text)
                        .build())
                .addTargets(Target.builder()
                        .id("target")
                        .name(text)
                        .sector("sector")
                        .region("1")
                        .strength(Target.Strength.COMPLETE)
                        .deadline(TimePeriod.ofYear(2025))
                        .indicator("cases")
                        .figure(Quantity.parse("20件"))
                        .responsible(
                                Responsibility.builder().unit(name).leader(name).build())
                        .citation(Citation.of("report", "2", "20件" + name))
                        .build())
                .build();
    }
}
