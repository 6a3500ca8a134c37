package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.evaluate.Formulas.text;
import static org.grassrootskpi.evaluate.Slots.A;
import static org.grassrootskpi.evaluate.Slots.B;
import static org.grassrootskpi.evaluate.Slots.ELSEWHERE;
import static org.grassrootskpi.evaluate.Slots.Q1;
import static org.grassrootskpi.evaluate.Slots.Q2;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.CombinationGroups;
import org.grassrootskpi.rollup.PeriodGroups;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupFixture;
import org.grassrootskpi.slots.DecimalColumn;
import org.grassrootskpi.slots.SlotColumns;
import org.grassrootskpi.slots.SlotPositions;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;

/** Slots that an engine gives as columns of longs: a Q1, a Q2, b Q1, b Q2, elsewhere Q1, elsewhere Q2. */
class PackedSlotsTest {
    private static final Rollup SPENT = Slots.spent(Aggregate.SUM);
    private static final Rollup EXTREMES = Slots.spent(Aggregate.MIN, Aggregate.MAX);
    private static final AggregateFormula SUM = Formulas.of(AggregateFunction.SUM, 0);
    private static final AggregateFormula BOTH = Formulas.of(AggregateFunction.SUM, 0, 1);
    private static final long LARGE = 6_000_000_000_000_000_000L;

    private static SlotColumns dense(long[] counts, long... cents) {
        return SlotColumns.builder(SPENT, counts)
                .sums(DecimalColumn.ofUnsafe(cents, 2))
                .build();
    }

    private static SlotColumns one(long... cents) {
        return dense(new long[] {1, 1, 1, 1, 1, 1}, cents);
    }

    private static String cell(Slots slots, AggregateFormula formula, int region, int period) {
        return text(slots.evaluation(formula).aggregate(formula, region, period, 0));
    }

    @Test
    void addsColumnsOfEverySlot() {
        Slots slots = new Slots()
                .with(dense(new long[] {1, 2, 3, 0, 5, 6}, 100, 200, 300, 0, 500, 600))
                .with(dense(new long[] {10, 0, 30, 0, 50, 60}, 1000, 0, 3000, 0, 5000, 6000));

        assertThat(cell(slots, BOTH, A, Q1)).isEqualTo("11 (11/12)");
        assertThat(cell(slots, BOTH, A, Q2)).isEqualTo("2 (2/12)");
        assertThat(cell(slots, BOTH, B, Q1)).isEqualTo("33 (33/6)");
        assertThat(cell(slots, BOTH, B, Q2)).isEqualTo("no observation (0/6)");
        assertThat(cell(slots, BOTH, ELSEWHERE, Q2)).isEqualTo("66 (66/6)");
        assertThat(slots.evaluation(BOTH).number(BOTH, ELSEWHERE, Q2, 0)).hasValue(66);
        assertThat(slots.evaluation(BOTH).number(BOTH, B, Q2, 0).orElseThrow()).isNaN();
    }

    @Test
    void addsColumnsThatOverflowALongAsDecimals() {
        for (long sign : new long[] {1, -1}) {
            Slots dense = new Slots()
                    .with(one(sign * LARGE, -sign * LARGE, 0, 1, 2, 3))
                    .with(one(sign * LARGE, sign * LARGE, 0, 1, 2, 3));
            Slots some = new Slots().with(some(sign * LARGE)).with(some(sign * LARGE));

            assertThat(cell(dense, BOTH, A, Q1)).isEqualTo((sign < 0 ? "-" : "") + "120000000000000000 (2/12)");
            assertThat(cell(dense, BOTH, A, Q2)).isEqualTo("0 (2/12)");
            assertThat(dense.evaluation(BOTH).number(BOTH, A, Q1, 0)).hasValue(sign * 1.2e17);
            assertThat(cell(some, BOTH, A, Q2)).isEqualTo((sign < 0 ? "-" : "") + "120000000000000000 (2/12)");
            assertThat(some.evaluation(BOTH).number(BOTH, A, Q2, 0)).hasValue(sign * 1.2e17);
        }
        Slots opposite = new Slots().with(some(LARGE)).with(some(-LARGE));
        assertThat(cell(opposite, BOTH, A, Q2)).isEqualTo("0 (2/12)");
        assertThat(opposite.evaluation(BOTH).number(BOTH, A, Q2, 0)).hasValue(0);
    }

