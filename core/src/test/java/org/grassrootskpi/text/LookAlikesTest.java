package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {
    // public bug report
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "A, \uFF21",
                "2024, \uFF12\uFF10\uFF12\uFF14",
                "a, \u0430",
                "office, o\uFB03ce",
                "fin, \uFB01n",
                "\u00E9, e\u0301",
                "\u00EB, \u0451",
                "f, `f `",
                "f, `  f`",
                "`a b`, `a  b`",
                "`a b`, a\u00A0b",
                "`a b`, a\u3000b",
                "`a b`, `a\tb`",
                "男, 男\uFE00",
                "男, 男\uDB40\uDD00",
                "ab, a\u00ADb",
                "ab, a\u200Db",
                "ab, a\u200Bb",
                "女, \u2F25",
                "长者, \u2ED3者",
                "更, \uF901",
                "0-14, 0\u201314",
                "0-14, 0\u221214",
                "0-14, 0\uFF0D14",
                "it's, it\u2019s",
                "A\u00B7B, A\u2022B",
                "a/b, a\uFF0Fb",
                "m2, m\u00B2",
                "㎡, m2",
                "IV, \u2163",
                "OPEC, \u041E\u0420\u0415\u0421",
                "`(1)`, \u2474",
                "\u30A2, \uFF71",
                "``, ` `",
            })
    void lookAlike(String one, String other) {
        assertThat(one).isNotEqualTo(other);
        assertThat(LookAlikes.areAlike(one, other)).isTrue();
        assertThat(LookAlikes.areAlike(other, one)).isTrue();
        assertThat(new DistinctNames().add(one)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"A, a", "l1, 11", "O, 0", "é, e", "万, 萬", "日, 曰", "0-14, 0–15", "男, 女", "a b, ab", "60, 60+"})
    void differForTheEye(String one, String other) {
        assertThat(LookAlikes.areAlike(one, other)).isFalse();
    }

    @Test
    void saysByWhichCharacterTheyDiffer() {
        assertThat(LookAlikes.difference("x\u0430", "xa"))
                .isEqualTo("it has U+0430 CYRILLIC SMALL LETTER A at position 1, where the other has U+0061 LATIN SMALL"
                        + " LETTER A");
        assertThat(LookAlikes.difference("f ", "f"))
                .isEqualTo("it has U+0020 SPACE at position 1, where the other ends");
        assertThat(LookAlikes.difference("f", "f "))
                .isEqualTo("it ends at position 1, where the other has U+0020 SPACE");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0xAD, 0x034F, 0x115F, 0x1160, 0x180B, 0x180F, 0x200B, 0x200D, 0xFE00, 0xFE0F, 0xE0100, 0xE01EF})
    void charactersWithoutWidthMakeNoDifference(int codePoint) {
        assertThat(LookAlikes.areAlike("a" + Character.toString(codePoint) + "b", "ab"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x034E, 0x0350, 0x115E, 0x1161, 0x180A, 0x1810, 0xFDFC, 0xFE10, 0xE00FF, 0xE01F0, ' ', '.'})
    void theirNeighboursDo(int codePoint) {
        assertThat(LookAlikes.areAlike("a" + Character.toString(codePoint) + "b", "ab"))
                .isFalse();
    }

    @Test
    void namesAreDistinctUntilOneLooksLikeAnother() {
        DistinctNames names = new DistinctNames();

        assertThat(names.add("f")).isEmpty();
        assertThat(names.add("m")).isEmpty();
        assertThat(names.add("f")).isEmpty();
        assertThat(names.add("\uFF46")).contains("f");
        assertThat(names.add("\uFF46")).contains("f");
    }

    @ParameterizedTest
    @CsvSource({
        "\u0430b, ' (it looks like ''ab'', but it has U+0430 CYRILLIC SMALL LETTER A at position 0, where the other has"
                + " U+0061 LATIN SMALL LETTER A)'",
        "abb, ' (did you mean ''ab''?)'",
        "xyz, ''"
    })
    void anUnknownNameThatLooksLikeAKnownOneIsNotAnsweredWithItself(String wrong, String hint) {
        assertThat(Spelling.hint(wrong, Spelling.nearest(wrong, java.util.List.of("ab", "cdef"))))
                .isEqualTo(hint);
    }
}
