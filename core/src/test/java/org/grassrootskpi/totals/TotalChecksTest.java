package org.grassrootskpi.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.RATIO;
import static org.grassrootskpi.model.IndicatorKind.SHARED_FLOW;
import static org.grassrootskpi.model.IndicatorKind.STOCK;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.COUNTY;

import java.util.List;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;

/** Which totals are compared with which parts; the counts are computed by hand. */
class TotalChecksTest {
    private static TotalChecks checks(TableFixture fixture) {
        return TotalChecks.of(Engine.local(fixture.table()));
    }

    private static List<String> shown(TotalChecks checks) {
        return checks.checks().stream()
                .map(check -> check.kind() + " " + check.identity().orElse("-") + " " + check.total() + " by "
                        + check.parts() + ": " + check.passed() + " " + check.failed() + " " + check.impossible())
                .toList();
    }

    private static TableFixture cases() {
        return TableFixture.places()
                .indicator("all", FLOW, "count:宗", 0)
                .indicator("closed", FLOW, "count:宗", 0)
                .indicator("withdrawn", FLOW, "count:宗", 0)
                .identity("parts", "all", "closed - withdrawn", "1宗");
    }

    @Test
    void comparesAnIdentityAtEachLevelAndFrequencyOfItsTotal() {
        TableFixture fixture = cases().row("all", "a", "2024", "7")
                .row("closed", "a", "2024", "10")
                .row("withdrawn", "a", "2024", "2")
                .row("all", "b", "2024", "5")
                .row("closed", "b", "2024", "10")
                .row("withdrawn", "b", "2024", "2")
                // Parts without a total of their level are no totals; a total without parts of its frequency is
                // impossible.
                .row("closed", "x", "2024", "9")
                .row("all", "x", "2024-Q1", "9")
                .row("closed", "x", "2023-Q1", "9");
        TotalChecks checks = checks(fixture);

        assertThat(shown(checks))
                .containsExactly(
                        "INDICATORS parts all from COUNTY, QUARTERLY by all from COUNTY, QUARTERLY: 0 0 1",
                        "INDICATORS parts all from TOWNSHIP, ANNUAL by all from TOWNSHIP, ANNUAL: 1 1 0",
                        "REGIONS - closed from COUNTY, ANNUAL by closed from TOWNSHIP, ANNUAL: 0 1 0",
                        "PERIODS - closed from COUNTY, ANNUAL by closed from COUNTY, QUARTERLY: 0 0 1");
        assertThat(checks.made()).isEqualTo(3);
        assertThat(checks.passed()).isEqualTo(1);
        assertThat(checks.failed()).isEqualTo(2);
        assertThat(checks.impossible()).isEqualTo(2);
        assertThat(checks)
                .hasToString("3 totals compared with the sums of their parts: 1 passed, 2 failed; 2 not possible");
    }

    @Test
    void toleratesNothingOfSumsOfRegionsAndPeriods() {
        TableFixture fixture = cases().row("all", "a", "2024", "8")
                .row("all", "a1", "2024", "3")
                .row("all", "a2", "2024", "4");

        assertThat(shown(checks(fixture)))
                .contains("REGIONS - all from TOWNSHIP, ANNUAL by all from COMMUNITY, ANNUAL: 0 1 0");
    }

    @Test
    void addsFlowsOverBothSharedFlowsOverTimeAndStocksOverRegions() {
        TableFixture fixture = TableFixture.places()
                .indicator("flow", FLOW, "count:宗", 0)
                .indicator("stock", STOCK, "count:张", 0)
                .indicator("shared", SHARED_FLOW, "count:次", 0)
                .indicator("rate", RATIO, "ratio", 2);
        for (String id : List.of("flow", "stock", "shared", "rate")) {
            fixture.row(id, "b", "2024", "2")
                    .row(id, "b", "2024-H1", "1")
                    .row(id, "b", "2024-H2", "1")
                    .row(id, "b1", "2024", "2");
        }

        assertThat(shown(checks(fixture)))
                .containsExactly(
                        "REGIONS - flow from TOWNSHIP, ANNUAL by flow from COMMUNITY, ANNUAL: 1 0 0",
                        "PERIODS - flow from TOWNSHIP, ANNUAL by flow from TOWNSHIP, HALF_YEARLY: 1 0 0",
                        "REGIONS - stock from TOWNSHIP, ANNUAL by stock from COMMUNITY, ANNUAL: 1 0 0",
                        "PERIODS - shared from TOWNSHIP, ANNUAL by shared from TOWNSHIP, HALF_YEARLY: 1 0 0");
    }

