package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.evaluate.Formulas.about;
import static org.grassrootskpi.evaluate.Formulas.asOf;
import static org.grassrootskpi.evaluate.Formulas.cell;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Refusal;
import org.junit.jupiter.api.Test;

/** What each formula makes of the cells of its parts. */
class FormulaTest {
    private static final AggregateFormula A = Formulas.of(AggregateFunction.SUM, 0);
    private static final AggregateFormula B = Formulas.of(AggregateFunction.SUM, 1);
    private static final AggregateFormula COUNT = Formulas.of(AggregateFunction.COUNT, 2);
    private static final Pair PAIR = new Pair(A, B, ImmutableList.of(0));
    private static final Pair OVER_TIME = new Pair(A, A, ImmutableList.of(1));
    private static final Pair OF_WHOLE = new Pair(B, B, ImmutableList.of(2));
    private static final String MONTH = "2024-06";
    private static final String BEFORE = "2024-05";
    private static final String YEAR_BEFORE = "2023-06";

    private static QuotientFormula quotient(boolean paired, boolean isOverSeveral) {
        return new QuotientFormula(A, B, paired ? Optional.of(PAIR) : Optional.empty(), isOverSeveral, Unit.RATIO);
    }

    private static ChangeFormula change(Formula of, BasePeriod comparison, boolean relative, boolean paired) {
        return new ChangeFormula(
                of, comparison, relative, paired ? Optional.of(OVER_TIME) : Optional.empty(), Unit.RATIO);
    }

    @Test
    void aQuotientIsOfItsPartsOrOfTheirPairs() {
        GivenCells cells = new GivenCells()
                .with(A, MONTH, cell("6", 2, 3))
                .with(B, MONTH, cell("4", 3, 3))
                .with(PAIR, cell("5", 2, 3), cell("2", 2, 3));

        assertThat(cells.cell(quotient(false, false), MONTH)).hasToString("1.5 (2/3), not paired");
        assertThat(cells.cell(quotient(true, false), MONTH)).hasToString("2.5 (2/3)");
        assertThat(cells.cell(quotient(true, true), MONTH)).hasToString("2.5 (2/3), over several periods");
    }

    @Test
    void aQuotientOfCompletePartsHasNoRemark() {
        GivenCells cells = new GivenCells().with(A, MONTH, cell("6", 3, 3)).with(B, MONTH, cell("4", 3, 3));

        assertThat(cells.cell(quotient(false, false), MONTH)).hasToString("1.5 (3/3)");
        assertThat(cells.cell(new QuotientFormula(B, A, Optional.empty(), false, Unit.RATIO), MONTH)
                        .get())
                .isEqualByComparingTo("0.6666666666666666666666666666666667");
    }

    @Test
    void aQuotientOfDifferentMomentsOrWithoutAPartHasNoValue() {
        GivenCells cells = new GivenCells()
                .with(A, MONTH, asOf("6", "2024-05"))
                .with(B, MONTH, asOf("4", "2024-06"))
                .with(PAIR, cell("5", 2, 3), cell("2", 2, 3));
        Cell none = Cell.builder(Absence.NO_OBSERVATION, Unit.COUNT).build();

        assertThat(cells.cell(quotient(true, true), MONTH)).hasToString("different periods (1/1) as of 2024-05");
        assertThat(new GivenCells()
                        .with(A, MONTH, cell("6", 2, 3))
                        .with(B, MONTH, none)
                        .cell(quotient(false, true), MONTH)
                        .absence())
                .isEqualTo(Optional.of(Absence.MISSING_DENOMINATOR));
    }

