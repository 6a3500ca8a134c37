package org.grassrootskpi.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.exact.Bounded.End;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitMismatchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedTest {
    /** A number with bounds such as {@code [2..4)}. */
    private static Bounded bounded(String value, String bounds) {
        return Bounded.of(new BigDecimal(value), Qualifier.EXACT, range(bounds));
    }

    private static Range<BigDecimal> range(String bounds) {
        List<String> ends = List.of(bounds.substring(1, bounds.length() - 1).split("[.][.]", -1));
        BoundType lower = bounds.startsWith("[") ? BoundType.CLOSED : BoundType.OPEN;
        BoundType upper = bounds.endsWith("]") ? BoundType.CLOSED : BoundType.OPEN;
        Range<BigDecimal> from =
                ends.get(0).equals("-∞") ? Range.all() : Range.downTo(new BigDecimal(ends.get(0)), lower);
        return ends.get(1).equals("+∞") ? from : from.intersection(Range.upTo(new BigDecimal(ends.get(1)), upper));
    }

    @ParameterizedTest
    @CsvSource({
        // bounds, line: surely at least it, above it, at most it, below it
        "[2..4], 1, true, true, false, false",
        "[2..4], 2, true, false, false, false",
        "(2..4), 2, true, true, false, false",
        "[2..4], 3, false, false, false, false",
        "[2..4], 4, false, false, true, false",
        "(2..4), 4, false, false, true, true",
        "[2..4], 5, false, false, true, true",
        "(-∞..4], 1, false, false, false, false",
        "(-∞..4], 5, false, false, true, true",
        "[2..+∞), 5, false, false, false, false",
        "[2..+∞), 1, true, true, false, false",
    })
    void isSureOfALineWhereAllItsValuesAre(
            String bounds, String line, boolean atLeast, boolean above, boolean atMost, boolean below) {
        Bounded number = bounded("3", bounds);
        Fraction at = Fraction.of(line);

        assertThat(number.isSurelyAtLeast(at)).isEqualTo(atLeast);
        assertThat(number.isSurelyAbove(at)).isEqualTo(above);
        assertThat(number.isSurelyAtMost(at)).isEqualTo(atMost);
        assertThat(number.isSurelyBelow(at)).isEqualTo(below);
    }

    @Test
    void isExactWhereOneValueIsPossible() {
        assertThat(Bounded.of(Fraction.ONE).isExact()).isTrue();
        assertThat(bounded("1", "[1..1]").isExact()).isTrue();
        assertThat(bounded("1", "[1..2]").isExact()).isFalse();
        assertThat(bounded("1", "[1..+∞)").isExact()).isFalse();
        assertThat(bounded("1", "(-∞..1]").isExact()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "[2..4], [1..3], [3..7], [-1..3]",
        "[2..4), [1..3], [3..7), [-1..3)",
        "[2..4], (1..3], (3..7], [-1..3)",
        "(-∞..4], [1..3], (-∞..7], (-∞..3]",
        "[2..4], (-∞..3], (-∞..7], [-1..+∞)",
        "[2..+∞), [1..3], [3..+∞), [-1..+∞)",
        "[2..4], [1..+∞), [3..+∞), (-∞..3]",
    })
    void addsAndTakesAwayAllPossibleValues(String one, String other, String sum, String difference) {
        assertThat(bounded("3", one).plus(bounded("2", other))).isEqualTo(bounded("5", sum));
        assertThat(bounded("3", one).minus(bounded("2", other))).isEqualTo(bounded("1", difference));
    }

    @ParameterizedTest
    @CsvSource({
        "[2..4), 2, 6, [4..8)",
        "[2..4), -1, -3, (-4..-2]",
        "[2..+∞), -2, -6, (-∞..-4]",
        "(-∞..4), 0.5, 1.5, (-∞..2)",
        "(-∞..+∞), 0, 0, [0..0]",
    })
    void multipliesAllPossibleValues(String bounds, String factor, String value, String product) {
        assertThat(bounded("3", bounds).times(Fraction.of(factor))).isEqualTo(bounded(value, product));
    }

    /** The divisor is positive; where zero is at its end or below, a quotient may be as great as one likes. */
    @ParameterizedTest
    @CsvSource({
        "2, [2..4], [1..2], [1..4]",
        "2, [2..4), [1..2], [1..4)",
        "2, (2..4], [1..2), (1..4]",
        "2, [2..4], (1..2], [1..4)",
        "-2, [-4..-2], [1..2], [-4..-1]",
        "-2, [-4..-2], (1..2), (-4..-1)",
        "2, [-2..4], [1..2], [-2..4]",
        "2, [0..4], [1..2], [0..4]",
        "-2, [-4..0], [1..2], [-4..0]",
        "2, [2..4], [0..2], [1..+∞)",
        "2, [2..4], [1..+∞), (0..4]",
        "-2, [-4..-2], [1..+∞), [-4..0)",
        "-2, [-4..-2], [0..2], (-∞..-1]",
        "2, [2..4], [-1..2], (-∞..+∞)",
        "2, [2..4], (-∞..2], (-∞..+∞)",
        "2, (-∞..4], [1..2], (-∞..4]",
        "2, [2..+∞), [1..2], [1..+∞)",
    })
    void dividesAllPossibleValues(String value, String bounds, String divisor, String quotient) {
        assertThat(bounded(value, bounds).dividedBy(bounded("1", divisor))).isEqualTo(bounded(value, quotient));
    }

    @Test
    void dividesByPositiveNumbersOnly() {
        assertThatThrownBy(() -> bounded("2", "[2..2]").dividedBy(bounded("-1", "[-1..-1]")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Expected a positive divisor, got -1 within [-1..-1]");
        assertThatThrownBy(() -> bounded("2", "[2..2]").dividedBy(bounded("0", "[0..1]")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Expected a positive divisor, got 0 within [0..1]");
    }

    /** What is divided by less than it says is more. */
    @ParameterizedTest
    @CsvSource({"12, ABOVE", "0, ABOVE", "-12, BELOW"})
    void aQuotientErrsTheOtherWayThanItsDivisor(String dividend, Qualifier expected) {
        Bounded nearly = Bounded.from(Quantity.parse("近3个"));

        assertThat(Bounded.of(Fraction.of(dividend)).dividedBy(nearly).qualifier())
                .isEqualTo(expected);
        assertThat(nearly.dividedBy(Bounded.of(Fraction.of(2))).qualifier()).isEqualTo(Qualifier.BELOW);
        assertThat(nearly.negated().qualifier()).isEqualTo(Qualifier.ABOVE);
        assertThat(nearly.times(Fraction.of(-1)).qualifier()).isEqualTo(Qualifier.ABOVE);
        assertThat(nearly.plus(nearly).qualifier()).isEqualTo(Qualifier.BELOW);
        assertThat(nearly.minus(nearly).qualifier()).isEqualTo(Qualifier.ABOUT);
    }

    @ParameterizedTest
    @CsvSource({
        "[2..4], 2, [2..2], [2..4]",
        "[2..4], 3, [2..3], [3..4]",
        "[2..4], 4, [2..4], [4..4]",
        "[2..4], 1, [1..1], [2..4]",
        "[2..4], 5, [2..4], [5..5]",
        "(2..+∞), 3, (2..3], [3..+∞)",
        "(-∞..4), 3, (-∞..3], [3..4)",
    })
    void clampsAllPossibleValues(String bounds, String limit, String atMost, String atLeast) {
        Bounded number = bounded("3", bounds);
        Fraction at = Fraction.of(limit);
        BigDecimal three = BigDecimal.valueOf(3);

        assertThat(number.atMost(at))
                .isEqualTo(bounded(three.min(new BigDecimal(limit)).toString(), atMost));
        assertThat(number.atLeast(at))
                .isEqualTo(bounded(three.max(new BigDecimal(limit)).toString(), atLeast));
    }

    /** Halves go away from zero, and what is short of a half goes towards it, as all values do that an open end leaves. */
    @ParameterizedTest
    @CsvSource({
        "[0.05..0.15], [0.1..0.2]",
        "(0.05..0.15), [0.1..0.1]",
        "[-0.15..-0.05], [-0.2..-0.1]",
        "(-0.15..-0.05), [-0.1..-0.1]",
        "(-0.05..0.05), [0..0]",
        "[-0.05..0.05], [-0.1..0.1]",
        "(-∞..0.14], (-∞..0.1]",
        "[0.04..+∞), [0..+∞)",
    })
    void roundsToWhatItsValuesRoundTo(String bounds, String rounded) {
        Bounded number = Bounded.of(new BigDecimal("0"), Qualifier.ABOUT, range(bounds));

        assertThat(number.rounded(1)).isEqualTo(Bounded.of(BigDecimal.ZERO, Qualifier.ABOUT, range(rounded)));
    }

    @Test
    void widensItsBoundsWhereTheyAreNoDecimals() {
        Fraction third = Fraction.ONE.dividedBy(Fraction.of(3));
        String below = "0." + "3".repeat(34);
        String above = "0." + "3".repeat(33) + "4";

        assertThat(Bounded.of(third).bounds()).hasToString("[" + below + ".." + above + "]");
        assertThat(Bounded.of(third, Qualifier.EXACT, new End(third, false), new End(Fraction.ONE, false))
                        .bounds())
                .hasToString("(" + below + "..1)");
        assertThat(Bounded.of(third, Qualifier.EXACT, null, new End(third, false))
                        .bounds())
                .hasToString("(-∞.." + above + ")");
        assertThat(Bounded.of(third, Qualifier.EXACT, new End(third, true), null)
                        .bounds())
                .hasToString("[" + below + "..+∞)");
        assertThat(Bounded.of(Fraction.ONE, Qualifier.EXACT, new End(Fraction.ONE, false), new End(Fraction.ONE, true))
                        .bounds())
                .as("a single value is one that is possible")
                .hasToString("[1..1]");
    }

    @Test
    void givesBackWhatItWasMadeOf() {
        End two = new End(Fraction.of(2), true);
        End four = new End(Fraction.of(4), false);
        Bounded number = Bounded.of(Fraction.of(3), Qualifier.ABOUT, two, four);

        assertThat(number.value()).isEqualTo(Fraction.of(3));
        assertThat(number.qualifier()).isEqualTo(Qualifier.ABOUT);
        assertThat(number.lower()).contains(two);
        assertThat(number.upper()).contains(four);
        assertThat(bounded("3", "(-∞..+∞)").lower()).isEqualTo(Optional.empty());
        assertThat(bounded("3", "(-∞..+∞)").upper()).isEqualTo(Optional.empty());
        assertThat(Bounded.of(Fraction.of(3), Fraction.of(2), Fraction.of(4))).isEqualTo(bounded("3", "[2..4]"));
        assertThat(number)
                .hasToString("3 within [2..4)")
                .isEqualTo(Bounded.of(Fraction.of("3.0"), Qualifier.ABOUT, two, four))
                .hasSameHashCodeAs(Bounded.of(Fraction.of("3.0"), Qualifier.ABOUT, two, four))
                .isNotEqualTo(Bounded.of(Fraction.of(2), Qualifier.ABOUT, two, four))
                .isNotEqualTo(Bounded.of(Fraction.of(3), Qualifier.EXACT, two, four))
                .isNotEqualTo(Bounded.of(Fraction.of(3), Qualifier.ABOUT, four, four))
                .isNotEqualTo(Bounded.of(Fraction.of(3), Qualifier.ABOUT, two, two))
                .isNotEqualTo("3 within [2..4)");
        assertThat(number.hashCode()).isNotEqualTo(bounded("7", "[7..7]").hashCode());
    }

    @Test
    void isAFigureAgainInAUnitOfItsBase() {
        Quantity figure = Quantity.parse("近300亿元");
        Quantity again = Bounded.from(figure).toQuantity(Unit.parse("亿元"));

        assertThat(again.value()).isEqualByComparingTo(figure.value());
        assertThat(again.qualifier()).isEqualTo(Qualifier.BELOW);
        assertThat(again.bounds()).isEqualTo(figure.bounds());
        assertThatThrownBy(() -> Bounded.in(Unit.parse("亩"), figure)).isInstanceOf(UnitMismatchException.class);
        assertThat(Bounded.from(Quantity.parse("5元")).rounded(0).value().rounded(0, RoundingMode.UP))
                .isEqualTo(Fraction.of(5));
    }
}
