package org.grassrootskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.plan.PlanFixture.extent;
import static org.grassrootskpi.plan.PlanFixture.months;
import static org.grassrootskpi.plan.PlanFixture.refusal;
import static org.grassrootskpi.plan.PlanFixture.rollups;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.MONTHLY;
import static org.grassrootskpi.time.Frequency.QUARTERLY;
import static org.grassrootskpi.time.Frequency.YEAR_TO_DATE;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which data and which time are read where indicators go together, or one and its own earlier periods. */
class JoinedSourcesTest {
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
            .indicator(TableFixture.indicator("rate", "s", IndicatorKind.RATIO, "ratio", 4)
                    .numerator("closed")
                    .denominator("cases")
                    .build())
            .indicator(TableFixture.indicator("score", "s", IndicatorKind.RATIO, "ratio", 4)
                    .weight("cases")
                    .build());

    /** What is for years or quarters is most complete, what is for months less so. */
    private static Planner planner(SourceExtent... extents) {
        return Planner.of(
                TABLE.catalog(),
                TableSchema.empty(),
                ImmutableList.copyOf(extents),
                (source, regions, periods, members) -> source.frequency() == MONTHLY ? 1 : 2L * periods.size());
    }

    @Test
    void aRatioOfTwoPartsIsReadFromWhereBothAre() {
        Planner planner = planner(
                extent("closed", TOWNSHIP, ANNUAL, "2024..2024"),
                extent("closed", COMMUNITY, MONTHLY, "2022-01..2024-12"),
                extent("cases", TOWNSHIP, QUARTERLY, "2023-Q1..2024-Q4"),
                extent("cases", COMMUNITY, MONTHLY, "2021-01..2024-12"));

        assertThat(rollups(planner, Query.select("rate")))
                .as("the time of the pair too, which is longer than that of the best data of each")
                .containsExactly(
                        "closed from COMMUNITY, MONTHLY: one group of 1 regions with their parts, 2021-01..2024-12 as one, [SUM]",
                        "cases from COMMUNITY, MONTHLY: one group of 1 regions with their parts, 2021-01..2024-12 as one, [SUM]");
        assertThat(rollups(planner, Query.select("closed").groupBy(Dimension.period(ANNUAL))))
                .containsExactly(
                        "closed from TOWNSHIP, ANNUAL: one group of 1 regions with their parts, 2024..2024 by ANNUAL, [SUM]");
        assertThat(rollups(planner, Query.select("rate").groupBy(Dimension.period(ANNUAL))))
                .containsExactly(
                        "closed from COMMUNITY, MONTHLY: one group of 1 regions with their parts, 2021-01..2024-12 by ANNUAL, [SUM]",
                        "cases from COMMUNITY, MONTHLY: one group of 1 regions with their parts, 2021-01..2024-12 by ANNUAL, [SUM]");
    }

    @Test
    void aMeanByWeightIsReadFromWhereBothAre() {
        Planner planner = planner(
                extent("score", TOWNSHIP, ANNUAL, "2024..2024"),
                extent("score", COMMUNITY, MONTHLY, "2022-01..2024-12"),
                extent("cases", COMMUNITY, MONTHLY, "2023-01..2024-12"));

        assertThat(rollups(planner, Query.select("score").groupBy(Dimension.period(ANNUAL))))
                .containsExactly(
                        "score from COMMUNITY, MONTHLY weighted by cases: one group of 1 regions with their parts, 2022-01..2024-12 by ANNUAL,"
                                + " [WEIGHTED_SUM]");
    }

