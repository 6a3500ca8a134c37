package org.grassrootskpi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Sector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonIndicatorsTest {
    private static final Catalog COMMON = CommonIndicators.load();

    @Test
    void areMoreThanTwoHundredAndNothingElse() {
        assertThat(COMMON.indicators()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(COMMON.observations()).isEmpty();
        assertThat(COMMON.regions()).isEmpty();
        assertThat(COMMON.documents()).isEmpty();
    }

    @Test
    void haveNamesOfTheirOwnInBothLanguages() {
        assertThat(COMMON.indicators()).extracting(of -> of.name().zh()).doesNotHaveDuplicates();
        assertThat(COMMON.indicators())
                .extracting(of -> of.name().en().toLowerCase(java.util.Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    /** Dollars and yuan of foreign investment have one name; everything else is known by its name alone. */
    @Test
    void shareNoNameAndNoAliasWithinOneUnit() {
        Map<String, List<String>> byName = new TreeMap<>();
        for (Indicator indicator : COMMON.indicators()) {
            names(indicator)
                    .forEach(name -> byName.merge(
                            name + ' ' + indicator.unit().code(),
                            List.of(indicator.id()),
                            (a, b) -> Stream.of(a, b).flatMap(List::stream).toList()));
        }
        byName.values().removeIf(ids -> ids.size() == 1);

        assertThat(byName).isEmpty();
    }

    private static Stream<String> names(Indicator indicator) {
        return Stream.concat(Stream.of(indicator.name().zh()), indicator.aliases().stream());
    }

    @Test
    void nameTheSourceOfTheirDefinition() {
        assertThat(COMMON.indicators()).allSatisfy(of -> {
            assertThat(of.definition().zh()).as(of.id()).matches(".{8,}。来源：.{6,}。");
            assertThat(of.definition().en()).as(of.id()).matches(".{20,}[.] Source: .{10,}[.]");
        });
    }

    @Test
    void haveNoVetoThatTheirOwnNamesSay() {
        assertThat(COMMON.indicators())
                .allSatisfy(of -> assertThat(of.vetoes())
                        .as(of.id())
                        .noneMatch(veto -> of.name().zh().contains(veto)));
    }

    @Test
    void haveSharesOfTwoPartsInOneUnitAndWholesOfTheSameKind() {
        for (Indicator indicator : COMMON.indicators()) {
            if (indicator.unit().isRatio() && indicator.numerator().isPresent()) {
                Indicator above = COMMON.indicator(indicator.numerator().get());
                Indicator below = COMMON.indicator(indicator.denominator().orElseThrow());
                assertThat(above.unit()).as(indicator.id()).isEqualTo(below.unit());
            }
            indicator
                    .partOf()
                    .map(COMMON::indicator)
                    .ifPresent(
                            whole -> assertThat(whole.kind()).as(indicator.id()).isEqualTo(indicator.kind()));
        }
    }

    /** A rate never adds up, and what is there at the end of a period is no flow. */
    @Test
    void haveTheKindThatTheirNameAndUnitSay() {
        for (Indicator indicator : COMMON.indicators()) {
            String name = indicator.name().zh();
            boolean rate = indicator.unit().isRatio() || name.startsWith("人均") || name.startsWith("每");
            assertThat(indicator.kind() == IndicatorKind.RATIO || indicator.kind() == IndicatorKind.INDEX)
                    .as(indicator.id())
                    .isEqualTo(rate
                            || List.of(IndicatorKind.RATIO, IndicatorKind.INDEX).contains(indicator.kind()));
            if (name.endsWith("余额") || name.endsWith("保有量") || name.endsWith("总户数")) {
                assertThat(indicator.kind()).as(indicator.id()).isEqualTo(IndicatorKind.STOCK);
            }
            if (name.startsWith("新增") || name.startsWith("新建")) {
                assertThat(indicator.kind()).as(indicator.id()).isEqualTo(IndicatorKind.FLOW);
            }
        }
    }

    @Test
    void meanTheSameAsPinghusIndicatorsOfTheSameId() {
        Catalog pinghu = PinghuCatalog.load();
        Map<String, List<Object>> common = new LinkedHashMap<>();
        Map<String, List<Object>> own = new LinkedHashMap<>();
        for (Indicator indicator : COMMON.indicators()) {
            pinghu.indicators().stream()
                    .filter(of -> of.id().equals(indicator.id())
                            || of.name().zh().equals(indicator.name().zh()))
                    .forEach(of -> {
                        common.put(indicator.id(), meaning(indicator));
                        own.put(of.id(), meaning(of));
                    });
        }

        assertThat(common).hasSizeGreaterThan(25).isEqualTo(own);
    }

    private static List<Object> meaning(Indicator of) {
        return List.of(of.sector(), of.kind(), of.unit(), of.decimals(), of.direction(), of.partOf());
    }

    @Test
    void haveTheSectorsOfPinghuByTheSameName() {
        Map<String, Sector> own = new LinkedHashMap<>();
        PinghuCatalog.load().sectors().forEach(sector -> own.put(sector.id(), sector));

        assertThat(COMMON.sectors())
                .filteredOn(sector -> own.containsKey(sector.id()))
                .hasSizeGreaterThan(20)
                .allSatisfy(sector -> assertThat(sector).isEqualTo(own.get(sector.id())));
    }

    @ParameterizedTest
    @CsvSource({
        "accounts.grp, 地区生产总值, Gross regional product, FLOW, CNY, HIGHER",
        "income.disposable.rural, 农村居民人均可支配收入, Per capita disposable income of rural households, RATIO, CNY, HIGHER",
        "finance.deposits, 金融机构各项存款余额, Deposits of financial institutions, STOCK, CNY, HIGHER",
        "livelihood.employment.surveyed-unemployment, 城镇调查失业率, Surveyed urban unemployment rate, RATIO, ratio, LOWER",
        "environment.pm25, PM2.5平均浓度, Average concentration of PM2.5, RATIO, raw:微克/立方米, LOWER",
        "safety.hotline.received, 热线受理诉求量, Requests received by the hotline, FLOW, count:件, NEUTRAL",
        "party-building.organisation.members, 党员人数, Party members, STOCK, count:人, NEUTRAL"
    })
    void areWhatOfficialStatisticsMean(String id, String zh, String en, String kind, String unit, String direction) {
        Indicator indicator = COMMON.indicator(id);

        assertThat(List.of(
                        indicator.name().zh(),
                        indicator.name().en(),
                        indicator.kind().name(),
                        indicator.unit().code(),
                        indicator.direction().name()))
                .containsExactly(zh, en, kind, unit, direction);
    }
}
