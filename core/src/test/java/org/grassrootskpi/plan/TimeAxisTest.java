package org.grassrootskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.plan.PlanFixture.extent;
import static org.grassrootskpi.plan.PlanFixture.months;
import static org.grassrootskpi.plan.PlanFixture.only;
import static org.grassrootskpi.plan.PlanFixture.planner;
import static org.grassrootskpi.plan.PlanFixture.refusal;
import static org.grassrootskpi.plan.PlanFixture.rollups;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.DAILY;
import static org.grassrootskpi.time.Frequency.MONTHLY;
import static org.grassrootskpi.time.Frequency.QUARTERLY;
import static org.grassrootskpi.time.Frequency.WEEKLY;
import static org.grassrootskpi.time.Frequency.YEAR_TO_DATE;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which time a query is answered for, and which parts of a group are refused. */
class TimeAxisTest {
    static Stream<Arguments> times() {
        Query all = Query.select("cases");
        return Stream.of(
                Arguments.of(all, "2023-01..2024-12 as one"),
                Arguments.of(all.groupBy(Dimension.period(ANNUAL)), "2023-01..2024-12 by ANNUAL"),
                Arguments.of(all.during("2024"), "2024-01..2024-12 by ANNUAL"),
                Arguments.of(all.during("2024-05"), "2024-05..2024-05 by MONTHLY"),
                Arguments.of(all.during("2024-02..2024-04"), "2024-02..2024-04 as one"),
                Arguments.of(all.during("2024-02-01..2024-03-31"), "2024-02..2024-03 as one"),
                Arguments.of(
                        all.during("2024-02..2024-04").groupBy(Dimension.period(MONTHLY)),
                        "2024-02..2024-04 by MONTHLY"),
                Arguments.of(
                        all.during("2024-04..2024-09").groupBy(Dimension.period(QUARTERLY)),
                        "2024-04..2024-09 by QUARTERLY"),
                Arguments.of(all.during("2024").groupBy(Dimension.period(YEAR_TO_DATE)), "2024-01..2024-12 by MONTHLY"),
                Arguments.of(all.during("2030").groupBy(Dimension.period(QUARTERLY)), "2030-01..2030-12 by QUARTERLY"));
    }

    @ParameterizedTest
    @MethodSource("times")
    void takesTheTimeOfTheQueryOrElseOfTheData(Query query, String periods) {
        assertThat(only(planner(months("cases")), query))
                .isEqualTo("cases from COMMUNITY, MONTHLY: one group of 1 regions with their parts, " + periods
                        + ", [SUM]");
    }

    @Test
    void takesTheTimeOfAllIndicatorsForEach() {
        Planner planner = planner(
                extent("cases", COMMUNITY, MONTHLY, "2023-03..2023-11"),
                extent("money", COMMUNITY, QUARTERLY, "2022-Q2..2023-Q1"));

        assertThat(rollups(planner, Query.select("cases", "money")))
                .containsExactly(
                        "cases from COMMUNITY, MONTHLY: one group of 1 regions with their parts, 2022-04..2023-11 as one,"
                                + " [SUM]",
                        "money from COMMUNITY, QUARTERLY: one group of 1 regions with their parts, 2022-Q2..2023-Q3 as"
                                + " one, [SUM]");
        assertThat(rollups(planner, Query.select("cases", "money").groupBy(Dimension.period(ANNUAL))))
                .containsExactly(
                        "cases from COMMUNITY, MONTHLY: one group of 1 regions with their parts, 2022-01..2023-12 by"
                                + " ANNUAL, [SUM]",
                        "money from COMMUNITY, QUARTERLY: one group of 1 regions with their parts, 2022-Q1..2023-Q4 by"
                                + " ANNUAL, [SUM]");
    }

    @Test
    void takesAStockByItsOwnPeriods() {
        assertThat(only(planner(months("beds")), Query.select("beds").during("2024-02..2024-04")))
                .endsWith("2024-02..2024-04 by MONTHLY, [SUM]");
        assertThat(only(planner(months("beds")), Query.select("beds").groupBy(Dimension.period(YEAR_TO_DATE))))
                .endsWith("2023-01..2024-12 by MONTHLY, [SUM]");
    }

