package org.grassrootskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.MONTHLY;
import static org.grassrootskpi.time.Frequency.QUARTERLY;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;

/** Which roll-ups and formulas a query becomes. */
class PlannerTest {
    private static final TableFixture TABLE = new TableFixture()
            .sector("s", "")
            .region("x", COUNTY, "")
            .region("a", TOWNSHIP, "x")
            .region("a1", COMMUNITY, "a")
            .region("a2", COMMUNITY, "a")
            .region("b", TOWNSHIP, "x")
            .region("b1", COMMUNITY, "b")
            .indicator("cases", IndicatorKind.FLOW, "count:件", 0)
            .indicator("closed", IndicatorKind.FLOW, "count:件", 0)
            .indicator("beds", IndicatorKind.STOCK, "count:张", 0)
            .indicator("grade", IndicatorKind.RATING, "ratio", 0)
            .indicator(TableFixture.indicator("rate", "s", IndicatorKind.RATIO, "ratio", 4)
                    .numerator("closed")
                    .denominator("cases")
                    .build());
    private static final Planner PLANNER = Planner.of(
            TABLE.catalog(),
            TableSchema.empty(),
            ImmutableList.of(
                    extent("cases", COMMUNITY, MONTHLY, "2023-01..2024-12"),
                    extent("closed", COMMUNITY, MONTHLY, "2023-01..2024-12"),
                    extent("beds", COMMUNITY, MONTHLY, "2024-01..2024-12"),
                    extent("beds", TOWNSHIP, ANNUAL, "2024..2024"),
                    extent("grade", COMMUNITY, MONTHLY, "2024-01..2024-12")),
            PlannerTest::values);

    private static SourceExtent extent(String indicator, RegionLevel level, Frequency frequency, String periods) {
        return new SourceExtent(Source.of(indicator, level, frequency), TimePeriodRange.parse(periods));
    }

    /** All months are there, and one of the two townships' years. */
    private static long values(Source source, List<String> regions, TimePeriodRange periods, Object members) {
        return source.level().equals(TOWNSHIP) ? 1 : 3L * periods.size();
    }

    private static Query query(Measure measure, String... indicators) {
        return Query.select(indicators)
                .during("2024")
                .groupBy(Dimension.region(TOWNSHIP), Dimension.period(QUARTERLY))
                .measures(measure);
    }

    @Test
    void sumsAFlowOverItsSlots() {
        assertThat(PLANNER.plan(query(Measure.value(), "cases"))).hasToString("""
                        rollup 0: cases from COMMUNITY, MONTHLY: 2 regions, 2024-01..2024-12 by QUARTERLY, [SUM]
                        value of cases = sum(#0)
                        """);
    }

    @Test
    void takesAStockByItsMonthsFromTheMostCompleteSource() {
        assertThat(PLANNER.plan(Query.select("beds")
                        .during("2024")
                        .groupBy(Dimension.region(TOWNSHIP))
                        .measures(Measure.value())))
                .hasToString("""
                        rollup 0: beds from COMMUNITY, MONTHLY: 2 regions, 2024-01..2024-12 by MONTHLY, [SUM]
                        value of beds = sum(#0)
                        """);
    }

    @Test
    void recalculatesARatioAndPairsItsPartsIfSomeAreMissing() {
        assertThat(PLANNER.plan(query(Measure.value(), "rate"))).hasToString("""
                        rollup 0: closed from COMMUNITY, MONTHLY: 2 regions, 2024-01..2024-12 by QUARTERLY, [SUM]
                        rollup 1: cases from COMMUNITY, MONTHLY: 2 regions, 2024-01..2024-12 by QUARTERLY, [SUM]
                        if incomplete, pairs 0: closed from COMMUNITY, MONTHLY paired with cases: 2 regions, \
                        2024-01..2024-12 by QUARTERLY, [PAIRED_SUM]
                        value of rate = sum(#0) / sum(#1)
                        """);
    }