    /** A result of the second quarter of a and of the first of b. */
    private static SlotColumns some(long cents) {
        return SlotColumns.builder(SPENT, SlotPositions.ofUnsafe(new int[] {1, 2}), null)
                .sums(DecimalColumn.ofUnsafe(new long[] {cents, 250}, 2))
                .build();
    }

    @Test
    void addsColumnsOfSomeSlots() {
        Slots slots = new Slots().with(some(150)).with(one(100, 200, 300, 400, 500, 600));

        assertThat(cell(slots, BOTH, A, Q1)).isEqualTo("1 (1/12)");
        assertThat(cell(slots, BOTH, A, Q2)).isEqualTo("3.5 (2/12)");
        assertThat(cell(slots, BOTH, B, Q1)).isEqualTo("5.5 (2/6)");
        assertThat(cell(new Slots().with(some(150)), SUM, A, Q1)).isEqualTo("no observation (0/6)");
        assertThat(cell(new Slots().with(some(150)), SUM, A, Q2)).isEqualTo("1.5 (1/6)");
    }

    @Test
    void takesTheExtremesOfColumnsWithoutRegardToTheirSum() {
        SlotColumns extremes = SlotColumns.builder(EXTREMES, new long[] {1, 1, 0, 1, 1, 1})
                .minima(DecimalColumn.ofUnsafe(new long[] {LARGE, -5, 0, 7, 7, 7}, 2))
                .maxima(DecimalColumn.ofUnsafe(new long[] {LARGE, -5, 0, 7, 7, 7}, 2))
                .build();
        SlotColumns other = SlotColumns.builder(EXTREMES, new long[] {1, 1, 1, 0, 1, 1})
                .minima(DecimalColumn.ofUnsafe(new long[] {LARGE, -9, 3, 0, 9, 7}, 2))
                .maxima(DecimalColumn.ofUnsafe(new long[] {LARGE, -9, 3, 0, 9, 7}, 2))
                .build();
        AggregateFormula min = Formulas.of(AggregateFunction.MIN, 0, 1);
        AggregateFormula max = Formulas.of(AggregateFunction.MAX, 0, 1);
        Slots slots = new Slots().with(extremes).with(other);

        assertThat(cell(slots, min, A, Q1)).isEqualTo("60000000000000000 (2/12)");
        assertThat(slots.evaluation(min).number(min, A, Q1, 0))
                .as("no overflow")
                .hasValue(6e16);
        assertThat(cell(slots, min, A, Q2)).isEqualTo("-0.09 (2/12)");
        assertThat(cell(slots, max, A, Q2)).isEqualTo("-0.05 (2/12)");
        assertThat(cell(slots, min, B, Q1))
                .as("zero where there is no row is no value")
                .isEqualTo("0.03 (1/6)");
        assertThat(cell(slots, max, B, Q2)).isEqualTo("0.07 (1/6)");
        assertThat(cell(slots, max, ELSEWHERE, Q1)).isEqualTo("0.09 (2/6)");
    }

