package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class QuantityPropertiesTest {
    private static final List<String> ALPHABET = List.of(
            "0", "1", "9", "５", "０", ",", "，", ".", "．", "%", "％", "‰", "-", "−", "+", "/", " ", "\u3000", "十", "百",
            "千", "万", "亿", "零", "一", "两", "三", "半", "点", "分之", "百分之", "第", "位", "近", "超", "约", "不低于", "上", "过", "余",
            "多", "以上", "左右", "以内", "元", "家", "家次", "亩", "千瓦", "个百分点", "成", "倍", "年", "m2", "km", "count:", "甲", "CNY",
            " step ", "[", "(", "∞", ")", "]", ", ", "\uD842", "\n");

    @Provide
    Arbitrary<Quantity> money() {
        return printed("元", "万元", "亿元", "CNY");
    }

    @Provide
    Arbitrary<Quantity> any() {
        return Arbitraries.of(
                        "亿元", "公顷", "万亩", "斤", "家次", "万宗", "%", "个百分点", "倍", "rank", "count", "万", "kWh", "count:甲")
                .flatMap(QuantityPropertiesTest::printed);
    }

    private static Arbitrary<Quantity> printed(String... units) {
        Arbitrary<BigDecimal> numbers = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                .ofScale(3)
                .flatMap(number -> Arbitraries.integers()
                        .between(0, 3)
                        .map(scale -> number.setScale(scale, RoundingMode.HALF_UP)));
        return Combinators.combine(numbers, Arbitraries.of(units).map(Unit::parse), Arbitraries.of(Qualifier.class))
                .as((number, unit, qualifier) -> Quantity.of(number, unit).withQualifier(qualifier));
    }

    @Property
    void printedQuantitiesReadBack(@ForAll("any") Quantity quantity) {
        assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity).hasToString(quantity.toString());
    }

    @Property
    void computedQuantitiesReadBack(
            @ForAll("any") Quantity quantity, @ForAll("money") Quantity a, @ForAll("money") Quantity b) {
        for (Quantity computed : List.of(
                quantity.plus(quantity),
                quantity.minus(quantity.times(new BigDecimal("0.37"))),
                quantity.negated(),
                a.plus(b),
                a.minus(b).times(new BigDecimal("-12.5")),
                a.dividedBy(Quantity.parse("341%")),
                quantity.dividedBy(Quantity.parse("超2倍")))) {
            assertThat(Quantity.parse(computed.toString())).isEqualTo(computed);
        }
    }

    @Property
    void boundsContainTheResultsOfAllMembers(
            @ForAll("money") Quantity a,
            @ForAll("money") Quantity b,
            @ForAll @LongRange(min = 0, max = 1000) long s,
            @ForAll @LongRange(min = 0, max = 1000) long t) {
        BigDecimal x = member(a.bounds(), s);
        BigDecimal y = member(b.bounds(), t);

        assertThat(a.plus(b).bounds().contains(x.add(y))).isTrue();
        assertThat(a.minus(b).bounds().contains(x.subtract(y))).isTrue();
        assertThat(a.times(new BigDecimal("-3")).bounds().contains(x.multiply(new BigDecimal("-3"))))
                .isTrue();
        if (b.value().signum() != 0 && !b.bounds().contains(BigDecimal.ZERO)) {
            Range<BigDecimal> quotients = a.dividedBy(b).bounds();
            // The member's own quotient is rounded here, so it is tried on both sides.
            BigDecimal low = x.divide(y, 50, RoundingMode.FLOOR);
            BigDecimal high = x.divide(y, 50, RoundingMode.CEILING);
            assertThat(quotients.contains(low) || quotients.contains(high))
                    .as("%s in %s", low, quotients)
                    .isTrue();
        }
    }

    @Property
    void boundsOfAShareContainTheProductsOfAllMembers(
            @ForAll("money") Quantity a,
            @ForAll @LongRange(min = 1, max = 5000) long permille,
            @ForAll Qualifier qualifier,
            @ForAll @LongRange(min = 0, max = 1000) long s,
            @ForAll @LongRange(min = 0, max = 1000) long t) {
        Quantity share =
                Quantity.of(BigDecimal.valueOf(permille, 3), Unit.RATIO).withQualifier(qualifier);
        if (!share.bounds().hasLowerBound()) {
            assertThatThrownBy(() -> a.times(share)).isInstanceOf(ArithmeticException.class);
            return;
        }
        BigDecimal x = member(a.bounds(), s);
        BigDecimal y = member(share.bounds(), t);

        Quantity product = a.times(share);

        assertThat(product.bounds().contains(x.multiply(y))).isTrue();
        assertThat(product.value()).isEqualByComparingTo(a.value().multiply(share.value()));
        assertThat(Quantity.parse(product.toString())).isEqualTo(product);
    }

    /** A member of the interval, from its lower end (0) to its upper end (1000), stepping inside where an end is open. */
    private static BigDecimal member(Range<BigDecimal> range, long thousandths) {
        BigDecimal far = new BigDecimal("1000000000000000");
        BigDecimal low = range.hasLowerBound()
                ? range.lowerEndpoint()
                : (range.hasUpperBound() ? range.upperEndpoint() : BigDecimal.ZERO).subtract(far);
        BigDecimal high = range.hasUpperBound() ? range.upperEndpoint() : low.add(far.add(far));
        BigDecimal width = high.subtract(low);
        BigDecimal chosen = low.add(width.multiply(BigDecimal.valueOf(thousandths, 3)));
        return range.contains(chosen) ? chosen : low.add(width.multiply(new BigDecimal("0.5")));
    }

    @Property
    void additionCommutesAndAssociates(
            @ForAll("money") Quantity a, @ForAll("money") Quantity b, @ForAll("money") Quantity c) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.minus(b)).isEqualTo(b.minus(a).negated());
    }

    @Property
    void unitsScaleTheValueAndNothingElse(@ForAll @LongRange(min = -1_000_000, max = 1_000_000) long number) {
        Quantity wan = Quantity.of(number, Unit.parse("万元"));

        assertThat(wan.in(Unit.parse("元"))).isEqualTo(BigDecimal.valueOf(number * 10_000));
        assertThat(wan.in(Unit.parse("万元"))).isEqualTo(BigDecimal.valueOf(number));
        assertThat(Quantity.of(number, Unit.parse("亩"))
                        .in(Unit.parse("公顷"))
                        .subtract(BigDecimal.valueOf(number).divide(BigDecimal.valueOf(15), 20, RoundingMode.HALF_EVEN))
                        .abs())
                .isLessThan(new BigDecimal("1E-15"));
    }

    @Property
    void chineseNumeralsReadBack(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long number) {
        assertThat(Quantity.parse(numeral(number)).value()).isEqualTo(BigDecimal.valueOf(number));
        assertThat(Quantity.parse("近" + numeral(number) + "元").value()).isEqualTo(BigDecimal.valueOf(number));
    }

    private static String numeral(long number) {
        if (number == 0) {
            return "零";
        }
        StringBuilder text = new StringBuilder();
        append(text, number);
        return text.toString();
    }

    private static void append(StringBuilder text, long number) {
        if (number >= 100_000_000) {
            append(text, number / 100_000_000);
            text.append('亿');
            rest(text, number % 100_000_000, 10_000_000);
        } else if (number >= 10_000) {
            append(text, number / 10_000);
            text.append('万');
            rest(text, number % 10_000, 1_000);
        } else {
            group(text, (int) number);
        }
    }

    private static void rest(StringBuilder text, long rest, long full) {
        if (rest > 0) {
            text.append(rest < full ? "零" : "");
            append(text, rest);
        }
    }

    private static void group(StringBuilder text, int number) {
        String digits = "零一二三四五六七八九";
        List<String> scales = List.of("", "十", "百", "千");
        boolean gap = false;
        boolean any = false;
        for (int place = 1000, k = 3; place > 0; place /= 10, k--) {
            int digit = number / place % 10;
            if (digit == 0) {
                gap = any;
            } else {
                text.append(gap ? "零" : "").append(digits.charAt(digit)).append(scales.get(k));
                gap = false;
                any = true;
            }
        }
    }

    @Provide
    Arbitrary<String> scribble() {
        return Arbitraries.of(ALPHABET).list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Property(tries = 5_000)
    void noTextFailsOtherwiseThanAsDocumented(@ForAll("scribble") String text) {
        try {
            Quantity quantity = Quantity.parse(text);
            assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity);
            assertThat(Quantity.parse(quantity.negated().toString())).isEqualTo(quantity.negated());
        } catch (QuantityFormatException refusal) {
            assertThat(refusal.position()).isBetween(0, text.length());
            assertThat(refusal.expected()).isNotBlank();
        }
        for (int i = 0; i <= text.length(); i++) {
            int start = i;
            Quantity.parsePrefix(text, i, UnitVocabulary.standard()).ifPresent(match -> {
                assertThat(List.of(
                                match.start(),
                                match.surfaceStart(),
                                match.numberStart(),
                                match.numberEnd(),
                                match.unitStart(),
                                match.unitEnd(),
                                match.surfaceEnd(),
                                match.end()))
                        .isSorted()
                        .startsWith(start);
                assertThat(match.quantity()).hasToString(text.substring(match.start(), match.end()));
            });
        }
    }

    @Property
    void qualifiersOfSumsCommuteAndAssociate(@ForAll Qualifier a, @ForAll Qualifier b, @ForAll Qualifier c) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.plus(Qualifier.EXACT)).isEqualTo(a);
        assertThat(a.negated().negated()).isEqualTo(a);
        assertThat(a.plus(b).negated()).isEqualTo(a.negated().plus(b.negated()));
    }
}