    @Test
    void leavesIndicatorsThatFollowFromOthers() {
        TableFixture fixture = TableFixture.places()
                .indicator("flow", FLOW, "count:宗", 0)
                .indicator(TableFixture.indicator("twice", "s", FLOW, "count:宗", 0)
                        .formula(IndicatorFormula.parse("flow * 2"))
                        .build())
                .row("flow", "b", "2024", "2")
                .row("twice", "b", "2024", "4")
                .row("twice", "b1", "2024", "4")
                .row("twice", "b", "2024-H1", "2")
                .row("twice", "b", "2024-H2", "2");

        assertThat(shown(checks(fixture))).isEmpty();
    }

    @Test
    void takesTheNextLevelOfTheSameFrequencyOfWhichThereIsData() {
        TableFixture fixture = TableFixture.places()
                .indicator("flow", FLOW, "count:宗", 0)
                .row("flow", "x", "2024", "6")
                .row("flow", "a", "2024-Q1", "6")
                .row("flow", "a1", "2024", "1")
                .row("flow", "a2", "2024", "2")
                .row("flow", "b1", "2024", "3");

        assertThat(shown(checks(fixture)))
                .containsExactly("REGIONS - flow from COUNTY, ANNUAL by flow from COMMUNITY, ANNUAL: 1 0 0");
    }

    @Test
    void takesTheLongestPeriodsThatDivideThoseOfTheTotal() {
        TableFixture fixture = TableFixture.places()
                .indicator("flow", FLOW, "count:宗", 0)
                .row("flow", "x", "2024-01", "6")
                .row("flow", "x", "2024-W01", "6")
                .row("flow", "x", "2024-01-01", "6");

        assertThat(shown(checks(fixture)))
                .containsExactly(
                        "PERIODS - flow from COUNTY, MONTHLY by flow from COUNTY, DAILY: 0 0 1",
                        "PERIODS - flow from COUNTY, WEEKLY by flow from COUNTY, DAILY: 0 0 1");
    }

    @Test
    void leavesOutSumsOfRegionsThatMakeUpAPartOnly() {
        TableFixture fixture = TableFixture.places()
                .region("x1", COMMUNITY, "x")
                .region("y", COUNTY, "")
                .region("z", COUNTY, "")
                .region("z1", COMMUNITY, "z")
                .indicator("flow", FLOW, "count:宗", 0)
                // x has a community beside its townships, y has nothing below it, z no townships.
                .row("flow", "x", "2024", "6")
                .row("flow", "y", "2024", "6")
                .row("flow", "z", "2024", "6")
                .row("flow", "a", "2024", "4")
                .row("flow", "b", "2024", "2");

        assertThat(shown(checks(fixture)))
                .containsExactly("REGIONS - flow from COUNTY, ANNUAL by flow from TOWNSHIP, ANNUAL: 0 0 2");
    }

    @Test
    void describesTheMembersOfWhatFails() {
        TableSchema schema = TableSchema.builder().addDimensions("sex").build();
        TableFixture fixture = TableFixture.places()
                .indicator("flow", FLOW, "count:宗", 0)
                .row("flow", "b", "2024", "2", "f")
                .row("flow", "b", "2024", "3", "m")
                .row("flow", "b1", "2024", "2", "f")
                .row("flow", "b1", "2024", "2", "m");

        TotalCheck check =
                TotalChecks.of(Engine.local(fixture.table(schema))).checks().get(0);
        assertThat(check.passed()).isEqualTo(1);
        assertThat(check.mismatches())
                .extracting(wrong -> wrong.region().code() + " " + wrong.period() + " " + wrong.members() + " "
                        + wrong.total().value().toPlainString() + " "
                        + wrong.sum().value().toPlainString())
                .containsExactly("b 2024 {sex=m} 3 2");
    }
}