    @Test
    void addsResultsOfOtherPeriodsOrMembersSlotBySlot() {
        Rollup months = new Rollup(
                SPENT.indicator(),
                SPENT.source(),
                SPENT.other(),
                SPENT.otherIndicator(),
                SPENT.lag(),
                SPENT.regions(),
                PeriodGroups.of(TimePeriodRange.parse("2024-Q2..2024-Q3"), Frequency.MONTHLY),
                SPENT.combinations(),
                SPENT.aggregates());
        Slots slots = new Slots()
                .with(one(100, 200, 300, 400, 500, 600))
                .with(SlotColumns.builder(months, new long[] {1, 1, 1, 1, 1, 1})
                        .sums(DecimalColumn.ofUnsafe(new long[] {1, 2, 3, 4, 5, 6}, 2))
                        .build());

        assertThat(cell(slots, BOTH, A, Q2)).as("2 of Q2, and 0.01 of Q2").isEqualTo("2.01 (2/12)");
        Rollup together = RollupFixture.of(
                "spent",
                CombinationGroups.of(
                        ImmutableList.of(),
                        ImmutableMap.of(
                                ImmutableList.of(),
                                ImmutableList.of(ImmutableList.of("men"), ImmutableList.of("women")))),
                Aggregate.SUM);
        Slots open = new Slots()
                .with(SlotColumns.builder(together, new long[] {9, 1, 1, 1, 1, 1})
                        .sums(DecimalColumn.ofUnsafe(new long[] {100, 2, 3, 4, 5, 6}, 2))
                        .build());
        assertThat(cell(open, SUM, A, Q1))
                .as("nobody knows how many members there should be")
                .isEqualTo("1 (9/9+)");
        assertThat(cell(open, SUM, A, Q2)).isEqualTo("0.02 (1/6+)");
    }

    @Test
    void divides() {
        AggregateFormula other = Formulas.of(AggregateFunction.SUM, 1);
        AggregateFormula mean = Formulas.of(AggregateFunction.MEAN, 1);
        long tooLarge = (1L << 53) + 1;
        Slots slots = new Slots()
                .with(dense(new long[] {1, 1, 1, 0, 1, 1}, 100, 200, tooLarge, 0, 1L << 53, 7))
                .with(dense(new long[] {1, 1, 1, 1, 1, 0}, 400, 0, 100, 100, -(1L << 53), 0));
        Evaluation evaluation = slots.evaluation(SUM, other, mean);

        assertThat(evaluation.quotient(SUM, other, Optional.empty(), A, Q1)).hasValue(0.25);
        assertThat(evaluation.quotient(SUM, other, Optional.empty(), A, Q2).orElseThrow())
                .as("by zero")
                .isNaN();
        assertThat(evaluation.quotient(SUM, other, Optional.empty(), B, Q1))
                .as("no exact double")
                .isEmpty();
        assertThat(evaluation.quotient(other, SUM, Optional.empty(), B, Q1)).isEmpty();
        assertThat(evaluation.quotient(SUM, other, Optional.empty(), B, Q2).orElseThrow())
                .as("no dividend")
                .isNaN();
        assertThat(evaluation.quotient(SUM, other, Optional.empty(), ELSEWHERE, Q1))
                .hasValue(-1);
        assertThat(evaluation
                        .quotient(SUM, other, Optional.empty(), ELSEWHERE, Q2)
                        .orElseThrow())
                .as("no divisor")
                .isNaN();
        assertThat(evaluation.quotient(SUM, mean, Optional.empty(), A, Q1))
                .as("a mean is no sum")
                .isEmpty();
        assertThat(evaluation.quotient(mean, SUM, Optional.empty(), A, Q1)).isEmpty();
        assertThat(evaluation.quotient(new CoverageFormula(SUM, SUM.unit()), SUM, Optional.empty(), A, Q1))
                .isEmpty();
        assertThat(evaluation.quotient(SUM, new CoverageFormula(SUM, SUM.unit()), Optional.empty(), A, Q1))
                .isEmpty();
    }

    @Test
    void grows() {
        AggregateFormula mean = Formulas.of(AggregateFunction.MEAN, 0);
        AggregateFormula soFar = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, false, 0);
        long exact = 1L << 53;
        Slots slots = new Slots().with(dense(new long[] {1, 1, 1, 1, 1, 0}, 400, 500, exact, exact + 1, -5, 0));
        Evaluation evaluation = slots.evaluation(SUM, mean, soFar);

