package org.grassrootskpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorFormula.Constant;
import org.grassrootskpi.model.IndicatorFormula.Operation;
import org.grassrootskpi.model.IndicatorFormula.Operator;
import org.grassrootskpi.model.IndicatorFormula.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorFormulaTest {
    @Test
    void computesProductsFirstAndTheRestFromTheLeft() {
        IndicatorFormula expected = new Operation(
                Operator.MINUS,
                new Operation(
                        Operator.PLUS,
                        new Reference("a"),
                        new Operation(
                                Operator.DIVIDED_BY,
                                new Operation(
                                        Operator.TIMES, new Constant(new BigDecimal("2.5")), new Reference("b-1")),
                                new Reference("c.d"))),
                new Reference("SP.POP_TOTL"));

        assertThat(IndicatorFormula.parse("a + 2.50 * b-1 / c.d - SP.POP_TOTL")).isEqualTo(expected);
        assertThat(expected.indicators()).containsExactly("a", "b-1", "c.d", "SP.POP_TOTL");
    }

    @ParameterizedTest
    @CsvSource({
        "'a+b',a + b",
        "'a -b',a - b",
        "'  ( a ) ',a",
        "'a - (b - c)',a - (b - c)",
        "'(a - b) - c',a - b - c",
        "'a * (b / c)',a * (b / c)",
        "'(a*b)/c',a * b / c",
        "'-2 * a',-2 * a",
        "'1 - a / (b + c)',1 - a / (b + c)",
        "'（a － b）× 1000 ÷ c',(a - b) * 1000 / c",
        "'12345-calls / 2024',12345-calls / 2024",
    })
    void readsBackWhatItPrints(String text, String printed) {
        assertThat(IndicatorFormula.parse(text)).hasToString(printed);
        assertThat(IndicatorFormula.parse(printed)).isEqualTo(IndicatorFormula.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|Expected an id, a number or '(' at character 1 of the formula \"\", found its end",
                "'a + '|Expected an id, a number or '(' at character 5 of the formula \"a + \", found its end",
                "'a + * b'|Expected an id, a number or '(' at character 5 of the formula \"a + * b\", found '*'",
                "'a b'|Expected an operator or the end at character 3 of the formula \"a b\", found 'b'",
                "'(a + b'|Expected an operator or ')' at character 7 of the formula \"(a + b\", found its end",
                "'a)'|Expected an operator or the end at character 2 of the formula \"a)\", found ')'",
                "'-a + b'|Expected an id, a number or '(' (to take something away, write it behind something else) at character 1",
                "'a ^ 2'|Expected an operator or the end at character 3 of the formula \"a ^ 2\", found '^'",
                "'a..b'|Expected an operator or the end at character 2",
                "'人口 / a'|Expected an id, a number or '(' at character 1",
                "'a / 1234567890123456789'|Expected a number of at most 18 characters at character 5",
            })
    void saysWhereItCannotReadOn(String text, String message) {
        assertThatThrownBy(() -> IndicatorFormula.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesWhatWouldExhaustAStack() {
        assertThatThrownBy(() -> IndicatorFormula.parse("(".repeat(100_000) + "a"))
                .hasMessageContaining("at most 50 brackets within each other at character 51");
        assertThatThrownBy(() -> IndicatorFormula.parse("a" + " + a".repeat(100_000)))
                .hasMessageContaining("at most 256 ids and numbers");
    }

    /** A catalogue with a formula f of a kind and a unit. */
    private static Catalog.Builder with(IndicatorKind kind, String unit, String formula) {
        Catalog.Builder catalog = Catalog.builder()
                .addSectors(
                        Sector.builder().id("s").name(TableFixture.text("s")).build())
                .addIndicators(
                        TableFixture.indicator("a", "s", IndicatorKind.FLOW, "count:人", 0)
                                .build(),
                        TableFixture.indicator("b", "s", IndicatorKind.FLOW, "count:人", 0)
                                .partOf("a")
                                .build(),
                        TableFixture.indicator("s1", "s", IndicatorKind.STOCK, "count:人", 0)
                                .build(),
                        TableFixture.indicator("money", "s", IndicatorKind.FLOW, "CNY", 2)
                                .build(),
                        TableFixture.indicator("area", "s", IndicatorKind.STOCK, "m2", 0)
                                .build(),
                        TableFixture.indicator("rate", "s", IndicatorKind.RATIO, "ratio", 4)
                                .numerator("b")
                                .denominator("a")
                                .build(),
                        TableFixture.indicator("bare", "s", IndicatorKind.RATIO, "ratio", 4)
                                .build(),
                        TableFixture.indicator("place", "s", IndicatorKind.RANK, "rank", 0)
                                .build(),
                        TableFixture.indicator("distinct", "s", IndicatorKind.DISTINCT, "count:人", 0)
                                .build());
        return catalog.addIndicators(TableFixture.indicator("f", "s", kind, unit, 2)
                .formula(IndicatorFormula.parse(formula))
                .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FLOW|count:人|a - b",
                "FLOW|count:人|2 * a - b / 4",
                "STOCK|count:人|s1 / 2",
                "RATIO|ratio|a / s1",
                "RATIO|ratio|(a - b) / a",
                "RATIO|ratio|1 - rate",
                "RATIO|percentage-point|rate - a / s1",
                "RATIO|CNY|money / s1",
                "RATIO|CNY|(money - 2 * money) / s1",
                "RATIO|raw:元/人|money / s1",
                "RATIO|raw:人/平方公里|1000000 * s1 / area",
                "RATIO|raw:人/千人|1000 * a / s1",
                "RATIO|times|money / money",
                "RATIO|ratio|2 * rate / 3",
            })
    void acceptsWhatGivesTheKindAndUnitThatIsDeclared(IndicatorKind kind, String unit, String formula) {
        assertThat(with(kind, unit, formula).build().formula("f")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "FLOW|count:人|a - money|'a' is in count:人 and 'money' in CNY: - needs one unit",
                "FLOW|CNY|a - b|'f' is in CNY, but its formula gives count:人",
                "FLOW|count:人|a - s1|'a' is a FLOW and 's1' a STOCK: over several periods a FLOW adds up",
                "RATIO|ratio|rate + a|'rate' is in 1 and 'a' in count:人",
                "STOCK|count:人|a - b|'f' is a STOCK, but its formula gives a FLOW ('a' is a FLOW, 'b' is a FLOW): declare FLOW",
                "FLOW|count:人|a / s1|'f' is a FLOW, but its formula gives a RATIO",
                "RATIO|ratio|money / s1|'f' is in ratio, but its formula gives CNY / count:人",
                "RATIO|count:人|money / s1|'f' is in count:人, but its formula gives CNY / count:人",
                "RATIO|ratio|1000 * a / s1|leave out the factor",
                "RATIO|ratio|a / s1 * 100|leave out the factor",
                "FLOW|count:人|a + 5|'a' is in count:人 and '5' in 1",
                "FLOW|CNY|a * money|multiplies two indicators",
                "FLOW|count:人|a / 0|a factor or divisor of 0",
                "FLOW|count:人|0 * a|a factor or divisor of 0",
                "FLOW|count:人|a + b|'b' is already counted in 'a': leave one of the two out, or take the part away",
                "FLOW|count:人|a - (s1 - b)|'s1' is a STOCK and 'b' a FLOW",
                "RATIO|ratio|a / (a + b)|'b' is already counted in 'a'",
                "FLOW|count:人|a - -1 * b|'b' is already counted in 'a'",
                "FLOW|count:人|a|computes nothing from another indicator",
                "FLOW|count:人|2 + 3|computes nothing from another indicator",
                "RATIO|ratio|1 - bare|'bare' is a RATIO, of which a larger group has no value to calculate with",
                "FLOW|count:人|a + distinct|'distinct' is a DISTINCT, of which",
                "RATIO|ratio|place / a|'place' is a RANK, of which",
                "GROWTH|ratio|rate - rate|indicator 'f' is a GROWTH, which follows from no formula",
                "FLOW|count:人|a - mony|Unknown indicator 'mony' (did you mean 'money'?)",
                "FLOW|count:人|a-b|Unknown indicator 'a-b'; to take one from the other, write 'a - b' with blanks",
                "FLOW|count:人|f - a|'f' follows from itself: f -> f; let one of them be observed",
            })
    void refusesWhatMakesNoSense(IndicatorKind kind, String unit, String formula, String message) {
        ImmutableList<Problem> problems = CatalogValidationTest.problems(with(kind, unit, formula));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("indicators[9].formula");
            assertThat(problem.message()).contains(message);
        });
    }

    private static Indicator flow(String id, String formula) {
        return TableFixture.indicator(id, "s", IndicatorKind.FLOW, "count:人", 0)
                .formula(IndicatorFormula.parse(formula))
                .build();
    }

    @Test
    void putsFormulasAndPartsInPlaceOfIds() {
        Catalog catalog = with(IndicatorKind.FLOW, "count:人", "2 * a - b")
                .addIndicators(
                        flow("g", "f / 2"),
                        TableFixture.indicator("h", "s", IndicatorKind.RATIO, "ratio", 2)
                                .formula(IndicatorFormula.parse("rate - g / a"))
                                .build(),
                        TableFixture.indicator("k", "s", IndicatorKind.RATIO, "ratio", 2)
                                .numerator("g")
                                .denominator("a")
                                .build())
                .build();

        assertThat(catalog.formula("g").map(Object::toString)).hasValue("(2 * a - b) / 2");
        assertThat(catalog.formula("h").map(Object::toString)).hasValue("b / a - (2 * a - b) / 2 / a");
        assertThat(catalog.formula("k").map(Object::toString)).hasValue("(2 * a - b) / 2 / a");
        assertThat(catalog.formula("rate")).isEqualTo(Optional.empty());
        assertThat(catalog.formula("a")).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> catalog.formula("x")).isInstanceOf(UnknownIdException.class);
    }

    @Test
    void refusesFormulasThatFollowFromEachOther() {
        Catalog.Builder catalog =
                with(IndicatorKind.FLOW, "count:人", "g - a").addIndicators(flow("g", "h / 2"), flow("h", "f + a"));

        assertThat(CatalogValidationTest.problems(catalog))
                .singleElement()
                .extracting(Problem::kind, Problem::message)
                .containsExactly(
                        Problem.Kind.CYCLE, "'f' follows from itself: f -> g -> h -> f; let one of them be observed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"* 1", "+ f"})
    void refusesFormulasThatGrowBeyondMeasure(String step) {
        Catalog.Builder catalog = with(IndicatorKind.FLOW, "count:人", "a - b");
        String before = "f";
        for (int i = 0; i < 2_000; i++) {
            String id = "f" + i;
            catalog.addIndicators(flow(id, before + " " + step));
            before = id;
        }

        assertThat(CatalogValidationTest.problems(catalog))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message())
                        .startsWith("expected at most 256 operands with those of the formulas that it refers to"));
    }

    @Test
    void refusesAWeightThatIsNotObserved() {
        Catalog.Builder catalog = with(IndicatorKind.FLOW, "count:人", "a - b")
                .addIndicators(TableFixture.indicator("mean", "s", IndicatorKind.INDEX, "ratio", 2)
                        .weight("f")
                        .build());

        assertThat(CatalogValidationTest.problems(catalog))
                .extracting(Problem::describe)
                .containsExactly(
                        "indicators[10].weight: 'f' follows from a formula: expected a weight that is observed;"
                                + " declare a formula here instead");
    }

    @Test
    void refusesAFormulaBesideParts() {
        Catalog.Builder catalog = with(IndicatorKind.FLOW, "count:人", "a - b")
                .addIndicators(TableFixture.indicator("both", "s", IndicatorKind.RATIO, "ratio", 2)
                        .numerator("a")
                        .denominator("b")
                        .formula(IndicatorFormula.parse("a / b"))
                        .build());

        assertThat(CatalogValidationTest.problems(catalog))
                .extracting(Problem::message)
                .containsExactly("'both' has a formula and refers to 'a' as well: leave out one of the two");
    }
}
