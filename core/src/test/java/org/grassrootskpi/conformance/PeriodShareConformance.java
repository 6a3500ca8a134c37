package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.STOCK;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.query.Dimension.region;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.MONTHLY;
import static org.grassrootskpi.time.Frequency.QUARTERLY;
import static org.grassrootskpi.time.Frequency.YEAR_TO_DATE;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** How every engine must take shares in longer periods and ranks among periods. */
abstract class PeriodShareConformance extends Conformance {
    /** Cases of two communities by month, b1's from March on. */
    private static TableFixture months() {
        TableFixture fixture = TableFixture.places().indicator("cases", FLOW, "count:宗", 0);
        for (int month = 1; month <= 12; month++) {
            fixture.row("cases", "a1", TimePeriod.ofMonth(2024, month).toString(), Integer.toString(month));
            if (month > 2) {
                fixture.row("cases", "b1", TimePeriod.ofMonth(2024, month).toString(), "10");
            }
        }
        return fixture;
    }

    @Test
    void sharesPeriodsInTheLongerOneWhichIsReadWhole() {
        Query query = Query.select("cases").groupBy(region(COMMUNITY), period(MONTHLY));
        Measure ofYear = Measure.shareOf(ANNUAL);

        assertThat(shown(months(), query.within("a1").during("2024-03").measures(ofYear)))
                .containsExactly(exactly("3", "78") + " (1/1)");
        assertThat(shown(months(), query.within("b1").during("2024-02..2024-03").measures(ofYear)))
                .containsExactly("no observation (0/1)", "0.1 (10/12)");
        assertThat(shown(months(), query.within("a1").during("2024-03..2024-04").measures(Measure.shareOf(QUARTERLY))))
                .containsExactly("0.5 (1/1)", exactly("4", "15") + " (1/1)");
        assertThat(shown(
                        months(),
                        Query.select("cases")
                                .within("a1")
                                .during("2024")
                                .groupBy(period(QUARTERLY))
                                .measures(ofYear)))
                .containsExactly(
                        exactly("6", "78") + " (3/3)",
                        exactly("15", "78") + " (3/3)",
                        exactly("24", "78") + " (3/3)",
                        exactly("33", "78") + " (3/3)");
        assertThat(shown(
                        months(),
                        query.within("a1").during("2024-01..2024-03").measures(Measure.shareOver(period(MONTHLY)))))
                .containsExactly(exactly("1", "6") + " (1/1)", exactly("2", "6") + " (1/1)", "0.5 (1/1)");
        assertThat(shown(
                        months(),
                        query.within("a1").during("2024-02").measures(Measure.shareOf(ANNUAL, Measure.count()))))
                .containsExactly(exactly("1", "12") + " (1/1)");
    }

    private static String exactly(String part, String whole) {
        return new BigDecimal(part)
                .divide(new BigDecimal(whole), MathContext.DECIMAL128)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void ranksPeriodsOfTheResultEachAsOfItsOwnMoment() {
        TableFixture fixture = TableFixture.places()
                .indicator("people", STOCK, "count:人", 0)
                .row("people", "a1", "2023-11", "5")
                .row("people", "a1", "2023-12", "9")
                .row("people", "a1", "2024-01", "7")
                .row("people", "a1", "2024-02", "9");
        Query query =
                Query.select("people").within("a1").during("2023-11..2024-03").groupBy(period(MONTHLY));

        assertThat(shown(fixture, query.measures(Measure.rankOver(period(MONTHLY)))))
                .containsExactly(
                        "4 (1/1) as of 2023-11",
                        "1 (1/1) as of 2023-12",
                        "3 (1/1) as of 2024-01",
                        "1 (1/1) as of 2024-02",
                        "no observation (0/1)");
        assertThat(shown(fixture, query.measures(Measure.rankWithin(ANNUAL))))
                .containsExactly(
                        "2 (1/1) as of 2023-11",
                        "1 (1/1) as of 2023-12",
                        "2 (1/1) as of 2024-01",
                        "1 (1/1) as of 2024-02",
                        "no observation (0/1)");
        assertThat(shown(
                        fixture,
                        query.measures(
                                Measure.difference(BasePeriod.PREVIOUS_PERIOD, Measure.rankOver(period(MONTHLY))))))
                .startsWith("missing base (1/1+) as of 2023-11", "-3 (1/1) as of 2023-12");
    }

    @Test
    void refusesPeriodsThatAddUpToNothingOrContainEachOther() {
        TableFixture fixture = months().indicator("people", STOCK, "count:人", 0).row("people", "a1", "2024-01", "5");
        Query months = Query.select("cases", "people").during("2024").groupBy(period(MONTHLY));

        assertThat(reasons(fixture, months.measures(Measure.shareOf(ANNUAL))))
                .as("what is there in each month again is no part of a year")
                .containsExactly(Reason.NOT_COMPARABLE);
        assertThat(reasons(fixture, months.measures(Measure.shareOf(ANNUAL, Measure.yearToDate(Measure.count())))))
                .containsOnly(Reason.NOT_COMPARABLE);
        assertThat(reasons(fixture, months.measures(Measure.shareOf(ANNUAL, Measure.mean()))))
                .containsOnly(Reason.NOT_COMPARABLE);
        assertThat(reasons(
                        fixture,
                        Query.select("cases")
                                .during("2024-YTD03")
                                .groupBy(period(YEAR_TO_DATE))
                                .measures(Measure.shareOf(ANNUAL), Measure.rankOver(period(YEAR_TO_DATE)))))
                .containsOnly(Reason.NOT_COMPARABLE);
        assertThat(reasons(fixture, months.measures(Measure.rankWithin(MONTHLY))))
                .containsOnly(Reason.NEEDS_PERIOD);
        assertThat(reasons(fixture, months.measures(Measure.rankOver(period(QUARTERLY)))))
                .containsOnly(Reason.NEEDS_PERIOD);
        assertThat(reasons(
                        fixture,
                        Query.select("cases").during("2024-01..2024-02").measures(Measure.shareOf(ANNUAL))))
                .containsExactly(Reason.NEEDS_PERIOD);
    }

    private List<Reason> reasons(TableFixture fixture, Query query) {
        return ask(fixture, query).refusals().stream().map(Refusal::reason).toList();
    }
}