    @Test
    void givesWeeksToTheMonthOfTheirThursday() {
        Planner weeks = planner(extent("cases", COMMUNITY, WEEKLY, "2024-W01..2024-W52"));

        assertThat(only(weeks, Query.select("cases").during("2024-02").groupBy(Dimension.period(WEEKLY))))
                .as("29 January to 3 March: W05 has Thursday 1 February, W09 Thursday 29 February")
                .endsWith("2024-W05..2024-W09 by WEEKLY, [SUM]");
        assertThat(only(weeks, Query.select("cases").during("2024-03").groupBy(Dimension.period(WEEKLY))))
                .endsWith("2024-W10..2024-W13 by WEEKLY, [SUM]");
        assertThat(only(
                        weeks,
                        Query.select("cases").during("2024-01-29..2024-02-11").groupBy(Dimension.period(WEEKLY))))
                .endsWith("2024-W05..2024-W06 by WEEKLY, [SUM]");
        assertThat(refusal(
                        weeks,
                        Query.select("cases").during("2024-01-30..2024-02-11").groupBy(Dimension.period(WEEKLY))))
                .startsWith("PERIOD_CUT: the group 2024-W05 is not wholly within");
        assertThat(refusal(weeks, Query.select("cases").during("2024-02")))
                .startsWith(
                        "in its column PERIOD_FINER_THAN_DATA: 'cases' is asked for by MONTHLY, which its periods do"
                                + " not make up -> there is COMMUNITY, WEEKLY");
    }

    static Stream<Arguments> cuts() {
        return Stream.of(
                Arguments.of(
                        "2024-02..2024-06",
                        QUARTERLY,
                        "PERIOD_CUT: the group 2024-Q1 is not wholly within"
                                + " 2024-02..2024-06, so that a part would stand for the whole -> limit the query to whole"
                                + " QUARTERLY periods, or group by a frequency finer than QUARTERLY"),
                Arguments.of(
                        "2024-01..2024-05",
                        QUARTERLY,
                        "PERIOD_CUT: the group 2024-Q2 is not wholly within"
                                + " 2024-01..2024-05, so that a part would stand for the whole -> limit the query to whole"
                                + " QUARTERLY periods, or group by a frequency finer than QUARTERLY"),
                Arguments.of(
                        "2024-Q1..2024-Q3",
                        ANNUAL,
                        "PERIOD_CUT: the group 2024 is not wholly within"
                                + " 2024-Q1..2024-Q3, so that a part would stand for the whole -> limit the query to whole"
                                + " ANNUAL periods, or group by a frequency finer than ANNUAL"),
                Arguments.of(
                        "2024",
                        DAILY,
                        "in its column PERIOD_FINER_THAN_DATA: 'cases' is asked for by DAILY,"
                                + " which its periods do not make up -> there is COMMUNITY, MONTHLY: ask for one of these"
                                + " frequencies, or for whole periods of a longer one"));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void refusesPartsOfAGroup(String during, Frequency frequency, String refusal) {
        Query query = Query.select("cases").during(during).groupBy(Dimension.period(frequency));

        assertThat(refusal(planner(months("cases")), query)).isEqualTo(refusal);
    }

    @Test
    void refusesDaysThatCutThePeriodsOfTheData() {
        for (String days : List.of("2024-01-02..2024-02-29", "2024-01-01..2024-02-28")) {
            assertThat(refusal(planner(months("cases")), Query.select("cases").during(days)))
                    .isEqualTo("in its column PERIOD_FINER_THAN_DATA: 'cases' is asked for by days that cut its"
                            + " periods, which its periods do not make up -> there is COMMUNITY, MONTHLY: ask for one"
                            + " of these frequencies, or for whole periods of a longer one");
        }
        Planner cumulative = planner(new SourceExtent(Source.of("cases", COMMUNITY, YEAR_TO_DATE), toDate()));
        assertThat(refusal(cumulative, Query.select("cases").during("2024-02..2024-04")))
                .startsWith("in its column PERIOD_FINER_THAN_DATA");
        Plan plan = cumulative.plan(Query.select("cases").groupBy(Dimension.period(YEAR_TO_DATE)));
        assertThat(plan.rollups().get(0).periods().groups())
                .as("from that of March, though it begins in January")
                .contains(toDate());
    }

    private static TimePeriodRange toDate() {
        return TimePeriodRange.of(
                TimePeriod.containing(LocalDate.parse("2024-03-31"), YEAR_TO_DATE),
                TimePeriod.containing(LocalDate.parse("2024-06-30"), YEAR_TO_DATE));
    }

    @Test
    void refusesToComparePeriodsWithoutAny() {
        Planner nothing = planner();
        Query growth = Query.select("cases").measures(Measure.yearOnYear());

        assertThat(refusal(nothing, growth.groupBy(Dimension.period(ANNUAL))))
                .isEqualTo("in its column NO_DATA: there is no observation that 'yearOnYear' could compare -> add"
                        + " observations, or limit the query to a time by during(...)");
        assertThat(refusal(planner(months("cases")), growth))
                .isEqualTo(
                        "in its column NEEDS_PERIOD: 'yearOnYear' compares periods, but the query puts all of them into"
                                + " one group -> add Dimension.period(frequency) to groupBy, or limit the query to a single"
                                + " period");
        assertThat(refusal(nothing, Query.select("cases"))).startsWith("in its column NO_DATA");
    }
}
