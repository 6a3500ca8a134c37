package org.grassrootskpi.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.CsvCells;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationTableTest {
    private static final TableFixture FIXTURE = new TableFixture()
            .sector("s", "")
            .region("t", RegionLevel.TOWNSHIP, "")
            .region("a", RegionLevel.COMMUNITY, "t")
            .region("b", RegionLevel.COMMUNITY, "t")
            .indicator("output", IndicatorKind.FLOW, "CNY", 0)
            .indicator("visits", IndicatorKind.FLOW, "count:次", 0)
            .indicator("rate", IndicatorKind.RATIO, "ratio", 4)
            .indicator("change", IndicatorKind.RATIO, "percentage-point", 4)
            .row("output", "a", "2023", "1234567890")
            .row("output", "a", "2024", "2000000000")
            .row("output", "b", "2023", "765432110")
            .row("output", "b", "2024", "995000000")
            .row("visits", "a", "2023", "1200")
            .figure("visits", "b", "2023", "超600次")
            .row("visits", "a", "2024", "1300")
            .missing("visits", "b", "2024", ObservationStatus.NOT_COLLECTED)
            .row("rate", "a", "2023", "0.9655")
            .row("rate", "a", "2024", "0.97")
            .row("change", "a", "2024", "-0.0025");

    private static ResultTable ask(Query query) {
        return Engine.local(FIXTURE.table()).execute(query);
    }

    private static PublicationTable table(Query query, TableFormat format) {
        return PublicationTable.of(ask(query), FIXTURE.catalog(), format);
    }

    private static final Query BY_COMMUNITY =
            Query.select("output").groupBy(Dimension.region(RegionLevel.COMMUNITY), Dimension.period(Frequency.ANNUAL));

    @Test
    void laysPeriodsSideBySideInALargeUnit() {
        PublicationTable table = table(
                BY_COMMUNITY, TableFormat.of(Language.ZH).withUnits("万元", "亿元").withAcross("period"));

        assertThat(table.toString()).isEqualTo("""
                指标    地区      2023年      2024年
                output  村a   123,456.79  200,000.00
                output  村b    76,543.21   99,500.00
                单位：万元
                """);
    }

    @Test
    void printsAColumnOfUnitsWhereRowsDiffer() {
        PublicationTable table = table(
                Query.select("output", "visits", "rate")
                        .within("a")
                        .groupBy(Dimension.indicator(), Dimension.period(Frequency.ANNUAL)),
                TableFormat.of(Language.EN)
                        .withUnit("output", "亿元")
                        .withDecimals("output", 1)
                        .withAcross("period"));

        assertThat(table.toMarkdown()).isEqualTo("""
                | Indicator | Unit | 2023 | 2024 |
                | --- | --- | ---: | ---: |
                | output | 亿元 | 12.3 | 20.0 |
                | visits | 次 | 1,200 | 1,300 |
                | rate | % | 96.6 | 97.0 |
                """);
    }

    @Test
    void saysWhatAReaderMustNotOverlook() {
        PublicationTable table = table(
                Query.select("visits")
                        .groupBy(Dimension.period(Frequency.ANNUAL))
                        .measures(Measure.value(), Measure.yearOnYear()),
                TableFormat.of(Language.ZH));

        assertThat(table.toString()).isEqualTo("""
                指标    时期        数值 (次)         同比 (%)
                visits  2023年        超1,800        … [1] [2]
                visits  2024年  1,300 [3] [4]  8.3 [3] [4] [5]
                [1] 缺基期数
                [2] 2个应报单位或时期中有0个有数
                [3] 2个应报单位或时期中有1个有数
                [4] 未收集
                [5] 1个数据没有对应期，未计入
                """);
    }

    @Test
    void keepsNumbersApartFromTheirText() {
        PublicationTable table = table(BY_COMMUNITY, TableFormat.of(Language.ZH).withUnits("亿元"));

        assertThat(table.rows().get(0).get(3).number()).isEqualTo(Optional.of(new BigDecimal("12.35")));
        assertThat(table.toCsv().lines())
                .containsExactly(
                        "指标,地区,时期,数值",
                        "output,村a,2023年,12.35",
                        "output,村a,2024年,20.00",
                        "output,村b,2023年,7.65",
                        "output,村b,2024年,9.95");
        assertThat(table.toCsv()).endsWith("\r\n").doesNotContain(" ");
    }

    /** A figure above 600 is none of 600, so it is printed with its word and is no number. */
    @Test
    void printsQualifiersInWordsAndRoundsToTheSideOfTheTrueValue() {
        PublicationTable table = table(
                Query.select("visits").within("b").during("2023"),
                TableFormat.of(Language.ZH).withUnits("万次").withDecimals(1));

        assertThat(table.rows().get(0).get(1).text()).isEqualTo("超0.0");
        assertThat(table.rows().get(0).get(1).number()).isEmpty();
    }

    @Test
    void printsPercentagePointsAsPoints() {
        PublicationTable table = table(
                Query.select("change").within("a").during("2024"),
                TableFormat.of(Language.ZH).withDecimals(2));

        assertThat(table.toString()).isEqualTo("""
                指标     数值
                change  -0.25
                单位：个百分点
                """);
    }

    @Test
    void printsRefusals() {
        PublicationTable table = table(
                Query.select("rate").within("t").during("2024").measures(Measure.sum()), TableFormat.of(Language.EN));

        assertThat(table.notes()).hasSize(1).first().asString().startsWith("[1] rate: not given (");
    }

    @Test
    void refusesAColumnThatThereIsNot() {
        assertThatThrownBy(() -> table(BY_COMMUNITY, TableFormat.of(Language.ZH).withAcross("sector")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Expected a column of the result [indicator, region, period] to lay side by side, got 'sector'");
        assertThatThrownBy(() -> TableFormat.of(Language.ZH).withDecimals(21))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected 0 to 20 decimals, got 21");
    }

    @Test
    void keepsTheColumnsOfAResultWithoutRows() {
        PublicationTable table = table(
                BY_COMMUNITY.having(Measure.value(), Range.lessThan(BigDecimal.ZERO)),
                TableFormat.of(Language.EN).withUnits("亿元"));

        assertThat(table.rows()).isEmpty();
        assertThat(table.head()).containsExactly("Indicator", "Region", "Period", "Value");
    }

    /** A name that a spreadsheet would run as a formula. */
    @Test
    void guardsTextsThatASpreadsheetWouldRun() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .region("a", RegionLevel.COMMUNITY, "")
                .indicator(TableFixture.indicator("visits", "s", IndicatorKind.FLOW, "count:次", 0)
                        .name(LocalizedText.of("=1+1", "=1+1"))
                        .build())
                .row("visits", "a", "2024", "-3");
        PublicationTable table = PublicationTable.of(
                Engine.local(fixture.table())
                        .execute(Query.select("visits")
                                .groupBy(Dimension.indicator(), Dimension.period(Frequency.ANNUAL))),
                fixture.catalog(),
                TableFormat.of(Language.EN));

        assertThat(table.toCsv(CsvCells.GUARDED)).contains("'=1+1,2024,-3");
        assertThat(table.toCsv()).contains("=1+1,2024,-3");
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024年",
        "2024-H1, 2024年上半年",
        "2024-H2, 2024年下半年",
        "2024-Q3, 2024年第三季度",
        "2024-07, 2024年7月",
        "2024-07-05, 2024年7月5日",
        "2024-W05, 2024-W05"
    })
    void namesPeriodsInChinese(String period, String name) {
        assertThat(PeriodName.of(TimePeriod.parse(period), Language.ZH)).isEqualTo(name);
        assertThat(PeriodName.of(TimePeriod.parse(period), Language.EN)).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-YTD09, 2024年1—9月, January–September 2024",
        "2024-YTD12, 2024年1—12月, January–December 2024",
        "2024-YTD01, 2024年1—1月, January 2024"
    })
    void namesYearsToDate(String period, String chinese, String english) {
        assertThat(PeriodName.of(TimePeriod.parse(period), Language.ZH)).isEqualTo(chinese);
        assertThat(PeriodName.of(TimePeriod.parse(period), Language.EN)).isEqualTo(english);
    }
}
