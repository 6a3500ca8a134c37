package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityParseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // text | value | code | qualifier | resolution
                "509.45亿元 | 50945000000 | CNY | EXACT | 1000000",
                "近300亿元 | 30000000000 | CNY | BELOW | 100000000",
                "超600家次 | 600 | count:家次 | ABOVE | 1",
                "六千余次 | 6000 | count:次 | ABOVE | 1000",
                "2.3万宗 | 23000 | count:宗 | EXACT | 1000",
                "近三倍 | 3 | times | BELOW | 1",
                "44.08公顷 | 440800 | m2 | EXACT | 100",
                "57.6万平方米 | 576000 | m2 | EXACT | 1000",
                "341% | 3.41 | ratio | EXACT | 0.01",
                "两所 | 2 | count:所 | EXACT | 1",
                "超万个 | 10000 | count:个 | ABOVE | 10000",
                "9.3万宗 | 93000 | count:宗 | EXACT | 1000",
                "2.3万家庭 | 23000 | count:户 | EXACT | 1000",
                "超20万 | 200000 | count | ABOVE | 10000",
                "8大类 | 8 | count:大类 | EXACT | 1",
                "3025.48万元 | 30254800 | CNY | EXACT | 100",
                "近800人次 | 800 | count:人次 | BELOW | 1",
                "25场次 | 25 | count:场次 | EXACT | 1",
                "1,234.50 CNY | 1234.5 | CNY | EXACT | 0.01",
                "12.5% | 0.125 | ratio | EXACT | 0.001",
                "１，２３４．５０元 | 1234.5 | CNY | EXACT | 0.01",
                "1，234.5元 | 1234.5 | CNY | EXACT | 0.1",
                "１２．５％ | 0.125 | ratio | EXACT | 0.001",
                "3‰ | 0.003 | ratio | EXACT | 0.001",
                "百分之九十五 | 0.95 | ratio | EXACT | 0.01",
                "百分之九十余 | 0.9 | ratio | ABOVE | 0.01",
                "百分之三点五 | 0.035 | ratio | EXACT | 0.001",
                "千分之五 | 0.005 | ratio | EXACT | 0.001",
                "三分之一 | 0.3333333333333333333333333333333333 | ratio | EXACT | 0",
                "1/4 | 0.25 | ratio | EXACT | 0",
                "八成 | 0.8 | ratio | EXACT | 0.1",
                "五成半 | 0.55 | ratio | EXACT | 0.01",
                "半年 | 0.5 | count:年 | EXACT | 0.1",
                "三年多 | 3 | count:年 | ABOVE | 1",
                "1.4个百分点 | 0.014 | percentage-point | EXACT | 0.001",
                "3千万 | 30000000 | count | EXACT | 10000000",
                "1.2万亿元 | 1200000000000 | CNY | EXACT | 100000000000",
                "1亿2000万元 | 120000000 | CNY | EXACT | 10000",
                "3万5千人 | 35000 | count:人 | EXACT | 1000",
                "8000万千瓦 | 80000000000 | W | EXACT | 10000000",
                "5千瓦时 | 5 | kWh | EXACT | 1",
                "千万元 | 10000000 | CNY | EXACT | 10000000",
                "上百家 | 100 | count:家 | ABOVE | 100",
                "突破亿元 | 100000000 | CNY | ABOVE | 100000000",
                "近千人 | 1000 | count:人 | BELOW | 1000",
                "20余万元 | 200000 | CNY | ABOVE | 10000",
                "5万余人 | 50000 | count:人 | ABOVE | 10000",
                "十余万人 | 100000 | count:人 | ABOVE | 10000",
                "52.4余万元 | 524000 | CNY | ABOVE | 1000",
                "3000多亩 | 2000000 | m2 | ABOVE | 666.6666666666666666666666666666667",
                "500个以上 | 500 | count:个 | ABOVE | 1",
                "至少500个以上 | 500 | count:个 | AT_LEAST | 1",
                "9000个左右 | 9000 | count:个 | ABOUT | 1",
                "约 50平方公里 | 50000000 | m2 | ABOUT | 1000000",
                "108.5万人以内 | 1085000 | count:人 | AT_MOST | 1000",
                "不超过5% | 0.05 | ratio | AT_MOST | 0.01",
                "不低于3斤 | 1.5 | kg | AT_LEAST | 0.5",
                "第9位 | 9 | rank | EXACT | 1",
                "第三 | 3 | rank | EXACT | 1",
                "一刻钟 | 15 | count:分钟 | EXACT | 15",
                "-5% | -0.05 | ratio | EXACT | 0.01",
                "−5% | -0.05 | ratio | EXACT | 0.01",
                "－５％ | -0.05 | ratio | EXACT | 0.01",
                "+5% | 0.05 | ratio | EXACT | 0.01",
                "98.6 ha | 986000 | m2 | EXACT | 1000",
                "12 km² | 12000000 | m2 | EXACT | 1000000",
                "5 count:甲 | 5 | count:甲 | EXACT | 1",
                "三万五 | 35000 | count | EXACT | 1000",
                "一百五 | 150 | count | EXACT | 10",
                "拾壹 | 11 | count | EXACT | 1",
                "0 | 0 | count | EXACT | 1",
            })
    void readsFiguresAsPrinted(String text, BigDecimal value, String code, Qualifier qualifier, BigDecimal resolution) {
        Quantity quantity = Quantity.parse(text);

        assertThat(quantity.value()).isEqualTo(value);
        assertThat(quantity.unit().code()).isEqualTo(code);
        assertThat(quantity.qualifier()).isEqualTo(qualifier);
        assertThat(quantity.resolution()).isEqualTo(resolution);
        assertThat(quantity).hasToString(text);
        assertThat(Quantity.parse(quantity.negated().toString())).isEqualTo(quantity.negated());
    }

    @Test
    void trimsSpacesOfEitherWidth() {
        assertThat(Quantity.parse(" \u3000158家\u00A0")).hasToString("158家").isEqualTo(Quantity.parse("158家"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // text | position | a word of what was expected
                "'' | 0 | a number",
                "近 | 1 | a number",
                "1,23,4 | 1 | three digits",
                "12,34 | 2 | three digits",
                "1,2345 | 1 | three digits",
                "二〇二四 | 1 | a scale",
                "三四个 | 1 | a scale",
                "1.2.3 | 3 | the end of the number",
                "近20余个 | 3 | contradicts",
                "20个以内以上 | 5 | the end",
                "5甲 | 1 | count:甲",
                "5家次次 | 3 | did you mean 家次?",
                "第三批 | 2 | 第9位",
                "第1.5位 | 1 | a whole number",
                "半个 | 1 | halves",
                "5 [3, 2] | 2 | a unit",
                "100,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000 | 0 | 60 digits",
            })
    void refusesWithPositionAndExpectation(String text, int position, String expected) {
        QuantityFormatException refusal =
                catchThrowableOfType(QuantityFormatException.class, () -> Quantity.parse(text));

        assertThat(refusal).isNotNull();
        assertThat(refusal.text()).isEqualTo(text);
        assertThat(refusal.position()).isEqualTo(position);
        assertThat(refusal.expected()).contains(expected);
        assertThat(refusal).hasMessageContaining("position " + position).hasMessageContaining(refusal.expected());
    }

    @ParameterizedTest
    @ValueSource(ints = {161, 1001, 5_000_000})
    void refusesDigitStringsThatNoReportHas(int length) {
        assertThatThrownBy(() -> Quantity.parse("9".repeat(length)))
                .isInstanceOf(QuantityFormatException.class)
                .hasMessageContaining("at most");
    }

    @Test
    void refusesExponentsBeforeExpandingThem() {
        assertThatThrownBy(() -> Quantity.of(new BigDecimal("1E+1000000000"), Unit.parse("元")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("60 digits");
        assertThatThrownBy(() -> Quantity.of(new BigDecimal("1E-1000000000"), Unit.parse("元")))
                .isInstanceOf(ArithmeticException.class);
    }
}
