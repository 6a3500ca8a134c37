package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A figure is read whole or refused, never in part. Source of the inputs: public bug reports. */
class WholeFigureTest {
    private static final Splitter TABS = Splitter.on('\t');

    static Stream<String> figures() throws IOException {
        return Resources.readLines(
                        Resources.getResource(WholeFigureTest.class, "whole-figures.tsv"), StandardCharsets.UTF_8)
                .stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aFigureIsReadWhole(String line) {
        List<String> columns = TABS.splitToList(line);
        String text = unescaped(columns.get(0));

        Quantity quantity = Quantity.parse(text);

        assertThat(List.of(
                        quantity.value().toPlainString(),
                        quantity.unit().code(),
                        quantity.qualifier().name(),
                        quantity.bounds().toString()))
                .isEqualTo(columns.subList(1, columns.size()));
        assertThat(quantity).hasToString(text);
        assertThat(Quantity.parse(quantity.negated().toString())).isEqualTo(quantity.negated());
    }

    private static String unescaped(String text) {
        return text.replace("\\u200B", "\u200B")
                .replace("\\u00A0", "\u00A0")
                .replace("\\u2009", "\u2009")
                .replace("\\u00AD", "\u00AD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // text | position | a word of what was expected
                "三四十家 | 1 | a scale",
                "1亿2千人 | 4 | 1.2亿",
                "13万25 | 3 | a unit",
                "3亿多万元 | 3 | a known unit",
                "零下5家 | 3 | ℃",
                "人民币300万美元 | 7 | no second unit",
                "美元5家 | 3 | no second unit",
                "3元5 | 2 | the end of the figure",
                "1米75 | 2 | the end of the figure",
                "2年6个月 | 2 | the end of the figure",
                "300元/(人·月) | 4 | the end of the figure",
                "5家半数 | 2 | a known unit",
                "509,45亿元 | 3 | groups of exactly three",
                "28 58万元 | 3 | the end of the figure",
                "509\u202E.45亿元 | 3 | the end of the figure",
                "1E999999999 | 1 | a known unit",
                "1e5元 | 1 | a known unit",
                "3½亩 | 1 | the end of the figure",
                "5\uD83D家 | 1 | the end of the figure",
                "1.2亿元/3年 | 5 | the end of the figure",
                "500元/2人 | 4 | the end of the figure",
                "1.2亿元÷3年 | 5 | the end of the figure",
                "80元/半年 | 3 | the end of the figure",
                "小半 | 0 | does not say how much",
                "近半导体 | 1 | a number",
            })
    void whatCannotBeReadWholeIsRefusedWithItsPlace(String text, int position, String expected) {
        QuantityFormatException refusal =
                catchThrowableOfType(QuantityFormatException.class, () -> Quantity.parse(text));

        assertThat(refusal).isNotNull();
        assertThat(refusal.position()).isEqualTo(position);
        assertThat(refusal.expected()).contains(expected);
    }

    @Test
    void aPositionIsThatOfTheTextAsGiven() {
        String text = " 28 5\u200B83万元元";
        QuantityFormatException refusal =
                catchThrowableOfType(QuantityFormatException.class, () -> Quantity.parse(text));

        assertThat(refusal).isNotNull();
        assertThat(refusal.position()).isEqualTo(text.length() - 1);
        assertThat(refusal.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // text with the place marked by @ | reason | from there to there
                "共@1亿2千人。 | DIGITS | 1亿2千人",
                "共@三四十家。 | DIGITS | 三四十家",
                "共@3亿多万元。 | SCALE | 3亿多万元",
                "共509,@45亿元。 | DIGITS | 509,45亿元",
                "共5l@9.45亿元。 | LETTER | 5l9.45亿元",
                "共@3元5。 | UNIT | 3元5",
                "共@2年6个月。 | UNIT | 2年6个月",
                "共@5套半旧设备。 | HALF | 5套半",
                "共¤@3亿元。 | CURRENCY | ¤3亿元",
                "共509\u202E.@45亿元。 | DIGITS | 509\u202E.45亿元",
                "共28 @583万元。 | DIGITS | 28 583万元",
                "共@300元/(人·月)。 | UNIT | 300元/(人",
                "共@1.2亿元/3年。 | UNIT | 1.2亿元/3年",
                "共@1.2亿元／3年。 | UNIT | 1.2亿元／3年",
                "共@1.2亿元 ÷ 3年。 | UNIT | 1.2亿元 ÷ 3年",
                "共@500元×12个月。 | UNIT | 500元×12个月",
                "共@12/15项。 | UNIT | 12/15项",
                "共@5.2 个 百分点。 | UNIT | 5.2 个",
                "共3+@2亿元。 | DIGITS | 2亿元",
                "共12..@5万元。 | DIGITS | 12..5万元",
                "共10^@5亩。 | DIGITS | 5亩",
                "共5点@2%。 | DIGITS | 2%",
                "共廿@五家。 | DIGITS | 五家",
                "共@5%±1。 | DIGITS | 5%",
                "共±@5%。 | SIGN | 5%",
                "共△@500万元。 | SIGN | 500万元",
                "共(-)@3.2%。 | SIGN | 3.2%",
                "共@一小半。 | HALF | 一小半",
            })
    void whatContinuesAFigureMakesItADoubt(String marked, DoubtReason reason, String whole) {
        int at = marked.indexOf('@');
        String text = marked.replace("@", "");
        UnitVocabulary units = UnitVocabulary.standard();

        assertThat(Quantity.parsePrefix(text, at, units)).isEmpty();
        QuantityDoubt doubt = QuantityDoubt.at(text, at, units).orElseThrow();
        assertThat(doubt.reason()).isEqualTo(reason);
        assertThat(text.substring(doubt.start(), doubt.end())).isEqualTo(whole);
        List<String> passedOn = new ArrayList<>();
        assertThat(QuantityMatch.at(text, at, units, found -> passedOn.add(found.toString())))
                .isEmpty();
        assertThat(passedOn).containsExactly(doubt.toString());
    }

    @Test
    void aFigureThatIsWholeBringsNoDoubtAndNeitherDoesAPlaceWithoutOne() {
        UnitVocabulary units = UnitVocabulary.standard();
        List<QuantityDoubt> passedOn = new ArrayList<>();

        assertThat(QuantityMatch.at("共3元。", 1, units, passedOn::add))
                .hasValueSatisfying(match -> assertThat(match).hasToString("3元@1"));
        assertThat(QuantityMatch.at("共3元。", 0, units, passedOn::add)).isEmpty();
        assertThat(QuantityMatch.at("共3元。", 4, units, passedOn::add)).isEmpty();
        assertThat(passedOn).isEmpty();
    }

    @Test
    void noFigureBeginsWhereNoneMayBegin() {
        UnitVocabulary units = UnitVocabulary.standard().withAll(List.of(), List.of(Unit.of("฿฿", "THB", 1, 1)));
        String firsts = "5５三亿近约超第半百-港¥";

        assertThat(firsts.chars().allMatch(c -> units.mayStartFigure((char) c))).isTrue();
        assertThat(units.mayStartFigure('฿')).isTrue();
        assertThat("元，。企业 \u0000".chars().noneMatch(c -> units.mayStartFigure((char) c)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"三亩", "1/3", "六千余亩", "近7亩", "三亩半", "3元5角", "负三十多亩", "-1/3"})
    void aValueLiesWithinItsBounds(String text) {
        Quantity quantity = Quantity.parse(text);
        BigDecimal value = quantity.value();

        assertThat(Intervals.lowerOf(quantity.bounds()).orElse(new Intervals.End(value, true)).value)
                .isLessThanOrEqualTo(value);
        assertThat(Intervals.upperOf(quantity.bounds()).orElse(new Intervals.End(value, true)).value)
                .isGreaterThanOrEqualTo(value);
    }
}
