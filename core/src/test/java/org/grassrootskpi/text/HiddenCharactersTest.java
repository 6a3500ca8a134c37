package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenCharactersTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, '\b', '\r', 0x1B, 0x7F, 0x85, 0x9B, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A,
                0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0xD800, 0xDFFF, 0xFEFF, 0xFFFE, 0xFFFF, 0xE0000, 0xE0041,
                0xE007F
            })
    void isFoundWhereItStands(int codePoint) {
        String text = "甲" + (codePoint < 0x10000 ? "" + (char) codePoint : Character.toString(codePoint)) + "乙";

        assertThat(HiddenCharacters.first(text)).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a\tb\nc\r\nd", "近300亿元", "\uD83D\uDE00", "\uD842\uDFB7", "नि\u200Dक", "a\u00A0b\u3000c"})
    void textHasNone(String text) {
        assertThat(HiddenCharacters.first(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x20, 0x7E, 0xA0, 0x2027, 0x202F, 0x205F, 0x2065, 0x206A, 0xE000, 0xD7FF, 0xFFFD, 0xDFFFF, 0xE0080})
    void theirNeighboursAreNone(int codePoint) {
        assertThat(HiddenCharacters.first(Character.toString(codePoint))).isEmpty();
        assertThat(HiddenCharacters.isControl(codePoint)).isFalse();
    }

    @Test
    void hasANameAndAnEscape() {
        assertThat(HiddenCharacters.name(0x0430)).isEqualTo("U+0430 CYRILLIC SMALL LETTER A");
        assertThat(HiddenCharacters.escaped(0x1B)).isEqualTo("\\u001B");
        assertThat(HiddenCharacters.escaped(0x1F600)).isEqualTo("\\uD83D\\uDE00");
    }
}
