package org.grassrootskpi.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {
    private static Fraction quotient(String numerator, String denominator) {
        return Fraction.of(numerator).dividedBy(Fraction.of(denominator));
    }

    /** Over a whole number without a factor 2 or 5, in lowest terms. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 0.5",
        "1, 3, 1/3",
        "2, 6, 1/3",
        "1, -3, -1/3",
        "-2, -3, 2/3",
        "1, 15, 0.2/3",
        "1, 75, 0.04/3",
        "1, 12, 0.25/3",
        "7, 49, 1/7",
        "6, 4, 1.5",
        "0.6, 0.9, 2/3",
        "0, 7, 0",
        "100, 0.3, 1000/3",
        "21, 0.07, 300",
    })
    void isInLowestTerms(String numerator, String denominator, String text) {
        assertThat(quotient(numerator, denominator)).hasToString(text);
    }

    @Test
    void sumsOfThirdsAreWholeAgain() {
        Fraction third = quotient("1", "3");

        assertThat(third.plus(third)).hasToString("2/3");
        assertThat(third.plus(third).plus(third)).hasToString("1").isEqualTo(Fraction.ONE);
        assertThat(third.plus(quotient("1", "7"))).hasToString("10/21");
        assertThat(third.minus(quotient("1", "7"))).hasToString("4/21");
        assertThat(third.times(Fraction.of("0.6"))).hasToString("0.2");
        assertThat(third.times(quotient("3", "7"))).hasToString("1/7");
        assertThatThrownBy(() -> third.dividedBy(Fraction.of("0.00")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Cannot divide 1/3 by zero");
    }

    @Test
    void knowsItsSignAndItsSize() {
        Fraction less = quotient("-2", "3");

        assertThat(List.of(less.signum(), Fraction.ZERO.signum(), Fraction.HUNDRED.signum()))
                .containsExactly(-1, 0, 1);
        assertThat(less.abs()).hasToString("2/3");
        assertThat(less.abs().abs()).hasToString("2/3");
        assertThat(less.negated().negated()).isEqualTo(less);
        assertThat(less.min(Fraction.ZERO)).isSameAs(less);
        assertThat(Fraction.ZERO.min(less)).isSameAs(less);
        assertThat(less.max(Fraction.ZERO)).isSameAs(Fraction.ZERO);
        assertThat(Fraction.ZERO.max(less)).isSameAs(Fraction.ZERO);
        assertThat(less).isLessThan(quotient("-3", "5")).isGreaterThan(Fraction.of("-0.67"));
        assertThat(less.equals(null)).isFalse();
        assertThat(quotient("2", "3")).hasSameHashCodeAs(quotient("4", "6")).isNotEqualTo(less);
        assertThat(quotient("2", "3").hashCode()).isNotEqualTo(less.hashCode());
    }

    @Test
    void isADecimalOfThirtyFourDigitsOrOfAllIfTheyAreSixtyPlacesAtMost() {
        BigDecimal sixty = BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(60));
        BigDecimal more = BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(61));

        assertThat(Fraction.of("2.50").toDecimal()).isEqualTo(new BigDecimal("2.5"));
        assertThat(Fraction.of(sixty).toDecimal()).isEqualTo(sixty);
        assertThat(Fraction.of(more).toDecimal()).isEqualTo(more.round(new MathContext(34)));
        assertThat(quotient("2", "3").toDecimal()).isEqualTo(new BigDecimal("0." + "6".repeat(33) + "7"));
        assertThat(quotient("2", "3").toDecimal(RoundingMode.DOWN)).isEqualTo(new BigDecimal("0." + "6".repeat(34)));
        assertThat(quotient("2", "3").toDecimal(new MathContext(3))).isEqualTo(new BigDecimal("0.667"));
        assertThat(quotient("1", "3E+40").toDecimal())
                .as("sixty places hold twenty digits of it")
                .isEqualTo(new BigDecimal("0." + "0".repeat(40) + "3".repeat(20)));
        assertThat(quotient("2", "3").doubleValue()).isEqualTo(2 / 3.0);
        assertThat(Fraction.of("0.1").doubleValue()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @CsvSource({"5, 3, 2, HALF_UP, 1.67", "5, 3, 0, FLOOR, 1", "-5, 2, 0, HALF_UP, -3", "5, 2, 0, HALF_DOWN, 2"})
    void rounds(String numerator, String denominator, int decimals, RoundingMode mode, String rounded) {
        assertThat(quotient(numerator, denominator).rounded(decimals, mode)).hasToString(rounded);
    }

    @Test
    void wholeNumbersBehindWeightsAreTheSmallest() {
        assertThat(Fraction.wholeMultiples(List.of(Fraction.of("0.4"), Fraction.of("0.6"))))
                .containsExactly(BigInteger.TWO, BigInteger.valueOf(3));
        assertThat(Fraction.wholeMultiples(List.of(quotient("1", "3"), quotient("1", "7"), Fraction.of("0.5"))))
                .containsExactly(BigInteger.valueOf(14), BigInteger.valueOf(6), BigInteger.valueOf(21));
        assertThat(Fraction.wholeMultiples(List.of(Fraction.of(200), Fraction.of(300))))
                .containsExactly(BigInteger.TWO, BigInteger.valueOf(3));
        assertThat(Fraction.wholeMultiples(List.of(quotient("1", "9"), quotient("1", "3"))))
                .containsExactly(BigInteger.ONE, BigInteger.valueOf(3));
    }

    @Test
    void weightsOfARootAreWholeNumbersUpToAHundredMillion() {
        List<Fraction> values = List.of(Fraction.of(2), Fraction.of(3));
        Bounded twelve = Roots.geometricMean(values, List.of(Fraction.of(2), Fraction.ONE));
        Fraction cube = twelve.value().times(twelve.value()).times(twelve.value());

        assertThat(cube.minus(Fraction.of(12)).abs()).isLessThan(Fraction.of("1E-30"));
        assertThat(Roots.geometricMean(values, List.of(Fraction.of(99_999_999), Fraction.ONE))
                        .value()
                        .doubleValue())
                .isCloseTo(2 * Math.pow(1.5, 1e-8), withinPercentage(1e-12));
        assertThatThrownBy(() -> Roots.geometricMean(values, List.of(Fraction.of(100_000_000), Fraction.ONE)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Weights as fine as [100000000, 1] have no root; round them");
    }

    /** Checked against the square, the cube and the product, so that no constant has to be believed. */
    @Test
    void rootsAndLogarithmsHoldTheTruthBetweenTheirBounds() {
        Bounded root =
                Roots.geometricMean(List.of(Fraction.of(2), Fraction.of(3)), List.of(Fraction.ONE, Fraction.ONE));
        Bounded cube =
                Roots.geometricMean(List.of(Fraction.of(5), Fraction.ONE), List.of(Fraction.ONE, Fraction.of(2)));
        Fraction sure = Fraction.of("1E-30");

        assertThat(root.lower()
                        .orElseThrow()
                        .at()
                        .times(root.lower().orElseThrow().at()))
                .isLessThan(Fraction.of(6));
        assertThat(root.upper()
                        .orElseThrow()
                        .at()
                        .times(root.upper().orElseThrow().at()))
                .isGreaterThan(Fraction.of(6));
        assertThat(cube.value()
                        .times(cube.value())
                        .times(cube.value())
                        .minus(Fraction.of(5))
                        .abs())
                .isLessThan(sure);
        for (String x : List.of("3", "0.001", "123456789.5", "1.0000001", "1E-20", "7E+25")) {
            Fraction number = Fraction.of(x);
            Bounded of = Roots.ln(number);
            Bounded square = Roots.ln(number.times(number));
            Bounded inverse = Roots.ln(Fraction.ONE.dividedBy(number));

            assertThat(of.value().doubleValue()).isCloseTo(Math.log(Double.parseDouble(x)), withinPercentage(1e-6));
            assertThat(square.value().minus(of.value().times(Fraction.of(2))).abs())
                    .isLessThan(sure);
            assertThat(inverse.value().plus(of.value()).abs()).isLessThan(sure);
            assertThat(of.upper()
                            .orElseThrow()
                            .at()
                            .minus(of.lower().orElseThrow().at())
                            .abs())
                    .isGreaterThan(Fraction.ZERO)
                    .isLessThan(sure);
            assertThat(of.lower().orElseThrow().at()).isLessThan(of.value());
        }
        Fraction threeAndAThird = Roots.ln(Fraction.of(3))
                .value()
                .plus(Roots.ln(quotient("1", "3")).value());
        assertThat(threeAndAThird.abs()).isLessThan(Fraction.of("1E-36"));
        assertThat(Roots.ln(Fraction.ONE)).isEqualTo(Bounded.of(Fraction.ZERO));
        assertThatThrownBy(() -> Roots.ln(Fraction.of(-1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Expected a positive number, got -1");
    }
}
