package org.grassrootskpi.pages;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.engine.Engine;
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
import org.grassrootskpi.progress.TargetFigures;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;

/** Pages to look at in a browser: a report with projects, a simulated subdistrict with communities, and one with many rows. */
final class SamplePages {
    private static final Path MONTHLY = Path.of("../examples/src/main/resources/org/grassrootskpi/examples/monthly");
    private static final TimePeriod SEPTEMBER = TimePeriod.ofMonth(2025, 9);

    private SamplePages() {}

    static Page pinghu() {
        return Page.of(PinghuCatalog.load(), TimePeriod.ofMonth(2025, 6));
    }

    static Page subdistrict() throws IOException {
        Catalog catalog = CatalogJson.readFolder(MONTHLY);
        return Page.builder(TargetFigures.addTo(catalog, communities(catalog)), SEPTEMBER)
                .simulated()
                .regions(byCommunity(), toDate(), true)
                .build();
    }

    static TimePeriod toDate() {
        return TimePeriod.yearToDate(2025, 9);
    }

    /** Returns what the engine answers for the communities. */
    static ResultTable byCommunity() throws IOException {
        ObservationTable table = communities(CatalogJson.readFolder(MONTHLY));
        return Engine.local(table)
                .execute(Query.select(List.of("jobs.new", "visits.made", "inspections.made"))
                        .during(toDate())
                        .groupBy(Dimension.indicator(), Dimension.region(RegionLevel.COMMUNITY)));
    }

    private static ObservationTable communities(Catalog catalog) throws IOException {
        return ObservationCsv.reader(catalog)
                .read(MoreFiles.asByteSource(MONTHLY.resolve("figures-2025.csv")), "figures-2025.csv")
                .table();
    }

    /** Returns a page with so many observations: of each indicator and year one. */
    static Page ofRows(int indicators, int years) {
        Catalog.Builder catalog = Catalog.builder()
                .addRegions(Region.builder()
                        .code("1")
                        .name(text("街道", "Street"))
                        .level(RegionLevel.TOWNSHIP)
                        .build())
                .addSectors(
                        Sector.builder().id("a").name(text("甲", "A")).build(),
                        Sector.builder().id("b").name(text("乙", "B")).build())
                .addDocuments(Document.builder()
                        .id("report")
                        .title(text("报告", "Report"))
                        .publisher(text("街道办", "Office"))
                        .period(TimePeriod.ofYear(2024))
                        .build());
        for (int i = 0; i < indicators; i++) {
            String id = "i" + i;
            catalog.addIndicators(Indicator.builder()
                    .id(id)
                    .name(text("指标" + i, "Indicator " + i))
                    .sector(i % 2 == 0 ? "a" : "b")
                    .kind(IndicatorKind.FLOW)
                    .unit(Unit.parse("count:件"))
                    .decimals(0)
                    .direction(Direction.HIGHER)
                    .definition(text("定义", "Definition"))
                    .build());
            for (int year = 0; year < years; year++) {
                // No two are alike, and none is in order: 7919 is a prime.
                long number = (i * (long) years + year) * 7919 % 1_000_003;
                catalog.addObservations(Observation.builder()
                        .indicator(id)
                        .region("1")
                        .period(TimePeriod.ofYear(2024 - year))
                        .figure(Quantity.parse(number + "件"))
                        .citation(Citation.of("report", "1", number + "件"))
                        .build());
            }
        }
        return Page.of(catalog.build(), TimePeriod.ofMonth(2025, 6));
    }

    private static LocalizedText text(String zh, String en) {
        return LocalizedText.of(zh, en);
    }
}
