package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.GROWTH;
import static org.grassrootskpi.model.IndicatorKind.INDEX;
import static org.grassrootskpi.model.IndicatorKind.RATIO;
import static org.grassrootskpi.model.IndicatorKind.STOCK;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;
import static org.grassrootskpi.query.BasePeriod.PREVIOUS_PERIOD;
import static org.grassrootskpi.query.BasePeriod.YEAR_EARLIER;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.query.Dimension.sector;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.DAILY;
import static org.grassrootskpi.time.Frequency.MONTHLY;
import static org.grassrootskpi.time.Frequency.QUARTERLY;
import static org.grassrootskpi.time.Frequency.YEAR_TO_DATE;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/**
 * What every engine must compare: like moments, the same reporters, parts with the whole that contains them; and what it must say
 * where it cannot. The inputs are those of public bug reports.
 */
abstract class ComparisonConformance extends Conformance {
    static TableFixture parts() {
        return TableFixture.places()
                .indicator("closed", FLOW, "count:宗", 0)
                .indicator("received", FLOW, "count:宗", 0)
                .indicator("people", STOCK, "count:宗", 0)
                .indicator("beds", STOCK, "count:宗", 0)
                .indicator(TableFixture.indicator("rate", "s", RATIO, "ratio", 4)
                        .numerator("closed")
                        .denominator("received")
                        .build())
                .indicator(TableFixture.indicator("cases-per-head", "s", RATIO, "ratio", 4)
                        .numerator("received")
                        .denominator("people")
                        .build())
                .indicator(TableFixture.indicator("beds-per-head", "s", RATIO, "ratio", 4)
                        .numerator("beds")
                        .denominator("people")
                        .build())
                .indicator(TableFixture.indicator("growth", "s", GROWTH, "ratio", 4)
                        .base("received")
                        .build())
                .indicator(TableFixture.indicator("mood", "s", INDEX, "ratio", 1)
                        .weight("people")
                        .build());
    }

    @Test
    void dividesOnlyWhatIsOfTheSameRegionAndPeriod() {
        TableFixture apart = parts().row("closed", "a1", "2024", "50").row("received", "a2", "2024", "10");
        TableFixture overlapping = parts().row("closed", "a1", "2024", "50")
                .row("received", "a1", "2024", "100")
                .row("received", "a2", "2024", "900");
        Query query = Query.select("rate").within("a").during("2024");

        assertThat(shown(apart, query)).containsExactly("nothing paired (0/2), 2 unpaired");
        assertThat(shown(overlapping, query)).containsExactly("0.5 (1/2), 1 unpaired");
        assertThat(shown(overlapping, query.measures(Measure.coverage()))).containsExactly("0.5 (1/2), 1 unpaired");
        assertThat(shown(overlapping, query.missing(MissingPolicy.requireAll())))
                .containsExactly("incomplete (1/2), 1 unpaired");
        assertThat(shown(
                        overlapping.row("closed", "b1", "2024", "1").row("received", "b1", "2024", "4"),
                        Query.select("rate")
                                .during("2024")
                                .groupBy(region(TOWNSHIP))
                                .missing(MissingPolicy.requireAtLeast(0.5))))
                .containsExactly("0.5 (1/2), 1 unpaired", "0.25 (1/1)");
    }

    @Test
    void growsBySameReporters() {
        TableFixture fixture = parts().row("received", "a1", "2023", "100")
                .row("received", "a1", "2024", "110")
                .row("received", "a2", "2024", "900");
        Query query = Query.select("received").during("2024").groupBy(region(TOWNSHIP));

        assertThat(shown(fixture, query.measures(Measure.yearOnYear())).get(0)).isEqualTo("0.1 (1/2), 1 unpaired");
        assertThat(shown(fixture, query.measures(Measure.difference(PREVIOUS_PERIOD)))
                        .get(0))
                .isEqualTo("10 (1/2), 1 unpaired");
        assertThat(shown(fixture, query.measures(Measure.yearOnYear(Measure.mean())))
                        .get(0))
                .isEqualTo("0.1 (1/2), 1 unpaired");
        assertThat(shown(fixture, Query.select("growth").during("2024").groupBy(region(TOWNSHIP)))
                        .get(0))
                .isEqualTo("0.1 (1/2), 1 unpaired");
        assertThat(shown(fixture, query.measures(Measure.yearOnYear(Measure.max())))
                        .get(0))
                .isEqualTo("8 (1/2), not paired");
    }

