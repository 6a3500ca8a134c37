package org.grassrootskpi.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.report.WorkReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report against those before it, and against a catalogue. */
class HistoryTest {
    private static final String YEAR_BEFORE = """
            青石镇2024年工作总结
            一、2024年工作总结
            完成固定资产投资30.2亿元，同比增长6.1%。受理诉求9600件。年末养老床位760张。
            连续两年获评全市平安镇。成功举办第二届采茶节。召开第三届人民代表大会。拆除违法建筑57.6万平方米，居全县第一。
            二、2025年工作计划
            固定资产投资33亿元。规上工业增加值增长8%左右。登记失业率控制在3.5%以内。
            """;

    private static final String HALF_YEAR = """
            青石镇2025年上半年工作总结
            一、2025年上半年工作总结
            一般公共预算收入2.72亿元，完成年度任务的54.4%。调解纠纷310件。6月末存款余额9.6亿元。
            """;

    private static List<String> said(String sentences) {
        ReportCheck check = ReportCheck.standard()
                .with(CheckRule.of("history.dropped").switched(false))
                .with(CheckRule.of("history.target-dropped").switched(false))
                .withPrevious("2024.txt", WorkReport.parse(YEAR_BEFORE))
                .withPrevious("half.txt", WorkReport.parse(HALF_YEAR));
        String report = "青石镇2025年工作总结\n一、2025年工作总结\n" + sentences;
        return check.check(WorkReport.parse(report)).findings().stream()
                .map(finding -> finding.level() + " " + finding.rule().id() + " " + finding.sum())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # stated and computed growth; a circle of projects that changes is only asked about
            完成固定资产投资35.1亿元，同比增长16.2%。|
            完成固定资产投资35.1亿元，同比增长12.6%。|QUESTION history.growth 35.1亿元 ÷ 30.2亿元 - 1 = 16.23% (15.87%..16.58%) ≠ 12.6%
            # the base that is printed now, and the value that was printed then
            受理诉求10100件，上年为9600件，增长5.2%。|
            受理诉求10100件，上年为9060件，增长11.5%。|WARNING history.base 9600件 ≠ 9060件
            # a plan of the year before
            完成固定资产投资33.4亿元。|
            完成固定资产投资32.1亿元。|WARNING history.target 33亿元 > 32.1亿元
            完成固定资产投资32.1亿元，未完成年度目标。|
            规上工业增加值增长7.7%。|
            规上工业增加值增长5.2%。|WARNING history.target ≈8% > 5.2%
            登记失业率3.2%。|
            登记失业率3.9%。|WARNING history.target 3.9% > ≤3.5%
            # the task that a completion of the half-year implies
            一般公共预算收入5.02亿元。|
            一般公共预算收入4.72亿元。|WARNING history.target 2.72亿元 ÷ 54.4% = 5.00亿元 > 4.72亿元
            # a sum since January
            调解纠纷620件。|
            调解纠纷301件。|WARNING history.flow 310件 > 301件
            年末存款余额9.1亿元。|
            # what there was, what came and what went
            年末养老床位860张，新增120张，撤并20张。|
            年末养老床位880张，新增120张，撤并20张。|WARNING history.stock 760张 + 120张 - 20张 = 860张 ≠ 880张
            # what goes on from year to year; a congress of five years does not
            连续三年获评“全市平安镇”。成功举办第三届采茶节。召开第三届人民代表大会。|
            连续两年获评全市平安镇称号。|WARNING history.streak 2024: 连续两年获评全市平安镇 → 2025: 连续两年获评全市平安镇称号
            连续五年获评全市平安镇。|WARNING history.streak 2024: 连续两年获评全市平安镇 → 2025: 连续五年获评全市平安镇
            成功举办第四届采茶节。|WARNING history.edition 2024: 第二届采茶节 → 2025: 第四届采茶节
            成功举办第二届采茶节。|QUESTION history.edition 2024: 第二届采茶节 → 2025: 第二届采茶节
            # records, high and low
            受理诉求9800件，创历史新高。|
            受理诉求9300件，创历史新高。|WARNING history.record 9600件 > 9300件
            受理诉求9300件，为历史最低。|
            受理诉求9800件，为历史最低。|WARNING history.record 9800件 > 9600件
            """)
    void isHeldAgainstEarlierReports(String sentence, String finding) {
        assertThat(said(sentence)).isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @Test
    void twoEditionsInOneSentenceAreTwoFindings() {
        assertThat(said("成功举办第四届采茶节，召开第五届采茶节。"))
                .containsExactly(
                        "WARNING history.edition 2024: 第二届采茶节 → 2025: 第四届采茶节",
                        "WARNING history.edition 2024: 第二届采茶节 → 2025: 第五届采茶节");
    }

    @Test
    void asksForKeyFiguresThatAreNotMentionedAnyMore() {
        CheckResult result = ReportCheck.of(CheckRule.of("history.dropped"))
                .withPrevious("2024.txt", WorkReport.parse(YEAR_BEFORE))
                .check(WorkReport.parse("青石镇2025年工作总结\n一、2025年工作总结\n完成固定资产投资33.4亿元。"));

        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.sum()).isEqualTo("2024: 拆除违法建筑 57.6万平方米");
            assertThat(finding.place().source()).isEqualTo("2024.txt");
            assertThat(finding.place().line()).isEqualTo(4);
            assertThat(finding.level()).isEqualTo(CheckLevel.QUESTION);
        });
        assertThat(result.counts().get(CheckRule.of("history.dropped"))).isEqualTo(new CheckCount(2, 1, 0));
    }

    /** A plan of the year before, a task that the half-year implies, and a commitment of a catalogue, each of which the report is silent on. */
    @Test
    void asksAboveAllForTargetsThatAreNotMentionedAnyMore() {
        CheckResult result = ReportCheck.of(CheckRule.of("history.target-dropped"), CheckRule.of("history.dropped"))
                .withPrevious("2024.txt", WorkReport.parse(YEAR_BEFORE))
                .withPrevious("half.txt", WorkReport.parse(HALF_YEAR))
                .against("pinghu", PinghuCatalog.load(), "440307003")
                .check(WorkReport.parse("青石镇2025年工作总结\n一、2025年工作总结\n完成固定资产投资33.4亿元。"));

        assertThat(result.findings())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "WARNING history.target-dropped line 6: 2025: 规上工业增加值 ≈8%",
                        "WARNING history.target-dropped line 6: 2025: 登记失业率 ≤3.5%",
                        "WARNING history.target-dropped line 3: 2025: 一般公共预算收入 2.72亿元 ÷ 54.4% = 5.00亿元",
                        "WARNING history.target-dropped line 0: 2025: 道路和路灯小项目完成数 8个",
                        "QUESTION history.dropped line 4: 2024: 拆除违法建筑 57.6万平方米");
        assertThat(result.counts().get(CheckRule.of("history.target-dropped"))).isEqualTo(new CheckCount(5, 1, 0));
    }

    @Test
    void isHeldAgainstACatalogue() {
        Catalog pinghu = PinghuCatalog.load();
        ReportCheck check = ReportCheck.standard()
                .with(CheckRule.of("history.target-dropped").switched(false))
                .against("pinghu", pinghu, "440307003");
        WorkReport report = WorkReport.parse("平湖街道2025年工作总结\n一、2025年工作总结\n规上工业总产值540.2亿元，同比增长9.04%。");

        assertThat(check.check(report).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(CheckLevel.QUESTION);
            assertThat(finding.sum()).isEqualTo("540.2亿元 ÷ 509.45亿元 - 1 = 6.036% (6.025%..6.047%) ≠ 9.04%");
            assertThat(finding.places().get(2).source()).isEqualTo("pinghu#industry.output:440307003:2024");
        });
    }

    @Test
    void refusesARegionThatTheCatalogueDoesNotHave() {
        Catalog pinghu = PinghuCatalog.load();

        assertThatThrownBy(() -> ReportCheck.standard().against("pinghu", pinghu, "440307999"))
                .isInstanceOf(UnknownIdException.class)
                .hasMessageContaining("440307999");
    }
}