    @Test
    void aNumberIsTakenFromTheSlotsUnlessPairsWereRead() {
        GivenCells cells = new GivenCells()
                .with(A, MONTH, cell("6", 3, 3))
                .with(B, MONTH, cell("4", 3, 3))
                .with(A, YEAR_BEFORE, cell("4", 3, 3));
        ChangeFormula growth = change(A, BasePeriod.YEAR_EARLIER, true, true);
        ChangeFormula difference = change(A, BasePeriod.YEAR_EARLIER, false, true);

        assertThat(cells.number(quotient(true, false), MONTH)).isEqualTo(1.5);
        assertThat(cells.number(growth, MONTH)).isEqualTo(0.5);
        assertThat(cells.number(difference, MONTH)).isEqualTo(2);
        assertThat(cells.number(A, MONTH)).isEqualTo(6);
        cells.knowing(9);
        assertThat(cells.number(A, MONTH)).isEqualTo(9);
        assertThat(cells.number(quotient(true, false), MONTH)).isEqualTo(9);
        assertThat(cells.number(growth, MONTH)).isEqualTo(9);
        assertThat(cells.number(difference, MONTH)).as("only a growth is known").isEqualTo(2);
        cells.withReadPairs();
        assertThat(cells.number(quotient(true, false), MONTH)).isEqualTo(1.5);
        assertThat(cells.number(quotient(false, false), MONTH))
                .as("has no pairs")
                .isEqualTo(9);
        assertThat(cells.number(growth, MONTH)).isEqualTo(0.5);
        assertThat(cells.number(change(A, BasePeriod.YEAR_EARLIER, true, false), MONTH))
                .isEqualTo(9);
    }

    @Test
    void aChangeIsToTheBasePeriodOfItsComparison() {
        GivenCells cells = new GivenCells()
                .with(A, MONTH, cell("6", 3, 3))
                .with(A, BEFORE, cell("5", 3, 3))
                .with(A, YEAR_BEFORE, cell("4", 3, 3));

        assertThat(cells.cell(change(A, BasePeriod.PREVIOUS_PERIOD, false, false), MONTH))
                .hasToString("1 (3/3)");
        assertThat(cells.cell(change(A, BasePeriod.PREVIOUS_PERIOD, true, false), MONTH))
                .hasToString("0.2 (3/3)");
        assertThat(cells.cell(change(A, BasePeriod.YEAR_EARLIER, true, false), MONTH))
                .hasToString("0.5 (3/3)");
    }

    @Test
    void aChangeWithoutABaseInTheCalendarHasNoCounterpart() {
        GivenCells cells = new GivenCells().with(A, "2024-02-29", cell("6", 3, 3));
        ChangeFormula growth = change(A, BasePeriod.YEAR_EARLIER, true, false);

        assertThat(cells.cell(growth, "2024-02-29").absence()).isEqualTo(Optional.of(Absence.NO_COUNTERPART));
        assertThat(cells.number(growth, "2024-02-29")).isNaN();
        assertThat(cells.cell(
                                new ContributionFormula(
                                        A, B, BasePeriod.YEAR_EARLIER, Optional.empty(), Optional.empty(), Unit.RATIO),
                                "2024-02-29")
                        .absence())
                .isEqualTo(Optional.of(Absence.NO_COUNTERPART));
    }

    @Test
    void aChangeSaysThatItsSidesAreIncompleteOrAcrossABreak() {
        GivenCells cells = new GivenCells()
                .with(A, MONTH, cell("6", 2, 3))
                .with(A, BEFORE, cell("5", 3, 3))
                .with(OVER_TIME, cell("6", 2, 3), cell("4", 2, 3))
                .with(COUNT, MONTH, cell("6", 2, 3))
                .with(COUNT, BEFORE, cell("5", 3, 3));
        BasePeriod previous = BasePeriod.PREVIOUS_PERIOD;

        assertThat(cells.cell(change(A, previous, false, false), MONTH)).hasToString("1 (2/3), not paired");
        assertThat(cells.cell(change(A, previous, false, true), MONTH)).hasToString("2 (2/3)");
        assertThat(cells.cell(change(COUNT, previous, false, false), MONTH))
                .as("a count is about who reported")
                .hasToString("1 (2/3)");
        assertThat(cells.cell(change(new CoverageFormula(A, Unit.RATIO), previous, false, false), MONTH)
                        .remarks())
                .isEmpty();
        cells.withBreakIn(A);
        assertThat(cells.cell(change(A, previous, false, true), MONTH)).hasToString("2 (2/3), across a break");
        assertThat(cells.cell(change(COUNT, previous, false, true), MONTH).remarks())
                .isEmpty();
    }