    @Test
    void growsByTheMonthsOfAPartialYearThatBothHave() {
        TableFixture fixture = parts();
        for (int month = 1; month <= 12; month++) {
            fixture.row("received", "a1", TimePeriod.ofMonth(2023, month).toString(), "10");
            if (month <= 6) {
                fixture.row("received", "a1", TimePeriod.ofMonth(2024, month).toString(), "11");
            }
        }
        Query query = Query.select("received").within("a1").during("2024");

        assertThat(shown(fixture, query.measures(Measure.yearOnYear()))).containsExactly("0.1 (6/12), 6 unpaired");
        assertThat(shown(fixture, query.measures(Measure.yearOnYear()).missing(MissingPolicy.requireAll())))
                .containsExactly("incomplete (6/12), 6 unpaired");
        // May and June by April and March's counterparts: the same month of the quarter before.
        assertThat(shown(
                        fixture,
                        Query.select("received").within("a1").during("2024-Q3").measures(Measure.periodOnPeriod())))
                .containsExactly("no observation (0/3)");
    }

    @Test
    void seesThatABaseIsIncomplete() {
        TableFixture fixture = parts();
        for (int month = 1; month <= 12; month++) {
            fixture.row("received", "a1", TimePeriod.ofMonth(2024, month).toString(), "11");
            if (month > 6) {
                fixture.row("received", "a1", TimePeriod.ofMonth(2023, month).toString(), "10");
            }
        }
        Query query = Query.select("received").within("a1").during("2024").measures(Measure.yearOnYear());

        assertThat(shown(fixture, query)).containsExactly("0.1 (6/12), 6 unpaired");
        assertThat(shown(fixture, query.missing(MissingPolicy.requireAll())))
                .containsExactly("incomplete (6/12), 6 unpaired");
    }

    @Test
    void comparesAStockWithTheSameMonthOfTheYearBefore() {
        TableFixture december = parts().row("people", "a1", "2023-06", "100")
                .row("people", "a1", "2023-12", "200")
                .row("people", "a1", "2024-06", "110");
        TableFixture june = parts().row("people", "a1", "2023-06", "100").row("people", "a1", "2024-06", "110");
        Query query = Query.select("people").within("a1").during("2024");

        for (Measure measure :
                List.of(Measure.yearOnYear(), Measure.difference(YEAR_EARLIER), Measure.difference(PREVIOUS_PERIOD))) {
            assertThat(shown(december, query.measures(measure)))
                    .containsExactly("different periods (1/1) as of 2024-06");
        }
        assertThat(shown(june, query.measures(Measure.yearOnYear()))).containsExactly("0.1 (1/1) as of 2024-06");
        assertThat(shown(
                        june.row("people", "a1", "2024-01", "99").row("people", "a1", "2023-10", "90"),
                        Query.select("people").within("a1").during("2024-Q1").measures(Measure.periodOnPeriod())))
                .containsExactly("0.1 (1/1) as of 2024-01");
    }

    @Test
    void takesTheLastDaysOfMonthsForLikeMoments() {
        TableFixture fixture = parts().row("people", "a1", "2024-01-31", "100")
                .row("people", "a1", "2024-02-29", "110")
                .row("people", "a1", "2023-02-28", "50")
                .row("people", "a1", "2024-03-15", "121");
        Query query = Query.select("people").within("a1").groupBy(period(MONTHLY));

        assertThat(shown(fixture, query.during("2024-02").measures(Measure.periodOnPeriod())))
                .containsExactly("0.1 (1/1) as of 2024-02-29");
        assertThat(shown(fixture, query.during("2024-02").measures(Measure.yearOnYear())))
                .containsExactly("1.2 (1/1) as of 2024-02-29");
        assertThat(shown(fixture, query.during("2024-03").measures(Measure.periodOnPeriod())))
                .containsExactly("different periods (1/1) as of 2024-03-15");
    }

