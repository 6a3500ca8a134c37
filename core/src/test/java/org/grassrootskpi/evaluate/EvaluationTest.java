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
import java.util.function.Consumer;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.rollup.SlotRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cells of aggregates. a has two communities, so that six rows are expected in a quarter; b and what is in no township have
 * one community each.
 */
class EvaluationTest {
    private static final BigDecimal CENT = new BigDecimal("0.005");
    private static final Precision TENS = Precision.from(Quantity.of(
            BigDecimal.ZERO, Unit.RATIO, Qualifier.ABOUT, Range.closed(new BigDecimal("-5"), new BigDecimal("5"))));
    private static final Rollup SUM = Slots.spent(Aggregate.SUM);

    /** The sums of a are 10.50 and 4, those of b 6 and nothing; whatever a status makes them be read one by one. */
    private static Slots sums(Query query, boolean statuses) {
        return new Slots(query).with(SUM, filled -> {
            filled.sum(A, 0, 4, "10.50").sum(A, 1, 2, "4").sum(B, 0, 3, "6");
            if (statuses) {
                filled.rows(
                        ELSEWHERE,
                        0,
                        rows -> rows.status(ObservationStatus.MISSING).valueless(1));
            }
        });
    }

    private static String cell(Slots slots, AggregateFormula formula, int region, int period) {
        return text(slots.evaluation(formula).aggregate(formula, region, period, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, 0, 10.5 (4/6)",
        "MEAN, 0, 2.625 (4/6)",
        "COUNT, 0, 4 (4/6)",
        "SUM, 1, 6 (3/3)",
        "MEAN, 1, 2 (3/3)",
        "COUNT, 1, 3 (3/3)"
    })
    void sumsAveragesAndCountsASlot(AggregateFunction function, int region, String expected) {
        AggregateFormula formula = Formulas.of(function, 0);
        for (boolean statuses : new boolean[] {false, true}) {
            assertThat(cell(sums(Query.select("spent"), statuses), formula, region, Q1))
                    .isEqualTo(expected);
        }
    }

    @Test
    void hasNoValueWithoutRowsButACount() {
        for (boolean statuses : new boolean[] {false, true}) {
            Slots slots = sums(Query.select("spent"), statuses);
            assertThat(cell(slots, Formulas.of(AggregateFunction.SUM, 0), B, Q2))
                    .isEqualTo("no observation (0/3)");
            assertThat(cell(slots, Formulas.of(AggregateFunction.MEAN, 0), B, Q2))
                    .isEqualTo("no observation (0/3)");
            assertThat(cell(slots, Formulas.of(AggregateFunction.COUNT, 0), B, Q2))
                    .isEqualTo("0 (0/3)");
        }
        assertThat(cell(sums(Query.select("spent"), true), Formulas.of(AggregateFunction.SUM, 0), ELSEWHERE, Q1))
                .isEqualTo("no observation (0/3) MISSING");
    }

    @Test
    void addsTheSlotsOfAWindow() {
        for (boolean statuses : new boolean[] {false, true}) {
            Slots slots = sums(Query.select("spent"), statuses);
            AggregateFormula soFar = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, false, 0);
            AggregateFormula three = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.rolling(3), false, 0);

            assertThat(cell(slots, soFar, A, Q2)).isEqualTo("14.5 (6/12)");
            assertThat(cell(slots, soFar, B, Q2)).isEqualTo("6 (3/6)");
            assertThat(cell(slots, soFar, A, Q1)).isEqualTo("10.5 (4/6)");
            assertThat(cell(slots, three, A, Q2))
                    .as("a slot before the first is not there")
                    .isEqualTo("14.5 (6/12)");
        }
    }

    @Test
    void boundsASumAndAMeanByHalfAStepForEachRow() {
        for (boolean statuses : new boolean[] {false, true}) {
            Slots slots = sums(Query.select("spent"), statuses);
            AggregateFormula sum = Formulas.of(AggregateFunction.SUM, CENT, Window.PERIOD, false, 0);
            AggregateFormula mean = Formulas.of(AggregateFunction.MEAN, CENT, Window.PERIOD, false, 0);

            assertThat(slots.evaluation(sum).aggregate(sum, B, Q1, 0).bounds())
                    .isEqualTo(Formulas.closed("5.985", "6.015"));
            assertThat(slots.evaluation(mean).aggregate(mean, A, Q1, 0).bounds())
                    .isEqualTo(Formulas.closed("2.620", "2.630"));
        }
    }

    @Test
    void hasNoValueWhereItIsLessCompleteThanThePolicyDemands() {
        Query half = Query.select("spent").missing(MissingPolicy.requireAtLeast(0.5));
        for (boolean statuses : new boolean[] {false, true}) {
            AggregateFormula sum = Formulas.of(AggregateFunction.SUM, 0);
            AggregateFormula count = Formulas.of(AggregateFunction.COUNT, 0);

            assertThat(cell(sums(half, statuses), sum, A, Q1)).startsWith("10.5");
            assertThat(cell(sums(half, statuses), sum, A, Q2)).isEqualTo("incomplete (2/6)");
            assertThat(cell(sums(half, statuses), count, A, Q2)).isEqualTo("2 (2/6)");
        }
    }

    private static Slots extremes(boolean statuses) {
        return new Slots().with(Slots.spent(Aggregate.MIN, Aggregate.MAX), filled -> {
            filled.rows(A, 0, rows -> rows.count(2).min(new BigDecimal("3")).max(new BigDecimal("8")))
                    .rows(A, 1, rows -> rows.count(1).min(new BigDecimal("5")).max(new BigDecimal("5")));
            if (statuses) {
                filled.rows(A, 0, rows -> rows.status(ObservationStatus.ESTIMATED));
            }
        });
    }

    @Test
    void findsTheLeastAndTheGreatest() {
        AggregateFormula min = Formulas.of(AggregateFunction.MIN, BigDecimal.ONE, Window.YEAR_TO_DATE, false, 0);
        AggregateFormula max = Formulas.of(AggregateFunction.MAX, BigDecimal.ONE, Window.YEAR_TO_DATE, false, 0);

        for (boolean statuses : new boolean[] {false, true}) {
            Slots slots = extremes(statuses);
            assertThat(cell(slots, min, A, Q2)).startsWith("3 (3/12)");
            assertThat(cell(slots, max, A, Q2)).startsWith("8 (3/12)");
            assertThat(cell(slots, min, A, Q2)).contains("EXACT in [2..4]");
            assertThat(cell(slots, max, A, Q2)).contains("EXACT in [7..9]");
            assertThat(slots.evaluation(max).aggregate(max, A, Q2, 0).status())
                    .isEqualTo(statuses ? ObservationStatus.ESTIMATED : ObservationStatus.NORMAL);
            assertThat(cell(slots, min, B, Q1)).startsWith("no observation (0/3)");
        }
    }

    @Test
    void combinesSeveralRollUpsOfOneScale() {
        Rollup people = RollupFixture.of("people", SUM.combinations(), Aggregate.SUM);
        for (boolean statuses : new boolean[] {false, true}) {
            Slots slots = sums(Query.select("spent"), statuses).with(SUM, filled -> filled.sum(A, 0, 1, "0.50"));
            AggregateFormula both = Formulas.of(AggregateFunction.SUM, 0, 1);
            assertThat(slots.evaluation(both).aggregate(both, A, Q1, 0).get()).isEqualByComparingTo("11");
            assertThat(slots.evaluation(both).aggregate(both, A, Q1, 0).toString())
                    .endsWith("(5/12)");
            assertThat(slots.evaluation(both).aggregate(both, B, Q1, 0).toString())
                    .endsWith("(3/6)");

            Slots mixed = sums(Query.select("spent"), statuses).with(people, filled -> filled.sum(A, 0, 1, "2"));
            assertThat(mixed.evaluation(both).aggregate(both, A, Q1, 0).get()).isEqualByComparingTo("12.5");
        }
    }

    @Test
    void combinesTheExtremesOfSeveralRollUps() {
        Consumer<Slots.Filled> other = filled -> filled.rows(
                A, 0, rows -> rows.count(1).min(new BigDecimal("-2")).max(new BigDecimal("9")));
        AggregateFormula min = Formulas.of(AggregateFunction.MIN, 0, 1);
        AggregateFormula max = Formulas.of(AggregateFunction.MAX, 0, 1);
        for (boolean statuses : new boolean[] {false, true}) {
            Slots slots = extremes(statuses).with(Slots.spent(Aggregate.MIN, Aggregate.MAX), other);
            assertThat(slots.evaluation(min).aggregate(min, A, Q1, 0).get()).isEqualByComparingTo("-2");
            assertThat(slots.evaluation(max).aggregate(max, A, Q1, 0).get()).isEqualByComparingTo("9");
            assertThat(slots.evaluation(max).aggregate(max, A, Q2, 0).get()).isEqualByComparingTo("5");
        }
    }

    @Test
    void sumsThatLeaveTheRangeOfALongAreExact() {
        String large = "90000000000000000";
        AggregateFormula both = Formulas.of(AggregateFunction.SUM, 0, 1);
        Slots positive = new Slots()
                .with(SUM, filled -> filled.sum(A, 0, 1, large).sum(B, 0, 1, "-" + large))
                .with(SUM, filled -> filled.sum(A, 0, 1, large).sum(B, 0, 1, "-" + large));

        assertThat(positive.evaluation(both).aggregate(both, A, Q1, 0).get())
                .isEqualByComparingTo("180000000000000000");
        assertThat(positive.evaluation(both).aggregate(both, B, Q1, 0).get())
                .isEqualByComparingTo("-180000000000000000");
        assertThat(positive.evaluation(both).number(both, A, Q1, 0)).hasValue(1.8e17);
    }

    @Test
    void takesAStockAsOfTheLastPeriodThatAnyRegionHas() {
        AggregateFormula last = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, true, 0);
        Slots slots = new Slots()
                .with(
                        SUM,
                        filled -> filled.sum(A, 0, 2, "7")
                                .sum(A, 1, 1, "4")
                                .sum(B, 0, 1, "6")
                                .rows(B, 1, rows -> rows.valueless(1).status(ObservationStatus.SUPPRESSED)));

        assertThat(cell(slots, last, A, Q2)).isEqualTo("4 (1/2) as of 2024-Q2");
        assertThat(cell(slots, last, B, Q2))
                .as("the second quarter of b has no value")
                .isEqualTo("6 (1/1) as of 2024-Q1");
        assertThat(cell(slots, last, ELSEWHERE, Q2)).isEqualTo("no observation (0/1)");
    }

    @Test
    void aLaterPeriodOfAnotherIndicatorReplacesAnEarlierOne() {
        AggregateFormula last = new AggregateFormula(
                ImmutableList.of(0, 1),
                0,
                AggregateFunction.SUM,
                BigDecimal.ZERO,
                Window.YEAR_TO_DATE,
                true,
                ImmutableList.of(CENT, CENT),
                false,
                Unit.COUNT);
        Consumer<Slots.Filled> early = filled -> filled.rows(
                B, 0, rows -> rows.printed(TENS).count(1).sum(BigDecimal.TEN).status(ObservationStatus.BREAK));
        Consumer<Slots.Filled> late = filled -> filled.sum(B, 1, 1, "4");

        for (Slots slots : new Slots[] {
            new Slots().with(SUM, early).with(SUM, late),
            new Slots().with(SUM, late).with(SUM, early)
        }) {
            assertThat(cell(slots, last, B, Q2)).isEqualTo("4 (1/2) as of 2024-Q2 EXACT in [3.995..4.005]");
        }
        Slots same = new Slots().with(SUM, late).with(SUM, late);
        assertThat(cell(same, last, B, Q2)).isEqualTo("8 (2/2) as of 2024-Q2 EXACT in [7.99..8.01]");
    }

    @Test
    void aStockWithoutAnyValueHasTheWorstStatusOfItsRows() {
        AggregateFormula last = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, true, 0);
        Slots slots = new Slots()
                .with(
                        SUM,
                        filled -> filled.rows(B, 0, rows -> rows.valueless(1).status(ObservationStatus.NOT_COLLECTED))
                                .rows(B, 1, rows -> rows.valueless(1).status(ObservationStatus.SUPPRESSED)));

        assertThat(cell(slots, last, B, Q2)).isEqualTo("no observation (0/1) NOT_COLLECTED");
    }

    @Test
    void figuresThatSayHowVagueTheyAreBoundASum() {
        AggregateFormula sum = Formulas.of(AggregateFunction.SUM, CENT, Window.PERIOD, false, 0);
        Slots slots = new Slots()
                .with(
                        SUM,
                        filled -> filled.rows(B, 0, rows -> {
                            rows.printed(TENS).count(1).sum(new BigDecimal("20"));
                            rows.count(2).sum(new BigDecimal("3"));
                        }));

        assertThat(cell(slots, sum, B, Q1)).isEqualTo("~23 (3/3) ABOUT in [17.99..28.01]");
    }

    private static final Rollup WEIGHTED = RollupFixture.with("spent", "people", Aggregate.WEIGHTED_SUM);

    private static String mean(BigDecimal halfStep, Consumer<SlotRows> rows) {
        AggregateFormula mean = Formulas.of(AggregateFunction.WEIGHTED_MEAN, halfStep, Window.PERIOD, false, 0);
        return cell(new Slots().with(WEIGHTED, filled -> filled.rows(B, 0, rows)), mean, B, Q1);
    }

    private static void weighted(SlotRows rows, long count, String min, String max, String products, String weights) {
        rows.count(count)
                .min(new BigDecimal(min))
                .max(new BigDecimal(max))
                .weighted(new BigDecimal(products), new BigDecimal(weights), new BigDecimal(weights));
    }

    @Test
    void weighsAMeanAndBoundsItByItsValuesOrAmongThem() {
        assertThat(mean(BigDecimal.ZERO, rows -> weighted(rows, 2, "2", "6", "20", "8")))
                .as("exact weights and values")
                .isEqualTo("2.5 (2/3)");
        assertThat(mean(BigDecimal.ZERO, rows -> weighted(rows, 2, "2", "6", "0", "0")))
                .isEqualTo("zero denominator (2/3)");
        assertThat(mean(CENT, rows -> weighted(rows, 1, "2", "2", "8", "4")))
                .as("a single value is the mean, whatever its weight")
                .isEqualTo("2 (1/3) EXACT in [1.995..2.005]");
        assertThat(mean(CENT, rows -> weighted(rows, 2, "2", "6", "20", "8")))
                .as("weights are rounded too: it lies among the values")
                .isEqualTo("2.5 (2/3) EXACT in [1.995..6.005]");
        assertThat(mean(BigDecimal.ZERO, rows -> weighted(rows, 2, "2", "6", "20", "-8")))
                .as("a weight may be negative")
                .isEqualTo("-2.5 (2/3) EXACT in (-∞..+∞)");
        assertThat(mean(BigDecimal.ZERO, rows -> weighted(rows.otherPrinted(TENS), 2, "2", "6", "20", "8")))
                .as("weights are vague")
                .isEqualTo("~2.5 (2/3) ABOUT in [2..6]");
        assertThat(mean(BigDecimal.ZERO, rows -> weighted(rows.printed(TENS), 1, "20", "20", "80", "4")))
                .as("one vague value")
                .isEqualTo("~20 (1/3) ABOUT in [15..25]");
        assertThat(mean(BigDecimal.ZERO, rows -> weighted(rows.printed(TENS), 2, "20", "30", "100", "4")))
                .as("vague values")
                .isEqualTo("~25 (2/3) ABOUT in [15..35]");
    }

    private static String quantile(BigDecimal halfStep, Consumer<SlotRows> rows) {
        AggregateFormula median = Formulas.of(AggregateFunction.QUANTILE, halfStep, Window.PERIOD, false, 0);
        return cell(new Slots().with(Slots.spent(Aggregate.VALUES), filled -> filled.rows(B, 0, rows)), median, B, Q1);
    }

    @Test
    void boundsAQuantileByHalfAStepOrNotAtAll() {
        Consumer<SlotRows> three =
                rows -> rows.count(3).value(BigDecimal.ONE, 2).value(BigDecimal.TEN, 1);

        assertThat(quantile(BigDecimal.ZERO, three)).isEqualTo("1 (3/3)");
        assertThat(quantile(CENT, three)).isEqualTo("1 (3/3) EXACT in [0.995..1.005]");
        assertThat(quantile(CENT, rows -> three.accept(rows.printed(TENS)))).isEqualTo("~1 (3/3) ABOUT in (-∞..+∞)");
        assertThat(quantile(BigDecimal.ZERO, rows -> three.accept(rows.printed(TENS))))
                .isEqualTo("~1 (3/3) ABOUT in (-∞..+∞)");
    }

    @Test
    void estimatesAQuantileFromSketches() {
        AggregateFormula median = Formulas.of(AggregateFunction.QUANTILE_SKETCH, 0);
        Slots slots = new Slots()
                .with(
                        Slots.spent(Aggregate.SKETCH),
                        filled -> filled.rows(
                                B,
                                0,
                                rows -> rows.count(3).value(BigDecimal.ONE, 2).value(BigDecimal.TEN, 1)));

        assertThat(cell(slots, median, B, Q1)).isEqualTo("~1 (3/3) ABOUT in (-∞..+∞)");
    }

    @Test
    void knowsNoExpectedNumberOfCombinedMembersOrUnobservedIndicators() {
        AggregateFormula sum = Formulas.of(AggregateFunction.SUM, 0);
        AggregateFormula unobserved = new AggregateFormula(
                sum.rollups(),
                0,
                sum.function(),
                sum.probability(),
                sum.window(),
                false,
                sum.halfSteps(),
                true,
                sum.unit());
        for (boolean statuses : new boolean[] {false, true}) {
            Slots slots = sums(Query.select("spent").missing(MissingPolicy.requireAll()), statuses);
            assertThat(cell(slots, unobserved, A, Q1)).isEqualTo("10.5 (4/6+)");
        }
        Slots more = new Slots().with(SUM, filled -> filled.sum(B, 0, 9, "9"));
        assertThat(cell(more, unobserved, B, Q1)).isEqualTo("9 (9/9+)");
    }
}
