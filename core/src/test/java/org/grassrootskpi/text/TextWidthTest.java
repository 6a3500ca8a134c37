package org.grassrootskpi.text;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
    private static final Map<Integer, String> NAMES = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(codePoint ->
                    Character.isDefined(codePoint) && Character.getType(codePoint) != Character.PRIVATE_USE)
            .boxed()
            .collect(toImmutableMap(codePoint -> codePoint, codePoint -> String.valueOf(Character.getName(codePoint))));

    @ParameterizedTest
    @CsvSource({
        "㎡, 2",
        "㎞, 2",
        "㎢, 2",
        "㏑, 2",
        "元, 2",
        "〇, 2",
        "ａ, 2",
        "，, 2",
        "（, 2",
        "ｱ, 1",
        "a, 1",
        "±, 1",
        "①, 1",
        "≥, 1",
        "℃, 1",
        "…, 1",
        "한, 2",
        "\u1100, 2",
        "\u10FF, 1",
        "𠮷, 2",
        "🏭, 2",
        "é, 1",
        "e\u0301, 1",
        "a\u200bb, 2",
        "7.42㎡, 6",
        "平湖街道, 8"
    })
    void countsTheColumnsOfAMonospacedFont(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }

    /** Unicode names say which characters are wide by their nature, whatever the table of this library says. */
    @ParameterizedTest
    @CsvSource({
        "CJK UNIFIED IDEOGRAPH, 2",
        "CJK COMPATIBILITY IDEOGRAPH, 2",
        "HANGUL SYLLABLES, 2",
        "FULLWIDTH, 2",
        "HALFWIDTH, 1",
        "IDEOGRAPHIC DESCRIPTION CHARACTER, 2",
        "HIRAGANA LETTER, 2",
        "KATAKANA LETTER, 2",
        "BOPOMOFO LETTER, 2",
        "CJK RADICAL, 2",
        "YI SYLLABLE, 2",
        "COMBINING, 0",
        "LATIN SMALL LETTER, 1",
        "LATIN CAPITAL LETTER, 1",
        "GREEK SMALL LETTER, 1",
        "CYRILLIC SMALL LETTER, 1",
        "ROMAN NUMERAL, 1",
        "SUPERSCRIPT, 1",
        "SUBSCRIPT, 1",
        "BOX DRAWINGS, 1"
    })
    void isAsWideAsItsNameSays(String name, int columns) {
        int[] named = NAMES.entrySet().stream()
                .filter(character -> character.getValue().startsWith(name))
                .mapToInt(Map.Entry::getKey)
                .filter(codePoint -> columns != 2 || Character.getType(codePoint) != Character.NON_SPACING_MARK)
                .filter(codePoint -> columns != 0 || Character.getType(codePoint) == Character.NON_SPACING_MARK)
                .toArray();

        assertThat(named).isNotEmpty();
        assertThat(IntStream.of(named).filter(codePoint -> TextWidth.of(Character.toString(codePoint)) != columns))
                .isEmpty();
    }

    @Test
    void givesTwoColumnsToEveryUnitInOneCharacter() {
        assertThat(IntStream.rangeClosed(0x3380, 0x33DF)
                        .mapToObj(Character::toString)
                        .mapToInt(TextWidth::of))
                .as("from ㎀ by way of ㎡, ㎞ and ㏑ to ㏟")
                .containsOnly(2);
    }

    @Test
    void takesNoColumnForNothing() {
        assertThat(TextWidth.of("")).isZero();
    }

    @Test
    void padsByColumns() {
        assertThat(TextWidth.padLeft("3㎡", 5)).isEqualTo("  3㎡");
        assertThat(TextWidth.padRight("平湖", 5)).isEqualTo("平湖 ");
        assertThat(TextWidth.padRight("平湖", 3)).isEqualTo("平湖");
    }

    @ParameterizedTest
    @CsvSource({"平湖街道, 8, 平湖街道", "平湖街道, 7, 平湖街…", "平湖街道, 6, 平湖…", "petitions, 4, pet…", "平, 1, …"})
    void shortensWithAnEllipsis(String text, int width, String expected) {
        assertThat(TextWidth.shorten(text, width)).isEqualTo(expected);
    }

    @Test
    void wrapsAtBlanksAndWithinWordsThatAreTooLong() {
        assertThat(TextWidth.wrap("the sum of shares", 8)).containsExactly("the sum", "of", "shares");
        assertThat(TextWidth.wrap("街道办事处 abc", 6)).containsExactly("街道办", "事处", "abc");
        assertThat(TextWidth.wrap("", 6)).isEmpty();
        assertThat(TextWidth.wrap("the sum", 7)).containsExactly("the sum");
        assertThat(TextWidth.wrap(" abcdef", 3)).containsExactly("ab", "cde", "f");
    }
}
