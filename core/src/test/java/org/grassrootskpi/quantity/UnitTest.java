package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "亿元, CNY, 100000000, 1",
        "万亿元, CNY, 1000000000000, 1",
        "CNY, CNY, 1, 1",
        "公顷, m2, 10000, 1",
        "万平方米, m2, 10000, 1",
        "亩, m2, 2000, 3",
        "㎡, m2, 1, 1",
        "km2, m2, 1000000, 1",
        "斤, kg, 1, 2",
        "万千瓦, W, 10000000, 1",
        "度, kWh, 1, 1",
        "%, ratio, 1, 100",
        "个百分点, percentage-point, 1, 100",
        "家次, count:家次, 1, 1",
        "count:家, count:家, 1, 1",
        "count:闻所未闻, count:闻所未闻, 1, 1",
        "count, count, 1, 1",
        "万, count, 10000, 1",
    })
    void parsesSymbolsScalesAndCodes(String text, String code, BigInteger numerator, BigInteger denominator) {
        Unit unit = Unit.parse(text);

        assertThat(unit.code()).isEqualTo(code);
        assertThat(unit.numerator()).isEqualTo(numerator);
        assertThat(unit.denominator()).isEqualTo(denominator);
        assertThat(unit).hasToString(text);
        assertThat(Unit.parse(unit.toString())).isEqualTo(unit);
        assertThat(Unit.parse(unit.base().toString())).isEqualTo(unit.base());
        assertThat(unit.base().isBase()).isTrue();
    }

    @Test
    void symbolsAreSpellingOnly() {
        assertThat(Unit.parse("公顷")).isEqualTo(Unit.parse("ha")).hasSameHashCodeAs(Unit.parse("ha"));
        assertThat(Unit.parse("元")).isEqualTo(Unit.parse("CNY"));
        assertThat(Unit.parse("家")).isNotEqualTo(Unit.parse("家次"));
        assertThat(Unit.parse("亿元").hasSameBase(Unit.parse("元"))).isTrue();
        assertThat(Unit.parse("元").hasSameBase(Unit.parse("美元"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "闻", "count:", "count:1", "亿 元元", "5元", "CNYX"})
    void refusesUnknownUnits(String text) {
        assertThatThrownBy(() -> Unit.parse(text))
                .isInstanceOf(QuantityFormatException.class)
                .hasMessageContaining("count:家");
    }

    @Test
    void theLongestSymbolWins() {
        UnitVocabulary units = UnitVocabulary.standard();

        assertThat(units.longestPrefix("换管2.3万家庭", 6)).isEqualTo(Unit.parse("家庭"));
        assertThat(units.longestPrefix("家", 0)).isEqualTo(Unit.parse("家"));
        assertThat(units.longestPrefix("家", 1)).isNull();
        assertThat(units.longestPrefix("龘", 0)).isNull();
    }

    @Test
    void aFileOfOnesOwnExtendsTheStandard() throws IOException {
        UnitVocabulary own =
                UnitVocabulary.read(new StringReader("\uFEFF# own\n标段次\tcount:标段次\t1\n石\tkg\t75\t-\n"), "own.tsv");
        UnitVocabulary all = UnitVocabulary.standard().plus(own).with(Unit.of("打", "count:个", 12, 1));

        assertThat(Quantity.parse("2石", all).value()).isEqualTo("150");
        assertThat(Quantity.parse("3打", all)).isEqualTo(Quantity.parse("3打", all));
        assertThat(Quantity.parse("近3标段次", all).unit().code()).isEqualTo("count:标段次");
        assertThat(Quantity.parse("5亿元", all)).isEqualTo(Quantity.parse("5亿元"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "石 | a code",
                "石\\tkg | a multiplier",
                "石\\tkg\\tx | multiplier like 10000 or 2000/3, found \"x\"",
                "石\\tkg\\t0 | positive multiplier",
                "石\\tkg\\t1/0 | positive multiplier",
                "石\\t#\\t1 | a code like CNY",
                "石\\tkg\\t1\\thalf | halves",
                "5石\\tkg\\t1 | no digit",
                "石\\tkg\\t1\\n石\\tkg\\t2 | defined once",
            })
    void aBadFileIsRefusedWithItsLine(String file, String expected) {
        String content = "# comment\n\n" + file.replace("\\t", "\t").replace("\\n", "\n");
        int line = content.split("\n", -1).length;

        assertThatThrownBy(() -> UnitVocabulary.read(new StringReader(content), "own.tsv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own.tsv, line " + line + ": expected")
                .hasMessageContaining(expected);
    }
}
