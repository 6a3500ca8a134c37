package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityPrefixTest {
    private static final UnitVocabulary UNITS = UnitVocabulary.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // text with the place marked by @ | match | surface | number | unit
                "投资@近300亿元以上，| 近300亿元 | 300亿元 | 300 | 亿元",
                "行动@六千余次,清理 | 六千余次 | 六千余次 | 六千 | 次",
                "新增@5万余人。 | 5万余人 | 5万余人 | 5 | 万余人",
                "入驻@上百家企业 | 上百家 | 上百家 | 百 | 家",
                "确保@不低于500个左右 | 不低于500个 | 500个 | 500 | 个",
                "达到@百分之九十五以上 | 百分之九十五以上 | 百分之九十五 | 百分之九十五 | ''",
                "第三@第三方 | 第三 | 第三 | 三 | ''",
                "升至@第5位， | 第5位 | 第5位 | 5 | 位",
                "人均 @12.3 万元，| 12.3 万元 | 12.3 万元 | 12.3 | 万元",
                "建成@5个多功能厅 | 5个 | 5个 | 5 | 个",
                "增长@一倍多。 | 一倍多 | 一倍 | 一 | 倍",
                "分别@20.9、36.2 | 20.9 | 20.9 | 20.9 | ''",
                "共@5，300家 | 5 | 5 | 5 | ''",
                "共@１，３００家 | １，３００家 | １，３００家 | １，３００ | 家",
                "下降@-5.3%， | -5.3% | -5.3% | 5.3 | %",
                "长@5 market | 5 | 5 | 5 | ''",
            })
    void findsTheFigureAndItsParts(String marked, String match, String surface, String number, String unit) {
        int at = marked.indexOf('@');
        String text = marked.replace("@", "");

        QuantityMatch found = Quantity.parsePrefix(text, at, UNITS).orElseThrow();

        assertThat(text.substring(found.start(), found.end())).isEqualTo(match);
        assertThat(text.substring(found.surfaceStart(), found.surfaceEnd())).isEqualTo(surface);
        assertThat(text.substring(found.numberStart(), found.numberEnd())).isEqualTo(number);
        assertThat(text.substring(found.unitStart(), found.unitEnd())).isEqualTo(unit);
        assertThat(found.start()).isEqualTo(at);
        assertThat(found.quantity()).isEqualTo(Quantity.parse(match)).hasToString(match);
    }

    @ParameterizedTest
    @CsvSource({"@全区", "@万元GDP", "@三四个", "20@-30个", "@近年来", "@1.2.3", "@超额", "百@"})
    void findsNothingWhereNoFigureBegins(String marked) {
        int at = marked.indexOf('@');
        String text = marked.replace("@", "");

        assertThat(Quantity.parsePrefix(text, at, UNITS)).isEmpty();
    }

    @Test
    void refusesAStartOutsideTheText() {
        assertThat(Quantity.parsePrefix("5家", 2, UNITS)).isEmpty();
        assertThatThrownBy(() -> Quantity.parsePrefix("5家", 3, UNITS)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Quantity.parsePrefix("5家", -1, UNITS)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
