package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.SHARED_FLOW;
import static org.grassrootskpi.model.IndicatorKind.STOCK;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;

import java.util.List;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.totals.TotalCheck;
import org.grassrootskpi.totals.TotalChecks;
import org.junit.jupiter.api.Test;

/** How published totals must stand to the sums of their parts on every engine; the numbers are computed by hand. */
abstract class TotalConformance extends Conformance {
    private static TableFixture requests(String tolerance) {
        return TableFixture.places()
                .indicator("all", FLOW, "count:宗", 0)
                .indicator("closed", FLOW, "count:宗", 0)
                .indicator("open", FLOW, "count:宗", 0)
                .indicator("withdrawn", FLOW, "count:宗", 0)
                .identity("parts", "all", "closed + open - withdrawn", tolerance);
    }

    private static TableFixture all(TableFixture fixture, String region, String period, String... values) {
        String[] ids = {"all", "closed", "open", "withdrawn"};
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                fixture.row(ids[i], region, period, values[i]);
            }
        }
        return fixture;
    }

    private TotalChecks checks(TableFixture fixture) {
        return TotalChecks.of(engine(fixture.table()));
    }

    private static List<String> shown(TotalChecks checks) {
        return checks.checks().stream()
                .map(check ->
                        check.kind() + check.identity().map(id -> " " + id).orElse("") + " " + check.total()
                                + (check.parts().equals(check.total())
                                        ? ""
                                        : " by " + check.parts().level() + ", "
                                                + check.parts().frequency())
                                + ": " + check.passed() + "/" + check.made() + ", " + check.impossible() + " impossible"
                                + wrong(check))
                .toList();
    }

    private static String wrong(TotalCheck check) {
        StringBuilder wrong = new StringBuilder();
        check.mismatches()
                .forEach(mismatch -> wrong.append("; ")
                        .append(mismatch.region().code())
                        .append(' ')
                        .append(mismatch.period())
                        .append(mismatch.members().isEmpty() ? "" : " " + mismatch.members())
                        .append(' ')
                        .append(mismatch.total().value().toPlainString())
                        .append(" not ")
                        .append(mismatch.sum().value().toPlainString()));
        return wrong.toString();
    }

    @Test
    void comparesTotalsWithTheirPartsForAllRegionsAndPeriods() {
        TableFixture fixture = requests("");
        all(fixture, "a1", "2024-01", "100", "70", "40", "10");
        all(fixture, "a1", "2024-02", "101", "70", "40", "10");
        all(fixture, "a2", "2024-01", "8", "5", "3", "0");
        all(fixture, "b1", "2024-02", "7", "5", "3", "1");
        all(fixture, "b1", "2024-03", "-2", "5", "3", "1");

        assertThat(shown(checks(fixture)))
                .containsExactly(
                        "INDICATORS parts all from COMMUNITY, MONTHLY: 3/5, 0 impossible; a1 2024-02 101 not 100;"
                                + " b1 2024-03 -2 not 7");
    }

    @Test
    void countsWhatIsMissingAndNeverPassesIt() {
        TableFixture fixture = requests("");
        // A part is not there; a part has a status without a value; nothing but the total; the total is not there;
        // nothing is due.
        all(fixture, "a1", "2024-01", "100", "70", "", "10");
        all(fixture, "a1", "2024-02", "30", "20", "", "0")
                .missing("open", "a1", "2024-02", ObservationStatus.SUPPRESSED);
        all(fixture, "a2", "2024-01", "9");
        all(fixture, "a2", "2024-02", "", "5", "3", "0");
        all(fixture, "b1", "2024-01", "", "5", "", "0");
        all(fixture, "b1", "2024-02", "8", "5", "3", "0");
        all(fixture, "b1", "2024-03", "8", "5", "3", "1").missing("closed", "a1", "2024-03", ObservationStatus.MISSING);

        assertThat(shown(checks(fixture)))
                .containsExactly("INDICATORS parts all from COMMUNITY, MONTHLY: 1/2, 4 impossible; b1 2024-03 8 not 7");
    }

    @Test
    void toleratesAsMuchAsTheIdentityAndRoundingAllow() {
        TableFixture fixture = requests("1宗");
        all(fixture, "a1", "2024", "101", "70", "40", "10");
        all(fixture, "a2", "2024", "102", "70", "40", "10");
        // 0.2万 is 1500 to 2500, 近50 less than that: no plain numbers any more.
        all(fixture, "b1", "2024", "", "1100", "", "0")
                .figure("all", "b1", "2024", "0.2万宗")
                .figure("open", "b1", "2024", "近500宗");
        all(fixture, "b1", "2023", "", "9000", "", "0")
                .figure("all", "b1", "2023", "0.2万宗")
                .figure("open", "b1", "2023", "超500宗");

        assertThat(shown(checks(fixture)).get(0))
                .startsWith(
                        "INDICATORS parts all from COMMUNITY, ANNUAL: 2/4, 0 impossible; a2 2024 102 not 100; b1 2023 2000 not 9500");
    }

    @Test
    void comparesARegionWithTheRegionsThatMakeItUp() {
        TableFixture fixture = TableFixture.places()
                .region("c", TOWNSHIP, "x")
                .indicator("cases", FLOW, "count:宗", 0)
                .indicator("beds", STOCK, "count:张", 0)
                .indicator("joint", SHARED_FLOW, "count:次", 0)
                .row("cases", "a", "2024", "30")
                .row("cases", "a1", "2024", "10")
                .row("cases", "a2", "2024", "20")
                .row("cases", "b", "2024", "6")
                .row("cases", "b1", "2024", "5")
                .row("cases", "a", "2023", "30")
                .row("cases", "a1", "2023", "10")
                // Nothing is known below c, so that nothing of it is due.
                .row("cases", "c", "2024", "1")
                .row("cases", "x", "2024", "37")
                .row("beds", "a", "2024", "9")
                .row("beds", "a1", "2024", "4")
                .row("beds", "a2", "2024", "5")
                .row("joint", "a", "2024", "3")
                .row("joint", "a1", "2024", "3")
                .row("joint", "a2", "2024", "3");

        assertThat(shown(checks(fixture)))
                .containsExactly(
                        "REGIONS cases from COUNTY, ANNUAL by TOWNSHIP, ANNUAL: 1/1, 0 impossible",
                        "REGIONS cases from TOWNSHIP, ANNUAL by COMMUNITY, ANNUAL: 1/2, 1 impossible; b 2024 6 not 5",
                        "REGIONS beds from TOWNSHIP, ANNUAL by COMMUNITY, ANNUAL: 1/1, 0 impossible");
    }

    @Test
    void leavesARegionThatHasOthersBesideThoseOfTheLevel() {
        TableFixture fixture = TableFixture.places()
                .region("x1", COMMUNITY, "x")
                .indicator("cases", FLOW, "count:宗", 0)
                .row("cases", "x", "2024", "40")
                .row("cases", "a", "2024", "30")
                .row("cases", "b", "2024", "6");

        assertThat(shown(checks(fixture)))
                .containsExactly("REGIONS cases from COUNTY, ANNUAL by TOWNSHIP, ANNUAL: 0/0, 1 impossible");
    }

    @Test
    void comparesAPeriodWithThePeriodsThatMakeItUp() {
        TableFixture fixture =
                TableFixture.places().indicator("cases", FLOW, "count:宗", 0).indicator("beds", STOCK, "count:张", 0);
        fixture.row("cases", "a", "2024", "10").row("cases", "b", "2024", "11").row("beds", "a", "2024", "10");
        for (int quarter = 1; quarter <= 4; quarter++) {
            fixture.row("cases", "a", "2024-Q" + quarter, String.valueOf(quarter))
                    .row("cases", "b", "2024-Q" + quarter, String.valueOf(quarter))
                    .row("beds", "a", "2024-Q" + quarter, "1");
        }
        fixture.row("cases", "a", "2024-01", "1")
                .row("cases", "a", "2024-02", "0")
                .row("cases", "a", "2024-03", "0");
        fixture.row("cases", "a", "2024-04", "1").row("cases", "a", "2024-05", "0");
        fixture.row("cases", "a", "2024-YTD02", "1").row("cases", "a", "2024-YTD03", "2");

        assertThat(shown(checks(fixture)))
                .containsExactly(
                        "PERIODS cases from TOWNSHIP, ANNUAL by TOWNSHIP, QUARTERLY: 1/2, 0 impossible; b 2024 11 not 10",
                        "PERIODS cases from TOWNSHIP, QUARTERLY by TOWNSHIP, MONTHLY: 1/1, 7 impossible",
                        "PERIODS cases from TOWNSHIP, YEAR_TO_DATE by TOWNSHIP, MONTHLY: 1/2, 0 impossible; a 2024-YTD03 2 not"
                                + " 1");
    }

    @Test
    void comparesEachCombinationOfMembersByItself() {
        TableSchema schema =
                TableSchema.builder().addDimensions("sex").total("sex", "both").build();
        TableFixture fixture = requests("");
        for (String sex : List.of("f", "m", "both")) {
            fixture.row("all", "a1", "2024", sex.equals("m") ? "9" : "8", sex)
                    .row("closed", "a1", "2024", "5", sex)
                    .row("open", "a1", "2024", "3", sex)
                    .row("withdrawn", "a1", "2024", "0", sex)
                    .row("open", "a2", "2024", "1", sex);
        }
        fixture.row("open", "a", "2024", "4", "f")
                .row("open", "a", "2024", "5", "m")
                .row("open", "b", "2024", "4", "f");

        assertThat(shown(TotalChecks.of(engine(fixture.table(schema)))))
                .containsExactly(
                        "INDICATORS parts all from COMMUNITY, ANNUAL: 2/3, 0 impossible; a1 2024 {sex=m} 9 not 8",
                        "REGIONS open from TOWNSHIP, ANNUAL by COMMUNITY, ANNUAL: 1/2, 1 impossible; a 2024 {sex=m} 5 not 4");
    }

    @Test
    void hasNothingToCheckWithoutParts() {
        TableFixture fixture = requests("").row("closed", "a1", "2024", "5").row("open", "a1", "2024", "5");
        TotalChecks checks = checks(fixture);

        assertThat(checks.checks()).isEmpty();
        assertThat(checks)
                .hasToString("0 totals compared with the sums of their parts: 0 passed, 0 failed; 0 not possible");
    }
}
