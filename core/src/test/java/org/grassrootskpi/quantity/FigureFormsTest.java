package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of figures: halves, several units, rates, ranks, shares, currencies and words inside. */
class FigureFormsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // figure | value, unit and qualifier | resolution | bounds
                "九成五|0.95 ratio EXACT|0.01|[0.945..0.955)",
                "五成|0.5 ratio EXACT|0.1|[0.45..0.55)",
                "两年半|2.5 count:年 EXACT|0.1|[2.45..2.55)",
                "三年半|3.5 count:年 EXACT|0.1|[3.45..3.55)",
                "两个半小时|2.5 count:小时 EXACT|0.1|[2.45..2.55)",
                "5个半|5.5 count:个 EXACT|0.1|[5.45..5.55)",
                "两个半月|2.5 count:个月 EXACT|0.1|[2.45..2.55)",
                "三个多小时|3 count:小时 ABOVE|1|(3..4)",
                "两个多月|2 count:个月 ABOVE|1|(2..3)",
                "半年|0.5 count:年 EXACT|0.1|[0.45..0.55)",
                "半小时|0.5 count:小时 EXACT|0.1|[0.45..0.55)",
                "3元5角2分|3.52 CNY EXACT|0.01|[3.515..3.525)",
                "1公里500米|1500 m EXACT|1|[1499.5..1500.5)",
                "3元5分|3.05 CNY EXACT|0.01|[3.045..3.055)",
                "百分之九十五|0.95 ratio EXACT|0.01|[0.945..0.955)",
                "百分之三点五|0.035 ratio EXACT|0.001|[0.0345..0.0355)",
                "千分之五|0.005 ratio EXACT|0.001|[0.0045..0.0055)",
                "百分之九十多|0.9 ratio ABOVE|0.01|(0.9..1)",
                "三分之一|0.3333333333333333333333333333333333 ratio"
                        + " EXACT|0|[0.3333333333333333333333333333333333..0.3333333333333333333333333333333334]",
                "四分之三|0.75 ratio EXACT|0|[0.75..0.75]",
                "1/4|0.25 ratio EXACT|0|[0.25..0.25]",
                "第9位|9 rank EXACT|1|[9..9]",
                "第三|3 rank EXACT|1|[3..3]",
                "一半|0.5 ratio EXACT|0.1|[0.45..0.55)",
                "过半|0.5 ratio ABOVE|0.1|(0.5..+∞)",
                "大半|0.5 ratio ABOVE|0.1|(0.5..1)",
                "近半|0.5 ratio BELOW|0.1|[0..0.5)",
                "US$300万|3000000 USD EXACT|10000|[2995000..3005000)",
                "港币2.5亿元|250000000 HKD EXACT|10000000|[245000000..255000000)",
                "人民币3万元|30000 CNY EXACT|10000|[25000..35000)",
                "美元5|5 USD EXACT|1|[4.5..5.5)",
                "零下5℃|-5 raw:℃ EXACT|1|(-5.5..-4.5]",
                "负三十多|-30 count BELOW|1|(-40..-30)",
                "1亿2千多万|120000000 count ABOVE|10000000|(120000000..130000000)",
                "1亿2千万元|120000000 CNY EXACT|10000000|[115000000..125000000)",
                "5百余万元|5000000 CNY ABOVE|1000000|(5000000..6000000)",
                "300余元|300 CNY ABOVE|1|(300..400)",
                "5元/亩|5 raw:元/亩 EXACT|1|[4.5..5.5)",
                "3吨每日|3 raw:吨/日 EXACT|1|[2.5..3.5)",
                "2元/人·月|2 raw:元/人·月 EXACT|1|[1.5..2.5)",
                "5元/每人|5 raw:元/人 EXACT|1|[4.5..5.5)",
                "5吨/万元|5 raw:吨/万元 EXACT|1|[4.5..5.5)",
                "数百家|100 count:家 ABOUT|100|[100..1000)",
                "上百家|100 count:家 ABOVE|100|(100..+∞)",
                "几十万人|100000 count:人 ABOUT|10000|[100000..1000000)",
                "近十万人|100000 count:人 BELOW|10000|[0..100000)",
                "十多个|10 count:个 ABOVE|1|(10..20)",
                "二十来人|20 count:人 ABOUT|1|(-∞..+∞)",
                "5%强|0.05 ratio ABOVE|0.01|(0.05..+∞)",
                "5%弱|0.05 ratio BELOW|0.01|[0..0.05)",
                "百分之五强|0.05 ratio ABOVE|0.01|(0.05..+∞)",
                "三倍|3 times EXACT|1|[2.5..3.5)",
                "两倍多|2 times ABOVE|1|(2..3)",
                "1.5倍以上|1.5 times ABOVE|0.1|(1.5..+∞)",
                "500个及以上|500 count:个 ABOVE|1|(500..+∞)",
                "至少500个以上|500 count:个 AT_LEAST|1|[500..+∞)",
                "超500个以上|500 count:个 ABOVE|1|(500..+∞)",
                "十几家|10 count:家 ABOVE|1|(10..20)",
                "50余名|50 count:名 ABOVE|1|(50..60)",
                "2亿多元|200000000 CNY ABOVE|100000000|(200000000..300000000)",
                "5 count:家|5 count:家 EXACT|1|[5..5]",
                "5 raw:元/(人·月)|5 raw:元/(人·月) EXACT|1|[4.5..5.5)",
                "+5%|0.05 ratio EXACT|0.01|[0.045..0.055)",
                "-5%|-0.05 ratio EXACT|0.01|(-0.055..-0.045]",
                "—5%|-0.05 ratio EXACT|0.01|(-0.055..-0.045]",
                "−3.2亿元|-320000000 CNY EXACT|10000000|(-325000000..-315000000]",
            })
    void everyFormHasItsValueAndBounds(String text, String figure, String resolution, String bounds) {
        Quantity quantity = Quantity.parse(text);

        assertThat(quantity.value().toPlainString() + " " + quantity.unit().code() + " " + quantity.qualifier())
                .isEqualTo(figure);
        assertThat(quantity.resolution()).isEqualByComparingTo(resolution);
        assertThat(quantity.bounds()).hasToString(bounds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // text | position | what was expected
                "3成5|2|a unit or the end of the figure",
                "3元15角|2|a unit or the end of the figure",
                "3元5角20分|4|a unit or the end of the figure",
                "1.5元5角|4|a unit or the end of the figure",
                "1/0|1|a unit or the end of the figure",
                "0/4|1|a unit or the end of the figure",
                "1/2/3|3|a unit or the end of the figure",
                "第0位|1|a rank: a whole number from 1",
                "第1.5位|1|a rank: a whole number from 1",
                "人民币3家|4|no second unit behind 人民币",
                "零下5家|3|℃ behind 零下",
                "1亿2千多亿|6|a scale that fits the ones before",
                "3亿多万|3|a known unit or the end",
                "3次每名|2|a known unit or the end",
                "5个多|2|a known unit or the end",
                "5家多|2|a known unit or the end",
                "近500个以上|5|no second qualifier that contradicts the first",
                "count:家|0|a number such as 12.5, 三百 or 近三倍",
            })
    void whatIsNoFormIsRefused(String text, int position, String expected) {
        QuantityFormatException refusal =
                catchThrowableOfType(QuantityFormatException.class, () -> Quantity.parse(text));

        assertThat(refusal).isNotNull();
        assertThat(refusal.position()).isEqualTo(position);
        assertThat(refusal.expected()).startsWith(expected);
    }
}