    @Test
    void comparesADayWithItsOwnDateWhereTheQuestionIsByDays() {
        TableFixture fixture = parts().row("people", "a1", "2024-02-28", "100")
                .row("people", "a1", "2024-02-29", "110")
                .row("people", "a1", "2025-02-28", "121");
        Query query = Query.select("people").within("a1").groupBy(period(DAILY));
        Measure toDate = Measure.yearOnYear(Measure.yearToDate());

        assertThat(shown(fixture, query.during("2025-02-28").measures(Measure.yearOnYear())))
                .containsExactly("0.21 (1/1) as of 2025-02-28");
        assertThat(shown(fixture, query.during("2024-02-29").measures(Measure.yearOnYear())))
                .containsExactly("no counterpart (1/1) as of 2024-02-29");
        // In April the last day observed is that of February, of either year; 2024 had one day more of it.
        assertThat(shown(fixture, query.during("2025-04-08").measures(toDate)))
                .containsExactly("different periods (1/1) as of 2025-02-28");
        assertThat(shown(
                        parts().row("people", "a1", "2024-02-28", "100").row("people", "a1", "2025-02-28", "121"),
                        query.during("2025-04-08").measures(toDate)))
                .containsExactly("0.21 (1/1) as of 2025-02-28");
    }

    @Test
    void saysThatASeriesHasABreakBetweenTheTwo() {
        TableFixture fixture = parts().row("received", "a1", "2022", "90")
                .row("received", "a1", "2023", "100")
                .row(new TableFixture.Row(
                        "received",
                        "a1",
                        TimePeriod.parse("2024"),
                        Optional.of(Quantity.parse("110宗")),
                        ObservationStatus.BREAK,
                        List.of()))
                .row("received", "a1", "2025", "121");
        Query query = Query.select("received")
                .within("a1")
                .during("2023..2025")
                .groupBy(period(ANNUAL))
                .measures(Measure.yearOnYear());

        assertThat(ask(fixture, query).stream()
                        .map(row -> row.cell("yearOnYear").remarks().contains(Remark.ACROSS_BREAK)))
                .containsExactly(false, true, false);
        assertThat(shown(fixture, query).get(1)).isEqualTo("0.1 (1/1) BREAK, across a break");
    }

    @Test
    void findsABreakInAMonthThatNeitherSideHas() {
        TableFixture fixture = parts().row("received", "a1", "2023-03", "100")
                .row("received", "a1", "2024-03", "110")
                .row(new TableFixture.Row(
                        "received",
                        "a1",
                        TimePeriod.parse("2023-09"),
                        Optional.of(Quantity.parse("1宗")),
                        ObservationStatus.BREAK,
                        List.of()));

        assertThat(shown(
                        fixture,
                        Query.select("received").within("a1").during("2024-03").measures(Measure.yearOnYear())))
                .containsExactly("0.1 (1/1), across a break");
    }

    @Test
    void saysThatAFlowOverSeveralPeriodsIsDividedByAStockOfOne() {
        TableFixture fixture = parts();
        for (int year = 2021; year <= 2023; year++) {
            fixture.row("received", "a1", Integer.toString(year), "100");
            fixture.row("people", "a1", Integer.toString(year), "1000");
        }
        Query query = Query.select("cases-per-head").within("a1").during("2021..2023");

        assertThat(ask(fixture, query).row(0).cell("value").get()).isEqualByComparingTo("0.3");
        assertThat(ask(fixture, query).row(0).cell("value").remarks()).containsExactly(Remark.OVER_SEVERAL_PERIODS);
        assertThat(shown(fixture, query.groupBy(period(ANNUAL))))
                .containsExactly("0.1 (1/1) as of 2021", "0.1 (1/1) as of 2022", "0.1 (1/1) as of 2023");
    }

    @Test
    void dividesStocksOfOneMomentOnly() {
        TableFixture fixture = parts().row("beds", "a1", "2024-12", "50").row("people", "a1", "2024-06", "1000");

        assertThat(shown(fixture, Query.select("beds-per-head").within("a1").during("2024")))
                .containsExactly("different periods (1/1) as of 2024-12");
        assertThat(shown(
                        fixture.row("people", "a1", "2024-12", "1000").row("people", "a2", "2024-12", "1000"),
                        Query.select("beds-per-head").within("a").during("2024")))
                .containsExactly("0.05 (1/2) as of 2024-12, 1 unpaired");
    }

