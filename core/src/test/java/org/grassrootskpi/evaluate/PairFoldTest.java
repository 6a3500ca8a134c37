package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.evaluate.Formulas.text;
import static org.grassrootskpi.evaluate.Slots.A;
import static org.grassrootskpi.evaluate.Slots.B;
import static org.grassrootskpi.evaluate.Slots.ELSEWHERE;
import static org.grassrootskpi.evaluate.Slots.Q1;
import static org.grassrootskpi.evaluate.Slots.Q2;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** What is compared where one side of a ratio lacks an observation that the other has. */
class PairFoldTest {
    private static final Rollup SPENT = Slots.spent(Aggregate.SUM);
    private static final Rollup PEOPLE = RollupFixture.of("people", CombinationGroups.NONE, Aggregate.SUM);
    private static final Rollup PAIRED = RollupFixture.with("spent", "people", Aggregate.PAIRED_SUM);
    private static final AggregateFormula OF_SPENT = Formulas.of(AggregateFunction.SUM, 0);
    private static final AggregateFormula OF_PEOPLE = Formulas.of(AggregateFunction.SUM, 1);

    private static QuotientFormula ratio(AggregateFormula one, AggregateFormula other) {
        return new QuotientFormula(
                one, other, Optional.of(new Pair(one, other, ImmutableList.of(0))), false, Unit.RATIO);
    }

    private static final QuotientFormula RATIO = ratio(OF_SPENT, OF_PEOPLE);

    private static void complete(Slots.Filled filled) {
        for (int quarter = 0; quarter < 2; quarter++) {
            filled.sum(A, quarter, 6, "60").sum(B, quarter, 3, "30").sum(ELSEWHERE, quarter, 3, "15");
        }
    }

    private static String cell(Slots slots, Formula formula, int region, int period) {
        return text(formula.cell(slots.evaluation(formula), region, period, 0));
    }

    @Test
    void completeTotalsAreComparedWithoutReadingPairs() {
        Slots slots = new Slots().with(SPENT, PairFoldTest::complete).with(PEOPLE, PairFoldTest::complete);

        assertThat(cell(slots, RATIO, A, Q1)).isEqualTo("1 (6/6)");
        assertThat(slots.timesRead()).isZero();
        assertThat(RATIO.number(slots.evaluation(RATIO), A, Q1, 0)).isEqualTo(1);
    }

    @Test
    void pairsAreReadAsSoonAsOneSideLacksAnObservation() {
        for (boolean first : new boolean[] {true, false}) {
            Consumer<Slots.Filled> gap = filled -> {
                complete(filled);
                filled.sum(B, 0, -1, "-10");
            };
            Slots slots = new Slots()
                    .with(SPENT, first ? gap : PairFoldTest::complete)
                    .with(PEOPLE, first ? PairFoldTest::complete : gap)
                    .withPairs(
                            PAIRED, filled -> filled.pairs(A, 0, 6, "60", "30").pairs(B, 0, 2, "18", "6"));

            Evaluation evaluation = slots.evaluation(RATIO);
            assertThat(slots.timesRead()).isEqualTo(1);
            assertThat(RATIO.number(evaluation, A, Q1, 0)).isEqualTo(1);
            assertThat(RATIO.number(evaluation, B, Q1, 0)).as("18 / 6").isEqualTo(3);
            assertThat(text(RATIO.cell(evaluation, A, Q1, 0)))
                    .as("both are complete")
                    .isEqualTo("1 (6/6)");
            assertThat(text(RATIO.cell(evaluation, B, Q1, 0)))
                    .as("18 / 6, with one of five left out")
                    .isEqualTo("3 (2/3), 1 unpaired");
        }
    }

