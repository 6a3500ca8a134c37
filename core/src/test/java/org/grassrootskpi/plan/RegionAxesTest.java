package org.grassrootskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.plan.PlanFixture.months;
import static org.grassrootskpi.plan.PlanFixture.only;
import static org.grassrootskpi.plan.PlanFixture.planner;
import static org.grassrootskpi.plan.PlanFixture.refusal;
import static org.grassrootskpi.plan.PlanFixture.rollups;

import java.util.Optional;
import org.grassrootskpi.evaluate.LevelIndex;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.rollup.RollupFixture;
import org.junit.jupiter.api.Test;

/** Which regions are combined, and which contain them; and which indicators. */
class RegionAxesTest {
    @Test
    void groupsTheRegionsOfTheQuery() {
        Planner planner = planner(months("cases"));
        Query year = Query.select("cases").during("2024");

        assertThat(only(planner, year.within("b"))).contains("one group of b,");
        assertThat(only(planner, year.within("b", "a"))).contains("one group of 2 regions with their parts,");
        assertThat(only(planner, year.within("a", "a1"))).as("a1 is in a").contains("one group of a,");
        assertThat(only(planner, year.within("a").groupBy(Dimension.region(COMMUNITY))))
                .contains(": 2 regions,");
        assertThat(refusal(planner, year.within("a1").groupBy(Dimension.region(TOWNSHIP))))
                .isEqualTo(
                        "REGION_CUT: region 'a1' of level COMMUNITY is only a part of a group by TOWNSHIP -> group by"
                                + " region(COMMUNITY), or ask within a region of level TOWNSHIP");
    }

    @Test
    void refusesSharesWithoutOneLevelAbove() {
        Planner planner = planner(months("cases"));
        Query year = Query.select("cases").during("2024").measures(Measure.share());

        assertThat(refusal(planner, year))
                .isEqualTo(
                        "in its column NEEDS_REGION: 'share' compares regions, but the query is not grouped by region"
                                + " -> add Dimension.region(level) to groupBy");
        assertThat(refusal(planner, year.groupBy(Dimension.region(COUNTY))))
                .isEqualTo("in its column NEEDS_REGION: 'share' needs the regions above the groups to be of one level,"
                        + " found none -> name the level, as in Measure.shareOf(level), or group by a level below the"
                        + " top");
        Query two = year.measures(
                        Measure.shareOf(COUNTY),
                        Measure.shareOf(TOWNSHIP),
                        Measure.shareOf(COUNTY).as("again"))
                .groupBy(Dimension.region(COMMUNITY));
        assertThat(rollups(planner, two))
                .containsExactly(
                        "cases from COMMUNITY, MONTHLY: 3 regions, 2024-01..2024-12 by ANNUAL, [SUM]",
                        "cases from COMMUNITY, MONTHLY: 1 regions, 2024-01..2024-12 by ANNUAL, [SUM]",
                        "cases from COMMUNITY, MONTHLY: 2 regions, 2024-01..2024-12 by ANNUAL, [SUM]");
    }

    @Test
    void takesTheIndicatorsOfASectorTogetherOrApart() {
        Planner planner = planner(months("cases"), months("sub"), months("beds"));

        assertThat(planner.plan(Query.selectSector("t").during("2024"))).hasToString("""
                        rollup 0: sub from COMMUNITY, MONTHLY: one group of 1 regions with their parts, \
                        2024-01..2024-12 by ANNUAL, [SUM]
                        value of sub = sum(#0)
                        """);
        assertThat(refusal(planner, Query.select("cases", "sub").during("2024").groupBy(Dimension.topSector())))
                .isEqualTo("in its column TOTAL_BESIDE_PARTS: 'sub' is already counted in 'cases' -> select one of the"
                        + " two, or group by Dimension.indicator()");
        assertThat(refusal(planner, Query.select("cases", "beds").during("2024").groupBy(Dimension.sector())))
                .startsWith("in its column MIXED_KINDS: 'cases' is a FLOW and 'beds' a STOCK: they do not add up to one"
                        + " thing");
        assertThat(refusal(
                        planner,
                        Query.select("cases", "beds")
                                .during("2024")
                                .measures(Measure.max())
                                .groupBy(Dimension.sector())))
                .startsWith("in its column MIXED_UNITS: 'cases' is in count:件 and 'beds' in count:张");
        assertThat(planner.plan(Query.select("cases", "sub", "money", "none")
                        .during("2024")
                        .measures(Measure.count())
                        .groupBy(Dimension.sector())))
                .hasToString("""
                        rollup 0: cases from COMMUNITY, MONTHLY: one group of 1 regions with their parts, \
                        2024-01..2024-12 by ANNUAL, []
                        rollup 1: sub from COMMUNITY, MONTHLY: one group of 1 regions with their parts, \
                        2024-01..2024-12 by ANNUAL, []
                        count of s = count(#0)
                        count of t = count(#1)
                        count of none = refused: UNKNOWN_INDICATOR
                        """);
    }