    @Test
    void aChangeOfARankIsAboutWhoReported() {
        GivenCells cells = new GivenCells()
                .withRanks(cell("1", 2, 3), cell("1", 2, 3), cell("1", 2, 3), cell("1", 2, 3), cell("7", 2, 3));
        RankFormula rank = new RankFormula(A, new Peers.Regions(Optional.empty()), false, Unit.RANK);

        assertThat(cells.cell(rank, MONTH)).hasToString("7 (2/3)");
        assertThat(cells.cell(change(rank, BasePeriod.PREVIOUS_PERIOD, false, false), MONTH))
                .hasToString("0 (2/3)");
    }

    @Test
    void stocksOfUnlikeMomentsAreNotCompared() {
        GivenCells cells = new GivenCells()
                .with(A, MONTH, asOf("6", "2024-06"))
                .with(A, BEFORE, asOf("5", "2024-04"))
                .withUnlikeMoments();
        Cell incomplete = Cell.builder(Absence.INCOMPLETE, Unit.COUNT).build();

        for (boolean paired : List.of(true, false)) {
            assertThat(cells.cell(change(A, BasePeriod.PREVIOUS_PERIOD, false, paired), MONTH)
                            .absence())
                    .isEqualTo(Optional.of(Absence.DIFFERENT_PERIODS));
        }
        cells.with(A, BEFORE, incomplete).with(OVER_TIME, cell("9", 1, 1), cell("1", 1, 1));
        assertThat(cells.cell(change(A, BasePeriod.PREVIOUS_PERIOD, false, true), MONTH)
                        .absence())
                .as("nor paired")
                .isEqualTo(Optional.of(Absence.INCOMPLETE));
    }

    @Test
    void aContributionIsTheChangeOfThePartByTheBaseOfTheWhole() {
        GivenCells cells = new GivenCells()
                .with(A, MONTH, cell("6", 3, 3))
                .with(A, BEFORE, cell("4", 3, 3))
                .with(B, MONTH, cell("30", 3, 3))
                .with(B, BEFORE, cell("20", 3, 3))
                .with(OVER_TIME, cell("7", 2, 3), cell("4", 2, 3))
                .with(OF_WHOLE, cell("11", 2, 3), cell("10", 2, 3));
        BasePeriod previous = BasePeriod.PREVIOUS_PERIOD;

        assertThat(cells.cell(
                        new ContributionFormula(A, B, previous, Optional.empty(), Optional.empty(), Unit.RATIO), MONTH))
                .as("(6 - 4) / 20")
                .hasToString("0.1 (3/3)");
        ContributionFormula paired =
                new ContributionFormula(A, B, previous, Optional.of(OVER_TIME), Optional.of(OF_WHOLE), Unit.RATIO);
        assertThat(cells.cell(paired, MONTH)).as("(7 - 4) / 10").hasToString("0.3 (2/3)");
        assertThat(cells.withBreakIn(A).cell(paired, MONTH)).hasToString("0.3 (2/3), across a break");
        assertThat(paired.aggregates()).containsExactly(A);
        assertThat(paired.pairs()).containsExactly(OVER_TIME, OF_WHOLE);
        assertThat(paired).hasToString("contribution(sum(#0) to sum(#1), PREVIOUS_PERIOD)");
    }