    @Test
    void aGroupWithoutAnyObservationNeedsNoPairs() {
        Consumer<Slots.Filled> none =
                filled -> filled.sum(A, 0, 6, "60").sum(B, 0, 3, "30").sum(ELSEWHERE, 1, 3, "2");
        Slots slots = new Slots().with(SPENT, none).with(PEOPLE, none);

        assertThat(cell(slots, RATIO, A, Q2)).isEqualTo("no observation (0/6)");
        AggregateFormula window = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.rolling(2), false, 0);
        AggregateFormula other = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.rolling(2), false, 1);
        assertThat(slots.timesRead()).isZero();
        Slots overWindow = new Slots()
                .with(SPENT, none)
                .with(PEOPLE, none)
                .withPairs(PAIRED, filled -> filled.pairs(A, 0, 6, "60", "20"));
        assertThat(cell(overWindow, ratio(window, other), A, Q2))
                .as("a window of several slots lacks some of them")
                .isEqualTo("3 (6/12)");
        assertThat(overWindow.timesRead()).isEqualTo(1);
    }

    private static Slots gaps(Query query, Consumer<Slots.Filled> pairs) {
        return new Slots(query)
                .with(SPENT, filled -> filled.sum(A, 0, 4, "40").sum(B, 0, 2, "10"))
                .with(PEOPLE, filled -> filled.sum(A, 0, 5, "50").sum(B, 0, 1, "10"))
                .withPairs(PAIRED, pairs);
    }

    @Test
    void hasNoValueWithoutAnyPair() {
        assertThat(cell(gaps(Query.select("spent"), filled -> {}), RATIO, B, Q1))
                .isEqualTo("nothing paired (0/3), 3 unpaired");
    }

    @Test
    void hasNoValueWithFewerPairsThanThePolicyDemands() {
        Consumer<Slots.Filled> pairs =
                filled -> filled.pairs(A, 0, 3, "30", "10").pairs(B, 0, 1, "5", "10");
        Query half = Query.select("spent").missing(MissingPolicy.requireAtLeast(0.5));
        Query most = Query.select("spent").missing(MissingPolicy.requireAtLeast(0.6));

        assertThat(cell(gaps(half, pairs), RATIO, A, Q1)).isEqualTo("3 (3/6), 3 unpaired");
        assertThat(cell(gaps(most, pairs), RATIO, A, Q1)).isEqualTo("incomplete (3/6), 3 unpaired");
        assertThat(cell(gaps(half, pairs), RATIO, B, Q1)).isEqualTo("incomplete (1/3), 1 unpaired");
    }

    @Test
    void pairsOfASeriesOfMeansAreAveraged() {
        AggregateFormula mean = Formulas.of(AggregateFunction.MEAN, 0);
        AggregateFormula other = Formulas.of(AggregateFunction.MEAN, 1);
        Slots slots = gaps(Query.select("spent"), filled -> filled.pairs(A, 0, 4, "40", "16"));

        Evaluation evaluation = slots.evaluation(ratio(mean, other));
        PairedCells cells = evaluation.paired(
                new Pair(mean, other, ImmutableList.of(0)),
                A,
                Q1,
                0,
                evaluation.aggregate(mean, A, Q1, 0),
                evaluation.aggregate(other, A, Q1, 0));
        assertThat(text(cells.one())).isEqualTo("10 (4/6), 1 unpaired");
        assertThat(text(cells.other())).isEqualTo("4 (4/6), 1 unpaired");
    }

    @Test
    void pairsAreBoundedByTheirOwnPrecision() {
        Precision tens = Precision.from(Quantity.of(
                BigDecimal.ZERO, Unit.RATIO, Qualifier.ABOUT, Range.closed(new BigDecimal("-5"), new BigDecimal("5"))));
        BigDecimal half = new BigDecimal("0.5");
        AggregateFormula one = Formulas.of(AggregateFunction.SUM, half, Window.PERIOD, false, 0);
        AggregateFormula other = Formulas.of(AggregateFunction.SUM, BigDecimal.ONE, Window.PERIOD, false, 1);
        Slots slots = gaps(
                Query.select("spent"),
                filled -> filled.rows(A, 0, rows -> {
                    rows.count(2).sum(new BigDecimal("20")).counterparts(new BigDecimal("30"));
                    rows.printed(tens).count(1).sum(new BigDecimal("10")).counterparts(new BigDecimal("10"));
                    rows.otherPrinted(tens).count(1).sum(new BigDecimal("10")).counterparts(new BigDecimal("10"));
                    rows.otherPrinted(tens).count(1).sum(new BigDecimal("0")).counterparts(new BigDecimal("0"));
                }));

        Evaluation evaluation = slots.evaluation(ratio(one, other));
        PairedCells cells = evaluation.paired(
                new Pair(one, other, ImmutableList.of(0)),
                A,
                Q1,
                0,
                evaluation.aggregate(one, A, Q1, 0),
                evaluation.aggregate(other, A, Q1, 0));
        assertThat(text(cells.one()))
                .as("four figures off by a half, one by five")
                .isEqualTo("~40 (5/6) ABOUT in [33..47]");
        assertThat(text(cells.other()))
                .as("three figures off by one, two by five")
                .isEqualTo("~50 (5/6) ABOUT in [37..63]");
    }

    @Test
    void stocksArePairedInTheSlotOfTheirMoment() {
        AggregateFormula one = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, true, 0);
        AggregateFormula other = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, true, 1);
        Slots slots = new Slots()
                .with(SPENT, filled -> filled.sum(A, 0, 2, "9").sum(A, 1, 1, "40"))
                .with(PEOPLE, filled -> filled.sum(A, 0, 2, "9").sum(A, 1, 2, "50"))
                .withPairs(PAIRED, filled -> filled.pairs(A, 0, 2, "9", "9").pairs(A, 1, 1, "40", "20"));

        Evaluation evaluation = slots.evaluation(ratio(one, other));
        PairedCells cells = evaluation.paired(
                new Pair(one, other, ImmutableList.of(0)),
                A,
                Q2,
                0,
                Formulas.asOf("40", "2024-06").withRemark(Remark.AS_OBSERVED),
                Cell.builder(new BigDecimal("50"), Unit.COUNT)
                        .contributors(1, 2)
                        .asOf(Optional.of(TimePeriod.parse("2024-06")))
                        .build());
        assertThat(text(cells.other())).isEqualTo("20 (1/2) as of 2024-06");
        assertThat(text(cells.one())).isEqualTo("40 (1/1) as of 2024-06");
    }

    @Test
    void addsThePairsOfSeveralIndicatorsAndOfAWindow() {
        AggregateFormula one = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, false, 0, 0);
        AggregateFormula other = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, false, 1, 1);
        Pair pair = new Pair(one, other, ImmutableList.of(0, 1));
        Rollup again = RollupFixture.with("people", "people", Aggregate.PAIRED_SUM);
        Slots slots = gaps(Query.select("spent"), filled -> filled.pairs(A, 0, 4, "40", "8"))
                .withPairs(again, filled -> filled.pairs(A, 1, 2, "2", "4"));
        QuotientFormula ratio = new QuotientFormula(one, other, Optional.of(pair), false, Unit.RATIO);

        assertThat(cell(slots, ratio, A, Q2)).isEqualTo("3.5 (6/24), 6 unpaired");
    }
}
