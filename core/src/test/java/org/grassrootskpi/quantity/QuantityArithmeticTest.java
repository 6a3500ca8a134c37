package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityArithmeticTest {
    private static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }

    @Test
    void anExactFigureBoundsWhatRoundsToIt() {
        assertThat(Quantity.parse("509.45亿元").bounds())
                .isEqualTo(Range.closedOpen(decimal("50944500000"), decimal("50945500000")));
        assertThat(Quantity.parse("-5%").bounds()).isEqualTo(Range.openClosed(decimal("-0.055"), decimal("-0.045")));
        assertThat(Quantity.parse("0%").bounds()).isEqualTo(Range.open(decimal("-0.005"), decimal("0.005")));
    }

    @Test
    void aCountIsExactToTheOneAndRoundedBeyond() {
        assertThat(Quantity.parse("2678家次").bounds()).isEqualTo(Range.singleton(decimal("2678")));
        assertThat(Quantity.parse("二十个").bounds()).isEqualTo(Range.singleton(decimal("20")));
        assertThat(Quantity.parse("第9位").bounds()).isEqualTo(Range.singleton(decimal("9")));
        assertThat(Quantity.parse("9.3万宗").bounds()).isEqualTo(Range.closedOpen(decimal("92500"), decimal("93500")));
        assertThat(Quantity.parse("82.58岁").bounds()).isEqualTo(Range.closedOpen(decimal("82.575"), decimal("82.585")));
    }

    @Test
    void qualifiersClaimNoMoreThanTheirWords() {
        assertThat(Quantity.parse("近300亿元").bounds())
                .isEqualTo(Range.closedOpen(BigDecimal.ZERO, decimal("30000000000")));
        assertThat(Quantity.parse("超20万").bounds()).isEqualTo(Range.greaterThan(decimal("200000")));
        assertThat(Quantity.parse("至少3家").bounds()).isEqualTo(Range.atLeast(decimal("3")));
        assertThat(Quantity.parse("不超过5%").bounds()).isEqualTo(Range.atMost(decimal("0.05")));
        assertThat(Quantity.parse("约5%").bounds()).isEqualTo(Range.all());
    }

    @Test
    void aSumKeepsItsUnitPrintsAndReadsBackItsBounds() {
        Quantity sum = Quantity.parse("509.45亿元").plus(Quantity.parse("204.92亿元"));

        assertThat(sum).hasToString("714.37亿元 [714.36, 714.38)");
        assertThat(Quantity.parse("714.37亿元 [714.36, 714.38)")).isEqualTo(sum).hasSameHashCodeAs(sum);
        assertThat(Quantity.parse("714.37亿元")).isNotEqualTo(sum);
    }

    @Test
    void aSumOfTwoScalesIsToldInTheBaseUnitToTheLastDigit() {
        assertThat(Quantity.parse("近300亿元").plus(Quantity.parse("178.86万元")))
                .hasToString("近30001788600 CNY step 100 [1788550, 30001788650)");
    }

    @Test
    void aCompletionRateImpliesItsTarget() {
        Quantity target = Quantity.parse("98.6公顷").dividedBy(Quantity.parse("341%"));

        assertThat(target)
                .hasToString("28.91495601173020527859237536656891公顷"
                        + " (28.85797950219619326500732064421669, 28.97209985315712187958883994126285)");
        assertThat(target.unit().code()).isEqualTo("m2");
    }

    @Test
    void partsOfOneUnitGiveARatio() {
        Quantity share = Quantity.parse("155项").dividedBy(Quantity.parse("155项"));

        assertThat(share).isEqualTo(Quantity.ofExact(BigDecimal.ONE, Unit.RATIO));
    }

    @Test
    void differentThingsNeverAdd() {
        assertThatThrownBy(() -> Quantity.parse("98.6公顷").plus(Quantity.parse("341%")))
                .isInstanceOf(UnitMismatchException.class)
                .hasMessage("Cannot add: 公顷 (m2) and % (ratio) measure different things;"
                        + " keep them apart, or convert one by a rate you state");
        assertThatThrownBy(() -> Quantity.parse("3家").minus(Quantity.parse("3家次")))
                .isInstanceOf(UnitMismatchException.class);
        assertThatThrownBy(() -> Quantity.parse("5%").plus(Quantity.parse("5个百分点")))
                .isInstanceOf(UnitMismatchException.class);
        assertThatThrownBy(() -> Quantity.parse("5元").in(Unit.parse("USD"))).isInstanceOf(UnitMismatchException.class);
        assertThatThrownBy(() -> Quantity.parse("5元").compareValueTo(Quantity.parse("5m")))
                .isInstanceOf(UnitMismatchException.class);
        assertThatThrownBy(() -> Quantity.parse("5元").dividedBy(Quantity.parse("5m")))
                .isInstanceOf(UnitMismatchException.class);
    }

    @ParameterizedTest
    @CsvSource({"0%", "0.0%"})
    void zeroDoesNotDivide(String divisor) {
        assertThatThrownBy(() -> Quantity.parse("98.6公顷").dividedBy(Quantity.parse(divisor)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("it may be zero");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // dividend | divisor | qualifier | bounds
                "204.92亿元 | 近300亿元 | ABOVE | (0.68305..+∞)",
                "98.6公顷 | 近100% | ABOVE | (985500..+∞)",
                "-98.6公顷 | 近100% | BELOW | (-∞..-985500)",
                "150家 | 超300家 | BELOW | (0..0.5)",
                "98.6公顷 | 约5% | ABOUT | (-∞..+∞)",
                "98.6公顷 | 不超过5% | AT_LEAST | (-∞..+∞)",
                "近98.6公顷 | 近100% | ABOUT | [0..+∞)",
            })
    void aOneSidedDivisorLeavesOneSideCertain(String dividend, String divisor, Qualifier qualifier, String bounds) {
        Quantity quotient = Quantity.parse(dividend).dividedBy(Quantity.parse(divisor));

        assertThat(quotient.qualifier()).isEqualTo(qualifier);
        assertThat(quotient.bounds()).hasToString(bounds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // figure | likely bounds
                "近300亿元 | [27000000000..30000000000)",
                "超20万 | (200000..220000]",
                "至少3家 | [3..3.3]",
                "约200家 | [190..210]",
                "不超过5% | [0.045..0.05]",
                "509.45亿元 | [50944500000..50945500000)",
                "六千余次 | (6000..7000)",
                "数百家 | [100..1000)",
            })
    void theLikelyPartOfTheBoundsIsAPolicy(String text, String bounds) {
        Quantity quantity = Quantity.parse(text);

        assertThat(quantity.likelyBounds(LikelyBoundsPolicy.standard())).hasToString(bounds);
        assertThat(quantity.bounds().encloses(quantity.likelyBounds(LikelyBoundsPolicy.standard())))
                .isTrue();
    }

    @Test
    void aLikelyReachOfOnesOwn() {
        LikelyBoundsPolicy near = LikelyBoundsPolicy.standard().with(Qualifier.BELOW, decimal("0.95"), BigDecimal.ONE);

        assertThat(Quantity.parse("近300亿元").likelyBounds(near))
                .isEqualTo(Range.closedOpen(decimal("28500000000"), decimal("30000000000")));
        assertThat(near).isNotEqualTo(LikelyBoundsPolicy.standard());
        assertThatThrownBy(() -> near.with(Qualifier.EXACT, BigDecimal.ZERO, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theImpliedBaseYearFollowsFromGrowth() {
        Quantity one = Quantity.ofExact(BigDecimal.ONE, Unit.RATIO);
        Quantity base = Quantity.parse("509.45亿元").dividedBy(one.plus(Quantity.parse("6.34%")));

        assertThat(base.in(Unit.parse("亿元"))).isBetween(decimal("479.07"), decimal("479.08"));
        assertThat(base.bounds().contains(base.value())).isTrue();
    }

    @Test
    void withQualifierTakesTheBoundsOfTheWord() {
        Quantity near = Quantity.parse("300亿元").withQualifier(Qualifier.BELOW);

        assertThat(near).isEqualTo(Quantity.parse("近300亿元")).hasToString("近300亿元");
    }

    @Test
    void equalityIsByMeaningNotSpelling() {
        assertThat(Quantity.parse("98.6公顷")).isEqualTo(Quantity.parse("98.6 ha"));
        assertThat(Quantity.parse("1.0万元")).isNotEqualTo(Quantity.parse("1.00万元"));
        assertThat(Quantity.parse("1.0万元").compareValueTo(Quantity.parse("10000元")))
                .isZero();
        assertThat(Quantity.parse("3家")).isNotEqualTo(Quantity.parse("3家次"));
        assertThat(Quantity.parse("近3家")).isNotEqualTo(Quantity.parse("3家"));
    }

    @Test
    void aShareThatMayBeNothingMayLeaveNothing() {
        Quantity below = Quantity.parse("近0元");
        Quantity share = Quantity.parse("近0.1%");

        assertThat(below.times(share).bounds()).hasToString("(-∞..0]");
        assertThat(Quantity.parse("96.9%").times(share).bounds().contains(BigDecimal.ZERO))
                .isTrue();
    }

    @Test
    void resultsThatOutgrowTheLimitAreRefused() {
        Quantity large = Quantity.of(new BigDecimal("1E+50"), Unit.parse("CNY"));

        assertThatThrownBy(() -> large.times(new BigDecimal("1E+20")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("60 digits");
    }
}
