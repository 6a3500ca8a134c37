package org.grassrootskpi.evaluate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.evaluate.Slots.A;
import static org.grassrootskpi.evaluate.Slots.B;
import static org.grassrootskpi.evaluate.Slots.ELSEWHERE;
import static org.grassrootskpi.evaluate.Slots.Q1;
import static org.grassrootskpi.evaluate.Slots.Q2;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.Rollup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which results are read slot by slot, and what is read. A group is a region with a quarter: a Q1, a Q2, b Q1, b Q2, elsewhere. */
class ObservedRowsTest {
    private static final Rollup SPENT = Slots.spent(Aggregate.SUM);
    private static final AggregateFormula SUM = Formulas.of(AggregateFunction.SUM, 0);
    private static final AggregateFormula OTHER = Formulas.of(AggregateFunction.SUM, 1);
    private static final AggregateFormula COUNT = Formulas.of(AggregateFunction.COUNT, 0);
    private static final AggregateFormula MEAN = Formulas.of(AggregateFunction.MEAN, 0);
    private static final Formula COVERAGE = new CoverageFormula(SUM, Unit.RATIO);
    private static final Formula RATIO = new QuotientFormula(SUM, COUNT, Optional.empty(), false, Unit.RATIO);
    private static final AggregateFormula SO_FAR =
            Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.YEAR_TO_DATE, false, 0);
    private static final AggregateFormula LAST =
            Formulas.of(AggregateFunction.SUM, BigDecimal.ZERO, Window.PERIOD, true, 0);

    private static Slots slots() {
        return new Slots()
                .with(
                        SPENT,
                        filled -> filled.sum(A, 0, 4, "10.50").sum(A, 1, 3, "4").sum(B, 1, 2, "6"))
                .with(
                        SPENT,
                        filled -> filled.sum(A, 1, 1, "7").sum(B, 0, 3, "8").sum(ELSEWHERE, 1, 1, "9"));
    }

    private static @Nullable ObservedRows rows(int periods, int first, Formula... measures) {
        ImmutableList.Builder<ImmutableList<Formula>> formulas = ImmutableList.builder();
        for (Formula measure : measures) {
            formulas.add(ImmutableList.of(measure));
        }
        return slots().observed(Slots.grid("spent"), 3, periods, first, formulas.build());
    }

    private static double[] numbers(ObservedRows rows, int measure) {
        double[] numbers = new double[rows.numbers().length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = rows.number(measure, row);
        }
        return numbers;
    }

    @Test
    void readsTheSlotsThatHaveRows() {
        ObservedRows rows = requireNonNull(rows(2, Q1, SUM, COUNT, COVERAGE, MEAN));

        assertThat(rows.numbers()).containsExactly(0, 1, 3);
        assertThat(rows.hasNumbers(0)).isTrue();
        assertThat(numbers(rows, 0)).containsExactly(10.5, 4, 6);
        assertThat(rows.hasNumbers(1)).isTrue();
        assertThat(numbers(rows, 1)).containsExactly(4, 3, 2);
        assertThat(rows.hasNumbers(2)).isTrue();
        assertThat(numbers(rows, 2)).as("of six, six and three").containsExactly(4.0 / 6, 0.5, 2.0 / 3);
        assertThat(rows.hasNumbers(3)).as("means are divided").isFalse();
    }

    @Test
    void readsGroupsThatAreAPartOfTheSlots() {
        ObservedRows first = requireNonNull(rows(1, Q1, SUM, COVERAGE));
        ObservedRows second = requireNonNull(rows(1, Q2, SUM, COVERAGE));

        assertThat(first.numbers()).containsExactly(0);
        assertThat(numbers(first, 0)).containsExactly(10.5);
        assertThat(numbers(first, 1)).containsExactly(4.0 / 6);
        assertThat(second.numbers()).containsExactly(0, 1);
        assertThat(numbers(second, 0)).containsExactly(4, 6);
        assertThat(numbers(second, 1)).containsExactly(0.5, 2.0 / 3);
    }

    @Test
    void readsSubjectsOneBehindTheOther() {
        ImmutableList<ImmutableList<Formula>> two =
                ImmutableList.of(ImmutableList.of(SUM, OTHER), ImmutableList.of(COVERAGE, OTHER));
        ObservedRows rows = requireNonNull(slots().observed(Slots.grid("spent", "people"), 3, 2, Q1, two));
        ObservedRows second = requireNonNull(slots().observed(Slots.grid("spent", "people"), 3, 1, Q2, two));

        assertThat(rows.numbers()).containsExactly(0, 1, 3, 7, 8, 11);
        assertThat(numbers(rows, 0)).containsExactly(10.5, 4, 6, 7, 8, 9);
        assertThat(numbers(rows, 1)).containsExactly(4.0 / 6, 0.5, 2.0 / 3, 7, 8, 9);
        assertThat(second.numbers()).containsExactly(0, 1, 3, 5);
        assertThat(numbers(second, 0)).containsExactly(4, 6, 7, 9);
        assertThat(numbers(second, 1)).containsExactly(0.5, 2.0 / 3, 7, 9);
        assertThat(requireNonNull(slots().observed(
                                        Slots.grid("spent", "people"),
                                        3,
                                        2,
                                        Q1,
                                        ImmutableList.of(
                                                ImmutableList.of(SUM, Formulas.of(AggregateFunction.MEAN, 1)))))
                        .hasNumbers(0))
                .as("the second subject has none")
                .isFalse();
    }

    @Test
    void rowsOfMeasuresThatAreComputedAreKnownAllTheSame() {
        ObservedRows rows = requireNonNull(rows(2, Q1, RATIO, SUM));

        assertThat(rows.numbers()).containsExactly(0, 1, 3);
        assertThat(rows.hasNumbers(0)).isFalse();
        assertThat(rows.hasNumbers(1)).isTrue();
    }

    @Test
    void readsNothingWhereAnAggregateHasOtherSlotsThanTheGroups() {
        assertThat(rows(2, Q1, SUM, OTHER))
                .as("rows of two roll-ups in one subject")
                .isNull();
        assertThat(rows(2, Q1, OTHER, SUM)).isNull();
        assertThat(rows(2, Q1, LAST)).as("a stock is that of its last period").isNull();
        assertThat(rows(2, Q1, SUM, LAST)).isNull();
        assertThat(rows(2, Q2, SUM)).as("more groups than slots").isNull();
        assertThat(rows(1, Formulas.code("2023-Q4"), SUM))
                .as("a group before the first slot")
                .isNull();
        assertThat(rows(1, Formulas.code("2024-Q3"), SUM))
                .as("a group behind the last slot")
                .isNull();
        assertThat(slots().observed(Slots.grid("spent"), 2, 2, Q1, ImmutableList.of(ImmutableList.of(SUM))))
                .as("other regions")
                .isNull();
        assertThat(slots().observed(Slots.grid("spent"), 3, 2, Q1, ImmutableList.of()))
                .as("no measure")
                .isNull();
    }

    @Test
    void aWindowThatWasMovedOnIsReadAsItIs() {
        ObservedRows rows = requireNonNull(rows(2, Q1, SO_FAR));

        assertThat(rows.numbers()).containsExactly(0, 1, 3);
        assertThat(numbers(rows, 0)).containsExactly(10.5, 14.5, 6);
    }
}