    @Test
    void aDiscreteValueIsWhatAMonthAddsToTheYearSoFar() {
        DiscreteFormula discrete = new DiscreteFormula(A, Optional.of(OVER_TIME), Unit.COUNT);
        GivenCells cells = new GivenCells().with(A, "2024-06", cell("60", 3, 3)).with(A, "2024-05", cell("50", 3, 3));

        assertThat(cells.cell(discrete, "2024-06")).hasToString("10 (3/3)");
        assertThat(cells.with(A, "2024-01", cell("8", 3, 3)).cell(discrete, "2024-01"))
                .as("January's is the year's so far")
                .hasToString("8 (3/3)");
        cells.with(OVER_TIME, cell("30", 2, 3), cell("25", 2, 3)).withBreakIn(A);
        assertThat(cells.cell(discrete, "2024-06")).hasToString("5 (2/3), across a break");
        assertThat(discrete.aggregates()).containsExactly(A);
        assertThat(discrete.pairs()).containsExactly(OVER_TIME);
        assertThat(discrete).hasToString("discrete(sum(#0))");
    }

    @Test
    void anObservedFigureAnswersWhereThePartsLackData() {
        FallbackFormula fallback = new FallbackFormula(A, B, Unit.COUNT);
        Cell none = Cell.builder(Absence.NO_OBSERVATION, Unit.COUNT).build();
        GivenCells cells = new GivenCells().with(B, MONTH, cell("8", 1, 1));

        assertThat(cells.with(A, MONTH, cell("6", 1, 1)).cell(fallback, MONTH)).hasToString("6 (1/1)");
        assertThat(cells.number(fallback, MONTH)).isEqualTo(6);
        assertThat(cells.with(A, MONTH, none).cell(fallback, MONTH)).hasToString("8 (1/1), as observed");
        assertThat(cells.number(fallback, MONTH)).isEqualTo(8);
        for (Absence forbidden : List.of(Absence.ZERO_BASE, Absence.NEGATIVE_BASE, Absence.ZERO_DENOMINATOR)) {
            Cell cell = Cell.builder(forbidden, Unit.COUNT).build();
            assertThat(cells.with(A, MONTH, cell).cell(fallback, MONTH)).isEqualTo(cell);
            assertThat(cells.number(fallback, MONTH)).isNaN();
        }
        for (Absence lack : List.of(Absence.MISSING_BASE, Absence.UNPAIRED, Absence.INCOMPLETE)) {
            Cell cell = Cell.builder(lack, Unit.COUNT).build();
            assertThat(cells.with(A, MONTH, cell).cell(fallback, MONTH)).hasToString("8 (1/1), as observed");
        }
        Cell missing = Cell.builder(Absence.MISSING_BASE, Unit.COUNT).build();
        assertThat(cells.with(A, MONTH, missing).with(B, MONTH, none).cell(fallback, MONTH))
                .as("the reason is that of the parts")
                .isEqualTo(missing);
        assertThat(fallback.aggregates()).containsExactly(A, B);
        assertThat(fallback.pairs()).isEmpty();
        assertThat(new FallbackFormula(quotient(true, false), B, Unit.RATIO).pairs())
                .containsExactly(PAIR);
        assertThat(fallback).hasToString("sum(#0), else sum(#1)");
    }

    @Test
    void aShareFollowsTheSeriesOfItsWholeToo() {
        ShareFormula share = new ShareFormula(A, B, Unit.RATIO);
        GivenCells cells = new GivenCells().with(A, MONTH, cell("5", 1, 1)).with(B, MONTH, cell("20", 4, 4));

        assertThat(cells.cell(share, MONTH)).hasToString("0.25 (1/1)");
        assertThat(share.aggregates()).containsExactly(A);
        assertThat(share.series()).containsExactly(A, B);
        assertThat(new ShareFormula(quotient(true, false), change(A, BasePeriod.YEAR_EARLIER, true, true), Unit.RATIO)
                        .pairs())
                .containsExactly(PAIR, OVER_TIME);
        assertThat(share).hasToString("sum(#0) / sum(#1)");
    }

