package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Month;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** Targets over time: paths of a schedule, weeks, baselines, comparisons of attainments. */
class TargetTimesTest extends TargetQuestions {
    @Test
    void needsTheTargetsOfAllPartsOfAYearForItsSchedule() {
        done.row("flow", "a", "2025-01", "30");
        planned.row("flow", "a", "2025-01", "40").row("flow", "a", "2025-02", "40");

        assertThat(cell(of("flow", "a", "2025-01"), Measure.attainment()).get()).isEqualByComparingTo("0.75");
        assertThat(cell(of("flow", "a", "2025-01"), Measure.gapToSchedule()).absence())
                .contains(Absence.INCOMPLETE_TARGETS);
        for (int month = 3; month <= 12; month++) {
            planned.row("flow", "a", TimePeriod.ofMonth(2025, month).toString(), "8");
        }
        // 30 of 160, less a twelfth.
        assertThat(cell(of("flow", "a", "2025-01"), Measure.gapToSchedule()).get())
                .isEqualByComparingTo("0.1041666666666666666666666666666667");
    }

    @Test
    void measuresFiscalYearsByTheirOwnTargets() {
        done.row("flow", "a", "2025-05", "30").row("flow", "a", "2026-02", "15");
        planned.row("flow", "a", "2025/26-M04", "90").row("flow", "a", "2025", "1000");
        Query year = of("flow", "a", "2025/26-M04");
        Query may = of("flow", "a", "2025-05");

        assertThat(cell(year, Measure.attainment()).get()).isEqualByComparingTo("0.5");
        assertThat(cell(year, Measure.gapToSchedule()).get()).isEqualByComparingTo("-0.5");
        assertThat(cell(may, Measure.attainment()).get()).isEqualByComparingTo("0.03");
        for (Measure measure : new Measure[] {Measure.attainment(), Measure.gapToSchedule()}) {
            assertThat(refusal(may.yearsFrom(Month.APRIL), measure).reason()).isEqualTo(Reason.NO_TARGET);
        }
    }

    @Test
    void comparesAttainmentsOverTime() {
        done.row("flow", "a", "2025-01", "10").row("flow", "a", "2025-02", "20").row("flow", "a", "2025-03", "30");
        planned.row("flow", "a", "2025", "100");
        Measure added = Measure.difference(BasePeriod.PREVIOUS_PERIOD, Measure.attainment());

        assertThat(cell(of("flow", "a", "2025-03"), added).get()).isEqualByComparingTo("0.3");
        assertThat(added).hasToString("difference(previousPeriod, attainment)");
    }

    @Test
    void comparesARateFromTheBeginningOfTheYearInPoints() {
        done.row("flow", "a", "2025-01", "1")
                .row("any", "a", "2025-01", "10")
                .row("flow", "a", "2025-02", "9")
                .row("any", "a", "2025-02", "10");
        planned.row("rate", "a", "2025", "0.8");

        Query february = of("rate", "a", "2025-02");
        assertThat(cell(february, Measure.gapToTarget()).get()).isEqualByComparingTo("-0.3");
        assertThat(cell(february, Measure.gapToTarget()).unit()).isEqualTo(Unit.PERCENTAGE_POINT);
        assertThat(cell(february, Measure.attainment()).get()).isEqualByComparingTo("0.625");
    }

    @Test
    void comparesARateThatIsOnlyObservedAsOfThePeriod() {
        done.row("seen", "a", "2025-01", "0.5").row("seen", "a", "2025-02", "0.6");
        planned.row("seen", "a", "2025", "0.8");

        assertThat(cell(of("seen", "a", "2025-02"), Measure.attainment()).get()).isEqualByComparingTo("0.75");
    }

    @Test
    void measuresFromABaselineThroughZeroAndBelow() {
        done.row("stock", "a", "2024-12", "40").row("stock", "a", "2025-06", "10");
        planned.row("stock", "a", "2025", "0");
        Query june = of("stock", "a", "2025-06");

        assertThat(cell(june, Measure.attainment()).absence()).contains(Absence.ZERO_TARGET);
        assertThat(cell(june, Measure.attainmentFromBaseline()).get()).isEqualByComparingTo("0.75");
        assertThat(cell(june, Measure.gapToSchedule()).get()).isEqualByComparingTo("0.25");
        planned.rows().clear();
        planned.row("stock", "a", "2025", "-20");
        assertThat(cell(june, Measure.attainment()).absence()).contains(Absence.NEGATIVE_TARGET);
        assertThat(cell(june, Measure.attainmentFromBaseline()).get()).isEqualByComparingTo("0.5");
    }

    @Test
    void takesTheYearBeforeAsTheBaselineOfAFlowOfAYear() {
        done.row("flow", "a", "2024", "100").row("flow", "a", "2025", "110");
        planned.row("flow", "a", "2025", "150");

        assertThat(cell(of("flow", "a", "2025"), Measure.attainmentFromBaseline())
                        .get())
                .isEqualByComparingTo("0.2");
    }

    @Test
    void followsOtherPaths() {
        done.row("flow", "a", "2025-03", "40");
        planned.row("flow", "a", "2025", "100");
        Measure seasonal = Measure.gapToSchedule(PlanPath.shares(
                new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("0.3"), new BigDecimal("0.4")));
        Measure days = Measure.gapToSchedule(PlanPath.days());

        assertThat(cell(of("flow", "a", "2025-03"), seasonal).get()).isEqualByComparingTo("0.3");
        // 90 of 365 days.
        assertThat(cell(of("flow", "a", "2025-03"), days).get())
                .isEqualByComparingTo("0.1534246575342465753424657534246575");
        assertThat(seasonal).hasToString("gapToSchedule(shares, 0.1, 0.2, 0.3, 0.4)");
        assertThat(days).hasToString("gapToSchedule(days)").isNotEqualTo(Measure.gapToSchedule());
        assertThat(Measure.gapToSchedule()).hasToString("gapToSchedule");
    }

    @Test
    void refusesAPathThatDoesNotFitItsDates() {
        done.row("flow", "a", "2025-03", "40");
        planned.row("flow", "a", "2025", "100");
        Measure thirds = Measure.gapToSchedule(PlanPath.shares(
                new BigDecimal("0.2"),
                new BigDecimal("0.2"),
                new BigDecimal("0.2"),
                new BigDecimal("0.2"),
                new BigDecimal("0.2")));

        assertThat(refusal(of("flow", "a", "2025-03"), thirds).reason()).isEqualTo(Reason.NOT_COMPARABLE);
    }

    @Test
    void countsWeeksAndYearsToDateFromTheBeginningOfTheYear() {
        done.row("flow", "a", "2025-W01", "10").row("flow", "a", "2025-W02", "20");
        done.row("money", "a", "2025-YTD03", "40");
        planned.row("flow", "a", "2025", "100").row("money", "a", "2025", "100");

        assertThat(cell(of("flow", "a", "2025-W02"), Measure.attainment()).get())
                .isEqualByComparingTo("0.3");
        assertThat(cell(of("money", "a", "2025-YTD03"), Measure.gapToSchedule()).get())
                .isEqualByComparingTo("0.15");
    }
}
