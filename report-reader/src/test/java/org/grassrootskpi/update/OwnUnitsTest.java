package org.grassrootskpi.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.DeclaredUnit;
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
import org.grassrootskpi.quantity.UnitFactor;
import org.grassrootskpi.report.CatalogDraft;
import org.grassrootskpi.report.DraftRegion;
import org.grassrootskpi.report.FigureReader;
import org.grassrootskpi.report.KnownIndicators;
import org.grassrootskpi.report.ReaderVocabulary;
import org.grassrootskpi.report.WorkReport;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** Reports whose figures are in units that only the catalogue declares. */
class OwnUnitsTest {
    private static final Catalog CATALOG = catalog();
    private static final WorkReport REPORT =
            WorkReport.parse("柳溪镇2025年工作总结\n\n一、2025年工作总结\n\n志愿服务时长达1.2万工时，种植水稻面积30垄。\n");

    private static Indicator indicator(String id, String name, String unit) {
        return Indicator.builder()
                .id(id)
                .name(LocalizedText.of(name, id))
                .definition(LocalizedText.of(name, id))
                .sector("s")
                .kind(IndicatorKind.FLOW)
                .unit(DeclaredUnit.vocabulary(units()).parse(unit).base())
                .decimals(0)
                .direction(Direction.NEUTRAL)
                .build();
    }

    private static List<DeclaredUnit> units() {
        return List.of(
                DeclaredUnit.builder()
                        .code("work-hour")
                        .name(LocalizedText.of("工时", "work hour"))
                        .build(),
                DeclaredUnit.builder()
                        .code("ridge")
                        .name(LocalizedText.of("垄", "ridge"))
                        .base("m2")
                        .factor(UnitFactor.parse("10"))
                        .build());
    }

    private static Catalog catalog() {
        return Catalog.builder()
                .addAllUnits(units())
                .addRegions(Region.builder()
                        .code("liuxi")
                        .name(LocalizedText.of("柳溪镇", "Liuxi"))
                        .level(RegionLevel.TOWNSHIP)
                        .build())
                .addSectors(Sector.builder()
                        .id("s")
                        .name(LocalizedText.of("社会", "Society"))
                        .build())
                .addIndicators(indicator("volunteering", "志愿服务时长", "work-hour"))
                .addIndicators(indicator("rice", "水稻面积", "ridge"))
                .addDocuments(Document.builder()
                        .id("report-2024")
                        .title(LocalizedText.of("柳溪镇2024年工作总结", "Report of 2024"))
                        .publisher(LocalizedText.of("柳溪镇", "Liuxi"))
                        .period(TimePeriod.ofYear(2024))
                        .build())
                .addObservations(Observation.builder()
                        .indicator("volunteering")
                        .region("liuxi")
                        .period(TimePeriod.ofYear(2024))
                        .figure(Quantity.of(
                                10000, DeclaredUnit.vocabulary(units()).parse("work-hour")))
                        .citation(Citation.of("report-2024", "一", "志愿服务时长达1万工时"))
                        .build())
                .build();
    }

    private static String figures(Catalog catalog, int year) {
        return catalog.observations().stream()
                .filter(observation -> observation.period().equals(TimePeriod.ofYear(year)))
                .map(observation -> observation.indicator() + " "
                        + observation
                                .figure()
                                .map(Quantity::value)
                                .orElseThrow()
                                .toPlainString() + " "
                        + observation.figure().orElseThrow().unit().code())
                .collect(Collectors.joining(", "));
    }

    @Test
    void figuresAreReadInTheUnitsOfTheCatalogue() {
        assertThat(FigureReader.read(REPORT, ReaderVocabulary.of(CATALOG)))
                .extracting(figure -> figure.quantity().unit().code())
                .containsExactly("work-hour", "m2");
    }

    @Test
    void aDraftBindsThemAndDeclaresTheUnits() {
        CatalogDraft draft = CatalogDraft.of(
                REPORT, KnownIndicators.ofPlace(CATALOG), DraftRegion.of(CATALOG.region("liuxi"), CATALOG));

        assertThat(figures(draft.catalog(), 2025)).isEqualTo("volunteering 12000 work-hour, rice 300 m2");
        assertThat(draft.catalog().units()).isEqualTo(CATALOG.units());
    }

    @Test
    void aDraftBesideCommonIndicatorsBindsThemToo() {
        KnownIndicators known = KnownIndicators.common(Catalog.builder()
                        .addSectors(CATALOG.sectors().get(0))
                        .addIndicators(Indicator.builder()
                                .from(CATALOG.indicator("rice"))
                                .id("paddy")
                                .name(LocalizedText.of("稻田面积", "paddy"))
                                .build())
                        .build())
                .withPlace(CATALOG);

        assertThat(figures(
                        CatalogDraft.of(REPORT, known, DraftRegion.of(CATALOG.region("liuxi"), CATALOG))
                                .catalog(),
                        2025))
                .isEqualTo("volunteering 12000 work-hour, rice 300 m2");
    }

    @Test
    void anUpdateTakesThem() {
        CatalogUpdate update = CatalogUpdate.propose(REPORT, CATALOG);
        Catalog updated =
                update.accept(update.entries().stream().map(UpdateEntry::id).collect(Collectors.toSet()));

        assertThat(figures(updated, 2025)).isEqualTo("volunteering 12000 work-hour, rice 300 m2");
        assertThat(figures(updated, 2024)).isEqualTo("volunteering 10000 work-hour");
        assertThat(update.accept(Set.of()).observations()).hasSize(1);
    }
}
