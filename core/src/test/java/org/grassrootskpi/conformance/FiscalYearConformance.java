package org.grassrootskpi.conformance;

import static java.time.Month.APRIL;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JULY;
import static java.time.Month.OCTOBER;
import static java.time.Month.SEPTEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.model.IndicatorKind.FLOW;
import static org.grassrootskpi.model.IndicatorKind.STOCK;
import static org.grassrootskpi.query.Dimension.period;
import static org.grassrootskpi.time.Frequency.ANNUAL;
import static org.grassrootskpi.time.Frequency.MONTHLY;
import static org.grassrootskpi.time.Frequency.QUARTERLY;
import static org.grassrootskpi.time.Frequency.WEEKLY;
import static org.grassrootskpi.time.Frequency.YEAR_TO_DATE;

import java.time.Month;
import java.util.List;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** How every engine must answer by years that begin in another month than January. */
abstract class FiscalYearConformance extends Conformance {
    /** Cases by month of a1, as many as the month's number, doubled from April 2024 on; and people at each month's end. */
    private static TableFixture months() {
        TableFixture fixture =
                TableFixture.places().indicator("cases", FLOW, "count:宗", 0).indicator("people", STOCK, "count:人", 0);
        for (TimePeriod month = TimePeriod.parse("2023-01");
                month.compareTo(TimePeriod.parse("2025-06")) <= 0;
                month = month.next()) {
            int factor = month.compareTo(TimePeriod.parse("2024-04")) < 0 ? 1 : 2;
            fixture.row("cases", "a1", month.toString(), Integer.toString(factor * month.numberInYear()));
            fixture.row("people", "a1", month.toString(), Integer.toString(month.toCode() % 1000));
        }
        return fixture;
    }

    private static Query years(String indicator) {
        return Query.select(indicator).within("a1").groupBy(period(ANNUAL)).yearsFrom(APRIL);
    }

    private List<String> rows(TableFixture fixture, Query query) {
        return ask(fixture, query).stream()
                .map(row -> row.period().orElseThrow() + " "
                        + row.cell(query.measures().get(0)))
                .toList();
    }

    @Test
    void addsMonthsUpToYearsThatBeginInAnother() {
        assertThat(rows(months(), years("cases").during("2023/24-M04..2024/25-M04")))
                .containsExactly("2023/24-M04 78 (12/12)", "2024/25-M04 156 (12/12)");
        assertThat(rows(months(), years("cases").during("2023-04..2025-03")))
                .containsExactly("2023/24-M04 78 (12/12)", "2024/25-M04 156 (12/12)");
        assertThat(rows(months(), years("cases")))
                .as("years at both ends are not complete")
                .containsExactly(
                        "2022/23-M04 6 (3/12)",
                        "2023/24-M04 78 (12/12)",
                        "2024/25-M04 156 (12/12)",
                        "2025/26-M04 30 (3/12)");
        assertThat(rows(months(), years("cases").yearsFrom(OCTOBER).during("2023/24-M10")))
                .containsExactly("2023/24-M10 117 (12/12)");
        assertThat(rows(
                        months(),
                        Query.select("cases")
                                .within("a1")
                                .during("2023/24-M04")
                                .groupBy(period(Frequency.yearsFrom(APRIL)))))
                .containsExactly("2023/24-M04 78 (12/12)");
        assertThat(rows(
                        months(),
                        Query.select("cases")
                                .within("a1")
                                .during(TimePeriod.ofYear(2023, JULY))
                                .groupBy(period(Frequency.yearsFrom(JULY)))))
                .containsExactly("2023/24-M07 93 (12/12)");
    }

    @Test
    void takesAStockAsOfTheLastMonthOfTheYear() {
        assertThat(rows(months(), years("people").during("2023/24-M04")))
                .containsExactly("2023/24-M04 " + TimePeriod.parse("2024-03").toCode() % 1000 + " (1/1) as of 2024-03");
    }

    @Test
    void comparesAYearWithTheOneBefore() {
        assertThat(rows(months(), years("cases").during("2024/25-M04").measures(Measure.yearOnYear())))
                .containsExactly("2024/25-M04 1 (12/12)");
        assertThat(rows(months(), years("cases").during("2025/26-M04").measures(Measure.yearOnYear())))
                .as("of the months that both years have")
                .containsExactly("2025/26-M04 0 (3/12), 9 unpaired");
        assertThat(rows(
                        months(),
                        years("cases").during("2024/25-M04").measures(Measure.growth(BasePeriod.inYear(2023)))))
                .containsExactly("2024/25-M04 1 (12/12)");
        assertThat(rows(
                        months(),
                        years("cases").during("2025/26-M04").measures(Measure.growth(BasePeriod.inYear(2023)))))
                .as("the months of a year lie in two calendar years, and so do those of its base")
                .containsExactly("2025/26-M04 1 (3/12), 9 unpaired");
        assertThat(rows(
                        months(),
                        years("people").during("2024/25-M04").measures(Measure.difference(BasePeriod.YEAR_EARLIER))))
                .containsExactly("2024/25-M04 12 (1/1) as of 2025-03");
    }

