package org.grassrootskpi.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Change;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Completion;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

class SectorSummaryTest {
    private static final TimePeriod YEAR = TimePeriod.ofYear(2024);

    private static Indicator indicator(
            String id, String sector, String zh, String en, IndicatorKind kind, String unit) {
        return Indicator.builder()
                .id(id)
                .sector(sector)
                .name(LocalizedText.of(zh, en))
                .definition(LocalizedText.of(zh, en))
                .kind(kind)
                .unit(Unit.parse(unit))
                .direction(Direction.HIGHER)
                .decimals(2)
                .build();
    }

    private static Observation observation(
            String indicator, TimePeriod period, String figure, UnaryOperator<Observation.Builder> more) {
        return more.apply(Observation.builder()
                        .indicator(indicator)
                        .region("t")
                        .period(period)
                        .figure(Quantity.parse(figure))
                        .citation(Citation.of("d", "1", figure)))
                .build();
    }

    private static Change change(String value) {
        return Change.builder()
                .value(Quantity.parse(value))
                .basis(Change.Basis.STATED)
                .quote(value)
                .build();
    }

    private static Rank rank(Rank.Kind kind) {
        Rank.Builder rank = Rank.builder().kind(kind).scope(RegionLevel.COUNTY).quote("第三");
        return (kind == Rank.Kind.PLACE ? rank.place(3) : rank).build();
    }

    private static Catalog catalog(Observation... observations) {
        return Catalog.builder()
                .addDocuments(Document.builder()
                        .id("d")
                        .title(LocalizedText.of("年报", "Report"))
                        .publisher(LocalizedText.of("镇", "Town"))
                        .period(YEAR)
                        .build())
                .addRegions(
                        Region.builder()
                                .code("c")
                                .name(LocalizedText.of("松溪县", "Songxi"))
                                .level(RegionLevel.COUNTY)
                                .build(),
                        Region.builder()
                                .code("t")
                                .name(LocalizedText.of("河口镇", "Hekou"))
                                .level(RegionLevel.TOWNSHIP)
                                .parent("c")
                                .build())
                .addSectors(
                        Sector.builder()
                                .id("economy")
                                .name(LocalizedText.of("经济", "Economy"))
                                .build(),
                        Sector.builder()
                                .id("people")
                                .name(LocalizedText.of("人口", "People"))
                                .parent("economy")
                                .build(),
                        Sector.builder()
                                .id("safety")
                                .name(LocalizedText.of("安全", "Safety"))
                                .build())
                .addIndicators(
                        indicator("revenue", "economy", "财政收入", "Fiscal revenue", IndicatorKind.FLOW, "CNY"),
                        indicator("exports", "economy", "出口总额", "Exports", IndicatorKind.FLOW, "CNY"),
                        indicator("people", "people", "常住人口", "Residents", IndicatorKind.STOCK, "count:人"))
                .addObservations(observations)
                .build();
    }

    @Test
    void wordsFiguresWithWhatWasStatedOfThem() {
        Catalog catalog = catalog(
                observation("people", YEAR, "3.2万人", of -> of),
                observation(
                        "revenue",
                        YEAR,
                        "2.15亿元",
                        of -> of.yearOnYear(change("+6.7%"))
                                .completion(Completion.of(Quantity.parse("近98%"), "近98%"))
                                .addRanks(rank(Rank.Kind.PLACE), rank(Rank.Kind.FRONT))),
                observation(
                        "exports",
                        YEAR,
                        "超8亿元",
                        of -> of.yearOnYear(change("-2.5%")).status(ObservationStatus.PROVISIONAL)));

        assertThat(SectorSummary.of(catalog, "economy", "t", YEAR, Language.ZH))
                .isEqualTo(
                        "2024年，财政收入2.15亿元，同比增长6.7%，完成年度任务的近98%，居全县第3位；" + "出口总额超8亿元（初步数），同比下降2.5%。2024年末，常住人口3.2万人。");
        assertThat(SectorSummary.of(catalog, "economy", "t", YEAR, Language.EN))
                .isEqualTo("Economy, 2024: Fiscal revenue 215 million CNY, up 6.7% on the year before, under 98% of the"
                        + " year's target, place 3 in the district; Exports over 800 million CNY (provisional), down 2.5%"
                        + " on the year before. Economy, at the end of 2024: Residents 32,000.");
    }

    @Test
    void wordsAPartOfAYearAsWhatItIs() {
        TimePeriod months = TimePeriod.parse("2024-YTD09");
        Catalog catalog = catalog(
                observation("people", months, "3.2万人", of -> of),
                observation("revenue", months, "1.5亿元", of -> of.yearOnYear(change("0%"))));

        assertThat(SectorSummary.of(catalog, "economy", "t", months, Language.ZH))
                .isEqualTo("2024年1—9月，财政收入1.5亿元，与上年持平；常住人口3.2万人。");
    }

    @Test
    void saysNothingWhereThereIsNoFigure() {
        Catalog catalog = catalog(observation("revenue", YEAR, "2.15亿元", of -> of));

        for (String sector : List.of("safety", "people")) {
            assertThat(SectorSummary.of(catalog, sector, "t", YEAR, Language.ZH))
                    .isEmpty();
        }
        assertThat(SectorSummary.of(catalog, "economy", "c", YEAR, Language.ZH)).isEmpty();
        assertThat(SectorSummary.of(catalog, "economy", "t", TimePeriod.ofYear(2023), Language.ZH))
                .isEmpty();
        assertThatThrownBy(() -> SectorSummary.of(catalog, "sport", "t", YEAR, Language.ZH))
                .hasMessageContaining("sport");
        assertThatThrownBy(() -> SectorSummary.of(catalog, "economy", "z", YEAR, Language.ZH))
                .hasMessageContaining("'z'");
    }
}