        assertThat(evaluation.growth(SUM, Optional.empty(), A, Q1, Q2)).hasValue(0.25);
        assertThat(evaluation.growth(SUM, Optional.empty(), A, Q2, Q1)).hasValue(-0.2);
        assertThat(evaluation.growth(SUM, Optional.empty(), B, Q1, Q2))
                .as("no exact double")
                .isEmpty();
        assertThat(evaluation.growth(SUM, Optional.empty(), B, Q2, Q1)).isEmpty();
        assertThat(evaluation.growth(SUM, Optional.empty(), B, Q1, Q1)).hasValue(0);
        assertThat(evaluation.growth(SUM, Optional.empty(), ELSEWHERE, Q1, Q2).orElseThrow())
                .isNaN();
        assertThat(evaluation.growth(SUM, Optional.empty(), ELSEWHERE, Q2, Q1).orElseThrow())
                .isNaN();
        assertThat(evaluation.growth(SUM, Optional.empty(), ELSEWHERE, Q1, Q1).orElseThrow())
                .as("a negative base")
                .isNaN();
        assertThat(evaluation.growth(mean, Optional.empty(), A, Q1, Q2)).isEmpty();
        assertThat(evaluation.growth(soFar, Optional.empty(), A, Q1, Q2))
                .as("from 4 to 9")
                .hasValue(1.25);
        assertThat(evaluation.growth(new CoverageFormula(SUM, SUM.unit()), Optional.empty(), A, Q1, Q2))
                .isEmpty();
        assertThat(evaluation.growth(SUM, Optional.empty(), A, Formulas.code("2023-Q4"), Q1))
                .as("outside of the slots")
                .isEmpty();
        assertThat(evaluation.growth(SUM, Optional.empty(), A, Q1, Formulas.code("2024-Q3")))
                .isEmpty();
    }

    @Test
    void givesNumbersOnlyOfWhatItIs() {
        AggregateFormula count = Formulas.of(AggregateFunction.COUNT, 0);
        AggregateFormula mean = Formulas.of(AggregateFunction.MEAN, 0);
        AggregateFormula soFar = Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, false, 0);
        SlotColumns columns = dense(new long[] {1, 2, 3, 4, 0, 5}, 100, 200, (1L << 53) + 1, 3, 0, 5);
        Slots slots = new Slots().with(columns);
        Evaluation evaluation = slots.evaluation(SUM, mean, soFar);

        assertThat(evaluation.number(SUM, A, Q2, 0)).hasValue(2);
        assertThat(evaluation.number(SUM, B, Q1, 0)).hasValue(new BigDecimal("90071992547409.93").doubleValue());
        assertThat(evaluation.number(SUM, ELSEWHERE, Q1, 0).orElseThrow()).isNaN();
        assertThat(evaluation.number(mean, A, Q2, 0)).as("2.00 / 2").hasValue(1);
        assertThat(evaluation.number(mean, B, Q1, 0))
                .as("no double holds the sum")
                .isEmpty();
        assertThat(evaluation.number(soFar, A, Q2, 0)).as("of both quarters").hasValue(3);
        assertThat(evaluation.number(SUM, A, Formulas.code("2024-Q3"), 0)).isEmpty();
        assertThat(evaluation.present(SUM, A, Q2, 0)).isEqualTo(2);
        assertThat(evaluation.present(soFar, A, Q2, 0)).isEqualTo(3);
        assertThat(evaluation.packed(SUM)).isNotNull();
        assertThat(evaluation.numbers(SUM)).isSameAs(evaluation.packed(SUM));
        assertThat(evaluation.numbers(mean)).isNull();
        assertThat(evaluation.packed(Formulas.of(AggregateFunction.MAX, 0))).isNull();
        Evaluation strict = new Slots(Query.select("spent").missing(MissingPolicy.requireAll()))
                .with(columns)
                .evaluation(SUM, count);
        assertThat(strict.number(SUM, A, Q2, 0)).as("it may be incomplete").isEmpty();
        assertThat(strict.numbers(SUM)).isNull();
        assertThat(strict.present(SUM, A, Q2, 0)).isEqualTo(2);
        Rollup counted = Slots.spent();
        Slots counts = new Slots()
                .with(SlotColumns.builder(counted, new long[] {1, 2, 3, 4, 0, 5})
                        .build());
        assertThat(counts.evaluation(count).number(count, A, Q2, 0)).hasValue(2);
        assertThat(counts.evaluation(count).number(count, ELSEWHERE, Q1, 0)).hasValue(0);
    }

    @Test
    void readsTheRowsOfATableFromItsSlots() {
        Query query = Query.select("spent")
                .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.QUARTERLY))
                .measures(Measure.sum(), Measure.mean(), Measure.sum().as("again"))
                .observedOnly();
        AggregateFormula mean = Formulas.of(AggregateFunction.MEAN, 0);
        AggregateFormula other = Formulas.of(AggregateFunction.SUM, 1);
        long[] counts = {1, 2, 0, 4, 0, 5};
        ResultTable table =
                new Slots(query).with(dense(counts, 100, 250, 0, 400, 0, 550)).table(SUM, mean, SUM);
        ResultTable two = new Slots(query)
                .with(dense(counts, 100, 250, 0, 400, 0, 550))
                .with(dense(new long[] {1, 0, 1, 0, 1, 0}, 1, 0, 1, 0, 1, 0))
                .table(SUM, other, SUM);

        assertThat(table.doubles("sum")).containsExactly(1, 2.5, 4, 5.5);
        assertThat(table.doubles("mean")).containsExactly(1, 1.25, 1, 1.1);
        assertThat(table.doubles("again")).containsExactly(1, 2.5, 4, 5.5);
        assertThat(table.stream().map(row -> text(row.cell("sum"))))
                .containsExactly("1 (1/6)", "2.5 (2/6)", "4 (4/3)", "5.5 (5/3)");
        assertThat(two.doubles("sum")).containsExactly(1, 2.5, Double.NaN, 4, Double.NaN, 5.5);
        assertThat(two.doubles("mean")).containsExactly(0.01, Double.NaN, 0.01, Double.NaN, 0.01, Double.NaN);
    }

    @Test
    void readsTheRowsOfTwoSubjectsFromTheirSlots() {
        Query query = Query.select("spent", "people")
                .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.QUARTERLY))
                .observedOnly();
        SlotColumns people = SlotColumns.builder(
                        RollupFixture.of("people", SPENT.combinations(), Aggregate.SUM),
                        SlotPositions.ofUnsafe(new int[] {0, 4}),
                        new long[] {1, 1})
                .sums(DecimalColumn.ofUnsafe(new long[] {7, 8}, 0))
                .build();
        ResultTable table = new Slots(query)
                .with(dense(new long[] {0, 2, 0, 0, 0, 5}, 0, 250, 0, 0, 0, 550))
                .with(people)
                .table(
                        Slots.grid("spent", "people"),
                        ImmutableList.of(ImmutableList.of(SUM, Formulas.of(AggregateFunction.SUM, 1))));

        assertThat(table.doubles("value")).containsExactly(2.5, 5.5, 7, 8);
        assertThat(table.stream().map(row -> text(row.cell("value"))))
                .containsExactly("2.5 (2/6)", "5.5 (5/3)", "7 (1/6)", "8 (1/3)");
        assertThat(table.stream()
                        .map(row -> row.indicator().orElseThrow() + row.period().orElseThrow()))
                .containsExactly("spent2024-Q2", "spent2024-Q2", "people2024-Q1", "people2024-Q1");
    }
}
