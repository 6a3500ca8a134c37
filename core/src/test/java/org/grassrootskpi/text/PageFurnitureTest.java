package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages have beside the text: numbers, headers, marks of notes. L is a long line that ends in a comma, P a page of four. */
class PageFurnitureTest {
    private static final String LINE = "一年来，全镇上下团结一心，扎实推进各项工作，完成固定资产投资三点二亿元，";

    private static String body(String pages) {
        return PageFurniture.without(ReadableText.unchanged(written(pages))).text();
    }

    private static String written(String pages) {
        return pages.replace("P", LINE.repeat(4))
                .replace("L", LINE)
                .replace('⏎', '\n')
                .replace('⇥', '\t')
                .replace('␍', '\r')
                .replace('␌', '\f');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "甲[1]乙|甲乙",
                "甲[12]乙|甲乙",
                "甲[0]乙|甲乙",
                "甲[99]乙|甲乙",
                "甲[注1]乙|甲乙",
                "甲[注]乙|甲乙",
                "甲［1］乙|甲乙",
                "甲〔1〕乙|甲乙",
                "甲①乙|甲乙",
                "甲⑳乙[2]丙|甲乙丙",
                "（5家）[1]。|（5家）。",
                "增长5%[1]|增长5%",
            })
    void marksOfNotesBehindWordsAreLeftOut(String printed, String read) {
        assertThat(body(printed)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "甲[123]乙", "甲[]乙", "甲[1", "甲[1乙", "甲[", "甲[a]乙", "甲[/]乙", "甲[:]乙", "5[1]乙", "5①家", "[1]甲", "①甲", "甲㉑乙",
                "甲(1)乙"
            })
    void otherBracketsStay(String printed) {
        ReadableText source = ReadableText.unchanged(printed);

        assertThat(PageFurniture.without(source)).isSameAs(source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L⏎— 3 —⏎增长5%。|L增长5%。",
                "短，⏎— 3 —⏎增长5%。|短，增长5%。",
                "短、⏎— 3 —⏎增长5%。|短、增长5%。",
                "L增长⏎— 3 —⏎5%。|L增长5%。",
                "L增长  ⏎— 3 —⏎5%。|L增长  5%。",
                "L␌增长|L增长",
                "甲⏎⏎— 3 —⏎⏎⏎乙|甲⏎乙",
                "甲␌乙|甲⏎乙",
                "甲␍⏎— 3 —␍⏎乙|甲⏎乙",
                "甲␍— 3 —␍乙|甲⏎乙",
                "短⏎— 3 —⏎增长5%。|短⏎增长5%。",
                "L增长。⏎— 3 —⏎全镇|L增长。⏎全镇",
                "L增长：⏎— 3 —⏎全镇|L增长：⏎全镇",
                "L⏎— 3 —⏎　　增长5%。|L⏎　　增长5%。",
                "L⏎— 3 —⏎（一）增长5%。|L⏎（一）增长5%。",
                "L⏎— 3 —⏎2.增长5%。|L⏎2.增长5%。",
                "L⇥5⏎— 3 —⏎增长5%。|L⇥5⏎增长5%。",
                "L⏎— 3 —⏎ǀ增长5%。|L⏎ǀ增长5%。",
                "L⏎— 3 —|L",
                "— 3 —⏎甲|甲",
                "甲⏎— 3 —⏎— 4 —⏎乙|甲⏎乙",
            })
    void aSentenceThatIsOpenGoesOnBehindAPageNumber(String pages, String read) {
        assertThat(body(pages.replace('ǀ', '|'))).isEqualTo(written(read.replace('ǀ', '|')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P⏎7⏎P⏎8⏎P⏎9⏎完|PPP完",
                "P⏎ 7 ⏎P⏎8⏎完|PP完",
                "P⏎5⏎P⏎6⏎P⏎9⏎P|PPP⏎9⏎P",
                "P⏎1⏎P⏎3⏎P|P⏎1⏎P⏎3⏎P",
                "P⏎2⏎P⏎1⏎P|P⏎2⏎P⏎1⏎P",
                "P⏎1⏎短⏎2⏎P|P⏎1⏎短⏎2⏎P",
                "P⏎998⏎P⏎999⏎P⏎1000⏎P|PPP⏎1000⏎P",
                "P⏎0⏎P⏎1⏎P|PPP",
                "P⏎3⏎P⏎4⏎P⏎— 5 —⏎完|PPP完",
            })
    void bareNumbersArePageNumbersWhereThePagesCountOn(String pages, String read) {
        assertThat(body(pages)).isEqualTo(written(read));
    }

    /** Two numbers are a page apart where 120 characters are between them. */
    @ParameterizedTest
    @CsvSource({"118, true", "117, false"})
    void pagesAreNotTooShort(int characters, boolean arePages) {
        String text = "甲，\n1\n" + "乙".repeat(characters) + "\n2\n丙";

        assertThat(body(text).contains("1")).isNotEqualTo(arePages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "报告⏎P。⏎— 1 —⏎页眉⏎P。⏎— 2 —⏎页眉⏎完。|报告⏎P。⏎P。⏎完。",
                "报告⏎P⏎页脚⏎— 1 —⏎P⏎页脚⏎— 2 —⏎完。|报告⏎PP完。",
                "报告⏎P。⏎— 1 —⏎⏎报告⏎P。⏎— 2 —⏎报告⏎完。|报告⏎P。⏎P。⏎完。",
                "甲⏎— 1 —⏎页眉⏎乙⏎— 2 —⏎页脚⏎丙|甲⏎页眉⏎乙⏎页脚⏎丙",
                "页眉。⏎— 1 —⏎页眉。⏎甲⏎— 2 —⏎页眉。|页眉。⏎页眉。⏎甲⏎页眉。",
            })
    void headersRepeatedBesidePageNumbersAreLeftOut(String pages, String read) {
        assertThat(body(pages)).isEqualTo(written(read));
    }

    @ParameterizedTest
    @CsvSource({"40, true", "41, false"})
    void headersAreShort(int characters, boolean isHeader) {
        String header = "页".repeat(characters);
        String text = "甲\n— 1 —\n" + header + "\n乙\n— 2 —\n" + header + "\n丙";

        assertThat(body(text).contains(header)).isNotEqualTo(isHeader);
    }

    /** More lines than there is room for at first. */
    @Test
    void manyLinesAreRead() {
        StringBuilder pages = new StringBuilder();
        StringBuilder read = new StringBuilder();
        for (int page = 1; page <= 100; page++) {
            pages.append("第").append(page).append("段。\n— ").append(page).append(" —\n");
            read.append("第").append(page).append("段。\n");
        }

        assertThat(body(pages + "完。")).isEqualTo(read + "完。");
    }
}
