package org.grassrootskpi.pages;

import com.google.common.base.Splitter;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** Pages to look at in a browser: a report with projects, a simulated subdistrict with communities, and one with many rows. */
final class SamplePages {
    private static final Path MONTHLY = Path.of("../examples/src/main/resources/org/grassrootskpi/examples/monthly");
    private static final TimePeriod SEPTEMBER = TimePeriod.ofMonth(2025, 9);

    private static final Document REPORT = Document.builder()
            .id("report")
            .title(text("报告", "Report"))
            .publisher(text("街道办", "Office"))
            .period(TimePeriod.ofYear(2024))
            .build();

    private SamplePages() {}

    static Page pinghu() {
        return Page.of(PinghuCatalog.load(), TimePeriod.ofMonth(2025, 6));
    }

    static Page subdistrict() throws IOException {
        Catalog catalog = CatalogJson.readFolder(MONTHLY);
        return Page.builder(TargetFigures.addTo(catalog, communities(catalog)), SEPTEMBER)
                .simulated()
                .regions(byCommunity(), toDate(), true)
                .checked(FindingsTest.REPORT)
                .build();
    }

    /**
     * Returns a page of a district: of one subdistrict all communities reported, of one some, of one nobody but itself, and one is not
     * divided.
     */
    static Page district() {
        return district(RegionLevel.COUNTY, RegionLevel.TOWNSHIP, RegionLevel.COMMUNITY);
    }

    static Page district(RegionLevel... levels) {
        Catalog.Builder builder = Catalog.builder()
                .addSectors(Sector.builder().id("a").name(text("甲", "A")).build())
                .addDocuments(REPORT)
                .addIndicators(flow("visits", "走访户数", "Households visited", "a"))
                .addRegions(region("D", "示例区", "Sample District", RegionLevel.COUNTY, ""));
        for (String figure : List.of(
                "D.T 石桥街道|Stone Bridge Subdistrict|-",
                "D.T.A 柳溪社区|Willow Brook Community|420户",
                "D.T.B 东门社区|East Gate Community|近300户",
                "D.T.C 南塘社区|South Pond Community|超120户",
                "D.U 青山街道|Green Hill Subdistrict|-",
                "D.U.D 白云社区|White Cloud Community|510户",
                "D.U.E 新桥社区|New Bridge Community|-",
                "D.V 河口镇|River Mouth Town|640户",
                "D.V.F 河东村|East Bank Village|-",
                "D.W 北岭街道|North Ridge Subdistrict|80户")) {
            String code = figure.substring(0, figure.indexOf(' '));
            List<String> rest = Splitter.on('|').splitToList(figure.substring(code.length() + 1));
            boolean isCommunity = code.length() > 3;
            builder.addRegions(region(
                    code,
                    rest.get(0),
                    rest.get(1),
                    isCommunity ? RegionLevel.COMMUNITY : RegionLevel.TOWNSHIP,
                    code.substring(0, code.lastIndexOf('.'))));
            if (!rest.get(2).equals("-")) {
                builder.addObservations(Observation.builder()
                        .indicator("visits")
                        .region(code)
                        .period(TimePeriod.ofYear(2024))
                        .figure(Quantity.parse(rest.get(2)))
                        .citation(Citation.of("report", "1", rest.get(2)))
                        .build());
            }
        }
        Catalog catalog = builder.build();
        Engine engine = Engine.local(
                ObservationTable.builder(catalog).addAll(catalog.observations()).build());
        return Page.builder(catalog, TimePeriod.ofMonth(2025, 6))
                .simulated()
                .regions(
                        Stream.of(levels)
                                .map(level -> engine.execute(Query.select("visits")
                                        .during(TimePeriod.ofYear(2024))
                                        .sourcedFrom(level, Frequency.ANNUAL)
                                        .groupBy(Dimension.indicator(), Dimension.region(level))))
                                .toList(),
                        TimePeriod.ofYear(2024),
                        true)
                .build();
    }

    /**
     * Returns a page of 300 indicators with long names, of which one word is longer than a telephone is wide, in 12 communities with
     * names as long.
     */
    static Page longNames() {
        String zh = "建立健全矛盾纠纷多元预防调处化解综合机制并推动矛盾风险在基层防范化解的专项行动所覆盖的居民小区数量";
        String en = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftssatzungen of"
                + " neighbourhoods ";
        Catalog.Builder builder = Catalog.builder()
                .addSectors(
                        Sector.builder().id("a").name(text(zh, en + "(sector)")).build())
                .addDocuments(REPORT)
                .addRegions(region("0", zh, en, RegionLevel.TOWNSHIP, ""));
        for (int i = 0; i < 300; i++) {
            builder.addIndicators(flow("i" + i, zh + i, en + i, "a"));
        }
        for (int community = 1; community <= 12; community++) {
            String code = Integer.toString(community);
            builder.addRegions(region(code, zh + code, en + code, RegionLevel.COMMUNITY, "0"));
            for (int i = 0; i < 300; i++) {
                String figure = (1_000_000_007L * community + i) + "件";
                builder.addObservations(Observation.builder()
                        .indicator("i" + i)
                        .region(code)
                        .period(TimePeriod.ofYear(2024))
                        .figure(Quantity.parse(figure))
                        .citation(Citation.of("report", "1", figure))
                        .build());
            }
        }
        Catalog catalog = builder.build();
        Engine engine = Engine.local(
                ObservationTable.builder(catalog).addAll(catalog.observations()).build());
        return Page.builder(catalog, TimePeriod.ofMonth(2025, 6))
                .regions(
                        engine.execute(Query.select(catalog.indicators().stream()
                                        .map(Indicator::id)
                                        .toList())
                                .during(TimePeriod.ofYear(2024))
                                .groupBy(Dimension.indicator(), Dimension.region(RegionLevel.COMMUNITY))),
                        TimePeriod.ofYear(2024),
                        false)
                .build();
    }

    private static Region region(String code, String zh, String en, RegionLevel level, String parent) {
        return Region.builder()
                .code(code)
                .name(text(zh, en))
                .level(level)
                .parent(parent.isEmpty() ? Optional.empty() : Optional.of(parent))
                .build();
    }

    private static Indicator flow(String id, String zh, String en, String sector) {
        return Indicator.builder()
                .id(id)
                .name(text(zh, en))
                .sector(sector)
                .kind(IndicatorKind.FLOW)
                .unit(Unit.parse(id.equals("visits") ? "count:户" : "count:件"))
                .decimals(0)
                .direction(Direction.HIGHER)
                .definition(text("定义", "Definition"))
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
                .addRegions(region("1", "街道", "Street", RegionLevel.TOWNSHIP, ""))
                .addSectors(
                        Sector.builder().id("a").name(text("甲", "A")).build(),
                        Sector.builder().id("b").name(text("乙", "B")).build())
                .addDocuments(REPORT);
        for (int i = 0; i < indicators; i++) {
            String id = "i" + i;
            catalog.addIndicators(flow(id, "指标" + i, "Indicator " + i, i % 2 == 0 ? "a" : "b"));
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
