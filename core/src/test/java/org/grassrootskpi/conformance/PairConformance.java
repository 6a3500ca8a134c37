package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.RATIO;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.query.BasePeriod.PREVIOUS_PERIOD;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.MONTHLY;
import static org.grassrootskpi.time.Frequency.YEAR_TO_DATE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How every engine must count pairs under a policy, and what it must say of two sides that it could not pair. */
abstract class PairConformance extends Conformance {
    private List<String> answers(TableFixture fixture, Query query) {
        return ask(fixture, query).stream()
                .flatMap(row -> query.measures().stream().map(row::cell))
                .map(cell -> cell.refusal()
                        .map(refusal -> refusal.reason().toString())
                        .orElseGet(cell::toString))
                .toList();
    }

    private static TableFixture parts() {
        return TableFixture.places()
                .indicator("solved", FLOW, "count:宗", 0)
                .indicator("received", FLOW, "count:宗", 0)
                .indicator(TableFixture.indicator("rate", "s", RATIO, "ratio", 4)
                        .numerator("solved")
                        .denominator("received")
                        .build())
                .indicator(TableFixture.indicator("satisfaction", "s", RATIO, "ratio", 4)
                        .weight("received")
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.3", "0.6", "1"})
    void countsPairsWhateverThePolicyDemands(String least) {
        TableFixture fixture = parts().row("solved", "a1", "2024", "1")
                .row("solved", "a2", "2024", "2")
                .row("received", "a2", "2024", "4")
                .row("received", "b1", "2024", "4");
        Query query = Query.select("rate")
                .during("2024")
                .missing(MissingPolicy.requireAtLeast(new BigDecimal(least)))
                .measures(Measure.value(), Measure.coverage());

        boolean accepted = least.startsWith("0") && !least.equals("0.6");
        assertThat(answers(fixture, query))
                .containsExactly(
                        accepted ? "0.5 (1/3), 2 unpaired" : "incomplete (1/3), 2 unpaired",
                        "0." + "3".repeat(34) + " (1/3), 2 unpaired");
    }

    @Test
    void saysThatNothingIsPairedWhateverThePolicyDemands() {
        TableFixture fixture = parts().row("solved", "a1", "2024", "1").row("received", "b1", "2024", "4");

        assertThat(answers(fixture, Query.select("rate").during("2024").missing(MissingPolicy.requireAll())))
                .containsExactly("nothing paired (0/3), 2 unpaired");
    }

    @Test
    void countsThePairsOfAComparisonWhateverThePolicyDemands() {
        TableFixture fixture = parts().row("received", "a1", "2023", "1")
                .row("received", "a2", "2023", "2")
                .row("received", "a2", "2024", "4")
                .row("received", "b1", "2024", "4");
        Query query = Query.select("received")
                .during("2024")
                .measures(Measure.yearOnYear())
                .missing(MissingPolicy.requireAtLeast(0.5));

        assertThat(answers(fixture, query)).containsExactly("incomplete (1/3), 2 unpaired");
    }

    @Test
    void saysThatWhatACumulativeSeriesAddedWasOfOthersAYearEarlier() {
        TableFixture fixture = parts().row("received", "a1", "2023-YTD02", "20")
                .row("received", "a1", "2023-YTD03", "40")
                .row("received", "a1", "2024-YTD02", "25")
                .row("received", "a1", "2024-YTD03", "45")
                .row("received", "a2", "2024-YTD02", "5")
                .row("received", "a2", "2024-YTD03", "9");
        Query query = Query.select("received")
                .within("a")
                .during("2024-03")
                .groupBy(period(YEAR_TO_DATE))
                .measures(Measure.yearOnYear(Measure.discrete()));

        assertThat(answers(fixture, query)).containsExactly("0.2 (1/2), not paired");
    }

    @Test
    void saysThatASharesWholeWasOfOthersBefore() {
        TableFixture fixture = parts().row("received", "a1", "2024-01", "10")
                .row("received", "a1", "2024-02", "10")
                .row("received", "a2", "2024-02", "30");
        Query query = Query.select("received")
                .within("a1")
                .during("2024-02")
                .groupBy(region(COMMUNITY))
                .measures(Measure.difference(PREVIOUS_PERIOD, Measure.share()));

        assertThat(answers(fixture, query)).containsExactly("-0.75 (1/2), not paired");
    }

    @Test
    void doesNotSayItOfHowManyReported() {
        TableFixture fixture = parts().row("received", "a1", "2024-01", "10")
                .row("received", "a1", "2024-02", "10")
                .row("received", "a2", "2024-02", "30");
        Query query = Query.select("received")
                .within("a")
                .during("2024-02")
                .groupBy(period(MONTHLY))
                .measures(
                        Measure.difference(PREVIOUS_PERIOD, Measure.count()),
                        Measure.difference(PREVIOUS_PERIOD, Measure.coverage()));

        assertThat(answers(fixture, query)).containsExactly("1 (1/2)", "0.5 (1/2)");
    }

    @Test
    void findsABreakInAWeightedMean() {
        TableFixture fixture = parts().row("received", "a1", "2023", "10")
                .row("received", "a1", "2024", "10")
                .row("satisfaction", "a1", "2023", "0.5")
                .row(new TableFixture.Row(
                        "satisfaction",
                        "a1",
                        TimePeriod.parse("2024"),
                        Optional.of(Quantity.parse("60%")),
                        ObservationStatus.BREAK,
                        List.of()));
        Query query =
                Query.select("satisfaction").within("a1").during("2024").measures(Measure.difference(PREVIOUS_PERIOD));

        assertThat(answers(fixture, query)).containsExactly("0.1 (1/1) BREAK, across a break");
    }

    @Test
    void findsABreakInTheWholeOfAShare() {
        TableFixture fixture = parts().row("received", "a1", "2023", "10")
                .row("received", "a2", "2023", "30")
                .row("received", "a1", "2024", "10")
                .row(new TableFixture.Row(
                        "received",
                        "a2",
                        TimePeriod.parse("2024"),
                        Optional.of(Quantity.parse("10宗")),
                        ObservationStatus.BREAK,
                        List.of()));
        Query query = Query.select("received")
                .within("a1")
                .during("2024")
                .groupBy(region(COMMUNITY))
                .measures(Measure.difference(PREVIOUS_PERIOD, Measure.share()));

        assertThat(answers(fixture, query)).containsExactly("0.25 (1/1) BREAK, across a break");
    }

    @Test
    void knowsOfNoNumberToExpectWhereOneSideLeavesMembersOpen() {
        // One part has the total of the dimension, the other only its members.
        TableSchema schema =
                TableSchema.builder().addDimensions("sex").total("sex", "Total").build();
        TableFixture fixture = parts().row("solved", "a1", "2024", "30", "Total")
                .row("received", "a1", "2024", "20", "f")
                .row("received", "a1", "2024", "20", "m");
        Query query = Query.select("rate").within("a1").during("2024").measures(Measure.value(), Measure.coverage());

        assertThat(engine(fixture.table(schema)).execute(query).stream()
                        .flatMap(row -> query.measures().stream().map(row::cell))
                        .map(Object::toString))
                .containsExactly("0.75 (1/1+)", "expected number unknown (1/1+)");
    }

    @Test
    void comparesWithPeriodsSomeWayBack() {
        TableFixture fixture = parts().row("received", "a1", "2015", "50")
                .row("received", "a1", "2018", "80")
                .row("received", "a1", "2021", "100")
                .row("received", "a1", "2024", "90");
        Query query = Query.select("received")
                .within("a1")
                .during("2018..2024")
                .groupBy(period(ANNUAL))
                .observedOnly()
                .measures(
                        Measure.growth(BasePeriod.periodsEarlier(3)),
                        Measure.difference(BasePeriod.yearsEarlier(6)),
                        Measure.growth(BasePeriod.inYear(2015)));

        assertThat(answers(fixture, query))
                .containsExactly(
                        "0.6 (1/1)",
                        "missing base (0/1)",
                        "0.6 (1/1)",
                        "0.25 (1/1)",
                        "50 (1/1)",
                        "1 (1/1)",
                        "-0.1 (1/1)",
                        "10 (1/1)",
                        "0.8 (1/1)");
    }

    @Test
    void pairsTheRegionsThatReportedInTheBaseYearAsWell() {
        // Of the months of 2023 and 2024, each against the same month of 2022, reported by a1 alone.
        TableFixture fixture = parts().row("received", "a1", "2022-01", "10")
                .row("received", "a1", "2022-02", "20")
                .row("received", "a1", "2023-01", "20")
                .row("received", "a2", "2023-01", "70")
                .row("received", "a1", "2024-01", "40")
                .row("received", "a1", "2024-02", "50")
                .row("received", "a2", "2024-02", "70");
        Query query = Query.select("received")
                .within("a")
                .during("2022..2024")
                .groupBy(period(ANNUAL))
                .measures(Measure.difference(BasePeriod.inYear(2022)));

        assertThat(answers(fixture, query))
                .containsExactly("0 (2/24)", "10 (1/24), 2 unpaired", "60 (2/24), 1 unpaired");
    }

    @Test
    void hasNoBaseBeforeTheBaseYear() {
        TableFixture fixture = parts().row("received", "a1", "2022", "10").row("received", "a1", "2023", "20");
        Query query = Query.select("received")
                .within("a1")
                .during("2022..2023")
                .groupBy(period(ANNUAL))
                .measures(Measure.growth(BasePeriod.inYear(2023)));

        assertThat(answers(fixture, query)).containsExactly("no counterpart (1/1)", "0 (1/1)");
    }
}
