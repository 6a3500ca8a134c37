package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberScannerTest {
    /** Returns value, step and what was read of the text; a dash where there is no number. */
    private static String read(String text, boolean whole) {
        NumberScanner scanner = new NumberScanner(text, text.length(), whole);
        return !scanner.scan(0)
                ? "-"
                : scanner.value.toPlainString() + " " + scanner.step.toPlainString() + " "
                        + text.substring(0, scanner.end)
                        + (scanner.loose ? " loose" : "")
                        + (scanner.bareScale ? " scale" : "")
                        + (scanner.continues() ? " continues" : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|7 1 7",
                "1,234.50|1234.50 0.01 1,234.50",
                "1,234,567|1234567 1 1,234,567",
                "123,456|123456 1 123,456",
                "1234,567|1234 1 1234",
                "12,34|12 1 12",
                "1,2345|1 1 1",
                "1，234|1234 1 1，234",
                "1.|1 1 1",
                "1．5|1.5 0.1 1．5",
                "1.2.3|1.2 0.1 1.2 continues",
                "1.2.|1.2 0.1 1.2",
                "1.2三|1.2 0.1 1.2",
                "007|7 1 007",
                "0.050|0.050 0.001 0.050",
                "１２|12 1 １２",
            })
    void readsDigits(String text, String read) {
        assertThat(read(text, true)).isEqualTo(read);
    }

    @Test
    void aFullWidthCommaSeparatesOnlyFullWidthDigitsInRunningText() {
        assertThat(read("1，234", false)).isEqualTo("1 1 1");
        assertThat(read("１，２３４", false)).isEqualTo("1234 1 １，２３４");
        assertThat(read("０，２３４", false)).isEqualTo("234 1 ０，２３４");
        assertThat(read("1,234", false)).isEqualTo("1234 1 1,234");
        assertThat(read("1;234", true)).isEqualTo("1 1 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1亿2000万|120000000 10000 1亿2000万",
                "3万5千|35000 1000 3万5千",
                "3万两千|32000 1000 3万两千",
                "3万零5百|30500 100 3万零5百",
                "1千零5|1005 1 1千零5",
                "1亿零5|100000005 1 1亿零5",
                "1亿零5万|100050000 10000 1亿零5万",
                "13万2|132000 1000 13万2",
                "3千2|3200 100 3千2",
                "3百5|350 10 3百5",
                "3十5|35 1 3十5",
                "3万5000|35000 1 3万5000",
                "3万500|30500 1 3万500",
                "5百20|520 1 5百20",
                "3千9百|3900 100 3千9百",
                "99999999亿1万|9999999900010000 10000 99999999亿1万",
                "1亿2千|100002000 1000 1亿2千 loose",
                "1亿2百|100000200 100 1亿2百 loose",
                "1千2百3十4|1234 1 1千2百3十4",
            })
    void readsDigitsWithSeveralScales(String text, String read) {
        assertThat(read(text, true)).isEqualTo(read);
    }

    /** The scale is not read with the number, but behind it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13万25", "3万0", "3万5万", "3千12百", "3千10百", "3亿", "3万", "3千5亿", "5百2十0百", "1万3亿", "3万零", "3万五", "3万二五"
            })
    void digitsThatCanBeMeantInTwoWaysAreReadUpToTheScale(String text) {
        String digits = text.replaceAll("[^0-9].*", "");

        assertThat(read(text, true)).isEqualTo(digits + " 1 " + digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000亿5万", "999999999999亿5万", "99999999亿亿", "100000000亿5万"})
    void numbersBeyondALongAreReadUpToTheScale(String text) {
        String digits = text.replaceAll("[^0-9].*", "");

        assertThat(read(text, true)).isEqualTo(digits + " 1 " + digits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "五|5 1 五",
                "零|0 1 零",
                "〇|0 1 〇",
                "十|10 1 十",
                "十五|15 1 十五",
                "二十|20 1 二十",
                "二十五|25 1 二十五",
                "六百|600 100 六百",
                "三百五|350 10 三百五",
                "三百零五|305 1 三百零五",
                "三百五十|350 1 三百五十",
                "三百一十五|315 1 三百一十五",
                "一百零五|105 1 一百零五",
                "三千五|3500 100 三千五",
                "三千零五十|3050 1 三千零五十",
                "三千零十|3010 1 三千零十",
                "三千五百|3500 100 三千五百",
                "一万五|15000 1000 一万五",
                "一万零五|10005 1 一万零五",
                "一万零五百|10500 100 一万零五百",
                "十万|100000 10000 十万",
                "三十万|300000 10000 三十万",
                "五百万|5000000 1000000 五百万",
                "三万五千|35000 1000 三万五千",
                "一亿五|150000000 10000000 一亿五",
                "一亿五千万|150000000 10000000 一亿五千万",
                "一亿零五万|100050000 10000 一亿零五万",
                "一亿二千三百四十五万六千七百八十九|123456789 1 一亿二千三百四十五万六千七百八十九",
                "三亿|300000000 100000000 三亿",
                "一万亿|1000000000000 1000000000000 一万亿",
                "两万二|22000 1000 两万二",
                "二十万五|205000 1000 二十万五",
                "五五|5 1 五 continues",
                "三4|3 1 三 continues",
                "三点五|3.5 0.1 三点五",
                "三点|3 1 三",
                "三点零五|3.05 0.01 三点零五",
                "十二点五|12.5 0.1 十二点五",
                "三点一四一五九二六五三五八九七九三|3.141592653589793 0.000000000000001 三点一四一五九二六五三五八九七九三",
                "三点一四一五九二六五三五八九七九三二|3.141592653589793 0.000000000000001 三点一四一五九二六五三五八九七九三 continues",
                "一百点五|100.5 0.1 一百点五",
            })
    void readsChineseNumerals(String text, String read) {
        assertThat(read(text, true)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "万|10000 10000 万 scale",
                "千万|10000000 10000000 千万 scale",
                "百万|1000000 1000000 百万 scale",
                "亿|100000000 100000000 亿 scale",
                "万亿|1000000000000 1000000000000 万亿 scale",
                "千万亿|1000000000000000 1000000000000000 千万亿 scale",
                "百亿|10000000000 10000000000 百亿 scale",
            })
    void readsScalesAlone(String text, String read) {
        assertThat(read(text, true)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "元", ",5", ".5", "点五"})
    void readsNothingElse(String text) {
        assertThat(read(text, true)).isEqualTo("-");
    }

    @Test
    void aNumberHasAtMost160Digits() {
        String most = "7".repeat(160);
        NumberScanner more = new NumberScanner(most + "7", 161, true);

        assertThat(read(most, true)).isEqualTo(most + " 1 " + most);
        assertThat(read(most.substring(1) + ".5", true)).startsWith(most.substring(1) + ".5 0.1 ");
        assertThat(more.scan(0)).isFalse();
        assertThat(more.problem).isEqualTo("a number of at most 160 digits");
        assertThat(read(most + ".5", true)).isEqualTo("-");
    }

    @Test
    void aScannerForgetsWhatItReadBefore() {
        NumberScanner scanner = new NumberScanner("万1亿2千三5元", 8, true);

        assertThat(scanner.scan(0)).isTrue();
        assertThat(scanner.bareScale).isTrue();
        assertThat(scanner.complete).isTrue();
        assertThat(scanner.scan(1)).isTrue();
        assertThat(scanner.bareScale).isFalse();
        assertThat(scanner.chinese).isFalse();
        assertThat(scanner.loose).isTrue();
        assertThat(scanner.last).isEqualByComparingTo("2000");
        assertThat(scanner.scan(5)).isTrue();
        assertThat(scanner.chinese).isTrue();
        assertThat(scanner.complete).isFalse();
        assertThat(scanner.scan(6)).isTrue();
        assertThat(scanner.chinese).isFalse();
        assertThat(scanner.loose).isFalse();
        assertThat(scanner.scan(7)).isFalse();
        assertThat(scanner.scan(8)).isFalse();
    }

    @Test
    void nothingBehindTheLimitIsRead() {
        NumberScanner scanner = new NumberScanner("12三万.5", 2, true);

        assertThat(scanner.scan(0)).isTrue();
        assertThat(scanner.end).isEqualTo(2);
        assertThat(scanner.continues()).isFalse();
        assertThat(new NumberScanner("三万", 1, true).scan(0)).isTrue();
        assertThat(new NumberScanner("万", 0, true).scan(0)).isFalse();
    }
}
