package org.grassrootskpi.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.grassrootskpi.assess.RevisionTable;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.report.WorkReport;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogUpdateTest {
    private static String outcome(String target, String sentence) {
        WorkReport report = WorkReport.parse("平湖街道2025年工作总结\n\n一、2025年工作总结\n" + sentence + "\n");
        return CatalogUpdate.propose(report, ExpectedUpdate.PINGHU).entries().stream()
                .filter(entry -> entry.id().equals("outcome:" + target))
                .map(UpdateEntry::proposal)
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "industry.2025.wanfeng-hotel|万枫酒店6月开业。|DONE reached 2025-06",
                "industry.2025.wanfeng-hotel|万枫酒店完成装修，9月正式开业。|DONE reached 2025-09",
                "industry.2025.wanfeng-hotel|万枫酒店正在装修。|UNDER_WAY",
                "industry.2025.wanfeng-hotel|万枫酒店预计明年3月开业。|UNDER_WAY",
                "industry.2025.wanfeng-hotel|万枫酒店尚未开业。|NOT_STARTED",
                "industry.2025.wanfeng-hotel|万枫酒店开业时间推迟至2026年5月。|CHANGED deadline 2026-05",
                "industry.2025.wanfeng-hotel|万枫酒店项目已终止。|DROPPED",
                "land.2025.danping-negotiation|丹平快速二期征拆谈判有序推进。|UNDER_WAY",
                "land.2025.danping-negotiation|完成丹平快速二期征拆谈判。|DONE",
                "land.2025.danping-negotiation|丹平快速二期征拆谈判尚未启动。|NOT_STARTED",
                "land.2025.jihe-negotiation|完成丹平快速二期、机荷高速改扩建征拆谈判。|DONE",
                "land.2025.jintaoyuan-restart|万佳高标仓、金桃苑相继动工。|DONE",
                "land.2025.wanjia-warehouse-restart|万佳高标仓、金桃苑相继动工。|DONE",
                "city.2025.miaokeng-reservoir|甘坑水库4月完工、苗坑水库6月完工。|DONE reached 2025-06",
                "city.2025.road-works|道路修缮和路灯电源8个项目已完成6个。|UNDER_WAY completion 75% figure 6个",
                "city.2025.jiahu-road-start|嘉湖路于3月开工。|DONE reached 2025-03",
                "safety.2025.grid-peacemakers|网格“和事佬”服务持续优化。|UNDER_WAY",
                "livelihood.2025.medical-kiosk|增设“驾驶人体检一体机”两台。|DONE",
                "industry.2025.wanfeng-hotel|各项工作顺利完成。|''"
            })
    void aSentenceSaysWhatBecameOfACommitment(String target, String sentence, String expected) {
        assertThat(outcome(target, sentence)).isEqualTo(expected);
    }

    @Test
    void aReportOfAnotherPlaceIsRefused() {
        assertThatThrownBy(() -> propose("布吉街道2025年工作总结\n\n一、2025年工作总结\n新增托位3个。"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The report is of 布吉街道, and the catalogue of 平湖街道 (440307003): expected a report of the same"
                                + " place, or the catalogue of 布吉街道");
        assertThatThrownBy(() -> propose("嘉兴市平湖街道2025年工作总结\n\n一、2025年工作总结\n新增托位3个。"))
                .hasMessageContaining("The report is of 嘉兴市平湖街道");
        assertThat(propose("深圳市龙岗区平湖街道2025年工作总结\n\n一、2025年工作总结\n新增托位3个。").entries())
                .hasSize(1);
    }

    @Test
    void aReportThatIsInTheCatalogueIsRefused() {
        CatalogUpdate update = ExpectedUpdate.of("report-2025").update;
        Catalog grown = update.accept(Set.of("outcome:industry.2025.wanfeng-hotel"));

        assertThatThrownBy(() -> CatalogUpdate.propose(ExpectedUpdate.report("report-2025"), grown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The catalogue has a report on 2025 already: document 'report-2025'");
        assertThatThrownBy(() -> propose("平湖街道2024年工作总结和2025年工作计划\n\n一、2024年工作总结\n新增托位3个。"))
                .hasMessageStartingWith("The catalogue has a report on 2024 already: document 'pinghu-report-2024'");
    }

    @Test
    void aReportWithoutWordsOrYearAndACatalogueOfNoPlaceAreRefused() {
        assertThatThrownBy(() -> propose("  \n\n")).hasMessage("The report is empty: expected the text of a report");
        assertThatThrownBy(() -> propose("街道工作总结\n新增托位3个。"))
                .hasMessage("The report names no year in its title or its headings: expected the period that it looks"
                        + " back on");
        assertThatThrownBy(() -> CatalogUpdate.propose(
                        ExpectedUpdate.report("report-2025"), Catalog.builder().build()))
                .hasMessageStartingWith("The catalogue has neither values nor targets");
    }

    @Test
    void anUnknownIdIsRefused() {
        CatalogUpdate update = ExpectedUpdate.of("report-2025-brief").update;

        assertThatThrownBy(() -> update.accept(Set.of("outcome:x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected the id of an entry, got 'outcome:x'");
        assertThat(update.accept(Set.of())).isSameAs(ExpectedUpdate.PINGHU);
    }

    private static CatalogUpdate propose(String text) {
        return CatalogUpdate.propose(WorkReport.parse(text), ExpectedUpdate.PINGHU);
    }

    private static final String REVISED = "observation:land.consolidation.area:440307003:2024";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024年完成土地整备97.2公顷。|97.2公顷, REVISED known on 2026-03-01",
                "2024年完成土地整备98.6公顷。|''",
                "2024年完成土地整备近99公顷。|''"
            })
    void anotherValueOfAYearThatIsInIsProposedAsAVintage(String sentence, String expected) {
        CatalogUpdate update = CatalogUpdate.propose(
                WorkReport.parse("平湖街道2025年工作总结\n\n一、2025年工作总结\n" + sentence),
                ExpectedUpdate.PINGHU,
                TimePeriod.parse("2025"),
                ExpectedUpdate.PINGHU.region("440307003"),
                LocalDate.parse("2026-03-01"));

        assertThat(update.entries().stream()
                        .filter(entry -> entry.id().equals(REVISED))
                        .map(UpdateEntry::proposal)
                        .toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void aRevisedValueIsKeptBesideTheFirstOne() {
        CatalogUpdate update = propose("平湖街道2025年工作总结\n\n一、2025年工作总结\n2024年完成土地整备97.2公顷。");
        UpdateEntry entry = update.entries().stream()
                .filter(of -> of.id().equals(REVISED))
                .findFirst()
                .orElseThrow();

        Catalog grown = update.accept(Set.of(entry.id()));

        assertThat(entry.question().orElseThrow().en())
                .isEqualTo("The catalogue has 98.6公顷 (pinghu-report-2024): is it revised? Then it counts as known from"
                        + " 2026-01-01");
        assertThat(RevisionTable.of(grown).revisions())
                .extracting(of -> of.value().figure().orElseThrow().toString())
                .containsExactly("98.6公顷", "97.2公顷");
        assertThat(grown.asKnownOn(LocalDate.parse("2025-12-31")).observations())
                .isEqualTo(ExpectedUpdate.PINGHU.observations());
    }
}
