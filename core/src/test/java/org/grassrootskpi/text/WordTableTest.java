package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTableTest {
    private static final WordTable<String> UNITS =
            new WordTable<>(List.of("平方公里", "平方米", "亿", "亿元", "萬元", "元", "平方千米", "百万吨公里"), word -> word);

    @ParameterizedTest
    @CsvSource({
        "3平方公里, 1, 5, 平方公里",
        "3平方公里, 1, 4, ",
        "3平方米, 1, 4, 平方米",
        "3平方, 1, 3, ",
        "3亿元, 1, 3, 亿元",
        "3亿元, 1, 2, 亿",
        "3亿元, 2, 3, 元",
        "3亿户, 1, 3, 亿",
        "3亿元, 0, 3, ",
        "3亿元, 1, 1, ",
        "3亿元, 3, 3, ",
        "3億元, 1, 3, 亿元",
        "3萬元, 1, 3, 萬元",
        "3万元, 1, 3, 萬元",
        "3万户, 1, 3, ",
        "3百萬噸公里, 1, 6, 百万吨公里",
        "3百萬噸公厘, 1, 6, ",
        "元, 0, 1, 元"
    })
    void findsTheLongestWordThatBeginsThereAndEndsBeforeTheLimit(String text, int offset, int limit, String found) {
        assertThat(UNITS.longest(text, offset, limit)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(chars = {'平', '亿', '億', '万', '萬', '元', '百'})
    void knowsTheCharactersThatBeginAWord(char first) {
        assertThat(UNITS.mayStartWith(first)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(chars = {'方', '米', '3', '\u0000', '\uFFFF'})
    void knowsTheOthersToo(char first) {
        assertThat(UNITS.mayStartWith(first)).isFalse();
    }

    @Test
    void ofTwoMeaningsOfOneWordTheFirstIsFound() {
        WordTable<Map.Entry<String, Integer>> table =
                new WordTable<>(List.of(Map.entry("户", 1), Map.entry("戶", 2), Map.entry("户次", 3)), Map.Entry::getKey);

        assertThat(table.longest("户", 0, 1)).isEqualTo(Map.entry("户", 1));
        assertThat(table.longest("戶", 0, 1)).isEqualTo(Map.entry("户", 1));
        assertThat(table.longest("戶次", 0, 2)).isEqualTo(Map.entry("户次", 3));
    }

    @Test
    void findsTheLongestWordOfAKind() {
        assertThat(UNITS.longest("平方公里", 0, 4, unit -> unit.length() < 4)).isNull();
        assertThat(UNITS.longest("亿元", 0, 2, unit -> unit.length() < 2)).isEqualTo("亿");
        assertThat(UNITS.longest("亿元", 0, 2, unit -> unit.length() > 1)).isEqualTo("亿元");
        assertThat(UNITS.longest("亿元", 0, 1, unit -> unit.length() > 1)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "工业总产值, 0, 5, 总产值",
        "工业总产值, 3, 5, 产值",
        "工业总产值, 4, 5, ",
        "工业总产值, 0, 4, ",
        "工业總產值, 0, 5, 总产值",
        "产值, 0, 2, 产值",
        "值, 0, 1, ",
        "额, 0, 1, 额",
        "额, 0, 0, ",
        "额, 1, 1, ",
        "产额, 0, 2, 额"
    })
    void findsTheLongestWordThatEndsThere(String text, int from, int end, String found) {
        WordTable<String> nouns = WordTable.ofEnds(List.of("产值", "总产值", "额"), word -> word);

        assertThat(nouns.longestBefore(text, from, end)).isEqualTo(found);
    }

    @Test
    void findsNothingInATableWithoutWords() {
        WordTable<String> none = new WordTable<>(List.of(), word -> word);

        assertThat(none.mayStartWith('元')).isFalse();
        assertThat(none.longest("元", 0, 1)).isNull();
    }

    @Test
    void holdsAsManyFirstCharactersAsThereAre() {
        List<Integer> firsts =
                java.util.stream.IntStream.range(0x3400, 0xD000).boxed().toList();
        WordTable<Integer> table = new WordTable<>(firsts, Character::toString);

        assertThat(table.longest("\u3400", 0, 1)).isEqualTo(0x3400);
        assertThat(table.longest("\uCFFF", 0, 1)).isEqualTo(0xCFFF);
        assertThat(table.mayStartWith('\uCFFE')).isTrue();
    }
}
