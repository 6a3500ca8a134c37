package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What quantities, units and their arithmetic refuse and say, and their limits. */
class QuantityMessagesTest {
    private static BigDecimal d(String number) {
        return new BigDecimal(number);
    }

    private static String refusal(String text, int position) {
        return String.valueOf(new QuantityFormatException(text, position, "x").getMessage());
    }

    @Test
    void aMessageShowsTheTextAroundThePlace() {
        String text = "0123456789".repeat(10);

        assertThat(refusal("5元元", 2)).isEqualTo("Cannot read \"5元元\": at position 2 expected x, found \"元\"");
        assertThat(refusal("5元", 2)).isEqualTo("Cannot read \"5元\": at position 2 expected x, found the end");
        assertThat(refusal("", 0)).isEqualTo("Cannot read \"\": at position 0 expected x, found the end");
        assertThat(refusal(text, 0))
                .isEqualTo(
                        "Cannot read \"" + text.substring(0, 60) + "…\": at position 0 expected x, found \"01234567\"");
        assertThat(refusal(text, 31))
                .isEqualTo("Cannot read \"…" + text.substring(1, 61)
                        + "…\": at position 31 expected x, found \"12345678\"");
        assertThat(refusal(text, 70))
                .isEqualTo(
                        "Cannot read \"…" + text.substring(40) + "\": at position 70 expected x, found \"01234567\"");
        assertThat(refusal(text.substring(0, 60), 30))
                .isEqualTo(
                        "Cannot read \"" + text.substring(0, 60) + "\": at position 30 expected x, found \"01234567\"");
    }

    @Test
    void boundsContainTheirValue() {
        Range<BigDecimal> bounds = Range.closed(d("1"), d("3"));

        for (String value : new String[] {"1", "2", "3"}) {
            assertThat(Quantity.of(d(value), Unit.CNY, Qualifier.EXACT, bounds).bounds())
                    .isEqualTo(bounds);
        }
        for (String value : new String[] {"0.9", "3.1"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Quantity.of(d(value), Unit.CNY, Qualifier.EXACT, bounds))
                    .withMessage("Expected bounds that contain the value " + value + ", got [1..3]");
        }
        assertThat(Quantity.of(d("7"), Unit.CNY, Qualifier.ABOUT, Range.all()).bounds())
                .isEqualTo(Range.all());
    }

    @Test
    void comparesAndSubtractsOnlyWhatMeasuresTheSame() {
        Quantity near = Quantity.parse("近300亿元");

        assertThat(near.compareValueTo(Quantity.parse("300亿元"))).isZero();
        assertThat(near.compareValueTo(Quantity.parse("299亿元"))).isPositive();
        assertThat(near.compareValueTo(Quantity.parse("301亿元"))).isNegative();
        assertThatThrownBy(() -> near.compareValueTo(Quantity.parse("5家")))
                .isInstanceOf(UnitMismatchException.class)
                .hasMessageContaining("compare");
        assertThatThrownBy(() -> near.minus(Quantity.parse("5家")))
                .isInstanceOf(UnitMismatchException.class)
                .hasMessageContaining("subtract");
        assertThat(near.hashCode()).isEqualTo(Quantity.parse("近300亿元").hashCode());
        assertThat(near.hashCode()).isNotEqualTo(Quantity.parse("近400亿元").hashCode());
    }