    @Test
    void aShareOfMembersIsOfTheirSumOrOfATotalThatWasObservedForItself() {
        ShareFormula share = new ShareFormula(A, B, true, Unit.RATIO);
        GivenCells cells = new GivenCells().with(A, MONTH, cell("5", 1, 1)).with(B, MONTH, cell("20", 1, 1));
        GivenCells fewer = new GivenCells()
                .with(A, MONTH, cell("5", 2, 2))
                .with(B, MONTH, cell("20", 1, 2))
                .withTotals();

        assertThat(cells.cell(share, MONTH)).hasToString("0.25 (1/1)");
        assertThat(cells.withTotals().cell(share, MONTH)).hasToString("0.25 (1/1)");
        assertThat(fewer.cell(share, MONTH)).hasToString("nothing paired (1/2)");
    }

    @Test
    void coverageIsThePartOfTheExpectedThatIsPresent() {
        CoverageFormula coverage = new CoverageFormula(quotient(true, false), Unit.RATIO);
        GivenCells cells = new GivenCells()
                .with(A, MONTH, cell("6", 2, 4))
                .with(B, MONTH, cell("4", 4, 4))
                .with(PAIR, cell("5", 1, 4), cell("2", 1, 4));

        assertThat(cells.cell(coverage, MONTH)).hasToString("0.25 (1/4)");
        assertThat(coverage.aggregates()).containsExactly(A, B);
        assertThat(coverage.pairs()).containsExactly(PAIR);
        assertThat(coverage).hasToString("coverage(sum(#0) / sum(#1))");
    }

    @Test
    void aRefusedMeasureHasNoValue() {
        Refusal refusal = Refusal.of(Refusal.Reason.NO_DATA, "no data", "observe it");
        RefusedFormula refused = new RefusedFormula(refusal, Unit.RATIO);

        assertThat(new GivenCells().cell(refused, MONTH)).isEqualTo(Cell.refused(refusal, Unit.RATIO));
        assertThat(refused.aggregates()).isEmpty();
        assertThat(refused.pairs()).isEmpty();
        assertThat(refused).hasToString("refused: NO_DATA");
        assertThat(new GivenCells().number(refused, MONTH)).isNaN();
    }

    @Test
    void saysWhatItIsMadeOf() {
        RankFormula rank = new RankFormula(
                quotient(true, false), new Peers.Regions(Optional.of(RegionLevel.COUNTY)), true, Unit.RANK);
        ChangeFormula growth = change(quotient(true, false), BasePeriod.YEAR_EARLIER, true, true);

        assertThat(A.aggregates()).containsExactly(A);
        assertThat(A.series()).containsExactly(A);
        assertThat(A.pairs()).isEmpty();
        assertThat(quotient(true, false).aggregates()).containsExactly(A, B);
        assertThat(quotient(true, false)).hasToString("sum(#0) / sum(#1)");
        assertThat(rank.aggregates()).containsExactly(A, B);
        assertThat(rank.pairs()).containsExactly(PAIR);
        assertThat(rank).hasToString("rank(sum(#0) / sum(#1), lowest first, within COUNTY)");
        assertThat(new RankFormula(A, new Peers.Regions(Optional.empty()), false, Unit.RANK))
                .hasToString("rank(sum(#0), highest first)");
        assertThat(growth.aggregates()).containsExactly(A, B);
        assertThat(growth.pairs()).containsExactly(OVER_TIME, PAIR);
        assertThat(growth).hasToString("growth(sum(#0) / sum(#1), YEAR_EARLIER)");
        assertThat(change(A, BasePeriod.PREVIOUS_PERIOD, false, false))
                .hasToString("difference(sum(#0), PREVIOUS_PERIOD)");
        assertThat(Formulas.of(AggregateFunction.MIN, 0, 3)).hasToString("min(#0 + #3)");
        assertThat(Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.rolling(3), false, 0))
                .hasToString("sum(#0 over 3)");
        assertThat(Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, false, 0))
                .hasToString("sum(#0 over the year to date)");
        assertThat(about("5", "4", "6").isExact()).isFalse();
    }
}