    @Test
    void keepsAnObservedFigureWhereThePartsDoNotAnswer() {
        TableFixture fixture = parts().row("received", "a1", "2023", "100")
                .row("received", "a1", "2024", "110")
                .row("growth", "a1", "2024", "0.5")
                .row("growth", "a2", "2024", "0.2")
                .row("closed", "a1", "2024", "55")
                .row("rate", "a2", "2024", "0.7")
                .row("people", "a1", "2024", "10")
                .row("mood", "a1", "2024", "0.5")
                .row("mood", "a2", "2024", "0.6");
        Query query = Query.select("growth", "rate", "mood")
                .within("a")
                .during("2024")
                .groupBy(region(COMMUNITY));

        assertThat(shown(fixture, query))
                .containsExactly(
                        "0.1 (1/1)",
                        "0.2 (1/1), as observed",
                        "0.5 (1/1)",
                        "0.7 (1/1), as observed",
                        "0.5 (1/1)",
                        "0.6 (1/1), as observed");
    }

    @Test
    void knowsTheMeanOfOneRegionAsWellAsItsFigure() {
        TableFixture fixture = parts().row("people", "a1", "2024", "7").row("mood", "a1", "2024", "99.1");
        Cell mood = ask(fixture, Query.select("mood").within("a").during("2024"))
                .row(0)
                .cell("value");

        assertThat(mood).hasToString("99.1 (1/2)");
        assertThat(mood.bounds()).isEqualTo(Range.closed(new BigDecimal("99.05"), new BigDecimal("99.15")));
    }

    @Test
    void takesApartOnlyTheYearsToDateOfWhoReportedBoth() {
        TableFixture fixture = parts().row("received", "a1", "2024-YTD02", "20")
                .row("received", "a1", "2024-YTD03", "35")
                .row("received", "a2", "2024-YTD03", "900");

        assertThat(shown(
                        fixture,
                        Query.select("received")
                                .within("a")
                                .during("2024-YTD03")
                                .groupBy(period(YEAR_TO_DATE))
                                .measures(Measure.discrete())))
                .containsExactly("15 (1/2), 1 unpaired");
    }

    @Test
    void comparesTheSameMonthsOfTheQuarterBefore() {
        TableFixture fixture = parts().row("received", "a1", "2024-01", "10")
                .row("received", "a1", "2024-02", "10")
                .row("received", "a1", "2024-05", "12")
                .row("received", "a1", "2024-06", "99");

        assertThat(shown(
                        fixture,
                        Query.select("received")
                                .within("a1")
                                .during("2024-Q2")
                                .groupBy(period(QUARTERLY))
                                .measures(Measure.periodOnPeriod())))
                .containsExactly("0.2 (1/3), 2 unpaired");
    }

    @Test
    void findsNoCounterpartOfADayThatTheMonthBeforeDoesNotHave() {
        TableFixture fixture = parts().row("received", "a1", "2024-02-01", "10")
                .row("received", "a1", "2024-03-01", "12")
                .row("received", "a1", "2024-03-30", "500");

        assertThat(shown(
                        fixture,
                        Query.select("received")
                                .within("a1")
                                .during("2024-03")
                                .groupBy(period(MONTHLY))
                                .measures(Measure.periodOnPeriod())))
                .containsExactly("0.2 (1/31), 1 unpaired");
    }

    @Test
    void takesTheWholeTotalsOfASectorThatIsComplete() {
        TableFixture fixture = parts().row("received", "a1", "2023", "10")
                .row("closed", "a1", "2023", "5")
                .row("received", "a1", "2024", "12")
                .row("closed", "a1", "2024", "6");
        Query query = Query.select("received", "closed")
                .within("a1")
                .during("2023..2024")
                .groupBy(sector(), period(ANNUAL))
                .measures(Measure.yearOnYear());

        assertThat(shown(fixture, query)).containsExactly("missing base (0/2)", "0.2 (2/2)");
        assertThat(shown(
                        parts().row("received", "a1", "2023", "10")
                                .row("received", "a1", "2024", "12")
                                .row("closed", "a1", "2024", "6"),
                        query))
                .containsExactly("missing base (0/2)", "0.2 (1/2), 1 unpaired");
    }
}
