package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadablePageTest {
    private static final String LINE = "一年来，全镇上下团结一心，扎实推进各项工作，完成固定资产投资三点二亿元，";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "产值509.45&nbsp;亿元 | 产值509.45\u00A0亿元",
                "增长6.34&#37;，占&#x38;成 | 增长6.34%，占8成",
                "&#12288;&#12288;一、总结 | \u3000\u3000一、总结",
                "A&amp;nbsp;B与C&amp;D | A\u00A0B与C&D",
                "AT&T公司5家，R&D投入3亿元 | AT&T公司5家，R&D投入3亿元",
                "<p>产值<b>5</b>亿元</p><p>税收3亿元</p> | 产值5亿元⏎税收3亿元⏎",
                "完成<br/>一半<BR>其余 | 完成⏎一半⏎其余",
                "面积25m<sup>2</sup>，产值<sup>[1]</sup>5亿元<sup>注1</sup> | 面积25m²，产值5亿元",
                "<!-- 3家 -->企业5家<script>var a = '9家';</script>。 | 企业5家。",
                "<o:p></o:p>产值5亿元<![endif]> | 产值5亿元",
                "合格率<95%，x<y>z家 | 合格率<95%，x<y>z家",
                "<p class=\"a>b\">5家</p> | 5家⏎",
                "产值①5亿元，增长5%[1]，学校〔2〕3所 | 产值5亿元，增长5%，学校3所",
                "①建成学校3所；②建成公园2个 | ①建成学校3所；②建成公园2个",
                "县政〔2023〕5号 | 县政〔2023〕5号",
                "产值509.45①亿元 | 产值509.45①亿元",
            })
    void markupIsReadAsAPageShowsIt(String printed, String read) {
        assertThat(ReadableText.ofLines(printed).text().replace('\n', '⏎')).isEqualTo(read);
    }

    @Test
    void theCellsOfATableAreBetweenTabsWithEmptyOnesWhereOneSpansSeveral() {
        String html = "<table>\n<tr><th rowspan=2>指标</th><th colspan=\"2\">2023年</th></tr>"
                + "<tr><th>数值</th><th>增长</th></tr>\n<tr><td>产\n  值</td><td>5<br>亿元</td><td> 6% </td></tr></table>后文";
        assertThat(ReadableText.ofLines(html).text())
                .isEqualTo("\n指标\t2023年\t\n\t数值\t增长\n产值\t5亿元\t 6% \n\n后文".replace("2023年\t\n", "2023年\n"));
    }

    @Test
    void aTableThatHoldsThePageIsNone() {
        String html = "<table><tr><td><p>产值5亿元。</p><p>税收3亿元。</p></td></tr></table>";
        assertThat(ReadableText.ofLines(html).text().strip()).isEqualTo("产值5亿元。\n税收3亿元。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "— 3 —",
                "- 3 -",
                "－3－",
                "第3页 共10页",
                "第 3 页",
                "第三页",
                "3/10",
                "·3·",
                "Page 3 of 10",
                "共10页，第3页",
                "\f"
            })
    void aSentenceGoesOnBehindAPageNumber(String number) {
        String text = LINE + "\n" + number + "\n增长5%。\n下一段。";
        assertThat(ReadableText.ofLines(text).text()).isEqualTo(LINE + "增长5%。\n下一段。");
        String spaced = LINE + "\n\n  " + number + "  \n\n增长5%。\n下一段。";
        assertThat(ReadableText.ofLines(spaced).text()).isEqualTo(LINE + "增长5%。\n下一段。");
    }

    @Test
    void aParagraphThatEndsAtThePageBreakStaysOne() {
        assertThat(ReadableText.ofLines("一、经济发展\n— 3 —\n产值5亿元。").text()).isEqualTo("一、经济发展\n产值5亿元。");
        assertThat(ReadableText.ofLines(LINE + "增长5%。\n— 3 —\n产值5亿元。").text()).isEqualTo(LINE + "增长5%。\n产值5亿元。");
        assertThat(ReadableText.ofLines(LINE + "\n— 3 —\n二、社会事业").text()).isEqualTo(LINE + "\n二、社会事业");
    }

    @Test
    void headersRepeatedBesidePageNumbersAreLeftOutButNotTheTitle() {
        String page = LINE.repeat(4);
        String text = "湖口区2024年报告\n" + page + "\n— 1 —\n湖口区2024年报告\n" + page + "\n— 2 —\n湖口区2024年报告\n增长5%。";
        assertThat(ReadableText.ofLines(text).text()).isEqualTo("湖口区2024年报告\n" + page + page + "增长5%。");
    }

    @Test
    void bareNumbersArePageNumbersWhereThePagesCountOn() {
        String page = LINE.repeat(4);
        assertThat(ReadableText.ofLines(page + "\n1\n" + page + "\n2\n" + page + "\n3\n完。")
                        .text())
                .isEqualTo(page + page + page + "完。");
        String list = "学校\n3\n公园\n4\n医院\n5\n";
        assertThat(ReadableText.ofLines(list).text()).isEqualTo(list);
    }

    @Test
    void rowsOfATableAreNotJoined() {
        String table = "地区生产总值情况说明一览表指标\t509.4\n规模以上工业增加值增长情况指标\t609.4\n".repeat(5);
        assertThat(ReadableText.ofLines(table).text()).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "产值509.45&nbsp;亿元，增长 | 509.45\u00A0亿元 | 509.45&nbsp;亿元",
                "增长6.34&#37;，占比 | 6.34% | 6.34&#37;",
                "新增<b>5</b>家。 | 5家 | 5</b>家",
                "总额&yen;500万 | ¥500万 | &yen;500万",
            })
    void aStretchHasItsPlaceInTheOriginal(String original, String read, String printed) {
        ReadableText readable = ReadableText.ofLines(original);
        int from = readable.text().indexOf(read);
        assertThat(original.substring(readable.origin(from), readable.originEnd(from + read.length())))
                .isEqualTo(printed);
    }

    @Property
    void everyCharacterComesFromALaterPlaceThanTheOneBefore(
            @ForAll @Size(max = 60) List<@net.jqwik.api.constraints.IntRange(min = 0, max = 25) Integer> choices) {
        List<String> words = List.of(
                "5",
                "亿元",
                "\n",
                "— 3 —",
                "<p>",
                "</p>",
                "<table>",
                "</table>",
                "<tr>",
                "<td colspan=3>",
                "<td rowspan=2>",
                "<th>",
                "<script>",
                "</script>",
                "&nbsp;",
                "&#37;",
                "&amp;",
                "<sup>",
                "2",
                "\t",
                "①",
                "[1]",
                LINE,
                "\f",
                "l",
                "\u200B");
        StringBuilder text = new StringBuilder();
        choices.forEach(choice -> text.append(words.get(choice)));
        ReadableText readable = ReadableText.ofLines(text.toString());
        int last = 0;
        for (int i = 0; i < readable.text().length(); i++) {
            assertThat(readable.origin(i)).isBetween(last, text.length() - 1);
            assertThat(readable.originEnd(i + 1)).isBetween(readable.origin(i) + 1, text.length());
            last = readable.origin(i);
        }
        assertThat(readable.origin(readable.text().length())).isLessThanOrEqualTo(text.length());
    }
}
