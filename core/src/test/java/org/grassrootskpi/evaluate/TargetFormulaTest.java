package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.evaluate.Formulas.about;
import static org.grassrootskpi.evaluate.Formulas.asOf;
import static org.grassrootskpi.evaluate.Formulas.cell;
import static org.grassrootskpi.evaluate.Formulas.text;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.assess.AttainmentRule;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of a value, its target and the value at the start. */
class TargetFormulaTest {
    private static final AggregateFormula VALUE = Formulas.of(AggregateFunction.SUM, 0);
    private static final AggregateFormula PLAN = Formulas.of(AggregateFunction.SUM, 1);
    private static final PlannedTarget OF_PERIOD = new PlannedTarget(PLAN, 0, false, -1, false);
    private static final PlannedTarget OF_YEAR = new PlannedTarget(PLAN, 0, true, -1, false);
    private static final AttainmentRule HIGHER = AttainmentRule.ratio(Direction.HIGHER);
    private static final AttainmentRule LOWER = AttainmentRule.ratio(Direction.LOWER);
    private static final AttainmentRule FROM_BASELINE = AttainmentRule.fromBaseline();
    private static final String MONTH = "2024-06";
    private static final Cell NONE =
            Cell.builder(Absence.NO_OBSERVATION, Unit.COUNT).contributors(0, 3).build();
    private static final Cell UNPLANNED =
            Cell.builder(Absence.NO_TARGET, Unit.COUNT).build();

    private static AttainmentFormula part(PlannedTarget target, AttainmentRule rule) {
        return new AttainmentFormula(VALUE, target, rule, false, Unit.RATIO);
    }

    private static AttainmentFormula gap(PlannedTarget target, AttainmentRule rule) {
        return new AttainmentFormula(VALUE, target, rule, true, Unit.COUNT);
    }

    private static ScheduleGapFormula behind(PlannedTarget target, AttainmentRule rule) {
        return new ScheduleGapFormula(
                VALUE, target, rule, new DueShares(PlanPath.months(), target.isOfYear()), Unit.PERCENTAGE_POINT);
    }

    @Test
    void aPartIsOfTheTargetOfThePeriodOrOfItsYear() {
        GivenCells cells = new GivenCells()
                .with(VALUE, MONTH, cell("6", 3, 3))
                .with(PLAN, MONTH, cell("8", 1, 1))
                .with(PLAN, "2024", cell("60", 12, 12));

        assertThat(text(cells.cell(part(OF_PERIOD, HIGHER), MONTH))).isEqualTo("0.75 (3/3)");
        assertThat(text(cells.cell(part(OF_YEAR, HIGHER), MONTH))).isEqualTo("0.1 (3/3)");
        assertThat(text(cells.cell(gap(OF_PERIOD, HIGHER), MONTH))).isEqualTo("-2 (3/3)");
        assertThat(text(cells.cell(gap(OF_YEAR, LOWER), MONTH))).isEqualTo("-54 (3/3)");
    }

    @Test
    void aWayFromABaselineStartsAtTheEndBeforeTheTargetsPeriod() {
        GivenCells cells = new GivenCells()
                .with(VALUE, MONTH, cell("6", 3, 3))
                .with(VALUE, "2024-05", cell("2", 3, 3))
                .with(VALUE, "2023-12", cell("4", 3, 3))
                .with(PLAN, MONTH, cell("10", 1, 1))
                .with(PLAN, "2024", cell("12", 1, 1));

        assertThat(text(cells.cell(part(OF_PERIOD, FROM_BASELINE), MONTH))).isEqualTo("0.5 (3/3)");
        assertThat(text(cells.cell(part(OF_YEAR, FROM_BASELINE), MONTH))).isEqualTo("0.25 (3/3)");
        assertThat(text(cells.cell(gap(OF_YEAR, FROM_BASELINE), MONTH))).isEqualTo("-6 (3/3)");
    }

    /** Half of a year's plan is due after six months. */
    @Test
    void aGapToAScheduleIsWhatIsDoneLessWhatIsDue() {
        GivenCells cells = new GivenCells()
                .with(VALUE, MONTH, cell("4", 3, 3))
                .with(VALUE, "2023-12", cell("0", 3, 3))
                .with(PLAN, "2024", cell("10", 1, 1));

        assertThat(text(cells.cell(behind(OF_YEAR, HIGHER), MONTH))).isEqualTo("-0.1 (3/3)");
        assertThat(text(cells.cell(behind(OF_YEAR, FROM_BASELINE), MONTH))).isEqualTo("-0.1 (3/3)");
        cells.with(VALUE, "2023-12", cell("2", 3, 3));
        assertThat(text(cells.cell(behind(OF_YEAR, FROM_BASELINE), MONTH))).isEqualTo("-0.25 (3/3)");
    }

