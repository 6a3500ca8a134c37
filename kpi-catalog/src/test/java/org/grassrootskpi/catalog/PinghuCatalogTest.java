package org.grassrootskpi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.common.collect.Range;
import com.google.common.io.ByteSource;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinghuCatalogTest {
    private static final Catalog PINGHU = PinghuCatalog.load();
    private static final TimePeriod YEAR = TimePeriod.parse("2024");

    private static Observation observed(String indicator) {
        return PINGHU.observation(indicator, "440307003", YEAR).orElseThrow();
    }

    @Test
    void holdsTheSevenSectorsOfTheSummary() {
        assertThat(PINGHU.topSectors())
                .extracting(sector -> sector.name().zh())
                .containsExactly("产业发展", "营商环境", "土地与重大项目", "城区建设与管理", "安全与治理", "民生服务", "党的建设");
        assertThat(PINGHU.sectorSubtree("livelihood")).hasSizeGreaterThan(5);
    }

    @Test
    void holdsPinghuAndItsTwelveCommunities() {
        assertThat(PINGHU.regionSubtree("440307003"))
                .hasSize(13)
                .filteredOn(region -> region.level().equals(RegionLevel.COMMUNITY))
                .extracting(Region::code, region -> region.name().zh())
                .hasSize(12)
                .contains(tuple("440307003002", "良安田社区"), tuple("440307003014", "力昌社区"));
    }

    @Test
    void keepsAFigureAsPrintedWithItsGrowth() {
        Observation output = observed("industry.output");

        assertThat(output.printed()).contains("509.45亿元");
        assertThat(output.figure().orElseThrow().value()).isEqualByComparingTo("50945000000");
        assertThat(output.yearOnYear().orElseThrow().value().value()).isEqualByComparingTo("0.0634");
        assertThat(observed("industry.investment.fixed-assets")
                        .figure()
                        .orElseThrow()
                        .qualifier())
                .isEqualTo(Qualifier.BELOW);
    }

    @Test
    void keepsAChangeWhoseBaseTheReportDoesNotState() {
        Observation deaths = observed("safety.production.deaths");

        assertThat(deaths.status()).isEqualTo(ObservationStatus.MISSING);
        assertThat(deaths.figure()).isEmpty();
        assertThat(deaths.yearOnYear().orElseThrow().value().value()).isEqualByComparingTo("-0.727");
        assertThat(deaths.ranks()).extracting(Rank::kind).containsExactly(Rank.Kind.RECORD_LOW);
    }

    @Test
    void landAt341PercentImpliesItsTarget() {
        Range<BigDecimal> bounds = observed("land.consolidation.area")
                .impliedTarget()
                .orElseThrow()
                .bounds();

        assertThat(Stream.of("288000", "289000", "290000").map(BigDecimal::new).map(bounds::contains))
                .containsExactly(false, true, false);
    }

    @Test
    void requestsHandledIsAFlowAndItsClosingRateARatioOfIt() {
        Indicator rate = PINGHU.indicators().stream()
                .filter(indicator -> indicator.name().zh().contains("办结率"))
                .findFirst()
                .orElseThrow();

        assertThat(rate.kind()).isEqualTo(IndicatorKind.RATIO);
        Indicator handled = PINGHU.indicator(rate.denominator().orElseThrow());
        assertThat(handled.kind()).isEqualTo(IndicatorKind.FLOW);
        assertThat(observed(handled.id()).printed()).contains("9.3万宗");
    }

    @Test
    void theFilesOfTheModuleAreAModelForAFolderOfOnesOwn(@TempDir Path folder) throws Exception {
        for (Map.Entry<String, ByteSource> file : PinghuCatalog.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue().read());
        }

        assertThat(CatalogJson.readFolder(folder)).isEqualTo(PINGHU);
    }

    @Test
    void survivesBeingWrittenAndReadAgain() {
        byte[] json = CatalogJson.toJson(PINGHU).getBytes(StandardCharsets.UTF_8);

        assertThat(CatalogJson.read(Map.of("all.json", ByteSource.wrap(json)))).isEqualTo(PINGHU);
    }
}
