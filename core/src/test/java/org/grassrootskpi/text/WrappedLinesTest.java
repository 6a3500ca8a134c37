package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedLinesTest {
    private static final String FULL = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳";

    private static String read(String text) {
        return ReadableText.ofLines(text).text();
    }

    /** Writes lines of given lengths, none of which ends or begins with a mark. */
    private static String lines(String lengths) {
        StringBuilder text = new StringBuilder();
        for (String length : lengths.split(" ", -1)) {
            text.append(text.isEmpty() ? "" : "\n").append("文".repeat(Integer.parseInt(length)));
        }
        return text.toString();
    }

    /** The lengths of the lines of a text, and of those that are read. */
    @ParameterizedTest
    @CsvSource({
        "16 16 5, 37",
        "16 14 5, 35",
        "16 13 5, 16 13 5",
        "15 15 5, 15 15 5",
        "90 90 5, 185",
        "91 91 5, 91 91 5",
        "16 5, 16 5",
        "16 16 9 9, 41 9",
        "16 16 9 9 9, 16 16 9 9 9",
        "16 16 8 8 8, 40 8 8",
        "17 17 8 8 8, 42 8 8",
        "16 16, 32",
        "16 0 16 4, 16 0 20",
        "16 16 0, 32 0"
    })
    void fullLinesGoOnIfManyAreAsLongAsTheLongestAndNoneIsVeryLong(String printed, String read) {
        assertThat(read(lines(printed))).isEqualTo(lines(read));
    }

    @Test
    void theBreakMayBeOfOneOrTwoCharacters() {
        assertThat(read(FULL + "\r\n" + FULL + "\r" + FULL + "\n" + FULL)).isEqualTo(FULL.repeat(4));
        assertThat(read(FULL + "\n\r" + FULL)).isEqualTo(FULL + "\n\r" + FULL);
        assertThat(read("")).isEmpty();
        assertThat(read("\n")).isEqualTo("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"。", "！", "？", "!", "?", "：", ":"})
    void aSentenceEndsWithItsLine(String mark) {
        String line = FULL.substring(1) + mark;

        assertThat(read(line + "\n" + FULL)).isEqualTo(line + "\n" + FULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"；", ";"})
    void aPauseEndsAnItemUnlessItsLineIsTheLongest(String mark) {
        String longest = FULL.substring(1) + mark;
        String shorter = FULL.substring(2) + mark;

        assertThat(read(longest + "\n" + FULL)).isEqualTo(longest + FULL);
        assertThat(read(shorter + "\n" + FULL)).isEqualTo(shorter + "\n" + FULL);
        assertThat(read(FULL + "\n" + longest + "\n" + FULL)).isEqualTo(FULL + longest + FULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.总量",
                "12.总量",
                "123.总量",
                "1．总量",
                "1、总量",
                "一、总量",
                "十二、总量",
                "二十一、总量",
                "一是总量",
                "（一）总量",
                "（十二）总量",
                "（二十一）总量",
                "(3)总量",
                "(3）总量",
                "第一章总则",
                "第十二节其他",
                "第1章总则",
                "第二篇结果",
                "第三部分措施",
                "第二十一章",
                "—总量",
                "·总量",
                "•总量",
                "●总量",
                "■总量",
                "◆总量",
                "○总量",
                "*总量",
                "#总量",
                "|总量",
                " 总量",
                "\u3000总量",
                "\t总量"
            })
    void aHeadingAnItemOrAParagraphBeginsALine(String next) {
        assertThat(read(FULL + "\n" + FULL + "\n" + next)).isEqualTo(FULL + FULL + "\n" + next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234.总量", "1.5亿元", "1月", "1", "12", "一些地方", "一", "一二三四五、", "（甲）", "（）", "（一季度）", "（一二三四）", "（", "（一",
                "第一产业", "第一", "第", "第章", "第部分", "第一部门", "-3%", "总量"
            })
    void wordsThatOnlyResembleAHeadingGoOn(String next) {
        assertThat(read(FULL + "\n" + FULL + "\n" + next)).isEqualTo(FULL + FULL + next);
    }

    /** Between {@code /}, which is a line break. */
    @ParameterizedTest
    @CsvSource({
        "收入5/09.45亿元, 收入509.45亿元",
        "收入5/09亿元, 收入509亿元",
        "收入5/0元, 收入50元",
        "收入5/01.亿, 收入5/01.亿",
        "收入5/01.总体, 收入5/01.总体",
        "收入5/0123.总体, 收入50123.总体",
        "收入5/9.45亿元, 收入5/9.45亿元",
        "收入5/9亿元, 收入5/9亿元",
        "收入5/09, 收入5/09",
        "收入5/0，, 收入5/0，",
        "增长6.3/4%, 增长6.34%",
        "增长6.3/45亿, 增长6.345亿",
        "增长6.3/4.5%, 增长6.3/4.5%",
        "增长6.3/4, 增长6.3/4",
        "增长6.3/4人, 增长6.34人",
        "增长6.3/4只, 增长6.3/4只",
        "收入48/.35亿元, 收入48.35亿元",
        "收入48/.a, 收入48/.a",
        "收入48/., 收入48/.",
        "收入4.8/.35亿元, 收入4.8/.35亿元",
        "收入48/亿元, 收入48亿元",
        "收入4.8/亿元, 收入4.8亿元",
        "比重48/%, 比重48%",
        "全年总收入共48/元, 全年总收入共48元",
        "全年总收入48/元, 全年总收入48/元",
        "前文/全年总收入48/元, 前文/全年总收入48/元",
        "全年总收入共48/只, 全年总收入共48/只",
        "收入共计48./35亿元, 收入共计48.35亿元",
        "收入共48./35亿元, 收入共48./35亿元",
        "前文/收入共48./35亿元, 前文/收入共48./35亿元",
        "收入共计48./亿元, 收入共计48./亿元",
        "1234567./8, 1234567.8",
        "收入共计如此./35, 收入共计如此./35",
        "收入共计48。/35, 收入共计48。/35",
        "（48/亿元, （48/亿元",
        "48/亿元, 48/亿元",
        "/48/亿元, /48/亿元",
        "收入/亿元, 收入/亿元",
        "收入/09亿元, 收入/09亿元",
        "收入.5/09亿元, 收入.509亿元",
        "收入48/, 收入48/",
        "收入48//亿元, 收入48//亿元",
        "甲8/亿元/乙9/亿元, 甲8亿元/乙9亿元"
    })
    void aNumberIsTornOnlyWhereBothPartsCanBeNothingElse(String printed, String read) {
        assertThat(read(printed.replace('/', '\n'))).isEqualTo(read.replace('/', '\n'));
    }
}
