package org.grassrootskpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.evaluate.Formulas.text;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas over the totals a, b and c. */
class CombinedFormulaTest {
    private static final ImmutableList<AggregateFormula> TOTALS = ImmutableList.of(
            Formulas.of(AggregateFunction.SUM, 0),
            Formulas.of(AggregateFunction.SUM, 1),
            Formulas.of(AggregateFunction.SUM, 2));

    private static CombinedFormula formula(String text, boolean isOverSeveral) {
        IndicatorFormula parsed = IndicatorFormula.parse(text);
        ImmutableList<AggregateFormula> totals = parsed.indicators().stream()
                .map(id -> TOTALS.get(id.charAt(0) - 'a'))
                .collect(ImmutableList.toImmutableList());
        return new CombinedFormula(parsed, totals, ImmutableList.of(), isOverSeveral, Unit.RATIO);
    }

    private static Cell cell(CombinedFormula formula, Cell... cells) {
        GivenCells given = new GivenCells();
        for (int i = 0; i < cells.length; i++) {
            given.with(TOTALS.get(i), "2024", cells[i]);
        }
        return given.cell(formula, "2024");
    }

    private static Cell complete(String value) {
        return Formulas.cell(value, 1, 1);
    }

    private static Cell cell(String formula, String... values) {
        Cell[] cells = new Cell[values.length];
        for (int i = 0; i < values.length; i++) {
            cells[i] = complete(values[i]);
        }
        return cell(formula(formula, false), cells);
    }

    @ParameterizedTest
    @CsvSource({
        "a - b, 5, 3, 2 (1/1)",
        "a + b, 5, 3, 8 (1/1)",
        "2 * a - b, 5, 3, 7 (1/1)",
        "a * 2 - b, 5, 3, 7 (1/1)",
        "a * 1.5 + b * 0, 5, 3, 7.5 (1/1)",
        "a / b, 6, 4, 1.5 (1/1)",
        "a / b, -6, -4, 1.5 (1/1)",
        "a / b, 6, -4, -1.5 (1/1)",
        "a / b, 6, 0, zero denominator (1/1)",
        "1 - a / b, 6, 4, -0.5 (1/1)",
        "a / b * 1000, 6, 4, 1500 (1/1)",
        "a / (a - b), 4, 4, zero denominator (1/1)",
        "1 / (a / b), 0, 4, zero denominator (1/1)"
    })
    void isEvaluatedOfItsTotals(String formula, String a, String b, String expected) {
        assertThat(text(cell(formula, a, b))).isEqualTo(expected);
    }

    @Test
    void sumsAreExactAndQuotientsHaveThirtyFourDigitsAndBounds() {
        String digits = "1.00000000000000000000000000000000000001";

        assertThat(cell("a * 2 + b", digits, "0").get())
                .isEqualByComparingTo("2.00000000000000000000000000000000000002");
        assertThat(cell("a - b", digits, "0").isExact()).isTrue();
        for (String formula : new String[] {"a / b", "0 + a / b", "a / b + 0", "0 - (0 - a) / b"}) {
            Cell third = cell(formula, "1", "3");
            assertThat(third.get()).as(formula).isEqualByComparingTo("0." + "3".repeat(34));
            assertThat(third.bounds())
                    .as(formula)
                    .isEqualTo(Formulas.closed("0." + "3".repeat(34), "0." + "3".repeat(33) + "4"));
        }
        assertThat(cell("a / 3 + b / 3", "1", "1").get()).isEqualByComparingTo("0." + "6".repeat(33) + "7");
    }

    @Test
    void boundsFollowThoseOfItsTotals() {
        Cell about = Formulas.about("10", "8", "12");

        assertThat(text(cell(formula("2 * a", false), about))).isEqualTo("~20 (1/1) ABOUT in [16..24]");
        assertThat(text(cell(formula("a * 2", false), about))).isEqualTo("~20 (1/1) ABOUT in [16..24]");
        assertThat(text(cell(formula("a - b", false), complete("3"), about))).isEqualTo("~-7 (1/1) ABOUT in [-9..-5]");
    }

    @Test
    void stocksOfDifferentMomentsAreNotCombined() {
        CombinedFormula sum = formula("a + b + c", false);
        Cell flow = complete("1");
        Cell march = Formulas.asOf("2", "2024-03");
        Cell june = Formulas.asOf("3", "2024-06");

        assertThat(cell(sum, flow, march, june).absence()).contains(Absence.DIFFERENT_PERIODS);
        assertThat(cell(sum, march, june, flow).absence()).contains(Absence.DIFFERENT_PERIODS);
        assertThat(cell(sum, flow, june, june).get()).isEqualByComparingTo("7");
        assertThat(cell(sum, flow, june, june).asOf()).isPresent();
        assertThat(cell(sum, Cell.builder(Absence.INCOMPLETE, Unit.COUNT).build(), march, june)
                        .absence())
                .as("what is missing goes before")
                .contains(Absence.INCOMPLETE);
    }

    @Test
    void saysWhichPartIsMissing() {
        CombinedFormula difference = formula("a - b", false);
        Cell none = Cell.builder(Absence.NO_OBSERVATION, Unit.COUNT)
                .contributors(0, 1)
                .build();
        Cell incomplete =
                Cell.builder(Absence.INCOMPLETE, Unit.COUNT).contributors(1, 2).build();

        assertThat(text(cell(difference, none, none))).isEqualTo("no observation (0/1)");
        assertThat(text(cell(difference, complete("1"), none))).isEqualTo("missing part (0/1)");
        assertThat(text(cell(difference, none, complete("1")))).isEqualTo("missing part (0/1)");
        assertThat(text(cell(difference, none, incomplete))).isEqualTo("incomplete (0/1)");
    }

    @Test
    void saysThatIncompleteTotalsWereNotPaired() {
        CombinedFormula difference = formula("a - b", false);
        Cell half = Formulas.cell("5", 1, 2);

        assertThat(text(cell(difference, half, complete("3")))).isEqualTo("2 (1/2), not paired");
        assertThat(text(cell(difference, complete("3"), half))).isEqualTo("-2 (1/2), not paired");
        assertThat(text(cell(difference, complete("3"), complete("3")))).isEqualTo("0 (1/1)");
        assertThat(text(cell(formula("a * 2", false), half))).as("one total").isEqualTo("10 (1/2)");
        assertThat(text(cell(formula("a - b", true), complete("3"), complete("3"))))
                .startsWith("0 (1/1), ")
                .isNotEqualTo("0 (1/1)");
    }

    @Test
    void isShownWithItsTotals() {
        assertThat(formula("a - b", false)).hasToString("a - b of sum(#0), sum(#1)");
        assertThat(formula("a * 2", false)).hasToString("a * 2 of sum(#0)");
        assertThat(formula("a - b", false).aggregates()).containsExactly(TOTALS.get(0), TOTALS.get(1));
        assertThat(formula("a - b", false).pairs()).isEmpty();
    }
}