    @Test
    void addsUpFromTheBeginningOfTheYear() {
        Query query = Query.select("cases")
                .within("a1")
                .during("2024-02..2024-05")
                .groupBy(period(MONTHLY))
                .yearsFrom(APRIL);

        assertThat(rows(months(), query.measures(Measure.yearToDate())))
                .containsExactly("2024-02 75 (11/11)", "2024-03 78 (12/12)", "2024-04 8 (1/1)", "2024-05 18 (2/2)");
        assertThat(rows(months(), query.measures(Measure.yearOnYear(Measure.yearToDate()))))
                .as("of the year before there is nothing before January")
                .containsExactly(
                        "2024-02 0 (2/11), 9 unpaired",
                        "2024-03 0 (3/12), 9 unpaired",
                        "2024-04 1 (1/1)",
                        "2024-05 1 (2/2)");
        assertThat(rows(
                        months(),
                        Query.select("cases")
                                .within("a1")
                                .during("2024-Q1..2024-Q2")
                                .groupBy(period(QUARTERLY))
                                .yearsFrom(APRIL)
                                .measures(Measure.yearToDate())))
                .containsExactly("2024-Q1 78 (12/12)", "2024-Q2 30 (3/3)");
        assertThat(rows(months(), years("cases").during("2024/25-M04").measures(Measure.yearToDate())))
                .containsExactly("2024/25-M04 156 (12/12)");
    }

    @Test
    void sharesAndRanksMonthsInTheirYear() {
        Query query = Query.select("cases")
                .within("a1")
                .during("2024-03..2024-04")
                .groupBy(period(MONTHLY))
                .yearsFrom(APRIL);

        assertThat(rows(months(), query.measures(Measure.shareOf(ANNUAL, Measure.count()))))
                .containsExactly(
                        "2024-03 0.08" + "3".repeat(33) + " (1/1)", "2024-04 0.08" + "3".repeat(33) + " (1/1)");
        assertThat(rows(months(), query.measures(Measure.rankWithin(ANNUAL))))
                .containsExactly("2024-03 1 (1/1)", "2024-04 1 (1/1)");
    }

    @Test
    void addsUpQuartersOnlyToYearsThatDoNotCutThem() {
        TableFixture fixture = TableFixture.places().indicator("cases", FLOW, "count:宗", 0);
        for (String quarter : List.of("2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1")) {
            fixture.row("cases", "a1", quarter, "5");
        }

        assertThat(rows(fixture, years("cases").during("2024/25-M04"))).containsExactly("2024/25-M04 20 (4/4)");
        assertThat(refusal(fixture, years("cases").yearsFrom(SEPTEMBER))).isEqualTo(Reason.PERIOD_FINER_THAN_DATA);
    }

    @Test
    void keepsYearsApartThatOverlap() {
        TableFixture fixture = TableFixture.places()
                .indicator("cases", FLOW, "count:宗", 0)
                .row("cases", "a1", "2024", "7")
                .row("cases", "a1", "2023/24-M04", "5")
                .row("cases", "a1", "2024/25-M04", "6");

        assertThat(rows(fixture, years("cases"))).containsExactly("2023/24-M04 5 (1/1)", "2024/25-M04 6 (1/1)");
        assertThat(rows(fixture, years("cases").measures(Measure.yearOnYear())))
                .element(1)
                .isEqualTo("2024/25-M04 0.2 (1/1)");
        assertThat(rows(fixture, years("cases").yearsFrom(Month.JANUARY).during("2024")))
                .containsExactly("2024 7 (1/1)");
        assertThat(refusal(fixture, years("cases").yearsFrom(FEBRUARY))).isEqualTo(Reason.PERIOD_FINER_THAN_DATA);
        assertThatThrownBy(() -> ask(fixture, years("cases").during("2024")))
                .hasMessageContaining("PERIOD_CUT")
                .hasMessageContaining("the group 2023/24-M04 is not wholly within 2024..2024");
    }

    @Test
    void refusesYearsToDateOfPeriodsThatMakeUpNoSuchYear() {
        TableFixture fixture = months().indicator("weekly", FLOW, "count:宗", 0)
                .indicator("cumulative", FLOW, "count:宗", 0)
                .row("weekly", "a1", "2024-W20", "5")
                .row("cumulative", "a1", "2024-YTD05", "5");

        assertThat(refusal(
                        fixture,
                        Query.select("weekly")
                                .groupBy(period(WEEKLY))
                                .yearsFrom(APRIL)
                                .measures(Measure.yearToDate())))
                .isEqualTo(Reason.NOT_COMPARABLE);
        assertThat(refusal(
                        fixture,
                        Query.select("cumulative")
                                .groupBy(period(YEAR_TO_DATE))
                                .yearsFrom(APRIL)
                                .measures(Measure.yearToDate())))
                .isEqualTo(Reason.NOT_COMPARABLE);
    }

    private Reason refusal(TableFixture fixture, Query query) {
        List<Refusal> refusals = ask(fixture, query).refusals();
        assertThat(refusals).hasSize(1);
        return refusals.get(0).reason();
    }
}
