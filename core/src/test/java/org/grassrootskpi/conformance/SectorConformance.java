package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.RATIO;
import static org.grassrootskpi.model.IndicatorKind.STOCK;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.query.Dimension.sector;

import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.ResultTable;
import org.junit.jupiter.api.Test;

/** What every engine must answer where several indicators of a sector are put together, to the last digit. */
abstract class SectorConformance extends Conformance {
    private static final Query BOTH = Query.select("petitions", "spent").groupBy(sector());

    /** Two communities in two months: of eight observations there are five, in two units. */
    private static TableFixture fixture() {
        return TableFixture.places()
                .indicator("petitions", FLOW, "count:宗", 0)
                .indicator("spent", FLOW, "CNY", 2)
                .indicator("letters", FLOW, "count:宗", 0)
                .indicator(TableFixture.indicator("cost", "s", RATIO, "CNY", 2)
                        .numerator("spent")
                        .denominator("petitions")
                        .build())
                .row("petitions", "a1", "2024-01", "1")
                .row("petitions", "a1", "2024-02", "2")
                .row("petitions", "a2", "2024-01", "3")
                .row("spent", "a1", "2024-01", "1.50")
                .row("spent", "a2", "2024-02", "2.50");
    }

    @Test
    void countsWhatDoesNotAddUp() {
        ResultTable result = ask(
                fixture(),
                BOTH.within("a")
                        .during("2024-01..2024-02")
                        .measures(Measure.count(), Measure.coverage(), Measure.value()));

        assertThat(shown(result, "count")).containsExactly("5 (5/8)");
        assertThat(shown(result, "coverage")).containsExactly("0.625 (5/8)");
        assertThat(result.refusals()).extracting(Refusal::reason).containsExactly(Reason.MIXED_UNITS);
    }

    @Test
    void addsStocksOfOneSectorAsOfTheirLastPeriod() {
        TableFixture fixture = EngineConformance.fixture()
                .indicator("hospital-beds", STOCK, "count:张", 0)
                .row("hospital-beds", "b1", "2024-01", "7")
                .row("hospital-beds", "b1", "2024-02", "8");

        ResultTable result = ask(
                fixture, Query.select("beds", "hospital-beds").during("2024").groupBy(sector()));

        assertThat(shown(result, "value")).containsExactly("118 (2/6) as of 2024-02");
    }

    @Test
    void refusesToAddWhatCameToWhatIsThere() {
        TableFixture fixture = EngineConformance.fixture()
                .indicator("new-beds", FLOW, "count:张", 0)
                .row("new-beds", "b1", "2024-01", "7");

        ResultTable result = ask(
                fixture,
                Query.select("beds", "new-beds")
                        .during("2024-01")
                        .groupBy(sector())
                        .measures(Measure.value(), Measure.sum()));

        assertThat(result.refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.MIXED_KINDS, Reason.MIXED_KINDS);
    }

    @Test
    void coversATotalBesideItsParts() {
        TableFixture fixture = fixture()
                .indicator(TableFixture.indicator("repeated", "s", FLOW, "count:宗", 0)
                        .partOf("petitions")
                        .build())
                .row("repeated", "a1", "2024-01", "1");

        ResultTable result = ask(
                fixture,
                Query.select("petitions", "repeated")
                        .within("a")
                        .during("2024-01..2024-02")
                        .groupBy(sector())
                        .measures(Measure.coverage(), Measure.sum()));

        assertThat(shown(result, "coverage")).containsExactly("0.5 (4/8)");
        assertThat(result.refusals()).extracting(Refusal::reason).containsExactly(Reason.TOTAL_BESIDE_PARTS);
    }

    @Test
    void countsAnIndicatorThatWasNeverObservedAsNoneAndLeavesOpenHowManyToExpect() {
        ResultTable result = ask(
                fixture(),
                Query.select("petitions", "letters")
                        .during("2024-01")
                        .groupBy(sector(), region(TOWNSHIP))
                        .measures(Measure.count(), Measure.coverage(), Measure.sum(), Measure.min()));

        assertThat(shown(result, "count")).containsExactly("2 (2/2+)", "0 (0/1+)");
        assertThat(result.row(0).cell("count").expected()).isEmpty();
        assertThat(result.refusals())
                .extracting(Refusal::reason, Refusal::message)
                .containsOnly(tuple(Reason.NO_DATA, "there is no observation of 'letters'"))
                .hasSize(3);
    }

    @Test
    void expectsNoObservationsOfWhatFollowsFromOthers() {
        ResultTable result = ask(
                fixture(),
                Query.select("petitions", "spent", "cost")
                        .within("a")
                        .during("2024-01..2024-02")
                        .groupBy(sector())
                        .measures(Measure.count(), Measure.coverage()));

        assertThat(shown(result, "count")).containsExactly("5 (5/8)");
        assertThat(shown(result, "coverage")).containsExactly("0.625 (5/8)");
    }

    @Test
    void refusesToCountWhereNothingWasEverObserved() {
        TableFixture fixture =
                TableFixture.places().indicator("petitions", FLOW, "count:宗", 0).indicator("spent", FLOW, "CNY", 2);

        ResultTable result = ask(fixture, BOTH.during("2024").measures(Measure.count(), Measure.coverage()));

        assertThat(result.refusals()).extracting(Refusal::reason).containsExactly(Reason.NO_DATA, Reason.NO_DATA);
    }

    @Test
    void hasNoRowsWhereNoRegionIsOfTheLevel() {
        TableFixture fixture = fixture()
                .region("c", TOWNSHIP, "")
                .indicator("calls", FLOW, "count:宗", 0)
                .row("calls", "a1", "2024-01", "1");

        ResultTable result = ask(
                fixture,
                Query.select("petitions", "calls")
                        .within("c")
                        .during("2024-01")
                        .groupBy(sector(), region(COMMUNITY))
                        .measures(Measure.sum(), Measure.count()));

        assertThat(result.rowCount()).isZero();
        assertThat(result.refusals()).isEmpty();
    }
}
