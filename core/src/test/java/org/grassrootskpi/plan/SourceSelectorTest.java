package org.grassrootskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.plan.PlanFixture.extent;
import static org.grassrootskpi.plan.PlanFixture.months;
import static org.grassrootskpi.plan.PlanFixture.planner;
import static org.grassrootskpi.plan.PlanFixture.refusal;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.MONTHLY;
import static org.grassrootskpi.time.Frequency.QUARTERLY;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which data a query is answered from. */
class SourceSelectorTest {
    /** Each case: the rows with a value of communities' months and of townships' years, and which of the two is read. */
    static Stream<Arguments> completeness() {
        return Stream.of(
                // 36 months of communities and 2 years of townships are expected in 2024.
                Arguments.of(36L, 2L, "TOWNSHIP, ANNUAL"),
                Arguments.of(36L, 1L, "COMMUNITY, MONTHLY"),
                Arguments.of(18L, 1L, "TOWNSHIP, ANNUAL"),
                Arguments.of(17L, 1L, "TOWNSHIP, ANNUAL"),
                Arguments.of(19L, 1L, "COMMUNITY, MONTHLY"),
                Arguments.of(0L, 0L, "TOWNSHIP, ANNUAL"));
    }

    @ParameterizedTest
    @MethodSource("completeness")
    void takesTheMostCompleteSourceAndAmongEqualsTheCoarsest(long months, long years, String source) {
        List<String> asked = new ArrayList<>();
        Planner planner = planner(
                (of, regions, periods, members) -> {
                    asked.add(of + " of " + regions + " in " + periods + " " + members);
                    return of.frequency() == MONTHLY ? months : years;
                },
                months("cases"),
                extent("cases", TOWNSHIP, ANNUAL, "2023..2024"));

        assertThat(planner.plan(Query.select("cases").during("2024")).sources())
                .hasToString("[cases from " + source + "]");
        assertThat(asked)
                .containsExactly(
                        "cases from COMMUNITY, MONTHLY of [] in 2024-01..2024-12 {}",
                        "cases from TOWNSHIP, ANNUAL of [] in 2024..2024 {}");
        asked.clear();
        planner.plan(Query.select("cases").within("a", "a1"));
        assertThat(asked)
                .as("all of its data; a1 is in a")
                .containsExactly(
                        "cases from COMMUNITY, MONTHLY of [a] in 2023-01..2024-12 {}",
                        "cases from TOWNSHIP, ANNUAL of [a] in 2023..2024 {}");
    }

    @Test
    void prefersDataOfTheTimeAndThenTheCoarserLevelAndFrequency() {
        SourceCounts none = (of, regions, periods, members) -> 0;
        Planner elsewhere = planner(none, months("cases"), extent("cases", TOWNSHIP, ANNUAL, "2020..2021"));
        Planner later = planner(none, months("cases"), extent("cases", TOWNSHIP, ANNUAL, "2025..2026"));
        Planner frequencies = planner(none, months("cases"), extent("cases", COMMUNITY, QUARTERLY, "2023-Q1..2024-Q4"));
        Planner levels = planner(
                none,
                extent("cases", COMMUNITY, ANNUAL, "2023..2024"),
                extent("cases", TOWNSHIP, MONTHLY, "2024-01..2024-12"));

        for (Planner planner : List.of(elsewhere, later)) {
            assertThat(planner.plan(Query.select("cases").during("2024")).sources())
                    .hasToString("[cases from COMMUNITY, MONTHLY]");
        }
        assertThat(frequencies.plan(Query.select("cases").during("2024")).sources())
                .hasToString("[cases from COMMUNITY, QUARTERLY]");
        assertThat(levels.plan(Query.select("cases").during("2024")).sources())
                .hasToString("[cases from TOWNSHIP, MONTHLY]");
        assertThat(levels.plan(Query.select("cases").during("2024").sourcedFrom(COMMUNITY, ANNUAL))
                        .sources())
                .hasToString("[cases from COMMUNITY, ANNUAL]");
    }

    @Test
    void saysWhichDataThereIsInsteadOfTheOneThatIsAskedFor() {
        Planner planner = planner(months("cases"), extent("cases", TOWNSHIP, ANNUAL, "2023..2024"));
        Query all = Query.select("cases");

        assertThat(refusal(planner, all.sourcedFrom(COUNTY, ANNUAL)))
                .isEqualTo(
                        "in its column NO_SUCH_SOURCE: there is no observation of 'cases' from COUNTY, ANNUAL -> there"
                                + " is COMMUNITY, MONTHLY; TOWNSHIP, ANNUAL: name one of these in from(level, frequency)");
        assertThat(refusal(planner, all.sourcedFrom(TOWNSHIP, ANNUAL).groupBy(Dimension.region(COMMUNITY))))
                .isEqualTo("in its column REGION_FINER_THAN_DATA: 'cases' is asked for by COMMUNITY, but observed only"
                        + " for coarser regions -> there is TOWNSHIP, ANNUAL: ask for one of these levels");
        assertThat(refusal(planner, Query.select("beds")))
                .isEqualTo(
                        "in its column NO_DATA: there is no observation of 'beds' -> add observations of it, or leave"
                                + " it out");
        assertThat(refusal(planner, all.within("a1").sourcedFrom(TOWNSHIP, ANNUAL)))
                .startsWith("in its column REGION_FINER_THAN_DATA: 'cases' is asked for by COMMUNITY");
    }

    @Test
    void expectsARowOfEachMemberInEachWholePeriod() {
        List<String> asked = new ArrayList<>();
        Planner weeks = planner(
                (of, regions, periods, members) -> {
                    asked.add(periods.toString());
                    return 1;
                },
                extent("cases", COMMUNITY, Frequency.WEEKLY, "2023-W10..2024-W10"),
                extent("cases", COMMUNITY, ANNUAL, "2023..2024"));
        weeks.plan(Query.select("cases"));
        assertThat(asked)
                .as("1 January 2023 is of a week of 2022, 31 December 2024 of one of 2025")
                .containsExactly("2023-W01..2024-W52", "2023..2024");

        ImmutableList<ImmutableList<String>> both =
                ImmutableList.of(ImmutableList.of("men"), ImmutableList.of("women"));
        for (long months : new long[] {36, 37}) {
            Planner planner = Planner.of(
                    PlanFixture.TABLE.catalog(),
                    TableSchema.builder().addDimensions("sex").build(),
                    ImmutableList.of(
                            new SourceExtent(
                                    Source.of("cases", COMMUNITY, MONTHLY),
                                    TimePeriodRange.parse("2024-01..2024-12"),
                                    both,
                                    0),
                            new SourceExtent(
                                    Source.of("cases", TOWNSHIP, ANNUAL),
                                    TimePeriodRange.parse("2024..2024"),
                                    ImmutableList.of(ImmutableList.of("men")),
                                    0)),
                    (of, regions, periods, members) -> of.frequency() == MONTHLY ? months : 1);

            assertThat(planner.plan(Query.select("cases").during("2024")).sources())
                    .as(months + " of 72 months, or 1 of 2 years")
                    .hasToString(months == 36 ? "[cases from TOWNSHIP, ANNUAL]" : "[cases from COMMUNITY, MONTHLY]");
        }
    }
}
