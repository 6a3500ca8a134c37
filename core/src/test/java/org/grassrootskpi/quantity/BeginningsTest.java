package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a figure may begin with, so that the text between figures is passed over, and which units are known by what. */
class BeginningsTest {
    @ParameterizedTest
    @ValueSource(
            chars = {'0', '9', '０', '９', '一', '两', '零', '十', '百', '千', '万', '亿', '億', '半', '第', '负', '-', '+', '—'})
    void aNumberMayBeginWithADigitAScaleOrASign(char c) {
        assertThat(Numerals.STANDARD.mayStart(c)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(chars = {'元', '家', '过', '近', '年', 'a', '/', ':', '.', ' ', '，', '分', '之'})
    void noNumberBeginsWithAnythingElse(char c) {
        assertThat(Numerals.STANDARD.mayStart(c)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5元", "０", "三成", "億", "第九", "负三", "-3", "百分之五", "半年", "过半", "大半", "近300", "人民币5元"})
    void aFigureMayBeginWithANumeralOrAWordInFrontOfOne(String text) {
        assertThat(UnitVocabulary.standard().mayStartFigure(text, 0, text.length()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"元", "大力", "新增5", "坚持", "人口3万", "a1", ".5"})
    void noFigureBeginsWithTheFirstCharacterOfSuchAWordAlone(String text) {
        assertThat(UnitVocabulary.standard().mayStartFigure(text, 0, text.length()))
                .isFalse();
        assertThat(Quantity.parsePrefix(text, 0, UnitVocabulary.standard())).isEmpty();
    }

    @Test
    void aQualifierMayStandInFront() {
        assertThat("近约超逾上不".chars().mapToObj(c -> QualifierWords.STANDARD.mayStartBefore((char) c)))
                .containsOnly(true);
        assertThat("5元余左年a".chars().mapToObj(c -> QualifierWords.STANDARD.mayStartBefore((char) c)))
                .containsOnly(false);
    }

    @Test
    void latinIsWhatMayBeAPartOfACode() {
        assertThat("azAZ09mK5".chars().mapToObj(c -> UnitScanner.isLatin((char) c)))
                .containsOnly(true);
        assertThat("`{@[/:元ａ０é".chars().mapToObj(c -> UnitScanner.isLatin((char) c)))
                .containsOnly(false);
    }

    @Test
    void aVocabularyKnowsCodesAndSymbolsBehindAndInFront() {
        UnitVocabulary standard = UnitVocabulary.standard();
        Unit ell = Unit.of("ell", "raw:ell", 1, 1);
        Unit rod = Unit.of("rod", "raw:rod", 1, 1);
        Unit thaler = Unit.of("Tlr", "raw:Tlr", 1, 1);
        UnitVocabulary more = standard.withAll(List.of(ell, rod), List.of(thaler));

        assertThat(List.of("CNY", "m2", "ratio", "raw:ell"))
                .extracting(standard::knowsCode)
                .containsExactly(true, true, true, false);
        assertThat(List.of("CNY", "raw:ell", "raw:rod", "raw:Tlr", "raw:foot"))
                .extracting(more::knowsCode)
                .containsExactly(true, true, true, true, false);
        assertThat(Quantity.parse("5 ell", more).unit()).isEqualTo(ell);
        assertThat(Quantity.parse("5 rod", more).unit()).isEqualTo(rod);
        assertThat(Quantity.parse("Tlr 5", more).unit()).isEqualTo(thaler);
        assertThat(Quantity.parse("5 Tlr", more).unit()).isEqualTo(thaler);
        assertThatThrownBy(() -> Quantity.parse("ell 5", more)).isInstanceOf(QuantityFormatException.class);
        assertThat(standard.withAll(List.of(), List.of())).isSameAs(standard);
        assertThat(Quantity.parse("Tlr 5", standard.withAll(List.of(), List.of(thaler)))
                        .unit())
                .isEqualTo(thaler);
        assertThat(Quantity.parse("5 ell", standard.withAll(List.of(ell), List.of()))
                        .unit())
                .isEqualTo(ell);
        assertThatThrownBy(() -> standard.with(Unit.COUNT))
                .hasMessageStartingWith("Expected a unit with a symbol, found ");
    }

    @Test
    void factorsAreSpreadByTheirHash() {
        assertThat(List.of("1/2", "2", "3", "1/3", "2/3", "3/2").stream()
                        .map(text -> UnitFactor.parse(text).hashCode())
                        .distinct())
                .hasSize(6);
    }
}