    @Test
    void aSymbolHasUpTo32Characters() {
        String most = "甲".repeat(32);

        assertThat(Unit.of(most, "count:甲", 1, 1).symbol()).isEqualTo(most);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.of(most + "甲", "count:甲", 1, 1))
                .withMessageStartingWith("Expected a symbol of 1 to 32 characters");
        assertThat(Unit.of("%x", "raw:x", 1, 1).symbol()).isEqualTo("%x");
        assertThat(Unit.of("℉", "raw:F", 1, 1).symbol()).isEqualTo("℉");
        assertThat(Unit.parse("亿元").isBase()).isFalse();
        assertThat(Unit.of("亩", "m2", 2000, 3).isBase()).isFalse();
        assertThat(Unit.of("x", "m2", 1, 2).isBase()).isFalse();
        assertThat(Unit.CNY.isBase()).isTrue();
        assertThat(Unit.PERCENTAGE_POINT.isPercentagePoint()).isTrue();
        assertThat(Unit.RATIO.isPercentagePoint()).isFalse();
        assertThat(Unit.parse("亿元").hashCode()).isEqualTo(Unit.parse("亿元").hashCode());
        assertThat(Unit.parse("亿元").hashCode()).isNotEqualTo(Unit.parse("万元").hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"万", "亿元", "千瓦时", "家次", "count:家", "元/亩", "count", "m2", "万平方米"})
    void unitsReadBackWhatTheyPrint(String text) {
        Unit unit = Unit.parse(text);
        String printed = unit.toString();

        assertThat(Unit.parse(printed)).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1亿元", "万x", "元x"})
    void whatIsNoUnitIsRefused(String text) {
        assertThatThrownBy(() -> Unit.parse(text))
                .isInstanceOf(QuantityFormatException.class)
                .hasMessageContaining("a unit such as 亿元, 家次, m2 or count:家");
    }

    @Test
    void likelyBoundsAreSharesOfTheFigure() {
        LikelyBoundsPolicy policy = LikelyBoundsPolicy.standard().with(Qualifier.ABOUT, d("0"), d("2"));

        assertThat(policy).isEqualTo(LikelyBoundsPolicy.standard().with(Qualifier.ABOUT, d("0"), d("2")));
        assertThat(policy).hasSameHashCodeAs(LikelyBoundsPolicy.standard().with(Qualifier.ABOUT, d("0"), d("2")));
        assertThat(policy).isNotEqualTo(LikelyBoundsPolicy.standard()).isNotEqualTo("policy");
        assertThat(policy.hashCode()).isNotZero();
        assertThat(policy.toString()).contains("ABOUT=[0..2]");
        assertThat(LikelyBoundsPolicy.standard()
                        .with(Qualifier.ABOUT, d("1"), d("1"))
                        .toString())
                .contains("ABOUT=[1..1]");
        assertThatIllegalArgumentException().isThrownBy(() -> policy.with(Qualifier.EXACT, d("0"), d("1")));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.with(Qualifier.ABOUT, d("-0.1"), d("1")));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.with(Qualifier.ABOUT, d("2"), d("1")));
    }

    @ParameterizedTest
    @CsvSource({
        "1E59, true",
        "1E60, false",
        "9E59, true",
        "1E-60, true",
        "1E-61, false",
        "1.0E-60, true",
        "0.5, true",
        "1E+1000000, false",
        "1E-1000000, false"
    })
    void numbersHaveUpTo60DigitsBeforeAndBehindThePoint(String number, boolean fits) {
        assertThat(Decimals.fits(d(number))).isEqualTo(fits);
    }

    @Test
    void trailingZerosAreNoDigits() {
        assertThat(Decimals.fits(d("0.5" + "0".repeat(100)))).isTrue();
        assertThat(Decimals.fits(d("0.5" + "0".repeat(700)))).isFalse();
        assertThat(Decimals.divide(d("1"), d("3E40"), RoundingMode.FLOOR).scale())
                .isEqualTo(60);
        assertThat(Decimals.divide(d("1"), d("3"), RoundingMode.FLOOR)).isEqualTo(d("0." + "3".repeat(34)));
        assertThat(Decimals.divide(d("1"), d("8E10"), RoundingMode.FLOOR)).isEqualTo(d("0.0000000000125"));
    }

    @Test
    void precisionIsHowFarTheTrueFigureMayBe() {
        Precision near = Precision.from(Quantity.parse("近300亿元"));
        Precision printed = Precision.from(Quantity.parse("509.45亿元"));
        Precision over = Precision.from(Quantity.parse("超5亿元"));

        assertThat(near.bounds(d("30000000000"))).isEqualTo(Range.closedOpen(BigDecimal.ZERO, d("30000000000")));
        assertThat(near.belowIncluded()).isTrue();
        assertThat(near.aboveIncluded()).isFalse();
        assertThat(near.above()).contains(BigDecimal.ZERO);
        assertThat(printed.bounds(d("50945000000")))
                .isEqualTo(Quantity.parse("509.45亿元").bounds());
        assertThat(printed.below()).contains(d("500000"));
        assertThat(printed.above()).contains(d("500000"));
        assertThat(over.above()).isEmpty();
        assertThat(over.aboveIncluded()).isFalse();
        assertThat(over.belowIncluded()).isFalse();
        assertThat(over.bounds(d("500000000"))).isEqualTo(Range.greaterThan(d("500000000")));
        assertThat(Precision.from(Quantity.parse("至少5家")).bounds(d("5"))).isEqualTo(Range.atLeast(d("5")));
    }

    @Test
    void aDoubtAndAMatchNameTheirPlace() {
        UnitVocabulary units = UnitVocabulary.standard();
        QuantityDoubt doubt = QuantityDoubt.at("共3元5。", 1, units).orElseThrow();
        QuantityMatch match = Quantity.parsePrefix("共3元。", 1, units).orElseThrow();

        assertThat(doubt).hasToString("UNIT@1");
        assertThat(doubt.part().orElseThrow()).hasToString("3元@1");
        assertThat(doubt.reason().message()).isEqualTo("the unit goes on with a part that is not known");
        assertThat(match).hasToString("3元@1");
        assertThat(QuantityDoubt.at("共3元5", 4, units)).isEmpty();
        assertThatThrownBy(() -> QuantityDoubt.at("共3元5", 5, units)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> QuantityMatch.at("共3元5", 5, units, found -> {}))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
