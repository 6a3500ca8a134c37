package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTextTest {
    @ParameterizedTest
    @CsvSource({
        "5l9.45亿元, 519.45亿元",
        "5I9, 519",
        "1O0, 100",
        "1o0, 100",
        "lO0, lO0",
        "3lO0万, 3100万",
        "5O亿元, 50亿元",
        "5O百户, 50百户",
        "5o%, 50%",
        "5O個, 50個",
        "7O%和8O%, 70%和80%",
        "（1O0）, （100）",
        "@1O0, @100",
        "[1O0], [100]",
        "`1O0`, `100`",
        "{1O0}, {100}",
    })
    void lettersAmongDigitsAreTheDigitsThatTheyLookLike(String printed, String read) {
        assertThat(ReadableText.ofFigure(printed).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5O", "1I", "5l", "5O户", "5O，", "1P0", "A1O0", "Z1O0", "a1O0", "z1O0", "1O0A", "1O0Z", "1O0a", "1O0z",
                "1O0kg", "12", "O", ""
            })
    void lettersThatNothingShowsToBeDigitsStay(String printed) {
        assertThat(ReadableText.ofFigure(printed).text()).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "28 583万元, 28583万元",
                "283 583万元, 283583万元",
                "8 583万元, 8583万元",
                "28\u00A0583万元, 28583万元",
                "28\u2007583万元, 28583万元",
                "28\u2009583万元, 28583万元",
                "28\u202F583万元, 28583万元",
                "28'583万元, 28583万元",
                "28’583万元, 28583万元",
                "28，583万元, 28583万元",
                "1 234 567元, 1234567元",
                "1 000 000 000 000 000元, 1000000000000000元",
                "28 583.5万元, 28583.5万元",
                "28 583%, 28583%",
                "28 583百户, 28583百户",
                "28 583人, 28583人",
            })
    void groupsOfThreeDigitsAreOneNumber(String printed, String read) {
        assertThat(ReadableText.ofFigure(printed).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "28 58万元",
                "28 5833万元",
                "28  583万元",
                "2833 583万元",
                "0 583万元",
                "28 583",
                "28 583，",
                "28 583kg",
                "28 583年",
                "28 583月",
                "28 583日",
                "28 583号",
                "1 234，567元",
                "1 234 567 890 123 456 789元",
                "28 ",
                "28 元",
                "28;583万元",
                "28，583，"
            })
    void groupsThatMayBeSeveralNumbersStay(String printed) {
        assertThat(ReadableText.ofFigure(printed).text()).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "共28 583万元, 共28583万元",
                "（28 583万元, （28583万元",
                "(28 583万元, (28583万元",
                "+28 583万元, +28583万元",
                "-28 583万元, -28583万元",
                "−28 583万元, −28583万元",
                "－28 583万元, －28583万元",
                "￥28 583万元, ￥28583万元",
                "¥28 583万元, ¥28583万元",
                "$28 583万元, $28583万元",
                "€28 583万元, €28583万元",
                "£28 583万元, £28583万元",
                "共28，583万元, 共28583万元",
                "：28 583万元, ：28583万元",
                "，28 583万元, ，28583万元",
            })
    void inALineGroupsAreOneNumberBehindAWordOrASign(String printed, String read) {
        assertThat(ReadableText.ofLines(printed).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "28 583万元",
                "第28 583万元",
                "之28 583万元",
                "、28 583万元",
                "。28 583万元",
                " 28 583万元",
                "A28 583万元",
                "：28，583万元",
                "，28，583万元",
                "1 28 583万元"
            })
    void inALineTheFirstGroupMayBeAnotherNumber(String printed) {
        assertThat(ReadableText.ofLines(printed).text()).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "509。45亿元, 509.45亿元",
        "509·45亿元, 509.45亿元",
        "509•45亿元, 509.45亿元",
        "509‧45亿元, 509.45亿元",
        "509・45亿元, 509.45亿元",
        "25·6平方米, 25.6平方米",
        "2。5百万, 2.5百万",
        "5。123亿元, 5.123亿元",
        "3020。5亿元, 3020.5亿元",
        "202。5亿元, 202.5亿元",
        "123456。5元, 123456.5元",
        "共5。4亿, 共5.4亿",
        "3。5个百分点, 3.5个百分点",
        "3。5個百分点, 3.5個百分点",
        "3。5个千分点, 3.5个千分点",
        "1。5吨和2。5吨, 1.5吨和2.5吨",
    })
    void aFullStopInsideAMeasuredNumberIsItsPoint(String printed, String read) {
        assertThat(ReadableText.ofFigure(printed).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5。1234亿元",
                "5。亿元",
                "5。1",
                "5。1户",
                "5。",
                "2020。5万元",
                "共2020。5万元",
                "1998。5万元",
                "1234567。5元",
                ".5。4亿",
                "．5。4亿",
                ":5。4亿",
                "：5。4亿",
                "、5。4亿",
                "/5。4亿",
                "3。5个",
                "3。5個",
                "3。5个企业",
            })
    void aFullStopThatMayEndASentenceStays(String printed) {
        assertThat(ReadableText.ofFigure(printed).text()).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF'})
    void charactersWithoutWidthAreLeftOut(char invisible) {
        ReadableText text = ReadableText.ofFigure("5" + invisible + "亿" + invisible);

        assertThat(text.text()).isEqualTo("5亿");
        assertThat(IntStream.rangeClosed(0, 2).map(text::origin)).containsExactly(0, 2, 4);
        assertThat(IntStream.rangeClosed(0, 2).map(text::originEnd)).containsExactly(0, 1, 3);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u200A', '\u200E', '\u00AC', '\u00AE', '\u2061', '\uFEFE'})
    void charactersThatTakeRoomOrTurnTheDirectionStay(char visible) {
        assertThat(ReadableText.ofFigure("5" + visible + "亿").text()).isEqualTo("5" + visible + "亿");
    }

    @Test
    void everyCharacterKeepsItsOffsetInTheOriginal() {
        String original = "\u200B共28 583万元，\u200B另5l9.45\n亿元\u00AD和1 234 567人。\u200B";
        ReadableText text = ReadableText.ofLines(original);

        assertThat(text.text()).isEqualTo("共28583万元，另519.45亿元和1234567人。");
        assertThat(IntStream.rangeClosed(0, text.text().length()).map(text::origin))
                .containsExactly(
                        1, 2, 3, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18, 20, 21, 23, 24, 26, 27, 28, 30, 31, 32,
                        33, 34, 36);
        assertThat(text.originEnd(text.text().length())).isEqualTo(35);
        assertThat(text.originEnd(1)).isEqualTo(2);
        assertThat(text.originEnd(3)).isEqualTo(4);
    }

    @Test
    void aTextWithoutFaultsIsItself() {
        ReadableText text = ReadableText.ofLines("收入509.45亿元，\n增长6.3%。");

        assertThat(text.text()).isEqualTo("收入509.45亿元，\n增长6.3%。");
        assertThat(text.origin(0)).isZero();
        assertThat(text.origin(20)).isEqualTo(20);
        assertThat(text.originEnd(0)).isZero();
    }
}