    @Test
    void whatIsNotPlannedIsNotMissing() {
        Cell open = Cell.builder(Absence.INCOMPLETE_TARGETS, Unit.COUNT).build();
        GivenCells cells = new GivenCells()
                .with(VALUE, MONTH, NONE)
                .with(VALUE, "2023-12", NONE)
                .with(PLAN, "2024", UNPLANNED);

        for (Formula formula : ImmutableList.of(
                part(OF_YEAR, HIGHER), gap(OF_YEAR, HIGHER), behind(OF_YEAR, HIGHER), part(OF_YEAR, FROM_BASELINE))) {
            cells.with(VALUE, MONTH, NONE).with(PLAN, "2024", UNPLANNED);
            assertThat(text(cells.cell(formula, MONTH))).isEqualTo("no target (0/3)");
            cells.with(PLAN, "2024", open);
            assertThat(text(cells.cell(formula, MONTH))).isEqualTo("targets incomplete (0/3)");
            cells.with(PLAN, "2024", cell("8", 1, 1));
            assertThat(text(cells.cell(formula, MONTH))).isEqualTo("no observation (0/3)");
        }
        cells.with(VALUE, MONTH, cell("6", 3, 3));
        assertThat(text(cells.cell(part(OF_YEAR, FROM_BASELINE), MONTH))).isEqualTo("missing base (0/3)");
        assertThat(text(cells.cell(behind(OF_YEAR, FROM_BASELINE), MONTH))).isEqualTo("missing base (0/3)");
        assertThat(text(cells.cell(part(OF_YEAR, HIGHER), MONTH)))
                .as("needs no start")
                .isEqualTo("0.75 (3/3)");
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER,    6,  0, zero target",
        "HIGHER,    6, -1, negative target",
        "LOWER,     0,  8, zero denominator",
        "BASELINE,  6,  2, zero denominator",
    })
    void saysWhyThereIsNoPart(String rule, String value, String target, String reason) {
        AttainmentRule by = rule.equals("BASELINE") ? FROM_BASELINE : rule.equals("LOWER") ? LOWER : HIGHER;
        GivenCells cells = new GivenCells()
                .with(VALUE, MONTH, cell(value, 3, 3))
                .with(VALUE, "2023-12", cell("2", 3, 3))
                .with(PLAN, "2024", cell(target, 1, 1));

        assertThat(text(cells.cell(part(OF_YEAR, by), MONTH))).isEqualTo(reason + " (3/3)");
        if (by != LOWER) {
            assertThat(text(cells.cell(behind(OF_YEAR, by), MONTH))).isEqualTo(reason + " (3/3)");
        }
        assertThat(cells.cell(gap(OF_YEAR, by), MONTH).hasValue())
                .as("a gap divides by nothing")
                .isTrue();
    }

    @Test
    void aRuleWithoutPartsComesToNoPart() {
        GivenCells cells = new GivenCells().with(VALUE, MONTH, cell("6", 3, 3)).with(PLAN, MONTH, cell("8", 1, 1));

        assertThatThrownBy(() -> cells.cell(part(OF_PERIOD, AttainmentRule.limit(Direction.LOWER)), MONTH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The planner lets no rule pass that is refused: ");
        assertThat(text(cells.cell(gap(OF_PERIOD, AttainmentRule.limit(Direction.LOWER)), MONTH)))
                .isEqualTo("-2 (3/3)");
    }

    @Test
    void theWorstStatusOfAllIsThatOfTheResult() {
        GivenCells cells = new GivenCells()
                .with(VALUE, MONTH, with(ObservationStatus.NORMAL, "6"))
                .with(VALUE, "2023-12", with(ObservationStatus.ESTIMATED, "2"))
                .with(PLAN, "2024", with(ObservationStatus.PROVISIONAL, "10"));

        assertThat(cells.cell(part(OF_YEAR, HIGHER), MONTH).status()).isEqualTo(ObservationStatus.PROVISIONAL);
        assertThat(cells.cell(part(OF_YEAR, FROM_BASELINE), MONTH).status())
                .isEqualTo(ObservationStatus.ESTIMATED.worst(ObservationStatus.PROVISIONAL));
        cells.with(VALUE, MONTH, with(ObservationStatus.UNRELIABLE, "6"));
        assertThat(cells.cell(part(OF_YEAR, FROM_BASELINE), MONTH).status()).isEqualTo(ObservationStatus.UNRELIABLE);
    }

    private static Cell with(ObservationStatus status, String value) {
        return Cell.builder(new BigDecimal(value), Unit.COUNT)
                .contributors(1, 1)
                .status(status)
                .build();
    }

    @Test
    void aStockIsOfItsMomentAndAnIncompleteSideIsSaid() {
        GivenCells cells = new GivenCells()
                .with(VALUE, MONTH, asOf("6", "2024-05"))
                .with(VALUE, "2023-12", cell("2", 2, 3))
                .with(PLAN, "2024", cell("10", 1, 1));

        assertThat(text(cells.cell(part(OF_YEAR, HIGHER), MONTH))).isEqualTo("0.6 (1/1) as of 2024-05");
        assertThat(text(cells.cell(part(OF_YEAR, FROM_BASELINE), MONTH)))
                .isEqualTo("0.5 (2/3) as of 2024-05, not paired");
        cells.with(VALUE, MONTH, NONE);
        assertThat(text(cells.cell(part(OF_YEAR, FROM_BASELINE), MONTH)))
                .as("without a value nothing is paired")
                .isEqualTo("no observation (0/3)");
    }

    @Test
    void aValueWithinBoundsHasAPartWithinBounds() {
        GivenCells cells = new GivenCells()
                .with(VALUE, MONTH, about("60", "50", "70"))
                .with(PLAN, MONTH, cell("10", 1, 1))
                .with(PLAN, "2024", cell("10", 1, 1));

        assertThat(text(cells.cell(part(OF_PERIOD, HIGHER), MONTH))).isEqualTo("~6 (1/1) ABOUT in [5..7]");
        assertThat(text(cells.cell(gap(OF_PERIOD, HIGHER), MONTH))).isEqualTo("~50 (1/1) ABOUT in [40..60]");
        assertThat(text(cells.cell(behind(OF_YEAR, HIGHER), MONTH))).isEqualTo("~5.5 (1/1) ABOUT in [4.5..6.5]");
    }

    @Test
    void aTargetIsWhatIsPlanned() {
        GivenCells cells = new GivenCells().with(PLAN, MONTH, cell("8", 1, 1)).with(PLAN, "2024", cell("60", 12, 12));
        TargetFormula ofPeriod = new TargetFormula(OF_PERIOD, ImmutableList.of(VALUE));
        TargetFormula ofYear = new TargetFormula(OF_YEAR, ImmutableList.of());

        assertThat(cells.cell(ofPeriod, MONTH)).hasToString("8 (1/1)");
        assertThat(cells.cell(ofYear, MONTH)).hasToString("60 (12/12)");
        assertThat(ofPeriod.unit()).isEqualTo(Unit.COUNT);
        assertThat(ofPeriod.aggregates()).containsExactly(VALUE);
        assertThat(ofYear.aggregates()).isEmpty();
        assertThat(ofPeriod).hasToString("target 0: " + PLAN);
    }

    @Test
    void readsTheAggregatesAndPairsOfItsValue() {
        Pair pair = new Pair(VALUE, PLAN, ImmutableList.of(0));
        QuotientFormula ratio = new QuotientFormula(VALUE, PLAN, Optional.of(pair), false, Unit.RATIO);
        AttainmentFormula attainment = new AttainmentFormula(ratio, OF_YEAR, HIGHER, false, Unit.RATIO);
        ScheduleGapFormula schedule = new ScheduleGapFormula(
                ratio, OF_YEAR, HIGHER, new DueShares(PlanPath.days(), true), Unit.PERCENTAGE_POINT);

        assertThat(attainment.aggregates()).containsExactly(VALUE, PLAN);
        assertThat(attainment.pairs()).containsExactly(pair);
        assertThat(schedule.aggregates()).containsExactly(VALUE, PLAN);
        assertThat(schedule.pairs()).containsExactly(pair);
        assertThat(part(OF_YEAR, HIGHER)).hasToString("ratio(" + VALUE + ", " + OF_YEAR + ")");
        assertThat(part(OF_YEAR, FROM_BASELINE)).hasToString("from_baseline(" + VALUE + ", " + OF_YEAR + ")");
        assertThat(gap(OF_YEAR, HIGHER)).hasToString("gap(" + VALUE + ", " + OF_YEAR + ")");
        assertThat(behind(OF_YEAR, HIGHER)).hasToString("gap to schedule(" + VALUE + ", " + OF_YEAR + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06,    2024-05,    2023-12",
        "2024-01,    2023-12,    2023-12",
        "2024-Q2,    2024-Q1,    2023-Q4",
        "2024-H1,    2023-H2,    2023-H2",
        "2024,       2023,       2023",
        "2024-W10,   2024-W09,   2023-W52",
        "2021-W10,   2021-W09,   2020-W53",
        "2024-03-05, 2024-03-04, 2023-12-31",
        "2024-YTD06, 2023-YTD12, 2023-YTD12",
    })
    void startsWithTheLastGroupBeforeThePlan(String group, String before, String beforeTheYear) {
        int code = TimePeriod.parse(group).toCode();

        assertThat(TimePeriod.ofCode(OF_PERIOD.start(code))).hasToString(before);
        assertThat(TimePeriod.ofCode(OF_YEAR.start(code))).hasToString(beforeTheYear);
        assertThat(OF_PERIOD.plan(code)).hasToString(group);
        assertThat(OF_YEAR.plan(code)).hasToString(group.substring(0, 4));
        assertThat(OF_PERIOD.period(code)).isEqualTo(code);
        assertThat(TimePeriod.ofCode(OF_YEAR.period(code))).hasToString(group.substring(0, 4));
    }

    @Test
    void allPeriodsTogetherAreOneGroup() {
        assertThat(OF_PERIOD.period(0)).isZero();
        assertThat(OF_YEAR.period(0)).isZero();
    }
}
