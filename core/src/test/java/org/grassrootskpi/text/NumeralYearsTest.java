package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralYearsTest {
    @ParameterizedTest
    @CsvSource({
        "二〇二三年, 2023年",
        "二○二三年收入, 2023年收入",
        "二零二三年, 2023年",
        "二OO六年, 2006年",
        "二００六年, 2006年",
        "一九九八年至二〇〇〇年, 1998年至2000年",
        "二〇二一至二〇二五年, 2021至2025年",
        "二〇二一、二〇二二和二〇二三年, 2021、2022和2023年",
        "自二〇二三年起, 自2023年起",
        "１９９八年, 1998年",
        "2〇2三年, 2023年",
        "９９九９年, ９９九９年",
        "一九〇〇年至二〇九九年, 1900年至2099年",
        "一八九九年, 一八九九年",
        "二一〇〇年, 二一〇〇年",
        "0二〇二三年, 0二〇二三年",
        "9二〇二三年, 9二〇二三年",
        "／九九八年, ／九九八年",
        ":九九八年, :九九八年",
        "至二〇二三年, 至2023年",
        "九至二〇二三年, 九至2023年",
        "二〇二一又二〇二三年, 二〇二一又2023年",
        // No years, or not of four numerals.
        "二〇二三个, 二〇二三个",
        "九年义务教育, 九年义务教育",
        "二年级, 二年级",
        "一千九百九十八年, 一千九百九十八年",
        "第二〇二三年, 第二〇二三年",
        "三二〇二三年, 三二〇二三年",
        "二二三四年, 二二三四年",
        "OOOO年, OOOO年",
        "2023年, 2023年",
        "年, 年",
    })
    void writesYearsInDigits(String printed, String read) {
        ReadableText text = ReadableText.ofLines(printed);
        assertThat(text.text()).isEqualTo(read);
        assertThat(text.origin(printed.length())).isEqualTo(printed.length());
    }
}