    @Test
    void ofSeveralPairsItIsOneOfTheTimeThatIsAskedFor() {
        Planner planner = planner(
                extent("closed", COMMUNITY, QUARTERLY, "2023-Q1..2024-Q4"),
                extent("closed", TOWNSHIP, ANNUAL, "2023..2024"),
                extent("cases", COMMUNITY, QUARTERLY, "2020-Q1..2021-Q4"),
                extent("cases", TOWNSHIP, ANNUAL, "2023..2024"));
        Planner other = planner(
                extent("closed", COMMUNITY, QUARTERLY, "2020-Q1..2021-Q4"),
                extent("closed", TOWNSHIP, ANNUAL, "2023..2024"),
                extent("cases", COMMUNITY, QUARTERLY, "2023-Q1..2024-Q4"),
                extent("cases", TOWNSHIP, ANNUAL, "2023..2024"));

        for (Planner each : List.of(planner, other)) {
            assertThat(each.plan(Query.select("rate").during("2024")).sources())
                    .hasToString("[closed from TOWNSHIP, ANNUAL, cases from TOWNSHIP, ANNUAL]");
        }
    }

    @Test
    void partsOfOtherLevelsAndFrequenciesHaveNoPairs() {
        Planner planner = planner(
                extent("closed", COMMUNITY, ANNUAL, "2024..2024"), extent("cases", TOWNSHIP, ANNUAL, "2024..2024"));
        Planner frequencies = planner(
                extent("closed", COMMUNITY, MONTHLY, "2024-01..2024-12"),
                extent("cases", COMMUNITY, QUARTERLY, "2024-Q1..2024-Q4"));

        for (Planner each : List.of(planner, frequencies)) {
            assertThat(each.plan(Query.select("rate").during("2024")).toString())
                    .doesNotContain("pairs")
                    .endsWith("value of rate = sum(#0) / sum(#1)\n");
        }
    }

    @Test
    void aRatioWhosePartsAreTooCoarseIsTakenAsObservedOrRefusedByThePart() {
        SourceExtent closed = extent("closed", TOWNSHIP, MONTHLY, "2024-01..2024-12");
        SourceExtent cases = extent("cases", TOWNSHIP, MONTHLY, "2024-01..2024-12");
        Query query =
                Query.select("rate").during("2024").groupBy(Dimension.region(COMMUNITY), Dimension.period(MONTHLY));

        assertThat(planner(closed, cases, months("rate")).plan(query)).hasToString("""
                        rollup 0: rate from COMMUNITY, MONTHLY: 3 regions, 2024-01..2024-12 by MONTHLY, [SUM]
                        value of rate = sum(#0)
                        """);
        assertThat(refusal(planner(closed, cases), query))
                .startsWith("in its column REGION_FINER_THAN_DATA: 'closed' is asked for by COMMUNITY");
        assertThat(refusal(planner(months("closed"), cases), query))
                .startsWith("in its column REGION_FINER_THAN_DATA: 'cases' is asked for by COMMUNITY");
        assertThat(refusal(planner(closed, cases, extent("rate", TOWNSHIP, MONTHLY, "2024-01..2024-12")), query))
                .startsWith("in its column REGION_FINER_THAN_DATA: 'rate' is asked for by COMMUNITY");
        assertThat(refusal(planner(closed), query))
                .startsWith("in its column NO_DATA: there is no observation of 'rate'");
        assertThat(refusal(planner(cases), query))
                .startsWith("in its column NO_DATA: there is no observation of 'rate'");
    }

    /** Rows of one of two members are counted against those of that member only. */
    @ParameterizedTest
    @CsvSource({"18, TOWNSHIP", "19, COMMUNITY"})
    void completenessIsOfTheMembersThatAreAskedFor(long months, String level) {
        Planner planner = Planner.of(
                TABLE.catalog(),
                TableSchema.builder().addDimensions("sex").build(),
                Stream.of(Source.of("cases", COMMUNITY, MONTHLY), Source.of("cases", TOWNSHIP, ANNUAL))
                        .map(source -> new SourceExtent(
                                source,
                                source.frequency() == MONTHLY
                                        ? TimePeriodRange.parse("2024-01..2024-12")
                                        : TimePeriodRange.parse("2024..2024"),
                                ImmutableList.of(ImmutableList.of("men"), ImmutableList.of("women")),
                                0))
                        .toList(),
                (source, regions, periods, members) -> source.frequency() == MONTHLY ? months : 1);

        assertThat(planner.plan(Query.select("cases").during("2024").where("sex", "men"))
                        .sources()
                        .get(0)
                        .level())
                .hasToString(level);
    }

