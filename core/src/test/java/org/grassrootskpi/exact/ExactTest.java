package org.grassrootskpi.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTest {
    private static Fraction f(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Fraction.of(text)
                : Fraction.of(text.substring(0, slash)).dividedBy(Fraction.of(text.substring(slash + 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "1/3, 2/3, 1, 0.2222222222222222222222222222222222",
        "1/6, 1/3, 0.5, 0.05555555555555555555555555555555556",
        "-1/7, 1/7, 0, -0.02040816326530612244897959183673469",
        "0.1, 0.2, 0.3, 0.02",
        "12/35, -0.25, 0.09285714285714285714285714285714286, -0.08571428571428571428571428571428571",
    })
    void addsAndMultiplies(String a, String b, BigDecimal sum, BigDecimal product) {
        assertThat(f(a).plus(f(b)).toDecimal()).isEqualByComparingTo(sum);
        assertThat(f(a).times(f(b)).toDecimal()).isEqualByComparingTo(product);
        assertThat(f(a).minus(f(b)).plus(f(b))).isEqualTo(f(a)).hasSameHashCodeAs(f(a));
    }

    /** Against whole numbers: a/b + c/d = (ad + bc) / bd, and quotients turn round. */
    @Property
    void agreesWithCrossMultiplication(
            @ForAll @IntRange(min = -400, max = 400) int a,
            @ForAll @IntRange(min = 1, max = 400) int b,
            @ForAll @IntRange(min = -400, max = 400) int c,
            @ForAll @IntRange(min = 1, max = 400) int d) {
        Fraction x = Fraction.of(a).dividedBy(Fraction.of(b));
        Fraction y = Fraction.of(c).dividedBy(Fraction.of(d));

        assertThat(x.plus(y)).isEqualTo(Fraction.of((long) a * d + (long) b * c).dividedBy(Fraction.of((long) b * d)));
        assertThat(x.compareTo(y)).isEqualTo(Long.compare((long) a * d, (long) c * b));
        assertThat(x.times(Fraction.of(b))).isEqualTo(Fraction.of(a));
        if (c != 0) {
            assertThat(x.dividedBy(y).times(y)).isEqualTo(x);
        }
        assertThat(x.rounded(2, RoundingMode.HALF_UP).toDecimal())
                .isEqualByComparingTo(BigDecimal.valueOf(a).divide(BigDecimal.valueOf(b), 2, RoundingMode.HALF_UP));
    }

    @Test
    void refusesToDivideByZero() {
        assertThatThrownBy(() -> Fraction.ONE.dividedBy(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Bounded.of(Fraction.ONE).dividedBy(Bounded.of(Fraction.ZERO)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Roots.ln(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void findsTheWholeNumbersBehindWeights() {
        assertThat(Fraction.wholeMultiples(List.of(f("0.25"), f("0.5"), f("0.25"))))
                .isEqualTo(List.of(BigInteger.ONE, BigInteger.TWO, BigInteger.ONE));
        assertThat(Fraction.wholeMultiples(List.of(f("1/3"), f("1/6"))))
                .isEqualTo(List.of(BigInteger.TWO, BigInteger.ONE));
    }

    /** Logarithms to 40 digits, from published tables of constants. */
    @ParameterizedTest
    @CsvSource({
        "2, 0.693147180559945309417232121458176568",
        "10, 2.302585092994045684017991454684364208",
        "0.5, -0.693147180559945309417232121458176568",
        "1000000, 13.81551055796427410410794872810618525",
        "1, 0",
    })
    void takesLogarithms(String x, BigDecimal expected) {
        Bounded ln = Roots.ln(f(x));

        assertThat(ln.value().toDecimal()).isCloseTo(expected, within(new BigDecimal("1E-32")));
        assertThat(ln.bounds().contains(ln.value().toDecimal()) || ln.isExact()).isTrue();
    }

    /** The cube root of two to 34 digits; whole roots are met within the bounds. */
    @Test
    void takesGeometricMeans() {
        List<Fraction> equal = List.of(Fraction.ONE, Fraction.ONE, Fraction.ONE);

        assertThat(Roots.geometricMean(List.of(f("2"), f("1"), f("1")), equal)
                        .value()
                        .toDecimal())
                .isCloseTo(
                        new BigDecimal("1.259921049894873164767210607278228350570"), within(new BigDecimal("1E-33")));
        Bounded six = Roots.geometricMean(List.of(f("4"), f("9")), List.of(f("0.5"), f("0.5")));
        assertThat(six.isSurelyAtMost(f("5.999999999"))).isFalse();
        assertThat(six.rounded(30)).isEqualTo(Bounded.of(f("6")).rounded(30));
        assertThat(Roots.geometricMean(List.of(f("7"), f("7")), List.of(f("1"), f("2"))))
                .isEqualTo(Bounded.of(f("7")));
        assertThat(Roots.geometricMean(List.of(f("7"), f("0")), List.of(f("1"), f("2")))
                        .value())
                .isEqualTo(f("0"));
        assertThatThrownBy(() -> Roots.geometricMean(List.of(f("7"), f("2")), List.of(f("1.0000000001"), f("2"))))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // figure, to one decimal, at most 5, at least 5
        "5.04个, [5..5], [5..5], [5.035..5.045)",
        "近5个, [0..5], [0..5), [5..5]",
        "超5个, [5..+∞), [5..5], (5..+∞)",
        "约5个, (-∞..+∞), (-∞..5], [5..+∞)",
        "-4.95个, [-5..-4.9], (-4.955..-4.945], [5..5]",
    })
    void roundsAndClampsBounds(String figure, String rounded, String atMost, String atLeast) {
        Bounded x = Bounded.from(Quantity.parse(figure));

        assertThat(x.rounded(1).bounds()).hasToString(rounded);
        assertThat(x.atMost(f("5")).bounds()).hasToString(atMost);
        assertThat(x.atLeast(f("5")).bounds()).hasToString(atLeast);
    }

    @Test
    void convertsToUnitsExactly() {
        assertThat(Bounded.in(Unit.parse("亿元"), Quantity.parse("近300亿元")).bounds())
                .isEqualTo(Range.closedOpen(BigDecimal.ZERO, new BigDecimal("300")));
        assertThat(Bounded.in(Unit.parse("亩"), Quantity.parse("1公顷")).value()).isEqualTo(f("15"));
    }
}