    @Test
    void findsTheParentsOfEachGroupOnce() {
        RegionAxes axes = new RegionAxes(
                RollupFixture.REGIONS,
                new LevelIndex(RollupFixture.REGIONS),
                Query.select("spent").groupBy(Dimension.region(TOWNSHIP)));

        assertThat(axes.parents("share", Optional.of(COUNTY))).isEqualTo(1);
        assertThat(axes.parents("again", Optional.empty())).isEqualTo(1);
        assertThat(axes.parents("wide", Optional.of(RegionLevel.PROVINCE))).isEqualTo(2);
        assertThat(axes.parents("once more", Optional.of(RegionLevel.PROVINCE))).isEqualTo(2);
        assertThat(axes.all()).hasSize(3);
        assertThat(axes.all().get(0).slots().asList()).isEmpty();
        assertThat(axes.all().get(1).slots().asList())
                .as("a and b are in x, what is elsewhere is in none")
                .containsExactly(0, 0, -1);
        assertThat(axes.all().get(2).slots().asList()).containsExactly(-1, -1, -1);
        assertThat(axes.all().get(2).groups().size()).isZero();
        assertThat(axes.groups()).isEqualTo(RollupFixture.TOWNSHIPS);
        assertThat(axes.asked()).isEqualTo(TOWNSHIP);
        assertThat(axes.roots()).isEmpty();
        RegionAxes within = new RegionAxes(
                RollupFixture.REGIONS,
                new LevelIndex(RollupFixture.REGIONS),
                Query.select("spent").within("a", "a1", "b1"));
        assertThat(within.roots()).containsExactly("a", "b1");
        assertThat(within.asked()).as("the deepest").isEqualTo(COMMUNITY);
        assertThat(within.count(new int[] {2, 3, 5, 6})).as("a1, a2, b1").isEqualTo(3);
    }

    @Test
    void asksForTheRegionsOfAGroupOfItsOwnLevel() {
        assertThat(only(
                        planner(months("cases")),
                        Query.select("cases").during("2024").within("a").groupBy(Dimension.region(TOWNSHIP))))
                .contains(": 1 regions,");
    }

    @Test
    void countsNoIndicatorThatWasNeverObservedAsCovered() {
        Planner planner = planner(months("cases"));
        Query sector = Query.select("cases", "sub").during("2024").groupBy(Dimension.topSector());

        assertThat(refusal(planner, sector.measures(Measure.coverage())))
                .isEqualTo("in its column NO_DATA: there is no observation of 'sub' -> add observations of it, or leave"
                        + " it out");
        assertThat(planner(months("cases"), months("sub"))
                        .plan(sector.measures(Measure.coverage()))
                        .toString())
                .endsWith("coverage of s = coverage(count(#0 + #1))\n");
        assertThat(planner.plan(sector.measures(Measure.count())).toString()).endsWith("count of s = count(#0)\n");
        assertThat(refusal(planner(months("money")), sector.measures(Measure.count())))
                .startsWith("in its column NO_DATA: there is no observation of 'cases'");
    }
}