    @Test
    void readsAYearMoreForAComparisonWithTheYearBefore() {
        assertThat(PLANNER.plan(query(Measure.growth(BasePeriod.YEAR_EARLIER), "cases")))
                .hasToString("""
                        rollup 0: cases from COMMUNITY, MONTHLY: 2 regions, 2023-01..2024-12 by QUARTERLY, [SUM]
                        if incomplete, pairs 0: cases from COMMUNITY, MONTHLY paired with cases of YEAR_EARLIER: 2 regions, \
                        2024-01..2024-12 by QUARTERLY, [PAIRED_SUM]
                        yearOnYear of cases = growth(sum(#0), YEAR_EARLIER)
                        """);
    }

    @Test
    void sharesOneRollUpAmongMeasuresThatGroupAlike() {
        Plan plan = PLANNER.plan(Query.select("cases")
                .during("2024")
                .groupBy(Dimension.region(TOWNSHIP))
                .measures(Measure.sum(), Measure.min(), Measure.mean(), Measure.count(), Measure.quantile(0.5)));

        assertThat(plan).hasToString("""
                        rollup 0: cases from COMMUNITY, MONTHLY: 2 regions, 2024-01..2024-12 by ANNUAL, [SUM, MIN, VALUES]
                        sum of cases = sum(#0)
                        min of cases = min(#0)
                        mean of cases = mean(#0)
                        count of cases = count(#0)
                        quantile(0.5) of cases = quantile(#0)
                        """);
    }

    @Test
    void asksForThePartsAndForTheWholeOfAShare() {
        assertThat(PLANNER.plan(query(Measure.share(), "cases"))).hasToString("""
                        rollup 0: cases from COMMUNITY, MONTHLY: 2 regions, 2024-01..2024-12 by QUARTERLY, [SUM]
                        rollup 1: cases from COMMUNITY, MONTHLY: 1 regions, 2024-01..2024-12 by QUARTERLY, [SUM]
                        share of cases = sum(#0) / sum(#1 of the parent)
                        """);
    }

    @Test
    void ranksAndTakesWindows() {
        assertThat(PLANNER.plan(query(Measure.rank(), "cases")).toString())
                .endsWith("rank of cases = rank(sum(#0), highest first)\n");
        assertThat(PLANNER.plan(query(Measure.yearToDate(), "cases")).toString())
                .endsWith("yearToDate of cases = sum(#0 over the year to date)\n");
        assertThat(PLANNER.plan(query(Measure.rolling(3), "cases"))).hasToString("""
                        rollup 0: cases from COMMUNITY, MONTHLY: 2 regions, 2023-07..2024-12 by QUARTERLY, [SUM]
                        rolling(3) of cases = sum(#0 over 3)
                        """);
    }

    @Test
    void refusesAMeasureForOneIndicatorAndAnswersForTheOthers() {
        Plan plan = PLANNER.plan(query(Measure.sum(), "grade", "cases", "casse"));

        assertThat(plan.refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.SUM_OF_RATING, Reason.UNKNOWN_INDICATOR);
        assertThat(plan).hasToString("""
                        rollup 0: cases from COMMUNITY, MONTHLY: 2 regions, 2024-01..2024-12 by QUARTERLY, [SUM]
                        sum of grade = refused: SUM_OF_RATING
                        sum of cases = sum(#0)
                        sum of casse = refused: UNKNOWN_INDICATOR
                        """);
    }

    @Test
    void refusesAStrictQueryForOneMeasure() {
        assertThatThrownBy(() -> PLANNER.plan(query(Measure.sum(), "grade").strict()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusals())
                                .extracting(Refusal::reason)
                                .containsExactly(Reason.SUM_OF_RATING));
    }

    @Test
    void refusesAQueryOfUnknownRegionsOrPartsOfGroups() {
        assertReason(query(Measure.value(), "cases").within("y"), Reason.UNKNOWN_REGION);
        assertReason(query(Measure.value(), "cases").within("a1"), Reason.REGION_CUT);
        assertReason(query(Measure.value(), "cases").during("2024-02..2024-04"), Reason.PERIOD_CUT);
    }

    private static void assertReason(Query query, Reason reason) {
        assertThatThrownBy(() -> PLANNER.plan(query))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusals())
                                .extracting(Refusal::reason)
                                .containsExactly(reason));
    }
}
