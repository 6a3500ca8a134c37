package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.RATIO;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.query.Dimension.regionGroups;
import static org.grassrootskpi.time.Frequency.ANNUAL;

import java.util.List;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.RefusedException;
import org.junit.jupiter.api.Test;

/** How every engine must answer for groups of regions beside the tree. */
abstract class RegionGroupConformance extends Conformance {
    /** Townships a (a1, a2), b (b1) and c (c1, c2); groups across them. */
    private static TableFixture groups() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .region("a", TOWNSHIP, "")
                .region("b", TOWNSHIP, "")
                .region("c", TOWNSHIP, "")
                .region("a1", COMMUNITY, "a")
                .region("a2", COMMUNITY, "a")
                .region("b1", COMMUNITY, "b")
                .region("c1", COMMUNITY, "c")
                .region("c2", COMMUNITY, "c")
                .group("coast", "c1", "a1")
                .group("hills", "a2", "b")
                .group("old", "a", "c2")
                .indicator("cases", FLOW, "count:宗", 0)
                .indicator("people", IndicatorKind.STOCK, "count:人", 0)
                .indicator(TableFixture.indicator("rate", "s", RATIO, "count:宗", 4)
                        .numerator("cases")
                        .denominator("people")
                        .build());
        int number = 1;
        for (String community : List.of("a1", "a2", "b1", "c1", "c2")) {
            fixture.row("cases", community, "2023", String.valueOf(number))
                    .row("cases", community, "2024", String.valueOf(3 * number))
                    .row("people", community, "2024", "100");
            number *= 10;
        }
        return fixture;
    }

    private List<String> rows(TableFixture fixture, Query query) {
        return ask(fixture, query).stream().map(Object::toString).toList();
    }

    @Test
    void addsUpWhatLiesInAGroup() {
        Query query = Query.select("cases").during("2024");

        assertThat(shown(groups(), query.within("coast"))).containsExactly("3003 (2/2)");
        assertThat(shown(groups(), query.within("hills"))).containsExactly("330 (2/2)");
        // a2 lies in two of the groups, and counts once.
        assertThat(shown(groups(), query.within("hills", "old", "c2"))).containsExactly("30333 (4/4)");
    }

    @Test
    void hasARowForEachGroupInTheOrderOfTheQuestion() {
        Query query = Query.select("cases", "rate")
                .during("2024")
                .groupBy(regionGroups("hills", "coast"))
                .measures(Measure.value(), Measure.rank());

        assertThat(ask(groups(), query).stream()
                        .map(row ->
                                row.region().orElseThrow().code() + " " + row.cell("value") + " " + row.cell("rank")))
                .containsExactly(
                        "hills 330 (2/2) 2 (2/2)",
                        "coast 3003 (2/2) 1 (2/2)",
                        "hills 1.65 (2/2) as of 2024 2 (2/2) as of 2024",
                        "coast 15.015 (2/2) as of 2024 1 (2/2) as of 2024");
    }

    @Test
    void comparesGroupsOverTimeAndPairsTheirReporters() {
        TableFixture fixture = groups().row("cases", "a1", "2022", "5");
        Query query = Query.select("cases")
                .during("2023..2024")
                .groupBy(regionGroups("coast", "hills"), period(ANNUAL))
                .measures(Measure.yearOnYear());

        assertThat(shown(fixture, query))
                .containsExactly("-0.8 (1/2), 1 unpaired", "2 (2/2)", "missing base (0/2)", "2 (2/2)");
    }

    @Test
    void refusesGroupsThatHaveARegionInCommon() {
        Query query = Query.select("cases").during("2024");

        assertThatThrownBy(() -> ask(groups(), query.groupBy(regionGroups("hills", "old"))))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.refusals().get(0).reason()).isEqualTo(Reason.OVERLAPPING_GROUPS))
                .hasMessageContaining("groups 'old' and 'hills' both contain region 'a2'")
                .hasMessageContaining("within(\"hills\")");
        assertThatThrownBy(() -> ask(groups(), query.groupBy(regionGroups())))
                .hasMessageContaining("both contain region");
    }

    @Test
    void refusesUnknownGroupsAndWhatWouldCutThem() {
        Query query = Query.select("cases").during("2024");

        assertThatThrownBy(() -> ask(groups(), query.groupBy(regionGroups("cost"))))
                .hasMessageContaining("Unknown group of regions 'cost' (did you mean 'coast'?)");
        assertThatThrownBy(() -> ask(groups(), query.within("a").groupBy(regionGroups("coast"))))
                .hasMessageContaining("within(a) would cut the groups of regionGroups(coast)");
        assertThatThrownBy(() -> ask(groups(), query.within("cost"))).hasMessageContaining("'cost'");
    }

    @Test
    void refusesSharesOfGroupsWhichNoRegionContains() {
        Query query = Query.select("cases")
                .during("2024")
                .groupBy(regionGroups("coast"))
                .measures(Measure.share(), Measure.shareOf(TOWNSHIP), Measure.rankWithin(TOWNSHIP));

        assertThat(ask(groups(), query).refusals()).hasSize(3).allSatisfy(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.NEEDS_REGION);
            assertThat(refusal.message()).contains("groups of regions lie beside the tree");
        });
    }

    @Test
    void namesGroupsAsItNamesRegions() {
        Query query = Query.select("cases").during("2024").groupBy(regionGroups("coast"));

        assertThat(rows(groups(), query)).singleElement().asString().contains("coast 村coast");
        assertThat(ask(groups(), query).toCsv()).contains("coast").contains("村coast");
    }
}