    @Test
    void yearsToDateComeFirstAmongEquals() {
        Planner planner = Planner.of(
                TABLE.catalog(),
                TableSchema.empty(),
                ImmutableList.of(
                        extent("cases", COMMUNITY, MONTHLY, "2024-01..2024-12"),
                        extent("cases", COMMUNITY, QUARTERLY, "2024-Q1..2024-Q4"),
                        extent("cases", COMMUNITY, YEAR_TO_DATE, "2024-YTD01..2024-YTD12")),
                (source, regions, periods, members) -> 0);

        assertThat(planner.plan(Query.select("cases").groupBy(Dimension.period(YEAR_TO_DATE)))
                        .sources())
                .hasToString("[cases from COMMUNITY, YEAR_TO_DATE]");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void measuresOfOneRollUpReadItFromTheEarliestPeriodThatAnyNeeds(boolean latestFirst) {
        Query query = Query.select("cases").during("2024").groupBy(Dimension.period(QUARTERLY));
        Measure growth = Measure.growth(BasePeriod.YEAR_EARLIER);

        assertThat(rollups(
                        planner(months("cases")),
                        latestFirst ? query.measures(Measure.sum(), growth) : query.measures(growth, Measure.sum())))
                .containsExactly(
                        "cases from COMMUNITY, MONTHLY: one group of 1 regions with their parts, 2023-01..2024-12 by QUARTERLY, [SUM]");
    }

    /** What is a difference of years to date has pairs where it is observed so, but not where months make them up. */
    @Test
    void yearsToDateArePairedWithTheirLike() {
        Query query = Query.select("cases").during("2024-YTD01..2024-YTD12").groupBy(Dimension.period(YEAR_TO_DATE));
        Planner months = planner(months("cases"));
        Planner cumulative = planner(extent("cases", COMMUNITY, YEAR_TO_DATE, "2023-YTD01..2024-YTD12"));

        assertThat(months.plan(query.measures(Measure.discrete())).toString()).doesNotContain("pairs");
        assertThat(cumulative.plan(query.measures(Measure.discrete())).toString())
                .contains("pairs 0: cases from COMMUNITY, YEAR_TO_DATE paired with cases of PREVIOUS_PERIOD");
        assertThat(months.plan(query.measures(Measure.yearOnYear())).toString())
                .contains("pairs 0: cases from COMMUNITY, MONTHLY paired with cases of YEAR_EARLIER");
        assertThat(cumulative.plan(query.measures(Measure.yearOnYear())).toString())
                .contains("pairs 0: cases from COMMUNITY, YEAR_TO_DATE paired with cases of YEAR_EARLIER");
    }

    /** The total of one and the parts of the other are different rows, though of the same people. */
    @ParameterizedTest
    @CsvSource({"men women, false", "both, true", "both men, true", "both men women, true"})
    void partsArePairedWhereTheSameMembersAreRead(String members, boolean paired) {
        ImmutableList<ImmutableList<String>> both = ImmutableList.of(ImmutableList.of("both"), ImmutableList.of("men"));
        ImmutableList<ImmutableList<String>> others =
                Stream.of(members.split(" ", -1)).map(ImmutableList::of).collect(ImmutableList.toImmutableList());
        TimePeriodRange year = TimePeriodRange.parse("2024-01..2024-12");
        Planner planner = Planner.of(
                TABLE.catalog(),
                TableSchema.builder().addDimensions("sex").total("sex", "both").build(),
                ImmutableList.of(
                        new SourceExtent(Source.of("closed", COMMUNITY, MONTHLY), year, both, 0),
                        new SourceExtent(Source.of("cases", COMMUNITY, MONTHLY), year, others, 0)),
                (source, regions, periods, limits) -> 1);

        assertThat(planner.plan(Query.select("rate").during("2024")).toString().contains("pairs"))
                .isEqualTo(paired);
    }
}
